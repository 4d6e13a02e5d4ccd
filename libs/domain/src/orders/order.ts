import { z } from 'zod';
import { longestPeriod, periodLength, PeriodUnit } from '../deadlines/rule.ts';
import type { Fault } from '../faults.ts';
import { language, noneTwice } from '../input-parts.ts';
import { compareLegalDates, precisionOf, rangeOf } from '../legal-date.ts';
import { knownLegalDate, optionalLegalDate } from '../legal-date-input.ts';
import { id, line, optionalLine, optionalParagraph } from '../text.ts';
import { codes, Remedy } from '../vocabulary.ts';

/**
 * What a court ordered, sentence by sentence (domain 2.2, OrderItem; invariants 6 and 8). Each operative sentence is a record
 * with its own words, day and life. An order stopped, varied or set aside says nothing about who won.
 */
export const OrderStatus = codes('in_force', 'stayed', 'varied', 'set_aside', 'discharged', 'expired');
export type OrderStatus = keyof typeof OrderStatus;

/** How an order says when: within a period, by a day, at once, once a condition is met, without a limit; or nobody has to act (a declaration). */
export const DueKind = codes('period', 'day', 'at_once', 'condition', 'no_limit', 'nothing_to_do');
export type DueKind = keyof typeof DueKind;
/** Where a period runs from. */
export const PeriodFrom = codes('decision', 'service', 'other');
export type PeriodFrom = keyof typeof PeriodFrom;
/** `unclear_day`: the order says days and not which. */
export const OrderPeriodUnit = { ...PeriodUnit, unclear_day: 'unclear_day' } as const;
export type OrderPeriodUnit = keyof typeof OrderPeriodUnit;

/** What may be written of an order. Flat on purpose: one form, one input type. */
export const orderItem = z.strictObject({
  id: id.nullish(),
  decisionId: id,
  /** The court's own number, or a letter of ours until its text is entered. */
  mark: optionalLine(12),
  ordinal: z.int().min(0).max(999).nullish(),
  /** Word for word. May come later; until then the place stays visibly empty. */
  words: optionalParagraph(20_000),
  wordsLanguage: language.nullish(),
  ourWords: line(500),
  type: z.enum(Remedy),
  addressee: optionalLine(300),
  dueKind: z.enum(DueKind),
  dueOn: optionalLegalDate,
  periodLength: periodLength.nullish(),
  periodUnit: z.enum(OrderPeriodUnit).nullish(),
  periodFrom: z.enum(PeriodFrom).nullish(),
  /** The day the period runs from, where it is not that of the decision. Not known is a rough day, never a guess. */
  startOn: optionalLegalDate,
  /** Somebody has to confirm that the period runs from that day. */
  startToConfirm: z.boolean().nullish(),
  conditions: optionalParagraph(5000),
  /** A later decision may have moved the day, and it is not on file: then nothing is counted. */
  dueDoubt: optionalLine(300),
  claimIds: z.array(id).max(200).refine(noneTwice, 'repeated').nullish(),
  source: optionalLine(500),
}).superRefine((order, ctx) => {
  const fault = (field: string, message: string) => { ctx.addIssue({ code: 'custom', path: [field], message }); };
  const { dueKind } = order;
  for (const field of ['periodLength', 'periodUnit', 'periodFrom'] as const) {
    if (dueKind === 'period' && !order[field]) fault(field, 'required');
    if (dueKind !== 'period' && order[field]) fault(field, 'does_not_fit_due_kind');
  }
  if (dueKind === 'day' && !order.dueOn) fault('dueOn', 'required');
  if (dueKind !== 'day' && order.dueOn) fault('dueOn', 'does_not_fit_due_kind');
  if (order.startOn && (dueKind !== 'period' || order.periodFrom === 'decision')) fault('startOn', 'does_not_fit_due_kind');
  if (dueKind === 'condition' && !order.conditions) fault('conditions', 'required');
  if (order.periodUnit && order.periodLength && order.periodLength * (daysIn[order.periodUnit] ?? 1) > longestPeriod) fault('periodLength', 'period_too_long');
  if (order.wordsLanguage && !order.words) fault('words', 'required');
});
const daysIn: Readonly<Partial<Record<OrderPeriodUnit, number>>> = { week: 7, month: 30, year: 365, hour: 1 / 24 };
export type OrderItemInput = z.output<typeof orderItem>;
/** What the clock of an order is counted from. */
export type OrderClock = Pick<OrderItemInput, 'dueKind' | 'dueOn' | 'periodLength' | 'periodUnit' | 'periodFrom' | 'startOn' | 'startToConfirm' | 'dueDoubt'> & { id: string };

/** A stay stops the orders it names and no other (invariant 8). The clock stands still from `from` and runs again on `to`. */
export const stay = z.strictObject({
  id: id.nullish(),
  orderIds: z.array(id).min(1).max(100).refine(noneTwice, 'repeated'),
  byDecisionId: id.nullish(),
  from: knownLegalDate,
  to: optionalLegalDate,
  source: optionalLine(500),
}).refine(({ from, to }) => from === '' || !to || (rangeOf(from)?.from ?? '') <= (rangeOf(to)?.to ?? ''), { path: ['to'], message: 'ends_before_start' });
export type StayInput = z.output<typeof stay>;
export type Stay = { orderIds: readonly string[]; from: string; to?: string | null | undefined };

/** The stays that name this order. */
export const staysOf = <S extends Stay>(stays: readonly S[], orderId: string): S[] => stays.filter(({ orderIds }) => orderIds.includes(orderId));

/** A step in an order's life. The history is kept whole; nothing is written over (scenario 13). */
export const orderStatusStep = z.strictObject({ orderId: id, status: z.enum(OrderStatus), on: knownLegalDate, byDecisionId: id.nullish(), reason: optionalParagraph(1000), source: optionalLine(500) });
export type OrderStatusStep = { status: OrderStatus; on: string };

const onward: Readonly<Record<OrderStatus, readonly OrderStatus[]>> = {
  in_force: ['stayed', 'varied', 'set_aside', 'discharged', 'expired'],
  stayed: ['in_force', 'varied', 'set_aside', 'discharged', 'expired'],
  varied: ['in_force', 'stayed', 'varied', 'set_aside', 'discharged', 'expired'],
  set_aside: ['in_force'], // restored above
  discharged: [],
  expired: ['in_force'], // extended after its day
};
/** The steps an order may take next. */
export const nextOrderStatuses = (status: OrderStatus): readonly OrderStatus[] => onward[status];

const inOrder = <T extends { on: string }>(steps: readonly T[]): T[] => [...steps].sort((a, b) => compareLegalDates(a.on, b.on));

/** What is wrong with a step that is to be added to a history: out of turn, or before what is already on record. */
export function orderStatusFaults(history: readonly OrderStatusStep[], added: OrderStatusStep, decidedOn: string): Fault[] {
  const last = inOrder(history).at(-1);
  const [from, to] = [rangeOf(last?.on ?? decidedOn), rangeOf(added.on)];
  if (from && to && to.to < from.from) return [{ field: 'on', reason: last ? 'before_last_step' : 'before_decision' }];
  return nextOrderStatuses(last?.status ?? 'in_force').includes(added.status) ? [] : [{ field: 'status', reason: 'not_from_here' }];
}

/** The status on a day: the last step by then, and stayed exactly while a stay that names the order runs. */
export function orderStatusOn(order: { id: string }, history: readonly OrderStatusStep[], stays: readonly Stay[], day: string): OrderStatus {
  const last = inOrder(history).findLast(({ on }) => (rangeOf(on)?.from ?? '') <= day)?.status ?? 'in_force';
  if (last !== 'in_force' && last !== 'varied') return last;
  return staysOf(stays, order.id).some((each) => runs(each, day)) ? 'stayed' : last;
}
/** Does this stay run on the day? On the day it ends the clock runs again. */
export const runs = ({ from, to }: Stay, day: string): boolean => (rangeOf(from)?.from ?? '9999') <= day && (!to || day < (rangeOf(to)?.to ?? ''));

/** Is the day of a stay exact enough to count with? */
export const isCountable = ({ from, to }: Stay): boolean => precisionOf(from) === 'day' && (!to || precisionOf(to) === 'day');
