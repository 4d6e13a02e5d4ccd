import { isIP } from 'node:net';
import { inspect } from 'node:util';
import { z } from 'zod';

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const kind = isIP(address);
  return kind > 0 && !more.length && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) > 0 && Number(bits) <= (kind === 4 ? 32 : 128)));
}

/** Every variable the product knows. `.env.example` is generated from this table; `secret` ones never stand in `env()`. */
export const table = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(4000).meta({ about: 'Port of the one origin that serves pages and /graphql.' }),
  HOST: z.string().min(1).default('127.0.0.1').meta({ about: 'Address to listen on. Anything but this machine alone turns the demo off.' }),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\/\S+$/, 'must look like postgres://user:password@host:5432/database').optional()
    .meta({ about: 'PostgreSQL 15 or later of your own. Its role owns the database and may create roles. Empty: the embedded one.', secret: true, example: 'postgres://amparo:password@db.example.org:5432/amparo' }),
  AMPARO_HOME: z.string().min(1).optional().meta({ about: 'Where data and keys of this installation lie. Empty: .amparo in the checkout.', example: '/srv/amparo' }),
  AMPARO_DEMO: z.enum(['0', '1']).optional().meta({ about: '0: no sample organisations, people and cases. They are never there in production, nor with a database or an address of your own.', example: '0' }),
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development').meta({ about: 'production: no demo, no introspection, a link for the first steward alone.' }),
  AMPARO_OPERATIONS: z.enum(['ours', 'any']).optional().meta({ about: 'ours: /graphql answers only what the web client itself asks. any: every operation. Empty: ours in production, any elsewhere.', example: 'any' }),
  AMPARO_STEWARD_EMAIL: z.email().default('steward@amparo.localhost').meta({ about: 'Address of the first steward, who is made at the first start without the demo.', example: 'steward@example.org' }),
  PUBLIC_URL: z.url().refine((text) => { const url = URL.parse(text); return !!url && /^https?:$/u.test(url.protocol) && !url.username && !url.password && url.pathname === '/' && !url.search && !url.hash; }, 'must be an address alone, such as https://amparo.example.org').optional().meta({ about: 'The address people type, when a proxy stands in front. In production it begins with https, unless HOST is this machine alone.', example: 'https://amparo.example.org' }),
  TRUST_PROXY: z.string().refine((list) => list.split(',').map((each) => each.trim()).every(isNetwork), 'must be addresses or networks, such as 127.0.0.1, 10.0.0.0/8').optional()
    .meta({ about: 'Addresses of the proxy in front, parted by commas. Only what these say of where a request comes from (X-Forwarded-For) is believed. Empty: nobody.', example: '127.0.0.1, 10.0.0.0/8' }),
  SMTP_URL: z.url().optional().meta({ about: 'Where mail goes out: links to sign in, reminders of dates. Empty: no mail is sent, reminders stand in the app alone.', secret: true, example: 'smtps://user:password@mail.example.org' }),
  MAIL_FROM: z.string().min(3).regex(/^[^\p{Cc}]+$/u, 'must be one line').default('Amparo <amparo@localhost>').meta({ about: 'Sender of that mail.' }),
  WEB_DIST: z.string().optional().meta({ about: 'Set by the start: the built web client.', internal: true }),
  WEB_DEV: z.string().optional().meta({ about: 'Set by npm run dev: the web client\'s sources, served with fast reload.', internal: true }),
  AMPARO_CHILD: z.string().optional().meta({ about: 'Set by the start: end when the process that started this one ends.', internal: true }),
});
type Settings = z.infer<typeof table>;
const secretNames = ['DATABASE_URL', 'SMTP_URL'] as const;
type SecretName = (typeof secretNames)[number];
export type Env = Readonly<Omit<Settings, SecretName>>;

/** Addresses that hold passwords. Printed, logged or put into JSON it says only that it is hidden. */
export class Secrets {
  readonly #values: Pick<Settings, SecretName>;
  constructor(values: Pick<Settings, SecretName>) { this.#values = values; Object.freeze(this); }
  /** The database as the login role `lit_api` (in the start itself: as the owner). */
  get DATABASE_URL(): string | undefined { return this.#values.DATABASE_URL; }
  get SMTP_URL(): string | undefined { return this.#values.SMTP_URL; }
  toJSON(): string { return '[hidden]'; }
  toString(): string { return '[hidden]'; }
  [inspect.custom](): string { return '[hidden]'; }
}

/**
 * Reads a process's environment: once, whole, frozen. An empty value counts as not given.
 * @throws Error that names every faulty variable at once, without its value
 */
export function readEnv(source: NodeJS.ProcessEnv = process.env): { env: Env; secrets: Secrets } {
  const given = Object.fromEntries(Object.entries(source).filter(([, v]) => v !== undefined && v !== ''));
  const r = table.safeParse(given);
  if (!r.success) throw new Error(`Settings that cannot be used:\n${r.error.issues.map((i) => `  ${i.path.join('.')}: ${i.message}`).join('\n')}`);
  const { DATABASE_URL, SMTP_URL, ...rest } = r.data;
  // without https a session can be read on its way; a loopback address has no way
  if (rest.NODE_ENV === 'production' && !(rest.PUBLIC_URL ? rest.PUBLIC_URL.startsWith('https:') || isLoopback(new URL(rest.PUBLIC_URL).hostname.replace(/^\[|\]$/gu, '')) : isLoopback(rest.HOST)))
    throw new Error('Settings that cannot be used:\n  PUBLIC_URL: in production, people reach Amparo through https alone: name the address they type, such as https://amparo.example.org');
  // https ends at a proxy, never here: whose word of where people come from is believed has to be said, or all of them are one and the same to every limit
  if (rest.NODE_ENV === 'production' && rest.PUBLIC_URL?.startsWith('https:') && !rest.TRUST_PROXY)
    throw new Error('Settings that cannot be used:\n  TRUST_PROXY: name the proxy that stands in front and speaks https, such as 127.0.0.1: without it everybody seems to come from one place');
  return { env: Object.freeze(rest), secrets: new Secrets({ DATABASE_URL, SMTP_URL }) };
}

export const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127(?:\.\d+){3}$/u.test(host);

let read: ReturnType<typeof readEnv> | undefined;
export const env = (): Env => (read ??= readEnv()).env;
export const secrets = (): Secrets => (read ??= readEnv()).secrets;
/** Is this the demo, which anyone on this machine may enter? The start says so; production and a wider address overrule it. */
export const demoOn = (): boolean => env().AMPARO_DEMO === '1' && env().NODE_ENV !== 'production' && isLoopback(env().HOST);
/** The database address of the API. @throws Error where none is set: the start sets it */
export function databaseUrl(): string {
  const url = secrets().DATABASE_URL;
  if (!url) throw new Error('DATABASE_URL is not set. `npm start` sets it; alone this program cannot run.');
  return url;
}
