import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Clock } from '../../apps/api/src/platform/clock.ts';
import { statements } from '../../apps/api/src/platform/db.ts';
import { codeOf, does, done, judgment, newCase, newDecision, newProceeding, orderOf, setLevel, share } from '../support/case-text.ts';
import { type Answer, makeWorld, type Who, type World } from '../support/world.ts';

let world: World;
let now = '2025-06-10T09:00:00Z';
beforeAll(async () => {
  world = await makeWorld();
  world.app.get(Clock).now = () => new Date(now);
});
afterAll(async () => { delete statements.heard; await world.end(); });
type Fields = Record<string, [type: string, value: unknown]>;
const id = (v: string): ['ID!', string] => ['ID!', v];
const made = async (name: string, args: Fields, fields = 'id', who: Who = 'lead') => done(world, who, name, args, fields);
const faults = (a: Answer<any>) => (a.errors?.[0]?.extensions.fields ?? []).map(({ field, problem }) => `${field} ${problem}`);
const read = async (caseId: string, fields: string, who: Who = 'lead') => (await world.gql(who, `query($id: ID!) { legalCase(id: $id) { ${fields} } }`, { id: caseId })).data?.legalCase;
const addOrder = (input: object, who: Who = 'lead') => does(world, who, 'addOrder', { input: ['OrderItemInput!', input] }, 'id version');
const order = async (input: object): Promise<{ id: string; version: number }> => { const a = await addOrder(input); if (a.errors) throw new Error(JSON.stringify(a.errors)); return a.data?.['addOrder']; };
const observe = (orderId: string, level: string, on: string, more: object = {}, who: Who = 'lead') => does(world, who, 'addObservation', { input: ['ObservationInput!', { orderId, level, on, evidence: level === 'unknown' ? [] : ['Letter listing 310 of 700 people'], ...more }] }, 'id version');
const step = (orderId: string, status: string, on: string, more: object = {}) => does(world, 'lead', 'addOrderStep', { input: ['OrderStepInput!', { orderId, status, on, ...more }] }, 'id');
const stay = (orderIds: string[], from: string, more: object = {}) => does(world, 'lead', 'addStay', { input: ['OrderStayInput!', { orderIds, from, ...more }] }, 'id steps { id stayId }');
const state = 'state { status mark group due { status on since daysLeft before stayedDays why } late { days years months } left { days } clock { state from to } }';
const shown = async (caseId: string, fields = state, who: Who = 'lead') => (await read(caseId, `orders { id ${fields} }`, who)).orders;

/** Haki na Sheria: within 60 days, and within six months. */
async function structural() {
  const { id: of } = await newCase(world, { countries: ['KE'] });
  const p = (await newProceeding(world, of, { courtSlug: 'ke-high-court' })).id;
  const d = await newDecision(world, of, judgment([p], { dates: [{ on: '2025-01-21', basis: 'pronounced' }] }));
  const deregister = await order(orderOf(d.id)), vetting = await order(orderOf(d.id, { ourWords: 'Vet, and report', type: 'structural_interdict', periodLength: 6, periodUnit: 'month' }));
  return { of, p, d, deregister, vetting };
}

describe('Scenario 14: structural order and compliance', () => {
  it('two items, due 22 March and 21 July 2025; a stay of the second pauses that clock alone', async () => {
    const w = await structural();
    expect(await shown(w.of)).toMatchObject([
      { id: w.deregister.id, state: { status: 'in_force', mark: 'unknown', group: 'past', due: { status: 'day', on: '2025-03-22' }, late: { days: 80 } } },
      { id: w.vetting.id, state: { status: 'in_force', mark: 'not_due', group: 'running', due: { status: 'day', on: '2025-07-21' }, left: { days: 41 } } }]);
    const at = (await stay([w.vetting.id], '2025-03-03')).data?.['addStay'][0];
    expect(await shown(w.of)).toMatchObject([
      { state: { status: 'in_force', due: { on: '2025-03-22' } } }, { state: { status: 'stayed', mark: 'paused', group: 'cannot_be_counted', due: { status: 'paused', since: '2025-03-03', daysLeft: 141, before: '2025-07-21' } } }]);
    await made('endStay', { stayId: id(at.steps[0].stayId), to: ['String', '2025-04-14'] });
    expect(await shown(w.of)).toMatchObject([
      { state: { due: { on: '2025-03-22', stayedDays: 0 } } },
      { state: { status: 'in_force', due: { status: 'day', on: '2025-09-01', stayedDays: 42 }, clock: [{ state: 'ran', to: '2025-03-03' }, { state: 'stayed', to: '2025-04-14' }, { state: 'ran', to: '2025-06-10' }, { state: 'to_run', to: '2025-09-01' }] } }]);
    expect(faults(await does(world, 'lead', 'endStay', { stayId: id(at.steps[0].stayId), to: ['String', '2025-03-01'] }, 'id'))).toEqual(['to ends_before_start']);
  });
  it('partial evidence shows partial; full is full by one until a second person has checked it', async () => {
    const w = await structural();
    await made('setCaseMember', { id: id(w.of), personId: id(world.people.teammate.id), cap: ['Int!', 7] });
    const mark = async () => (await shown(w.of))[0].state;
    await observe(w.deregister.id, 'partial', '2025-05-30');
    expect(await mark()).toMatchObject({ mark: 'partial', group: 'past' });
    const full = (await observe(w.deregister.id, 'full', '2025-06-01')).data?.['addObservation'];
    expect(await mark()).toMatchObject({ mark: 'full_one_person', group: 'done' });
    const own = await does(world, 'lead', 'verifyObservation', { id: id(full.id) }, 'id');
    expect([faults(own), own.errors?.[0]?.message]).toEqual([['verifiedBy own_observation'], 'Whoever checks is never who wrote. Ask a colleague on the team.']);
    expect(await mark()).toMatchObject({ mark: 'full_one_person' });
    const checked = await made('verifyObservation', { id: id(full.id) }, 'id verifiedAt verifiedBy { id } version', 'teammate');
    expect(checked.verifiedBy.id).toBe(world.people.teammate.id);
    expect(await mark()).toMatchObject({ mark: 'full_checked', group: 'done' });
    expect(faults(await does(world, 'teammate', 'verifyObservation', { id: id(full.id) }, 'id'))).toEqual(['verifiedBy checked_already']);
    // What is changed afterwards is no longer what was checked.
    const input: [string, unknown] = ['ObservationInput!', { orderId: w.deregister.id, level: 'full', on: '2025-06-02', evidence: ['Another letter'] }];
    expect(await made('changeObservation', { id: id(full.id), version: ['Int!', checked.version], input }, 'verifiedBy { id }')).toEqual({ verifiedBy: null });
    expect(await mark()).toMatchObject({ mark: 'full_one_person' });
    expect(codeOf(await does(world, 'lead', 'changeObservation', { id: id(full.id), version: ['Int!', checked.version], input }, 'id')), 'two people editing').toBe('STALE');
  });
  it('the database keeps the two apart too: nobody writes a check by hand, nor their own', async () => {
    const w = await structural();
    const full = (await observe(w.deregister.id, 'full', '2025-06-01')).data?.['addObservation'];
    await expect(world.owner.query('update app.compliance_observation set verified_by = written_by where id = $1', [full.id])).rejects.toMatchObject({ constraint: 'compliance_observation_verified_by_check' });
    const { rows } = await world.owner.query("select has_column_privilege('lit_user', 'app.compliance_observation', 'verified_by', 'update') w, has_column_privilege('lit_user', 'app.compliance_observation', 'verified_by', 'insert') i");
    expect(rows[0]).toEqual({ w: false, i: false });
  });
});

describe('Scenario 13: interim order set aside', () => {
  it('the history shows both, no disposition comes of it, and no loss is counted', async () => {
    const { id: of } = await newCase(world, { countries: ['KE'] });
    const p = (await newProceeding(world, of, { courtSlug: 'ke-high-court' })).id;
    await made('addClaim', { legalCaseId: id(of), input: ['ClaimInput!', { act: 'The roll-out', proceedingId: p }] });
    const interim = await newDecision(world, of, judgment([p], { kind: 'interim_order', dates: [{ on: '2024-07-25', basis: 'pronounced' }] }));
    const lifted = await newDecision(world, of, judgment([p], { kind: 'ruling', dates: [{ on: '2024-08', basis: 'pronounced' }] }));
    const o = await order(orderOf(interim.id, { ourWords: 'Stop the roll-out meanwhile', type: 'interim_protection', dueKind: 'no_limit', periodLength: null, periodUnit: null, periodFrom: null }));
    expect(await shown(of)).toMatchObject([{ state: { status: 'in_force', group: 'no_day' } }]);
    expect((await step(o.id, 'set_aside', '2024-08', { byDecisionId: lifted.id, reason: 'Set aside' })).errors).toBeUndefined();
    expect(await shown(of, `${state} steps { status from decisionId note }`)).toMatchObject([{ state: { status: 'set_aside', group: 'ended' }, steps: [{ status: 'set_aside', from: '2024-08', decisionId: lifted.id, note: 'Set aside' }] }]);
    expect(await read(of, 'derivedResult { result } claims { dispositions { id } } decisions { id kind }')).toMatchObject({ derivedResult: { result: 'pending' }, claims: [{ dispositions: [] }], decisions: [{ kind: 'ruling' }, { kind: 'interim_order' }] });
    expect(faults(await step(o.id, 'varied', '2024-09-01'))).toEqual(['status not_from_here']);
    expect(faults(await step(o.id, 'in_force', '2024-06-01'))).toEqual(['on before_last_step']);
  });
});

describe('Invariant 8 and bad input', () => {
  it.each<[string, (w: Awaited<ReturnType<typeof structural>>) => Promise<Answer<any>>, string]>([
    ['a stay without an order', () => stay([], '2025-03-03'), 'orderIds too_few'], ['a stay said as a step', (w) => step(w.vetting.id, 'stayed', '2025-03-03'), 'status needs_a_stay'],
    ['a stay that ends before it begins', (w) => stay([w.vetting.id], '2025-03-03', { to: '2025-03-01' }), 'to ends_before_start'], ['a stay before the decision', (w) => stay([w.vetting.id], '2024-03-03'), 'from before_decision'],
    ['a stay of an order that is not there', (w) => stay([w.vetting.id, randomUUID()], '2025-03-03'), 'orderIds[1] unknown'], ['by a decision of nobody', (w) => stay([w.vetting.id], '2025-03-03', { byDecisionId: randomUUID() }), 'byDecisionId unknown'],
    ['a period of 0 days', (w) => addOrder(orderOf(w.d.id, { periodLength: 0 })), 'periodLength period_too_short'], ['a period of 10 000 days', (w) => addOrder(orderOf(w.d.id, { periodLength: 10_000 })), 'periodLength period_too_long'],
    ['a day that does not exist', (w) => addOrder(orderOf(w.d.id, { dueKind: 'day', dueOn: '2025-02-30', periodLength: null, periodUnit: null, periodFrom: null })), 'dueOn not_a_date'], ['an order on claims of nobody', (w) => addOrder(orderOf(w.d.id, { claimIds: [randomUUID()] })), 'claimIds unknown'],
    ['an observation without proof', (w) => observe(w.vetting.id, 'partial', '2025-05-01', { evidence: [] }), 'evidence required'],
  ])('%s is refused by its field', async (_, ask, fault) => {
    const w = await structural();
    expect(faults(await ask(w))).toContain(fault);
    expect((await world.owner.query('select count(*)::int n from app.order_status where legal_case_id = $1', [w.of])).rows[0].n).toBe(0);
  });
  it('the same key sent twice is one order; two people editing: the second is stale; a decision with orders stays', async () => {
    const w = await structural();
    const key = randomUUID();
    const once = await order(orderOf(w.d.id, { id: key }));
    expect(await order(orderOf(w.d.id, { id: key }))).toEqual(once);
    expect(faults(await addOrder(orderOf(w.d.id, { id: key, ourWords: 'Another' })))).toEqual(['id taken']);
    const change = (words: string) => does(world, 'lead', 'changeOrder', { id: id(once.id), version: ['Int!', 1], input: ['OrderItemInput!', orderOf(w.d.id, { words })] }, 'words version');
    expect((await change('The Respondent shall …')).data?.['changeOrder']).toEqual({ words: 'The Respondent shall …', version: 2 });
    expect(codeOf(await change('Something else'))).toBe('STALE');
    expect(faults(await does(world, 'lead', 'removeDecision', { id: id(w.d.id) }))).toEqual(['id in_use']);
  });
  it('a stay entered by mistake is taken back whole', async () => {
    const w = await structural();
    const a = (await stay([w.deregister.id, w.vetting.id], '2025-02-03')).data?.['addStay'][0];
    expect((await shown(w.of)).map((o: { state: { status: string } }) => o.state.status)).toEqual(['stayed', 'stayed']);
    await made('removeOrderStep', { id: id(a.steps[0].id) }, '');
    expect((await shown(w.of)).map((o: { state: { status: string } }) => o.state.status)).toEqual(['in_force', 'in_force']);
  });
});

describe('the board', () => {
  const board = (who: Who, filter: object = {}, first = 50, after: string | null = null) => world.gql(who, `query($f: OrderFilter, $n: Int!, $a: String) { orders(filter: $f, first: $n, after: $a) { past pastUnknown orders cases groups { group count } pageInfo { endCursor hasNextPage } nodes { id ourWords legalCase { title } ${state} } } }`, { f: filter, n: first, a: after });
  it('across all cases one may read, overdue first, unknown a mark of its own; each with its own group', async () => {
    const title = `Board ${randomUUID().slice(0, 6)}`;
    const { id: of } = await newCase(world, { title });
    const p = (await newProceeding(world, of)).id;
    const d = await newDecision(world, of, judgment([p], { dates: [{ on: '2025-01-21', basis: 'pronounced' }] }));
    const bare = { periodLength: null, periodUnit: null, periodFrom: null };
    const late = await order(orderOf(d.id)), later = await order(orderOf(d.id, { periodLength: 30 })), running = await order(orderOf(d.id, { periodLength: 6, periodUnit: 'month' }));
    const doubt = await order(orderOf(d.id, { ...bare, dueKind: 'day', dueOn: '2025-03-28', dueDoubt: 'Extended? Not on file' })), open = await order(orderOf(d.id, { ...bare, dueKind: 'no_limit' }));
    const obeyed = await order(orderOf(d.id, { ...bare, dueKind: 'at_once' }));
    await order(orderOf(d.id, { ...bare, dueKind: 'nothing_to_do', type: 'declaration' }));
    await observe(obeyed.id, 'full', '2025-02-01');
    await observe(late.id, 'none', '2025-05-01');
    const { data } = await board('lead', { text: title });
    expect(data.orders).toMatchObject({ past: 2, pastUnknown: 1, orders: 6, cases: 1, groups: [{ group: 'past', count: 2 }, { group: 'running', count: 1 }, { group: 'cannot_be_counted', count: 1 }, { group: 'no_day', count: 1 }, { group: 'done', count: 1 }] });
    expect(data.orders.nodes.map((o: { id: string; state: { group: string; mark: string } }) => [o.id, o.state.group, o.state.mark])).toEqual([
      [later.id, 'past', 'unknown'], [late.id, 'past', 'none'], [running.id, 'running', 'not_due'], [doubt.id, 'cannot_be_counted', 'unknown'], [open.id, 'no_day', 'unknown'], [obeyed.id, 'done', 'full_one_person']]);
    expect((await board('lead', { text: title, groups: ['running'] })).data.orders.nodes.map((o: { id: string }) => o.id)).toEqual([running.id]);
    expect((await board('lead', { text: title, dueKinds: ['at_once', 'day'] })).data.orders.orders).toBe(2);
    await share(world, of);
    const mine = async (who: Who) => (await board(who, { text: title, mine: true })).data.orders.orders;
    expect([await mine('lead'), await mine('ally'), (await board('ally', { text: title })).data.orders.orders], 'an ally reads it, and it is not of their team').toEqual([6, 0, 6]);
    const pages: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page: { nodes: { id: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } } = (await board('lead', { text: title }, 4, after)).data.orders;
      pages.push(...page.nodes.map((o) => o.id));
      [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
    }
    expect(pages).toEqual(data.orders.nodes.map((o: { id: string }) => o.id));
    for (const who of ['member', 'steward', 'outsider'] as Who[]) expect((await board(who, { text: title })).data.orders, who).toMatchObject({ orders: 0, cases: 0, past: 0, nodes: [] });
    expect(codeOf(await world.gql('stranger', '{ orders(first: 5) { orders } }'))).toBe('UNAUTHENTICATED');
    expect(faults(await board('lead', {}, 5, 'x'))).toEqual(['after malformed']);
  });
  it('an ally reads the public fact and never the private note', async () => {
    const w = await structural();
    await observe(w.deregister.id, 'partial', '2025-05-30', { publicNote: 'Gazette notice 123', privateNote: 'CANARY-COMPLIANCE source inside the registry' });
    await share(world, w.of);
    const fields = 'observations { level publicNote privateNote evidence version }';
    expect((await shown(w.of, fields, 'ally'))[0].observations).toEqual([{ level: 'partial', publicNote: 'Gazette notice 123', privateNote: null, evidence: ['Letter listing 310 of 700 people'], version: 1 }]);
    expect((await shown(w.of, fields))[0].observations[0].privateNote).toContain('CANARY-COMPLIANCE');
    await setLevel(world, w.of, 'coalition');
    const all = await Promise.all((['ally', 'member', 'steward', 'reviewer'] as Who[]).map((who) => world.gql(who, 'query($id: ID!) { legalCase(id: $id) { orders { observations { privateNote publicNote } } } caseChanges(id: $id, first: 50) { nodes { became } } }', { id: w.of })));
    expect(JSON.stringify(all)).toContain('Gazette notice 123');
    expect(JSON.stringify(all)).not.toContain('CANARY-COMPLIANCE');
  });
  it('takes the same few statements, whether one order or twenty', async () => {
    const w = await structural();
    const cost = async (ask: () => Promise<unknown>) => { let n = 0; statements.heard = () => { n++; }; await ask(); delete statements.heard; return n; };
    const one = () => cost(() => read(w.of, `orders { id words ${state} steps { status } observations { level privateNote } freshness { stale } decision { title } }`));
    const all = () => cost(() => board('lead'));
    const before = [await one(), await all()];
    for (let n = 0; n < 18; n++) await order(orderOf(w.d.id));
    expect([await one(), await all()]).toEqual(before);
    expect(before[0]).toBeLessThanOrEqual(6);
    expect(before[1]).toBeLessThanOrEqual(5);
  });
});

describe('records grow stale visibly', () => {
  it('a case and an order are asked about after six months, and one click says they are still right', async () => {
    const w = await structural();
    const fresh = async () => read(w.of, 'freshness { stale lastChecked askOn } orders { id freshness { stale lastChecked } }');
    await world.owner.query("insert into app.last_check (legal_case_id, subject, subject_id, checked_at) values ($1, 'case', $1, '2024-08-12T10:00:00Z'), ($1, 'order', $2, '2024-08-12T10:00:00Z')", [w.of, w.vetting.id]);
    const before = await fresh();
    expect([before.freshness, before.orders[1].freshness]).toEqual([{ stale: true, lastChecked: '2024-08-12', askOn: '2025-02-12' }, { stale: true, lastChecked: '2024-08-12' }]);
    for (const [kind, of] of [['case', w.of], ['order', w.vetting.id]] as const) expect((await made('confirmStillRight', { kind: ['FreshKind!', kind], id: id(of) }, 'id stale')).stale).toBe(false);
    expect((await fresh()).orders[1].freshness.stale).toBe(false);
    for (const who of ['ally', 'member'] as Who[]) expect(codeOf(await does(world, who, 'confirmStillRight', { kind: ['FreshKind!', 'case'], id: id(w.of) }, 'id')), who).toBe('NOT_FOUND');
  });
  it('a library record of a pending case is asked about; anybody of the coalition may confirm, and nobody learns who', async () => {
    const { rows: [record] } = await world.owner.query("select id, slug from app.precedent where result = 'pending' order by slug limit 1");
    const { rows: [decided] } = await world.owner.query("select id, slug from app.precedent where result <> 'pending' order by slug limit 1");
    const fresh = async (slug: string, who: Who | 'stranger' = 'stranger') => (await world.gql(who, 'query($s: String!) { precedent(slug: $s) { freshness { stale lastChecked } } }', { s: slug })).data.precedent.freshness;
    expect(await fresh(decided.slug)).toBeNull();
    expect(await fresh(record.slug)).toEqual({ stale: true, lastChecked: null });
    const confirm = (who: Who, of: string) => does(world, who, 'confirmStillRight', { kind: ['FreshKind!', 'pending_record'], id: id(of) }, 'id stale');
    expect(codeOf(await confirm('outsider', record.id))).toBe('FORBIDDEN');
    expect(faults(await confirm('member', decided.id))).toEqual(['id not_pending']);
    expect((await confirm('member', record.id)).errors).toBeUndefined();
    expect((await fresh(record.slug)).lastChecked).not.toBeNull();
  });
});
