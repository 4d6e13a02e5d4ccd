import type { OrderFilter } from '../gql/graphql.ts';
import type { searches } from '../search-params.ts';

/** What the address of the board says. */
export type OrderSearch = ReturnType<typeof searches.orders>;
export const pageOfOrders = 50;
export const boardGroups = ['past', 'running', 'cannot_be_counted', 'no_day', 'done'] as const;

/** The board of an address, as the server is asked for it. */
export function ordersVariables({ q, country, type, group, after }: OrderSearch): { first: number; after?: string; filter: OrderFilter } {
  const filter = { text: q, countries: country && [country], types: type && [type], groups: group && [group] };
  return { first: pageOfOrders, ...(after ? { after } : {}), filter: Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as OrderFilter };
}

/** The same board with one thing changed, from its first page. */
export function changed(search: OrderSearch, patch: { readonly [K in keyof OrderSearch]?: OrderSearch[K] | undefined }): OrderSearch {
  const { after: _after, ...rest } = { ...search, ...patch };
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined && value !== '')) as OrderSearch;
}
