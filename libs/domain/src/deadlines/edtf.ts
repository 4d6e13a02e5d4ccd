/**
 * EDTF (ISO 8601-2, levels 0 to 2) as people and archives write it, read for one thing alone: which days it may mean. A record keeps
 * the small part of it that `legal-date.ts` knows; a trigger may be written in all of it, for whatever says less than a day gives no
 * date but a warning (domain 2.1: day, month, year, season, approx, interval, unknown; 2.5 step 2).
 *
 * `2025-21` spring · `2015/..` open · `202X`, `2025-XX-10` digits not known · `2025-03?` `2025-?03` doubtful · `[2025-03-01..2025-03-09]`
 * one of · `2025S2` two digits certain · `unknown`, `..`, `XXXX`, empty: not known.
 */
export type EdtfFault = 'not_a_date' | 'no_such_day' | 'year_out_of_range' | 'ends_before_start';
/** First and last day it may mean, `2025-03-01`; null where nothing says. `exact`: one day, and no doubt about it. */
export type EdtfDays = { exact: boolean; from: string | null; to: string | null };
type Read = EdtfDays | EdtfFault;

/** The years that are counted in: law older than 1000 or younger than 2999 is a slip of the finger. */
const [firstYear, lastYear] = [1000, 2999];
const notKnown: EdtfDays = { exact: false, from: null, to: null };
const saysNothing = (text: string) => /^(?:|\.\.|unknown|open|[xu]{4}(?:-[xu]{2}){0,2})$/iu.test(text);

/** `20X5` as a test of numbers; a digit that is not known fits any. */
const fits = (pattern: string) => {
  const wanted = new RegExp(`^${pattern.replace(/[xu]/giu, '\\d')}$`, 'u');
  return (n: number) => wanted.test(String(n).padStart(pattern.length, '0'));
};
const upTo = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, at) => first + at);
/** The last day of a month; month 14 is February of the next year. */
const endOf = (year: number, month: number) => {
  const at = Temporal.PlainYearMonth.from({ year, month: 1 }).add({ months: month - 1 });
  return at.toPlainDate({ day: at.daysInMonth }).toString();
};
const startOf = (year: number, month: number) => Temporal.PlainDate.from({ year, month, day: 1 }).toString();

const north: readonly [number, number][] = [[3, 5], [6, 8], [9, 11], [1, 14]];
/** South of the equator spring may be meant as there or as in the north: both, since a warning goes by the earliest day. */
const eitherSide: readonly [number, number][] = [[3, 11], [1, 14], [3, 11], [1, 14]];
const south: readonly [number, number][] = [[9, 11], [1, 14], [3, 5], [6, 8]];
/** Codes 21 to 41: seasons, seasons of the north and of the south, quarters, thirds, halves. Winter touches both ends of its year. */
const spans = (southern: boolean): readonly (readonly [number, number])[] => [
  ...(southern ? eitherSide : north), ...north, ...south, [1, 3], [4, 6], [7, 9], [10, 12], [1, 4], [5, 8], [9, 12], [1, 6], [7, 12],
];

/** Years, or the fault; none when even the century is not known. */
function yearsOf(pattern: string): number[] | EdtfFault {
  if (/^[xu]/iu.test(pattern)) return [];
  const years = (/^\d+$/u.test(pattern) ? [Number(pattern)] : upTo(firstYear, lastYear).filter(fits(pattern))).filter((year) => year >= firstYear && year <= lastYear);
  return years.length > 0 ? years : 'year_out_of_range';
}

/** A date of one piece. Marks of doubt (`?`, `~`, `%`) may stand before and after each part. */
function single(text: string, southern: boolean): Read {
  const [, digits, certain] = /^(\d{4})S([1-4])$/u.exec(text) ?? [];
  const found = /^([\dxu]{4})(?:-([\dxu]{2}))?(?:-([\dxu]{2}))?$/iu.exec(text.replace(/(?<![?~%])[?~%](?![?~%])/gu, '').replace(/S[1-4]$/u, ''));
  if (!found) return /^Y-?\d|^-\d{4}(?:-\d\d){0,2}$/u.test(text) ? 'year_out_of_range' : 'not_a_date';
  const [, year = '', month, day] = found;
  if (certain && (month || !digits)) return 'not_a_date';
  const years = yearsOf(certain ? year.slice(0, Number(certain)).padEnd(4, 'X') : year);
  if (typeof years === 'string') return years;
  const [first, last] = [years[0], years.at(-1)];
  if (month === undefined) return first === undefined || last === undefined ? notKnown : { exact: false, from: startOf(first, 1), to: endOf(last, 12) };

  const span = /^[234]\d$/u.test(month) ? spans(southern)[Number(month) - 21] : undefined;
  if (span && day === undefined) return first === undefined || last === undefined ? notKnown : { exact: false, from: startOf(first, span[0]), to: endOf(last, span[1]) };
  // Without a year any leap year serves to see whether there is such a day at all.
  const days = datesOf(years.length > 0 ? years : [2000], upTo(1, 12).filter(fits(month)), day);
  if (!days) return 'no_such_day';
  if (years.length === 0) return notKnown;
  const plain = day !== undefined && /^[\d-]+$/u.test(text);
  return { exact: plain && days.from === days.to, ...days };
}

/** The first and the last day that exist among these. */
function datesOf(years: readonly number[], months: readonly number[], day: string | undefined): { from: string; to: string } | undefined {
  const find = (backwards: boolean) => {
    const order = <T>(of: readonly T[]) => (backwards ? of.toReversed() : of);
    for (const year of order(years)) {
      for (const month of order(months)) {
        if (day === undefined) return backwards ? endOf(year, month) : startOf(year, month);
        const at = order(upTo(1, Temporal.PlainYearMonth.from({ year, month }).daysInMonth).filter(fits(day)))[0];
        if (at !== undefined) return Temporal.PlainDate.from({ year, month, day: at }).toString();
      }
    }
    return undefined;
  };
  const [from, to] = [find(false), find(true)];
  return from !== undefined && to !== undefined ? { from, to } : undefined;
}

function interval(start: string, end: string, southern: boolean): Read {
  const [from, to] = [start, end].map((text) => (saysNothing(text) ? notKnown : single(text, southern)));
  if (!from || typeof from === 'string') return from ?? 'not_a_date';
  if (!to || typeof to === 'string') return to ?? 'not_a_date';
  return from.from !== null && to.to !== null && from.from > to.to ? 'ends_before_start' : { exact: false, from: from.from, to: to.to };
}

/** One of several, or all of them: the days from the first to the last. */
function set(inner: string, southern: boolean): Read {
  let days: EdtfDays | undefined;
  for (const piece of inner.split(',').map((each) => each.trim())) {
    const [start = '', end, ...more] = piece.split('..');
    const read = more.length > 0 || piece === '' ? 'not_a_date' : end === undefined ? single(piece, southern) : interval(start, end, southern);
    if (typeof read === 'string') return read;
    const at: EdtfDays | undefined = days;
    days = !at ? { ...read, exact: false } : { exact: false, from: at.from === null || read.from === null ? null : at.from < read.from ? at.from : read.from, to: at.to === null || read.to === null ? null : at.to > read.to ? at.to : read.to };
  }
  return days ?? 'not_a_date';
}

/**
 * The days a text in EDTF may mean, or what is wrong with it.
 * @param southern the reader's seasons are those south of the equator
 */
export function readEdtf(text: string, southern = false): Read {
  if (/^[12]\d{3}-\d\d-\d\d$/u.test(text) && text <= `${lastYear}-12-31`) {
    // By far the most usual one, and the engine counts by the thousand.
    const [year, month, day] = [text.slice(0, 4), text.slice(5, 7), text.slice(8)].map(Number) as [number, number, number];
    if (month >= 1 && month <= 12 && day >= 1 && day <= Temporal.PlainDate.from({ year, month, day: 1 }).daysInMonth) return { exact: true, from: text, to: text };
  }
  if (saysNothing(text)) return notKnown;
  const inner = /^\[(.*)\]$/su.exec(text)?.[1] ?? /^\{(.*)\}$/su.exec(text)?.[1];
  if (inner !== undefined) return set(inner, southern);
  const [start = '', end, ...more] = text.split('/');
  if (more.length > 0) return 'not_a_date';
  return end === undefined ? single(text, southern) : interval(start.trim(), end.trim(), southern);
}
