import { afterAll, beforeAll, expect, it } from 'vitest';
import { codeOf, done, newCase, newProceeding, share } from '../support/case-text.ts';
import { makeWorld, type Who, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => { world = await makeWorld(); });
afterAll(async () => { await world.end(); });
const find = (who: Who | 'stranger', text: string, first = 10) => world.gql(who, 'query($t: String!, $f: Int!) { search(text: $t, first: $f) { kind id title hint url level } }', { t: text, f: first });

it('finds cases one may read by title, short name and number, and nobody else\'s', async () => {
  const { id } = await newCase(world, { title: 'Ptarmigan herders v Registrar', shortName: 'Ptarmigan' });
  const p = await newProceeding(world, id);
  await done(world, 'lead', 'addIdentifier', { proceedingId: ['ID!', p.id], input: ['IdentifierInput!', { type: 'petition', value: 'Petition No. E7731 of 2024', preferred: true }] }, 'id');
  for (const text of ['ptarm', 'herders registrar', 'E7731', 'petition 7731 2024']) expect((await find('lead', text)).data.search[0], text).toEqual({ kind: 'case', id, title: 'Ptarmigan', hint: 'Petition No. E7731 of 2024', url: `/cases/${id}`, level: 'case_team' });
  for (const who of ['stranger', 'colleague', 'ally', 'steward', 'outsider'] as const) for (const text of ['ptarm', 'E7731']) expect((await find(who, text)).data.search, who).toEqual([]);
  await share(world, id);
  expect((await find('ally', 'ptarm')).data.search).toMatchObject([{ id, level: 'named_allies' }]);
});

it('finds records of the library by name, for anybody', async () => {
  const kinds = async (text: string) => (await find('stranger', text, 20)).data.search.map((h: { kind: string; url: string }) => `${h.kind} ${h.url}`);
  expect(await kinds('Madhewoo')).toContain('precedent /precedents/mu-madhewoo-supreme-court-2015');
  expect(await kinds('high court of uganda')).toEqual(['court /courts/ug-high-court']);
  expect(await kinds('ndaga muntu')).toEqual(expect.arrayContaining(['system /systems/ug-ndaga-muntu', 'precedent /precedents/ug-iser-ndaga-muntu-2025']));
  expect(await kinds('privacy')).toContain('concept /rights/privacy');
  expect(await kinds('biometric')).toEqual(expect.arrayContaining([expect.stringMatching(/^concept \/harm-types\//)]));
});

it.each(['%', '_', "'; drop table app.legal_case; --", '& | ! ( )', '\\'])('takes %j as words, not as a pattern', async (text) => {
  const a = await find('lead', text);
  expect(a.errors).toBeUndefined();
  expect(a.data.search).toEqual([]);
});
it('refuses what is no text', async () => {
  for (const text of ['', 'x'.repeat(201), 'a\u0000']) expect(codeOf(await find('lead', text))).toBe('INVALID');
  expect(codeOf(await find('lead', 'x', 101))).toBe('INVALID');
});
