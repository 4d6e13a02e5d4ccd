import { z } from 'zod';
import { isLegalDate, precisionOf, rangeOf } from '../legal-date.ts';
import { isoDay, PeriodUnit, periodLength, Roll, TriggerBasis, longestPeriod } from './rule.ts';

/**
 * What is asked of the engine, checked at the edge (API, command): `check(deadlineRequest, input)` names every field that is wrong.
 * Behind this check nothing throws.
 */

/** A trigger as read: a day of the forum, perhaps with an hour, or the days it may have been; null when nothing is known. */
export type ReadTrigger = { day: Temporal.PlainDate; at?: Temporal.ZonedDateTime } | { from: Temporal.PlainDate; to: Temporal.PlainDate } | null;

const dateTime = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(Z|[+-]\d\d:\d\d)?$/u;
const isDateTime = (text: string) => {
  const found = dateTime.exec(text);
  return found !== null && isLegalDate(found[1] ?? '');
};

/** Why a trigger cannot be read; undefined when it can. */
export function triggerFault(text: string): 'not_a_date' | 'no_such_day' | undefined {
  if (isLegalDate(text) || isDateTime(text)) return undefined;
  return /^\[?\d{4}-\d\d(-\d\d)?(T[\d:.+Z-]*)?(~|[/,][\d-]+\]?)?$/u.test(text) ? 'no_such_day' : 'not_a_date';
}

/**
 * A LegalDate (EDTF), a local date with an hour (`2026-03-28T10:00`) or an instant (`2026-03-28T10:00-05:00`) → the day in the
 * forum's zone (step 3). Throws RangeError on a text that `triggerFault` refuses.
 */
export function readTrigger(text: string, zone: string): ReadTrigger {
  const written = dateTime.exec(text);
  if (written && isDateTime(text)) {
    const at = written[3] ? Temporal.Instant.from(text).toZonedDateTimeISO(zone) : Temporal.PlainDateTime.from(text).toZonedDateTime(zone);
    return { day: at.toPlainDate(), at };
  }
  const range = rangeOf(text);
  if (!range) return null;
  if (precisionOf(text) === 'day') return { day: Temporal.PlainDate.from(text) };
  return { from: Temporal.PlainDate.from(range.from), to: Temporal.PlainDate.from(range.to) };
}

export const triggerText = z.string().max(60, 'too_long').superRefine((text, ctx) => {
  const message = triggerFault(text);
  if (message) ctx.addIssue({ code: 'custom', message });
});
const dayOrHour = z.string().refine((text) => isDateTime(text) || isoDay.safeParse(text).success, 'no_such_day');
const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u, 'wrong_format');
export const timeZone = z.string().max(60, 'too_long').refine((zone) => {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return /^[A-Z][\w+-]*(\/[\w+-]+)*$/u.test(zone);
  } catch {
    return false;
  }
}, 'unknown_zone');
const span = (open: boolean) => (value: { from: string; to?: string | null | undefined }, ctx: z.RefinementCtx) => {
  if (value.to == null ? !open : value.to < value.from) ctx.addIssue({ code: 'custom', message: value.to == null ? 'required' : 'ends_before_start', path: ['to'] });
};

/** A number of days, weeks, months, years or hours that a court gave or a person typed: 1 to 3650. */
export const givenPeriod = z.strictObject({ n: periodLength, unit: z.enum(PeriodUnit) });
export type GivenPeriod = z.output<typeof givenPeriod>;

/** Time somebody certified, both days included. `proved`: what the rule asks for has been proved. */
const exclusion = z.strictObject({ from: isoDay, to: isoDay, what: z.string().max(300, 'too_long').optional(), proved: z.boolean().default(false) }).superRefine(span(false));
/** The clock stands still from `from` and runs again on `to`; null while the stay lasts. */
const stay = z.strictObject({ from: isoDay, to: isoDay.nullable(), what: z.string().max(300, 'too_long').optional() }).superRefine(span(true));
/** A court gave more time (or less): by a period, or to a day. */
const extension = z.strictObject({ order: z.string().min(1, 'required').max(300, 'too_long'), on: isoDay.optional(), by: givenPeriod.optional(), to: dayOrHour.optional() })
  .superRefine((value, ctx) => {
    if ((value.by === undefined) === (value.to === undefined)) ctx.addIssue({ code: 'custom', message: 'one_of_by_and_to', path: ['to'] });
  });
export type Extension = z.output<typeof extension>;

export const deadlineOptions = z.strictObject({
  /** The legally relevant date, where it is not the trigger itself: the day of the final decision, say, when time runs from its service. */
  relevantOn: triggerText.optional(),
  exclude: z.array(exclusion).max(50, 'too_many').default([]),
  stays: z.array(stay).max(50, 'too_many').default([]),
  extensions: z.array(extension).max(50, 'too_many').default([]),
  /** The event a long stop runs from: the judgment, for a revision. */
  longStopFrom: isoDay.optional(),
  /** For elapsed time where nothing is fixed. The engine itself never looks at a clock. */
  today: isoDay.optional(),
});
export type DeadlineOptions = z.output<typeof deadlineOptions>;

export const trigger = z.strictObject({
  on: triggerText, basis: z.enum(TriggerBasis).nullish().transform((basis) => basis ?? null),
  /** False: the day of service is claimed, not proved (invariant 11). */
  confirmed: z.boolean().default(true),
});
export type Trigger = z.output<typeof trigger>;
export type TriggerInput = z.input<typeof trigger>;

/** Time set by an order: within a period from a day, or by a day. Nothing moves it unless the order says so. */
export const orderedTime = z.strictObject({
  order: z.string().min(1, 'required').max(300, 'too_long'), zone: timeZone,
  within: givenPeriod.optional(), from: triggerText.optional(), by: dayOrHour.optional(),
  countsTriggerDay: z.boolean().default(false), roll: z.enum(Roll).default('none'), cutOff: hour.optional(),
  stays: deadlineOptions.shape.stays, extensions: deadlineOptions.shape.extensions,
}).superRefine((value, ctx) => {
  const fault = (message: string, path: string) => ctx.addIssue({ code: 'custom', message, path: [path] });
  if ((value.within === undefined) === (value.by === undefined)) fault('one_of_within_and_by', 'within');
  if (value.within && value.from === undefined) fault('required', 'from');
});
export type OrderedTime = z.output<typeof orderedTime>;
export type OrderedTimeInput = z.input<typeof orderedTime>;

const remedies: Readonly<Record<string, string>> = {
  not_a_date: 'Write a date such as 2025-06-10, 2025-06, 2025 or 2025-03~ (about), or a range 2025-03-01/2025-03-09.',
  no_such_day: 'That day does not exist: look at the day and the month again.',
  period_too_short: 'A period is at least 1.',
  period_too_long: `A period is at most ${longestPeriod}: check the number, or enter the last day itself.`,
  ends_before_start: 'The end lies before the start: change one of them.',
  unknown_zone: 'Name the court\'s time zone as in the IANA list, for instance Africa/Nairobi.',
  unknown_code: 'Choose one of the codes that the rule lists.',
  one_of_within_and_by: 'Give either a period and the day it runs from, or the last day.',
  one_of_by_and_to: 'Give either how much longer, or the new last day.',
  calendar_needed: 'Working days and moved days need a court calendar: choose one.',
  required: 'This is needed.',
  wrong_type: 'This is not of the right kind.',
  wrong_format: 'Write the hour as 16:00.',
};
/** How to mend what `check` refused, in plain English. */
export const remedyFor = (reason: string): string => remedies[reason] ?? 'Look at this again.';
