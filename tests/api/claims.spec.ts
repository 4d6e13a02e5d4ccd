import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseQuery, codeOf, does, done, newCase, newProceeding } from '../support/case-text.ts';
import { makeWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => { world = await makeWorld(); });
afterAll(async () => { await world.end(); });
const read = async (id: string) => (await world.gql('lead', caseQuery, { id })).data.legalCase;
const claim = (id: string, input: object) => done(world, 'lead', 'addClaim', { legalCaseId: ['ID!', id], input: ['ClaimInput!', { act: 'An act', ...input }] }, 'id version ordinal');
const decide = (claimId: string, proceedingId: string, code: string, favours: string, decidedOn?: string) => does(world, 'lead', 'setDisposition', { input: ['DispositionInput!', { claimId, proceedingId, code, favours, decidedOn }] }, 'id code version');
const find = (input: object) => does(world, 'lead', 'setFinding', { input: ['FindingInput!', { limb: 'necessity', result: 'not_satisfied', ...input }] }, 'id label result version');

describe('the result', () => {
  it('follows from dispositions through instances, and tells why', async () => {
    const { id } = await newCase(world);
    const [below, above] = [await newProceeding(world, id), await newProceeding(world, id, { courtSlug: 'ug-court-of-appeal' })];
    await done(world, 'lead', 'addProceedingLink', { legalCaseId: ['ID!', id], input: ['ProceedingLinkInput!', { fromId: above.id, toId: below.id, type: 'appeal_from' }] }, 'id');
    const c = await claim(id, {});
    expect((await read(id)).derivedResult).toMatchObject({ result: 'pending', decidedOn: null });
    await decide(c.id, below.id, 'allowed', 'us', '2020-01-30');
    expect((await read(id)).derivedResult).toMatchObject({ result: 'won', decidedOn: '2020-01-30' });
    await decide(c.id, above.id, 'dismissed_on_merits', 'other', '2021-05-01');
    const lost = (await read(id)).derivedResult;
    expect(lost).toMatchObject({ result: 'lost', decidedOn: '2021-05-01' });
    expect(lost.steps.map((s: { code: string }) => s.code)).toEqual(['counts', 'superseded', 'all_lost']);
    expect((await decide(c.id, above.id, 'inadmissible', 'none')).data?.setDisposition).toMatchObject({ code: 'inadmissible', version: 2 });
    expect((await read(id)).derivedResult.result, 'without a ruling on the merits the decision below stands').toBe('won');
  });
  it('of a matter that ended without a ruling on the merits is neither won nor lost', async () => {
    const { id } = await newCase(world);
    const p = await newProceeding(world, id);
    const c = await claim(id, {});
    for (const code of ['inadmissible', 'settled', 'withdrawn', 'moot', 'struck_out']) {
      await decide(c.id, p.id, code, 'none');
      expect((await read(id)).derivedResult.result, code).toBe('no_merits');
    }
  });
});

describe('claims and findings', () => {
  it('a disposition said again replaces; of a claim of another case it is refused like of none', async () => {
    const [a, b] = [await newCase(world), await newCase(world)];
    const [p, foreign] = [await newProceeding(world, a.id), await claim(b.id, {})];
    const [other, none] = [await decide(foreign.id, p.id, 'allowed', 'us'), await decide(randomUUID(), p.id, 'allowed', 'us')];
    expect(other.errors?.[0]?.extensions).toEqual(none.errors?.[0]?.extensions);
    expect(codeOf(other)).toBe('INVALID');
    expect(codeOf(await decide(foreign.id, randomUUID(), 'allowed', 'us'))).toBe('NOT_FOUND');
  });
  it('one finding for each test, of the whole and of each claim apart', async () => {
    const { id } = await newCase(world);
    const [p, c] = [await newProceeding(world, id), await claim(id, {})];
    expect((await find({ proceedingId: p.id })).data?.setFinding).toMatchObject({ label: 'Necessity (least intrusive means)', version: 1 });
    expect((await find({ proceedingId: p.id, result: 'partly' })).data?.setFinding).toMatchObject({ result: 'partly', version: 2 });
    await find({ proceedingId: p.id, claimId: c.id });
    expect((await read(id)).findings.map((f: { claimId: string | null; result: string }) => [f.claimId, f.result])).toEqual([[null, 'partly'], [c.id, 'not_satisfied']]);
    expect((await find({ proceedingId: p.id, limb: 'vibes' })).errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'limb', problem: 'unknown_code' }] });
  });
  it('a claim whose forerunner is removed stays, without it', async () => {
    const { id } = await newCase(world);
    const first = await claim(id, {});
    const later = await claim(id, { lineageOfId: first.id, rightConcept: 'privacy' });
    await done(world, 'lead', 'removeClaim', { id: ['ID!', first.id] });
    expect((await read(id)).claims).toMatchObject([{ id: later.id, lineageOfId: null, rightConcept: 'privacy' }]);
  });
  it('a right that no vocabulary knows is refused', async () => {
    const { id } = await newCase(world);
    expect((await does(world, 'lead', 'addClaim', { legalCaseId: ['ID!', id], input: ['ClaimInput!', { act: 'x', rightConcept: 'happiness' }] }, 'id')).errors?.[0]?.extensions).toEqual({ code: 'INVALID', fields: [{ field: 'rightConcept', problem: 'unknown' }] });
  });
});
