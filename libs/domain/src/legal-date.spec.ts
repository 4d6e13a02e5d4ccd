import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareLegalDates, formatLegalDate, fromParts, inOrder, isLegalDate, parseLegalDate, precisionOf, rangeOf, sortKey, toParts } from './index.ts';

const typed = (text: string) => {
  const result = parseLegalDate(text);
  return 'ok' in result ? result.ok : `! ${result.refused}`;
};
const twoDigits = (n: number) => String(n).padStart(2, '0');
const point = fc.oneof(
  fc.date({ min: new Date('1200-01-01'), max: new Date('2900-12-31'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10)),
  fc.tuple(fc.integer({ min: 1200, max: 2900 }), fc.integer({ min: 1, max: 12 })).map(([year, month]) => `${year}-${twoDigits(month)}`),
  fc.integer({ min: 1200, max: 2900 }).map(String),
);
const anyDate = fc.oneof(
  point,
  point.map((at) => `${at}~`),
  fc.tuple(point, point).map(([a, b]) => `${a}/${b}`).filter(isLegalDate),
  fc.tuple(point, point).map(([a, b]) => `[${a},${b}]`).filter(isLegalDate),
  fc.constant(''),
);

describe('What people type', () => {
  it.each([
    ['Mar 2025', '2025-03'], ['c. 2019', '2019~'], ['22-24/10/2018', '2018-10-22/2018-10-24'], ['10 June 2025', '2025-06-10'], ['2025-03-10', '2025-03-10'],
    ['10/6/2025', '2025-06-10'], ['13 or 25 Apr 2022', '[2022-04-13,2022-04-25]'], ['25 or 13 Apr 2022', '[2022-04-13,2022-04-25]'], ['30 Oct – 2 Nov 2018', '2018-10-30/2018-11-02'],
    ['22 to 24 Oct 2018', '2018-10-22/2018-10-24'], ['June 10th, 2025', '2025-06-10'], ['about March 2025', '2025-03~'], ['févr. 2020', '2020-02'], ['5 de mayo de 2021', '2021-05-05'],
    ['1er juin 2020', '2020-06-01'], ['10.6.2025', '2025-06-10'], ['2018-2019', '2018/2019'], ['3/2025', '2025-03'], ['  ', ''], ['2025', '2025'], ['29 Feb 2024', '2024-02-29'],
  ])('%s', (text, edtf) => expect(typed(text)).toBe(edtf));
  it.each([
    ['2023-02-29', 'no_such_day'], ['31/4/2020', 'no_such_day'], ['10/25/2025', 'no_such_day'], ['10/6/25', 'year_needs_four_digits'], ['24 to 22 Oct 2018', 'ends_before_start'],
    ['soon', 'not_a_date'], ['45123', 'not_a_date'], ['March', 'not_a_date'], ['10 March', 'not_a_date'], ['1900-02-29', 'no_such_day'], ['0000-01-01', 'no_such_day'],
    ['10 jui 2020', 'not_a_date'], ['9'.repeat(5000), 'not_a_date'],
  ])('%s is refused', (text, why) => expect(typed(text)).toBe(`! ${why}`));
  it('no day is invented: what was typed without a day has none', () => {
    for (const text of ['March 2025', '3/2025', '2025-03', 'c. Mar 2025', '2025']) expect(typed(text)).not.toMatch(/\d{4}-\d\d-\d\d/u);
  });
  it('what is shown in English reads back as the same date', () => {
    fc.assert(fc.property(anyDate.filter((edtf) => !edtf.startsWith('[')), (edtf) => typed(formatLegalDate(edtf, 'en')) === edtf));
  });
  it('any text is read or refused, never an exception', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('1', '2', '0', '-', '/', ' ', '.', '~', 'c', 'may', 'or', 'to', '\ud800', '٣') })), (text) => {
      const result = parseLegalDate(text);
      return 'refused' in result || isLegalDate(result.ok);
    }));
  });
});

describe('What is stored', () => {
  it.each(['2023-02-29', '2020-13', '2020-00', '2020-1', '20200101', '0999', '3000', '2020/2019', '2020/2020', '[2020,2020]', '2020-01-01T00:00', ' 2020', '2020~~', '2018-10-22/', '2019-02/2019', '2019/2019-03', '[2020]', '..', '2020-01-32'])(
    '%s is no legal date', (text) => expect(isLegalDate(text)).toBe(false));
  it('says how much is known', () => {
    expect(['2019-02-05', '2019-02', '2019', '2025-03~', '2018-10-22/2018-10-24', '[2022-04-13,2022-04-25]', ''].map(precisionOf)).toEqual(
      ['day', 'month', 'year', 'approximate', 'interval', 'alternatives', 'unknown']);
    expect(() => precisionOf('2023-02-29')).toThrow(RangeError);
  });
  it('covers the days it can mean', () => {
    expect(rangeOf('2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
    expect(rangeOf('2019~')).toEqual({ from: '2019-01-01', to: '2019-12-31' });
    expect(rangeOf('[2022-04-25,2022-04-13]')).toEqual({ from: '2022-04-13', to: '2022-04-25' });
    expect(rangeOf('')).toBeNull();
  });
  it('goes to the files and back', () => {
    fc.assert(fc.property(point, (edtf) => { const parts = toParts(edtf); return parts !== undefined && fromParts(parts.value, parts.precision) === edtf; }));
    expect([fromParts('2023-02-29', 'day'), fromParts('2023-02', 'day'), toParts('2025-03~'), toParts('')]).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe('Where a date sorts', () => {
  it('days, then their month, then their year; a range at its start, one of two at the earlier, no date last', () => {
    const inOrder = ['2018-10-22', '2018-10-22/2018-10-24', '2018-10-23', '2019-02-01', '2019-02-28', '2019-02', '2019-02~', '2019-03-01', '2019-12', '2019', '2019~', '2020-01-01', '[2022-04-25,2022-04-13]', '2022-04-14', ''];
    expect(inOrder.toReversed().sort((a, b) => compareLegalDates(a, b))).toEqual(inOrder);
    expect(inOrder.toSorted((a, b) => compareLegalDates(a, b, 'newest'))).toEqual([...inOrder.slice(0, -1).reverse(), '']);
  });
  it('keys compare as text as the dates compare, in any collation', () => {
    fc.assert(fc.property(anyDate, anyDate, (a, b) => {
      const [one, other] = [sortKey(a), sortKey(b)];
      return /^(?:\d{9})?$/u.test(one) && Math.sign(compareLegalDates(a, b, 'newest')) === (one === other ? 0 : one > other ? -1 : 1);
    }));
  });
});

describe('How a date is shown', () => {
  it.each([
    ['2019-02-05', '5 Feb 2019'], ['2019-02', 'Feb 2019'], ['2019', '2019'], ['2025-03~', 'c. March 2025'], ['2019~', 'c. 2019'], ['[2022-04-13,2022-04-25]', '13 or 25 Apr 2022'],
    ['2018-10-22/2018-10-24', '22 to 24 Oct 2018'], ['2018-10-30/2018-11-02', '30 Oct to 2 Nov 2018'], ['2018-12-31/2019-01-02', '31 Dec 2018 to 2 Jan 2019'],
    ['2024-03/2024-05', 'Mar to May 2024'], ['[2021-06,2021-07]', 'June or July 2021'], ['2021-09-10', '10 Sep 2021'], ['', ''],
  ])('%s', (edtf, text) => expect(formatLegalDate(edtf, 'en-GB')).toBe(text));
  it('in other languages by CLDR, in the Gregorian calendar', () => {
    expect(formatLegalDate('2019-02-05', 'es')).toBe('5 feb 2019');
    expect(formatLegalDate('2025-03~', 'fr')).toBe('vers mars 2025');
    expect(formatLegalDate('2019', 'th')).toContain('2019');
    expect(formatLegalDate('2018-10-22/2018-10-24', 'fr')).toMatch(/22–24 oct/u);
  });
});

it.each([['2025-03', '2025-03-01', true], ['2025-03-02', '2025-03-01', false], ['2026-03', '2025-01', false], ['2025-03~', '2025', true], ['', '2025', true], ['2025', null, true]] as const)('%s and then %s: %s', (from, to, can) => {
  expect(inOrder(from, to)).toBe(can);
});
