import { z } from 'zod';
import { forumCalendar, type ForumCalendar } from './calendar.ts';
import calendarsOfAfrica from './calendars/africa.json' with { type: 'json' };
import calendarsOfAmericas from './calendars/americas.json' with { type: 'json' };
import calendarsOfAsia from './calendars/asia.json' with { type: 'json' };
import calendarsOfEurope from './calendars/europe.json' with { type: 'json' };
import calendarsOfBodies from './calendars/international.json' with { type: 'json' };
import { deadlineFor, type ForumRule } from './deadline.ts';
import { check } from '../faults.ts';
import type { DeadlineOptions, TriggerInput } from './request.ts';
import { deadlineForum, deadlineRule } from './rule.ts';
import rulesOfAfrica from './rules/africa.json' with { type: 'json' };
import rulesOfAmericas from './rules/americas.json' with { type: 'json' };
import rulesOfAsia from './rules/asia.json' with { type: 'json' };
import rulesOfEurope from './rules/europe.json' with { type: 'json' };
import rulesOfBodies from './rules/international.json' with { type: 'json' };
import type { DeadlineResult } from './trace.ts';

/** The rules and calendars as shipped: data of the domain page, checked when the program starts. A faulty record stops it and says which. */
export type DeadlineLaw = { rules: readonly ForumRule[]; calendars: ReadonlyMap<string, ForumCalendar> };

const rulesFile = z.strictObject({ nextReview: z.string(), forums: z.array(deadlineForum), rules: z.array(z.record(z.string(), z.unknown())) });
const calendarsFile = z.strictObject({ calendars: z.array(forumCalendar) });
export type RulesFile = z.input<typeof rulesFile>;

/** @throws RangeError naming file position, field and fault of the first records that are wrong */
export function readLaw(ruleFiles: readonly unknown[], calendarFiles: readonly unknown[]): DeadlineLaw {
  const must = <T extends z.ZodType>(schema: T, input: unknown, what: string): z.output<T> => {
    const checked = check(schema, input);
    if ('ok' in checked) return checked.ok;
    throw new RangeError(`${what}: ${checked.refused.map(({ field, reason }) => `${field} ${reason}`).join('; ')}`);
  };
  const calendars = new Map<string, ForumCalendar>();
  for (const [at, file] of calendarFiles.entries()) {
    for (const calendar of must(calendarsFile, file, `calendars ${at + 1}`).calendars) {
      if (calendars.has(calendar.id)) throw new RangeError(`The calendar ${calendar.id} is there twice`);
      calendars.set(calendar.id, calendar);
    }
  }
  const files = ruleFiles.map((file, at) => must(rulesFile, file, `rules ${at + 1}`));
  const forums = new Map(files.flatMap((file) => file.forums).map((forum) => [forum.id, forum]));
  const rules: ForumRule[] = files.flatMap((file) => file.rules.map((given): ForumRule => {
    const rule = must(deadlineRule, { nextReview: file.nextReview, ...given }, `rule ${String(given['id'])}`);
    const forum = forums.get(rule.forum);
    if (!forum) throw new RangeError(`Rule ${rule.id}: there is no forum ${rule.forum}`);
    const calendar = calendars.get(forum.calendar);
    if (!calendar) throw new RangeError(`Forum ${forum.id}: there is no calendar ${forum.calendar}`);
    for (const { counting, readings } of rule.versions) {
      for (const code of [counting?.withoutVacation, ...readings.map((each) => each.counting.withoutVacation)]) {
        if (code !== undefined && !calendar.vacations.some((each) => each.code === code)) throw new RangeError(`Rule ${rule.id}: the calendar ${calendar.id} has no vacation ${code}`);
      }
    }
    return { ...rule, forum };
  }));
  const ids = new Set<string>();
  for (const { id } of rules) {
    if (ids.has(id)) throw new RangeError(`Rule ${id} is there twice`);
    ids.add(id);
  }
  for (const { id, next } of rules) if (next !== undefined && !ids.has(next)) throw new RangeError(`Rule ${id}: there is no rule ${next} to follow it`);
  return { rules, calendars };
}

/** The law as shipped. */
export const shippedLaw: DeadlineLaw = readLaw(
  [rulesOfBodies, rulesOfAfrica, rulesOfEurope, rulesOfAmericas, rulesOfAsia],
  [calendarsOfBodies, calendarsOfAfrica, calendarsOfEurope, calendarsOfAmericas, calendarsOfAsia],
);

/** `UN-2c`; the bare id of a row with letters is its first, `UN-2` = `UN-2a`, and `a` of a row with a single period is that one. */
export function ruleById(id: string, { rules }: DeadlineLaw = shippedLaw): ForumRule | undefined {
  const wanted = /^([a-z]+-\d+)([a-z]?)$/iu.exec(id.trim());
  if (!wanted) return undefined;
  const [row, letter] = [(wanted[1] ?? '').toUpperCase(), (wanted[2] ?? '').toLowerCase()];
  const find = (which: string) => rules.find((rule) => rule.id === which);
  return find(row + letter) ?? (letter === '' ? find(`${row}a`) : letter === 'a' ? find(row) : undefined);
}

/** The calendar a rule's forum counts by. */
export function calendarOf(rule: ForumRule, { calendars }: DeadlineLaw = shippedLaw): ForumCalendar {
  const calendar = calendars.get(rule.forum.calendar);
  if (!calendar) throw new RangeError(`There is no calendar ${rule.forum.calendar}`);
  return calendar;
}

/** `deadlineFor` with rule, calendar and following rule looked up. @throws RangeError when there is no such rule */
export function deadlineById(id: string, trigger: TriggerInput, options: Partial<DeadlineOptions> = {}, law: DeadlineLaw = shippedLaw): DeadlineResult {
  const rule = ruleById(id, law);
  if (!rule) throw new RangeError(`There is no deadline rule ${id.slice(0, 20)}`);
  const following = rule.next === undefined ? undefined : ruleById(rule.next, law);
  return deadlineFor(rule, trigger, calendarOf(rule, law), { ...options, ...(following && { next: { rule: following, calendar: calendarOf(following, law) } }) });
}
