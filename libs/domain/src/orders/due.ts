import type { ForumCalendar } from '../deadlines/calendar.ts';
import { deadlineOfOrder, weekdays } from '../deadlines/order.ts';
import type { TraceStep } from '../deadlines/trace.ts';
import { precisionOf, rangeOf } from '../legal-date.ts';
import { isCountable, type OrderClock, type Stay, staysOf } from './order.ts';

/**
 * When an order is to be obeyed by (domain 2.2; scenario 14). Counted by the deadline engine, from the day after the start,
 * moved off no closed day; a stay that names the order lengthens its time by the days it stood still, and no other order's.
 * Runs where `Temporal` is: on the server. A page is sent the result.
 */
export type RoughWhy = 'which_days' | 'no_calendar' | 'start_unknown' | 'rough_date';
export type Due =
  | { status: 'day'; on: string; startToConfirm: boolean; stayedDays: number; trace: readonly TraceStep[] }
  /** Only known roughly: `on` is an EDTF to show, `from` and `to` the days it may be. */
  | { status: 'rough'; on: string; from: string; to: string; why: RoughWhy; startToConfirm: boolean }
  /** The clock stands still and nobody knows until when; `daysLeft` of it are left. */
  | { status: 'paused'; since: string; daysLeft: number; before: string }
  /** A day may be known (`on`), but it cannot be relied on. */
  | { status: 'not_computable'; why: 'moved_perhaps' | 'stay_of_fixed_day' | 'rough_stay' | 'decision_date_unknown'; on: string | null }
  | { status: 'none'; why: 'condition' | 'no_limit' | 'nothing_to_do' };

const diff = (from: string, to: string): number => Temporal.PlainDate.from(from).until(to).days;
/** Two days as one date to show: the month where both lie in it, else the range. */
const between = (from: string, to: string): string => (from === to ? from : from.slice(0, 7) === to.slice(0, 7) ? from.slice(0, 7) : `${from}/${to}`);

type Counted = { on: string; trace: readonly TraceStep[] };
function count(order: OrderClock, unit: 'calendar_day' | 'business_day' | 'week' | 'month' | 'year' | 'hour', from: string, stays: readonly Stay[], calendar: ForumCalendar): Counted {
  const result = deadlineOfOrder({ order: order.id, zone: calendar.zone, within: { n: order.periodLength ?? 0, unit }, from, stays: stays.map((each) => ({ from: each.from, to: each.to ?? null })) }, calendar);
  if ('refused' in result) throw new RangeError(result.refused.map(({ field, reason }) => `${field} ${reason}`).join(', '));
  return { on: result.ok.latestDate as string, trace: result.ok.trace };
}

/**
 * The day, and how sure it is.
 *
 * @param decidedOn the day of the decision that counts (EDTF), for periods that run from it
 * @param stays all stays of the case: only those that name the order are heard
 * @param calendar the court's, for working days; without it those stay rough
 */
export function dueOf(order: OrderClock, decidedOn: string, stays: readonly Stay[], calendar?: ForumCalendar): Due {
  const { dueKind } = order;
  if (dueKind === 'condition' || dueKind === 'no_limit' || dueKind === 'nothing_to_do') return { status: 'none', why: dueKind };
  const covering = staysOf(stays, order.id);
  const doubt = (why: Extract<Due, { status: 'not_computable' }>['why'], on: string | null): Due => ({ status: 'not_computable', why, on });

  if (dueKind !== 'period') {
    const on = dueKind === 'day' ? (order.dueOn ?? '') : decidedOn;
    const range = rangeOf(on);
    if (!range) return doubt('decision_date_unknown', null);
    if (order.dueDoubt) return doubt('moved_perhaps', on);
    // A day in the calendar is no running clock: whether a stay moves it, only the court can say.
    if (covering.some(({ from }) => (rangeOf(from)?.from ?? '') <= range.to)) return doubt('stay_of_fixed_day', on);
    const startToConfirm = order.startToConfirm === true;
    return precisionOf(on) === 'day' ? { status: 'day', on, startToConfirm, stayedDays: 0, trace: [] } : { status: 'rough', on, ...range, why: 'rough_date', startToConfirm };
  }
  return ofPeriod(order, decidedOn, covering, calendar, doubt);
}

function ofPeriod(order: OrderClock, decidedOn: string, covering: readonly Stay[], given: ForumCalendar | undefined, doubt: (why: 'moved_perhaps' | 'rough_stay' | 'decision_date_unknown', on: string | null) => Due): Due {
  const { periodFrom, startOn } = order;
  const startUnknown = periodFrom !== 'decision' && !startOn;
  const start = rangeOf((periodFrom === 'decision' ? undefined : startOn) || decidedOn);
  if (!start) return doubt('decision_date_unknown', null);
  const startToConfirm = order.startToConfirm === true || startUnknown;
  const calendar = given ?? weekdays('UTC');
  const [shortest, longest] = order.periodUnit === 'unclear_day' ? (['calendar_day', 'business_day'] as const) : ([order.periodUnit ?? 'calendar_day', order.periodUnit ?? 'calendar_day'] as const);
  if (!covering.every(isCountable)) return doubt('rough_stay', count(order, shortest, start.from, [], calendar).on);

  const ended = covering.filter(({ to }) => to);
  const first = count(order, shortest, start.from, ended, calendar);
  const last = start.from === start.to && shortest === longest ? first : count(order, longest, start.to, ended, calendar);
  if (order.dueDoubt) return doubt('moved_perhaps', between(first.on, last.on));
  const open = covering.filter(({ to }) => !to).map(({ from }) => from).sort()[0];
  // A stay that came after the time had run out stops nothing.
  if (open !== undefined && open <= last.on) return { status: 'paused', since: open, daysLeft: diff(open < start.from ? start.from : open, first.on) + (open > start.from ? 1 : 0), before: between(first.on, last.on) };

  const rough = (why: RoughWhy, on: string): Due => ({ status: 'rough', on, from: first.on, to: last.on, why, startToConfirm });
  if (order.periodUnit === 'unclear_day') return rough('which_days', between(first.on, last.on));
  if (startUnknown) return rough('start_unknown', `${first.on}~`);
  if (first.on !== last.on) return rough('rough_date', between(first.on, last.on));
  if (order.periodUnit === 'business_day' && !given) return rough('no_calendar', `${first.on}~`);
  const stayedDays = ended.length === 0 ? 0 : diff(count(order, shortest, start.from, [], calendar).on, first.on);
  return { status: 'day', on: first.on, startToConfirm, stayedDays, trace: first.trace };
}

/** One stretch of an order's clock, for drawing: run, stood still, past its day, still to run. `to` is where the next begins. */
export type ClockStretch = { state: 'ran' | 'stayed' | 'late' | 'to_run'; from: string; to: string };

/** The clock of an order from its start to the day, or to today where that is later (mockup `q-orders`). */
export function clockLine(due: Due, order: { id: string }, start: string, stays: readonly Stay[], today: string): ClockStretch[] {
  if (due.status !== 'day' && due.status !== 'paused') return [];
  const [day, open] = due.status === 'day' ? [due.on, undefined] : [today > due.since ? today : due.since, due.since];
  const end = day > today || open ? day : today;
  const still = staysOf(stays, order.id).filter(isCountable).map(({ from, to }) => ({ from, to: to ?? end }));
  const inside = (edge: string) => edge > start && edge < end;
  const edges = [...new Set([start, end, ...[day, today, ...still.flatMap(({ from, to }) => [from, to])].filter(inside)])].sort();
  return edges.slice(0, -1).flatMap((from, at) => {
    const to = edges[at + 1] as string;
    const state = from >= day && !open ? 'late' : still.some((each) => each.from <= from && from < each.to) ? 'stayed' : from >= today ? 'to_run' : 'ran';
    return [{ state, from, to } as const];
  });
}
