import type { PrecedentFilter, PrecedentsPageQueryVariables } from '../gql/graphql.ts';
import { searches } from '../search-params.ts';

/** What the address of the list says. The same names serve the GET forms, the links and the CSV of the list. */
export type PrecedentSearch = ReturnType<typeof searches.precedents>;
export type PrecedentSort = NonNullable<PrecedentSearch['sort']>;
type Change = { readonly [K in keyof PrecedentSearch]?: PrecedentSearch[K] | undefined };

const lists = ['country', 'court_level', 'harm', 'right', 'finding', 'result', 'feature', 'system', 'court'] as const;
export type ListName = (typeof lists)[number];

/** At most this many decisions can stand side by side. */
export const mostCompared = 6;
/** Rows of one page of the list. */
export const pageOfPrecedents = 10;

/** The address with a change, back on its first page. */
export const changed = (search: PrecedentSearch, change: Change): PrecedentSearch => searches.precedents({ ...search, after: undefined, ...change });

/** Slugs of a `c` parameter, with commas between: each once, six at most. */
export const chosenSlugs = (c: string | undefined): string[] => [...new Set((c ?? '').split(',').map((slug) => slug.trim()).filter(Boolean))].slice(0, mostCompared);

/** The limb whose findings the filter counts; safeguards when the address names none. */
export const limbOf = (search: PrecedentSearch): string => search.limb ?? 'safeguards';
/** The order of the list; the best match comes first only where there are words to match. */
export const sortOf = ({ sort, q }: PrecedentSearch): PrecedentSort => (sort && (q || sort !== 'best') ? sort : q ? 'best' : 'newest');

/** The address as the API's filter. */
function filterOf(search: PrecedentSearch): PrecedentFilter {
  const filter: PrecedentFilter = {
    text: search.q, countries: search.country, courtLevels: search.court_level, harms: search.harm, rights: search.right, limb: limbOf(search), findings: search.finding,
    results: search.result, features: search.feature, systems: search.system, courts: search.court, fromYear: search.from, toYear: search.to, sort: sortOf(search),
  };
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as PrecedentFilter;
}

/** What the list asks the API for; the route's loader and the page ask the same, or the browser would ask again. */
export function precedentsVariables(search: PrecedentSearch): PrecedentsPageQueryVariables {
  const chosen = chosenSlugs(search.c);
  return { first: pageOfPrecedents, ...(search.after && { after: search.after }), filter: filterOf(search), chosen, withChosen: chosen.length > 0 };
}

/** One filter of the address: its name there and the value. */
export interface ActiveFilter { name: ListName | 'from' | 'to'; value: string }

/** Every filter in force, in the order of the panel; the words searched for are not a filter. */
export const activeFilters = (search: PrecedentSearch): ActiveFilter[] => [
  ...lists.flatMap((name) => (search[name] ?? []).map((value) => ({ name, value }))),
  ...(['from', 'to'] as const).flatMap((name) => (search[name] ? [{ name, value: String(search[name]) }] : [])),
];

/** The address without one filter. */
export const without = (search: PrecedentSearch, { name, value }: ActiveFilter): PrecedentSearch =>
  changed(search, name === 'from' || name === 'to' ? { [name]: undefined } : { [name]: search[name]?.filter((kept) => kept !== value) });

/** The address without any filter; words, order and chosen decisions stay. */
export const withoutFilters = ({ q, sort, c }: PrecedentSearch): PrecedentSearch => searches.precedents({ q, sort, c });

/** The address with one decision chosen or let go; a seventh is not taken. The page of the list stays. */
export function withChosen(search: PrecedentSearch, slug: string, chosen: boolean): PrecedentSearch {
  const rest = chosenSlugs(search.c).filter((kept) => kept !== slug);
  if (chosen && rest.length >= mostCompared) return search;
  return searches.precedents({ ...search, c: (chosen ? [...rest, slug] : rest).join(',') });
}

/** Address of the CSV with every row of this list. */
export function csvOf(search: PrecedentSearch): string {
  const { after: _after, c: _c, ...rest } = search;
  const query = new URLSearchParams(Object.entries(rest).flatMap(([name, value]) => [value].flat().filter((each) => each !== undefined).map((each) => [name, String(each)]))).toString();
  return `/exports/precedents.csv${query && `?${query}`}`;
}
