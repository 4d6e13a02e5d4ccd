import type { RecordFault, RefusedRecord } from '@amparo/domain';
import type { JsonFile } from './library-file.ts';

/** Why a record was not taken: `record` is its slug or its place (`#3`), `field` the way to the fault (both empty when it is the whole file), `reason` a sentence with the value and the remedy. */
export interface Refusal { file: string; record: string; field: string; reason: string }

const most = 80;
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const unseen = /[\u0000-\u001f\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
/** Text for one line of a terminal: whatever cannot be seen, or would steer the terminal, stands as its escape. */
export const visible = (text: string): string => text.replace(unseen, (c) => `\\u${(c.codePointAt(0) as number).toString(16).padStart(4, '0')}`);
/** The same, no longer than a line bears; around `at`, where something is to be seen there. */
export function shown(text: string, at = 0): string {
  const from = at > most / 2 ? at - most / 4 : 0;
  const points = Array.from(text.slice(from, from + 2 * most + 2)); // whole characters: never one that was cut in half here
  if (from > 0 && /\p{Cs}/u.test(points[0] ?? '')) points.shift();
  return `${from > 0 ? '…' : ''}${visible(points.slice(0, most).join(''))}${points.length > most ? '…' : ''}`;
}
const quoted = (value: unknown, at = 0): string => (typeof value === 'string' ? `“${shown(value, at)}”` : shown(JSON.stringify(value) ?? 'nothing'));

const kinds: Readonly<Record<string, string>> = { string: 'text in quotation marks', number: 'a number', int: 'a whole number', boolean: 'true or false', array: 'a list in [ ]', object: 'an object in { }' };
const plural = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`;
const oneOf = (codes: readonly string[]) => `one of ${codes.join(', ')}`;

/** A fault as a sentence: what stands there, what is wrong with it, what to do. */
export function sentenceOf({ reason, field, value, max, min, expected, allowed, scheme }: RecordFault): string {
  const it = quoted(value);
  switch (reason) {
    case 'required': return value === '' ? 'It is empty, but has to be given: fill it in.' : value === undefined || value === null ? 'It is missing, but has to be given: add it.' : `${it} lacks what has to stand here: add it.`;
    case 'wrong_type': return `${it} is ${Array.isArray(value) ? 'a list' : value === null ? 'null' : typeof value === 'object' ? 'an object' : typeof value === 'string' ? 'text' : `a ${typeof value}`}, where ${kinds[expected ?? ''] ?? 'something else'} belongs: write that instead.`;
    case 'unknown_code': return `${it} is not a code known here: use ${allowed ? oneOf(allowed) : scheme ? `a code of the vocabulary “${scheme}” in vocabularies.json` : 'an id that stands in the same list'}.`;
    case 'unknown_court': return `${it} is no court of the library: correct the slug, or bring the court along with --courts FILE.`;
    case 'unknown_system': return `${it} is no ID system of the library: correct the slug, or bring the system along with --systems FILE.`;
    case 'unknown_country': return `${it} is neither a country’s code in ISO 3166-1 (two capital letters, such as KE) nor an international body of the library: correct it.`;
    case 'no_such_day': return `${it} is not in the calendar: correct the date.`;
    case 'not_a_date': return `${it} is not a date: write 2023, 2023-02 or 2023-02-28, with the precision beside it.`;
    case 'precision_mismatch': return `${it} does not have the precision that stands beside it: a day is written 2023-02-28, a month 2023-02, a year 2023; correct one of the two.`;
    case 'repeated': return Array.isArray(value) ? `${it} names an entry more than once: keep one of them.` : `${it} stands in this file more than once, and the first was taken: remove this one, or give it a name of its own.`;
    case 'parent_circle': return `${it} leads in a circle back to where it began: correct one of the parents.`;
    case 'too_long': return `It is ${(typeof value === 'string' ? value : JSON.stringify(value)).length} characters long, ${max} at most are kept: shorten ${it}.`;
    case 'too_many': return `It holds ${plural((value as unknown[]).length, 'entry').replace('entrys', 'entries')}, ${max} at most are kept: split or shorten the list, which begins ${it}.`;
    case 'too_large': return max === undefined ? 'The number is larger than any that can be kept: write it as text.' : `${it} is too large, ${max} at most: correct it.`;
    case 'too_small': return `${it} is too small, ${min} at least: correct it.`;
    case 'control_character': case 'broken_character': case 'direction_override': {
      const text = typeof value === 'string' && hidden[reason].test(value) ? value : lastOf(field); // else the name of the field holds it
      return `${characters[reason]}: ${quoted(text, text.search(hidden[reason]))}. Remove it.`;
    }
    case 'not_a_slug': return `${it} is not a slug: write small letters a–z and digits, words joined by single hyphens, such as ke-high-court.`;
    case 'not_a_language': return `${it} is not a language tag: write it as in BCP 47, such as sw or zh-Hant.`;
    case 'not_a_web_address': return `${it} is not a web address: write it whole, beginning with https:// or http://.`;
    case 'unknown_field': return `“${shown(lastOf(field))}” cannot be the name of a field: rename or remove it.`;
    case 'too_deep': return 'Lists and objects lie more than 20 deep in each other: flatten them.';
    default: return `${it} is not written as it has to be (${reason}): compare it with the same field of a record of the library.`;
  }
}

const characters = { control_character: 'It holds a control character', broken_character: 'It holds half of a character', direction_override: 'It holds a mark that turns the direction of the text' } as const;
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const hidden = { control_character: /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/u, broken_character: /\p{Cs}/u, direction_override: /[\u202a-\u202e\u2066-\u2069]/u } as const;
const lastOf = (field: string): string => field.slice(field.lastIndexOf('.') + 1);

/** The lines of a report for records that were not taken. */
export const refusalsOf = (file: JsonFile, refused: readonly RefusedRecord[]): Refusal[] =>
  refused.map(({ record, ...fault }) => ({ file: file.name, record, field: visible(fault.field), reason: sentenceOf(fault) }));

/** What the database does not take although it is in order as a record. */
export const refusedByDatabase = (file: JsonFile, record: string, { message, column, constraint }: { message: string; column?: string | undefined; constraint?: string | undefined }): Refusal => ({
  file: file.name, record, field: column ?? '', reason: `The database does not take this record: ${shown(message)}${constraint ? ` (${constraint})` : ''}. ${/too long|too large/u.test(message) ? 'Shorten its longest texts.' : 'Compare it with a record of the library.'}`,
});
