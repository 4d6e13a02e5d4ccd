import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { ResultMark } from '../ui/ResultMark.tsx';
import { ShareBadge } from '../ui/ShareBadge.tsx';
import type { Level, Result } from '../ui/words.ts';
import { type CaseSearch, changed, type FacetName } from './case-search.ts';
import styles from './CasesPage.module.css';

interface Value { id: string; label: string; count: number }
interface Props { search: CaseSearch; facets: readonly { name: string; values: readonly Value[] }[]; labelOf(name: FacetName, value: Value): string; onChange(search: CaseSearch): void }

const results = ['won', 'partly_won', 'lost', 'no_merits', 'pending'];

/** Every way to narrow the list, with how many cases it leaves. */
export function CaseFilters({ search, facets, labelOf, onChange }: Props) {
  const { t } = useLingui();
  const toggle = (name: FacetName, id: string, on: boolean) => { onChange(changed(search, { [name]: [...(search[name] ?? []).filter((each) => each !== id), ...(on ? [id] : [])] })); };
  const valuesOf = (name: FacetName): Value[] => {
    const found = [...(facets.find((facet) => facet.name === name)?.values ?? [])];
    for (const id of search[name] ?? []) if (!found.some((value) => value.id === id)) found.push({ id, label: id, count: 0 });
    return name === 'result' ? found.sort((a, b) => results.indexOf(a.id) - results.indexOf(b.id)) : found;
  };
  const box = (name: FacetName, value: Value, mark: ReactNode) => (
    <label key={value.id} className={styles['value']}>
      <input type="checkbox" checked={search[name]?.includes(value.id as never) ?? false} onChange={(e) => { toggle(name, value.id, e.currentTarget.checked); }} />
      <span>{mark}</span><span className={styles['count']}>{value.count}</span>
    </label>
  );
  const group = (name: FacetName, legend: string, mark: (value: Value) => ReactNode, shown = 6) => {
    const values = valuesOf(name), first = values.filter((value, i) => i < shown || search[name]?.includes(value.id as never)), rest = values.filter((value) => !first.includes(value));
    if (values.length === 0) return null;
    return (
      <fieldset className={styles['facet']}>
        <legend>{legend}</legend>
        {first.map((value) => box(name, value, mark(value)))}
        {rest.length > 0 && <details><summary><Trans>All {values.length}</Trans></summary>{rest.map((value) => box(name, value, mark(value)))}</details>}
      </fieldset>
    );
  };
  return (
    <>
      {group('country', t`Country`, (value) => labelOf('country', value))}
      {group('result', t`Result for the rights side`, ({ id }) => <ResultMark result={id as Result} />)}
      {group('status', t`Stage`, (value) => labelOf('status', value))}
      {group('system', t`ID system`, (value) => labelOf('system', value))}
      {group('level', t`Readable by`, ({ id }) => <ShareBadge bare level={id as Level} />)}
      <fieldset className={styles['facet']}>
        <legend><Trans>Also</Trans></legend>
        <label className={styles['value']}><input type="checkbox" checked={search.archived ?? false} onChange={(e) => { onChange(changed(search, { archived: e.currentTarget.checked || undefined })); }} /><span><Trans>Archived cases</Trans></span></label>
      </fieldset>
    </>
  );
}
