import type { World } from './world.ts';

export interface Reply { status: number; body: { ok?: boolean; code?: string; message?: string; fields?: { field: string; problem: string }[] }; headers: Record<string, string | string[] | number | undefined>; token: string | null; took: number }

/** Posts JSON as our own page does; `as` is a session token. Each test may come from an address of its own, so that no limit carries over. */
export async function post(world: World, path: string, payload: unknown, given: { as?: string | null; from?: string; headers?: Record<string, string> } = {}): Promise<Reply> {
  const started = performance.now();
  const r = await world.app.inject({
    method: 'POST', url: `/auth/${path}`, remoteAddress: given.from ?? '127.0.0.1', payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    headers: { host: 'localhost:4000', origin: 'http://localhost:4000', 'content-type': 'application/json', ...(given.as ? { cookie: `amparo=${given.as}` } : {}), ...given.headers },
  });
  const cookie = String(r.headers['set-cookie'] ?? '');
  return { status: r.statusCode, body: r.body ? r.json() : {}, headers: r.headers, token: /^amparo=([\w-]+);/u.exec(cookie)?.[1] ?? null, took: performance.now() - started };
}

/** Is this session good for anything? */
export async function isIn(world: World, token: string | null): Promise<boolean> {
  const r = await world.app.inject({ method: 'POST', url: '/graphql', headers: token ? { cookie: `amparo=${token}` } : {}, payload: { query: '{ me { id } }' } });
  return !!(r.json() as { data?: { me?: unknown } }).data?.me;
}

/** A link for this person, as an operator would make it. */
export async function linkFor(world: World, personId: string, purpose = 'operator', valid = '1 hour'): Promise<string> {
  const token = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url');
  await world.owner.query("insert into app.sign_in_link (token_hash, person_id, purpose, expires_at) values (app.hash($1), $2, $3, now() + $4::interval)", [token, personId, purpose, valid]);
  return token;
}
