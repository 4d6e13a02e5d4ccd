import type { ApolloClient, OperationVariables, TypedDocumentNode } from '@apollo/client';
import type { I18n } from '@lingui/core';
import { notFound } from '@tanstack/react-router';
import { faultOf } from './apollo.ts';
import { CodedError } from './faults.ts';

/** What a page's loader gets. It warms Apollo's cache, so that the page can read at once, and answers with the title of the window. */
export interface Loading<Params = Record<string, string>, Search = Record<string, unknown>> { apollo: ApolloClient; i18n: I18n; params: Params; search: Search }
export interface Loaded { title: string }
export type Loader = (loading: Loading<never, never>) => Promise<Loaded>;

/** Reads into the cache. Only coded errors go on: an error of a loader is sent along with the page. */
export async function warm<Data, Variables extends OperationVariables>(apollo: ApolloClient, query: TypedDocumentNode<Data, Variables>, variables: Variables): Promise<Data> {
  try {
    const { data } = await apollo.query<Data, Variables>({ query, variables } as never);
    return data as Data;
  } catch (e) {
    const { code } = faultOf(e);
    if (code === 'NOT_FOUND') throw notFound();
    throw new CodedError(code);
  }
}

/** What is absent and what one may not read are the same page. */
export function found<T>(record: T | null | undefined): T {
  if (record === null || record === undefined) throw notFound();
  return record;
}
