import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import { GraphQLModule } from '@nestjs/graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { sameOrigin, sourceOf } from './address.ts';
import { Db } from './db.ts';
import { env } from './env.ts';
import { AppError, statusOf, toAppError } from './errors.ts';
import { type Changed, Events } from './events.ts';
import { limits } from './limits.ts';
import { tokenOf } from './session-cookie.ts';
import { networkOf } from './throttle.ts';

/** A connection that was let in, by whom and from where. `close`: how it ends in words, once it speaks WebSocket. */
interface Place { token: string; from: string; person: string | null; close(): void }
const places = new Map<object, Place>();
const held = (by: 'token' | 'from' | 'person', value: string) => [...places.values()].filter((p) => p[by] === value).length;

/** Nest makes the WebSocket server by itself and keeps it to itself, with frames of a hundred megabytes. */
interface Driver { graphQlAdapter: { _subscriptionService: { wss: { options: { maxPayload?: number } } } } }

/**
 * The door of the WebSocket. Whoever is not signed in, comes from another site or holds too many places already is answered
 * in plain HTTP, before there is a WebSocket that could be sent anything; other upgrades end at once.
 */
export function guardSockets(app: NestFastifyApplication, fastify: FastifyInstance): void {
  const db = app.get(Db), events = app.get(Events);
  const server = fastify.server as Server;
  /** Who this session is, or null when it stands no more. @throws while the database does not say */
  const whoIs = (token: string) => db.as({ token }, () => db.who()).catch((e: unknown) => { if (toAppError(e).code === 'UNAUTHENTICATED') return null; throw e; });
  const check = (concerns: (p: Place) => boolean) => {
    for (const token of new Set([...places.values()].filter(concerns).map((p) => p.token)))
      void whoIs(token).then((who) => { if (!who) for (const p of places.values()) if (p.token === token) p.close(); }, () => undefined); // asked again in a minute
  };
  const heard = (e: Changed) => { if (e.t === 'session') check((p) => !e.i || p.person === e.i); };
  const timer = setInterval(() => { check(() => true); }, 60_000).unref();
  events.heard.add(heard);
  fastify.addHook('onClose', async () => { clearInterval(timer); events.heard.delete(heard); });

  const enter = async (req: IncomingMessage, socket: Socket): Promise<void> => {
    if (req.url?.split('?')[0] !== '/graphql') throw new AppError('NOT_FOUND');
    if (!sameOrigin(req)) throw new AppError('FORBIDDEN');
    const token = tokenOf(req.headers.cookie), from = networkOf(sourceOf(req));
    if (!token) throw new AppError('UNAUTHENTICATED');
    if (held('from', from) >= limits.socketsFrom || held('token', token) >= limits.sockets) throw new AppError('TOO_MANY');
    const place: Place = { token, from, person: null, close: () => { socket.destroy(); } };
    places.set(socket, place); // before the question: many at once must not pass together
    socket.once('close', () => { places.delete(socket); });
    const who = await whoIs(token);
    if (!who) throw new AppError('UNAUTHENTICATED');
    if (held('person', who) >= limits.socketsOf) throw new AppError('TOO_MANY'); // however many sessions they are spread over
    place.person = who;
  };

  fastify.addHook('onReady', async () => {
    (app.get(GraphQLModule) as unknown as Driver).graphQlAdapter._subscriptionService.wss.options.maxPayload = limits.frameBytes;
    const go = server.listeners('upgrade') as ((req: IncomingMessage, socket: Socket, head: Buffer) => void)[];
    server.removeAllListeners('upgrade');
    server.on('upgrade', (req: IncomingMessage, socket: Socket, head: Buffer) => {
      const gone = () => { socket.destroy(); };
      socket.on('error', gone).setTimeout(10_000, gone);
      const fastReload = !!env().WEB_DEV && req.url?.startsWith('/@hmr');
      (fastReload ? Promise.resolve() : enter(req, socket)).then(() => { socket.off('error', gone).setTimeout(0); for (const f of go) f.call(server, req, socket, head); }, (e: unknown) => {
        places.delete(socket);
        const { code } = toAppError(e);
        socket.once('finish', gone).end(`HTTP/1.1 ${statusOf[code]} ${code}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      });
    });
  });
}

/** Called once the WebSocket speaks: from now on its end carries a reason. */
export function greet({ socket, request }: { socket: { close(code: number, why: string): void }; request: { socket: object } }): boolean {
  const place = places.get(request.socket);
  if (!place) return false;
  place.close = () => { socket.close(4401, 'UNAUTHENTICATED'); };
  return true;
}
