import type { CalendarPageQueryVariables } from '../gql/graphql.ts';
import type { searches } from '../search-params.ts';
import { rangeOf, type View } from './months.ts';

export type CalendarSearch = ReturnType<typeof searches.calendar>;
export const viewOf = ({ view }: CalendarSearch): View => (view as View | undefined) ?? 'month';
/** The address with some of it changed; what is undefined goes out of it. */
export function changed(search: CalendarSearch, patch: { [K in keyof CalendarSearch]?: CalendarSearch[K] | undefined }): CalendarSearch {
  return Object.fromEntries(Object.entries({ ...search, ...patch }).filter(([, value]) => value !== undefined)) as CalendarSearch;
}
export type SearchPatch = Parameters<typeof changed>[1];
/** The first month that is shown; without one in the address, this one (of UTC: the server does not know the reader's). */
export const monthOf = ({ month }: CalendarSearch): string => month ?? new Date().toISOString().slice(0, 7);

/** What is asked of the server for an address. What is no id in it is left to the server to refuse. */
export function variablesOf(search: CalendarSearch): CalendarPageQueryVariables {
  const { case: legalCaseId, person: personId, organisation: organisationId, all: everything } = search;
  return {
    range: rangeOf(viewOf(search), monthOf(search)),
    filter: { ...(legalCaseId ? { legalCaseId } : {}), ...(personId ? { personId } : {}), ...(organisationId ? { organisationId } : {}), ...(everything ? { everything } : {}) },
  };
}
