import type { ForumCalendar } from './calendar.ts';
import { countFromHour, countPeriod, iso, type Skip } from './count.ts';
import { applyExtensions, cutOffAt, dayAndHour, workingDate, type Ending } from './ending.ts';
import { check, type Checked } from '../faults.ts';
import { orderedTime, readTrigger, type OrderedTime, type OrderedTimeInput } from './request.ts';
import { counting } from './rule.ts';
import type { DeadlineResult, Note, TraceStep } from './trace.ts';

/** Weekdays alone, for a forum whose calendar is not on file: it moves nothing, it only keeps the day to aim for off a weekend. */
export const weekdays = (zone: string): ForumCalendar => ({
  id: 'none', name: 'No calendar on file', zone, version: 1, source: 'none', verification: 'unverified', weekend: [6, 7], covers: null, holidays: [], vacations: [],
});

/**
 * Time that a court order or a person set: "within 60 days", "within 48 hours", "by 21 October at 16:00" (vector 11, DDL-01, DDL-06).
 * It beats every rule, and moves off a closed day only if the order says so.
 *
 * @param calendar needed for working days and for moving; without it only the day to aim for leaves weekends out
 * @returns the same result as a rule gives, `rule: null` and `verification: 'order'`; or each fault with its field
 */
export function deadlineOfOrder(input: OrderedTimeInput, calendar?: ForumCalendar): Checked<DeadlineResult> {
  const checked = check(orderedTime, input);
  if ('refused' in checked) return checked;
  const order = checked.ok;
  if (!calendar && (order.roll !== 'none' || order.within?.unit === 'business_day')) return { refused: [{ field: 'calendar', reason: 'calendar_needed' }] };
  return { ok: countOrder(order, calendar ?? weekdays(order.zone)) };
}

function countOrder(order: OrderedTime, calendar: ForumCalendar): DeadlineResult {
  const { zone, within, by, roll } = order;
  const forum = { zone, closes: order.cutOff };
  const read = order.from === undefined ? null : readTrigger(order.from, zone);
  const steps: TraceStep[] = [];
  const notes: Note[] = [];
  const base = { rule: null, version: null, zone, strictness: 'strict' as const, verification: 'order' as const };
  if (read) {
    const day = 'day' in read ? iso(read.day) : null;
    steps.push({ step: 'trigger', day, basis: null, zone, ...(day !== order.from && order.from !== undefined && { given: order.from }) });
  }
  steps.push({ step: 'order', order: order.order, roll, ...(within && { n: within.n, unit: within.unit }), ...(by !== undefined && { fixed: by }) });

  const stop = (reason: NonNullable<DeadlineResult['reason']>, more: Partial<DeadlineResult> = {}): DeadlineResult => extend({
    ...base, status: 'not_computable', workingDate: null, latestDate: null, cutOff: null, trace: [...steps, { step: 'stop', reason }], reason, ...more,
  }, null);
  const extend = (result: DeadlineResult, ending: Ending | null): DeadlineResult => {
    const applied = order.extensions.length === 0 ? undefined : applyExtensions(order.extensions, { ending, calendar, forum, firm: true });
    if (!applied) return result;
    const { workingDate: aim, latestDate, cutOff, status, reason: _, ...rest } = result;
    return { ...rest, status: 'computed', workingDate: applied.workingDate, latestDate: applied.latestDate, cutOff: applied.cutOff, trace: [...result.trace, ...applied.steps], byRule: { status, verification: 'order', workingDate: aim, latestDate, cutOff } };
  };

  let ending: Ending;
  if (by !== undefined) {
    const { day, time } = dayAndHour(by, zone);
    ending = { counted: day, latest: day, time };
  } else {
    if (!within || read === null) return stop({ code: 'date_unknown', remedy: 'enter_the_day' });
    if (!('day' in read)) {
      const { workingDate: aim, latestDate, cutOff } = countOrder({ ...order, from: iso(read.from), extensions: [] }, calendar);
      return stop({ code: 'date_rough', given: order.from ?? '', earliest: iso(read.from), remedy: 'enter_the_day' }, { earliestPossible: iso(read.from), ifEarliest: { workingDate: aim, latestDate, cutOff } });
    }
    if (within.unit === 'hour') {
      const { step, ...end } = countFromHour(read, within.n, zone);
      if (!read.at) notes.push({ code: 'hour_not_known' });
      steps.push(step);
      ending = end;
    } else {
      const skips: Skip[] = order.stays.flatMap(({ from, to, what }): Skip[] =>
        to === null || to === from ? [] : [{ kind: 'stay', from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to).subtract({ days: 1 }), ...(what !== undefined && { what }) }]);
      const counted = countPeriod(counting.parse({ ...within, roll, countsTriggerDay: order.countsTriggerDay }), { start: read.day, basis: null, calendar, skips });
      steps.push(...counted.steps);
      ending = { counted: counted.counted, latest: counted.latest, time: null };
    }
  }
  const lasting = order.stays.find(({ from, to }) => to === null && from <= iso(ending.latest));
  if (lasting) return stop({ code: 'stayed', since: lasting.from, remedy: 'enter_the_end_of_the_stay' });
  const cutOff = cutOffAt(ending, forum);
  const aim = workingDate(ending, calendar, notes.some(({ code }) => code === 'hour_not_known') ? 'hour_not_known' : 'last_day');
  steps.push({ step: 'cut_off', at: cutOff, zone, registryHours: order.cutOff ?? null }, aim.step);
  return extend({ ...base, status: 'computed', workingDate: aim.day, latestDate: iso(ending.latest), cutOff, trace: steps, ...(notes.length > 0 && { notes }) }, ending);
}
