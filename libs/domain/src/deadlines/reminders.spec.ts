import fc from 'fast-check';
import { expect, it } from 'vitest';
import { reminderDays, reminderSteps } from './reminders.ts';

it('at 50 %, 14, 7, 3 and 1 days before the day to work to', () => {
  expect(reminderDays('2026-01-01', '2026-03-02')).toEqual([
    { step: 'half', on: '2026-01-31' }, { step: 'd14', on: '2026-02-16' }, { step: 'd7', on: '2026-02-23' }, { step: 'd3', on: '2026-02-27' }, { step: 'd1', on: '2026-03-01' },
  ]);
});
it('a short period has no step before it began, and none twice on a day', () => {
  expect(reminderDays('2026-03-01', '2026-03-15')).toEqual([{ step: 'd7', on: '2026-03-08' }, { step: 'd3', on: '2026-03-12' }, { step: 'd1', on: '2026-03-14' }]);
  expect(reminderDays('2026-03-01', '2026-03-02')).toEqual([]);
  expect(reminderDays('2026-03-05', '2026-03-02')).toEqual([]);
});
it('over a leap day, and for any period: in order, inside it, each day once', () => {
  expect(reminderDays('2027-12-01', '2028-03-01').at(-1)).toEqual({ step: 'd1', on: '2028-02-29' });
  fc.assert(fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 900 }), (start, length) => {
    const from = Temporal.PlainDate.from('2024-01-01').add({ days: start }).toString(), to = Temporal.PlainDate.from(from).add({ days: length }).toString();
    const days = reminderDays(from, to);
    expect(days.every(({ on, step }) => on > from && on < to && reminderSteps.includes(step))).toBe(true);
    expect(days.map(({ on }) => on)).toEqual([...new Set(days.map(({ on }) => on))].sort());
    if (length > 30) expect(days).toHaveLength(5);
  }));
});
