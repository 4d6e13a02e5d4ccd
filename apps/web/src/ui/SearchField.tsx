import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from './Button.tsx';
import { clsx } from './clsx.ts';
import { IconSearch, IconX, iconProps } from './icons.ts';
import styles from './SearchField.module.css';

interface Props { label: string; value?: string | undefined; name?: string; action?: string; keep?: Readonly<Record<string, string | undefined>>; placeholder?: string; note?: ReactNode; small?: boolean; /** Of the form, for fields elsewhere on the page that belong to it. */ id?: string; /** Under the field, in the same form. */ children?: ReactNode; /** With scripts: after a short rest in typing, and at once on Enter. */ onSearch(text: string): void }

/** The search of a list: a GET form without scripts, live with them. `/` jumps here. */
export function SearchField({ label, value = '', name = 'q', action, keep, placeholder, note, small, id, children, onSearch }: Props) {
  const { t } = useLingui();
  const input = useRef<HTMLInputElement>(null), timer = useRef<ReturnType<typeof setTimeout>>(undefined), said = useRef(value);
  useEffect(() => { // the address changed by other means: Back, "clear all"
    if (input.current && value !== said.current) { input.current.value = value; said.current = value; }
    return () => { clearTimeout(timer.current); };
  }, [value]);
  const say = (text: string, ms: number) => { clearTimeout(timer.current); timer.current = setTimeout(() => { said.current = text; onSearch(text); }, ms); };
  return (
    <form id={id} role="search" method="get" action={action} onSubmit={(e) => { e.preventDefault(); say(input.current?.value.trim() ?? '', 0); }}>
      {Object.entries(keep ?? {}).map(([key, kept]) => kept !== undefined && <input key={key} type="hidden" name={key} value={kept} />)}
      <div className={clsx(styles['field'], small && styles['small'])}>
        <IconSearch {...iconProps} className={styles['icon']} />
        <input ref={input} type="search" name={name} defaultValue={value} aria-label={label} placeholder={placeholder ?? label} className={styles['input']} autoComplete="off" enterKeyHint="search" maxLength={200} data-search-field onChange={(e) => { say(e.target.value.trim(), 250); }} />
        <div className={styles['end']}>
          {note && <span className={styles['note']}>{note}</span>}
          {value && <Button look="quiet" size="small" aria-label={t`Clear the search`} icon={<IconX {...iconProps} size={15} />} onClick={() => { if (input.current) { input.current.value = ''; input.current.focus(); } say('', 0); }} />}
        </div>
      </div>
      {children}
    </form>
  );
}
