import { z } from 'zod';
import { checkAt, type FaultAt, fieldOf } from './faults.ts';
import { slugPattern, textFault } from './text.ts';

/**
 * Pieces of which the records of the library's files are made. A file's text is taken exactly as it stands (no trimming, no
 * normalising), because what goes out must equal what came in; what would break a page or the database is refused.
 */
const asIs = (kind: 'line' | 'paragraph', max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .superRefine((text, ctx) => {
      const fault = textFault(text, kind);
      if (fault !== undefined) ctx.addIssue({ code: 'custom', message: fault });
    });
export const fileLine = (max: number) => asIs('line', max);
export const fileText = (max: number) => asIs('paragraph', max);
export const fileSlug = asIs('line', 120).refine((text) => slugPattern.test(text), 'not_a_slug');
/** "null means not known"; a field that is left out is not known either. */
export const known = <T extends z.ZodType>(schema: T) => schema.nullable().default(null as z.output<T> & null);
/** "An empty list means none known"; so does a list that is left out. */
export const listOf = <T extends z.ZodType>(schema: T) => z.array(schema).max(500).default([]);
/** A list in which each entry may stand once. */
export const setOf = <T extends z.ZodType>(schema: T) => listOf(schema).refine((list) => new Set(list).size === list.length, 'repeated');
const isWebAddress = (text: string) => /^https?:\/\//iu.test(text) && URL.canParse(text);
export const webAddress = fileLine(2000).refine(isWebAddress, 'not_a_web_address');
/** BCP 47, in the plain forms the files use: `sw`, `zh-Hant`. */
export const languageTag = fileLine(35).refine((text) => /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u.test(text), 'not_a_language');

/** Names of the files where they are not just the record's name in snake_case. */
const fileNames: Readonly<Record<string, string>> = {
  filedOn: 'filing_date', decidedOn: 'decision_date', findings: 'tests', limb: 'test', summary: 'holding_summary', target: 'case', prefLabel: 'prefLabel',
};
/** `shortName` → `short_name`: the record's name of a field as the files write it. */
export const fileName = (key: string): string => fileNames[key] ?? key.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);

/** What else a file says: kept, never dropped. Any JSON that the database can hold. */
export type Extra = Record<string, unknown>;
const extraText = 100_000;
/** The first thing in it that cannot be kept, with the way to it. */
function extraFault(value: unknown, path: PropertyKey[] = []): { reason: string; path: PropertyKey[] } | undefined {
  if (path.length > 20) return { reason: 'too_deep', path: path.slice(0, 1) };
  const reason = typeof value === 'string' ? textFaultOfJson(value) : typeof value === 'number' && !Number.isFinite(value) ? 'too_large' : undefined;
  if (reason !== undefined) return { reason, path };
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, each] of Object.entries(value)) {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    const keyFault = key === '__proto__' ? 'unknown_field' : textFaultOfJson(key);
    const fault = keyFault === undefined ? extraFault(each, at) : { reason: keyFault, path: at };
    if (fault) return fault;
  }
  return undefined;
}
const textFaultOfJson = (text: string) => (!text.isWellFormed() ? 'broken_character' : text.includes('\0') ? 'control_character' : undefined);
const extra = z.custom<Extra>().superRefine((value, ctx) => {
  const fault = extraFault(value) ?? (JSON.stringify(value).length > extraText ? { reason: 'too_long', path: [] } : undefined);
  if (fault) ctx.addIssue({ code: 'custom', message: fault.reason, path: fault.path, params: fault.reason === 'too_long' ? { max: extraText } : {} });
});

const isPlain = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
/** A record of a file: its fields under our names, the rest in `extra`. */
export function fileRecord<S extends z.ZodRawShape>(shape: S) {
  const names = new Map(Object.keys(shape).map((key) => [fileName(key), key]));
  const sorted = (raw: unknown) => {
    if (!isPlain(raw)) return raw;
    const entries = Object.entries(raw);
    return {
      ...Object.fromEntries(entries.flatMap(([key, value]) => (names.has(key) ? [[names.get(key) as string, value]] : []))),
      extra: Object.fromEntries(entries.filter(([key]) => !names.has(key))),
    };
  };
  return z.preprocess(sorted, z.object({ ...shape, extra }));
}

/** The path of a fault as the file has it: the names of the files, and no `extra`, which is ours alone. */
function pathInFile(path: readonly PropertyKey[]): PropertyKey[] {
  const free = path.findIndex((step) => step === 'extra' || step === 'prefLabel'); // below these the keys are the file's own
  const named = path.slice(0, free < 0 ? undefined : free).map((step) => (typeof step === 'string' ? fileName(step) : step));
  return free < 0 ? named : [...named, ...path.slice(free + (path[free] === 'extra' ? 1 : 0))];
}
const valueAt = (raw: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce((at, step) => (typeof at === 'object' && at !== null && Object.hasOwn(at, step) ? (at as Record<PropertyKey, unknown>)[step] : undefined), raw);

/** One thing wrong with a record: where, as a code what, and everything it takes to say so in a sentence. */
export type RecordFault = Omit<FaultAt, 'path'> & { field: string; value?: unknown };
export type Read<T> = { ok: T } | { refused: RecordFault[] };
/** Reads one raw record; faults carry the file's own field names and the value that stands there. */
export function readWith<T extends z.ZodType>(schema: T, raw: unknown): Read<z.output<T>> {
  const result = checkAt(schema, raw);
  if ('ok' in result) return result;
  return { refused: result.faults.map(({ path, ...fault }) => { const at = pathInFile(path); return { ...fault, field: fieldOf(at), value: valueAt(raw, at) }; }) };
}

/** A record that was refused, as the import's report names it. */
export type RefusedRecord = RecordFault & { record: string };

function nameIn(raw: unknown, key: string, at: number): string {
  const found = isPlain(raw) ? raw[key] : undefined;
  return typeof found === 'string' && found.length > 0 && found.length <= 120 && textFault(found, 'line') === undefined ? found : `#${at + 1}`;
}

/**
 * Reads a whole file of records. A faulty record is refused alone and named by its slug, or by its place (`#3`) when it has
 * none; of two with the same slug the second is refused. A file that is no list is refused as a whole.
 */
export function readRecords<T>(
  raws: unknown, read: (raw: unknown) => Read<T>, keyOf: (record: T) => string, key = 'slug',
): { records: T[]; refused: RefusedRecord[] } {
  if (!Array.isArray(raws)) return { records: [], refused: [{ record: '', field: '', reason: 'wrong_type', expected: 'array', value: raws }] };
  const records = new Map<string, T>();
  const refused: RefusedRecord[] = [];
  for (const [at, raw] of raws.entries()) {
    const result = read(raw);
    if ('refused' in result) refused.push(...result.refused.map((fault) => ({ record: nameIn(raw, key, at), ...fault })));
    else if (records.has(keyOf(result.ok))) refused.push({ record: keyOf(result.ok), field: key, reason: 'repeated', value: keyOf(result.ok) });
    else records.set(keyOf(result.ok), result.ok);
  }
  return { records: [...records.values()], refused };
}
