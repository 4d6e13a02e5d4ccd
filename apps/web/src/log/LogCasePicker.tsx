import { useLazyQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useId, useState } from 'react';
import { type LogChoice_LegalCaseFragment, LogSheetFindDocument } from '../gql/graphql.ts';
import { dayIn } from '../today/date-locale.ts';
import { CaseName } from '../ui/CaseName.tsx';
import { IconCheck, IconChevronDown, iconProps } from '../ui/icons.ts';
import { LegalDate } from '../ui/LegalDate.tsx';
import { likelyProceeding, listedToday, withCase } from './log-draft.ts';
import styles from './LogForm.module.css';
import type { LogForm } from './use-log-form.ts';

/** The number it goes by now. */
const numberOf = ({ identifiers }: LogChoice_LegalCaseFragment['proceedings'][number]): string | undefined =>
  (identifiers.find(({ preferred, validTo }) => preferred && !validTo) ?? identifiers.find(({ validTo }) => !validTo))?.value;

/** Which case, in which court: chosen already where that is clear, one tap to choose another. */
export function LogCasePicker({ form }: { form: LogForm }) {
  const { t } = useLingui();
  const { chosen, proceeding, choices, now, state } = form;
  const [open, setOpen] = useState(false);
  const list = useId();
  const on = state?.draft.on;
  const pick = (of: LogChoice_LegalCaseFragment, proceedingId: string | null) => {
    form.change((draft) => withCase(draft, of.id, proceedingId));
    setOpen(false);
  };
  return (
    <div className={styles['picker']}>
      <button type="button" className={styles['case']} aria-expanded={open} aria-controls={list} onClick={() => { setOpen(!open); }}>
        <span>
          <span className={styles['caseName']}>{chosen ? <CaseName inherit>{chosen.shortName ?? chosen.title}</CaseName> : <Trans>Choose a case</Trans>}</span>
          {chosen && (
            <span className={styles['where']}>
              {proceeding && <>{proceeding.court.name}{numberOf(proceeding) && <>, <bdi>{numberOf(proceeding)}</bdi></>}, </>}
              {on && on !== dayIn(proceeding?.timeZone, now) ? <LegalDate edtf={on} /> : listedToday(chosen, now) ? <Trans>in court today</Trans> : <Trans>today</Trans>}
            </span>
          )}
        </span>
        <IconChevronDown {...iconProps} size={20} />
      </button>
      {open && (
        <div id={list} className={styles['options']}>
          <ul aria-label={t`Cases`}>
            {choices.map((of) => (
              <li key={of.id}>
                {(of.id === chosen?.id ? of.proceedings : of.proceedings.filter(({ id }) => id === likelyProceeding(of, now))).map((each) => (
                  <Option key={each.id} chosen={of.id === chosen?.id && each.id === proceeding?.id} name={of.shortName ?? of.title}
                    where={each.court.name} number={numberOf(each)} today={listedToday(of, now)?.proceedingId === each.id} onPick={() => { pick(of, each.id); }} />
                ))}
                {of.proceedings.length === 0 && <Option chosen={of.id === chosen?.id} name={of.shortName ?? of.title} where={t`No court yet`} onPick={() => { pick(of, null); }} />}
              </li>
            ))}
          </ul>
          <FindCase known={choices} onFound={(of) => { form.offer(of); pick(of, null); }} />
        </div>
      )}
    </div>
  );
}

function Option({ chosen, name, where, number, today, onPick }: { chosen: boolean; name: string; where: string; number?: string | undefined; today?: boolean; onPick(): void }) {
  return (
    <button type="button" className={styles['option']} aria-pressed={chosen} onClick={onPick}>
      <span><CaseName inherit>{name}</CaseName><span className={styles['where']}>{where}{number && <>, <bdi>{number}</bdi></>}{today && <>, <Trans>in court today</Trans></>}</span></span>
      {chosen && <IconCheck {...iconProps} />}
    </button>
  );
}

/** A case that is not among the last five, by its name. Finds only what one may read. */
function FindCase({ known, onFound }: { known: readonly { id: string }[]; onFound(of: LogChoice_LegalCaseFragment): void }) {
  const [text, setText] = useState('');
  const [find, { data }] = useLazyQuery(LogSheetFindDocument);
  const id = useId();
  useEffect(() => {
    if (text.trim().length < 2) return;
    const timer = setTimeout(() => void find({ variables: { text: text.trim() } }), 150);
    return () => { clearTimeout(timer); };
  }, [text, find]);
  const found = text.trim().length < 2 ? [] : (data?.cases.nodes ?? []).filter((each) => each.viewerCan.edit && !known.some((k) => k.id === each.id));
  return (
    <div className={styles['find']}>
      <label htmlFor={id}><Trans>Another case</Trans></label>
      <input id={id} type="search" value={text} autoComplete="off" onChange={(e) => { setText(e.target.value); }} />
      {found.map((of) => <Option key={of.id} chosen={false} name={of.shortName ?? of.title} where={of.proceedings.at(-1)?.court.name ?? ''} onPick={() => { onFound(of); }} />)}
    </div>
  );
}
