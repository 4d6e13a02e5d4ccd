import { closedOn, spellsOf, type ForumCalendar } from './calendar.ts';
import { iso, type Counted } from './count.ts';
import type { Counting, RuleVersion } from './rule.ts';
import type { Alternative } from './trace.ts';

/** A reading of a rule, counted. */
export type Read = Counted & { code: string; about: string };
type Other = { code: string; about: string; counting: Partial<Counting> };

/** The same without what is not there, so that it can be laid over another. */
const definedOf = (other: RuleVersion['readings'][number]['counting']): Partial<Counting> => Object.fromEntries(Object.entries(other).filter(([, value]) => value !== undefined));

/** Each reading, and every two of them together: what the one leaves open, the other does not settle. */
export function readingsOf({ readings }: Pick<RuleVersion, 'readings'>): Other[] {
  const each = readings.map(({ code, about, counting }): Other => ({ code, about, counting: definedOf(counting) }));
  return [...each, ...each.flatMap((one, at) => each.slice(at + 1).map((other): Other => ({
    code: `${one.code}_and_${other.code}`, about: `${one.about} ${other.about}`, counting: { ...one.counting, ...other.counting },
  })))];
}

/**
 * The days on which the readings of a text end, each moved as the rule says; none when all end on one day. Vector 10 has one day of
 * its own kind: a plain count that ends on a public holiday inside the vacation in doubt is shown as it falls, with the days it may
 * move to, since whether it moves hangs on the same doubt. A Sunday is nobody's last day.
 */
export function alternativesOf(all: readonly Read[], { readings }: Pick<RuleVersion, 'readings'>, calendar: ForumCalendar): Alternative[] {
  if (new Set(all.map(({ latest }) => iso(latest))).size < 2) return [];
  const inDoubt = new Set(readings.flatMap(({ counting }) => counting.withoutVacation ?? []));
  const asItFalls = (day: Temporal.PlainDate) => closedOn(calendar, day)?.kind === 'holiday' && calendar.vacations.some((vacation) => inDoubt.has(vacation.code) && spellsOf(vacation, day, day).length > 0);
  const found = new Map<string, Alternative>();
  for (const [counted, group] of Map.groupBy(all, (each) => iso(each.counted))) {
    const [first] = group;
    if (!first) continue;
    const closed = closedOn(calendar, first.counted);
    const ends = [...new Set(group.map(({ latest }) => iso(latest)))].filter((day) => day !== counted).sort();
    if (closed && asItFalls(first.counted)) found.set(counted, { reading: first.code, counted, latestDate: counted, closed, ...(ends.length > 0 && { mayMoveTo: ends }) });
    else for (const { code, latest } of group) if (!found.has(iso(latest))) found.set(iso(latest), { reading: code, counted, latestDate: iso(latest) });
  }
  return [...found.values()].sort((one, other) => (one.latestDate < other.latestDate ? -1 : 1));
}
