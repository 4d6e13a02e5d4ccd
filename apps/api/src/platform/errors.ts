import { GraphQLError } from 'graphql';

/** The closed list of codes an answer may carry. What one may not see and what does not exist are both NOT_FOUND. */
export type Code = 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'INVALID' | 'CONFLICT' | 'STALE' | 'TOO_MANY' | 'UNAVAILABLE' | 'INTERNAL';
/** Which field is at fault and how, in a code that the client turns into words (`too_long`, `taken`, `unknown`, …). */
export interface FieldFault { field: string; problem: string; /** What would be possible instead, as codes. */ may?: string[] }

const words: Record<Code, string> = {
  UNAUTHENTICATED: 'Sign in to go on.',
  FORBIDDEN: 'You may read this, but not change it.',
  NOT_FOUND: 'This does not exist, or you cannot read it.',
  INVALID: 'Something in the request cannot be taken as it is.',
  CONFLICT: 'This clashes with what is already there.',
  STALE: 'Somebody else changed this meanwhile.',
  TOO_MANY: 'Too many tries. Wait a little and try again.',
  UNAVAILABLE: 'The database does not answer right now. Nothing is lost; try again.',
  INTERNAL: 'Something went wrong on our side. Nothing was saved.',
};

/** The same codes in plain HTTP. */
export const statusOf: Readonly<Record<Code, number>> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, NOT_FOUND: 404, INVALID: 400, CONFLICT: 409, STALE: 409, TOO_MANY: 429, UNAVAILABLE: 503, INTERNAL: 500 };

export class AppError extends Error {
  readonly code: Code;
  readonly fields: FieldFault[];
  /** With STALE: the record as it stands now. */
  readonly current: unknown;
  /** CONFLICT that goes away when the same thing is simply tried again. */
  readonly retryable: boolean;
  constructor(code: Code, message?: string | null, extra: { fields?: FieldFault[]; cause?: unknown; current?: unknown; retryable?: boolean } = {}) {
    super(message ?? words[code], { cause: extra.cause });
    this.code = code;
    this.fields = extra.fields ?? [];
    this.current = extra.current;
    this.retryable = extra.retryable ?? false;
  }
  /** What goes out with the answer: the code, the faults, never the cause. */
  get extensions(): Record<string, unknown> {
    return { code: this.code, ...(this.fields.length ? { fields: this.fields } : {}), ...(this.retryable ? { retryable: true } : {}) };
  }
}

const bySqlState: Record<string, [Code, string?]> = {
  '42501': ['FORBIDDEN'], '25006': ['FORBIDDEN'],
  '23505': ['CONFLICT', 'taken'], '23P01': ['CONFLICT', 'taken'],
  '23503': ['INVALID', 'unknown'], '23514': ['INVALID', 'refused'], '23502': ['INVALID', 'required'],
  '22001': ['INVALID', 'too_long'], '22003': ['INVALID', 'out_of_range'], '22007': ['INVALID', 'not_a_date'], '22008': ['INVALID', 'not_a_date'], '22009': ['INVALID', 'malformed'],
  '22021': ['INVALID', 'broken_character'], '22P02': ['INVALID', 'malformed'], '22P05': ['INVALID', 'broken_character'],
  '40001': ['CONFLICT'], '40P01': ['CONFLICT'], '55P03': ['CONFLICT'], '57014': ['UNAVAILABLE'],
};
const retryableStates = new Set(['40001', '40P01', '55P03']);
const away = /^(08|57P|53|58)|^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND)$/;

interface DriverFault { code?: string; constraint?: string; table?: string; column?: string; message?: string }

/** Every error that may reach a person passes here: SQLSTATE becomes a code and a field, the rest becomes INTERNAL and keeps its cause for the log. */
export function toAppError(e: unknown): AppError {
  if (e instanceof AppError) return e;
  if (e instanceof GraphQLError) return e.originalError ? toAppError(e.originalError) : new AppError('INVALID', e.message);
  const outer = (e ?? {}) as DriverFault & { driverError?: DriverFault };
  const d = outer.driverError ?? outer;
  const state = d.code ?? '';
  const known = bySqlState[state];
  if (known) {
    const [code, problem] = known;
    const field = d.constraint ? fieldOf(d.constraint, d.table) : d.column ? camel(d.column) : '';
    return new AppError(code, null, { cause: e, retryable: retryableStates.has(state), ...(problem && field ? { fields: [{ field, problem: d.constraint && state === '23514' ? d.constraint : problem }] } : {}) });
  }
  if (away.test(state) || /Connection terminated|not queryable|connection timeout/i.test(d.message ?? '')) return new AppError('UNAVAILABLE', null, { cause: e });
  return new AppError('INTERNAL', null, { cause: e });
}

const camel = (s: string) => s.replace(/_([a-z])/g, (_, c: string) => c.toUpperCase());
/** `legal_case_short_name_check` of table `legal_case` → `shortName`. Constraints are named by us, since they become fields. */
function fieldOf(constraint: string, table: string | undefined): string {
  const bare = table && constraint.startsWith(`${table}_`) ? constraint.slice(table.length + 1) : constraint;
  return camel(bare.replace(/_(check|key|fkey|idx)$/, ''));
}
