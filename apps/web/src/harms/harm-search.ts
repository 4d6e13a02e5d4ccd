import type { HarmFilter } from '../gql/graphql.ts';
import type { searches } from '../search-params.ts';

/** What the address of the list says. */
export type HarmSearch = ReturnType<typeof searches.harms>;
export const pageOfHarms = 50;
export const facets = ['kind', 'country', 'system', 'sureness'] as const;
export type FacetName = (typeof facets)[number];

/** The list of an address, as the server is asked for it. */
export function harmsVariables({ q, kind, country, system, sureness, after }: HarmSearch): { first: number; after?: string; filter: HarmFilter } {
  const filter = { text: q, kinds: kind, countries: country, systems: system, sureness };
  return { first: pageOfHarms, ...(after ? { after } : {}), filter: Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as HarmFilter };
}

/** The same list with one thing changed, from its first page. */
export function changed(search: HarmSearch, patch: { readonly [K in keyof HarmSearch]?: HarmSearch[K] | undefined }): HarmSearch {
  const { after: _after, ...rest } = { ...search, ...patch };
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0))) as HarmSearch;
}

/** Every filter in force, each with the list without it. */
export const activeFilters = (search: HarmSearch): { name: FacetName | 'q'; value: string; without: HarmSearch }[] => [
  ...(search.q ? [{ name: 'q' as const, value: search.q, without: changed(search, { q: undefined }) }] : []),
  ...facets.flatMap((name) => (search[name] ?? []).map((value) => ({ name, value, without: changed(search, { [name]: (search[name] ?? []).filter((each) => each !== value) }) }))),
];
