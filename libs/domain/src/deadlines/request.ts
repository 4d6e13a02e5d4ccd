import { z } from 'zod';
import { readEdtf, type EdtfFault } from './edtf.ts';
import { isoDay, PeriodUnit, periodLength, Roll, TriggerBasis, longestPeriod } from './rule.ts';

/**
 * What is asked of the engine, checked at the edge (API, command): `check(deadlineRequest, input)` names every field that is wrong.
 * Behind this check nothing throws.
 */

/** A trigger as read: a day of the forum, perhaps with an hour, or the days it may have been; null when nothing says how early it can have been. */
export type ReadTrigger = { day: Temporal.PlainDate; at?: Temporal.ZonedDateTime } | { from: Temporal.PlainDate; to: Temporal.PlainDate } | null;

const withHour = /^(\d{4}-\d\d-\d\d)T(.*)$/su;
const dateTime = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(Z|[+-]\d\d(?::\d\d)?)?$/u;
/** Forums whose seasons are those of the south. */
const southern = (zone: string) => /^(?:Africa\/(?:Johannesburg|Maseru)|America\/(?:Argentina|Lima|Sao_Paulo)|Indian\/Mauritius|Australia|Pacific\/Auckland)/u.test(zone);

/** A local date with an hour, or an instant, by the forum's clock; undefined when there is no such hour. */
function hourOf(text: string, zone: string): Temporal.ZonedDateTime | undefined {
  const offset = dateTime.exec(text)?.[2];
  try {
    if (!dateTime.test(text)) return undefined;
    return offset === undefined ? Temporal.PlainDateTime.from(text).toZonedDateTime(zone) : Temporal.Instant.from(text).toZonedDateTimeISO(zone);
  } catch {
    return undefined; // +99:00 is no offset
  }
}

export type TriggerFault = EdtfFault | 'no_such_hour';
/** Why a trigger cannot be read; undefined when it can. */
export function triggerFault(text: string): TriggerFault | undefined {
  const [, day] = withHour.exec(text) ?? [];
  const read = readEdtf(day ?? text);
  if (typeof read === 'string') return read;
  return day === undefined || hourOf(text, 'Etc/UTC') ? undefined : 'no_such_hour';
}

/**
 * A date in EDTF, a local date with an hour (`2026-03-28T10:00`) or an instant (`2026-03-28T10:00-05:00`) → the day in the forum's
 * zone (step 3), or the days it may be. Throws RangeError on a text that `triggerFault` refuses.
 */
export function readTrigger(text: string, zone: string): ReadTrigger {
  const at = hourOf(text, zone);
  const days = readEdtf(at ? text.slice(0, 10) : text, southern(zone));
  if (typeof days === 'string') throw new RangeError(`Not a date to count from: ${JSON.stringify(text.slice(0, 60))}`);
  if (at) return { day: at.toPlainDate(), at };
  if (days.from === null) return null;
  const from = Temporal.PlainDate.from(days.from);
  return days.exact ? { day: from } : { from, to: Temporal.PlainDate.from(days.to ?? '2999-12-31') };
}

export const triggerText = z.string().max(60, 'too_long').superRefine((text, ctx) => {
  const message = triggerFault(text);
  if (message) ctx.addIssue({ code: 'custom', message });
});
const dayOrHour = z.string().refine((text) => isoDay.safeParse(text).success || (isoDay.safeParse(text.slice(0, 10)).success && hourOf(text, 'Etc/UTC') !== undefined), 'no_such_day');
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
  not_a_date: 'Write a date in EDTF: 2025-06-10, or roughly 2025-06, 2025-21 (spring), 2025, 202X, 2025-03~ (about), 2025-03-01/2025-03-09, 2015/.., unknown.',
  no_such_day: 'That day does not exist: look at the day and the month again.',
  no_such_hour: 'Write the hour as 2026-03-28T10:00, with +03:00 or Z after it where it is not the court\'s own clock.',
  year_out_of_range: 'Days are counted in the years 1000 to 2999: look at the year again.',
  too_long: 'That is longer than anything that is read here: shorten it.',
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
