import WebSocket from 'ws';
import type { Who, World } from './world.ts';

const listening = new WeakMap<World, Promise<unknown>>();
export interface Heard { id: string; table: string; rowId: string; kind: string }
/** What one person hears of changing cases, over a real WebSocket. The world's server is given a port when the first one listens. */
export async function listenTo(world: World, who: Who | 'stranger', caseId: string | null = null) {
  if (!listening.has(world)) listening.set(world, world.app.listen(0, '127.0.0.1'));
  await listening.get(world);
  const { port } = world.app.getHttpServer().address() as { port: number };
  const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws', who === 'stranger' ? {} : { headers: { cookie: `amparo=${world.people[who].token}` } });
  const heard: Heard[] = [];
  const raw: string[] = [];
  // its close code, or the HTTP status of whoever is not let in at all
  const closed = new Promise<number>((ok) => {
    socket.on('close', ok);
    socket.on('unexpected-response', (request, { statusCode }) => { request.destroy(); ok(statusCode ?? 0); });
  });
  const ready = new Promise<void>((ok) => {
    socket.on('message', (data) => {
      const text = String(data);
      raw.push(text);
      const message = JSON.parse(text) as { type: string; payload?: { data?: { legalCaseChanged: Heard } } };
      if (message.type === 'connection_ack') {
        socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: 'subscription($id: ID) { legalCaseChanged(id: $id) { id table rowId kind } }', variables: { id: caseId } } }));
        setTimeout(ok, 150); // the server says nothing when a subscription stands
      }
      if (message.type === 'next' && message.payload?.data) heard.push(message.payload.data.legalCaseChanged);
    });
  });
  socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init' })));
  await Promise.race([ready, closed]);
  return {
    heard, raw, closed,
    /** The first event that fits, within `ms`; null when there is none. */
    async next(fits: (h: Heard) => boolean, ms = 2000): Promise<Heard | null> {
      for (const end = Date.now() + ms; Date.now() < end; await new Promise((r) => setTimeout(r, 20))) { const found = heard.find(fits); if (found) return found; }
      return null;
    },
    end() { if (socket.readyState === WebSocket.OPEN) socket.close(); },
  };
}
