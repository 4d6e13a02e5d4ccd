import { useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useId, useRef, useState } from 'react';
import { AddDecisionDocument } from '../gql/graphql.ts';
import { graphql } from '../graphql.ts';
import { Button } from '../ui/Button.tsx';
import { CaseName } from '../ui/CaseName.tsx';
import { IconPlus, iconProps } from '../ui/icons.ts';
import { LegalDate } from '../ui/LegalDate.tsx';
import classes from './ComparePage.module.css';

graphql(`
  query AddDecision($text: String!) {
    precedents(first: 8, filter: { text: $text }) { rows { precedent { id slug shortName courtName decidedOn } } }
  }
`);

/** Finds a decision by a word of its name or text and puts it into the comparison. */
export function AddDecision({ onAdd }: { onAdd(slug: string): void }) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [asked, ask] = useState('');
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => { const waiting = setTimeout(() => ask(text.trim()), 150); return () => clearTimeout(waiting); }, [text]);
  useEffect(() => {
    if (!open) return undefined;
    const outside = (event: PointerEvent) => { if (!root.current?.contains(event.target as Node)) setOpen(false); };
    const escape = (event: KeyboardEvent) => { if (event.key === 'Escape') setOpen(false); };
    addEventListener('pointerdown', outside);
    addEventListener('keydown', escape);
    return () => { removeEventListener('pointerdown', outside); removeEventListener('keydown', escape); };
  }, [open]);
  const { data, loading, error } = useQuery(AddDecisionDocument, { variables: { text: asked }, skip: !open || asked.length < 2 });
  const rows = asked.length < 2 ? [] : (data?.precedents.rows ?? []);
  return (
    <div ref={root} className={classes.pick}>
      <Button icon={<IconPlus {...iconProps} />} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}><Trans>Add a decision</Trans></Button>
      {open && (
        <div id={id} className={classes.sheet}>
          <input autoFocus type="search" value={text} aria-label={t`Find a decision`} placeholder={t`Name, number, country`} onChange={(event) => setText(event.currentTarget.value)} maxLength={200} />
          <ul>
            {rows.map(({ precedent: { slug, shortName, courtName, decidedOn } }) => (
              <li key={slug}><button type="button" onClick={() => { setOpen(false); setText(''); onAdd(slug); }}><CaseName>{shortName}</CaseName><span>{courtName}, <LegalDate edtf={decidedOn} /></span></button></li>
            ))}
          </ul>
          {!loading && asked.length >= 2 && rows.length === 0 && <p role="status">{error ? <Trans>Could not search. Try again.</Trans> : <Trans>No decision speaks of that.</Trans>}</p>}
        </div>
      )}
    </div>
  );
}
