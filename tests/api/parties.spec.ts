import { afterAll, beforeAll, expect, it } from 'vitest';
import { caseQuery, codeOf, does, newCase, newProceeding } from '../support/case-text.ts';
import { makeWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => { world = await makeWorld(); });
afterAll(async () => { await world.end(); });
const add = (id: string, input: object) => does(world, 'lead', 'addParty', { legalCaseId: ['ID!', id], input: ['PartyInput!', { name: 'A party', kind: 'ngo', role: 'claimant', ...input }] }, 'id version name role localLabel protection');

it('a party has a canonical role and beside it the word of the forum', async () => {
  const { id } = await newCase(world);
  const p = await newProceeding(world, id);
  const made = (await add(id, { proceedingId: p.id, localLabel: 'Applicant', orderNo: 1, fromOn: '2022-04' })).data?.addParty;
  expect(made).toMatchObject({ role: 'claimant', localLabel: 'Applicant', protection: 'none' });
  const change = (version: number, input: object) => does(world, 'lead', 'changeParty', { id: ['ID!', made.id], version: ['Int!', version], input: ['PartyInput!', { name: 'A party', kind: 'ngo', role: 'claimant', ...input }] }, 'name protection version');
  expect((await change(1, { name: 'A. B.', protection: 'initials' })).data?.changeParty).toEqual({ name: 'A. B.', protection: 'initials', version: 2 });
  expect(codeOf(await change(1, {}))).toBe('STALE');
  expect((await does(world, 'lead', 'removeParty', { id: ['ID!', made.id] })).data?.removeParty).toBe(true);
  expect((await world.gql('lead', caseQuery, { id })).data.legalCase.parties).toEqual([]);
});

it.each([
  [{ name: '' }, 'name', 'required'], [{ role: 'hero' }, 'role', 'unknown_code'], [{ protection: 'secret' }, 'protection', 'unknown_code'], [{ orderNo: 0 }, 'orderNo', 'too_small'],
  [{ fromOn: '2023-02-29' }, 'fromOn', 'not_a_date'], [{ name: 'a\u0000' }, 'name', 'control_character'], [{ kind: 'k'.repeat(61) }, 'kind', 'too_long'],
])('refuses %j', async (input, field, problem) => {
  const { id } = await newCase(world);
  expect((await add(id, input)).errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', fields: [{ field, problem }] });
  expect((await world.gql('lead', caseQuery, { id })).data.legalCase.parties).toEqual([]);
});
