import { z } from 'zod';
import { isoDay, VerificationStatus } from './rule.ts';

/**
 * The days a forum is closed, as data with a source and a version (domain 2.5, "Calendars"). A day missing here only makes a
 * counted date come earlier, never later, so a thin calendar stays on the safe side; one too many would not.
 */
const years = { from: z.int().optional(), to: z.int().optional(), except: z.array(z.int()).optional() };
const monthDay = { month: z.int().min(1).max(12), day: z.int().min(1).max(31) };
/** `shift` moves a holiday that falls on a weekday (ISO, 7 is Sunday) by so many days: `{ "7": 1 }`, Sunday to Monday. */
const shift = z.record(z.string().regex(/^[1-7]$/u), z.int().min(-6).max(6)).optional();
const named = { name: z.string().min(1), doubtful: z.boolean().optional(), note: z.string().optional(), ...years };
const holiday = z.union([
  z.strictObject({ ...named, ...monthDay, shift }),
  /** Days from Easter Sunday of the Gregorian calendar, before a shift. */
  z.strictObject({ ...named, easter: z.int().min(-60).max(70), shift }),
  /** The first to fourth weekday of a month, or the last (-1). */
  z.strictObject({ ...named, month: z.int().min(1).max(12), weekday: z.int().min(1).max(7), nth: z.union([z.int().min(1).max(4), z.literal(-1)]) }),
  /** Announced year by year. */
  z.strictObject({ ...named, days: z.array(isoDay).min(1) }),
]);
type Holiday = z.output<typeof holiday>;

const vacation = z.strictObject({
  code: z.string().regex(/^[a-z_]+$/u), name: z.string().min(1), from: z.strictObject(monthDay), to: z.strictObject(monthDay),
  /** What the vacation does to a period: nothing, or nobody knows. A rule that leaves it out of the count says so itself. */
  effect: z.enum(['none', 'unknown']), note: z.string().optional(),
});

export const forumCalendar = z.strictObject({
  id: z.string().min(1), name: z.string().min(1), zone: z.string().min(1), version: z.int().min(1),
  source: z.string().min(1), verification: z.enum(VerificationStatus), note: z.string().optional(),
  /** ISO weekdays on which nothing can be filed: [6, 7]; [5, 6] where the week ends on Friday. */
  weekend: z.array(z.int().min(1).max(7)).max(3),
  /** Years whose announced holidays were looked at. Outside, only the fixed ones are known. */
  covers: z.strictObject({ from: z.int(), to: z.int() }).nullable(),
  holidays: z.array(holiday), vacations: z.array(vacation).default([]),
});
export type ForumCalendar = z.output<typeof forumCalendar>;

/** Why a day is closed. `doubtful`: sources differ, or the day was not announced when the calendar was written. */
export type Closed = { kind: 'weekend' | 'holiday'; name?: string; doubtful?: true };
/** `doubtfulOpen` takes doubtful holidays as open; `openWeekdays` opens weekdays of the weekend. Both serve readings on the safe side. */
export type Openness = { doubtfulOpen?: boolean; openWeekdays?: readonly number[] | undefined };

/** Easter Sunday of the Gregorian calendar (the computus of 1582, in Gauss's form as Meeus gives it). */
export function easterOf(year: number): Temporal.PlainDate {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(n / 31), day: (n % 31) + 1 });
}

function nthWeekday(year: number, month: number, weekday: number, nth: number): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  if (nth > 0) return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + 7 * (nth - 1) });
  const last = first.with({ day: first.daysInMonth });
  return last.subtract({ days: (last.dayOfWeek - weekday + 7) % 7 });
}

function daysOf(holiday: Holiday, year: number): Temporal.PlainDate[] {
  if ((holiday.from ?? year) > year || (holiday.to ?? year) < year || holiday.except?.includes(year)) return [];
  if ('days' in holiday) return holiday.days.filter((day) => day.startsWith(`${year}-`)).map((day) => Temporal.PlainDate.from(day));
  if ('nth' in holiday) return [nthWeekday(year, holiday.month, holiday.weekday, holiday.nth)];
  if (!('easter' in holiday) && holiday.day > Temporal.PlainYearMonth.from({ year, month: holiday.month }).daysInMonth) return [];
  const day = 'easter' in holiday ? easterOf(year).add({ days: holiday.easter }) : Temporal.PlainDate.from({ year, month: holiday.month, day: holiday.day });
  return [day.add({ days: holiday.shift?.[String(day.dayOfWeek)] ?? 0 })];
}

const known = new WeakMap<ForumCalendar, Map<number, Map<number, Closed>>>();
const keyOf = ({ month, day }: Temporal.PlainDate) => month * 100 + day;
/** Holidays that fall in a year, those pushed over New Year among them. A certain one wins over a doubtful one on the same day. */
function holidaysIn(calendar: ForumCalendar, year: number): Map<number, Closed> {
  let byYear = known.get(calendar);
  if (!byYear) known.set(calendar, (byYear = new Map()));
  let found = byYear.get(year);
  if (!found) {
    found = new Map();
    for (const each of calendar.holidays) {
      for (const day of [year - 1, year, year + 1].flatMap((y) => daysOf(each, y))) {
        const key = keyOf(day);
        if (day.year !== year || (found.has(key) && each.doubtful)) continue;
        found.set(key, { kind: 'holiday', name: each.name, ...(each.doubtful && { doubtful: true }) });
      }
    }
    byYear.set(year, found);
  }
  return found;
}

/** Why the forum is closed on a day; undefined when it is open. A holiday on a weekend is a weekend. */
export function closedOn(calendar: ForumCalendar, day: Temporal.PlainDate, { doubtfulOpen, openWeekdays }: Openness = {}): Closed | undefined {
  const { dayOfWeek } = day;
  if (calendar.weekend.includes(dayOfWeek) && !openWeekdays?.includes(dayOfWeek)) return weekend;
  const holiday = calendar.holidays.length === 0 ? undefined : holidaysIn(calendar, day.year).get(keyOf(day));
  return holiday?.doubtful && doubtfulOpen ? undefined : holiday;
}
const weekend: Closed = { kind: 'weekend' };

/** Does the calendar know the announced holidays of that year? */
export const coversYear = ({ covers }: ForumCalendar, year: number): boolean => covers !== null && covers.from <= year && year <= covers.to;

/** A vacation of the calendar, found by its code. */
export function vacationOf(calendar: ForumCalendar, code: string) {
  return calendar.vacations.find((each) => each.code === code);
}
type Vacation = z.output<typeof vacation>;

/** The spells of a vacation that touch the days from `from` to `to`; a vacation over New Year is one spell. */
export function spellsOf({ from: begins, to: ends }: Vacation, from: Temporal.PlainDate, to: Temporal.PlainDate): { from: Temporal.PlainDate; to: Temporal.PlainDate }[] {
  const overNewYear = begins.month > ends.month || (begins.month === ends.month && begins.day > ends.day);
  const spells = [];
  for (let year = from.year - 1; year <= to.year; year++) {
    const spell = { from: Temporal.PlainDate.from({ year, ...begins }), to: Temporal.PlainDate.from({ year: year + (overNewYear ? 1 : 0), ...ends }) };
    if (Temporal.PlainDate.compare(spell.from, to) <= 0 && Temporal.PlainDate.compare(spell.to, from) >= 0) spells.push(spell);
  }
  return spells;
}

/** The first day from `day` on, `day` itself included, that is open. Eight closed weeks in a row are a fault in the calendar. */
export function openDayFrom(calendar: ForumCalendar, day: Temporal.PlainDate, step: 1 | -1, openness?: Openness): Temporal.PlainDate {
  let at = day;
  for (let tries = 0; tries < 56; tries++, at = at.add({ days: step })) if (!closedOn(calendar, at, openness)) return at;
  throw new RangeError(`The calendar ${calendar.id} is closed for eight weeks around ${day.toString()}`);
}
