/** One field that differs, as the database kept it. */
export interface Difference { field: string; was: unknown; became: unknown }
interface Entry { tableName: string; op: string; was: string | null; became: string | null }

/** What no reader asks for: keys of the machine, and what the entry says in its own words. */
const inner = new Set(['id', 'legal_case_id', 'created_at', 'updated_at', 'version', 'sent', 'demo', 'created_by', 'logged_by', 'granted_by', 'principal', 'sort_key', 'normalised', 'ordinal', 'follows_id', 'time_zone']);
/** Rows below the case carry its level; only on the case itself does it say something. */
const hides = (table: string, field: string) => inner.has(field) || (field === 'level' && table !== 'legal_case');

const read = (json: string | null): Record<string, unknown> => (json ? (JSON.parse(json) as Record<string, unknown>) : {});
const empty = (value: unknown) => value === null || value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0);

/** The fields of an entry that say something to a person, in a steady order. Adding shows what came, removing what went. */
export function differences({ tableName, was, became }: Entry): Difference[] {
  const before = read(was), after = read(became);
  return [...new Set([...Object.keys(after), ...Object.keys(before)])].filter((field) => !hides(tableName, field))
    .map((field) => ({ field, was: before[field] ?? null, became: after[field] ?? null })).filter((each) => !(empty(each.was) && empty(each.became)));
}

/** A change of nothing but the machine's own columns, such as the level that follows the case, is no news. */
export const says = (entry: Entry): boolean => entry.op !== 'change' || differences(entry).length > 0;

/** Entries that belong together: one act of one person, written within a moment, such as an event and its note. */
export function actsOf<T extends { actor: string | null; at: string }>(entries: readonly T[]): T[][] {
  const acts: T[][] = [];
  for (const entry of entries) {
    const last = acts.at(-1)?.at(-1);
    if (last && last.actor === entry.actor && Math.abs(Date.parse(last.at) - Date.parse(entry.at)) < 1500) acts.at(-1)?.push(entry);
    else acts.push([entry]);
  }
  return acts;
}
