import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { FacetForm, FacetList, facetSearch } from '../ui/FacetList.tsx';
import { ResultMark } from '../ui/ResultMark.tsx';
import { ShareBadge } from '../ui/ShareBadge.tsx';
import { CheckField } from '../ui/Fields.tsx';
import type { Level, Result } from '../ui/words.ts';
import { type CaseSearch, changed, facets as names, type FacetName } from './case-search.ts';

interface Value { id: string; label: string; count: number }
interface Props { search: CaseSearch; facets: readonly { name: string; values: readonly Value[] }[]; labelOf(name: FacetName, value: Value): string; onChange(search: CaseSearch): void }

const results = ['won', 'partly_won', 'lost', 'no_merits', 'pending'];

/** Every way to narrow the list, with how many cases each leaves. */
export function CaseFilters({ search, facets, labelOf, onChange }: Props) {
  const { t } = useLingui();
  const valuesOf = (name: FacetName): Value[] => {
    const found = [...(facets.find((facet) => facet.name === name)?.values ?? [])];
    for (const id of search[name] ?? []) if (!found.some((value) => value.id === id)) found.push({ id, label: id, count: 0 });
    return name === 'result' ? found.sort((a, b) => results.indexOf(a.id) - results.indexOf(b.id)) : found;
  };
  const facet = (name: FacetName, label: string, mark?: (id: string) => ReactNode) => (
    <FacetList name={name} label={label} first={6} chosen={search[name]} values={valuesOf(name).map((value) => ({ id: value.id, count: value.count, label: labelOf(name, value), ...(mark ? { mark: mark(value.id) } : {}) }))} />
  );
  const read = (data: FormData) => {
    const chosen = facetSearch(data);
    onChange(changed(search, { ...Object.fromEntries(names.map((name) => [name, chosen[name]])), archived: data.has('archived') || undefined }));
  };
  return (
    <FacetForm action="/cases" keep={{ q: search.q, sort: search.sort, mine: search.mine ? '1' : undefined }} onChange={read}>
      {facet('country', t`Country`)}
      {facet('result', t`Result for the rights side`, (id) => <ResultMark result={id as Result} />)}
      {facet('status', t`Stage`)}
      {facet('system', t`ID system`)}
      {facet('level', t`Readable by`, (id) => <ShareBadge bare level={id as Level} />)}
      <CheckField key={String(search.archived)} name="archived" value="1" defaultChecked={search.archived ?? false} label={<Trans>Archived cases</Trans>} />
    </FacetForm>
  );
}
