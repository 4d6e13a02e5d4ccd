import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { isIn, linkFor, post } from '../support/sign-in.ts';
import { makeWorld, type World } from '../support/world.ts';

let world: World;
const shown: string[] = [];
beforeAll(async () => {
  vi.spyOn(process.stderr, 'write').mockImplementation(((text: string) => { shown.push(String(text)); return true; }) as never);
  world = await makeWorld();
});
afterAll(() => world.end());
const linksOf = async (id: string) => (await world.owner.query('select purpose, used_at is not null as used from app.sign_in_link where person_id = $1', [id])).rows;
const ctx = () => { const said: string[] = []; return { said, url: world.ownerUrl, home: '/nowhere', say: (line: string) => void said.push(line) }; };

describe('a one-time link', () => {
  it('opens once, however many try at the same moment', async () => {
    const token = await linkFor(world, world.people.ally.id);
    const tries = await Promise.all(Array.from({ length: 20 }, (_, i) => post(world, 'link/use', { token }, { from: `10.1.0.${i}` })));
    const opened = tries.filter((t) => t.status === 200);
    expect(opened).toHaveLength(1);
    expect(await isIn(world, opened[0]?.token ?? null)).toBe(true);
    for (const t of tries.filter((r) => r.status !== 200)) expect([t.status, t.body.code, t.token]).toEqual([401, 'UNAUTHENTICATED', null]);
  });
  it('that is old, used, invented or malformed opens nothing', async () => {
    const old = await linkFor(world, world.people.ally.id, 'reset', '-1 second');
    for (const [token, status] of [[old, 401], ['x'.repeat(43), 401], ['../../etc', 400], ['', 400]] as const)
      expect((await post(world, 'link/use', { token }, { from: '10.1.1.1' })).status).toBe(status);
  });
  it('leads newcomers and the forgetful to a new password, an operator\'s to where one was going', async () => {
    for (const [purpose, next] of [['first_use', '/account?password=new'], ['reset', '/account?password=new'], ['operator', '/cases']] as const) {
      const r = await post(world, 'link/use', { token: await linkFor(world, world.people.ally.id, purpose), next: '/cases' }, { from: '10.1.6.1' });
      expect(r.body).toEqual({ ok: true, next });
    }
    const form = async (token: string) => world.app.inject({ method: 'POST', url: '/auth/link/use', remoteAddress: '10.1.6.2', headers: { host: 'localhost', origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded' }, payload: `token=${token}` });
    const token = await linkFor(world, world.people.ally.id);
    expect([(await form(token)).headers.location, (await form(token)).headers.location]).toEqual(['/', '/sign-in?failed=link']);
  });
  it('takes the others of this person with it', async () => {
    const [a, b] = [await linkFor(world, world.people.member.id), await linkFor(world, world.people.member.id)];
    expect((await post(world, 'link/use', { token: a }, { from: '10.1.2.1' })).status).toBe(200);
    expect((await post(world, 'link/use', { token: b }, { from: '10.1.2.1' })).status).toBe(401);
  });
  it('replaces the session that was there, so that nobody works on under another name', async () => {
    const before = (await post(world, 'link/use', { token: await linkFor(world, world.people.member.id) }, { from: '10.1.3.1' })).token;
    const after = (await post(world, 'link/use', { token: await linkFor(world, world.people.ally.id) }, { from: '10.1.3.1', as: before })).token;
    expect([await isIn(world, before), await isIn(world, after)]).toEqual([false, true]);
  });
  it('asked for by mail gets the same answer, known or not, and reaches only the known', async () => {
    const known = await post(world, 'link', { email: world.people.lead.email }, { from: '10.1.4.1' });
    const unknown = await post(world, 'link', { email: 'nobody@nowhere.example' }, { from: '10.1.4.2' });
    const plain = (r: typeof known) => JSON.stringify([r.status, r.body, Object.keys(r.headers).sort(), r.headers['content-length']]);
    expect(plain(known)).toBe(plain(unknown));
    expect(known.body).toEqual({ ok: true });
    await vi.waitFor(async () => expect(await linksOf(world.people.lead.id)).toEqual([{ purpose: 'reset', used: false }]), 10_000);
    await vi.waitFor(() => expect(shown.join('')).toMatch(/Mail is not set up[\s\S]*\/link\/[\w-]{43}/u), 10_000);
    const token = /\/link\/([\w-]{43})/u.exec(shown.join(''))?.[1] ?? '';
    expect((await post(world, 'link/use', { token }, { from: '10.1.4.1' })).status).toBe(200);
    const { rows } = await world.owner.query("select data from pgboss.job where name = 'mail'");
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(shown.join('')).not.toContain('nobody@nowhere.example');
  }, 30_000);
  it('asked for again and again is slowed, known or not', async () => {
    for (const email of [world.people.steward.email, 'nobody-else@nowhere.example']) {
      const states = [];
      for (let i = 0; i < 5; i++) states.push((await post(world, 'link', { email }, { from: '10.1.5.99' })).status);
      expect(states, 'from one address').toEqual([200, 200, 200, 429, 429]);
      for (let i = 0; i < 10; i++) states.push((await post(world, 'link', { email }, { from: `10.1.5.${i}` })).status);
      expect(states.filter((s) => s === 200), 'from all together').toHaveLength(12);
    }
  });
});

describe('on the host', () => {
  it('a command prints a link for whoever is known, and its last line is the whole of it', async () => {
    const { signInLink } = await import('../../apps/api/src/people/sign-in-link.ts');
    const c = ctx();
    expect(await signInLink([world.people.reviewer.email], c)).toBe(0);
    const link = /^http:\/\/127\.0\.0\.1:\d+\/link\/([\w-]{43})$/u.exec(c.said.at(-1) ?? '')?.[1];
    expect((await post(world, 'link/use', { token: link }, { from: '10.2.0.1' })).status).toBe(200);
    const elsewhere = ctx();
    await signInLink([world.people.reviewer.email], { ...elsewhere, origin: 'http://127.0.0.1:4999' });
    expect(elsewhere.said.at(-1)).toMatch(/^http:\/\/127\.0\.0\.1:4999\/link\/[\w-]{43}$/u);
    await world.owner.query("delete from audit.row_version where id = (select max(id) from audit.row_version where table_name = 'sign_in_link')");
    const { rows } = await world.owner.query("select operator, actor, became from audit.row_version where table_name = 'sign_in_link' and row_id = $1", [world.people.reviewer.id]);
    expect(rows).toEqual([{ operator: true, actor: null, became: { purpose: 'operator' } }]);
  });
  it('an unknown address, none, or two get one clear line and an error code', async () => {
    const { signInLink } = await import('../../apps/api/src/people/sign-in-link.ts');
    for (const [args, line] of [[['nobody@nowhere.example'], /^Nobody here has the address nobody@nowhere\.example\./u], [[], /^Say for whom/u], [['not an address'], /that is no e-mail address/u]] as const) {
      const c = ctx();
      expect(await signInLink([...args], c)).toBe(1);
      expect(c.said).toHaveLength(1);
      expect(c.said[0]).toMatch(line);
    }
  });
  it('a start without the demo makes the first steward once, and prints the link until they came', async () => {
    const { startLinks } = await import('../../apps/api/src/people/sign-in-link.ts');
    await world.owner.query('update app.person set first_signed_in_at = null where id = $1', [world.people.steward.id]);
    expect(await startLinks(ctx(), false)).toHaveLength(1); // the world's steward came in by no door yet
    await world.owner.query("delete from app.membership where 'steward' = any (roles)");
    const first = await startLinks(ctx(), false, 'First@secretariat.example');
    expect(first.map((l) => l.who)).toEqual(['the first steward: first@secretariat.example']);
    const again = await startLinks(ctx(), false, 'first@secretariat.example');
    expect(again).toHaveLength(1);
    expect((await post(world, 'link/use', { token: first[0]?.path.slice(6) }, { from: '10.2.1.1' })).status).toBe(401);
    const { token } = await post(world, 'link/use', { token: again[0]?.path.slice(6) }, { from: '10.2.1.1' });
    expect(await isIn(world, token)).toBe(true);
    expect(await startLinks(ctx(), false, 'first@secretariat.example')).toEqual([]);
  });
});

it('the host confirms a newcomer by command, once, and says where', async () => {
  const { confirmMember } = await import('../../apps/api/src/people/confirm-member.ts');
  const run = async (...words: string[]) => { const c = ctx(); return [await confirmMember(words, c), c.said.join('\n')]; };
  const { rows: [person] } = await world.owner.query<{ id: string }>("insert into app.person (email, name) values ('vouch@x.example', 'Vouched For') returning id");
  await world.owner.query("insert into app.membership (organisation_id, person_id, roles) values ($1, $2, '{lawyer}')", [world.people.lead.organisationId, person?.id]);
  await world.owner.query('update app.membership set added_by = $1, confirmed_at = null, vouched = false where person_id = $2', [world.people.steward.id, person?.id]);
  const { token } = await post(world, 'link/use', { token: await linkFor(world, person?.id ?? '') }, { from: '10.1.9.1' });
  const roles = async () => (await world.app.inject({ method: 'POST', url: '/graphql', headers: { cookie: `amparo=${token}` }, payload: { query: '{ me { roles } }' } })).json().data.me.roles as string[];
  expect(await roles()).toEqual([]);
  expect(await run('vouch@x.example')).toEqual([0, 'Vouched For is confirmed in Alder Law.']);
  expect(await roles()).toEqual(['lawyer']);
  expect(await run('vouch@x.example')).toEqual([0, 'Vouched For is waiting nowhere.']);
  expect(await run('nobody@x.example')).toEqual([1, 'Nobody here has the address nobody@x.example. A steward adds people under Members.']);
  for (const words of [[], ['no address'], ['a@x.example', 'b@x.example']]) expect((await run(...words))[0]).toBe(1);
});
