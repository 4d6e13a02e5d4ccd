import { sortKey } from '@amparo/domain';
import type { ComparePageQuery, ComparePageQueryVariables } from '../gql/graphql.ts';
import { chosenSlugs, mostCompared } from '../precedents/precedent-search.ts';
import { searches } from '../search-params.ts';

/** What the address of a comparison says: which decisions, which own case, whose order, which rows are put away. */
export type CompareSearch = ReturnType<typeof searches.compare>;

/** What the comparison asks the API for; the route's loader and the page ask the same. */
export const compareVariables = (search: CompareSearch): ComparePageQueryVariables => ({ slugs: chosenSlugs(search.c), ...(search.case && { caseId: search.case }) });

const withSlugs = (search: CompareSearch, slugs: readonly string[]): CompareSearch => searches.compare({ ...search, c: slugs.join(',') });

/** The comparison with one decision more; a seventh is not taken. */
export const added = (search: CompareSearch, slug: string): CompareSearch => withSlugs(search, [...new Set([...chosenSlugs(search.c), slug])].slice(0, mostCompared));
export const removed = (search: CompareSearch, slug: string): CompareSearch => withSlugs(search, chosenSlugs(search.c).filter((kept) => kept !== slug));

/** The comparison with one column moved towards the start (-1) or the end (1); from then on the order is the reader's own. */
export function moved(search: CompareSearch, shown: readonly string[], slug: string, by: -1 | 1): CompareSearch {
  const from = shown.indexOf(slug), to = from + by;
  if (from < 0 || to < 0 || to >= shown.length) return search;
  const order = shown.filter((each) => each !== slug);
  order.splice(to, 0, slug);
  return withSlugs({ ...search, order: 'mine' }, order);
}

/** The comparison with a row shown or put away. */
export const withRow = (search: CompareSearch, row: string, shown: boolean): CompareSearch =>
  searches.compare({ ...search, hide: shown ? search.hide?.filter((each) => each !== row) : [...(search.hide ?? []), row] });

export type Comparison = ComparePageQuery['comparison'];
export type Column = Comparison['columns'][number];
export type OwnCase = NonNullable<Comparison['ownCase']>;

/** Columns oldest first, as they come, or in the order that the reader gave them. */
export function ordered(columns: readonly Column[], search: CompareSearch): Column[] {
  if (search.order !== 'mine') return [...columns];
  const place = new Map(chosenSlugs(search.c).map((slug, at) => [slug, at]));
  return columns.toSorted((a, b) => (place.get(a.slug) ?? 0) - (place.get(b.slug) ?? 0));
}

/** Later decisions in the same matter: appeals, complaints further up, the next challenge. */
export const laterDecisions = ({ history, decidedOn }: Pick<Column, 'history' | 'decidedOn'>) =>
  history.flatMap(({ label, precedent }) => (precedent?.decidedOn && (!decidedOn || sortKey(precedent.decidedOn) > sortKey(decidedOn)) ? [{ label, precedent, on: precedent.decidedOn }] : []));

/** What happened after the day of the decision, as far as the record's timeline goes. */
export const afterwards = ({ timeline, decidedOn }: Pick<Column, 'timeline' | 'decidedOn'>) => (decidedOn ? timeline.filter(({ on }) => on > decidedOn && !on.startsWith(decidedOn)) : []);
