import type { CaseFilter } from '../gql/graphql.ts';
import type { searches } from '../search-params.ts';

/** What the address of the list says. */
export type CaseSearch = ReturnType<typeof searches.cases>;
export const pageOfCases = 50;

/** Facets of the list, by the name they have in the address and at the server. */
export const facets = ['country', 'status', 'result', 'level', 'system'] as const;
export type FacetName = (typeof facets)[number];

/** The list of an address, as the server is asked for it. */
export function casesVariables({ q, country, status, result, level, system, mine, archived, sort, after }: CaseSearch): { first: number; after?: string; filter: CaseFilter } {
  const filter = { text: q, countries: country, statuses: status, results: result, levels: level, systems: system, mine, archived, sort };
  return { first: pageOfCases, ...(after ? { after } : {}), filter: Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as CaseFilter };
}

/** The same list with one thing changed, from its first page. */
export function changed(search: CaseSearch, patch: { readonly [K in keyof CaseSearch]?: CaseSearch[K] | undefined }): CaseSearch {
  const { after: _after, ...rest } = { ...search, ...patch };
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0))) as CaseSearch;
}

export interface ActiveFilter { key: string; name: FacetName | 'q' | 'mine' | 'archived'; value: string; without: CaseSearch }
/** Every filter that narrows the list now, each with the list without it. Order is none. */
export function activeFilters(search: CaseSearch): ActiveFilter[] {
  const of = facets.flatMap((name) => (search[name] ?? []).map((value) => ({ key: `${name}:${value}`, name, value, without: changed(search, { [name]: (search[name] ?? []).filter((each) => each !== value) }) })));
  return [
    ...(search.q ? [{ key: 'q', name: 'q' as const, value: search.q, without: changed(search, { q: undefined }) }] : []),
    ...of,
    ...(search.mine ? [{ key: 'mine', name: 'mine' as const, value: '', without: changed(search, { mine: undefined }) }] : []),
    ...(search.archived ? [{ key: 'archived', name: 'archived' as const, value: '', without: changed(search, { archived: undefined }) }] : []),
  ];
}
