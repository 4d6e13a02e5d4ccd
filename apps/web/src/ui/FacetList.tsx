import { Plural, Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { Button } from './Button.tsx';
import { clsx } from './clsx.ts';
import styles from './FacetList.module.css';

export interface FacetChoice { id: string; label: ReactNode; count?: number; mark?: ReactNode }
interface FacetProps {
  /** The name in the address: `country`. */
  name: string;
  label: ReactNode;
  values: readonly FacetChoice[];
  chosen?: readonly string[] | undefined;
  /** How many stand there before "All N"; chosen ones always do. */
  first?: number;
}

/** The filters of a list as a plain form, so that they work without scripts; with them a tick acts at once through `onChange`. */
export function FacetForm({ action, keep, onChange, children }: { action: string; /** What else the address says and must go on saying. */ keep?: Readonly<Record<string, string | undefined>>; onChange(data: FormData): void; children: ReactNode }) {
  return (
    <form method="get" action={action} className={styles['form']} onChange={(e) => { onChange(new FormData(e.currentTarget)); }} onSubmit={(e) => { e.preventDefault(); onChange(new FormData(e.currentTarget)); }}>
      {Object.entries(keep ?? {}).map(([name, value]) => value !== undefined && <input key={name} type="hidden" name={name} value={value} />)}
      {children}
      <div className={styles['apply']}><Button type="submit" size="small"><Trans>Filter</Trans></Button></div>
    </form>
  );
}

/** Tick boxes with counts. What stays hidden behind "All N" is still in the form when chosen. */
export function FacetList({ name, label, values, chosen = [], first = 5 }: FacetProps) {
  const [all, setAll] = useState(false);
  const total = values.length;
  const shown = all ? values : values.filter((value, i) => i < first || chosen.includes(value.id));
  if (!total) return null;
  return (
    <fieldset className={styles['facet']}>
      <legend className={styles['legend']}>{label}</legend>
      <div className={styles['values']}>
        {shown.map(({ id, label: word, count, mark }) => (
          <label key={id} className={clsx(styles['value'], count === 0 && styles['none'])}>
            <input type="checkbox" name={name} value={id} defaultChecked={chosen.includes(id)} key={`${id}:${chosen.includes(id)}`} />
            <span className={styles['word']}>{mark ?? word}</span>
            {count !== undefined && <span className={styles['count']}>{count}<span className="sr"> <Plural value={count} one="record" other="records" /></span></span>}
          </label>
        ))}
        {!all && shown.length < total && <Button look="text" className={clsx(styles['all'])} onClick={() => { setAll(true); }}><Trans>All {total}</Trans></Button>}
      </div>
    </fieldset>
  );
}
/** The values of a FacetForm, for the address: names with nothing chosen are absent. */
export const facetSearch = (data: FormData): Record<string, string[]> => Object.fromEntries([...new Set(data.keys())].map((name) => [name, data.getAll(name).map(String).filter(Boolean)]).filter(([, values]) => values?.length)) as Record<string, string[]>;
