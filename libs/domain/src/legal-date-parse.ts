import { isLegalDate, pointToEdtf, type DatePoint } from './legal-date.ts';

/** Why a typed date was refused: not read at all, a day that does not exist, a year of two digits, an end before the start. */
export type DateFault = 'not_a_date' | 'no_such_day' | 'year_needs_four_digits' | 'ends_before_start';

const months = [
  'january february march april may june july august september october november december',
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre',
  'janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro',
].map((row) => row.split(' '));

/** "Sept", "févr.", "mar" → the month that every reading agrees on. */
function monthOf(word: string): number | undefined {
  if (word.length < 3) return undefined;
  const found = new Set(months.flatMap((row) => row.flatMap((name, at) => (name.startsWith(word) ? [at + 1] : []))));
  return found.size === 1 ? [...found][0] : undefined;
}

type Single = DatePoint | DateFault;
const dated = (year: string, month?: number | string, day?: string): Single => {
  if (year.length !== 4) return 'year_needs_four_digits';
  const at = { year: Number(year), ...(month !== undefined && { month: Number(month) }), ...(day !== undefined && { day: Number(day) }) };
  return isLegalDate(pointToEdtf(at)) ? at : 'no_such_day';
};

/** One date of one piece. Numbers alone read day, month, year unless the year comes first. */
function single(text: string): Single {
  let found = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/u.exec(text) ?? /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/u.exec(text);
  if (found) return dated(found[1] ?? '', found[2], found[3]);
  found = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/u.exec(text);
  if (found) return dated(found[4] ?? '', found[3], found[1]);
  found = /^(\d{1,2})[/.](\d{4})$/u.exec(text);
  if (found) return dated(found[2] ?? '', found[1]);
  const words = text.replace(/(\d)(?:st|nd|rd|th|er|º|°)\b/gu, '$1').split(/[\s,.-]+|(?<=\d)(?=\p{L})/u).filter((word) => word && !['of', 'de', 'del', 'the'].includes(word));
  const named = words.findIndex((word) => monthOf(word) !== undefined);
  if (named < 0) return 'not_a_date';
  const month = monthOf(words[named] ?? '');
  const numbers = words.filter((_, at) => at !== named);
  if (numbers.some((word) => !/^\d+$/u.test(word))) return 'not_a_date';
  const [one, other] = numbers;
  if (numbers.length === 1 && one && named === 0) return one.length > 2 ? dated(one, month) : 'not_a_date';
  if (numbers.length === 2 && one && other && named < 2) return one.length <= 2 ? dated(other, month, one) : 'not_a_date';
  return 'not_a_date';
}

/** The left half of "22 to 24 Oct 2018" or "30/10 - 2/11/2018": what it leaves out, the right half says. */
function inherited(text: string, from: DatePoint): Single {
  if (from.day !== undefined && /^\d{1,2}(?:st|nd|rd|th)?$/u.test(text)) return dated(String(from.year), from.month, String(Number.parseInt(text, 10)));
  if (from.day !== undefined && /^\d{1,2}[/.]\d{1,2}$/u.test(text)) return single(text.replace(/[/.]/gu, '/') + `/${from.year}`);
  if (from.day !== undefined || (from.month !== undefined && monthOf(text) !== undefined)) return single(`${text} ${from.year}`);
  return 'not_a_date';
}

const start = ({ year, month = 1, day = 1 }: DatePoint) => year * 10_000 + month * 100 + day;

function pair(text: string, kind: 'range' | 'either', separator: RegExp): { ok: string } | { refused: DateFault } | undefined {
  for (const found of text.matchAll(separator)) {
    const right = single(text.slice(found.index + found[0].length).trim());
    if (typeof right === 'string') continue;
    const left = text.slice(0, found.index).trim();
    const own = single(left);
    const from = typeof own === 'string' ? inherited(left, right) : own;
    if (typeof from === 'string') continue;
    const [a, b] = [pointToEdtf(from), pointToEdtf(right)];
    if (kind === 'range' && start(from) > start(right)) return { refused: 'ends_before_start' };
    const edtf = kind === 'range' ? `${a}/${b}` : `[${[a, b].sort().join(',')}]`;
    if (isLegalDate(edtf)) return { ok: edtf };
  }
  return undefined;
}

/**
 * What people type → EDTF: "Mar 2025", "c. 2019", "22-24/10/2018", "10 June 2025", "2025-03-10", "10/6/2025" (the day comes
 * first), "13 or 25 Apr 2022". Blank is a date not known. Nothing is filled in that was not said; months in English, Spanish,
 * French and Portuguese.
 */
export function parseLegalDate(typed: string): { ok: string } | { refused: DateFault } {
  const asTyped = typed.trim();
  if (isLegalDate(asTyped)) return { ok: asTyped };
  if (asTyped.length > 60) return { refused: 'not_a_date' };
  const text = asTyped.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/[‐-―−]/gu, '-').replace(/\s+/gu, ' ').replace(/[.,]+$/u, '');
  const roughly = /^(?:~|(?:c|ca|circa|about|around|approx|approximately|vers|hacia|cerca de)(?:\. ?| |(?=\d)))\s*/u.exec(text);
  if (roughly) {
    const at = single(text.slice(roughly[0].length));
    return typeof at === 'string' ? { refused: at } : { ok: `${pointToEdtf(at)}~` };
  }
  const at = single(text);
  if (typeof at !== 'string') return { ok: pointToEdtf(at) };
  return pair(text, 'either', / (?:or|o|ou) /gu) ?? pair(text, 'range', / (?:to|until|a|au|al|ate) | - |-/gu) ?? { refused: at };
}
