import type { DeadlineResult } from './trace.ts';

/** Where a deadline stands. `late`: the act was done, but after the time. */
export type Standing = 'open' | 'missed' | 'met' | 'late';

/** The part of a result that a stored deadline keeps. */
export type Due = Pick<DeadlineResult, 'latestDate' | 'cutOff'>;

/**
 * Whether the time has run out at an instant, by the court's clock. A day lasts until its last second: what is due on the 16th is
 * open through the whole 16th at the court, wherever the reader is. With an hour, the act is in time at that very minute.
 *
 * @param now an instant, `2026-03-16T23:59:00+03:00`
 * @param doneOn the day the act was done (or an instant), whenever it was typed in: a filing of the 16th entered on the 18th is met
 */
export function standingAt({ latestDate, cutOff }: Due, now: string, doneOn?: string): Standing {
  if (latestDate === null || cutOff === null) return doneOn === undefined ? 'open' : 'met';
  // The minute of the cut-off is still in time, so the minute after it is the first that is not; after 23:59 that is the court's midnight.
  const ends = Temporal.Instant.from(cutOff).add({ minutes: 1 });
  const inTime = (at: Temporal.Instant) => Temporal.Instant.compare(at, ends) < 0;
  if (doneOn === undefined) return inTime(Temporal.Instant.from(now)) ? 'open' : 'missed';
  if (!doneOn.includes('T')) return doneOn <= latestDate ? 'met' : 'late';
  return inTime(Temporal.Instant.from(doneOn)) ? 'met' : 'late';
}

/** The same instant by another clock: `2026-11-10T23:59:00+01:00` in Nairobi → `2026-11-11T01:59:00+03:00`, with its day and hour. */
export function inZone(instant: string, zone: string): { at: string; day: string; hour: string; zone: string } {
  const there = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  return { at: there.toString({ timeZoneName: 'never' }), day: there.toPlainDate().toString(), hour: there.toPlainTime().toString({ smallestUnit: 'minute' }), zone };
}

/** Days from a day of the court to the last day: negative when overdue. */
export const daysLeft = (latestDate: string, today: string): number => Temporal.PlainDate.from(today).until(latestDate).days;
