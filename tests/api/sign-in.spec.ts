import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { isIn, linkFor, post } from '../support/sign-in.ts';
import { makeWorld, type Who, type World } from '../support/world.ts';

const password = 'canary-Tormentil 7 stilts';
let world: World;
const seen: string[] = [];
beforeAll(async () => {
  const { log } = await import('../../apps/api/src/platform/log.ts');
  const out = (log as unknown as Record<symbol, { write(line: string): void }>)[pino.symbols.streamSym];
  if (!out) throw new Error('the log writes nowhere');
  vi.spyOn(out, 'write').mockImplementation((line) => { seen.push(line); });
  world = await makeWorld();
});
afterAll(() => world.end());

/** A fresh session of this person, opened by a link. */
async function enter(who: Who, from = '10.9.9.9'): Promise<string> {
  const { token } = await post(world, 'link/use', { token: await linkFor(world, world.people[who].id) }, { from });
  if (!token) throw new Error('the link did not open');
  return token;
}
const signIn = (email: string, given: string, from: string, more: object = {}) => post(world, 'sign-in', { email, password: given, ...more }, { from });

describe('a password', () => {
  it('is set by whoever came with a link, and opens a new session each time', async () => {
    const token = await enter('lead');
    expect((await post(world, 'password', { password }, { as: token })).status).toBe(200);
    const first = await signIn(world.people.lead.email, password, '10.0.0.1');
    const again = await signIn(` ${world.people.lead.email.toUpperCase()} `, password, '10.0.0.1');
    expect([first.status, first.body, again.status]).toEqual([200, { ok: true }, 200]);
    expect(first.token).toMatch(/^[\w-]{43}$/u);
    expect(again.token).not.toBe(first.token);
    expect([first.headers['set-cookie']].flat()).toEqual([expect.stringMatching(/^amparo=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=604800$/u), expect.stringMatching(/^amparo-known=[\w-]{22}\.[\da-f]{64}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=31536000$/u)]);
    expect(await isIn(world, first.token)).toBe(true);
  });

  it('is never stored, nor is a token', async () => {
    const { token } = await signIn(world.people.lead.email, password, '10.0.0.2');
    for (const table of ['person', 'session', 'sign_in_link', 'attempt']) {
      const { rows } = await world.owner.query(`select to_jsonb(t)::text as row from app.${table} t`);
      for (const { row } of rows as { row: string }[]) for (const secret of [password, token ?? '', Buffer.from(token ?? '').toString('hex')]) expect(row).not.toContain(secret);
    }
    const { rows } = await world.owner.query('select password_hash from app.person where id = $1', [world.people.lead.id]);
    expect((rows[0] as { password_hash: string }).password_hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/u);
  });

  it.each([['short1!', 'too_short'], ['long enough and then some more '.repeat(5), 'too_long'], ['Password1234', 'common'], ['123456789012', 'common'], ['abababababab', 'common'], ['my-teammate-is-me', 'contains_name'], ['broken \ud800 character', 'broken_character']])('%s is refused: %s', async (bad, problem) => {
    const r = await post(world, 'password', { password: bad }, { as: await enter('teammate', '10.0.1.1') });
    expect([r.status, r.body.fields]).toEqual([400, [{ field: 'password', problem }]]);
  });

  it('changes only with the old one, and ends every other session', async () => {
    const [mine, other] = [await signIn(world.people.lead.email, password, '10.0.0.3'), await signIn(world.people.lead.email, password, '10.0.0.3')];
    expect((await post(world, 'password', { password: 'another fine phrase' }, { as: mine.token })).body.fields).toEqual([{ field: 'current', problem: 'required' }]);
    expect((await post(world, 'password', { current: 'not it, not it', password: 'another fine phrase' }, { as: mine.token })).body.fields).toEqual([{ field: 'current', problem: 'wrong' }]);
    expect(await isIn(world, other.token)).toBe(true);
    expect((await post(world, 'password', { current: password, password: 'another fine phrase' }, { as: mine.token })).status).toBe(200);
    expect([await isIn(world, mine.token), await isIn(world, other.token)]).toEqual([true, false]);
    expect((await signIn(world.people.lead.email, password, '10.0.0.3')).status).toBe(401);
    expect((await post(world, 'password', { current: 'another fine phrase', password }, { as: mine.token })).status).toBe(200);
  });
});

describe('guessing', () => {
  it('gets the same answer, size and time for a wrong password and an unknown address', async () => {
    const wrong = [], unknown = [];
    for (let i = 0; i < 8; i++) {
      wrong.push(await signIn(world.people.lead.email, 'not this one either', `10.1.${i}.1`));
      unknown.push(await signIn(`nobody${i}@nowhere.example`, 'not this one either', `10.1.${i}.2`));
    }
    const plain = (r: Awaited<ReturnType<typeof signIn>>) => JSON.stringify([r.status, r.body, Object.keys(r.headers).sort(), r.headers['content-length']]);
    expect(new Set([...wrong, ...unknown].map(plain)).size).toBe(1);
    expect(wrong[0]?.status).toBe(401);
    const middle = (rs: { took: number }[]) => rs.map((r) => r.took).sort((a, b) => a - b)[rs.length / 2] ?? 0;
    expect(middle(unknown) / middle(wrong)).toBeGreaterThan(0.6);
    expect(middle(unknown) / middle(wrong)).toBeLessThan(1.7);
  });

  it('is slowed per address and account, told when to come back, and never locks out for good', async () => {
    const tries = [];
    for (let i = 0; i < 11; i++) tries.push(await signIn(world.people.ally.email, 'guess guess guess', '10.2.0.1'));
    expect(tries.map((t) => t.status)).toEqual([...Array<number>(10).fill(401), 429]);
    expect(tries[10]?.body.code).toBe('TOO_MANY');
    expect(Number(tries[10]?.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(tries[10]?.headers['retry-after'])).toBeLessThanOrEqual(900);
    await world.owner.query("update app.attempt set window_start = window_start - interval '1 hour'");
    expect((await signIn(world.people.ally.email, 'guess guess guess', '10.2.0.1')).status).toBe(401);
  });

  it('from one address leaves the owner their own tries, and a browser they have been in before leaves them more', async () => {
    const { email, id } = world.people.facilitator;
    const token = await enter('facilitator', '10.7.0.1');
    expect((await post(world, 'password', { password }, { as: token })).status).toBe(200);
    const home = await signIn(email, password, '10.7.0.1');
    const mark = /amparo-known=[^;]+/u.exec(String(home.headers['set-cookie']))?.[0] ?? '';
    for (let i = 0; i < 36; i++) await signIn(email, 'guess guess guess', '10.7.0.9');
    for (let i = 0; i < 7; i++) await post(world, 'link', { email }, { from: '10.7.0.9' });
    expect((await signIn(email, password, '10.7.0.7')).status, 'another address').toBe(200);
    expect((await post(world, 'link', { email }, { from: '10.7.0.7' })).status).toBe(200);
    expect((await signIn(email, password, '10.7.0.9')).status, 'the address that guessed').toBe(429);
    const known = (given: string, cookie = mark) => post(world, 'sign-in', { email, password: given }, { from: '10.7.0.9', headers: { cookie } });
    expect((await known(password)).status, 'the owner, from that very address').toBe(200);
    for (let i = 0; i < 40; i++) await signIn(email, 'guess guess guess', `10.7.1.${i}`);
    expect((await signIn(email, password, '10.7.0.8')).status, 'forty addresses together').toBe(429);
    expect((await known(password)).status, 'the owner, still').toBe(200);
    for (const forged of ['amparo-known=', 'amparo-known=x.y', mark.replace(/.$/u, (c) => (c === '0' ? '1' : '0')), mark.replace('=', '=x')]) expect((await known(password, forged)).status, forged).toBe(429);
    const other = await enter('reviewer', '10.7.2.1');
    expect(other).toBeTruthy();
    expect((await Promise.all(Array.from({ length: 12 }, () => known('guess guess guess')))).filter((r) => r.status === 401).length, 'and has no more tries than others').toBeLessThanOrEqual(10);
    await world.owner.query('update app.person set password_hash = null where id = $1', [id]);
    await world.owner.query('delete from app.attempt');
  }, 60_000);

  it('at one account from many addresses stops after thirty an hour, known or not', async () => {
    for (const address of [world.people.member.email, 'unknown@nowhere.example']) {
      const states = await Promise.all(Array.from({ length: 40 }, (_, i) => signIn(address, 'guess guess guess', `10.3.${i}.1`).then((r) => r.status)));
      expect(states.filter((s) => s === 401)).toHaveLength(30);
      expect(states.filter((s) => s === 429)).toHaveLength(10);
    }
  }, 60_000);
});

describe('a request', () => {
  it('from another site is refused, whatever it carries', async () => {
    const body = { email: world.people.lead.email, password };
    for (const origin of ['https://evil.example', 'null', 'http://localhost:4001', 'https://localhost:4000'])
      expect((await post(world, 'sign-in', body, { headers: { origin }, from: '10.4.0.1' })).status).toBe(403);
  });
  it.each(['text/plain', 'multipart/form-data; boundary=x', ''])('of type "%s" opens nothing', async (type) => {
    const r = await world.app.inject({ method: 'POST', url: '/auth/sign-in', headers: { host: 'localhost', ...(type ? { 'content-type': type } : {}) }, payload: JSON.stringify({ email: world.people.lead.email, password }) });
    expect(r.statusCode).toBeGreaterThanOrEqual(400);
    expect(r.statusCode).toBeLessThan(500);
    expect(r.headers['set-cookie']).toBeUndefined();
  });
  it('of a form without JavaScript works from our own page alone, and goes on only to a path of ours', async () => {
    const form = (next: string, headers: Record<string, string> = {}) => world.app.inject({
      method: 'POST', url: '/auth/sign-in', remoteAddress: '10.4.0.2', headers: { host: 'localhost:4000', 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost:4000', ...headers },
      payload: new URLSearchParams({ email: world.people.lead.email, password, next }).toString(),
    });
    const good = await form('/cases?sort=name');
    expect([good.statusCode, good.headers.location]).toEqual([303, '/cases?sort=name']);
    for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)', '/\t/evil.example', ''])
      expect((await form(next)).headers.location).toBe('/');
    expect((await form('/', { origin: '' })).statusCode).toBe(403);
  });
  it.each([['{', 400], ['{"email":1,"password":"x"}', 400], ['{"email":"a@b.example","password":"x","admin":true}', 400], ['[]', 400], ['{"email":"a\\u0000@b.example","password":"x"}', 400, { field: 'email', problem: 'control_character' }], ['{"email":"a@b.example","password":"x\\ud800"}', 400, { field: 'password', problem: 'broken_character' }]])('that is broken gets a coded answer: %s', async (payload, status, fault?) => {
    const r = await post(world, 'sign-in', payload, { from: '10.4.0.3' });
    expect([r.status, r.body.code]).toEqual([status, 'INVALID']);
    if (fault) expect(r.body.fields).toEqual([fault]);
  });
});

it('of three hundred kilobytes is refused unread', async () => {
  const r = await post(world, 'sign-in', { email: 'a@b.example', password: 'x'.repeat(300_000) });
  expect([r.status, r.body.code]).toEqual([413, 'INVALID']);
});

describe('a session', () => {
  const age = (token: string, set: string) => world.owner.query(`update app.session set ${set} where token_hash = app.hash($1)`, [token]);
  it('ends when idle for twelve hours, and after seven days however busy', async () => {
    const [idle, old] = [await enter('reviewer'), await enter('reviewer')];
    const { rows } = await world.owner.query("select idle_until - created_at = interval '12 hours' as idle, expires_at - created_at = interval '7 days' as whole from app.session where token_hash = app.hash($1)", [idle]);
    expect(rows).toEqual([{ idle: true, whole: true }]);
    await age(idle, "idle_until = now() - interval '1 second'");
    await age(old, "expires_at = now() - interval '1 second'");
    expect([await isIn(world, idle), await isIn(world, old)]).toEqual([false, false]);
  });
  it('is kept alive by use, once a minute, never beyond its seven days', async () => {
    const token = await enter('reviewer');
    const row = async () => (await world.owner.query("select seen_at, idle_until, expires_at from app.session where token_hash = app.hash($1)", [token])).rows[0] as Record<'seen_at' | 'idle_until' | 'expires_at', Date>;
    await age(token, "seen_at = now() - interval '2 hours', idle_until = now() + interval '1 hour', expires_at = now() + interval '3 hours'");
    expect(await isIn(world, token)).toBe(true);
    await vi.waitFor(async () => { const r = await row(); expect(Date.now() - r.seen_at.getTime()).toBeLessThan(60_000); expect(r.idle_until).toEqual(r.expires_at); }, 3_000);
    const before = await row();
    expect(await isIn(world, token)).toBe(true);
    await new Promise((r) => setTimeout(r, 200));
    expect(await row()).toEqual(before);
  });
  it('is listed and ended by its owner alone', async () => {
    const [a, b] = [await enter('facilitator'), await enter('facilitator')];
    const as = async (token: string, query: string, variables = {}) => (await world.app.inject({ method: 'POST', url: '/graphql', headers: { cookie: `amparo=${token}` }, payload: { query, variables } })).json() as { data?: any; errors?: any[] };
    const { data } = await as(a, '{ sessions { id current agent } }');
    expect(data.sessions.filter((s: { current: boolean }) => s.current)).toHaveLength(1);
    const other = ((await as(b, '{ sessions { id current } }')).data.sessions as { id: string; current: boolean }[]).find((s) => s.current)?.id;
    expect((await world.gql('ally', 'mutation ($id: ID!) { removeSession(id: $id) }', { id: other })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await as(a, 'mutation ($id: ID!) { removeSession(id: $id) }', { id: other })).data).toEqual({ removeSession: true });
    expect([await isIn(world, a), await isIn(world, b)]).toEqual([true, false]);
  });
  it('signs out alone or everywhere, and tells open sockets', async () => {
    const [a, b, c] = [await enter('outsider'), await enter('outsider'), await enter('outsider')];
    const heard: string[] = [];
    const client = new (await import('pg')).default.Client(world.apiUrl);
    await client.connect();
    client.on('notification', (n) => heard.push(n.payload ?? ''));
    await client.query('listen amparo');
    const out = await post(world, 'sign-out', {}, { as: a });
    expect(String(out.headers['set-cookie'])).toContain('Max-Age=0');
    expect([await isIn(world, a), await isIn(world, b)]).toEqual([false, true]);
    await post(world, 'sign-out-everywhere', {}, { as: b });
    expect([await isIn(world, b), await isIn(world, c), await isIn(world, world.people.outsider.token), await isIn(world, world.people.member.token)]).toEqual([false, false, false, true]);
    await vi.waitFor(() => expect(heard.map((h) => JSON.parse(h) as object)).toContainEqual({ c: null, t: 'session', i: world.people.outsider.id }), 2_000);
    await client.end();
  });
  it('that ends closes its open sockets within seconds, and those of others stay', async () => {
    await world.app.listen(0, '127.0.0.1');
    const address = world.app.getHttpServer().address() as { port: number };
    const [mine, other] = [await enter('outsider', '10.9.9.8'), await enter('reviewer', '10.9.9.8')];
    const open = (token: string) => new Promise<{ socket: WebSocket; closed: Promise<number> }>((ready, failed) => {
      const socket = new WebSocket(`ws://127.0.0.1:${address.port}/graphql`, 'graphql-transport-ws', { headers: { cookie: `amparo=${token}` } });
      const closed = new Promise<number>((done) => socket.on('close', done));
      socket.on('open', () => { socket.send('{"type":"connection_init"}'); });
      socket.on('message', () => { ready({ socket, closed }); });
      socket.on('error', failed);
    });
    const [a, b] = [await open(mine), await open(other)];
    await post(world, 'sign-out-everywhere', {}, { as: mine });
    expect(await Promise.race([a.closed, new Promise((r) => setTimeout(() => { r('still open'); }, 3_000))])).toBe(4401);
    expect(b.socket.readyState).toBe(WebSocket.OPEN);
    b.socket.close();
  });
  it('ends with the person being shut out', async () => {
    const token = await enter('colleague');
    await world.owner.query('update app.person set disabled = true where id = $1', [world.people.colleague.id]);
    expect(await isIn(world, token)).toBe(false);
    expect((await post(world, 'link/use', { token: await linkFor(world, world.people.colleague.id) }, { from: '10.5.0.1' })).status).toBe(401);
  });
});

it('a fault inside says nothing of what was sent, and neither password nor token ever reaches a log', async () => {
  const token = await enter('lead', '10.6.0.1');
  await world.owner.query('alter function auth.credential rename to credential_away');
  const r = await signIn(world.people.lead.email, password, '10.6.0.1');
  await world.owner.query('alter function auth.credential_away rename to credential');
  expect([r.status, r.body.code]).toEqual([500, 'INTERNAL']);
  expect(JSON.stringify(r.body)).not.toMatch(/credential|auth\./u);
  await signIn(world.people.lead.email, password, '10.6.0.2');
  const all = seen.join('');
  expect(all).toContain('fault');
  for (const secret of ['canary-Tormentil', token, world.people.lead.email]) expect(all).not.toContain(secret);
});
