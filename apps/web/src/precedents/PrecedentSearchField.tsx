import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { IconSearch, IconX, iconProps } from '../ui/icons.ts';
import classes from './PrecedentsPage.module.css';

/** The search field of the list: searches a moment after the last key, or at once on Enter. */
export function PrecedentSearchField({ value, onSearch }: { value: string | undefined; onSearch(q: string | undefined): void }) {
  const { t } = useLingui();
  const field = useRef<HTMLInputElement>(null);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const ask = (text: string, wait: number) => {
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => { if (text.trim() !== (value ?? '')) onSearch(text.trim() || undefined); }, wait);
  };
  useEffect(() => () => clearTimeout(waiting.current), []);
  // an address may change elsewhere (a link, Back): the field follows, except under the hands of who types
  useEffect(() => { if (field.current && document.activeElement !== field.current) field.current.value = value ?? ''; }, [value]);
  return (
    <div className={classes.search}>
      <IconSearch {...iconProps} />
      <input ref={field} type="search" name="q" defaultValue={value} aria-label={t`Search decisions`} placeholder={t`Names, numbers, questions, findings, orders`} autoComplete="off" maxLength={200} enterKeyHint="search" data-search-field
        onChange={(event) => ask(event.currentTarget.value, 300)} onKeyDown={(event) => { if (event.key === 'Enter') ask(event.currentTarget.value, 0); }} />
      {value && <button type="button" aria-label={t`Clear the search`} onClick={() => { if (field.current) field.current.value = ''; onSearch(undefined); }}><IconX {...iconProps} /></button>}
    </div>
  );
}
