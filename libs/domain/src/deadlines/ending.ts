import { closedOn, openDayFrom, type ForumCalendar } from './calendar.ts';
import { countHours, countPeriod, iso, lastMinute } from './count.ts';
import type { Extension } from './request.ts';
import { counting } from './rule.ts';
import type { TraceStep } from './trace.ts';

/** How a period ends: the earliest day any reading gives, the last day, and the hour where one is set. */
export type Ending = { counted: Temporal.PlainDate; latest: Temporal.PlainDate; time: Temporal.PlainTime | null };
type Where = { zone: string; closes?: string | undefined };

const timeOf = ({ time }: Ending, { closes }: Where) => time ?? (closes === undefined ? lastMinute : Temporal.PlainTime.from(closes));
/** The cut-off as an instant with the forum's offset: `2026-11-10T23:59:00+01:00`. */
export const cutOffAt = (ending: Ending, where: Where): string =>
  ending.latest.toZonedDateTime({ timeZone: where.zone, plainTime: timeOf(ending, where) }).toString({ timeZoneName: 'never' });

type Because = Extract<TraceStep, { step: 'working_date' }>['because'];
/**
 * Step 10. While a rule is not verified, readings differ or the hour is not known: the registry day strictly before the earliest
 * plausible last day. Otherwise the last day itself, or the registry day before it when the forum is closed then. Where the end of the
 * period opens a remedy, the first registry day after it: the safe side is the other one.
 */
export function workingDate(ending: Ending, calendar: ForumCalendar, because: Because): { day: string; step: TraceStep } {
  if (because === 'remedy_opens') {
    const day = iso(openDayFrom(calendar, ending.latest.add({ days: 1 }), 1));
    return { day, step: { step: 'working_date', day, because } };
  }
  if (because === 'rule_not_verified' || because === 'readings_differ' || because === 'hour_not_known') {
    const day = iso(openDayFrom(calendar, ending.counted.subtract({ days: 1 }), -1));
    return { day, step: { step: 'working_date', day, because, before: iso(ending.counted) } };
  }
  const day = iso(openDayFrom(calendar, ending.latest, -1));
  return { day, step: { step: 'working_date', day, because: closedOn(calendar, ending.latest) ? 'registry_closed' : 'last_day', ...(day !== iso(ending.latest) && { before: iso(ending.latest) }) } };
}

/** `2026-10-28` or `2026-10-28T16:00` of an order, or an instant → day and hour of the forum. */
export function dayAndHour(text: string, zone: string): { day: Temporal.PlainDate; time: Temporal.PlainTime | null } {
  if (!text.includes('T')) return { day: Temporal.PlainDate.from(text), time: null };
  const at = /(Z|[+-]\d\d(?::\d\d)?)$/u.test(text.slice(11)) ? Temporal.Instant.from(text).toZonedDateTimeISO(zone).toPlainDateTime() : Temporal.PlainDateTime.from(text);
  return { day: at.toPlainDate(), time: at.toPlainTime() };
}

/**
 * Extensions one after another. Days, weeks, months and years are days of the court, so the hour on the wall stays although the
 * clocks change; hours are elapsed time. A new last day that an order names needs no rule and is firm.
 * @returns undefined when there is nothing to extend: no day by the rule, and no order that names one
 */
export function applyExtensions(
  extensions: readonly Extension[], { ending, calendar, forum, firm }: { ending: Ending | null; calendar: ForumCalendar; forum: Where; firm: boolean },
): { workingDate: string; latestDate: string; cutOff: string; firm: boolean; steps: TraceStep[] } | undefined {
  let at = ending;
  let isFirm = firm;
  const steps: TraceStep[] = [];
  for (const { order, on, by, to } of extensions) {
    const from = at ? iso(at.latest) : null;
    if (to !== undefined) {
      const { day, time } = dayAndHour(to, forum.zone);
      at = { counted: day, latest: day, time: time ?? at?.time ?? null };
      isFirm = true;
    } else if (by && at) {
      if (by.unit === 'hour') {
        const later = countHours(at.latest.toZonedDateTime({ timeZone: forum.zone, plainTime: timeOf(at, forum) }), by.n);
        at = { counted: later.toPlainDate(), latest: later.toPlainDate(), time: later.toPlainTime() };
      } else {
        const how = counting.parse(by);
        const add = (start: Temporal.PlainDate) => countPeriod(how, { start, basis: null, calendar, skips: [] }).latest;
        at = { counted: add(at.counted), latest: add(at.latest), time: at.time };
      }
    } else continue;
    steps.push({ step: 'extension', order, from, to: iso(at.latest), ...(on !== undefined && { on }), ...(by && { n: by.n, unit: by.unit }) });
  }
  if (!at || steps.length === 0) return undefined;
  const cutOff = cutOffAt(at, forum);
  const aim = workingDate(at, calendar, isFirm ? 'last_day' : 'rule_not_verified');
  return { workingDate: aim.day, latestDate: iso(at.latest), cutOff, firm: isFirm, steps: [...steps, { step: 'cut_off', at: cutOff, zone: forum.zone, registryHours: forum.closes ?? null }, aim.step] };
}
