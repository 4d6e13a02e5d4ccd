import { describe, expect, it } from 'vitest';
import { check } from '../faults.ts';
import { calendarOf, dayText, deadlineById, deadlineFor, deadlineOfOrder, inZone, noteText, orderedTime, remedyFor, ruleById, standingAt, traceText, triggerFault, type DeadlineResult, type OrderedTimeInput, type TraceStep } from './index.ts';

const said = ({ trace }: DeadlineResult) => trace.map((step) => traceText(step).text).join('\n');
const stepOf = <S extends TraceStep['step']>(result: DeadlineResult, step: S) => result.trace.find((each) => each.step === step) as Extract<TraceStep, { step: S }> | undefined;
const order = (input: Omit<OrderedTimeInput, 'order' | 'zone'> & { zone?: string }) => {
  const result = deadlineOfOrder({ order: 'Order', zone: 'Africa/Nairobi', ...input });
  if ('refused' in result) throw new Error(JSON.stringify(result.refused));
  return result.ok;
};

describe('Acceptance scenarios of the domain page', () => {
  it('Scenario 7, unknown date precision: a warning from 1 March, and no day is invented', () => {
    const result = deadlineById('UN-4', { on: '2025-03~', basis: 'exhausted' });
    expect(result).toMatchObject({ status: 'not_computable', earliestPossible: '2025-03-01', workingDate: null, latestDate: null, cutOff: null });
    expect(stepOf(result, 'trigger')).toMatchObject({ day: null, given: '2025-03~' });
    expect(said(result)).toContain('Earliest possible: Sat 1 Mar 2025');
  });
  it('Scenario 8, time zone: the court\'s day stays, the reader\'s clock is beside it', () => {
    const { cutOff, latestDate } = deadlineById('EU-1', { on: '2026-08-31', basis: 'notified' });
    expect(inZone(cutOff ?? '', 'Africa/Nairobi')).toEqual({ at: '2026-11-11T01:59:00+03:00', day: '2026-11-11', hour: '01:59', zone: 'Africa/Nairobi' });
    expect(latestDate).toBe('2026-11-10');
    // Half past eleven in the evening in Lima is the next day at the court.
    expect(stepOf(deadlineById('EU-1', { on: '2026-08-30T23:30:00-05:00', basis: 'notified' }), 'trigger')).toMatchObject({ day: '2026-08-31', given: '2026-08-30T23:30:00-05:00' });
  });
  it('Scenario 9, leap day', () => {
    expect(deadlineById('IN-1', { on: '2027-12-01' }).latestDate).toBe('2028-02-29');
    expect(deadlineById('UN-3b', { on: '2028-02-29' }).latestDate).toBe('2029-02-28');
  });
  it('Scenario 10, weekend at Strasbourg: not extended there, extended where a forum rolls', () => {
    const strasbourg = deadlineById('ECHR-1', { on: '2005-11-28', basis: 'notified' });
    expect(strasbourg.latestDate).toBe('2006-05-28');
    expect(strasbourg.notes?.map(noteText).join(' ')).toMatch(/not extended/u);
    // The same Sunday in Kampala: 14 days from 14 May 2006.
    expect(deadlineById('UG-1', { on: '2006-05-14' })).toMatchObject({ latestDate: '2006-05-29', workingDate: '2006-05-26' });
  });
  it('Scenario 11, rule by date: six and four months, and the trace says why', () => {
    const [old, now] = ['2022-01-31', '2022-02-01'].map((on) => deadlineById('ECHR-1', { on, basis: 'pronounced' }, { relevantOn: on }));
    expect(old && said(old)).toMatch(/6 months.*until 31 Jan 2022.*Chosen by the day of the final domestic decision, Mon 31 Jan 2022/u);
    expect(now && said(now)).toMatch(/4 months.*from 1 Feb 2022.*Chosen by the day of the final domestic decision, Tue 1 Feb 2022/u);
    // Served in March, decided in January: the decision chooses.
    expect(deadlineById('ECHR-1', { on: '2022-03-01', basis: 'served' }, { relevantOn: '2022-01-31' })).toMatchObject({ version: 1, latestDate: '2022-09-01' });
    expect(deadlineById('ECHR-1', { on: '2022-03-01', basis: 'served' }).notes).toContainEqual({ code: 'decision_day_assumed' });
  });
});

describe('Invariants', () => {
  it('11: nothing is computed from less than a day, or from service that is not confirmed', () => {
    for (const on of ['2025', '2025-03', '2025-03-10~', '2025-03-01/2025-03-09', '[2025-03-01,2025-03-09]', '']) {
      expect(deadlineById('FR-1', { on, basis: 'notified' })).toMatchObject({ status: 'not_computable', latestDate: null, workingDate: null });
    }
    const claimed = deadlineById('FR-1', { on: '2025-03-10', basis: 'notified', confirmed: false });
    expect(claimed).toMatchObject({ status: 'not_computable', latestDate: null, earliestPossible: '2025-03-10', reason: { code: 'service_unconfirmed', remedy: 'confirm_service' }, ifEarliest: { latestDate: '2025-05-11' } });
  });
  it.each([
    ['2025-21', '2025-03-01'], ['2025-22', '2025-06-01'], ['2025-24', '2025-01-01'], ['2025-34', '2025-04-01'], ['2015/..', '2015-01-01'], ['2025-03/..', '2025-03-01'], ['2025-03-01/2025-04', '2025-03-01'], ['2025-03/2025-03-09', '2025-03-01'],
    ['202X', '2020-01-01'], ['20XX', '2000-01-01'], ['2025-XX', '2025-01-01'], ['2025-XX-XX', '2025-01-01'], ['2025-XX-10', '2025-01-10'], ['2025-03-1X', '2025-03-10'], ['2025-03?', '2025-03-01'], ['2025?', '2025-01-01'], ['2025-03-10?', '2025-03-10'],
    ['2025-03%', '2025-03-01'], ['2025-~03', '2025-03-01'], ['[2025-03-01..2025-03-09]', '2025-03-01'], ['{2025-04,2025-03}', '2025-03-01'], ['[2025..]', '2025-01-01'], ['2025S2', '2000-01-01'],
    ['../2025', undefined], ['/2025', undefined], ['..', undefined], ['unknown', undefined], ['XXXX', undefined], ['XXXX-XX-XX', undefined], ['XXXX-03-10', undefined], ['[..2025]', undefined], ['', undefined],
  ])('11: %j is rough and gives no date; earliest possible: %s', (on, earliest) => {
    const result = deadlineById('ECHR-1', { on, basis: 'notified' });
    expect(result).toMatchObject({ status: 'not_computable', latestDate: null, workingDate: null, cutOff: null, reason: { code: earliest ? 'date_rough' : 'date_unknown' } });
    expect(result.earliestPossible).toBe(earliest);
    if (on) expect(stepOf(result, 'trigger')).toMatchObject({ day: null, given: on });
  });
  it.each([
    ['2023-02-29', 'no_such_day'], ['2025-13-01', 'no_such_day'], ['2025-00', 'no_such_day'], ['2025-02-3X', 'no_such_day'], ['2025-21-03', 'no_such_day'], ['XXXX-02-30', 'no_such_day'], ['2025-02-30T10:00', 'no_such_day'],
    ['2025-06-10T25:00', 'no_such_hour'], ['2025-06-10T10:00+99:00', 'no_such_hour'], ['2025-06-10T', 'no_such_hour'], ['0999-01-01', 'year_out_of_range'], ['3000-01-01', 'year_out_of_range'], ['9999-12-31', 'year_out_of_range'], ['Y17E7', 'year_out_of_range'], ['-0333', 'year_out_of_range'],
    ['2025-04/2025-03', 'ends_before_start'], ['soon', 'not_a_date'], ['10/06/2025', 'not_a_date'], ['2025-3-1', 'not_a_date'], ['2025~~', 'not_a_date'], ['[]', 'not_a_date'], ['2025/2026/2027', 'not_a_date'], ['20250310', 'not_a_date'],
  ])('11: %j is no date at all: %s', (on, fault) => {
    expect(triggerFault(on)).toBe(fault);
    expect(() => deadlineById('ECHR-1', { on })).toThrow(RangeError);
    expect(remedyFor(fault)).not.toBe('Look at this again.');
  });
  it('11: fractions of a second are an hour like any other; spring in the south may be either', () => {
    expect(deadlineById('AR-1b', { on: '2025-06-10T13:00:00.000Z' }).cutOff).toBe('2025-06-12T10:00:00-03:00');
    expect(deadlineById('ZA-2b', { on: '2025-22' }).earliestPossible).toBe('2025-01-01');
  });
  it('13: a decision after the day time runs from is remarked', () => {
    expect(deadlineById('ECHR-1', { on: '2022-01-15' }, { relevantOn: '2022-03-01' }).notes).toContainEqual({ code: 'decision_after_trigger' });
    expect(deadlineById('ECHR-1', { on: '2022-03-01' }, { relevantOn: '2022-01-15' }).notes).not.toContainEqual({ code: 'decision_after_trigger' });
  });
  it('11: over a change of the rule the earliest end is of the shorter version', () => {
    expect(deadlineById('ECHR-1', { on: '2022' })).toMatchObject({ earliestPossible: '2022-01-01', ifEarliest: { latestDate: '2022-06-01' } });
  });
  it('12: the trace has rule and version, trigger, steps, calendar version, zone', () => {
    const result = deadlineById('ZA-1', { on: '2026-03-20', basis: 'pronounced' });
    expect(result.trace.map(({ step }) => step)).toEqual(['trigger', 'rule', 'count', 'not_moved', 'calendar', 'cut_off', 'working_date', 'confirm']);
    expect(stepOf(result, 'rule')).toMatchObject({ rule: 'ZA-1a', version: 1 });
    expect(stepOf(result, 'calendar')).toMatchObject({ calendar: 'ZA', version: 1, covered: true });
    expect(stepOf(result, 'cut_off')).toMatchObject({ at: '2026-04-14T23:59:00+02:00', zone: 'Africa/Johannesburg' });
  });
  it('13: a day that may lie in two versions chooses none', () => {
    expect(deadlineById('ECHR-1', { on: '2022-03-01' }, { relevantOn: '2022' })).toMatchObject({ status: 'not_computable', reason: { code: 'relevant_date_rough' } });
    expect(deadlineById('ECHR-1', { on: '2022-09-01' }, { relevantOn: '2022-08' })).toMatchObject({ status: 'computed', version: 2 });
    expect(deadlineById('TW-1', { on: '2021-05-05' })).toMatchObject({ status: 'not_computable', reason: { code: 'no_version', on: '2021-05-05', first: '2022-01-04' } });
  });
  it('14: an order beats the rule, and both are kept', () => {
    const result = deadlineById('UG-1', { on: '2025-06-10' }, { extensions: [{ order: 'Leave of 20 June', to: '2025-07-12' }] });
    expect(result).toMatchObject({ latestDate: '2025-07-12', workingDate: '2025-07-11', verification: 'order', byRule: { latestDate: '2025-06-24', workingDate: '2025-06-23', verification: 'unverified' } });
    const longer = deadlineById('UG-1', { on: '2025-06-10' }, { extensions: [{ order: 'Leave', by: { n: 7, unit: 'calendar_day' } }, { order: 'Leave', by: { n: 7, unit: 'calendar_day' } }] });
    expect(longer).toMatchObject({ latestDate: '2025-07-08', workingDate: '2025-07-07', verification: 'unverified', byRule: { latestDate: '2025-06-24' } });
    const named = deadlineById('JM-1', { on: '2025-03' }, { extensions: [{ order: 'Order', to: '2025-06-10T16:00' }] });
    expect(named).toMatchObject({ status: 'computed', cutOff: '2025-06-10T16:00:00-05:00', byRule: { status: 'not_computable', latestDate: null } });
  });
});

describe('Field cases', () => {
  it('DDL-01: open through the whole last day of the court, met by what was done on it', () => {
    const due = order({ within: { n: 14, unit: 'calendar_day' }, from: '2026-03-02' });
    expect(due.latestDate).toBe('2026-03-16');
    const at = (now: string) => standingAt(due, now);
    expect([at('2026-03-16T00:00:30+03:00'), at('2026-03-16T23:59:00+03:00'), at('2026-03-16T23:59:59+03:00'), at('2026-03-16T23:30:00-05:00'), at('2026-03-17T00:00:30+03:00')])
      .toEqual(['open', 'open', 'open', 'missed', 'missed']);
    expect(standingAt(due, '2026-03-18T10:00:00+03:00', '2026-03-16')).toBe('met');
    expect(standingAt(due, '2026-03-18T10:00:00+03:00', '2026-03-17')).toBe('late');
  });
  it('DDL-06: hours are elapsed time, days are days of the court', () => {
    const dublin = { zone: 'Europe/Dublin' };
    const hours = order({ ...dublin, within: { n: 48, unit: 'hour' }, from: '2026-03-28T10:00' });
    expect(hours.cutOff).toBe('2026-03-30T11:00:00+01:00');
    expect(stepOf(hours, 'hours')).toMatchObject({ n: 48 });
    const days = order({ ...dublin, within: { n: 2, unit: 'calendar_day' }, from: '2026-03-28', cutOff: '16:00' });
    expect(days.cutOff).toBe('2026-03-30T16:00:00+01:00');
    expect(stepOf(days, 'count')).toMatchObject({ unit: 'calendar_day' });
    const longer = order({ ...dublin, by: '2026-10-21T16:00', extensions: [{ order: 'Extension', by: { n: 7, unit: 'calendar_day' } }] });
    expect(longer).toMatchObject({ cutOff: '2026-10-28T16:00:00+00:00', byRule: { cutOff: '2026-10-21T16:00:00+01:00' } });
    expect(standingAt(longer, '2026-10-28T16:00:30Z')).toBe('open');
    expect(standingAt(longer, '2026-10-28T16:01:00Z')).toBe('missed');
  });
});

describe('Readings that differ', () => {
  const ends = (id: string, on: string) => deadlineById(id, { on }).alternatives?.map(({ latestDate, mayMoveTo }) => (mayMoveTo ? [latestDate, ...mayMoveTo] : latestDate));
  it.each([
    ['KE-2b', '2025-12-12', ['2026-01-12', '2026-02-04'], '2026-01-09'], // counted to a Sunday, which is nobody's last day
    ['KE-1', '2025-12-07', ['2025-12-22', '2026-01-14'], '2025-12-19'], ['KE-2b', '2021-12-31', ['2022-01-31', '2022-02-12', '2022-02-14'], '2022-01-28'],
    ['KE-2b', '2025-11-20', ['2025-12-20', '2025-12-22', '2026-01-14'], '2025-12-19'], ['KE-2c', '2026-10-20', ['2026-12-19', '2026-12-21', '2027-01-14'], '2026-12-18'], // a closed last day moves past the vacation
    ['KE-2c', '2025-01-21', ['2025-03-22', '2025-03-24'], '2025-03-21'], ['KE-1', '2025-04-04', ['2025-04-19', '2025-04-22'], '2025-04-17'], // a Saturday
    ['KE-1', '2025-12-17', ['2025-12-31', '2026-01-24', '2026-01-26'], '2025-12-30'], // both doubts at once
    ['KE-1', '2023-12-10', [['2023-12-25', '2023-12-27'], '2024-01-17'], '2023-12-22'], // a Sunday moves onto Christmas, which may move on
    ['KE-1', '2025-12-12', [['2025-12-26', '2025-12-27', '2025-12-29'], '2026-01-19'], '2025-12-24'],
  ])('%s from %s: %j', (id, on, expected, workingDate) => {
    expect(ends(id, on)).toEqual(expected);
    const result = deadlineById(id, { on });
    expect(result).toMatchObject({ status: 'disputed', latestDate: [expected[0]].flat()[0], workingDate });
    // Every one of them is in the trace too: the plain count, or a step of its own.
    for (const { latestDate, mayMoveTo = [] } of result.alternatives ?? []) for (const day of [latestDate, ...mayMoveTo]) expect(JSON.stringify(result.trace.filter(({ step }) => ['count', 'roll', 'not_moved', 'reading'].includes(step)))).toContain(day);
  });
  it('where they do not differ nothing is disputed', () => expect(deadlineById('KE-1', { on: '2025-12-01' })).toMatchObject({ status: 'computed', latestDate: '2025-12-15' }));
});

describe('Hours', () => {
  it('from a day alone do not run out with the first minute of the last day', () => {
    const result = deadlineById('AR-1b', { on: '2025-06-10' });
    expect(result).toMatchObject({ status: 'computed', workingDate: '2025-06-11', latestDate: '2025-06-12', cutOff: '2025-06-12T23:59:00-03:00', notes: expect.arrayContaining([{ code: 'hour_not_known' }]) });
    expect(said(result)).toMatch(/48 hours by the clock, from 2025-06-10 00:00 to 2025-06-12 00:00\. The hour is not known: they end then at the earliest, at 2025-06-12 23:59 at the latest/u);
    expect(said(result)).toContain('as long as the hour is not known');
    expect(standingAt(result, '2025-06-12T00:00:30-03:00')).toBe('open');
    // With the hour it is the very minute; a lawyer who has confirmed the rule still does not know the hour.
    expect(deadlineById('AR-1b', { on: '2025-06-10T10:30' })).toMatchObject({ latestDate: '2025-06-12', cutOff: '2025-06-12T10:30:00-03:00', workingDate: '2025-06-11' });
    const rule = ruleById('AR-1b');
    if (!rule) throw new Error('no rule');
    expect(deadlineFor({ ...rule, verification: 'verified', verifiedBy: 'A. Advocate' }, { on: '2025-06-10' }, calendarOf(rule)).workingDate).toBe('2025-06-11');
  });
  it('of an order from a day alone: the day before is aimed for', () => {
    expect(order({ within: { n: 48, unit: 'hour' }, from: '2026-03-10' })).toMatchObject({ latestDate: '2026-03-12', cutOff: '2026-03-12T23:59:00+03:00', workingDate: '2026-03-11' });
    expect(order({ within: { n: 36, unit: 'hour' }, from: '2026-03-10' })).toMatchObject({ cutOff: '2026-03-12T11:59:00+03:00', workingDate: '2026-03-10' });
  });
});

describe('Orders and periods typed by hand', () => {
  it.each([
    ['2016-12-07', 45, 'calendar_day', '2017-01-21'], ['2018-03-22', 45, 'calendar_day', '2018-05-06'], ['2011-03-22', 6, 'month', '2011-09-22'], ['2025-06-09', 9, 'month', '2026-03-09'],
  ] as const)('from %s, within %d %s: %s', (from, n, unit, latestDate) => expect(order({ within: { n, unit }, from }).latestDate).toBe(latestDate));
  it('a stay pauses the clock it covers', () => {
    const result = order({ within: { n: 6, unit: 'month' }, from: '2025-01-21', stays: [{ from: '2025-03-03', to: '2025-04-14' }] });
    expect(result.latestDate).toBe('2025-09-01');
    expect(stepOf(result, 'excluded')).toMatchObject({ kind: 'stay', days: 42 });
    expect(order({ within: { n: 6, unit: 'month' }, from: '2025-01-21', stays: [{ from: '2025-03-03', to: null }] })).toMatchObject({ status: 'not_computable', reason: { code: 'stayed', since: '2025-03-03' } });
    // Time that a stay pushes into the disputed vacation is disputed with it.
    expect(deadlineById('KE-1', { on: '2025-12-01' }).status).toBe('computed');
    expect(deadlineById('KE-1', { on: '2025-12-01' }, { stays: [{ from: '2025-12-05', to: '2025-12-20' }] })).toMatchObject({ status: 'disputed', workingDate: '2025-12-29', alternatives: [{ latestDate: '2025-12-30' }, { latestDate: '2026-01-23' }] });
    // A stay that begins when the time is over pauses nothing.
    expect(order({ within: { n: 6, unit: 'month' }, from: '2025-01-21', stays: [{ from: '2025-07-22', to: null }] }).latestDate).toBe('2025-07-21');
    expect(deadlineById('GH-2b', { on: '2025-03-03' }, { stays: [{ from: '2025-03-10', to: null }] })).toMatchObject({ status: 'not_computable', reason: { code: 'stayed' } });
    expect(deadlineById('GH-2b', { on: '2025-03-03' }, { stays: [{ from: '2025-03-25', to: null }, { from: '2025-03-10', to: '2025-03-10' }] }).latestDate).toBe('2025-03-24');
  });
  it.each([
    [{ within: { n: 0, unit: 'calendar_day' }, from: '2025-01-21' }, 'within.n', 'period_too_short'], [{ within: { n: 10_000, unit: 'calendar_day' }, from: '2025-01-21' }, 'within.n', 'period_too_long'],
    [{ within: { n: 1.5, unit: 'calendar_day' }, from: '2025-01-21' }, 'within.n', 'wrong_type'], [{ within: { n: 5, unit: 'fortnight' }, from: '2025-01-21' }, 'within.unit', 'unknown_code'],
    [{ within: { n: 5, unit: 'calendar_day' }, from: '2023-02-29' }, 'from', 'no_such_day'], [{ within: { n: 5, unit: 'calendar_day' } }, 'from', 'required'], [{}, 'within', 'one_of_within_and_by'],
    [{ by: '2025-02-30' }, 'by', 'no_such_day'], [{ by: '2025-02-10', zone: 'Africa/Nowhere' }, 'zone', 'unknown_zone'], [{ by: '2025-02-10', stays: [{ from: '2025-01-10', to: '2025-01-01' }] }, 'stays[0].to', 'ends_before_start'],
    [{ by: '2025-02-10', extensions: [{ order: 'x', by: { n: 0, unit: 'month' } }] }, 'extensions[0].by.n', 'period_too_short'],
  ])('%j is refused at %s: %s', (input, field, reason) => {
    const result = check(orderedTime, { order: 'Order', zone: 'Africa/Nairobi', ...input });
    expect(result).toMatchObject({ refused: expect.arrayContaining([expect.objectContaining({ field, reason })]) });
    expect(remedyFor(reason)).not.toBe('Look at this again.');
  });
  it('working days need a calendar', () => {
    expect(deadlineOfOrder({ order: 'Order', zone: 'Africa/Nairobi', within: { n: 5, unit: 'business_day' }, from: '2025-01-21' })).toEqual({ refused: [{ field: 'calendar', reason: 'calendar_needed' }] });
  });
});

describe('As the screens show it', () => {
  it('UG-1 after the ruling of 10 June 2025', () => {
    const result = deadlineById('UG-1', { on: '2025-06-10', basis: 'pronounced' });
    expect(result).toMatchObject({ rule: 'UG-1a', status: 'computed', latestDate: '2025-06-24', workingDate: '2025-06-23', cutOff: '2025-06-24T23:59:00+03:00', verification: 'unverified' });
    expect(stepOf(result, 'count')).toMatchObject({ dayOne: '2025-06-11', to: '2025-06-24' });
    expect(stepOf(result, 'not_moved')).toEqual({ step: 'not_moved', day: '2025-06-24', roll: 'next_working' });
    expect(stepOf(result, 'calendar')?.vacations).toEqual([
      { code: 'high_court', name: 'High Court vacation', from: '2025-07-15', to: '2025-08-15', reached: false, effect: 'none' },
      { code: 'appeal_courts', name: 'Vacation of the appeal courts', from: '2025-08-01', to: '2025-08-31', reached: false, effect: 'none' },
    ]);
    expect(stepOf(result, 'then')).toMatchObject({ rule: 'UG-1b', ifOn: '2025-06-24', counted: '2025-08-23', latestDate: '2025-08-25' });
  });
  it('EA-1: Sunday 10 August does not move, so file on Friday', () => {
    const result = deadlineById('EA-1', { on: '2025-06-10', basis: 'pronounced' });
    expect(result).toMatchObject({ latestDate: '2025-08-10', workingDate: '2025-08-08', strictness: 'jurisdictional' });
    expect([result.latestDate, result.workingDate].map((day) => dayText(day ?? ''))).toEqual(['Sun 10 Aug 2025', 'Fri 8 Aug 2025']);
  });
  it('AF-1: no fixed day, elapsed time, and a prompt on 10 September', () => {
    const result = deadlineById('AF-1', { on: '2025-06-10', basis: 'exhausted' }, { today: '2025-07-01' });
    expect(result).toMatchObject({ status: 'undefined', latestDate: null, workingDate: null, prompts: [{ on: '2025-09-10', kind: 'soft' }, { on: '2025-12-10' }, { on: '2026-03-10' }] });
    expect(stepOf(result, 'elapsed')).toMatchObject({ days: 21 });
  });
  it('time is left out of the 60 days only if the letter is proved', () => {
    const exclude = [{ from: '2025-07-01', to: '2025-07-30', proved: false }];
    expect(deadlineById('UG-1b', { on: '2025-06-24' }, { exclude })).toMatchObject({ latestDate: '2025-08-25' });
    expect(deadlineById('UG-1b', { on: '2025-06-24' }, { exclude: exclude.map((each) => ({ ...each, proved: true })) })).toMatchObject({ latestDate: '2025-09-22' });
    expect(deadlineById('IN-1', { on: '2027-12-01' }, { exclude: [{ from: '2027-12-10', to: '2027-12-19', proved: false }] }).latestDate).toBe('2028-03-10');
    expect(stepOf(deadlineById('EA-1', { on: '2025-06-10' }, { exclude }), 'not_excluded')).toMatchObject({ proof: null });
  });
  it('a confirmed rule works to its last day, or to the open day before it', () => {
    const rule = ruleById('BE-1b');
    if (!rule) throw new Error('no rule');
    const verified = { ...rule, verification: 'verified' as const, verifiedBy: 'A. Advocate' };
    expect(deadlineFor(verified, { on: '2023-11-24' }, calendarOf(rule))).toMatchObject({ latestDate: '2024-02-24', workingDate: '2024-02-23', verification: 'verified' });
    const onAMonday = deadlineFor(verified, { on: '2023-11-27' }, calendarOf(rule));
    expect(onAMonday).toMatchObject({ latestDate: '2024-02-27', workingDate: '2024-02-27' });
    expect(onAMonday.trace.some(({ step }) => step === 'confirm')).toBe(false);
  });
});
