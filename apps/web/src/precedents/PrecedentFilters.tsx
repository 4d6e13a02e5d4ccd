import { useLingui } from '@lingui/react/macro';
import type { ComponentProps } from 'react';
import { type FacetChoice, FacetList, Facets } from '../ui/FacetList.tsx';
import { FindingMark } from '../ui/FindingMark.tsx';
import { ResultMark } from '../ui/ResultMark.tsx';
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
  const facet = (name: ListName, label: string, found: readonly FacetChoice[], more: Pick<ComponentProps<typeof FacetList>, 'first' | 'allWords' | 'head'> = {}) =>
    <FacetList name={name} label={label} values={found} chosen={search[name]} form={form} onToggle={(id, on) => toggle(name, id, on)} {...more} />;
  const count = (facet: string, id: string) => values(facet).find((value) => value.id === id)?.count ?? 0;
  const findings = ['not_satisfied', 'partly', 'satisfied', 'not_addressed', 'not_coded'] as const;
  const results = ['won', 'partly_won', 'lost', 'no_merits', 'pending'] as const;
  const shown = results.map((id) => ({ id, label: id, count: count('result', id), mark: <ResultMark result={id} /> })).filter(({ id, count: n }) => n > 0 || search.result?.includes(id));
  return (
    <Facets>
      {facet('country', t`Country`, values('country'), { allWords: (n) => t`All ${n} countries` })}
      {facet('court_level', t`Court level`, values('court_level'), { first: 7, allWords: (n) => t`All ${n} levels` })}
      {facet('harm', t`Harm`, values('harm'), { allWords: (n) => t`All ${n} harms` })}
      {facet('right', t`Right`, values('right'), { first: 4, allWords: (n) => t`All ${n} rights` })}
      {facet('finding', t`Test and finding`, findings.map((id) => ({ id, label: id, count: count('finding', id), mark: <FindingMark finding={id === 'not_coded' ? null : id} /> })), { head: (
        <select name="limb" form={form} className={classes.limb} aria-label={t`Legal test`} value={limbOf(search)} onChange={(event) => change({ limb: event.currentTarget.value, finding: undefined })}>
          {limbs.map(({ id, label }) => <option key={id} value={id}>{label}</option>)}
        </select>
      ) })}
      {facet('result', t`Result for the rights side`, shown)}
      {facet('feature', t`ID feature`, values('feature'), { allWords: (n) => t`All ${n} features` })}
      <YearFacet years={years} from={search.from} to={search.to} form={form} onYears={(patch) => change(patch)} />
    </Facets>
  );
}
