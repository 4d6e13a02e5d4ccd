import type { TypedDocumentNode } from '@apollo/client';
import { useSubscription, useSuspenseQuery } from '@apollo/client/react';
import { startTransition, useCallback, useMemo } from 'react';
import { CasePage_ChangedDocument } from '../gql/graphql.ts';
import { type Open, useCase } from './case-context.ts';
import { useSettled } from './use-settled.ts';

/** A tab of a case with a query of its own: read with the page, read again after every change. `context` is the case for what stands in the tab: its `refresh` reads both. */
export function useCasePart<Data>(document: TypedDocumentNode<Data, { id: string }>): { data: Data; context: Open } {
  const open = useCase();
  const { id } = open.legalCase;
  const { data, refetch } = useSuspenseQuery(document, { variables: { id } });
  // in a transition, so that the tab stays on screen
  const reread = useCallback(() => { let done: ReturnType<typeof refetch> | undefined; startTransition(() => { done = refetch(); }); return done ?? refetch(); }, [refetch]);
  useSubscription(CasePage_ChangedDocument, { variables: { id }, onData: useSettled(() => reread().catch(() => undefined)) }); // what failed is told by the case, which reads itself anew too
  const context = useMemo(() => ({ ...open, refresh: () => Promise.all([open.refresh(), reread()]) }), [open, reread]);
  return { data: data as Data, context };
}
