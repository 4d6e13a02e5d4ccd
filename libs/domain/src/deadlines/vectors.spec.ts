import { describe, expect, it } from 'vitest';
import { deadlineById, deadlineOfOrder, inZone, traceText, type DeadlineResult, type TraceStep } from './index.ts';

/** The twenty test vectors of domain 2.5, each by its number. */
const stepOf = <S extends TraceStep['step']>(result: DeadlineResult, step: S) => result.trace.find((each) => each.step === step) as Extract<TraceStep, { step: S }> | undefined;
const order = (within: { n: number; unit: 'calendar_day' | 'month' }, from: string) => {
  const result = deadlineOfOrder({ order: 'Judgment of 21 January 2025', zone: 'Africa/Nairobi', within, from });
  if ('refused' in result) throw new Error(JSON.stringify(result.refused));
  return result.ok;
};

describe('Test vectors', () => {
  it('V1: the old six months at Strasbourg end on a Sunday and do not move', () => {
    const result = deadlineById('ECHR-1', { on: '2005-11-28', basis: 'notified' });
    expect(result).toMatchObject({ rule: 'ECHR-1', version: 1, status: 'computed', latestDate: '2006-05-28', strictness: 'jurisdictional', verification: 'unverified' });
    expect(stepOf(result, 'not_moved')).toMatchObject({ day: '2006-05-28', closed: { kind: 'weekend' } });
    expect(result.workingDate).toBe('2006-05-26');
  });
  it('V2: four months from 31 October end with February', () => {
    const result = deadlineById('ECHR-1', { on: '2025-10-31', basis: 'served' });
    expect(result.latestDate).toBe('2026-02-28');
    expect(stepOf(result, 'count')?.clamped).toBe(true);
  });
  it('V3: in a leap year on the 29th', () => expect(deadlineById('ECHR-1', { on: '2027-10-31', basis: 'served' }).latestDate).toBe('2028-02-29'));
  it('V4: the version follows the final decision', () => {
    const [old, now] = ['2022-01-31', '2022-02-01'].map((on) => deadlineById('ECHR-1', { on, basis: 'pronounced' }, { relevantOn: on }));
    expect(old).toMatchObject({ version: 1, latestDate: '2022-07-31' });
    expect(now).toMatchObject({ version: 2, latestDate: '2022-06-01' });
    expect(old && stepOf(old, 'rule')).toMatchObject({ n: 6, unit: 'month', chosenBy: 'final_domestic_decision', chosenOn: '2022-01-31' });
    expect(now && stepOf(now, 'rule')).toMatchObject({ n: 4, unit: 'month', chosenOn: '2022-02-01' });
  });
  it('V5: 90 days to leap day', () => expect(deadlineById('IN-1', { on: '2027-12-01' })).toMatchObject({ rule: 'IN-1a', latestDate: '2028-02-29' }));
  it('V6: a year from leap day', () => expect(deadlineById('UN-3', { on: '2028-02-29', basis: 'exhausted' }).latestDate).toBe('2029-02-28'));
  it('V7: two months and ten days, on four clocks', () => {
    const result = deadlineById('EU-1', { on: '2026-08-31', basis: 'notified' });
    expect(result).toMatchObject({ latestDate: '2026-11-10', cutOff: '2026-11-10T23:59:00+01:00', zone: 'Europe/Luxembourg' });
    expect(stepOf(result, 'count')?.to).toBe('2026-10-31');
    const at = (zone: string) => inZone(result.cutOff ?? '', zone);
    expect([at('Africa/Nairobi'), at('America/Jamaica'), at('Asia/Kolkata')].map(({ day, hour }) => `${day} ${hour}`)).toEqual(['2026-11-11 01:59', '2026-11-10 17:59', '2026-11-11 04:29']);
  });
  it('V8: publication, months, distance, holiday, weekend', () => {
    const result = deadlineById('EU-1', { on: '2026-10-01', basis: 'published' });
    expect(result.latestDate).toBe('2026-12-28');
    expect([stepOf(result, 'publication')?.to, stepOf(result, 'count')?.to, stepOf(result, 'distance')?.to]).toEqual(['2026-10-15', '2026-12-15', '2026-12-25']);
    expect(stepOf(result, 'roll')).toMatchObject({ from: '2026-12-25', to: '2026-12-28' });
  });
  it('V9: fourteen days in Kenya', () => expect(deadlineById('KE-1', { on: '2025-01-21' })).toMatchObject({ version: 2, status: 'computed', latestDate: '2025-02-04', workingDate: '2025-02-03' }));
  it('V10: the Christmas vacation is disputed, both dates are shown', () => {
    const result = deadlineById('KE-1', { on: '2025-12-12', basis: 'pronounced' });
    expect(result).toMatchObject({ status: 'disputed', verification: 'disputed', workingDate: '2025-12-24' });
    expect(result.alternatives?.map(({ latestDate }) => latestDate)).toEqual(['2025-12-26', '2026-01-19']);
    expect(result.alternatives?.[0]?.closed).toMatchObject({ kind: 'holiday', name: 'Boxing Day' });
    expect(result.trace.at(-1)).toEqual({ step: 'confirm' });
    expect(result.trace.map((step) => traceText(step).text).join(' ')).toContain('confirm with counsel');
  });
  it('V11: what a court orders is counted as it says, and nothing moves', () => {
    expect(order({ n: 60, unit: 'calendar_day' }, '2025-01-21')).toMatchObject({ rule: null, status: 'computed', latestDate: '2025-03-22', workingDate: '2025-03-21', verification: 'order' });
    expect(order({ n: 6, unit: 'month' }, '2025-01-21')).toMatchObject({ latestDate: '2025-07-21', workingDate: '2025-07-21' });
  });
  it('V12: fifteen court days skip Good Friday and Family Day', () => {
    const result = deadlineById('ZA-1', { on: '2026-03-20' });
    expect(result.latestDate).toBe('2026-04-14');
    expect(stepOf(result, 'count')?.skipped.filter(({ closed }) => closed.kind === 'holiday').map(({ day }) => day)).toEqual(['2026-04-03', '2026-04-06']);
  });
  it('V13: 180 days of follow-up', () => expect(deadlineById('UN-2c', { on: '2021-07-21', basis: 'published' }).latestDate).toBe('2022-01-17'));
  it('V14: a rough day gives no date, only a warning', () => {
    const result = deadlineById('ECHR-1', { on: '2025-03' });
    expect(result).toMatchObject({ status: 'not_computable', latestDate: null, workingDate: null, cutOff: null, earliestPossible: '2025-03-01', reason: { code: 'date_rough', earliest: '2025-03-01' } });
    expect(result.ifEarliest?.latestDate).toBe('2025-07-01');
  });
  it('V15: the 2010 Rules still governed in May 2022', () => {
    const result = deadlineById('KE-1', { on: '2022-05-26' });
    expect(result).toMatchObject({ version: 1, latestDate: '2022-06-09' });
    expect(stepOf(result, 'rule')?.name).toContain('2010');
  });
  it('V16: 21 days from the judgment, never from its service', () => {
    expect(deadlineById('JM-2', { on: '2020-01-17' })).toMatchObject({ rule: 'JM-2a', latestDate: '2020-02-07' });
    expect(deadlineById('JM-2', { on: '2020-01-17', basis: 'served' })).toMatchObject({ status: 'not_computable', reason: { code: 'wrong_basis', given: 'served', needed: ['pronounced', 'dated'] } });
  });
  it('V17: the same number, not the end of the month', () => expect(deadlineById('NL-1', { on: '2028-02-29' }).latestDate).toBe('2028-05-29'));
  it('V18: three months in Nigeria', () => expect(deadlineById('NG-1c', { on: '2024-07-08' }).latestDate).toBe('2024-10-08'));
  it('V19: suspension and annulment in Belgium', () => {
    expect(deadlineById('BE-1b', { on: '2023-11-24' })).toMatchObject({ latestDate: '2024-02-24', workingDate: '2024-02-23' });
    expect(deadlineById('BE-1a', { on: '2023-11-24' }).latestDate).toBe('2024-05-24');
  });
  it('V20: fifteen natural days after the hearing', () => expect(deadlineById('IA-5b', { on: '2026-09-04', basis: 'heard' })).toMatchObject({ latestDate: '2026-09-19', workingDate: '2026-09-18' }));
});
