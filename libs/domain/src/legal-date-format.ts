import { precisionOf, type DatePoint } from './legal-date.ts';

/** English short months of the house style (ux 5); June, July and the long form of "about" stand in full. */
const short = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'June', 'July', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const long = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
/** "About" before a date, per language; elsewhere the scholarly "c.". */
const about: Readonly<Record<string, string>> = { es: 'hacia', fr: 'vers', pt: 'cerca de', ar: 'نحو' };

const pieces = (edtf: string): DatePoint[] =>
  edtf.replace(/[[\]~]/gu, '').split(/[,/]/u).map((text) => {
    const [year, month, day] = text.split('-').map(Number);
    return { year: year as number, ...(month && { month }), ...(day && { day }) };
  });

function english(at: DatePoint, months: readonly string[], leave: { year?: boolean; month?: boolean } = {}): string {
  const words = [at.day, at.month && !leave.month ? months[at.month - 1] : undefined, leave.year ? undefined : at.year];
  return words.filter((word) => word !== undefined).join(' ');
}

/** "22 to 24 Oct 2018": what both ends share is said once. */
function englishPair([a, b]: DatePoint[], word: 'to' | 'or'): string {
  if (!a || !b) return '';
  const sameYear = a.year === b.year && a.month !== undefined && b.month !== undefined;
  const sameMonth = sameYear && a.month === b.month && a.day !== undefined && b.day !== undefined;
  return `${english(a, short, { year: sameYear, month: sameMonth })} ${word} ${english(b, short)}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();
function intl(locale: string, at: DatePoint): Intl.DateTimeFormat {
  const key = `${locale}|${at.day === undefined ? '' : 'd'}${at.month === undefined ? '' : 'm'}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, {
      calendar: 'gregory', timeZone: 'UTC', year: 'numeric', ...(at.month && { month: 'short' }), ...(at.day && { day: 'numeric' }),
    });
    formats.set(key, format);
  }
  return format;
}
const instant = ({ year, month = 1, day = 1 }: DatePoint) => Date.UTC(year, month - 1, day);
const sameShape = (a: DatePoint, b: DatePoint) => (a.day === undefined) === (b.day === undefined) && (a.month === undefined) === (b.month === undefined);

/**
 * A legal date in words, the one way dates are shown (ux 5): "5 Feb 2019", "c. March 2025", "13 or 25 Apr 2022",
 * "22 to 24 Oct 2018". Other languages follow CLDR, always in the Gregorian calendar. Not known gives '': the caller says "no date".
 */
export function formatLegalDate(edtf: string, locale: string): string {
  const precision = precisionOf(edtf);
  if (precision === 'unknown') return '';
  const [at, other] = pieces(edtf) as [DatePoint, DatePoint?];
  const language = locale.split('-')[0]?.toLowerCase() ?? 'en';
  if (language === 'en') {
    if (precision === 'approximate') return `c. ${english(at, long)}`;
    if (!other) return english(at, short);
    const pair = precision === 'alternatives' && instant(other) < instant(at) ? [other, at] : [at, other];
    return englishPair(pair, precision === 'interval' ? 'to' : 'or');
  }
  const one = (each: DatePoint) => intl(locale, each).format(instant(each));
  if (precision === 'approximate') return `${about[language] ?? 'c.'} ${one(at)}`;
  if (!other) return one(at);
  if (precision === 'alternatives') {
    return new Intl.ListFormat(locale, { type: 'disjunction' }).format([at, other].sort((a, b) => instant(a) - instant(b)).map(one));
  }
  return sameShape(at, other) ? intl(locale, at).formatRange(instant(at), instant(other)) : `${one(at)} – ${one(other)}`;
}
