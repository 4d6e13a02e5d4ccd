import { z } from 'zod';
import { noneTwice, timeZone } from '../input-parts.ts';
import { id, line } from '../text.ts';
import { deadlineOptions, triggerText } from './request.ts';
import { isoDay, periodLength, PeriodUnit, Roll, TriggerBasis } from './rule.ts';

/** A deadline of a case as people write it: for form, API and preview. What the engine itself checks is checked by its own schemas. */
export const deadlineKinds = ['rule', 'order', 'manual'] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];
export const deadlineStates = ['open', 'met', 'extended', 'missed', 'moot', 'not_computable'] as const;
export type DeadlineState = (typeof deadlineStates)[number];

const empty = <T extends z.ZodType>(of: T) => z.preprocess((value) => (value === '' ? null : value), of.nullish());
const dayOrHour = z.string().regex(/^\d{4}-\d\d-\d\d(T([01]\d|2[0-3]):[0-5]\d)?$/u, 'not_a_date').refine((text) => isoDay.safeParse(text.slice(0, 10)).success, 'no_such_day');
const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u, 'wrong_format');

const question = {
  kind: z.enum(deadlineKinds),
  ruleId: empty(z.string().max(20, 'too_long')),
  triggerOn: empty(triggerText), triggerBasis: empty(z.enum(TriggerBasis)), triggerEventId: empty(id),
  /** False: the day is claimed, not proved, so nothing is counted from it (invariant 11). */
  triggerConfirmed: z.boolean().nullish(),
  relevantOn: empty(triggerText), longStopFrom: empty(isoDay),
  exclude: deadlineOptions.shape.exclude.nullish(), stays: deadlineOptions.shape.stays.nullish(),
  order: empty(line(300)), periodN: periodLength.nullish(), periodUnit: empty(z.enum(PeriodUnit)), by: empty(dayOrHour),
  countsTriggerDay: z.boolean().nullish(), roll: empty(z.enum(Roll)), cutOff: empty(hour), zone: empty(timeZone), calendarId: empty(line(80)),
};
const whole = {
  title: empty(line(200)), proceedingId: empty(id), critical: z.boolean().nullish(), ownerId: empty(id),
};
type Question = z.output<z.ZodObject<typeof question>>;

function fits({ kind, ruleId, order, periodN, periodUnit, by, triggerOn, triggerEventId }: Question, ctx: z.RefinementCtx) {
  const fault = (message: string, path: string) => { ctx.addIssue({ code: 'custom', message, path: [path] }); };
  if (kind === 'rule') {
    if (!ruleId) fault('required', 'ruleId');
    return;
  }
  if (kind === 'order' && !order) fault('required', 'order');
  if (kind === 'manual' && !by) { fault('required', 'by'); return; }
  const period = typeof periodN === 'number';
  if (period && by) fault('one_of_within_and_by', 'by');
  else if (!period && !by) fault('one_of_within_and_by', 'periodN');
  if (period && !periodUnit) fault('required', 'periodUnit');
  if (period && !triggerOn && !triggerEventId) fault('required', 'triggerOn');
}
const titled = ({ kind, title }: { kind: DeadlineKind; title?: string | null | undefined }, ctx: z.RefinementCtx) => {
  if (kind !== 'rule' && !title) ctx.addIssue({ code: 'custom', message: 'required', path: ['title'] });
};

/** What to count, without a case: for a preview. The title is of no matter to the day. */
export const deadlineQuestion = z.strictObject({ ...question, legalCaseId: empty(id), proceedingId: whole.proceedingId }).superRefine(fits);
export type DeadlineQuestion = z.output<typeof deadlineQuestion>;
export const changeDeadline = z.strictObject({ ...question, ...whole }).superRefine(fits).superRefine(titled);
export type ChangeDeadline = z.output<typeof changeDeadline>;
/** `key` is the client's own: the same sent twice is one deadline. */
export const addDeadline = z.strictObject({ ...question, ...whole, legalCaseId: id, key: id.nullish() }).superRefine(fits).superRefine(titled);
export type AddDeadline = z.output<typeof addDeadline>;

/** "I have read it in …, and the day is …": the day may be another than the one counted. */
export const confirmDeadline = z.strictObject({ on: isoDay, source: line(500) });
export type ConfirmDeadline = z.output<typeof confirmDeadline>;

export const extendDeadline = z.strictObject({
  order: line(300), on: empty(isoDay), until: empty(dayOrHour), periodN: periodLength.nullish(), periodUnit: empty(z.enum(PeriodUnit)), decisionId: empty(id), reason: empty(line(1000)),
}).superRefine(({ until, periodN, periodUnit }, ctx) => {
  if (Boolean(until) === (typeof periodN === 'number')) ctx.addIssue({ code: 'custom', message: 'one_of_by_and_to', path: ['until'] });
  if (periodN && !periodUnit) ctx.addIssue({ code: 'custom', message: 'required', path: ['periodUnit'] });
});
export type ExtendDeadline = z.output<typeof extendDeadline>;

/** Met on a day, whenever it is typed in; moot; or open again. */
export const settleDeadline = z.strictObject({ outcome: z.enum(['met', 'moot', 'open']), on: empty(dayOrHour), note: empty(line(1000)) }).superRefine(({ outcome, on, note }, ctx) => {
  if (outcome === 'met' && !on) ctx.addIssue({ code: 'custom', message: 'required', path: ['on'] });
  if (outcome === 'moot' && !note) ctx.addIssue({ code: 'custom', message: 'required', path: ['note'] });
});
export type SettleDeadline = z.output<typeof settleDeadline>;

export const deadlineFilter = z.strictObject({
  legalCaseId: empty(id), ownerId: empty(id), organisationId: empty(id), mine: z.boolean().nullish(),
  statuses: z.array(z.enum(deadlineStates)).max(6, 'too_many').refine(noneTwice, 'repeated').nullish(), from: empty(isoDay), to: empty(isoDay),
}).nullish();
export type DeadlineFilter = NonNullable<z.output<typeof deadlineFilter>>;
