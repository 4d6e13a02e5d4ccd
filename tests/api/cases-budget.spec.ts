import { Limb } from '@amparo/domain';
import { print } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CasePageDocument } from '../../apps/web/src/gql/graphql.ts';
import { statements } from '../../apps/api/src/platform/db.ts';
import { done, log, lawOfCase, logged, newCase, newProceeding, wholeCase } from '../support/case-text.ts';
import { makeWorld, type World } from '../support/world.ts';

let world: World;
const ids: string[] = [];
beforeAll(async () => {
  world = await makeWorld();
  for (let n = 0; n < 12; n++) {
    const { id } = await newCase(world, { title: `Case ${n}`, systems: ['ug-ndaga-muntu'] });
    ids.push(id);
    const p = await newProceeding(world, id, { courtSlug: n % 2 ? 'ug-high-court' : 'ke-high-court' });
    await done(world, 'lead', 'addIdentifier', { proceedingId: ['ID!', p.id], input: ['IdentifierInput!', { type: 'petition', value: `P ${n}`, preferred: true }] }, 'id');
    const c = await done(world, 'lead', 'addClaim', { legalCaseId: ['ID!', id], input: ['ClaimInput!', { act: 'A' }] }, 'id');
    await done(world, 'lead', 'setDisposition', { input: ['DispositionInput!', { claimId: c.id, proceedingId: p.id, code: 'allowed', favours: 'us' }] }, 'id');
  }
}, 120_000);
afterAll(async () => { delete statements.heard; await world.end(); });

/** How many statements a query takes, those that open the transaction not counted. */
async function cost(query: string, variables: object): Promise<number> {
  const heard: string[] = [];
  statements.heard = (text) => heard.push(text);
  const answer = await world.gql('lead', query, variables as Record<string, unknown>);
  delete statements.heard;
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return heard.length;
}
const list = 'query($first: Int!) { cases(first: $first) { nodes { id codeName title shortName countries status level version updatedAt leadOrganisation { id name country } viewerCan { edit } mainCourt { name } mainNumber { value } derivedResult { result } lastDecidedOn } pageInfo { endCursor hasNextPage } } }';

it('a page of cases takes the same few statements, however long it is', async () => {
  const [few, all] = [await cost(list, { first: 2 }), await cost(list, { first: 50 })];
  expect(all).toBe(few);
  expect(all).toBeLessThanOrEqual(3);
});
it('with counts beside it three more', async () => {
  expect(await cost(list.replace('pageInfo', 'total facets { name values { id count } } pageInfo'), { first: 50 })).toBeLessThanOrEqual(6);
});
it('a whole case does not take more statements when more happened in it', async () => {
  const query = `query($id: ID!) { legalCase(id: $id) { ${wholeCase} ${lawOfCase} } }`;
  const before = await cost(query, { id: ids[0] });
  for (let n = 0; n < 25; n++) await log(world, logged(ids[0] ?? '', { on: `2025-01-${String(n + 1).padStart(2, '0')}`, outcome: 'adjourned', privateNote: `Note ${n}` }));
  const p = await newProceeding(world, ids[0] ?? '');
  await done(world, 'lead', 'addIdentifier', { proceedingId: ['ID!', p.id], input: ['IdentifierInput!', { type: 'petition', value: 'X' }] }, 'id');
  const after = await cost(query, { id: ids[0] });
  for (let n = 0; n < 10; n++) await log(world, logged(ids[0] ?? '', { on: `2025-02-${String(n + 1).padStart(2, '0')}`, outcome: 'adjourned', privateNote: `Note ${n}` }));
  for (const statements of [before, after, await cost(query, { id: ids[0] })]) expect(statements).toBeLessThanOrEqual(12);
});
it('the page as it is first shown takes three, with ten events or with forty', async () => {
  const page = 'query($id: ID!) { legalCase(id: $id) { id title summary goals { kind text } proceedings { id court { name } identifiers { value } } events { id on title loggedBy { name } } parties { id name } claims { id act dispositions { code } } } }';
  expect(await cost(page, { id: ids[0] })).toBe(await cost(page, { id: ids[1] }));
  expect(await cost(page, { id: ids[0] })).toBeLessThanOrEqual(3);
});
it('Today does not take more statements when more is in it', async () => {
  const query = '{ today { inCourt { id title legalCase { title } } nextDates { id on legalCase { title } } overdue { id legalCase { title } } waiting { id title incomplete legalCase { title } } news { id legalCase { title } } sharedByMe { id } } }';
  const before = await cost(query, {});
  for (let n = 0; n < 10; n++) await log(world, logged(ids[n % 3] ?? '', { planned: true, on: `2099-01-${String(n + 1).padStart(2, '0')}` }));
  expect(await cost(query, {})).toBeLessThanOrEqual(before + 1);
  expect(before).toBeLessThanOrEqual(9);
});
it('the palette takes two', async () => {
  await cost('{ search(text: "x", first: 1) { title } }', {}); // the vocabularies are held from then on
  expect(await cost('{ search(text: "case 1", first: 10) { title url } }', {})).toBeLessThanOrEqual(2);
});
it('a heavy case (30 events, 6 parties, 12 findings, 40 deadlines) opens in as many statements as a light one', async () => {
  const page = print(CasePageDocument).replaceAll(/ @unmask\b/gu, '');
  const { id } = await newCase(world, { systems: ['ug-ndaga-muntu'] });
  const p = await newProceeding(world, id);
  const claim = await done(world, 'lead', 'addClaim', { legalCaseId: ['ID!', id], input: ['ClaimInput!', { act: 'A' }] }, 'id');
  const limbs: readonly string[] = Object.values(Limb).slice(0, 12);
  const put = async (from: number, to: number) => {
    for (let n = from; n < to; n++) {
      if (n < 30) await log(world, logged(id, { proceedingId: p.id, on: `2025-01-${String(n + 1).padStart(2, '0')}`, outcome: 'adjourned' }));
      if (n < 6) await done(world, 'lead', 'addParty', { legalCaseId: ['ID!', id], input: ['PartyInput!', { name: `Party ${n}`, kind: 'ngo', role: 'amicus' }] }, 'id');
      if (limbs[n]) await done(world, 'lead', 'setFinding', { input: ['FindingInput!', { proceedingId: p.id, claimId: claim.id, limb: limbs[n], result: 'satisfied' }] }, 'id');
      await done(world, 'lead', 'addDeadline', { input: ['AddDeadlineInput!', { legalCaseId: id, kind: 'rule', ruleId: 'UG-1', triggerOn: '2026-11-02', title: `Notice ${n}` }] }, 'id');
    }
  };
  await put(0, 2);
  await cost(page, { id });
  const light = await cost(page, { id });
  await put(2, 40);
  expect(await cost(page, { id })).toBe(light);
  expect(light).toBeLessThanOrEqual(14);
}, 240_000);
