import { ApolloClient, ApolloLink, CombinedGraphQLErrors, HttpLink, InMemoryCache, Observable } from '@apollo/client';
import { getMainDefinition } from '@apollo/client/utilities';
import type { GraphQLFormattedError } from 'graphql';
import { hearServerTime } from './clock.ts';
import { ShellMeDocument } from './gql/graphql.ts';

/** The codes the server may answer with; everything else is a network that does not answer. */
export type FaultCode = 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'INVALID' | 'CONFLICT' | 'STALE' | 'TOO_MANY' | 'UNAVAILABLE' | 'INTERNAL' | 'OFFLINE';
export interface Fault { code: FaultCode; fields: { field: string; problem: string }[]; reference?: string }

const first = (errors: readonly GraphQLFormattedError[] | undefined) => errors?.[0]?.extensions as { code?: FaultCode; fields?: Fault['fields']; retryable?: boolean; reference?: string } | undefined;

/** What went wrong, as a code that the interface has words for. */
export function faultOf(error: unknown): Fault {
  if (CombinedGraphQLErrors.is(error)) {
    const extensions = first(error.errors);
    return { code: extensions?.code ?? 'INTERNAL', fields: extensions?.fields ?? [], ...(extensions?.reference ? { reference: extensions.reference } : {}) };
  }
  const coded = error as { code?: FaultCode; fields?: Fault['fields'] } | undefined;
  return { code: typeof coded?.code === 'string' ? coded.code : 'OFFLINE', fields: coded?.fields ?? [] };
}

const kindOf = (operation: ApolloLink.Operation) => {
  const main = getMainDefinition(operation.query);
  return main.kind === 'OperationDefinition' ? main.operation : 'query';
};

/**
 * Asks a second time, once, where that helps: the database asked for it (two writers met), or the session has run out and
 * the page is a public one, which reads the same without a cookie.
 */
const secondTry = new ApolloLink((operation, forward) => new Observable<ApolloLink.Result>((observer) => {
  let again = false;
  const attempt = () => forward(operation).subscribe({
    next(result) {
      const fault = first(result.errors);
      if (fault?.code === 'UNAUTHENTICATED') dispatchEvent(new Event('amparo-out')); // what this device keeps for the session goes with it
      const worth = fault?.retryable || (fault?.code === 'UNAUTHENTICATED' && kindOf(operation) === 'query');
      if (!again && worth) {
        again = true;
        if (fault?.code === 'UNAUTHENTICATED') operation.setContext({ credentials: 'omit' });
        running = attempt();
      } else { observer.next(result); observer.complete(); }
    },
    error: (e: unknown) => observer.error(e),
  });
  let running = attempt();
  return () => running.unsubscribe();
}));

/** A session that ended elsewhere takes its open pages with it: they are loaded anew, as the public may read them. */
async function leaveWhenSignedOut(client: ApolloClient): Promise<void> {
  if (!client.readQuery({ query: ShellMeDocument })?.me) return;
  const { data } = await client.query({ query: ShellMeDocument, fetchPolicy: 'network-only' }).catch(() => ({ data: undefined })); // no answer: nothing is known yet
  if (data && !data.me) location.reload();
}

/** Live updates. The WebSocket client is fetched when a page first asks for it, and not before. */
const live = (origin: string, client: () => ApolloClient) => new ApolloLink((operation) => new Observable<ApolloLink.Result>((observer) => {
  let stop: (() => void) | undefined = () => undefined;
  void import('./live.ts').then(({ liveLink }) => {
    if (!stop) return;
    const running = liveLink(origin, () => void client().refetchQueries({ include: 'active' }), () => void leaveWhenSignedOut(client())).request(operation).subscribe(observer);
    stop = () => running.unsubscribe();
  }, (e: unknown) => observer.error(e));
  return () => { stop?.(); stop = undefined; };
}));

/** One client per page in the browser. Signing in or out loads the page anew, so nobody inherits another's cache. */
export function createApollo(origin = location.origin): ApolloClient {
  const http = new HttpLink({
    uri: `${origin}/graphql`,
    fetch: async (...asked) => {
      const sent = Date.now(), answer = await fetch(...asked);
      hearServerTime(answer.headers.get('date'), sent, Date.now());
      return answer;
    },
  });
  const link = ApolloLink.split((operation) => kindOf(operation) === 'subscription', live(origin, () => client), ApolloLink.from([secondTry, http]));
  const client: ApolloClient = new ApolloClient({ link, cache: createCache(), dataMasking: true, devtools: { enabled: import.meta.env.DEV } });
  return client;
}

/** Records that have a name of their own are found again by it, so that a page can be shown from a list already read. */
export const createCache = (): InMemoryCache => new InMemoryCache({
  typePolicies: {
    // an id is unique within its vocabulary only
    Concept: { keyFields: ({ scheme, id }) => (scheme && id ? `Concept:${String(scheme)}:${String(id)}` : false) },
    FacetValue: { keyFields: false },
    CaseReader: { keyFields: false },
    SearchHit: { keyFields: false },
    Proceeding: { fields: { stageChoices: { merge: false } } }, // where it can go is another list once it has moved
    Today: { merge: true },
    ViewerCan: { merge: true },
  },
});
