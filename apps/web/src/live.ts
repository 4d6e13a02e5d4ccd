import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { createClient } from 'graphql-ws';

let link: GraphQLWsLink | undefined;

/**
 * The one WebSocket of this page. After a break everything on screen is read again, since events were missed.
 * `onShut`: the server let nobody in (a browser does not say why), so perhaps the session has ended.
 */
export function liveLink(origin: string, onReturn: () => void, onShut: () => void): GraphQLWsLink {
  return (link ??= new GraphQLWsLink(createClient({
    url: `${origin.replace(/^http/, 'ws')}/graphql`,
    lazy: true,
    keepAlive: 20_000,
    retryAttempts: Infinity,
    shouldRetry: () => true,
    retryWait: (tries) => new Promise((ready) => { setTimeout(ready, Math.min(500 * 2 ** tries, 10_000) * (0.7 + Math.random() * 0.6)); }),
    on: { connected: (_socket, _payload, wasRetry) => { if (wasRetry) onReturn(); }, closed: (event) => { if (!(event as CloseEvent).wasClean || (event as CloseEvent).code === 4401) onShut(); } },
  })));
}
