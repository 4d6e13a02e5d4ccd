import { afterAll, beforeAll, expect, it } from 'vitest';
import { readEnv } from '../../apps/api/src/platform/env.ts';
import { makeWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => { process.env['TRUST_PROXY'] = '127.0.0.1'; world = await makeWorld(); });
afterAll(async () => { delete process.env['TRUST_PROXY']; await world.end(); });

const file = (remoteAddress: string, forwarded?: string, url = '/exports/comparison.csv') => world.app.inject({ method: 'GET', url, remoteAddress, headers: forwarded ? { 'x-forwarded-for': forwarded } : {} });
const codes = async (n: number, ask: (i: number) => ReturnType<typeof file>) => { const found = []; for (let i = 0; i < n; i++) found.push((await ask(i)).statusCode); return found; };

it('files are made so often a minute for one address, however it writes the way there; others are served', async () => {
  const served = (await codes(125, () => file('192.0.2.1'))).indexOf(429); // 400 until then: nothing was chosen, but it was counted; a new minute may begin meanwhile
  expect(served).toBeGreaterThanOrEqual(60);
  const refused = await file('192.0.2.1', undefined, '/%65xports/handout.docx?c=jm-robinson-nids-2019');
  expect(refused.statusCode).toBe(429);
  expect(refused.json()).toMatchObject({ code: 'TOO_MANY' });
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect((await file('192.0.2.2')).statusCode).toBe(400);
  expect((await world.app.inject({ method: 'GET', url: '/healthz', remoteAddress: '192.0.2.1' })).statusCode).toBe(200);
});

it('what a request says of its own address counts only when the proxy says it', async () => {
  expect(await codes(125, (i) => file('192.0.2.3', `198.51.100.${i}`)), 'nobody is believed').toContain(429);
  expect(new Set(await codes(125, (i) => file('127.0.0.1', `198.51.100.${i}`))), 'our proxy is').toEqual(new Set([400]));
});

it('only addresses and networks can be trusted', () => {
  for (const TRUST_PROXY of ['10.0.0.1', '10.0.0.0/8, ::1', 'fd00::/8']) expect(readEnv({ TRUST_PROXY }).env.TRUST_PROXY).toBe(TRUST_PROXY);
  const behind = { NODE_ENV: 'production', HOST: '127.0.0.1', PUBLIC_URL: 'https://amparo.example.org' };
  expect(() => readEnv(behind)).toThrow(/TRUST_PROXY: name the proxy/);
  expect(readEnv({ ...behind, TRUST_PROXY: '127.0.0.1' }).env.PUBLIC_URL).toBe('https://amparo.example.org');
  for (const PUBLIC_URL of ['https://amparo.example.org/path', 'https://u:p@amparo.example.org', 'https://amparo.example.org?x=1', 'ftp://amparo.example.org']) expect(() => readEnv({ PUBLIC_URL }), PUBLIC_URL).toThrow(/PUBLIC_URL: must be an address alone/);
  for (const TRUST_PROXY of ['true', '1', '*', '10.0.0.0/0', '10.0.0.0/33', 'proxy.example']) expect(() => readEnv({ TRUST_PROXY }), TRUST_PROXY).toThrow(/TRUST_PROXY: must be addresses/);
});
