import { randomUUID } from 'node:crypto';
import type { DeadlineResult } from '@amparo/domain/deadlines';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statements } from '../../apps/api/src/platform/db.ts';
import { codeOf, does, done, log, logged, newCase, setLevel, share } from '../support/case-text.ts';
import { makeWorld, type Who, type World } from '../support/world.ts';

let world: World;
let clock: { now(): Date };
let job: { miss(): Promise<number>; recount(id: string): Promise<void> };
const realNow = () => new Date();
const at = (instant: string) => { clock.now = () => new Date(instant); };

beforeAll(async () => {
  world = await makeWorld();
  const [{ Clock }, { DeadlineJob }] = await Promise.all([import('../../apps/api/src/platform/clock.ts'), import('../../apps/api/src/deadlines/deadline.job.ts')]);
  clock = world.app.get(Clock);
  job = world.app.get(DeadlineJob);
  await world.owner.query("insert into app.person (email, name, first_signed_in_at) values ('second@elm.example', 'Test second', now())");
}, 120_000);
afterAll(async () => { clock.now = realNow; delete statements.heard; await world.end(); });

const fields = 'id version title kind ruleId ruleVersion calendarId workingOn latestOn cutOff zone status counted strictness verification critical computed recounted confirmedOn confirmedName confirmedSource metOn mayConfirm extensions { id order until }';
interface Row { id: string; version: number; workingOn: string | null; latestOn: string | null; status: string; counted: string; verification: string; critical: boolean; computed: string; recounted: string | null; confirmedName: string | null; confirmedOn: string | null; mayConfirm: boolean; extensions: { id: string }[]; ruleVersion: number | null; calendarId: string | null }
const appeal = { kind: 'rule', ruleId: 'UG-1', triggerOn: '2025-06-10', triggerBasis: 'pronounced' };
/** The row of an answer that is expected to work. */
const ok = <T = Row>(a: { data?: Record<string, T> | null; errors?: unknown }, name: string): T => { if (a.errors) throw new Error(`${name}: ${JSON.stringify(a.errors)}`); return a.data![name]!; };
const add = (legalCaseId: string, more: object = {}, who: Who | 'stranger' = 'lead') => does<Row>(world, who, 'addDeadline', { input: ['AddDeadlineInput!', { legalCaseId, ...appeal, ...more }] }, fields);
const added = async (...asked: Parameters<typeof add>): Promise<Row> => { return ok(await add(...asked), 'addDeadline'); };
const on = (who: Who, name: string, d: { id: string; version: number }, input: object, type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`) => does<Row>(world, who, name, { id: ['ID!', d.id], version: ['Int!', d.version], input: [type, input] }, fields);
const read = async (who: Who, id: string): Promise<Row | null> => (await world.gql(who, `query($id: ID!) { deadline(id: $id) { ${fields} } }`, { id })).data?.deadline ?? null;
const must = async (id: string): Promise<Row> => (await read('lead', id))!;
const faults = (a: { errors?: { extensions: { fields?: { field: string; problem: string }[] } }[] }) => a.errors?.[0]?.extensions.fields?.map((f) => `${f.field} ${f.problem}`);
const steps = (d: Row) => (JSON.parse(d.computed) as DeadlineResult).trace.map(({ step }) => step);
const aTeam = async () => {
  const c = await newCase(world);
  await done(world, 'lead', 'setCaseMember', { id: ['ID!', c.id], personId: ['ID!', world.people.teammate.id], cap: ['Int!', 7] }, 'id');
  return c.id;
};

describe('a deadline', () => {
  it('is counted by the engine and stored with rule, calendar, zone and trace (invariant 12)', async () => {
    const d = await added(await aTeam());
    expect(d).toMatchObject({ title: 'Notice of appeal', ruleId: 'UG-1a', ruleVersion: 1, latestOn: '2025-06-24', workingOn: '2025-06-23', cutOff: '2025-06-24T20:59:00.000Z', zone: 'Africa/Kampala', counted: 'computed', verification: 'unverified', critical: true, strictness: 'strict_extendable' });
    expect(steps(d)).toEqual(expect.arrayContaining(['trigger', 'rule', 'count', 'calendar', 'cut_off', 'working_date', 'confirm']));
    const { rows: [row] } = await world.owner.query('select rule_version, calendar_id, calendar_version, computed from app.deadline where id = $1', [d.id]);
    expect(row).toMatchObject({ rule_version: 1, calendar_id: d.calendarId, calendar_version: expect.any(Number), computed: { latestDate: '2025-06-24' } });
  });
  it('has no day for a rough trigger or a service nobody has proved, only a warning (invariant 11)', async () => {
    const id = await aTeam();
    const rough = await added(id, { ruleId: 'UN-4', triggerOn: '2025-03', triggerBasis: 'exhausted' });
    expect(rough).toMatchObject({ status: 'not_computable', counted: 'not_computable', latestOn: null, workingOn: null });
    expect(JSON.parse(rough.computed)).toMatchObject({ earliestPossible: '2025-03-01' });
    const claimed = await added(id, { ruleId: 'FR-1', triggerBasis: 'notified', triggerConfirmed: false });
    expect(claimed).toMatchObject({ status: 'not_computable', latestOn: null });
    const byOrder = { kind: 'order', ruleId: null, title: 'Report', order: 'Order 2', triggerOn: '2025-06-10', triggerBasis: 'served', periodN: 60, periodUnit: 'calendar_day', zone: 'Africa/Nairobi', triggerConfirmed: false };
    const unproved = await added(id, byOrder);
    expect(unproved).toMatchObject({ status: 'not_computable', latestOn: null });
    expect(JSON.parse(unproved.computed)).toMatchObject({ reason: { code: 'service_unconfirmed' }, ifEarliest: { latestDate: '2025-08-09' } });
    // The proof comes in: the same question, confirmed.
    const proved = ok(await on('lead', 'changeDeadline', unproved, { ...byOrder, triggerConfirmed: true }), 'changeDeadline');
    expect(proved).toMatchObject({ status: expect.stringMatching(/open|missed/), latestOn: '2025-08-09' });
  });
  it('of an undefined period has no date, and prompts instead', async () => {
    const d = await added(await aTeam(), { ruleId: 'AF-1', triggerBasis: null });
    expect(d).toMatchObject({ counted: 'undefined', status: 'open', latestOn: null });
    expect((JSON.parse(d.computed) as DeadlineResult).prompts?.[0]?.on).toBe('2025-09-10');
  });
  it('that is no bar, or that opens a remedy, is not missed when its time has run', async () => {
    const id = await aTeam();
    for (const [ruleId, triggerOn, triggerBasis, latestOn] of [['UN-1', '2015-01-01', 'exhausted', '2020-01-01'], ['GDPR-1', '2024-03-11', 'lodged', '2024-06-11']] as const) {
      const d = await added(id, { ruleId, triggerOn, triggerBasis });
      expect(d).toMatchObject({ counted: 'computed', latestOn, status: 'open' });
      await job.miss();
      expect(await must(d.id)).toMatchObject({ status: 'open' });
    }
  });
  it('takes the day of its event and follows it when that changes', async () => {
    const id = await aTeam();
    const event = (await log(world, logged(id, { type: 'judgment', on: '2025-06-10', basis: 'pronounced' }))).data!.logEvent;
    const d = await added(id, { triggerOn: null, triggerEventId: event.id });
    expect(d.latestOn).toBe('2025-06-24');
    await done(world, 'lead', 'changeEvent', { id: ['ID!', event.id], version: ['Int!', event.version], input: ['ChangeEventInput!', { on: '2025-06-12' }] }, '__typename');
    expect(await must(d.id)).toMatchObject({ latestOn: '2025-06-26', version: d.version + 1 });
    const elsewhere = (await log(world, logged(await aTeam()))).data!.logEvent;
    expect(faults(await add(id, { triggerEventId: elsewhere.id }))).toEqual(['triggerEventId unknown']);
  });
  it('is refused by field: periods of 0 and 10 000, days that do not exist, unknown rules and zones', async () => {
    const id = await aTeam();
    const order = { kind: 'order', ruleId: null, title: 'Report', order: 'Order 2', periodUnit: 'calendar_day', zone: 'Africa/Nairobi' };
    expect(faults(await add(id, { ...order, periodN: 0 }))).toEqual(['periodN period_too_short']);
    expect(faults(await add(id, { ...order, periodN: 10_000 }))).toEqual(['periodN period_too_long']);
    expect(faults(await add(id, { ...order, periodN: 5, zone: 'Mars/Olympus' }))).toEqual(['zone unknown_time_zone']);
    expect(faults(await add(id, { ...order, zone: 'Africa/Nairobi' }))).toEqual(['periodN one_of_within_and_by']);
    expect(faults(await add(id, { triggerOn: '2025-02-30' }))).toEqual(['triggerOn no_such_day']);
    expect(faults(await add(id, { ruleId: 'XX-1' }))).toEqual(['ruleId unknown']);
    expect(faults(await add(id, { triggerBasis: 'guessed' }))).toEqual(['triggerBasis unknown_code']);
    expect(faults(await add(id, { ownerId: world.people.member.id }))).toEqual(['ownerId unknown']);
    expect((await world.owner.query('select count(*)::int n from app.deadline where legal_case_id = $1', [id])).rows[0].n, 'nothing half-written').toBe(0);
  });
  it('sent twice with one key is one; with the key something else is refused', async () => {
    const id = await aTeam();
    const key = randomUUID();
    const first = await added(id, { key });
    expect((await added(id, { key })).id).toBe(first.id);
    expect(codeOf(await add(id, { key, triggerOn: '2025-06-11' }))).toBe('CONFLICT');
  });
  it('changed by two people at once: the second is told', async () => {
    const d = await added(await aTeam());
    expect((await on('teammate', 'changeDeadline', d, { ...appeal, triggerOn: '2025-06-11' })).errors).toBeUndefined();
    expect(codeOf(await on('lead', 'changeDeadline', d, { ...appeal, triggerOn: '2025-06-12' }))).toBe('STALE');
    expect((await must(d.id)).latestOn).toBe('2025-06-25');
  });
});

describe('the preview', () => {
  it('counts and saves nothing', async () => {
    const answer = await world.gql('lead', 'query($i: DeadlineQuestionInput!) { deadlinePreview(input: $i) }', { i: { kind: 'rule', ruleId: 'EU-1', triggerOn: '2026-08-31', triggerBasis: 'notified' } });
    expect(JSON.parse(answer.data.deadlinePreview)).toMatchObject({ latestDate: '2026-11-10', cutOff: '2026-11-10T23:59:00+01:00' });
  });
});

describe('DDL-01: open through the whole last day by court time', () => {
  it('at each instant, and a filing made in time but typed in late gives met', async () => {
    const id = await aTeam();
    const d = await added(id, { kind: 'order', ruleId: null, title: 'Report', order: 'Order of 2 March', triggerOn: '2026-03-02', triggerBasis: null, periodN: 14, periodUnit: 'calendar_day', zone: 'Africa/Nairobi' });
    expect(d).toMatchObject({ latestOn: '2026-03-16', verification: 'order' });
    for (const [instant, status] of [['2026-03-16T00:00:30+03:00', 'open'], ['2026-03-16T23:59:00+03:00', 'open'], ['2026-03-16T23:59:59+03:00', 'open'], ['2026-03-16T23:30:00-05:00', 'missed'], ['2026-03-17T00:00:30+03:00', 'missed']] as const) {
      at(instant);
      expect((await must(d.id)).status, instant).toBe(status);
      const listed = await world.gql('lead', 'query($c: ID!, $s: [DeadlineState!]) { deadlines(first: 5, filter: { legalCaseId: $c, statuses: $s }) { nodes { id status } } legalCase(id: $c) { deadlines { status } } today { deadlines { id status } } }', { c: id, s: [status] });
      expect(listed.data.deadlines.nodes, instant).toEqual([{ id: d.id, status }]);
      expect(listed.data.legalCase.deadlines).toEqual([{ status }]);
      expect(listed.data.today.deadlines).toContainEqual({ id: d.id, status });
    }
    expect(await job.miss()).toBeGreaterThan(0);
    at('2026-03-18T10:00:00+03:00');
    const late = await must(d.id);
    expect(late.status).toBe('missed');
    const history = await world.gql('lead', 'query($c: ID!) { caseChanges(id: $c, first: 5) { nodes { tableName became } } }', { c: id });
    expect(history.data.caseChanges.nodes[0]).toMatchObject({ tableName: 'deadline', became: expect.stringContaining('missed') });
    expect(ok(await on('teammate', 'settleDeadline', late, { outcome: 'met', on: '2026-03-16' }), 'settleDeadline')).toMatchObject({ status: 'met' });
    expect((await world.gql('lead', '{ today { deadlines { id } } }')).data.today.deadlines).not.toContainEqual({ id: d.id });
    clock.now = realNow;
  });
  it('what was done too late stays missed, with its day; the future is refused', async () => {
    at('2026-03-20T10:00:00+03:00');
    const d = await added(await aTeam(), { kind: 'manual', ruleId: null, title: 'Annexes', by: '2026-03-16T16:00', zone: 'Africa/Nairobi', triggerOn: null, triggerBasis: null });
    expect(faults(await on('lead', 'settleDeadline', d, { outcome: 'met', on: '2026-03-21' }))).toEqual(['on in_the_future']);
    const late = ok(await on('lead', 'settleDeadline', d, { outcome: 'met', on: '2026-03-17' }), 'settleDeadline');
    expect(late).toMatchObject({ status: 'missed', metOn: '2026-03-17' });
    const again = ok(await on('lead', 'settleDeadline', late, { outcome: 'open' }), 'settleDeadline');
    expect(again).toMatchObject({ status: 'missed', metOn: null });
    expect(ok(await on('lead', 'settleDeadline', again, { outcome: 'met', on: '2026-03-16T16:00' }), 'settleDeadline')).toMatchObject({ status: 'met' });
    clock.now = realNow;
  });
});

describe('confirming', () => {
  it('is a second named lawyer\'s, who says where it was read; then the day itself is worked to', async () => {
    const d = await added(await aTeam());
    expect(d.mayConfirm).toBe(false);
    expect(faults(await on('lead', 'confirmDeadline', d, { on: '2025-06-24', source: 'Rules, r. 76' })), 'the author').toEqual(['confirmedBy own_work']);
    expect((await read('teammate', d.id))?.mayConfirm).toBe(true);
    expect(faults(await on('teammate', 'confirmDeadline', d, { on: '2025-06-24', source: ' ' }))).toEqual(['source required']);
    const signed = ok(await on('teammate', 'confirmDeadline', d, { on: '2025-06-24', source: 'Court of Appeal Rules, r. 76, p. 31' }), 'confirmDeadline');
    expect(signed).toMatchObject({ confirmedName: 'Test teammate', confirmedOn: '2025-06-24', workingOn: '2025-06-24', latestOn: '2025-06-24', cutOff: '2025-06-24T20:59:00.000Z' });
    // Counted anew from another day, nobody has confirmed it.
    const moved = ok(await on('lead', 'changeDeadline', signed!, { ...appeal, triggerOn: '2025-06-11' }), 'changeDeadline');
    expect(moved).toMatchObject({ confirmedOn: null, confirmedName: null, latestOn: '2025-06-25', workingOn: '2025-06-24' });
  });
  it('another day than the one counted holds, and what was counted stays beside it', async () => {
    const d = await added(await aTeam());
    const signed = ok(await on('teammate', 'confirmDeadline', d, { on: '2025-06-20', source: 'Practice direction 3' }), 'confirmDeadline');
    expect(signed).toMatchObject({ latestOn: '2025-06-20', confirmedOn: '2025-06-20' });
    expect(JSON.parse(signed.computed)).toMatchObject({ latestDate: '2025-06-24' });
  });
  it('cannot be forged past the service: not by writing the columns, not by the author, not by who is no lawyer', async () => {
    const id = await aTeam();
    const d = await added(id);
    const asLit = async (who: Who, text: string) => {
      const pg = (await import('pg')).default;
      const client = new pg.Client(world.apiUrl);
      await client.connect();
      try { await client.query('begin'); await client.query('set local role lit_user'); await client.query('select app.ctx_open($1)', [world.people[who].token]); await client.query(text, [d.id]); return 'done'; } catch (e) { return (e as { constraint?: string; code: string }).constraint ?? (e as { code: string }).code; } finally { await client.end(); }
    };
    expect(await asLit('lead', "update app.deadline set confirmed_on = '2025-06-24', confirmed_source = 'x' where id = $1")).toBe('deadline_confirmed_by_check');
    expect(await asLit('teammate', "update app.deadline set confirmed_by = written_by where id = $1")).toBe('42501');
    expect(await asLit('teammate', "update app.deadline set written_by = null where id = $1")).toBe('42501');
    expect(await asLit('teammate', "update app.deadline set confirmed_on = '2025-06-24', confirmed_source = 'x' where id = $1")).toBe('done');
    await world.owner.query("update app.membership set roles = '{member}' where person_id = $1", [world.people.teammate.id]);
    expect(faults(await on('teammate', 'confirmDeadline', d, { on: '2025-06-24', source: 'r. 76' }))).toEqual(['lawyer deadline_lawyer_check']);
    await world.owner.query("update app.membership set roles = '{lawyer}' where person_id = $1", [world.people.teammate.id]);
  });
  it('a strict rule is critical whatever is said', async () => {
    expect((await added(await aTeam(), { critical: false })).critical).toBe(true);
  });
});

describe('an extension by order', () => {
  it('beats the rule, and both stay (invariant 14); taken back, the rule holds again', async () => {
    at('2025-06-12T10:00:00Z');
    const d = await added(await aTeam());
    const longer = ok(await on('lead', 'extendDeadline', d, { order: 'Order of 20 June 2025', on: '2025-06-20', until: '2025-07-08' }), 'extendDeadline');
    expect(longer).toMatchObject({ status: 'extended', latestOn: '2025-07-08', extensions: [{ order: 'Order of 20 June 2025', until: '2025-07-08' }] });
    expect(JSON.parse(longer.computed)).toMatchObject({ latestDate: '2025-07-08', byRule: { latestDate: '2025-06-24', verification: 'unverified' } });
    expect(codeOf(await on('lead', 'extendDeadline', d, { order: 'Again', until: '2025-08-08' }))).toBe('STALE');
    expect(faults(await on('lead', 'extendDeadline', longer, { order: 'Both', until: '2025-08-08', periodN: 3, periodUnit: 'week' }))).toEqual(['until one_of_by_and_to']);
    const back = await done<Row>(world, 'lead', 'removeDeadlineExtension', { id: ['ID!', longer.extensions[0]!.id] }, fields);
    expect(back).toMatchObject({ status: 'open', latestOn: '2025-06-24', extensions: [] });
    clock.now = realNow;
  });
});

describe('who knows of a deadline', () => {
  it('the case team alone, at every level of the case; canary', async () => {
    const id = await aTeam();
    const canary = `CANARY-${randomUUID()}`;
    const d = await added(id, { title: canary });
    await share(world, id);
    for (const level of ['named_allies', 'coalition']) {
      await setLevel(world, id, level);
      for (const who of ['ally', 'member', 'steward', 'outsider', 'colleague'] as Who[]) {
        const answers = [
          await world.gql(who, `query($d: ID!, $c: ID!) { deadline(id: $d) { title } deadlines(first: 100) { nodes { title legalCaseId } } legalCase(id: $c) { id deadlines { title } } today { deadlines { title } } cases(first: 50) { nodes { deadlines { title } } } }`, { d: d.id, c: id }),
          await on(who, 'settleDeadline', d, { outcome: 'moot', note: 'x' }), await on(who, 'confirmDeadline', d, { on: '2025-06-24', source: 'x' }), await world.gql(who, 'query($c: ID!) { caseChanges(id: $c, first: 50) { nodes { became } } }', { c: id }),
        ];
        expect(JSON.stringify(answers), `${who} at ${level}`).not.toContain(canary);
        expect(codeOf(answers[1] as never), `${who} at ${level}`).toBe('NOT_FOUND');
      }
    }
    expect((await read('teammate', d.id))?.id).toBe(d.id);
    await done(world, 'lead', 'setCaseMember', { id: ['ID!', id], personId: ['ID!', world.people.teammate.id], cap: ['Int!', 0] }, 'id');
    expect(await read('teammate', d.id)).toBeNull();
  });
});

describe('lists', () => {
  it('page by page without gaps, by case, person and status', async () => {
    const id = await aTeam();
    for (let n = 1; n <= 7; n++) await added(id, { triggerOn: `2099-01-0${n}`, ownerId: n % 2 ? world.people.teammate.id : null, title: `D${n}` });
    await added(id, { triggerOn: '2099', title: 'No day' });
    const titles: string[] = [];
    let after: string | null = null;
    do {
      const { deadlines }: { deadlines: { nodes: { title: string }[]; pageInfo: { endCursor: string | null; hasNextPage: boolean } } } = (await world.gql('lead', 'query($c: ID!, $a: String) { deadlines(first: 3, after: $a, filter: { legalCaseId: $c }) { nodes { title } pageInfo { endCursor hasNextPage } } }', { c: id, a: after })).data;
      titles.push(...deadlines.nodes.map((n) => n.title));
      after = deadlines.pageInfo.hasNextPage ? deadlines.pageInfo.endCursor : null;
    } while (after);
    expect(titles.at(-1)).toBe('No day');
    expect([...titles].sort()).toEqual(['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'No day']);
    expect((await world.gql('teammate', 'query($c: ID!) { deadlines(first: 9, filter: { legalCaseId: $c, mine: true }) { nodes { title } } }', { c: id })).data.deadlines.nodes).toHaveLength(4);
  });
  it('take the same few statements with two deadlines or with forty', async () => {
    const id = await aTeam();
    const query = 'query($c: ID!) { legalCase(id: $c) { id deadlines { id title status workingOn latestOn computed confirmedName mayConfirm owner { name } writtenBy { name } extensions { id order } } } }';
    const cost = async () => { let n = 0; statements.heard = () => { n++; }; const a = await world.gql('lead', query, { c: id }); delete statements.heard; expect(a.errors).toBeUndefined(); return n; };
    for (let n = 0; n < 2; n++) await added(id, { ownerId: world.people.lead.id });
    const few = await cost();
    for (let n = 0; n < 38; n++) await added(id, { triggerOn: `2025-0${1 + (n % 9)}-10`, ownerId: world.people.lead.id });
    expect(await cost()).toBe(few);
    expect(few).toBeLessThanOrEqual(4);
  });
});

describe('rules and calendars', () => {
  const law = async (kind: string, lawId: string) => JSON.parse((await world.gql('lead', 'query($k: LawKind!, $i: String!) { law(kind: $k, lawId: $i) }', { k: kind, i: lawId })).data.law);
  const propose = (who: Who, kind: string, body: object, note = 'Read in the Gazette') => does<{ id: string; version: number; state: string; revision: number }>(world, who, 'proposeLawVersion', { input: ['ProposeLawInput!', { kind, body: JSON.stringify(body), note }] }, 'id version state revision');
  const decide = (who: Who, v: { id: string; version: number }, approved: boolean) => does<{ state: string; touched: number }>(world, who, 'decideLawVersion', { id: ['ID!', v.id], version: ['Int!', v.version], approved: ['Boolean!', approved] }, 'id version state touched');
  const preview = (who: Who, kind: string, body: object) => world.gql(who, 'query($k: LawKind!, $b: String!) { lawPreview(kind: $k, body: $b) { lawId touched effects { deadline { id } diff } } }', { k: kind, b: JSON.stringify(body) });
  const secondSteward = async () => { await world.owner.query("update app.membership set roles = '{facilitator,steward}' where person_id = $1", [world.people.facilitator.id]); };

  it('are listed for everybody, each with source and verification', async () => {
    const { deadlineRules, forumCalendars } = (await world.gql('stranger', '{ deadlineRules { id forum act n unit noPeriod startsFrom verification source enabled } forumCalendars { id version verification } }')).data;
    expect(deadlineRules.length).toBeGreaterThan(65);
    expect(deadlineRules.find((r: { id: string }) => r.id === 'UG-1a')).toMatchObject({ act: 'Notice of appeal', n: 14, unit: 'calendar_day', verification: 'unverified' });
    expect(forumCalendars.length).toBeGreaterThan(10);
  });
  it('are refused by field before anything is saved', async () => {
    const rule = await law('rule', 'UG-1a');
    const with_ = (n: number) => ({ ...rule, versions: [{ ...rule.versions[0], counting: { ...rule.versions[0].counting, n } }] });
    expect(faults(await propose('steward', 'rule', with_(0)))).toEqual(['body.versions[0].counting.n period_too_short']);
    expect(faults(await propose('steward', 'rule', with_(10_000)))).toEqual(['body.versions[0].counting.n period_too_long']);
    expect(faults(await preview('steward', 'rule', { ...rule, id: 'UG-99' }))).toEqual(['body.id unknown']);
    expect(faults(await preview('steward', 'rule', { ...rule, next: 'ZZ-9' }))).toEqual(['body does_not_fit']);
    expect(codeOf(await propose('lead', 'rule', with_(21)))).toBe('FORBIDDEN');
    expect(codeOf(await preview('lead', 'rule', with_(21)))).toBe('FORBIDDEN');
  });
  it('a change shows what it touches, needs two stewards, recounts and tells the teams; the old trace stays in the history', async () => {
    const id = await aTeam();
    const d = await added(id);
    const signed = ok(await on('teammate', 'confirmDeadline', d, { on: '2025-06-24', source: 'r. 76' }), 'confirmDeadline');
    const rule = await law('rule', 'UG-1a');
    const longer = { ...rule, versions: [{ ...rule.versions[0], counting: { ...rule.versions[0].counting, n: 21 } }] };
    const seen = (await preview('steward', 'rule', longer)).data.lawPreview;
    expect(seen).toMatchObject({ lawId: 'UG-1a', effects: [] });
    expect(seen.touched).toBeGreaterThan(0);
    await secondSteward();
    // A steward who is on the team sees the case's own date before and after.
    await world.owner.query('insert into app.case_grant (legal_case_id, principal, cap) select $1, principal, 1 from app.person where id = $2', [id, world.people.facilitator.id]);
    const own = (await preview('facilitator', 'rule', longer)).data.lawPreview;
    expect(own.effects.map((e: { deadline: { id: string } }) => e.deadline.id)).toEqual([d.id]);
    expect(JSON.parse(own.effects[0].diff)).toMatchObject({ changed: true, before: { latestDate: '2025-06-24' }, after: { latestDate: '2025-07-01' } });

    const proposed = ok(await propose('steward', 'rule', longer), 'proposeLawVersion');
    expect(proposed).toMatchObject({ state: 'proposed', revision: 1 });
    expect((await world.gql('lead', '{ lawVersions(first: 9) { id } }')).data.lawVersions, 'a proposal is the stewards\'').toEqual([]);
    expect(codeOf(await decide('steward', proposed, true)), 'by oneself').toBe('FORBIDDEN');
    expect(codeOf(await decide('lead', proposed, true))).toBe('FORBIDDEN');
    const approved = ok(await decide('facilitator', proposed, true), 'decideLawVersion');
    expect(approved).toMatchObject({ state: 'in_force' });
    expect(approved.touched).toBe(seen.touched);
    await job.recount(proposed.id); // the queue does it too: twice is once
    const moved = await must(d.id);
    expect(moved).toMatchObject({ latestOn: '2025-07-01', confirmedOn: null, version: expect.any(Number) });
    expect(moved.version).toBeGreaterThan(signed.version);
    expect(JSON.parse(moved.recounted!)).toMatchObject({ lawVersionId: proposed.id, before: { latestDate: '2025-06-24' }, after: { latestDate: '2025-07-01' } });
    const [version] = (await world.gql('steward', '{ lawVersions(first: 1) { state touched recounted moved recountedAt proposedBy { name } decidedBy { name } } }')).data.lawVersions;
    expect(version).toMatchObject({ state: 'in_force', recountedAt: expect.any(String), proposedBy: { name: 'Test steward' }, decidedBy: { name: 'Test facilitator' } });
    expect(version.recounted).toBeGreaterThanOrEqual(seen.touched);
    const { nodes } = (await world.gql('lead', 'query($c: ID!) { caseChanges(id: $c, first: 3) { nodes { tableName was } } }', { c: id })).data.caseChanges;
    expect(nodes.some((n: { was: string | null }) => n.was?.includes('"latestDate": "2025-06-24"')), 'the old trace').toBe(true);
    const dismissed = await done<Row>(world, 'lead', 'seeDeadline', { id: ['ID!', d.id], version: ['Int!', moved.version] }, fields);
    expect(dismissed.recounted).toBeNull();
    expect((await added(id)).latestOn, 'the next one is counted by it').toBe('2025-07-01');
    // Written before the one in force: it would undo that unseen.
    const [first, second] = [ok(await propose('steward', 'rule', rule), 'proposeLawVersion'), ok(await propose('steward', 'rule', longer), 'proposeLawVersion')];
    expect((await decide('facilitator', second, true)).errors).toBeUndefined();
    expect(faults(await decide('facilitator', first, true))).toEqual(['revision law_version_revision_check']);
    expect(ok(await decide('facilitator', first, false), 'decideLawVersion')).toMatchObject({ state: 'refused' });
  });
  it('a deadline written while the law changes is counted by the new one', async () => {
    await secondSteward();
    const id = await aTeam();
    const rule = await law('rule', 'UG-2a');
    const longer = { ...rule, versions: [{ ...rule.versions[0], counting: { ...rule.versions[0].counting, n: 4 } }] };
    const proposed = ok(await propose('steward', 'rule', longer), 'proposeLawVersion');
    const [approved, ...all] = await Promise.all([decide('facilitator', proposed, true), ...Array.from({ length: 8 }, () => add(id, { ruleId: 'UG-2a', triggerBasis: 'occurred' }))]);
    expect(approved.errors).toBeUndefined();
    await job.recount(proposed.id);
    for (const each of all) expect((await must(ok(each, 'addDeadline').id)).latestOn).toBe('2025-10-10');
  });
  it('a holiday announced late moves the dates that roll over it', async () => {
    await secondSteward();
    const d = await added(await aTeam(), { ruleId: 'UG-1b', triggerOn: '2025-07-11', triggerBasis: 'filed' });
    expect(d.latestOn).toBe('2025-09-09');
    const calendar = await law('calendar', d.calendarId!);
    const later = { ...calendar, version: calendar.version + 1, holidays: [...calendar.holidays, { name: 'Announced late', days: ['2025-09-09'] }] };
    const proposed = ok(await propose('steward', 'calendar', later), 'proposeLawVersion');
    expect((await decide('facilitator', proposed, true)).errors).toBeUndefined();
    await job.recount(proposed.id);
    const moved = await must(d.id);
    expect(moved.latestOn).toBe('2025-09-10');
    expect(JSON.parse(moved.recounted!).why).toContainEqual({ code: 'closed_day_added', day: '2025-09-09', name: 'Announced late' });
  });
});
