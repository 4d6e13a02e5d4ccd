import { closedOn, spellsOf, vacationOf, type Closed, type ForumCalendar, type Openness } from './calendar.ts';
import type { Counting, TriggerBasis } from './rule.ts';
import type { ClosedDay, TraceStep } from './trace.ts';

/** Days that do not count, both ends included. */
export type Skip = { kind: 'vacation' | 'certified' | 'stay'; from: Temporal.PlainDate; to: Temporal.PlainDate; what?: string };
export type Counted = {
  /** Where the period ends by counting alone. */
  counted: Temporal.PlainDate;
  /** Where it ends once it has moved off a closed day. */
  latest: Temporal.PlainDate;
  steps: TraceStep[];
};
type Day = Temporal.PlainDate;

const isAfter = (a: Day, b: Day) => Temporal.PlainDate.compare(a, b) > 0;
const within = (day: Day, { from, to }: Skip) => !isAfter(from, day) && !isAfter(day, to);
/** `2025-03-10` of a date. */
export const iso = (day: Day): string => day.toString();

/** A last day that is closed moves by less than this. */
const reachOfMove = { days: 14 };
/**
 * The spells of a vacation left out of the count, if it touches the period at all, or the days after it that a closed last day would
 * move to: then on to well past the end, which moves.
 */
function vacationSkips(calendar: ForumCalendar, code: string | undefined, from: Day, to: Day): Skip[] {
  const vacation = code === undefined ? undefined : vacationOf(calendar, code);
  if (!vacation || spellsOf(vacation, from, to.add(reachOfMove)).length === 0) return [];
  return spellsOf(vacation, from, to.add({ years: 2 }).add({ days: from.until(to).days })).map((spell): Skip => ({ kind: 'vacation', what: vacation.name, ...spell }));
}

/** Counts single days: the `n`th after `from` that is neither skipped nor, for business days, closed. */
function countDays(n: number, from: Day, counts: (day: Day) => boolean): Day {
  let at = from;
  for (let left = n; left > 0; ) {
    at = at.add({ days: 1 });
    if (counts(at)) left--;
  }
  return at;
}

/** How many days of the period were skipped, once each, spell by spell. */
function skippedSteps(skips: readonly Skip[], from: Day, to: Day): TraceStep[] {
  return skips.flatMap(({ kind, what, ...skip }): TraceStep[] => {
    const first = isAfter(skip.from, from) ? skip.from : from.add({ days: 1 });
    const last = isAfter(skip.to, to) ? to : skip.to;
    if (isAfter(first, last)) return [];
    return [{ step: 'excluded', kind, from: iso(skip.from), to: iso(skip.to), days: first.until(last).days + 1, ...(what !== undefined && { what }) }];
  });
}

/**
 * Months and years end on the day of the same number, or on the last one of a shorter month; weeks on the same weekday. Skipped
 * days are added at the end, and those that the added ones reach are added too.
 */
function countSpan(counting: Counting, from: Day, skips: readonly Skip[]): { to: Day; clamped: boolean } {
  const { n, unit } = counting;
  const plain = from.add(unit === 'week' ? { weeks: n } : unit === 'month' ? { months: n } : { years: n });
  const end = counting.countsTriggerDay ? plain.subtract({ days: 1 }) : plain;
  const missing = skips.length === 0 ? 0 : skippedDays(skips, from, end);
  return { to: countDays(missing, end, (day) => !skips.some((skip) => within(day, skip))), clamped: unit !== 'week' && plain.day !== from.day };
}
function skippedDays(skips: readonly Skip[], from: Day, to: Day): number {
  let days = 0;
  for (let at = from.add({ days: 1 }); !isAfter(at, to); at = at.add({ days: 1 })) if (skips.some((skip) => within(at, skip))) days++;
  return days;
}

/**
 * Counts a period of days, weeks, months or years from the day of the event, steps 4 to 8 of domain 2.5: publication days first,
 * the period, the clear day, the distance, and last the move off a closed day. Hours are elapsed time: `countHours`.
 */
export function countPeriod(
  counting: Counting, { start, basis, calendar, skips: given, openness = {} }:
  { start: Day; basis: TriggerBasis | null; calendar: ForumCalendar; skips: readonly Skip[]; openness?: Openness },
): Counted {
  const steps: TraceStep[] = [];
  const open = { ...openness, openWeekdays: counting.openWeekdays };
  let from = start;
  if (counting.publicationDays !== undefined && basis === 'published') {
    from = start.add({ days: counting.publicationDays });
    steps.push({ step: 'publication', days: counting.publicationDays, from: iso(start), to: iso(from) });
  }
  const { n, unit, countsTriggerDay } = counting;
  const dayZero = countsTriggerDay ? from.subtract({ days: 1 }) : from;
  const paused = given.reduce((days, skip) => days + skip.from.until(skip.to).days + 1, 0);
  const reach = from.add(unit === 'year' ? { years: n } : unit === 'month' ? { months: n } : { days: unit === 'week' ? n * 7 : unit === 'business_day' ? n * 2 + 14 : n }).add({ days: paused });
  const skips = [...given, ...vacationSkips(calendar, counting.withoutVacation, dayZero, reach)];
  const skipped: ClosedDay[] = [];
  const isSkipped = (day: Day) => skips.some((skip) => within(day, skip));
  const isCounted = (day: Day) => {
    if (isSkipped(day)) return false;
    const closed = unit === 'business_day' ? closedOn(calendar, day, open) : undefined;
    if (closed) skipped.push({ day: iso(day), closed });
    return closed === undefined;
  };

  let to: Day;
  let clamped = false;
  if (unit === 'calendar_day' || unit === 'business_day') {
    to = unit === 'calendar_day' && skips.length === 0 ? dayZero.add({ days: n }) : countDays(n, dayZero, isCounted);
  } else ({ to, clamped } = countSpan(counting, from, skips));
  steps.push(...skippedSteps(skips, dayZero, to));
  steps.push({ step: 'count', n, unit, from: iso(from), dayOne: iso(dayZero.add({ days: 1 })), to: iso(to), countsTriggerDay, ...(clamped && { clamped }), skipped: [...skipped] });
  if (counting.clearDays) {
    const before = to;
    to = countDays(1, to, isCounted);
    steps.push({ step: 'clear_day', from: iso(before), to: iso(to) });
  }
  if (counting.distanceDays !== undefined) {
    const before = to;
    to = to.add({ days: counting.distanceDays });
    steps.push({ step: 'distance', days: counting.distanceDays, from: iso(before), to: iso(to) });
  }
  const moved = moveOff(counting, calendar, to, open, skips.filter(({ kind }) => kind === 'vacation'));
  return { counted: to, latest: moved.to, steps: [...steps, moved.step] };
}

/**
 * Step 8: a last day on which the forum is closed moves, if the rule says so; otherwise it stays, and the trace says that it does.
 * Days of a vacation that is left out of the count are no days to move to.
 */
function moveOff({ roll }: Counting, calendar: ForumCalendar, day: Day, openness: Openness, vacations: readonly Skip[]): { to: Day; step: TraceStep } {
  const closedHow = (at: Day): Closed | undefined => {
    const closed = closedOn(calendar, at, openness);
    const left = closed ? undefined : vacations.find((skip) => within(at, skip));
    return left ? { kind: 'holiday', ...(left.what !== undefined && { name: left.what }) } : closed;
  };
  const closed = closedHow(day);
  if (roll === 'none' || !closed) return { to: day, step: { step: 'not_moved', day: iso(day), roll, ...(closed && { closed }) } };
  const step = roll === 'next_working' ? 1 : -1;
  const on: ClosedDay[] = [];
  let to = day;
  for (let why: Closed | undefined = closed; why; to = to.add({ days: step }), why = closedHow(to)) {
    on.push({ day: iso(to), closed: why });
    if (on.length > 90) throw new RangeError(`The calendar ${calendar.id} is closed for three months around ${iso(day)}`);
  }
  return { to, step: { step: 'roll', roll, from: iso(day), to: iso(to), closed: on } };
}

/** The closed days that played a part in a count. */
export const closedDaysIn = (steps: readonly TraceStep[]): ClosedDay[] =>
  steps.flatMap((step) => (step.step === 'count' ? step.skipped : step.step === 'roll' ? step.closed : step.step === 'not_moved' && step.closed ? [{ day: step.day, closed: step.closed }] : []));

/** Hours are elapsed time, so a change of the clocks moves the hour on the wall. */
export const countHours = (start: Temporal.ZonedDateTime, n: number): Temporal.ZonedDateTime => start.add({ hours: n });

/** The last minute of a day, where nothing names an hour (step 9). */
export const lastMinute = Temporal.PlainTime.from('23:59');

/**
 * A period of hours. From a day alone nobody can say when it ends, only between which minutes: `counted` is the day of the earliest
 * end, for the day to aim for; `latest` and `time` are the latest. So it never runs out with the first minute of its last day.
 */
export function countFromHour({ day, at }: { day: Day; at?: Temporal.ZonedDateTime }, n: number, zone: string): { counted: Day; latest: Day; time: Temporal.PlainTime; step: TraceStep } {
  const written = (moment: Temporal.ZonedDateTime) => moment.toString({ timeZoneName: 'never' });
  const from = at ?? day.toZonedDateTime(zone);
  const earliest = countHours(from, n);
  const latest = at ? earliest : countHours(day.toZonedDateTime({ timeZone: zone, plainTime: lastMinute }), n);
  return {
    counted: earliest.toPlainDate(), latest: latest.toPlainDate(), time: latest.toPlainTime(),
    step: { step: 'hours', n, from: written(from), to: written(earliest), hourKnown: at !== undefined, ...(!at && { latest: written(latest) }) },
  };
}
