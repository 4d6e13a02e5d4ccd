import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
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
  /** "All 23 countries"; without it "All 23". */
  allWords?: (n: number) => ReactNode;
  /** Between the head and the values: which test the findings are of. */
  head?: ReactNode;
  /** Of a form elsewhere on the page; then each tick is told here. */
  form?: string;
  onToggle?(id: string, on: boolean): void;
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

/** Filters that belong to a form elsewhere on the page. */
export const Facets = ({ children }: { children: ReactNode }) => <div className={styles['facets']}>{children}</div>;

/** One way to narrow a list: its name over what belongs to it. */
export const Facet = ({ label, children }: { label: ReactNode; children: ReactNode }) => <fieldset className={styles['facet']}><legend className={styles['legend']}>{label}</legend><div className={styles['values']}>{children}</div></fieldset>;

/** Tick boxes with counts. Those behind "All N" are part of the form too, and open without scripts. */
export function FacetList({ name, label, values, chosen = [], first = 5, allWords, head, form, onToggle }: FacetProps) {
  const total = values.length;
  if (!total) return null;
  const stands = values.map((value, i) => i < first || chosen.includes(value.id));
  const box = ({ id, label: word, count, mark }: FacetChoice) => {
    const on = chosen.includes(id);
    return (
      <label key={id} className={clsx(styles['value'], count === 0 && styles['none'])}>
        <input key={onToggle ? id : `${id}:${on}`} type="checkbox" name={name} value={id} form={form} {...(onToggle ? { checked: on, onChange: (e) => { onToggle(id, e.currentTarget.checked); } } : { defaultChecked: on })} />
        <span className={styles['word']}>{mark ?? word}</span>
        {count !== undefined && <span className={styles['count']}>{count}<span className="sr"> <Plural value={count} one="record" other="records" /></span></span>}
      </label>
    );
  };
  const rest = values.filter((_value, i) => !stands[i]);
  return (
    <Facet label={label}>
      {head}
      {values.filter((_value, i) => stands[i]).map(box)}
      {rest.length > 0 && <details className={styles['all']}><summary>{allWords ? allWords(total) : <Trans>All {total}</Trans>}</summary>{rest.map(box)}</details>}
    </Facet>
  );
}
/** The values of a FacetForm, for the address: names with nothing chosen are absent. */
export const facetSearch = (data: FormData): Record<string, string[]> => Object.fromEntries([...new Set(data.keys())].map((name) => [name, data.getAll(name).map(String).filter(Boolean)]).filter(([, values]) => values?.length)) as Record<string, string[]>;
