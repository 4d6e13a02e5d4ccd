import { randomUUID } from 'node:crypto';
import type { ForumsResult, MemoSnapshot, SinceMemo } from '@amparo/domain/forums';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statements } from '../../apps/api/src/platform/db.ts';
import { codeOf, does, done, log, logged, newCase, newDecision, judgment, newProceeding, setLevel, share } from '../support/case-text.ts';
import { makeWorld, type Who, type World } from '../support/world.ts';

let world: World;
let clock: { now(): Date };
beforeAll(async () => {
  world = await makeWorld();
  clock = world.app.get((await import('../../apps/api/src/platform/clock.ts')).Clock);
}, 120_000);
afterAll(async () => { clock.now = () => new Date(); delete statements.heard; await world.end(); });

const ask = 'query($id: ID!, $on: String, $act: String) { forumChoice(legalCaseId: $id, filedOn: $on, actOn: $act) { computed since } }';
const choice = async (id: string, on: string | null = '2025-06-10', who: Who = 'lead'): Promise<{ result: ForumsResult; since: SinceMemo[] | null }> => {
  const answer = await world.gql(who, ask, { id, on });
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  const { computed, since } = answer.data.forumChoice as { computed: string; since: string | null };
  return { result: JSON.parse(computed) as ForumsResult, since: since === null ? null : (JSON.parse(since) as SinceMemo[]) };
};
const forum = ({ result }: { result: ForumsResult }, id: string) => { const found = result.forums.find((each) => each.id === id); if (!found) throw new Error(`no ${id}`); return found; };
const memo = { decision: 'Appeal first.', reasons: 'It keeps the other doors usable.', chosen: ['ug-court-of-appeal'], rejected: [{ forum: 'eacj', why: 'The act is older than two months.' }], risks: 'A second loss.', filedOn: '2025-06-10' };
const fields = 'id number decision reasons chosen rejected { forum why } risks ifLost decideBy filedOn writtenName createdAt snapshot';
interface Memo { id: string; number: number; decision: string; writtenName: string; snapshot: string; chosen: string[]; filedOn: string }
const write = (legalCaseId: string, more: object = {}, who: Who | 'stranger' = 'lead') => does<Memo>(world, who, 'addForumMemo', { input: ['AddForumMemoInput!', { legalCaseId, after: 0, ...memo, ...more }] }, fields);
const written = async (...asked: Parameters<typeof write>): Promise<Memo> => { const a = await write(...asked); if (a.errors) throw new Error(JSON.stringify(a.errors)); return a.data!['addForumMemo']!; };
const memos = async (id: string, who: Who = 'lead') => (await world.gql(who, `query($id: ID!) { legalCase(id: $id) { forumMemos { ${fields} } } }`, { id })).data?.legalCase?.forumMemos as Memo[] | undefined;
const faults = (a: { errors?: { extensions: { fields?: { field: string; problem: string }[] } }[] }) => a.errors?.[0]?.extensions.fields?.map((f) => `${f.field} ${f.problem}`);

/** ISER as it stood on the day of the ruling, with a lane for the appeal that nobody has filed. */
async function iser(team = false): Promise<{ id: string; high: string; appeal: string }> {
  const { id } = await newCase(world);
  const high = (await newProceeding(world, id, { status: 'decided' })).id, appeal = (await newProceeding(world, id, { courtSlug: 'ug-court-of-appeal', status: 'anticipated' })).id;
  await done(world, 'lead', 'addProceedingLink', { legalCaseId: ['ID!', id], input: ['ProceedingLinkInput!', { fromId: appeal, toId: high, type: 'appeal_from' }] }, 'id');
  await log(world, logged(id, { proceedingId: high, type: 'judgment', on: '2025-06-10', basis: 'pronounced' }));
  if (team) await done(world, 'lead', 'setCaseMember', { id: ['ID!', id], personId: ['ID!', world.people.teammate.id], cap: ['Int!', 7] }, 'id');
  return { id, high, appeal };
}

describe('the chooser', () => {
  it('tells where the Uganda case can go on the day of the ruling, with every step', async () => {
    const { id } = await iser();
    const answer = await choice(id);
    expect(forum(answer, 'ug-court-of-appeal')).toMatchObject({ state: 'closes', lastDay: '2025-06-24', workingDate: '2025-06-23', days: 14, time: { rule: 'UG-1a', on: '2025-06-10' }, climate: { of: 'below', items: [{ slug: 'ug-iser-ndaga-muntu-2025', result: 'lost' }] } });
    expect(forum(answer, 'eacj')).toMatchObject({ state: 'closes', lastDay: '2025-08-10', workingDate: '2025-08-08' });
    expect(forum(answer, 'au-achpr')).toMatchObject({ state: 'open', remedies: { state: 'not_finished' } });
    expect(forum(answer, 'au-afchpr')).toMatchObject({ state: 'unknown', because: 'treaty_none_then' });
    expect(forum(answer, 'coe-ecthr')).toMatchObject({ state: 'not_available', because: 'other_region' });
    expect(forum(answer, 'un-human-rights-committee').climate.items.map(({ slug }) => slug)).toEqual(['un-madhewoo-v-mauritius-2021']);
    expect(answer.since).toBeNull();
  });
  it('takes the day of a decision on file before one that was logged, and the day of service where one was', async () => {
    const { id, high } = await iser();
    await newDecision(world, id, judgment([high], { dates: [{ on: '2025-06-12', basis: 'pronounced' }, { on: '2025-06-30', basis: 'published' }] }));
    expect(forum(await choice(id), 'ug-court-of-appeal').lastDay).toBe('2025-06-26');
    const { id: other } = await newCase(world, { countries: ['DE'] });
    const p = (await newProceeding(world, other, { courtSlug: 'de-bundesverfassungsgericht', status: 'decided', timeZone: 'Europe/Berlin' })).id;
    await log(world, logged(other, { proceedingId: p, type: 'judgment', on: '2025-06-10', basis: 'pronounced' }));
    await log(world, logged(other, { proceedingId: p, type: 'service', on: '2025-07-01', basis: 'served' }));
    expect(forum(await choice(other), 'coe-ecthr')).toMatchObject({ lastDay: '2025-11-01', time: { because: 'served' }, state: 'unknown' });
  });
  it('a ruling beside the judgment, on costs say, starts no time anew', async () => {
    const { id, high } = await iser();
    await newDecision(world, id, judgment([high], { dates: [{ on: '2025-06-10', basis: 'pronounced' }] }));
    const before = forum(await choice(id), 'eacj');
    await newDecision(world, id, judgment([high], { kind: 'ruling', title: 'Ruling on costs', dates: [{ on: '2025-06-20', basis: 'pronounced' }] }));
    expect(forum(await choice(id), 'eacj')).toMatchObject({ lastDay: before.lastDay, time: { on: '2025-06-10' } });
  });
  it('today is the day at each forum by the clock of the server, and the last minute there is in time', async () => {
    const { id } = await iser();
    clock.now = () => new Date('2025-06-24T20:59:00Z');
    expect(forum(await choice(id, null), 'ug-court-of-appeal')).toMatchObject({ state: 'closes', days: 0, filedOn: '2025-06-24' });
    clock.now = () => new Date('2025-06-24T21:00:30Z');
    expect(forum(await choice(id, null), 'ug-court-of-appeal')).toMatchObject({ state: 'closed', filedOn: '2025-06-25' });
    clock.now = () => new Date();
  });
  it('more time by an order, kept as a deadline of the case, beats the rule', async () => {
    const { id } = await iser();
    const d = await done(world, 'lead', 'addDeadline', { input: ['AddDeadlineInput!', { legalCaseId: id, kind: 'rule', ruleId: 'UG-1', triggerOn: '2025-06-10', triggerBasis: 'pronounced' }] }, 'id version');
    expect(forum(await choice(id, '2025-07-01'), 'ug-court-of-appeal').state).toBe('closed');
    await done(world, 'lead', 'extendDeadline', { id: ['ID!', d.id], version: ['Int!', d.version], input: ['ExtendDeadlineInput!', { order: 'Order of 20 June', until: '2025-08-01' }] }, 'id');
    expect(forum(await choice(id, '2025-07-01'), 'ug-court-of-appeal')).toMatchObject({ state: 'closes', lastDay: '2025-08-01', time: { recorded: { id: d.id, firm: true } } });
  });
  it('takes no act of a year that nothing is counted from', async () => {
    const { id } = await iser();
    const answer = await world.gql('lead', ask, { id, act: '0001-01-01' });
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'actOn', problem: 'year_out_of_range' }] });
  });
  it('is asked with days that exist', async () => {
    const { id } = await iser();
    expect(codeOf(await world.gql('lead', ask, { id, on: '2025-02-30' }))).toBe('INVALID');
    expect(codeOf(await world.gql('lead', ask, { id, act: 'March' }))).toBe('INVALID');
  });
  it('takes the same few statements however much happened', async () => {
    const { id, high } = await iser();
    await write(id);
    const cost = async () => { const heard: string[] = []; statements.heard = (text) => heard.push(text); await choice(id); delete statements.heard; return heard.length; };
    await cost(); // courts and law are held from then on
    const before = await cost();
    for (let n = 1; n < 12; n++) await log(world, logged(id, { proceedingId: high, type: 'mention', on: `2025-05-${String(n).padStart(2, '0')}` }));
    for (let n = 0; n < 5; n++) await newProceeding(world, id, { courtSlug: 'ke-high-court' });
    for (let n = 0; n < 5; n++) await done(world, 'lead', 'addDeadline', { input: ['AddDeadlineInput!', { legalCaseId: id, kind: 'rule', ruleId: 'KE-1', triggerOn: '2025-06-10' }] }, 'id');
    expect(await cost()).toBe(before);
    expect(before).toBeLessThanOrEqual(8);
  });
});

describe('a decision memo', () => {
  it('records what was chosen, rejected and why, with what the chooser said that day', async () => {
    const { id } = await iser();
    const made = await written(id);
    expect(made).toMatchObject({ number: 1, ...memo, writtenName: expect.stringMatching(/./u), filedOn: '2025-06-10' });
    const then = JSON.parse(made.snapshot) as MemoSnapshot;
    expect(then).toMatchObject({ filedOn: '2025-06-10', states: ['UG'], versions: { forums: expect.any(Number), treaties: expect.any(Number) } });
    expect(then.forums.find((each) => each.id === 'ug-court-of-appeal')).toMatchObject({ state: 'closes', lastDay: '2025-06-24', rule: 'UG-1a', ruleVersion: 1, verification: 'unverified' });
    expect((await choice(id)).since).toEqual([]);
    expect((await choice(id, '2025-06-30')).since).toContainEqual({ id: 'ug-court-of-appeal', name: 'Court of Appeal of Uganda', was: { state: 'closes', lastDay: '2025-06-24' }, is: { state: 'closed', lastDay: '2025-06-24' } });
  });
  it('is followed by another and stays: nobody changes or removes one', async () => {
    const { id } = await iser(true);
    const first = await written(id);
    const second = await written(id, { after: 1, decision: 'Wait for the ruling in Kenya.', chosen: ['au-achpr'], rejected: [] }, 'teammate');
    expect((await memos(id))?.map(({ number, decision }) => [number, decision])).toEqual([[2, 'Wait for the ruling in Kenya.'], [1, 'Appeal first.']]);
    expect((await memos(id))?.[1]).toEqual(first);
    expect(second.writtenName).not.toBe(first.writtenName);
    const history = await world.gql('lead', 'query($c: ID!) { caseChanges(id: $c, first: 5) { nodes { tableName became teamOnly } } }', { c: id });
    expect(history.data.caseChanges.nodes[0]).toMatchObject({ tableName: 'forum_memo', teamOnly: true, became: expect.stringContaining('Wait for the ruling') });
  });
  it('two people deciding at once: the second is told and nothing is written', async () => {
    const { id } = await iser(true);
    await written(id);
    expect(codeOf(await write(id, { decision: 'Mine' }, 'teammate'))).toBe('STALE');
    expect(codeOf(await write(id, { after: 7 }))).toBe('STALE');
    const both = await Promise.all([write(id, { after: 1, decision: 'A' }), write(id, { after: 1, decision: 'B' }, 'teammate')]);
    expect(both.map(codeOf).sort()).toEqual(['STALE', undefined]);
    expect(await memos(id)).toHaveLength(2);
  });
  it('sent twice with one key is one; with the key something else is refused', async () => {
    const { id } = await iser();
    const key = randomUUID();
    const one = await written(id, { key });
    expect((await written(id, { key })).id).toBe(one.id);
    await written(id, { after: 1 });
    expect((await written(id, { key })).id, 'also when others followed').toBe(one.id);
    expect(codeOf(await write(id, { key, after: 2, decision: 'Another' }))).toBe('CONFLICT');
    expect(await memos(id)).toHaveLength(2);
  });
  it('is refused by field, and nothing is half-written', async () => {
    const { id } = await iser();
    expect(faults(await write(id, { chosen: ['mars-court'] }))).toEqual(['chosen[0] unknown']);
    expect(faults(await write(id, { rejected: [{ forum: 'mars-court', why: 'x' }] }))).toEqual(['rejected[0].forum unknown']);
    expect(faults(await write(id, { rejected: [{ forum: 'ug-court-of-appeal', why: 'x' }] }))).toEqual(['rejected[0].forum chosen_and_rejected']);
    expect(faults(await write(id, { chosen: [] }))).toEqual(['chosen required']);
    expect(faults(await write(id, { reasons: ' ' }))).toEqual(['reasons required']);
    expect(faults(await write(id, { decideBy: '2025-02-30' }))).toEqual(['decideBy no_such_day']);
    expect(faults(await write(id, { decision: 'x'.repeat(2001) }))).toEqual(['decision too_long']);
    expect(await memos(id)).toEqual([]);
  });
});

it('chooser and memo are the team\'s: for everybody else they do not exist, whatever the case is shared with (canary)', async () => {
  const canary = `CANARY-${randomUUID().slice(0, 8)}`;
  const { id } = await iser(true);
  const made = await written(id, { decision: canary, reasons: canary, risks: canary, rejected: [{ forum: 'eacj', why: canary }] });
  for (const level of ['allies', 'coalition'] as const) {
    if (level === 'allies') await share(world, id);
    else await setLevel(world, id, 'coalition');
    for (const who of ['ally', 'member', 'colleague', 'reviewer', 'facilitator', 'steward', 'outsider'] as const) {
      expect(await world.gql(who, ask, { id, on: '2025-06-10' }), who).toEqual(await world.gql(who, ask, { id: randomUUID(), on: '2025-06-10' }));
      expect((await world.gql(who, 'query($m: ID!) { forumMemo(id: $m) { id } }', { m: made.id })).data).toEqual({ forumMemo: null });
      expect(codeOf(await write(id, { after: 1 }, who)), who).toBe('NOT_FOUND');
      const seen = await Promise.all([memos(id, who), world.gql(who, 'query($c: ID!) { caseChanges(id: $c, first: 50) { nodes { was became } } }', { c: id }), world.gql(who, `{ search(text: "${canary}", first: 20) { title } cases(first: 20, filter: { text: "${canary}" }) { total } today { news { title } } }`)]);
      expect(JSON.stringify(seen), who).not.toContain(canary);
      expect(seen[0] ?? [], who).toEqual([]);
    }
  }
  expect((await memos(id, 'teammate'))?.[0]?.decision).toBe(canary);
  expect(codeOf(await world.gql('stranger', ask, { id }))).toBe('UNAUTHENTICATED');
});
