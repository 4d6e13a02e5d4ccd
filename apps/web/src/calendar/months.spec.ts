import { expect, it } from 'vitest';
import { addMonths, rangeOf, spanIn, weeksOf } from './months.ts';

it('a page of two months is whole weeks, Monday first, over a leap day and a New Year too', () => {
  expect(rangeOf('month', '2025-06')).toEqual({ from: '2025-05-26', to: '2025-08-03' });
  expect(weeksOf(rangeOf('month', '2028-02')).flat()).toContain('2028-02-29');
  expect(rangeOf('month', '2026-12')).toEqual({ from: '2026-11-30', to: '2027-01-31' });
  expect(weeksOf(rangeOf('month', '2025-06')).every((week) => week.length === 7 && new Date(`${week[0]}T12:00:00Z`).getUTCDay() === 1)).toBe(true);
});
it('months are counted over a year', () => {
  expect([addMonths('2025-12', 1), addMonths('2025-01', -1), addMonths('2025-06', 18)]).toEqual(['2026-01', '2024-12', '2026-12']);
});
it('a vacation is cut at the edges of each week', () => {
  const week = weeksOf({ from: '2025-07-14', to: '2025-07-20' })[0]!;
  expect(spanIn(week, { from: '2025-07-15', to: '2025-08-15' })).toEqual({ start: 1, days: 6 });
  expect(spanIn(week, { from: '2025-08-01', to: '2025-08-15' })).toBeNull();
});
