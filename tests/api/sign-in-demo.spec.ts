import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isIn, post } from '../support/sign-in.ts';
import { makeWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  process.env['AMPARO_DEMO'] = '1';
  world = await makeWorld();
  const { demoPeople } = await import('../../apps/api/src/people/demo-people.ts');
  await demoPeople(world.owner);
  await demoPeople(world.owner); // a second time changes nothing
});
afterAll(() => world.end());

it('five sample people stand on the sign-in page, in the order of the page', async () => {
  const { data } = await world.gql('stranger', '{ demoPeople { role name organisation country email } }');
  expect(data.demoPeople.map((p: { role: string; name: string; country: string }) => [p.role, p.name, p.country])).toEqual([
    ['lawyer', 'Grace Alder', 'UG'], ['ally', 'Joseph Teasel', 'KE'], ['reviewer', 'Lucía Vetch', 'MX'], ['facilitator', 'Noor Bracken', 'JO'], ['steward', 'Anil Sorrel', 'IN']]);
  const { rows } = await world.owner.query('select count(*)::int as n from app.person where demo');
  expect(rows).toEqual([{ n: 7 }]);
});

describe('entering as one of them', () => {
  it('takes one click on this machine', async () => {
    const r = await post(world, 'demo', { email: 'grace@tamarisk.example' });
    expect([r.status, r.body]).toEqual([200, { ok: true }]);
    expect(await isIn(world, r.token)).toBe(true);
  });
  it('is not there for another machine, nor for this one under another name', async () => {
    for (const given of [{ from: '192.0.2.7' }, { headers: { host: 'evil.example', origin: 'http://evil.example' } }, { headers: { host: 'localhost.evil.example', origin: 'http://localhost.evil.example' } }, { from: '192.0.2.7', headers: { 'x-forwarded-for': '127.0.0.1' } }, { headers: { 'x-forwarded-for': '127.0.0.1' } }, { headers: { via: '1.1 proxy' } }]) {
      const r = await post(world, 'demo', { email: 'grace@tamarisk.example' }, given);
      expect([r.status, r.body.code, r.token]).toEqual([404, 'NOT_FOUND', null]);
    }
  });
  it('is not there for anybody who is no sample', async () => {
    for (const email of [world.people.lead.email, 'nobody@nowhere.example']) expect((await post(world, 'demo', { email })).status).toBe(404);
  });
  it('is off in production, when switched off, and where the server can be reached from outside', async () => {
    const { demoIsOpen } = await import('../../apps/api/src/platform/auth.ts');
    const on = { AMPARO_DEMO: '1', NODE_ENV: 'development', HOST: '127.0.0.1', PUBLIC_URL: undefined } as const;
    expect(demoIsOpen(on, 'localhost:4000', '127.0.0.1')).toBe(true);
    expect(demoIsOpen(on, '[::1]:4000', '::ffff:127.0.0.1')).toBe(true);
    for (const off of [{ AMPARO_DEMO: '0' }, { NODE_ENV: 'production' }, { HOST: '0.0.0.0' }, { PUBLIC_URL: 'https://amparo.example.org' }] as const)
      expect(demoIsOpen({ ...on, ...off }, 'localhost:4000', '127.0.0.1')).toBe(false);
    for (const [host, peer] of [[undefined, '127.0.0.1'], ['amparo.example.org', '127.0.0.1'], ['127.0.0.1.evil.example', '127.0.0.1'], ['localhost', '10.0.0.1'], ['localhost', '']] as const)
      expect(demoIsOpen(on, host, peer)).toBe(false);
  });
});

it('each start prints a fresh link for each of the five, and the one before is void', async () => {
  const { startLinks } = await import('../../apps/api/src/people/sign-in-link.ts');
  const ctx = { url: world.ownerUrl, home: '/nowhere', say: () => undefined };
  const [before, after] = [await startLinks(ctx, true), await startLinks(ctx, true)];
  expect(after.map((l) => l.who)).toEqual(['lawyer: Grace Alder, Tamarisk Legal', 'ally: Joseph Teasel, Quillwort Trust', 'reviewer: Lucía Vetch, Marram Justice Centre', 'facilitator: Noor Bracken, Eelgrass Learning', 'steward: Anil Sorrel, Glasswort Network']);
  expect((await post(world, 'link/use', { token: before[0]?.path.slice(6) })).status).toBe(401);
  expect((await post(world, 'link/use', { token: after[0]?.path.slice(6) })).status).toBe(200);
});
