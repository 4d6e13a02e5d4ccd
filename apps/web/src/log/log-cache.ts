import type { ApolloCache, ApolloClient, Reference } from '@apollo/client';
import { compareLegalDates } from '@amparo/domain';
import type { LogSheetSaveMutation } from '../gql/graphql.ts';
import type { OwnEntry } from './log-draft.ts';

/** An event that the server has not confirmed yet has version 0; the timeline says "sending…" there. */
export const unconfirmed = 0;

/** The entry as it will look, until the server answers. */
export function expected(entry: OwnEntry, me: { id: string; name: string }, timeZone: string | null, now: Date): LogSheetSaveMutation['logEvent'] {
  const { nextOn: _on, nextType: _type, by: _by, ...fields } = entry;
  return {
    __typename: 'ProcEvent', ...fields, basis: null, atTime: null, timeZone, title: null, source: null, followsId: null,
    version: unconfirmed, createdAt: now.toISOString(), undoUntil: null, incomplete: [], twin: null, loggedBy: { __typename: 'Person', ...me },
  } as unknown as LogSheetSaveMutation['logEvent'];
}

/** Puts an event into the timeline of its case, if that lies in the cache: newest first, as the server gives it. */
export function intoTimeline(cache: ApolloCache, event: { __typename?: string; id: string; legalCaseId: string; on: string }): void {
  const ref = cache.identify(event as never);
  const legalCase = cache.identify({ __typename: 'LegalCase', id: event.legalCaseId });
  if (!ref || !legalCase) return;
  cache.modify<{ events: readonly Reference[] }>({
    id: legalCase,
    fields: {
      events: (before, { readField, toReference }) => {
        const own = toReference(ref);
        const there = before as readonly Reference[];
        if (!own || there.some((each) => readField('id', each) === event.id)) return before;
        const at = there.findIndex((each) => compareLegalDates(readField<string>('on', each) ?? '', event.on, 'newest') >= 0);
        return at < 0 ? [...there, own] : [...there.slice(0, at), own, ...there.slice(at)];
      },
    },
  });
}

const touched = new Set(['TodayPage', 'LogSheet', 'CasePage']);
/** Reads again what an entry changes on the pages that are open; where Today is not, its next visit asks anew. */
export function readAgain(client: ApolloClient): void {
  const open = [...client.getObservableQueries()].filter(({ queryName }) => touched.has(queryName ?? ''));
  if (!open.some(({ queryName }) => queryName === 'TodayPage')) client.cache.evict({ id: 'ROOT_QUERY', fieldName: 'today' });
  for (const query of open) void query.refetch();
}
