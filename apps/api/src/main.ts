import 'reflect-metadata';
import cookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.ts';
import { isHost, sameOrigin } from './platform/address.ts';
import { Db, inScope, openScope } from './platform/db.ts';
import { env } from './platform/env.ts';
import { oursFirst } from './platform/graphql.ts';
import { languageOf } from './platform/language.ts';
import { limits, patience } from './platform/limits.ts';
import { log, logFault } from './platform/log.ts';
import { pages } from './platform/pages.ts';
import { tokenOf } from './platform/session-cookie.ts';
import { guardSockets } from './platform/sockets.ts';
import { throttleExports } from './platform/throttle.ts';

/** What Fastify itself refuses, in the words of all other answers. */
const broken = (message: string) => ({ code: 'INVALID' as const, message });

/** The whole server: GraphQL, sign-in, exports and pages on one origin. Tests call it without a port. */
export async function createApp(): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: limits.bodyBytes, trustProxy: env().TRUST_PROXY ?? false, requestTimeout: patience.requestTimeout, connectionTimeout: patience.connectionTimeout, keepAliveTimeout: patience.keepAliveTimeout,
    http: { headersTimeout: patience.headersTimeout, connectionsCheckingInterval: 2_000 }, // Node looks for the slow only so often
    frameworkErrors: (_fault: unknown, _req: unknown, reply: { code(n: number): { send(body: unknown): void } }) => { reply.code(400).send(broken('This address cannot be read.')); },
  } as ConstructorParameters<typeof FastifyAdapter>[0]);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule, adapter, { logger: ['fatal', 'error'], abortOnError: false });
  const fastify = app.getHttpAdapter().getInstance();
  const db = app.get(Db);
  await app.register(cookie as never);
  fastify.addHook('onRequest', (req, reply, done) => {
    if (!isHost(req.headers.host)) { void reply.code(400).send(broken('The Host header names no host.')); return; }
    if (req.method !== 'GET' && req.method !== 'HEAD' && !sameOrigin(req.raw)) { void reply.code(403).send({ code: 'FORBIDDEN', message: 'This request came from another site.' }); return; }
    inScope(openScope({ token: tokenOf(req.headers.cookie) }, languageOf(req.headers.cookie, req.headers['accept-language'])), done);
  });
  throttleExports(fastify, db);
  oursFirst(fastify);
  guardSockets(app, fastify);
  fastify.get('/healthz', () => ({ ok: true }));
  fastify.get('/readyz', async (_req, reply) => {
    try { await db.as({ token: null }, () => db.sql('select 1')); return { ok: true }; } catch { return reply.code(503).send({ ok: false, why: 'the database does not answer' }); }
  });
  await pages(app, env().WEB_DIST);
  app.enableShutdownHooks();
  return app;
}

if (import.meta.main) {
  process.on('unhandledRejection', (e) => { logFault(e); });
  const app = await createApp().catch((e: unknown) => { logFault(e); process.exit(1); });
  try { await app.listen(env().PORT, env().HOST); } catch (e) {
    const busy = (e as { code?: string }).code === 'EADDRINUSE';
    console.error(busy ? `Port ${env().PORT} is taken. Choose another: PORT=4001 npm start` : `Cannot listen on ${env().HOST}:${env().PORT}: ${(e as Error).message}`);
    process.exit(busy ? 3 : 1);
  }
  const parent = process.ppid; // when npm start is killed outright this process ends too
  if (env().AMPARO_CHILD) setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM'); }, 500).unref();
  log.info({ port: env().PORT }, 'listening');
}
