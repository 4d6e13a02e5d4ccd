import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { check, deriveResult } from '../index.ts';
import { boardOf, clockLine, complianceOf, dueOf, freshFor, lastObservation, nextOrderStatuses, observation, type Observation, type OrderClock, orderItem, orderStatusFaults, orderStatusOn, orderStatusStep, stalenessText, staleness, stay, type Stay, verifyFaults } from './index.ts';

const ids = Array.from({ length: 9 }, (_, n) => `6f2d1c3e-6f3a-4a5e-9d53-00000000000${n}`);
const [one, other] = ids as [string, string];
const faults = (schema: z.ZodType, input: unknown) => {
  const result = check(schema, input);
  return 'refused' in result ? result.refused.map(({ field, reason }) => `${field} ${reason}`.trim()) : [];
};
const clock = (more: Partial<OrderClock>): OrderClock => ({ id: 'o', dueKind: 'period', dueOn: null, periodLength: null, periodUnit: null, periodFrom: null, startOn: null, startToConfirm: null, dueDoubt: null, ...more });
const within = (periodLength: number, periodUnit: OrderClock['periodUnit'], more: Partial<OrderClock> = {}) => clock({ periodLength, periodUnit, periodFrom: 'decision', ...more });
const seen = (level: Observation['level'], on: string, authorId = 'a', verifierId: string | null = null): Observation => ({ id: `${level} ${on}`, on, level, authorId, verifierId });

/** Haki na Sheria, 21 January 2025: deregistration within 60 days (B), vetting with a report within six months (C). */
const judgment = '2025-01-21';
const deregister = within(60, 'calendar_day', { id: 'B' });
const vetting = within(6, 'month', { id: 'C' });
const stayOfVetting: Stay = { orderIds: ['C'], from: '2025-03-03', to: '2025-04-14' };

describe('Scenario 14: structural order and compliance', () => {
  it('two items, due 22 March and 21 July 2025', () => {
    expect([dueOf(deregister, judgment, []), dueOf(vetting, judgment, [])]).toMatchObject([{ status: 'day', on: '2025-03-22' }, { status: 'day', on: '2025-07-21' }]);
    expect(new Date('2025-03-22').getUTCDay()).toBe(6); // a Saturday, and it does not move
  });
  it('a stay that covers only the second pauses only that clock: 42 days, 21 July becomes 1 September', () => {
    expect(dueOf(vetting, judgment, [stayOfVetting])).toMatchObject({ status: 'day', on: '2025-09-01', stayedDays: 42 });
    expect(dueOf(deregister, judgment, [stayOfVetting])).toMatchObject({ on: '2025-03-22', stayedDays: 0 });
  });
  it('while the stay lasts nobody can say the day, and the days left are kept', () => {
    const open = { ...stayOfVetting, to: null };
    const due = dueOf(vetting, judgment, [open]);
    expect(due).toEqual({ status: 'paused', since: '2025-03-03', daysLeft: 141, before: '2025-07-21' });
    // 141 days from the day the clock runs again, that day included, is the day that was found above.
    expect(Temporal.PlainDate.from('2025-04-14').add({ days: 140 }).toString()).toBe('2025-09-01');
    expect(complianceOf([], { due, status: orderStatusOn(vetting, [], [open], '2025-06-10'), today: '2025-06-10' })).toMatchObject({ mark: 'paused', group: 'cannot_be_counted' });
    expect(dueOf(deregister, judgment, [{ orderIds: ['B'], from: '2025-05-01' }])).toMatchObject({ status: 'day', on: '2025-03-22' });
    expect(dueOf(deregister, judgment, [{ orderIds: ['B'], from: '2025-01-01' }])).toMatchObject({ status: 'paused', daysLeft: 60 });
  });
  it('two stays that overlap stop the clock once', () => {
    expect(dueOf(vetting, judgment, [stayOfVetting, { orderIds: ['C'], from: '2025-04-01', to: '2025-04-20' }])).toMatchObject({ on: '2025-09-07', stayedDays: 48 });
  });
  it('partial evidence shows partial; full needs a second person', () => {
    const due = dueOf(deregister, judgment, []);
    const mark = (...observations: Observation[]) => complianceOf(observations, { due, status: 'in_force', today: '2025-06-10' });
    expect(mark()).toMatchObject({ mark: 'unknown', group: 'past', late: { days: 80 } });
    expect(mark(seen('none', '2025-05-02', 'a', 'b'), seen('partial', '2025-05-30'))).toMatchObject({ mark: 'partial', group: 'past' });
    expect(mark(seen('full', '2025-06-01'))).toMatchObject({ mark: 'full_one_person', group: 'done' });
    expect(mark(seen('full', '2025-06-01', 'a', 'a'))).toMatchObject({ mark: 'full_one_person' });
    expect(mark(seen('full', '2025-06-01', 'a', 'b'))).toMatchObject({ mark: 'full_checked', group: 'done' });
    expect(mark(seen('full', '2025-06-01', 'a', 'b'), seen('regressed', '2025-06-05'))).toMatchObject({ mark: 'regressed', group: 'past' });
    expect(mark(seen('unknown', '2025-06-09'), seen('partial', '2025-05-30')).mark).toBe('unknown');
  });
  it('the checker is never the author, and a check is given once', () => {
    expect(verifyFaults(seen('full', '2025-06-01', 'a'), 'a')).toEqual([{ field: 'verifierId', reason: 'own_observation' }]);
    expect(verifyFaults(seen('full', '2025-06-01', 'a', 'b'), 'c')).toEqual([{ field: 'verifierId', reason: 'checked_already' }]);
    expect(verifyFaults(seen('full', '2025-06-01', 'a'), 'b')).toEqual([]);
  });
  it('the clocks as they are drawn on 10 June 2025', () => {
    expect(clockLine(dueOf(deregister, judgment, [stayOfVetting]), deregister, judgment, [stayOfVetting], '2025-06-10')).toEqual([{ state: 'ran', from: '2025-01-21', to: '2025-03-22' }, { state: 'late', from: '2025-03-22', to: '2025-06-10' }]);
    expect(clockLine(dueOf(vetting, judgment, [stayOfVetting]), vetting, judgment, [stayOfVetting], '2025-06-10')).toEqual([
      { state: 'ran', from: '2025-01-21', to: '2025-03-03' }, { state: 'stayed', from: '2025-03-03', to: '2025-04-14' }, { state: 'ran', from: '2025-04-14', to: '2025-06-10' }, { state: 'to_run', from: '2025-06-10', to: '2025-09-01' },
    ]);
    const open = [{ ...stayOfVetting, to: null }];
    expect(clockLine(dueOf(vetting, judgment, open), vetting, judgment, open, '2025-06-10').map(({ state }) => state)).toEqual(['ran', 'stayed']);
    expect(clockLine(dueOf(clock({ dueKind: 'no_limit' }), judgment, []), vetting, judgment, [], '2025-06-10')).toEqual([]);
  });
});

describe('When an order is due, and how sure that is', () => {
  it('months end in shorter months, and leap days exist', () => {
    expect(dueOf(within(6, 'month'), '2025-08-31', [])).toMatchObject({ on: '2026-02-28' });
    expect(dueOf(within(90, 'calendar_day'), '2027-12-01', [])).toMatchObject({ on: '2028-02-29' });
    expect(dueOf(within(1, 'year'), '2028-02-29', [])).toMatchObject({ on: '2029-02-28' });
    expect(dueOf(within(48, 'hour'), '2025-03-10', [])).toMatchObject({ on: '2025-03-12' });
  });
  it('never more exact than what is known', () => {
    expect(dueOf(within(20, 'unclear_day'), '2024-09-18', [])).toEqual({ status: 'rough', on: '2024-10', from: '2024-10-08', to: '2024-10-16', why: 'which_days', startToConfirm: false });
    expect(dueOf(within(9, 'month', { periodFrom: 'service' }), '2025-06-09', [])).toMatchObject({ status: 'rough', on: '2026-03-09~', why: 'start_unknown', startToConfirm: true });
    expect(dueOf(within(9, 'month', { periodFrom: 'service', startOn: '2025-06-20' }), '2025-06-09', [])).toMatchObject({ status: 'day', on: '2026-03-20', startToConfirm: false });
    expect(dueOf(within(60, 'calendar_day'), '2024-11', [])).toMatchObject({ status: 'rough', on: '2024-12-31/2025-01-29', why: 'rough_date' });
    expect(dueOf(within(10, 'business_day'), '2025-03-10', [])).toMatchObject({ status: 'rough', on: '2025-03-24~', why: 'no_calendar' });
    expect(dueOf(clock({ dueKind: 'day', dueOn: '2025-03' }), judgment, [])).toMatchObject({ status: 'rough', on: '2025-03', from: '2025-03-01', to: '2025-03-31' });
    expect(dueOf(within(60, 'calendar_day'), '', [])).toEqual({ status: 'not_computable', why: 'decision_date_unknown', on: null });
  });
  it('a day that may have moved is not counted as late', () => {
    const byAgreement = clock({ dueKind: 'day', dueOn: '2025-03-28', dueDoubt: 'Extended on 20 March 2025? Not on file' });
    expect(dueOf(byAgreement, '2024-01-16', [])).toEqual({ status: 'not_computable', why: 'moved_perhaps', on: '2025-03-28' });
    expect(dueOf({ ...byAgreement, dueDoubt: null }, '2024-01-16', [{ orderIds: ['o'], from: '2025-03-01', to: '2025-03-05' }])).toMatchObject({ why: 'stay_of_fixed_day', on: '2025-03-28' });
    expect(dueOf({ ...byAgreement, dueDoubt: null }, '2024-01-16', [{ orderIds: ['o'], from: '2025-04-01' }])).toMatchObject({ status: 'day', on: '2025-03-28' });
    expect(dueOf(vetting, judgment, [{ orderIds: ['C'], from: '2025-03', to: '2025-04-14' }])).toEqual({ status: 'not_computable', why: 'rough_stay', on: '2025-07-21' });
  });
  it('property: a stay moves the day by as many days as it stopped, whatever it is, and never an order it does not name', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 200 }), (n, offset, length) => {
      const from = Temporal.PlainDate.from(judgment).add({ days: offset + 1 });
      const stays = [{ orderIds: ['o'], from: from.toString(), to: from.add({ days: length }).toString() }];
      const expected = Temporal.PlainDate.from(judgment).add({ days: n + (offset < n ? length : 0) }).toString();
      expect(dueOf(within(n, 'calendar_day'), judgment, stays)).toMatchObject({ on: expected });
      expect(dueOf(within(n, 'calendar_day', { id: 'elsewhere' }), judgment, stays)).toMatchObject({ on: Temporal.PlainDate.from(judgment).add({ days: n }).toString() });
    }), { numRuns: 60 });
  });
});

describe('The board of orders, as of 10 June 2025', () => {
  const today = '2025-06-10';
  const row = (caseId: string, decidedOn: string, order: OrderClock, observations: Observation[] = []) => {
    const due = dueOf(order, decidedOn, []);
    return { caseId, decidedOn, due, compliance: complianceOf(observations, { due, status: 'in_force', today }) };
  };
  const board = boardOf([
    row('Katiba', '2021-10-14', clock({ dueKind: 'condition' })), row('Haki', judgment, vetting), row('Haki', judgment, deregister), row('Public Services Card', '2025-06-09', within(9, 'month', { periodFrom: 'service' })),
    row('Mazibuko', '2024-09-18', within(20, 'unclear_day')), row('Mazibuko', '2024-01-16', clock({ dueKind: 'day', dueOn: '2025-03-28', dueDoubt: 'Extended on 20 March 2025? Not on file' })), row('NRF', '2020-01-30', clock({ dueKind: 'no_limit' })),
    row('603', '2005-09-28', clock({ dueKind: 'at_once' }), [seen('full', '2005-12-21')]), row('Madhewoo', '2021-03-24', within(180, 'calendar_day', { periodFrom: 'other', startOn: '2021-07-21', startToConfirm: true })),
    row('Anudo', '2018-03-22', within(45, 'calendar_day', { startToConfirm: true })), row('KELIN', '2016-12-07', within(45, 'calendar_day'), [seen('none', '2017-06-20')]), row('Nubian children', '2011-03-22', within(6, 'month', { startToConfirm: true })),
    row('Haki', judgment, clock({ dueKind: 'nothing_to_do' })),
  ]);
  const lines = (group: string) => board.groups.find((each) => each.group === group)?.rows.map(({ caseId, due, compliance: { mark, late, left } }) => {
    const span = late ?? left;
    return [caseId, 'on' in due ? due.on : due.status, span && `${span.about ? 'c. ' : ''}${span.years > 0 ? `${span.years} y ` : ''}${span.years + span.months > 0 ? `${span.months} m` : `${span.days} d`}`, mark];
  });
  it('six are past their day, of five nothing is known, 12 orders in 10 cases', () => {
    expect(board).toMatchObject({ past: 6, pastUnknown: 5, orders: 12, cases: 10 });
    expect(board.groups.map(({ group }) => group)).toEqual(['past', 'running', 'cannot_be_counted', 'no_day', 'done']);
  });
  it('past its day, the longest first', () => {
    expect(lines('past')).toEqual([
      ['Nubian children', '2011-09-22', '13 y 8 m', 'unknown'], ['KELIN', '2017-01-21', '8 y 4 m', 'none'], ['Anudo', '2018-05-06', '7 y 1 m', 'unknown'], ['Madhewoo', '2022-01-17', '3 y 4 m', 'unknown'], ['Mazibuko', '2024-10', 'c. 8 m', 'unknown'],
      ['Haki', '2025-03-22', '2 m', 'unknown'],
    ]);
    expect(board.groups[0]?.rows.at(-1)?.compliance.late?.days).toBe(80);
  });
  it('running, cannot be counted, no day, done', () => {
    expect(lines('running')).toEqual([['Haki', '2025-07-21', '1 m', 'not_due'], ['Public Services Card', '2026-03-09~', 'c. 9 m', 'not_due']]);
    expect(board.groups[1]?.rows[0]?.compliance.left?.days).toBe(41);
    expect(lines('cannot_be_counted')).toEqual([['Mazibuko', '2025-03-28', undefined, 'unknown']]);
    expect(lines('no_day')).toEqual([['NRF', 'none', undefined, 'unknown'], ['Katiba', 'none', undefined, 'unknown']]);
    expect(lines('done')).toEqual([['603', '2005-09-28', undefined, 'full_one_person']]);
  });
  it('on its last day an order is not late yet', () => {
    const due = dueOf(deregister, judgment, []);
    expect([complianceOf([], { due, status: 'in_force', today: '2025-03-22' }), complianceOf([], { due, status: 'in_force', today: '2025-03-23' })]).toMatchObject([{ mark: 'not_due', group: 'running', left: { days: 0 } }, { mark: 'unknown', group: 'past', late: { days: 1 } }]);
  });
  it('what was set aside, discharged or ran out is not on it', () => {
    for (const status of ['set_aside', 'discharged', 'expired'] as const) expect(complianceOf([], { due: dueOf(deregister, judgment, []), status, today }).group).toBe('ended');
  });
  it('of two observations on one day the later recorded counts', () => expect(lastObservation([seen('full', '2025-05-30'), seen('partial', '2025-05-30'), seen('none', '2025-05')])?.level).toBe('none'));
});

describe('Scenario 13: interim order set aside', () => {
  const history = [{ status: 'set_aside', on: '2024-08-12' }] as const;
  it('the history shows both, and no loss is counted', () => {
    expect(orderStatusFaults([], history[0], '2024-07-25')).toEqual([]);
    expect(['2024-07-25', '2024-08-11', '2024-08-12', '2025-01-01'].map((day) => orderStatusOn({ id: 'o' }, history, [], day))).toEqual(['in_force', 'in_force', 'set_aside', 'set_aside']);
    expect(deriveResult({ claims: [{ id: 'a' }], dispositions: [], proceedings: [{ id: 'p', status: 'active' }], links: [] }).result).toBe('pending');
  });
  it('invariant 8: stayed exactly while a stay that names it runs', () => {
    const on = (id: string, day: string) => orderStatusOn({ id }, [], [stayOfVetting], day);
    expect([on('C', '2025-03-02'), on('C', '2025-03-03'), on('C', '2025-04-13'), on('C', '2025-04-14'), on('B', '2025-03-10')]).toEqual(['in_force', 'stayed', 'stayed', 'in_force', 'in_force']);
    expect(orderStatusOn({ id: 'C' }, [{ status: 'discharged', on: '2025-02-01' }], [stayOfVetting], '2025-03-10')).toBe('discharged');
    expect(orderStatusOn({ id: 'C' }, [{ status: 'varied', on: '2025-02-01' }], [stayOfVetting], '2025-05-10')).toBe('varied');
  });
  it('steps out of turn are refused', () => {
    expect(orderStatusFaults(history, { status: 'varied', on: '2024-09-01' }, '2024-07-25')).toEqual([{ field: 'status', reason: 'not_from_here' }]);
    expect(orderStatusFaults(history, { status: 'in_force', on: '2024-08-01' }, '2024-07-25')).toEqual([{ field: 'on', reason: 'before_last_step' }]);
    expect(orderStatusFaults([], { status: 'set_aside', on: '2024-07-01' }, '2024-07-25')).toEqual([{ field: 'on', reason: 'before_decision' }]);
    expect(nextOrderStatuses('discharged')).toEqual([]);
  });
});

describe('What may be written', () => {
  const order = { decisionId: one, ourWords: 'End double registration: deregister within 60 days', type: 'mandamus', addressee: 'State', dueKind: 'period', periodLength: 60, periodUnit: 'calendar_day', periodFrom: 'decision' };
  it('an order in our words, its own words to come', () => expect(faults(orderItem, order)).toEqual([]));
  it.each<[object, string]>([
    [{ periodLength: 0 }, 'periodLength period_too_short'], [{ periodLength: 10_000 }, 'periodLength period_too_long'], [{ periodLength: 300, periodUnit: 'month' }, 'periodLength period_too_long'], [{ periodUnit: null }, 'periodUnit required'],
    [{ dueOn: '2025-03-22' }, 'dueOn does_not_fit_due_kind'], [{ dueKind: 'no_limit' }, 'periodLength does_not_fit_due_kind'], [{ startOn: '2025-01-21' }, 'startOn does_not_fit_due_kind'], [{ periodFrom: 'service', startOn: '2025-02-30' }, 'startOn not_a_date'],
    [{ type: 'vengeance' }, 'type unknown_code'], [{ ourWords: '' }, 'ourWords required'], [{ words: '', wordsLanguage: 'en' }, 'words required'], [{ wordsLanguage: 'English', words: 'x' }, 'wordsLanguage not_a_language'], [{ status: 'in_force' }, 'status unknown_field'],
  ])('%j is refused', (more, fault) => expect(faults(orderItem, { ...order, ...more })).toContain(fault));
  it('a day, a condition', () => {
    const bare = { decisionId: one, ourWords: 'x', type: 'declaration' };
    expect(faults(orderItem, { ...bare, dueKind: 'day' })).toEqual(['dueOn required']);
    expect(faults(orderItem, { ...bare, dueKind: 'condition' })).toEqual(['conditions required']);
    expect(faults(orderItem, { ...bare, dueKind: 'nothing_to_do' })).toEqual([]);
  });
  it('a stay names its orders and does not end before it began', () => {
    expect(faults(stay, { orderIds: [other], from: '2025-03-03', to: '2025-04-14' })).toEqual([]);
    expect(faults(stay, { orderIds: [], from: '2025-03-03' })).toEqual(['orderIds too_few']);
    expect(faults(stay, { orderIds: [other], from: '2025-03-03', to: '2025-03-02' })).toEqual(['to ends_before_start']);
    expect(faults(stay, { orderIds: [other] })).toEqual(['from required']);
  });
  it('an observation has a day and a proof; "unknown" says what was tried', () => {
    const partial = { orderId: one, on: '2025-05-30', level: 'partial', evidence: ['Letter listing 310 of 700 people'] };
    expect(faults(observation, partial)).toEqual([]);
    expect(faults(observation, { ...partial, evidence: [] })).toEqual(['evidence required']);
    expect(faults(observation, { ...partial, on: '' })).toEqual(['on required']);
    expect(faults(observation, { orderId: one, on: '2025-05-30', level: 'unknown' })).toEqual(['publicNote required']);
    expect(faults(observation, { orderId: one, on: '2025-05-30', level: 'unknown', privateNote: 'The registry did not answer' })).toEqual([]);
    expect(faults(observation, { ...partial, verifierId: other })).toEqual(['verifierId unknown_field']);
  });
  it('any input at all is taken or refused with a code, never an exception', () => {
    const keys = fc.constantFrom(...Object.keys(order), 'orderIds', 'from', 'to', 'on', 'level', 'evidence', 'status');
    fc.assert(fc.property(fc.constantFrom(orderItem, stay, observation, orderStatusStep) as fc.Arbitrary<z.ZodType>, keys, fc.anything(), (schema, key, value) => {
      for (const input of [value, { ...order, [key]: value }, { orderIds: [one], from: '2025-03-03', [key]: value }]) {
        const result = check(schema, input);
        if ('refused' in result) for (const { reason } of result.refused) expect(reason).toMatch(/^[a-z_]+$/u);
      }
    }), { numRuns: 300 });
  });
});

describe('Records grow stale visibly', () => {
  it('"Last checked 12 Aug 2024. Still right?"', () => {
    const asked = staleness('2024-08-12', 'order', '2025-06-10');
    expect([asked, stalenessText(asked)]).toEqual([{ stale: true, lastChecked: '2024-08-12', askOn: '2025-02-12' }, 'Last checked 12 Aug 2024. Still right?']);
  });
  it('fresh until the day, per kind; a rough day counts from its first', () => {
    expect(['2025-02-11', '2025-02-12'].map((day) => staleness('2024-08-12', 'case', day).stale)).toEqual([false, true]);
    expect(staleness('2024-08-12', 'pending_record', '2025-06-10').stale).toBe(false);
    expect(staleness('2024-08', 'case', '2025-02-01')).toMatchObject({ stale: true, askOn: '2025-02-01' });
    expect(freshFor).toEqual({ case: 6, order: 6, pending_record: 12 });
  });
  it('nobody ever looked', () => expect([staleness(null, 'case', '2025-06-10'), stalenessText({ lastChecked: null })]).toEqual([{ stale: true, lastChecked: null, askOn: null }, 'Nobody has checked this yet. Still right?']));
});
