import type { z } from 'zod';

/** One thing wrong with what was sent: where (`goals[0].text`) and what, as a code that the client turns into words. */
export type Fault = { field: string; reason: string; max?: number };
export type Checked<T> = { ok: T } | { refused: Fault[] };

type Issue = { code?: string; input?: unknown; origin?: string };
const missing = (input: unknown) => input === undefined || input === null;

/** zod's own codes in the words of ours; a rule that named its code keeps it. */
function reasonOf({ code, input, origin }: Issue): string {
  if (code === 'invalid_type' || code === 'invalid_union') return missing(input) ? 'required' : 'wrong_type';
  if (code === 'invalid_value') return missing(input) ? 'required' : 'unknown_code';
  if (code === 'too_big') return origin === 'string' ? 'too_long' : origin === 'array' ? 'too_many' : 'too_large';
  if (code === 'too_small') return origin === 'string' ? 'required' : origin === 'array' ? 'too_few' : 'too_small';
  if (code === 'unrecognized_keys') return 'unknown_field';
  return missing(input) ? 'required' : 'wrong_format';
}

/** `['goals', 0, 'text']` → `goals[0].text`. */
export const fieldOf = (path: readonly PropertyKey[], name: (key: string) => string = (key) => key): string =>
  path.map((step, at) => (typeof step === 'number' ? `[${step}]` : `${at === 0 ? '' : '.'}${name(String(step))}`)).join('');

/** Checks any input against a schema. All faults at once, each with its field; never throws for bad input. */
export function check<T extends z.ZodType>(schema: T, input: unknown): Checked<z.output<T>> {
  const result = schema.safeParse(input, { error: reasonOf });
  if (result.success) return { ok: result.data };
  return {
    refused: result.error.issues.flatMap((issue): Fault[] => {
      if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ field: fieldOf([...issue.path, key]), reason: issue.message }));
      const params = issue.code === 'custom' ? issue.params : undefined;
      const max = issue.code === 'too_big' ? Number(issue.maximum) : (params?.['max'] as number | undefined);
      return [{ field: fieldOf(issue.path), reason: issue.message, ...(max === undefined ? {} : { max }) }];
    }),
  };
}
