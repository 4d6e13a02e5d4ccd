import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { constants } from 'node:zlib';
import type { ApolloServer } from '@apollo/server';
import compress from '@fastify/compress';
import statics from '@fastify/static';
import type { ApolloDriver } from '@nestjs/apollo';
import { GraphQLModule } from '@nestjs/graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DocumentNode, ExecutionResult } from 'graphql';
import { type Actor, inScope, openScope } from './db.ts';
import { env } from './env.ts';
import { languageOf } from './language.ts';
import { logFault } from './log.ts';
import { tokenOf } from './session-cookie.ts';

type ViteManifest = Record<string, { file: string; css?: string[]; imports?: string[] }>;
interface Entry { scripts: string[]; css: string[]; manifest: ViteManifest; dev: boolean }
interface Page { status: number; headers: Headers; body: NodeJS.ReadableStream | null }
type Execute = (query: DocumentNode, variables: unknown, name: string | undefined) => Promise<ExecutionResult>;
/** What the web client's server build exports: the two sides meet in this shape only, no import across. */
interface Rendering { shell(of: { entry: Entry; nonce: string }): string; render(page: { url: string; signal: AbortSignal; nonce: string; cookie: string; acceptLanguage: string; entry: Entry; execute: Execute }): Promise<Page> }
interface Client { entry: Entry; load(): Promise<Rendering> }

const year = 31_536_000;

/** The web client's pages, rendered in this process, and its files. Without a build of the client there are none. */
export async function pages(app: NestFastifyApplication, dist: string | undefined): Promise<void> {
  const source = env().WEB_DEV;
  if (!dist && !source) return;
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  await app.register(compress as never, {
    threshold: 1024,
    encodings: ['br', 'gzip', 'identity'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } },
  } as never);
  const client = source ? await fromSource(app, fastify, source) : await fromBuild(app, dist as string);
  const execute = executor(app);

  const page = async (req: FastifyRequest, reply: FastifyReply) => {
    const path = req.url.split('?')[0] ?? '';
    if (!req.url.startsWith('/')) return reply.code(400).type('text/plain').send('This is not an address of this site.');
    if (/%00/.test(req.url)) return reply.code(400).type('text/plain').send('This address holds a character that no page has.');
    if (/\.\w+$/.test(path)) return reply.code(404).type('text/plain').send('There is no such file.');
    const nonce = randomBytes(16).toString('base64');
    const gone = new AbortController();
    req.raw.on('close', () => { if (!reply.raw.writableFinished) gone.abort(new Error('the browser went away')); });
    const started = performance.now();
    const { render } = await client.load();
    const made = await render({
      url: `${req.protocol}://${req.host}${req.url}`, signal: gone.signal, nonce, entry: client.entry,
      cookie: req.headers.cookie ?? '', acceptLanguage: req.headers['accept-language'] ?? '', execute: execute(req),
    });
    made.headers.forEach((value, name) => void reply.header(name, value));
    const elsewhere = made.headers.get('location');
    if (!made.body && elsewhere) reply.type('text/html; charset=utf-8');
    return reply.code(made.status).headers({
      'content-security-policy': policy(nonce),
      'cache-control': 'private, no-store',
      vary: 'Accept-Language, Cookie',
      'server-timing': `render;dur=${(performance.now() - started).toFixed(1)}`,
      // a one-time link must not travel on in a Referer; of our own address its form needs the origin
      'referrer-policy': path.startsWith('/link/') ? 'strict-origin' : 'same-origin',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=(), interest-cohort=()',
      ...(env().PUBLIC_URL?.startsWith('https:') ? { 'strict-transport-security': `max-age=${year}; includeSubDomains` } : {}),
    }).send(made.body ?? (elsewhere ? movedTo(elsewhere) : undefined));
  };
  const answer = (req: FastifyRequest, reply: FastifyReply) => page(req, reply).catch((e: unknown) => {
    if (req.raw.destroyed && !reply.raw.writable) return reply;
    return reply.code(500).type('text/plain').header('cache-control', 'no-store').send(`Something went wrong on our side. Nothing was lost. Reference ${logFault(e)}`);
  });
  // asked for by the service worker, without a cookie: whoever it is kept for, nobody's data is in it
  fastify.get('/log-shell', async (_req, reply) => {
    const nonce = randomBytes(16).toString('base64');
    return reply.headers({ 'content-security-policy': policy(nonce), 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache', 'referrer-policy': 'same-origin', 'x-content-type-options': 'nosniff' })
      .send((await client.load()).shell({ entry: client.entry, nonce }));
  });
  fastify.get('/', answer);
  fastify.get('/*', answer);
}

/** What a redirect says to whoever does not follow it by itself. */
const movedTo = (address: string) => `<!doctype html><html lang="en"><title>Amparo</title><a href="${address.replace(/[&"<>]/g, (c) => `&#${c.charCodeAt(0)};`)}">Go on</a></html>`;

/** Scripts only with this answer's nonce and what they load; React writes style attributes (bars, marks on a line of time), and only those are allowed inline. */
const policy = (nonce: string) => [
  `default-src 'none'`, `script-src 'nonce-${nonce}' 'strict-dynamic'`, `style-src 'self' 'nonce-${nonce}'`, `style-src-attr 'unsafe-inline'`,
  `img-src 'self' data:`, `font-src 'self'`, `connect-src 'self'`, `manifest-src 'self'`, `worker-src 'self'`,
  `base-uri 'none'`, `form-action 'self'`, `frame-ancestors 'none'`,
].join('; ');

/** The built client: files with a hash in their name never change. */
async function fromBuild(app: NestFastifyApplication, dist: string): Promise<Client> {
  await app.register(statics as never, {
    root: join(dist, 'client'), wildcard: false, index: false, cacheControl: false,
    setHeaders: (reply: { header(name: string, value: string): void }, path: string) => {
      reply.header('cache-control', /[\\/]assets[\\/]/.test(path) ? `public, max-age=${year}, immutable` : 'no-cache');
      reply.header('x-content-type-options', 'nosniff');
      if (path.endsWith('sw.js')) reply.header('content-security-policy', "default-src 'none'; connect-src 'self'; script-src 'self'");
    },
  } as never);
  const manifest = JSON.parse(readFileSync(join(dist, 'client/.vite/manifest.json'), 'utf8')) as ViteManifest;
  const main = manifest['src/main.tsx'];
  if (!main) throw new Error(`The web client in ${dist} is not built.`);
  const module = import(pathToFileURL(join(dist, 'server/entry-server.js')).href) as Promise<Rendering>;
  return { entry: { scripts: [`/${main.file}`], css: (main.css ?? []).map((css) => `/${css}`), manifest, dev: false }, load: () => module };
}

/** The client from its sources, through Vite in this process, with fast reload. */
async function fromSource(app: NestFastifyApplication, fastify: FastifyInstance, source: string): Promise<Client> {
  interface Vite { middlewares(req: IncomingMessage, res: ServerResponse, next: () => void): void; ssrLoadModule(path: string): Promise<unknown>; close(): Promise<void> }
  const { createServer } = (await import(pathToFileURL(join(source, '../../node_modules/vite/dist/node/index.js')).href)) as { createServer(options: object): Promise<Vite> };
  const vite = await createServer({
    root: source, configFile: join(source, 'vite.config.ts'), appType: 'custom',
    server: { middlewareMode: true, ws: { server: fastify.server }, hmr: { server: fastify.server, path: '/@hmr' } },
  });
  app.use((req: IncomingMessage & { originalUrl?: string }, res: ServerResponse, next: () => void) => {
    if (/^\/(@|src\/|node_modules\/|icon[-.]|app\.webmanifest)|\?(import|direct|t=|v=)/.test(req.originalUrl ?? req.url ?? '')) vite.middlewares(req, res, next); else next();
  });
  fastify.addHook('onClose', () => vite.close());
  return { entry: { scripts: ['/src/main.tsx'], css: [], manifest: {}, dev: true }, load: () => vite.ssrLoadModule('/src/entry-server.tsx') as Promise<Rendering> };
}

/**
 * Runs a page's operations as the one who asks for the page, through Apollo with all its rules, each in a scope of its own.
 * A session that has run out turns into the public for the rest of that page: public pages stay open, private ones ask to sign in.
 */
const executor = (app: NestFastifyApplication) => {
  let server: ApolloServer | undefined;
  return (req: FastifyRequest): Execute => {
    let actor: Actor = { token: tokenOf(req.headers.cookie) };
    const language = languageOf(req.headers.cookie, req.headers['accept-language']);
    const run: Execute = async (query, variables, operationName) => {
      server ??= (app.get(GraphQLModule) as unknown as { graphQlAdapter: ApolloDriver }).graphQlAdapter.instance as unknown as ApolloServer;
      const to = server, as = actor;
      const { body } = await inScope(openScope(as, language), () =>
        to.executeOperation({ query: query as never, variables: variables as never, ...(operationName ? { operationName } : {}) }, { contextValue: { actor: as } as never }));
      if (body.kind !== 'single') throw new Error('An incremental answer where one was expected.');
      const result = body.singleResult as ExecutionResult;
      if (as.token && result.errors?.some((e) => e.extensions?.['code'] === 'UNAUTHENTICATED')) {
        actor = { token: null };
        return run(query, variables, operationName);
      }
      return result;
    };
    return run;
  };
};
