import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'What came in with the data and has no column of its own yet. `json` is the value as JSON text.' })
export class ExtraField {
  @Field(() => String) name!: string;
  @Field(() => String) json!: string;
}

/**
 * Leftovers of a record and of its parts as fields of an answer, in the order they came in, each named by its place (`sources[0].archived`).
 * `shown` names those that have a field already. A stored part keeps its own leftovers under `extra`, a row of a table under `leftovers`.
 */
export function extraFields(extra: Record<string, unknown>, { shown = [], parts = {} }: { shown?: readonly string[]; parts?: Record<string, unknown> } = {}): ExtraField[] {
  const own = Object.entries(extra).filter(([name]) => !shown.includes(name));
  return [...own, ...Object.entries(parts).flatMap(([name, part]) => within(part, name))].map(([name, value]) => ({ name, json: JSON.stringify(value) }));
}

function within(part: unknown, at: string): [string, unknown][] {
  if (Array.isArray(part)) return part.flatMap((each, i) => within(each, `${at}[${i}]`));
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, value]): [string, unknown][] => (
    name === 'extra' || name === 'leftovers' ? Object.entries(value as object).map(([key, left]): [string, unknown] => [`${at}.${key}`, left]) : within(value, `${at}.${name}`)));
}
