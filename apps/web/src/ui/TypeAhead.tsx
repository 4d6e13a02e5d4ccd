import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useId, useState } from 'react';
import { clsx } from './clsx.ts';
import { TextField } from './Fields.tsx';
import { IconX, iconProps } from './icons.ts';
import styles from './TypeAhead.module.css';

export interface TypeAheadOption { value: string; label: string; /** Beside it, quiet: what it lies under, its country. */ hint?: string }
interface Shared { label: ReactNode; hint?: ReactNode; error?: ReactNode; optional?: boolean; name: string; options: readonly TypeAheadOption[] }

/** Without accents and case, so that "educacion" finds "Educación". */
const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
const most = 8;
function matching(options: readonly TypeAheadOption[], text: string, but: readonly string[] = []): TypeAheadOption[] {
  const words = plain(text).split(/\s+/u).filter(Boolean);
  const found = options.filter(({ value, label, hint }) => !but.includes(value) && words.every((word) => plain(`${label} ${hint ?? ''}`).includes(word)));
  const first = words[0] ?? '';
  return found.toSorted((a, b) => Number(plain(b.label).startsWith(first)) - Number(plain(a.label).startsWith(first))).slice(0, most);
}

/** The field and its list: arrows move, Enter takes, Escape closes. */
function Box({ text, onText, found, onTake, onLeave, ...field }: Omit<Shared, 'options'> & { text: string; onText(text: string): void; found: readonly TypeAheadOption[]; onTake(option: TypeAheadOption): void; onLeave(): void }) {
  const list = useId();
  const { t } = useLingui();
  const [open, setOpen] = useState(false), [at, setAt] = useState(0);
  const here = Math.min(at, found.length - 1);
  const take = (option: TypeAheadOption | undefined) => { if (!option) return; setOpen(false); setAt(0); onTake(option); };
  const onKeyDown = (e: React.KeyboardEvent) => {
    if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
      e.preventDefault();
      if (!open) setOpen(true);
      else if (found.length) setAt((here + (e.key === 'ArrowDown' ? 1 : -1) + found.length) % found.length);
    } else if (e.key === 'Enter' && open && found.length && !e.nativeEvent.isComposing) { e.preventDefault(); take(found[here]); }
    else if (e.key === 'Escape' && open) { e.preventDefault(); e.stopPropagation(); setOpen(false); }
  };
  return (
    <div className={styles['box']}>
      <TextField {...field} {...(field.optional ? { optional: true } : {})} value={text} autoComplete="off" spellCheck={false} role="combobox" aria-expanded={open && found.length > 0} aria-controls={list} aria-autocomplete="list"
        aria-activedescendant={open && found.length ? `${list}-${here}` : undefined}
        onChange={(e) => { onText(e.target.value); setOpen(true); setAt(0); }} onFocus={() => { setOpen(true); }} onClick={() => { setOpen(true); }} onKeyDown={onKeyDown} onBlur={() => { setOpen(false); onLeave(); }} />
      <div id={list} role="listbox" aria-label={t`Choices`} className={clsx(styles['list'], !(open && (found.length || text)) && styles['closed'])}>
        {found.map((option, i) => (
          <div key={option.value} id={`${list}-${i}`} role="option" aria-selected={i === here} className={styles['option']} onPointerDown={(e) => { e.preventDefault(); take(option); }} onPointerMove={() => { setAt(i); }}>
            {option.label}{option.hint && <small>{option.hint}</small>}
          </div>
        ))}
        {found.length === 0 && <div role="option" aria-selected="false" aria-disabled="true" className={styles['none']}><Trans>Nothing matches. Try another word.</Trans></div>}
      </div>
    </div>
  );
}

/** One of many, found by typing. */
export function TypeAhead({ options, value, onChange, ...field }: Shared & { value: string | null; onChange(value: string | null): void }) {
  const chosen = options.find((option) => option.value === value)?.label ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? chosen;
  return (
    <Box {...field} text={text} found={matching(options, typed ?? '')} onText={(now) => { setTyped(now); if (now === '') onChange(null); }}
      onTake={(option) => { setTyped(null); onChange(option.value); }} onLeave={() => { setTyped(null); }} />
  );
}

/** Several of many, each a chip that can be taken away. */
export function TypeAheadMany({ options, values, onChange, ...field }: Shared & { values: readonly string[]; onChange(values: string[]): void }) {
  const { t } = useLingui();
  const [text, setText] = useState('');
  return (
    <>
      <Box {...field} text={text} found={matching(options, text, values)} onText={setText} onTake={(option) => { setText(''); onChange([...values, option.value]); }} onLeave={() => { setText(''); }} />
      {values.length > 0 && (
        <ul className={styles['chips']}>
          {values.map((value) => {
            const name = options.find((option) => option.value === value)?.label ?? value;
            return <li key={value}>{name}<button type="button" aria-label={t`Remove ${name}`} onClick={() => { onChange(values.filter((each) => each !== value)); }}><IconX {...iconProps} size={15} /></button></li>;
          })}
        </ul>
      )}
    </>
  );
}
