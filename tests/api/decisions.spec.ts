import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statements } from '../../apps/api/src/platform/db.ts';
import { addDecision, caseQuery, codeOf, does, done, judgment, newCase, newDecision, newProceeding, orderOf, setLevel, share } from '../support/case-text.ts';
import { type Answer, makeWorld, type Who, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => { world = await makeWorld(); });
afterAll(async () => { delete statements.heard; await world.end(); });
type Fields = Record<string, [type: string, value: unknown]>;
const id = (v: string): ['ID!', string] => ['ID!', v];
const made = async (name: string, args: Fields, fields = 'id version', who: Who = 'lead') => done(world, who, name, args, fields);
const number = (proceedingId: string, value: string, more: object = {}) => made('addIdentifier', { proceedingId: id(proceedingId), input: ['IdentifierInput!', { type: 'petition', value, ...more }] });
const link = (caseId: string, fromId: string, toId: string, type: string, on?: string) => made('addProceedingLink', { legalCaseId: id(caseId), input: ['ProceedingLinkInput!', { fromId, toId, type, on }] }, 'id');
const status = async (proceedingId: string, to: string) => {
  const version = (await world.owner.query('select version from app.proceeding where id = $1', [proceedingId])).rows[0].version as number;
  return made('changeProceeding', { id: id(proceedingId), version: ['Int!', version], input: ['ProceedingInput!', { courtSlug: 'ug-court-of-appeal', status: to }] }, 'id');
};
const claim = (caseId: string, proceedingId: string, more: object = {}) => made('addClaim', { legalCaseId: id(caseId), input: ['ClaimInput!', { act: 'An act', proceedingId, ...more }] });
const decide = (input: object, who: Who = 'lead') => does(world, who, 'setDisposition', { input: ['DispositionInput!', { code: 'allowed', favours: 'us', ...input }] }, 'id version decisionId decidedOn');
const find = (input: object) => made('setFinding', { input: ['FindingInput!', { limb: 'necessity', result: 'not_satisfied', ...input }] });
const read = async (caseId: string, fields: string, who: Who = 'lead') => (await world.gql(who, `query($id: ID!) { legalCase(id: $id) { ${fields} } }`, { id: caseId })).data?.legalCase;
const faults = (a: Answer<any>) => (a.errors?.[0]?.extensions.fields ?? []).map(({ field, problem }) => `${field} ${problem}`);
const hits = async (text: string, who: Who = 'lead') => (await world.gql(who, 'query($t: String!) { search(text: $t, first: 20) { kind id url } }', { t: text })).data.search as { kind: string; id: string; url: string }[];
/** Jobs take a moment; a minute is what is promised. */
const soon = async <T>(look: () => Promise<T>, good: (v: T) => boolean): Promise<T> => {
  for (let n = 0; n < 200; n++) { const v = await look(); if (good(v)) return v; await wait(50); }
  return look();
};

describe('Scenario 2: consolidated petitions', () => {
  it('one judgment in three petitions is one decision, found by each of the three numbers; each file keeps its claims and dispositions', async () => {
    const { id: of } = await newCase(world);
    const files = [await newProceeding(world, of), await newProceeding(world, of), await newProceeding(world, of)];
    const [p56, p58, p59] = files.map((p) => p.id) as [string, string, string];
    for (const [p, n] of [[p56, 7156], [p58, 7158], [p59, 7159]] as const) await number(p, `Petition No. ${n} of 2019`);
    for (const p of [p58, p59]) await link(of, p, p56, 'consolidated_into', '2019-03-01');
    const claims = [await claim(of, p56), await claim(of, p58), await claim(of, p59)];
    const d = await newDecision(world, of, judgment([p56, p58, p59], { title: 'Judgment of three judges' }));
    for (const [n, p] of [p56, p58, p59].entries()) expect((await decide({ claimId: claims[n]!.id, proceedingId: p, decisionId: d.id })).errors).toBeUndefined();
    const shown = await read(of, 'decisions { id proceedings { id } dispositions { claimId proceedingId } } proceedings { id decisions { id } } claims { id dispositions { proceedingId decisionId decidedOn } }');
    expect([shown.decisions.length, shown.proceedings.length]).toEqual([1, 3]);
    expect(shown.decisions[0].proceedings.map((p: { id: string }) => p.id)).toEqual([p56, p58, p59]);
    expect(shown.proceedings.map((p: { decisions: { id: string }[] }) => p.decisions.map((x) => x.id))).toEqual([[d.id], [d.id], [d.id]]);
    expect(shown.claims.map((c: { dispositions: unknown }) => c.dispositions)).toEqual([p56, p58, p59].map((proceedingId) => [{ proceedingId, decisionId: d.id, decidedOn: '2020-01-30' }]));
    for (const text of ['7156', 'Petition 7158 of 2019', '7159/2019']) expect((await hits(text)).filter((h) => h.kind === 'decision'), text).toEqual([{ kind: 'decision', id: d.id, url: `/cases/${of}/decisions#decision-${d.id}` }]);
    expect(await hits('7158', 'ally')).toEqual([]);
  });
  it('invariant 26: the claim of one file is not decided in another', async () => {
    const { id: of } = await newCase(world);
    const [p56, p58] = [(await newProceeding(world, of)).id, (await newProceeding(world, of)).id];
    const d = await newDecision(world, of, judgment([p56, p58]));
    const c = await claim(of, p58);
    expect(faults(await decide({ claimId: c.id, proceedingId: p56, decisionId: d.id }))).toEqual(['claimId not_before_this_court']);
  });
});

/** Claim A allowed and B dismissed below, on appeal with nothing decided yet. */
async function partialWin() {
  const { id: of } = await newCase(world);
  const [below, above] = [(await newProceeding(world, of)).id, (await newProceeding(world, of, { courtSlug: 'ug-court-of-appeal' })).id];
  await link(of, above, below, 'appeal_from', '2023-03-01');
  const [a, b] = [await claim(of, below), await claim(of, below)];
  const d = await newDecision(world, of, judgment([below], { dates: [{ on: '2023-02-01', basis: 'pronounced' }] }));
  await decide({ claimId: a.id, proceedingId: below, decisionId: d.id });
  await decide({ claimId: b.id, proceedingId: below, decisionId: d.id, code: 'dismissed_on_merits', favours: 'other' });
  const [fa, fb] = [await find({ proceedingId: below, claimId: a.id, decisionId: d.id, opinionId: d.opinions[0]!.id, note: 'Less would have done' }), await find({ proceedingId: below, claimId: b.id, decisionId: d.id, result: 'satisfied' })];
  return { of, below, above, a, b, d, fa, fb };
}
async function reverse({ of, above, a }: { of: string; above: string; a: { id: string } }) {
  const d = await newDecision(world, of, judgment([above], { dates: [{ on: '2024-06-01', basis: 'pronounced' }] }));
  expect((await decide({ claimId: a.id, proceedingId: above, decisionId: d.id, favours: 'other' })).errors).toBeUndefined();
  await status(above, 'final');
  return d;
}
const rely = (caseId: string, usedKind: string, usedId: string, more: object = {}, who: Who = 'lead') => does(world, who, 'addReliance', { legalCaseId: id(caseId), input: ['RelianceInput!', { usedKind, usedId, userKind: 'brief', title: 'Brief on necessity', ...more }] }, 'id opinionType needsReviewSince');

describe('Scenario 3 and invariant 7: partial win reversed on appeal', () => {
  it('the result turns from partly won to lost, the finding is reversed and keeps its text, the brief asks to be looked at within a minute', async () => {
    const w = await partialWin();
    const uses = [(await rely(w.of, 'finding', w.fa.id)).data?.['addReliance'], (await rely(w.of, 'decision', w.d.id, { userKind: 'pack', title: 'Training pack' })).data?.['addReliance'], (await rely(w.of, 'finding', w.fb.id)).data?.['addReliance']];
    const fields = 'derivedResult { result decidedOn steps { code claimId proceedingId } } findings { id note status statusSteps { code proceedingId } } claims { dispositions { status } } decisions { id authority { status } } reliances { id needsReviewSince causeCode }';
    const before = await read(w.of, fields);
    expect(before).toMatchObject({ derivedResult: { result: 'partly_won' }, findings: [{ status: null }, { status: null }] });
    const began = Date.now();
    await reverse(w);
    const after = await soon(() => read(w.of, fields), (c) => c.reliances.filter((r: { needsReviewSince: string | null }) => r.needsReviewSince).length === 2);
    expect(Date.now() - began).toBeLessThan(60_000);
    expect(after.derivedResult).toMatchObject({ result: 'lost', decidedOn: '2024-06-01' });
    expect(after.derivedResult.steps.map((s: { code: string; claimId: string | null; proceedingId: string | null }) => [s.code, s.claimId, s.proceedingId])).toEqual([
      ['counts', w.a.id, w.above], ['superseded', w.a.id, w.below], ['counts', w.b.id, w.below], ['all_lost', null, null]]);
    expect(after.findings).toEqual([
      { id: w.fa.id, note: 'Less would have done', status: 'reversed', statusSteps: [{ code: 'differs_on_claim', proceedingId: w.above }] }, { id: w.fb.id, note: null, status: 'untouched', statusSteps: [{ code: 'not_before_it', proceedingId: w.above }] }]);
    expect(after.claims.map((c: { dispositions: { status: string | null }[] }) => c.dispositions.map((x) => x.status))).toEqual([['reversed', null], ['untouched']]);
    expect(after.decisions.find((d: { id: string }) => d.id === w.d.id).authority.status).toBe('good_in_part');
    expect(after.reliances.map((r: { id: string; causeCode: string | null }) => [r.id, r.causeCode])).toEqual([[uses[0].id, 'finding_reversed'], [uses[1].id, 'decision_good_in_part'], [uses[2].id, null]]);
  });
  it('nor does it matter that the appeal wrote the claim anew: it is counted once, and "why?" goes along its line', async () => {
    const w = await partialWin();
    const anew = await claim(w.of, w.above, { lineageOfId: w.a.id });
    await decide({ claimId: anew.id, proceedingId: w.above, code: 'allowed', favours: 'other', decidedOn: '2024-06-01' });
    await status(w.above, 'final');
    const { derivedResult } = await read(w.of, 'derivedResult { result steps { code claimId proceedingId } }');
    expect([derivedResult.result, derivedResult.steps.map((s: { code: string; claimId: string | null; proceedingId: string | null }) => [s.code, s.claimId, s.proceedingId])]).toEqual(['lost', [
      ['counts', anew.id, w.above], ['superseded', w.a.id, w.below], ['counts', w.b.id, w.below], ['all_lost', null, null]]]);
  });
  it('looked at once, it is quiet; a later change of the law with the same cause does not ask again', async () => {
    const w = await partialWin();
    const r = (await rely(w.of, 'finding', w.fa.id)).data?.['addReliance'];
    const look = async () => (await read(w.of, 'reliances { id needsReviewSince reviewedAt }')).reliances[0];
    const d = await reverse(w);
    await soon(look, (x) => x.needsReviewSince);
    expect((await does(world, 'ally', 'reviewReliance', { id: id(r.id) }, 'id')).errors).toBeDefined();
    expect(await made('reviewReliance', { id: id(r.id) }, 'id needsReviewSince')).toEqual({ id: r.id, needsReviewSince: null });
    await decide({ claimId: w.b.id, proceedingId: w.above, decisionId: d.id, code: 'dismissed_on_merits', favours: 'other' });
    await wait(1_000);
    expect((await look()).needsReviewSince).toBeNull();
  });
  it('whoever relies on it from another case is asked too, and learns nothing more; who can no longer read it is not told', async () => {
    const w = await partialWin();
    await share(world, w.of);
    const theirs = (await newCase(world, { leadOrganisationId: world.people.ally.organisationId }, 'ally')).id;
    expect((await rely(theirs, 'finding', w.fa.id, {}, 'ally')).errors).toBeUndefined();
    const reliances = async () => (await read(theirs, 'reliances { needsReviewSince causeCode finding { id status } }', 'ally')).reliances[0];
    await reverse(w);
    expect(await soon(reliances, (r) => r.needsReviewSince)).toMatchObject({ causeCode: 'finding_reversed', finding: { id: w.fa.id, status: 'reversed' } });
    const seen = (await world.owner.query("select string_agg(coalesce(was::text, '') || coalesce(became::text, ''), ' ') h from audit.row_version where legal_case_id = $1", [theirs])).rows[0].h as string;
    expect(seen).not.toContain(w.of);
    // Taken back: what happens there now is not theirs to know.
    const v = await partialWin();
    await share(world, v.of);
    const second = (await rely(theirs, 'finding', v.fa.id, {}, 'ally')).data?.['addReliance'];
    await setLevel(world, v.of, 'case_team', null);
    await reverse(v);
    await wait(1_500);
    const rows = (await read(theirs, 'reliances { id needsReviewSince finding { id } }', 'ally')).reliances as { id: string }[];
    expect(rows.find((r) => r.id === second.id)).toEqual({ id: second.id, needsReviewSince: null, finding: null });
  });
  it('what one may not read cannot be relied on: refused like what is not there', async () => {
    const w = await partialWin();
    const theirs = (await newCase(world, { leadOrganisationId: world.people.ally.organisationId }, 'ally')).id;
    const [unseen, absent] = [await rely(theirs, 'finding', w.fa.id, {}, 'ally'), await rely(theirs, 'finding', randomUUID(), {}, 'ally')];
    expect(unseen).toEqual(absent);
    expect(faults(unseen)).toEqual(['usedId unknown']);
    expect((await rely(theirs, 'decision', w.d.id, {}, 'ally')).errors?.[0]?.extensions).toEqual((await rely(theirs, 'decision', randomUUID(), {}, 'ally')).errors?.[0]?.extensions);
  });
});

/** Five judges, four against reopening, one for keeping the petitions pending. */
const review = (proceedingIds: string[]) => ({
  kind: 'judgment', proceedingIds, dates: [{ on: '2021-01-11', basis: 'dated', timeZone: 'Asia/Kolkata', used: true }, { on: '2021-01-20', basis: 'published' }],
  citations: [{ type: 'neutral', value: '2021 INSC 14', preferred: true }], panel: ['A', 'B', 'C', 'D', 'E'].map((name, n) => ({ name, presiding: n === 0 })),
  votes: [{ issue: 'Dismissal of the review petitions', for: 4, against: 1 }],
  opinions: [{ type: 'majority', authors: ['A'], joiners: ['B', 'D', 'E'], fromParagraph: 1, toParagraph: 4 }, { type: 'dissenting', authors: ['C'], fromParagraph: 5, toParagraph: 30 }],
});
describe('Scenario 4: split bench', () => {
  it('the vote shows 4–1, both days stand, the dissent is cited as a dissent and holds nothing', async () => {
    const { id: of } = await newCase(world);
    const p = (await newProceeding(world, of)).id;
    const d = await newDecision(world, of, review([p]));
    const hold = (paragraph: number) => does(world, 'lead', 'addHolding', { decisionId: id(d.id), input: ['HoldingInput!', { proposition: 'No ground for review', force: 'ratio', at: { paragraph } }] }, 'id');
    expect((await hold(2)).errors).toBeUndefined();
    expect((await rely(of, 'decision', d.id, { userKind: 'argument', at: { paragraph: 14 } })).data?.['addReliance']).toMatchObject({ opinionType: 'dissenting' });
    expect((await rely(of, 'decision', d.id, { userKind: 'argument', at: { paragraph: 3 } })).data?.['addReliance']).toMatchObject({ opinionType: 'majority' });
    expect(faults(await hold(14))).toEqual(['at not_the_courts_opinion']);
    expect(faults(await hold(99))).toEqual(['at opinion_unknown']);
    const [shown] = (await read(of, 'decisions { dates { on basis } day { on } votes { text issue } opinions { type authors joiners } holdings { proposition } panel { name part } }')).decisions;
    expect(shown).toMatchObject({ dates: [{ on: '2021-01-11', basis: 'dated' }, { on: '2021-01-20', basis: 'published' }], day: { on: '2021-01-11' }, votes: [{ text: '4–1' }], holdings: [{ proposition: 'No ground for review' }], opinions: [{ type: 'majority' }, { type: 'dissenting' }] });
  });
  it('the main judgment stays good with the question referred beside it; overruling waits for a second reader', async () => {
    const { id: of } = await newCase(world);
    const [first, again] = [(await newProceeding(world, of)).id, (await newProceeding(world, of)).id];
    await link(of, again, first, 'review_of');
    const main = await newDecision(world, of, judgment([first]));
    const order = await newDecision(world, of, review([again]));
    await made('changeProceeding', { id: id(again), version: ['Int!', 1], input: ['ProceedingInput!', { courtSlug: 'ug-high-court', status: 'decided' }] }, 'id');
    const [majority, dissent] = order.opinions as unknown as [{ id: string }, { id: string }];
    const treat = (input: object) => does(world, 'lead', 'addDecisionTreatment', { input: ['DecisionTreatmentInput!', { citingId: order.id, citedId: main.id, ...input }] }, 'id relation opinionType');
    const authority = async () => (await read(of, 'decisions { id authority { status steps { code point } } }')).decisions.find((x: { id: string }) => x.id === main.id).authority;
    expect((await treat({ opinionId: majority.id, treatment: 'referred_to_larger_bench', point: 'question X' })).data?.['addDecisionTreatment']).toMatchObject({ relation: 'same', opinionType: 'majority' });
    await treat({ opinionId: dissent.id, treatment: 'overruled', pinpoint: '¶ 14' });
    expect(await authority()).toEqual({ status: 'good', steps: [{ code: 'question_referred', point: 'question X' }, { code: 'dissent_changes_nothing', point: null }, { code: 'nothing_against_it', point: null }] });
    expect(faults(await treat({ opinionId: majority.id, treatment: 'overruled' }))).toEqual(['pinpoint required']);
    expect(faults(await treat({ opinionId: majority.id, treatment: 'reversed', pinpoint: '¶ 2' }))).toEqual(['treatment no_power_over_it']);
    const t = (await treat({ opinionId: majority.id, treatment: 'overruled', pinpoint: '¶ 2' })).data?.['addDecisionTreatment'];
    expect((await authority()).status).toBe('good');
    expect(faults(await does(world, 'lead', 'reviewDecisionTreatment', { id: id(t.id) }, 'id'))).toEqual(['reviewedBy own_treatment']);
    await made('setCaseMember', { id: id(of), personId: id(world.people.teammate.id), cap: ['Int!', 7] }, 'id');
    await made('reviewDecisionTreatment', { id: id(t.id) }, 'id reviewedAt', 'teammate');
    expect((await authority()).status).toBe('overruled');
  });
});

describe('Scenario 5: bilingual judgment', () => {
  it('both texts are authentic, a translation is marked as what it is, and a conflict is noted between authentic texts alone', async () => {
    const { id: of } = await newCase(world);
    const p = (await newProceeding(world, of)).id;
    const expressions = [{ language: 'fr', version: 'original', status: 'authentic' }, { language: 'en', version: 'original', status: 'authentic' }, { language: 'es', version: 'translation', status: 'unofficial_translation', translator: 'A user' }];
    const conflict = (languages: string[]) => ({ expressions, conflicts: [{ paragraph: 14, languages, note: '"nécessaire" stands for "reasonable"' }] });
    await newDecision(world, of, judgment([p], conflict(['fr', 'en'])));
    const [shown] = (await read(of, 'decisions { expressions { language status } conflicts { paragraph languages note } }')).decisions;
    expect(shown).toMatchObject({ expressions: [{ language: 'fr', status: 'authentic' }, { language: 'en', status: 'authentic' }, { language: 'es', status: 'unofficial_translation' }], conflicts: [{ paragraph: 14, languages: ['fr', 'en'] }] });
    expect(faults(await addDecision(world, of, judgment([p], conflict(['fr', 'es']))))).toEqual(['conflicts[0].languages[1] not_authentic']);
    expect(faults(await addDecision(world, of, judgment([p], { expressions: [{ language: 'es', version: 'translation', status: 'authentic' }] })))).toEqual(['expressions[0].source authentic_translation_needs_source']);
  });
});

describe('Scenario 12: case moved between courts (numbers)', () => {
  it('both numbers stand with their days, both still find it, and old links still resolve', async () => {
    const { id: of } = await newCase(world);
    const p = (await newProceeding(world, of, { courtUnit: 'Station X', openedOn: '2024-01-10' })).id;
    const old = await number(p, 'Petition No. 8801 of 2024', { preferred: true });
    await made('changeIdentifier', { id: id(old.id), version: ['Int!', 1], input: ['ChangeIdentifierInput!', { validTo: '2024-05-02' }] });
    await number(p, 'Constitutional Petition No. 8977 of 2024', { preferred: true, validFrom: '2024-05-02' });
    const d = await newDecision(world, of, judgment([p]));
    const [shown] = (await read(of, 'proceedings { id openedOn identifiers { value validFrom validTo preferred } }')).proceedings;
    expect(shown).toEqual({ id: p, openedOn: '2024-01-10', identifiers: [
      { value: 'Constitutional Petition No. 8977 of 2024', validFrom: '2024-05-02', validTo: null, preferred: true }, { value: 'Petition No. 8801 of 2024', validFrom: null, validTo: '2024-05-02', preferred: false }] });
    for (const text of ['8801', '8977']) expect((await hits(text)).map((h) => h.id), text).toEqual([of, d.id]);
  });
});

describe('Scenario 16: conflicting docket numbers', () => {
  it('both stand with their sources and marked disputed, one is preferred, and either finds the one case', async () => {
    const { id: of } = await newCase(world);
    const p = (await newProceeding(world, of)).id;
    await number(p, 'MC No. 9286 of 2022', { type: 'application', source: 'The litigant\'s site', disputed: true, preferred: true });
    await number(p, 'HCT-00-CV-MC-9266-2022', { type: 'application', source: 'Commentary', disputed: true });
    const d = await newDecision(world, of, judgment([p]));
    const shown = await read(of, 'mainNumber { value disputed } proceedings { identifiers { value source disputed preferred } }');
    expect(shown.mainNumber).toEqual({ value: 'MC No. 9286 of 2022', disputed: true });
    expect(shown.proceedings[0].identifiers.map((n: { disputed: boolean; source: string }) => [n.disputed, n.source])).toEqual([[true, 'The litigant\'s site'], [true, 'Commentary']]);
    for (const text of ['MC 9286/2022', 'HCT-00-CV-MC-9266-2022']) expect((await hits(text)).map((h) => h.id), text).toEqual([of, d.id]);
  });
});

describe('Scenario 16: duplicate detection', () => {
  it('links instead of creating two cases: one number printed twice is one matter, for whoever may read it', async () => {
    const { id: of } = await newCase(world);
    const p = (await newProceeding(world, of)).id;
    await number(p, 'Miscellaneous Cause No. 6641 of 2022');
    const same = async (n: string, who: Who = 'lead', court = 'ug-high-court') => (await world.gql(who, 'query($c: String!, $n: [String!]!) { sameMatters(courtSlug: $c, numbers: $n) { how proceeding { id } legalCase { id } } }', { c: court, n: [n] })).data.sameMatters;
    expect(await same('Misc. Cause 6641/2022')).toEqual([{ how: 'same', proceeding: { id: p }, legalCase: { id: of } }]);
    expect(await same('6641 of 2022')).toMatchObject([{ how: 'perhaps' }]);
    expect([await same('Miscellaneous Cause No. 6642 of 2022'), await same('Miscellaneous Cause No. 6641 of 2022', 'lead', 'ke-high-court'), await same('Miscellaneous Cause No. 6641 of 2022', 'ally')]).toEqual([[], [], []]);
  });
});

describe('Invariant 3: a decision is whole or not at all', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['a vote that does not sum', { panel: ['A', 'B', 'C'].map((name) => ({ name })), votes: [{ issue: 'x', for: 3, against: 1 }] }, 'votes[0] vote_does_not_sum'], ['only a dissent', { opinions: [{ type: 'dissenting' }] }, 'opinions no_leading_opinion'],
    ['no opinion', { opinions: [] }, 'opinions too_few'], ['no proceeding', { proceedingIds: [] }, 'proceedingIds too_few'], ['a day that does not exist', { dates: [{ on: '2021-02-30', basis: 'dated' }] }, 'dates[0].on not_a_date'],
    ['a proceeding of nobody', { proceedingIds: [randomUUID()] }, 'proceedingIds[0] unknown'], ['an opinion of another decision', { opinions: [{ id: randomUUID(), type: 'single' }] }, 'opinions[0].id unknown'],
  ])('%s is refused, and nothing is half-written', async (_, more, fault) => {
    const { id: of } = await newCase(world);
    const p = (await newProceeding(world, of)).id;
    expect(faults(await addDecision(world, of, judgment([p], more)))).toContain(fault);
    expect((await world.owner.query('select (select count(*) from app.decision where legal_case_id = $1)::int + (select count(*) from app.opinion where legal_case_id = $1)::int n', [of])).rows[0].n).toBe(0);
  });
  it('the database says so too: at commit, and of every vote', async () => {
    const { id: of } = await newCase(world);
    const p = (await newProceeding(world, of)).id;
    const bare = (more = '') => world.owner.query(`insert into app.decision (legal_case_id, kind, dates${more && ', votes, panel_size'}) values ($1, 'judgment', '[{"on":"2020","basis":"dated"}]'${more}) returning id`, [of]);
    await expect(bare()).rejects.toMatchObject({ constraint: 'decision_proceeding_ids_check' });
    await expect(bare(`, '[{"issue":"x","for":3,"against":1}]', 3`)).rejects.toMatchObject({ constraint: 'decision_votes_check' });
    const d = await newDecision(world, of, judgment([p]));
    expect(codeOf(await does(world, 'lead', 'removeProceeding', { id: id(p) })), 'its last proceeding').toBe('INVALID');
    expect((await read(of, 'decisions { id } proceedings { id }'))).toEqual({ decisions: [{ id: d.id }], proceedings: [{ id: p }] });
  });
  it('the same key sent twice is one decision; with other content it is refused', async () => {
    const { id: of } = await newCase(world);
    const p = (await newProceeding(world, of)).id;
    const key = randomUUID();
    const [one, two] = [await newDecision(world, of, judgment([p], { id: key })), await newDecision(world, of, judgment([p], { id: key }))];
    expect(two).toEqual(one);
    expect(faults(await addDecision(world, of, judgment([p], { id: key, title: 'Another' })))).toEqual(['id taken']);
    expect((await read(of, 'decisions { opinions { type } proceedings { id } }')).decisions).toEqual([{ opinions: [{ type: 'single' }], proceedings: [{ id: p }] }]);
  });
  it('two people editing: the second is shown how it stands now, and nothing of theirs is written', async () => {
    const { id: of } = await newCase(world);
    const p = (await newProceeding(world, of)).id;
    const d = await newDecision(world, of, judgment([p]));
    const change = (title: string) => does(world, 'lead', 'changeDecision', { id: id(d.id), version: ['Int!', d.version], input: ['DecisionInput!', judgment([p], { title, opinions: [{ id: d.opinions[0]!.id, type: 'per_curiam' }] })] }, '__typename ... on ChangedDecision { decision { title opinions { id type } } } ... on StaleDecision { current { title } }');
    expect((await change('First')).data?.['changeDecision']).toEqual({ __typename: 'ChangedDecision', decision: { title: 'First', opinions: [{ id: d.opinions[0]!.id, type: 'per_curiam' }] } });
    expect((await change('Second')).data?.['changeDecision']).toEqual({ __typename: 'StaleDecision', current: { title: 'First' } });
  });
});

it('a day that was entered wrong is put right for what it ruled, too', async () => {
  const w = await partialWin();
  await made('changeDecision', { id: id(w.d.id), version: ['Int!', w.d.version], input: ['DecisionInput!', judgment([w.below], { dates: [{ on: '2023-02-11', basis: 'pronounced' }], opinions: [{ id: w.d.opinions[0]!.id, type: 'single' }] })] }, '__typename');
  expect((await read(w.of, 'claims { dispositions { decidedOn } }')).claims).toEqual([{ dispositions: [{ decidedOn: '2023-02-11' }] }, { dispositions: [{ decidedOn: '2023-02-11' }] }]);
});

describe('Invariant 4: a disposition is of one claim in one decision', () => {
  it('a second is refused with its field and the remedy; changing it is not', async () => {
    const w = await partialWin();
    const twice = await decide({ claimId: w.a.id, proceedingId: w.below, decisionId: w.d.id, code: 'dismissed_on_merits', favours: 'other' });
    expect([codeOf(twice), faults(twice), twice.errors?.[0]?.message]).toEqual(['CONFLICT', ['claimId disposed_already'], 'This decision has ruled on this claim already. Change that disposition, or remove it first.']);
    const [at] = (await read(w.of, 'claims { dispositions { id version } }')).claims[0].dispositions;
    const change = (version: number) => does(world, 'lead', 'changeDisposition', { id: id(at.id), version: ['Int!', version], input: ['ChangeDispositionInput!', { code: 'partly_allowed', favours: 'mixed' }] }, 'code version');
    expect((await change(at.version)).data?.['changeDisposition']).toEqual({ code: 'partly_allowed', version: at.version + 1 });
    expect(codeOf(await change(at.version))).toBe('STALE');
  });
  it('of two written at one moment the database keeps one', async () => {
    const w = await partialWin();
    const c = await claim(w.of, w.below);
    const answers = await Promise.all(['allowed', 'dismissed_on_merits'].map((code) => decide({ claimId: c.id, proceedingId: w.below, decisionId: w.d.id, code })));
    expect(answers.filter((a) => !a.errors)).toHaveLength(1);
    expect(answers.map(codeOf).filter(Boolean)).toEqual(['CONFLICT']);
  });
  it('what was recorded without a decision takes it on; of another case\'s decision it is refused like of none', async () => {
    const w = await partialWin();
    const c = await claim(w.of, w.above);
    await decide({ claimId: c.id, proceedingId: w.above });
    const d = await newDecision(world, w.of, judgment([w.above]));
    expect((await decide({ claimId: c.id, proceedingId: w.above, decisionId: d.id })).data?.['setDisposition']).toMatchObject({ decisionId: d.id });
    expect((await read(w.of, 'claims { id dispositions { decisionId } }')).claims.find((x: { id: string }) => x.id === c.id).dispositions).toEqual([{ decisionId: d.id }]);
    const foreign = await partialWin();
    expect((await decide({ claimId: c.id, proceedingId: w.above, decisionId: foreign.d.id })).errors?.[0]?.extensions).toEqual((await decide({ claimId: c.id, proceedingId: w.above, decisionId: randomUUID() })).errors?.[0]?.extensions);
  });
  it('what a decision ruled keeps it: removed first, then the decision', async () => {
    const w = await partialWin();
    expect(faults(await does(world, 'lead', 'removeDecision', { id: id(w.d.id) }))).toEqual(['id in_use']);
    const drop = await does(world, 'lead', 'changeDecision', { id: id(w.d.id), version: ['Int!', w.d.version], input: ['DecisionInput!', judgment([w.above])] }, '__typename');
    expect([codeOf(drop), faults(drop)]).toEqual(['CONFLICT', ['proceedingIds in_use']]);
    const opinions = await does(world, 'lead', 'changeDecision', { id: id(w.d.id), version: ['Int!', w.d.version], input: ['DecisionInput!', judgment([w.below])] }, '__typename');
    expect(faults(opinions), 'a finding rests on its opinion').toEqual(['opinions in_use']);
  });
});

describe('Invariants 5 and 6', () => {
  it('an interim order decides no claim, whichever of the two is written first', async () => {
    const { id: of } = await newCase(world);
    const p = (await newProceeding(world, of)).id;
    const c = await claim(of, p);
    const interim = await newDecision(world, of, judgment([p], { kind: 'interim_order' }));
    expect(faults(await decide({ claimId: c.id, proceedingId: p, decisionId: interim.id }))).toEqual(['decisionId interim_order_decides_no_claim']);
    expect((await read(of, 'derivedResult { result }')).derivedResult.result).toBe('pending');
    const d = await newDecision(world, of, judgment([p]));
    await decide({ claimId: c.id, proceedingId: p, decisionId: d.id });
    expect(codeOf(await does(world, 'lead', 'changeDecision', { id: id(d.id), version: ['Int!', d.version], input: ['DecisionInput!', judgment([p], { kind: 'interim_order' })] }, '__typename'))).toBe('INVALID');
  });
  it('an end without a ruling on the merits is neither won nor lost', async () => {
    const { id: of } = await newCase(world);
    const p = (await newProceeding(world, of)).id;
    const d = await newDecision(world, of, judgment([p]));
    await decide({ claimId: (await claim(of, p)).id, proceedingId: p, decisionId: d.id, code: 'settled', favours: 'none' });
    expect((await read(of, 'derivedResult { result }')).derivedResult.result).toBe('no_merits');
  });
});

it('a claim says in whose right it is brought and for whom', async () => {
  const { id: of } = await newCase(world);
  const p = (await newProceeding(world, of)).id;
  await claim(of, p, { standing: 'public_interest', collective: 'opt_out' });
  expect((await read(of, 'claims { standing collective }')).claims).toEqual([{ standing: 'public_interest', collective: 'opt_out' }]);
});
it('a finding of the dissent stands beside the court\'s, and no later court reverses it', async () => {
  const { id: of } = await newCase(world);
  const p = (await newProceeding(world, of)).id;
  const d = await newDecision(world, of, review([p]));
  for (const [n, result] of ['satisfied', 'not_satisfied'].entries()) await find({ proceedingId: p, decisionId: d.id, opinionId: d.opinions[n]!.id, result });
  expect((await read(of, 'decisions { findings { opinionId result status } }')).decisions[0].findings).toEqual([{ opinionId: d.opinions[0]!.id, result: 'satisfied', status: null }, { opinionId: d.opinions[1]!.id, result: 'not_satisfied', status: null }]);
  const above = (await newProceeding(world, of, { courtSlug: 'ug-court-of-appeal' })).id;
  await link(of, above, p, 'appeal_from');
  await newDecision(world, of, judgment([above]));
  await status(above, 'final');
  await find({ proceedingId: above, result: 'not_satisfied' });
  expect((await read(of, 'findings { opinionId status }')).findings.map((f: { status: string | null }) => f.status)).toEqual(['reversed', null, null]);
});
it('is in no answer, no search and no error of anybody who may not read the case; what a brief builds on stays with the team', async () => {
  const canary = `CANARY-${randomUUID().slice(0, 8)}`;
  const { id: of } = await newCase(world);
  const p = (await newProceeding(world, of)).id;
  await number(p, `Petition ${canary} 4417 of 2023`);
  const d = await newDecision(world, of, judgment([p], { title: `${canary} title`, summary: canary, source: canary, opinions: [{ type: 'single', summary: canary, fromParagraph: 1, toParagraph: 9 }] }));
  await made('addHolding', { decisionId: id(d.id), input: ['HoldingInput!', { proposition: canary, force: 'ratio', at: { paragraph: 2 } }] }, 'id');
  const o = await made('addOrder', { input: ['OrderItemInput!', orderOf(d.id, { words: canary, ourWords: canary })] }, 'id');
  const r = (await rely(of, 'decision', d.id, { title: `${canary} brief` })).data?.['addReliance'];
  const asked = (who: Who | 'stranger') => Promise.all([
    world.gql(who, caseQuery, { id: of }), world.gql(who, 'query($d: ID!, $o: ID!) { decision(id: $d) { title } order(id: $o) { words ourWords } }', { d: d.id, o: o.id }), world.gql(who, '{ orders(first: 50) { orders nodes { ourWords } } }'),
    world.gql(who, '{ search(text: "4417", first: 20) { title hint } }'), world.gql(who, '{ sameMatters(courtSlug: "ug-high-court", numbers: ["4417 of 2023"]) { how legalCase { title } } }'),
    does(world, who, 'addDecisionTreatment', { input: ['DecisionTreatmentInput!', { citingId: d.id, citedId: d.id, opinionId: d.opinions[0]!.id, treatment: 'followed' }] }, 'id'), does(world, who, 'removeReliance', { id: id(r.id) }),
  ]);
  for (const who of ['stranger', 'colleague', 'ally', 'member', 'reviewer', 'facilitator', 'steward', 'outsider'] as const) expect(JSON.stringify(await asked(who)), who).not.toContain(canary);
  await setLevel(world, of, 'coalition');
  const theirs = await asked('member');
  expect(JSON.stringify(theirs)).toContain(`${canary} title`);
  expect(JSON.stringify(theirs)).not.toContain(`${canary} brief`);
});
it('decisions take the same few statements, whether one or ten', async () => {
  const { id: of } = await newCase(world);
  const p = (await newProceeding(world, of)).id;
  await newDecision(world, of, judgment([p]));
  const cost = async () => {
    let n = 0;
    statements.heard = () => { n++; };
    await read(of, 'decisions { id title day { on } proceedings { id } opinions { type } holdings { id } dispositions { code status } findings { status } treatments { id relation } authority { status } usedBy { id } } derivedResult { result }');
    delete statements.heard;
    return n;
  };
  const one = await cost();
  for (let n = 0; n < 9; n++) await newDecision(world, of, judgment([p]));
  expect(await cost()).toBe(one);
  expect(one).toBeLessThanOrEqual(8);
});
