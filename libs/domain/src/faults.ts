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

/** A fault with its place as a path, and what the one who puts it into words may want to know. */
export type FaultAt = { path: readonly PropertyKey[]; reason: string; max?: number; min?: number; expected?: string; allowed?: readonly string[]; scheme?: string };

/** Checks any input against a schema. All faults at once, each with its path; never throws for bad input. */
export function checkAt<T extends z.ZodType>(schema: T, input: unknown): { ok: z.output<T> } | { faults: FaultAt[] } {
  const result = schema.safeParse(input, { error: reasonOf });
  if (result.success) return { ok: result.data };
  return {
    faults: result.error.issues.flatMap((issue): FaultAt[] => {
      const { path, message: reason } = issue;
      switch (issue.code) {
        case 'unrecognized_keys': return issue.keys.map((key) => ({ path: [...path, key], reason }));
        case 'too_big': return [{ path, reason, max: Number(issue.maximum) }];
        case 'too_small': return [{ path, reason, min: Number(issue.minimum) }];
        case 'invalid_type': return [{ path, reason, expected: issue.expected }];
        case 'invalid_value': return [{ path, reason, allowed: issue.values.map(String) }];
        case 'custom': return [{ path, reason, ...(issue.params as Partial<FaultAt> | undefined) }];
        default: return [{ path, reason }];
      }
    }),
  };
}

/** The same, each fault with its field as one word; no more than a client needs. */
export function check<T extends z.ZodType>(schema: T, input: unknown): Checked<z.output<T>> {
  const result = checkAt(schema, input);
  if ('ok' in result) return result;
  return { refused: result.faults.map(({ path, reason, max }) => ({ field: fieldOf(path), reason, ...(max === undefined ? {} : { max }) })) };
}
