/**
 * Dates as courts and sources give them (domain 2.1, LegalDate): an EDTF string (ISO 8601-2, a small part of level 1) that
 * says no more than is known. No day is ever invented: "March 2025" stays `2025-03`.
 *
 * `2019-02-05` day · `2019-02` month · `2019` year · `2025-03~` about · `2018-10-22/2018-10-24` range ·
 * `[2022-04-13,2022-04-25]` one of two, where sources differ · `` (empty) not known.
 *
 * Plain calendar arithmetic on purpose: not every browser has `Temporal`, and a proleptic Gregorian date needs no library.
 */
export type DatePrecision = 'day' | 'month' | 'year' | 'approximate' | 'interval' | 'alternatives' | 'unknown';

/** A date of one piece: year, perhaps month, perhaps day. */
export type DatePoint = { year: number; month?: number; day?: number };
type Read =
  | { precision: 'unknown' }
  | { precision: 'day' | 'month' | 'year' | 'approximate'; at: DatePoint }
  | { precision: 'interval' | 'alternatives'; at: DatePoint; other: DatePoint };

const leap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const daysIn = (year: number, month: number) => (month === 2 ? (leap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);
/** Law older than the year 1000 or younger than 2999 is a slip of the finger. */
const exists = ({ year, month, day }: DatePoint) =>
  year >= 1000 && year <= 2999 && (month === undefined || (month >= 1 && month <= 12)) &&
  (day === undefined || (month !== undefined && day >= 1 && day <= daysIn(year, month)));

const two = (n: number) => String(n).padStart(2, '0');
/** `{2019, 2}` → `2019-02`. */
export const pointToEdtf = ({ year, month, day }: DatePoint): string =>
  `${year}${month === undefined ? '' : `-${two(month)}`}${day === undefined ? '' : `-${two(day)}`}`;
const point = (text: string): DatePoint | undefined => {
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/u.exec(text);
  if (!found) return undefined;
  const [, year, month, day] = found;
  const at = { year: Number(year), ...(month && { month: Number(month) }), ...(day && { day: Number(day) }) };
  return exists(at) ? at : undefined;
};
const precisionOfPoint = (at: DatePoint) => (at.day !== undefined ? 'day' : at.month !== undefined ? 'month' : 'year');
const firstDay = ({ year, month = 1, day = 1 }: DatePoint) => pointToEdtf({ year, month, day });
const lastDay = ({ year, month = 12, day = daysIn(year, month) }: DatePoint) => pointToEdtf({ year, month, day });

function read(edtf: string): Read | undefined {
  if (edtf === '') return { precision: 'unknown' };
  const pair = /^\[([\d-]+),([\d-]+)\]$/u.exec(edtf) ?? /^([\d-]+)\/([\d-]+)$/u.exec(edtf);
  if (pair) {
    const [at, other] = [point(pair[1] ?? ''), point(pair[2] ?? '')];
    if (!at || !other || pair[1] === pair[2]) return undefined;
    if (edtf.startsWith('[')) return { precision: 'alternatives', at, other };
    return lastDay(at) < firstDay(other) ? { precision: 'interval', at, other } : undefined;
  }
  const at = point(edtf.endsWith('~') ? edtf.slice(0, -1) : edtf);
  return at && { precision: edtf.endsWith('~') ? 'approximate' : precisionOfPoint(at), at };
}

const must = (edtf: string): Read => {
  const found = read(edtf);
  if (!found) throw new RangeError(`Not a legal date: ${JSON.stringify(edtf.slice(0, 60))}`);
  return found;
};

/** Is this text a date of the subset above? */
export const isLegalDate = (edtf: string): boolean => read(edtf) !== undefined;
/** How much of the date is known. Throws on a text that is no legal date. */
export const precisionOf = (edtf: string): DatePrecision => must(edtf).precision;

/** First and last day the date can mean, for drawing and for filters; null when the date is not known. */
export function rangeOf(edtf: string): { from: string; to: string } | null {
  const date = must(edtf);
  if (date.precision === 'unknown') return null;
  if (!('other' in date)) return { from: firstDay(date.at), to: lastDay(date.at) };
  const [from, to] = [[firstDay(date.at), firstDay(date.other)].sort()[0], [lastDay(date.at), lastDay(date.other)].sort()[1]];
  return { from: from as string, to: to as string };
}

/**
 * Where the date sorts (ux 5): exact days, then the month they lie in, then the year; a range at its start, one of two at
 * the earlier. Nine digits, so every collation agrees. Not known is '', which comes last in "newest first"; for "oldest
 * first" use `compareLegalDates`, which puts it last as well.
 */
export function sortKey(edtf: string): string {
  const date = must(edtf);
  if (date.precision === 'unknown') return '';
  const key = ({ year, month = 99, day = 99 }: DatePoint) => `${year}${two(month)}${two(day)}`;
  if (!('other' in date)) return key(date.at) + (date.precision === 'approximate' ? '1' : '0');
  return date.precision === 'interval' ? `${key(date.at)}2` : `${[key(date.at), key(date.other)].sort()[0]}3`;
}

/** Compares for `Array.sort`; a date that is not known comes last either way. */
export function compareLegalDates(a: string, b: string, order: 'oldest' | 'newest' = 'oldest'): number {
  const [one, other] = [sortKey(a), sortKey(b)];
  if (one === other) return 0;
  if (one === '' || other === '') return one === '' ? 1 : -1;
  return one < other === (order === 'oldest') ? -1 : 1;
}

/** Can the second date come after the first, as roughly as both are known? A missing or unknown one never stands in the way. */
export function inOrder(from: string | null | undefined, to: string | null | undefined): boolean {
  if (!from || !to || !isLegalDate(from) || !isLegalDate(to)) return true;
  const [first, last] = [rangeOf(from), rangeOf(to)];
  return !first || !last || first.from <= last.to;
}

/** `{value, precision}` of the library's files → EDTF; undefined when the two do not fit or the day does not exist. */
export function fromParts(value: string, precision: string): string | undefined {
  const at = point(value);
  return at && precisionOfPoint(at) === precision ? value : undefined;
}
/** EDTF → `{value, precision}` of the library's files; undefined for a date that those cannot say. */
export function toParts(edtf: string): { value: string; precision: 'day' | 'month' | 'year' } | undefined {
  const at = point(edtf);
  return at && { value: edtf, precision: precisionOfPoint(at) };
}
