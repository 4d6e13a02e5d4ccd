import { Trans, useLingui } from '@lingui/react/macro';
import { FindingMark } from '../ui/FindingMark.tsx';
import { ResultMark } from '../ui/ResultMark.tsx';
import type { ReactNode } from 'react';
import { changed, limbOf, type ListName, type PrecedentSearch } from './precedent-search.ts';
import classes from './PrecedentFilters.module.css';
import { YearFacet } from './YearFacet.tsx';

interface Value { id: string; label: string; count: number }
interface FiltersProps {
  search: PrecedentSearch;
  facets: readonly { name: string; values: readonly Value[] }[];
  years: readonly { year: number; count: number; matching: number }[];
  limbs: readonly { id: string; label: string }[];
  form: string;
  onChange(search: PrecedentSearch): void;
}

/** Every way to narrow the list. Plain fields of the list's form: without JavaScript they are sent with it. */
export function PrecedentFilters({ search, facets, years, limbs, form, onChange }: FiltersProps) {
  const { t } = useLingui();
  const change = (patch: Parameters<typeof changed>[1]) => onChange(changed(search, patch));
  const toggle = (name: ListName, id: string, on: boolean) => change({ [name]: [...(search[name] ?? []).filter((kept) => kept !== id), ...(on ? [id] : [])] });
  const values = (name: string) => facets.find((facet) => facet.name === name)?.values ?? [];
  const box = (name: ListName, { id, label, count }: Value, mark?: ReactNode) => (
    <label key={id} className={classes.value} data-none={count === 0 || undefined}>
      <input type="checkbox" name={name} value={id} form={form} checked={search[name]?.includes(id) ?? false} onChange={(event) => toggle(name, id, event.currentTarget.checked)} />
      <span className={classes.label}>{mark ?? label}</span><span className={classes.count}>{count}</span>
    </label>
  );
  const group = (name: ListName, facet: string, legend: string, all: (n: number) => string, shown = 5) => {
    const found = values(facet);
    if (found.length === 0) return null;
    const on = (value: Value) => search[name]?.includes(value.id) ?? false;
    const first = found.filter((value, i) => on(value) || i < shown);
    const rest = found.filter((value) => !first.includes(value));
    return (
      <fieldset className={classes.facet}>
        <legend>{legend}</legend>
        {first.map((value) => box(name, value))}
        {rest.length > 0 && <details className={classes.more}><summary>{all(found.length)}</summary>{rest.map((value) => box(name, value))}</details>}
      </fieldset>
    );
  };
  const count = (facet: string, id: string) => values(facet).find((value) => value.id === id)?.count ?? 0;
  const findings = ['not_satisfied', 'partly', 'satisfied', 'not_addressed', 'not_coded'] as const;
  const results = ['won', 'partly_won', 'lost', 'no_merits', 'pending'] as const;
  return (
    <div className={classes.filters}>
      {group('country', 'country', t`Country`, (n) => t`All ${n} countries`)}
      {group('court_level', 'court_level', t`Court level`, (n) => t`All ${n} levels`, 7)}
      {group('harm', 'harm', t`Harm`, (n) => t`All ${n} harms`)}
      {group('right', 'right', t`Right`, (n) => t`All ${n} rights`, 4)}
      <fieldset className={classes.facet}>
        <legend><Trans>Test and finding</Trans></legend>
        <select name="limb" form={form} aria-label={t`Legal test`} value={limbOf(search)} onChange={(event) => change({ limb: event.currentTarget.value, finding: undefined })}>
          {limbs.map(({ id, label }) => <option key={id} value={id}>{label}</option>)}
        </select>
        {findings.map((id) => box('finding', { id, label: id, count: count('finding', id) }, <FindingMark finding={id === 'not_coded' ? null : id} />))}
      </fieldset>
      <fieldset className={classes.facet}>
        <legend><Trans>Result for the rights side</Trans></legend>
        {results.map((id) => ({ id, label: id, count: count('result', id) })).filter(({ id, count: n }) => n > 0 || search.result?.includes(id)).map((value) => box('result', value, <ResultMark result={value.id as (typeof results)[number]} />))}
      </fieldset>
      {group('feature', 'feature', t`ID feature`, (n) => t`All ${n} features`)}
      <YearFacet years={years} from={search.from} to={search.to} form={form} onYears={(patch) => change(patch)} />
    </div>
  );
}
