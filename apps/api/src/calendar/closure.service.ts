import { closedOn, type ForumCalendar, spellsOf } from '@amparo/domain/deadlines';
import { Injectable } from '@nestjs/common';
import { DeadlineLawService } from '../deadlines/deadline-law.service.ts';
import type { CalendarClosure, CalendarEntry } from './calendar.entity.ts';

/** When courts are closed, as their calendars say: weekends apart, which everybody sees. */
@Injectable()
export class ClosureService {
  constructor(private readonly law: DeadlineLawService) {}

  /** Closed days and vacations of these calendars, from one day to another. */
  async ofCases(from: string, to: string, ids: readonly string[]): Promise<{ used: ForumCalendar[]; closed: CalendarClosure[] }> {
    if (ids.length === 0) return { used: [], closed: [] };
    const { calendars } = await this.law.inForce();
    const used = ids.flatMap((id) => calendars.get(id) ?? []);
    const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
    return { used, closed: used.flatMap((calendar) => [...holidays(calendar, first, last), ...vacations(calendar, first, last)]).sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.calendarId < b.calendarId ? -1 : 1)) };
  }

  /** What the court's calendar says of the day of an entry: the one calendar of its zone, where there is just one. */
  nameOn(closed: readonly CalendarClosure[], used: readonly ForumCalendar[], { on, timeZone, kind }: Pick<CalendarEntry, 'on' | 'timeZone' | 'kind'>): string | null {
    if (!on || kind === 'deadline') return null; // of deadlines the engine has said what it is
    const there = used.filter(({ zone }) => zone === timeZone);
    return there.length === 1 ? (closed.find(({ calendarId, from, to }) => calendarId === there[0]?.id && from <= on && on <= to)?.name ?? null) : null;
  }
}

function holidays(calendar: ForumCalendar, first: Temporal.PlainDate, last: Temporal.PlainDate): CalendarClosure[] {
  const found: CalendarClosure[] = [];
  for (let day = first; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    const closed = closedOn(calendar, day, { openWeekdays: calendar.weekend }); // a holiday on a weekend is still a holiday to look at
    if (closed?.kind === 'holiday') found.push({ calendarId: calendar.id, name: closed.name ?? '', from: day.toString(), to: day.toString(), vacation: false, doubtful: closed.doubtful ?? false });
  }
  return found;
}

const vacations = (calendar: ForumCalendar, first: Temporal.PlainDate, last: Temporal.PlainDate): CalendarClosure[] =>
  calendar.vacations.flatMap((vacation) => spellsOf(vacation, first, last).map(({ from, to }) => ({ calendarId: calendar.id, name: `${calendar.name}, ${vacation.name}`, from: from.toString(), to: to.toString(), vacation: true, doubtful: vacation.effect === 'unknown' })));
