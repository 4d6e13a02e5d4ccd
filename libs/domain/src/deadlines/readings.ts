import { closedOn, spellsOf, type ForumCalendar } from './calendar.ts';
import { iso, type Counted } from './count.ts';
import type { Counting, RuleVersion } from './rule.ts';
import type { Alternative } from './trace.ts';

/** A reading of a rule, counted. */
export type Read = Counted & { code: string; about: string };
type Other = { code: string; about: string; counting: Partial<Counting> };

/** The same without what is not there, so that it can be laid over another. */
const definedOf = (other: RuleVersion['readings'][number]['counting']): Partial<Counting> => Object.fromEntries(Object.entries(other).filter(([, value]) => value !== undefined));

/** Each reading counted, and two of them together where one of the two differs from the plain count: what the one leaves open, the other does not settle. */
export function readingsOf({ readings }: Pick<RuleVersion, 'readings'>, counting: Counting, plain: Counted, count: (how: Counting) => Counted): Read[] {
  const read = ({ code, about, counting: other }: Other): Read => ({ code, about, ...count({ ...counting, ...other }) });
  const each = readings.map(({ code, about, counting: other }): Other => ({ code, about, counting: definedOf(other) }));
  const single = each.map((one) => ({ one, ends: read(one) }));
  const differs = ({ ends }: { ends: Read }) => !ends.counted.equals(plain.counted) || !ends.latest.equals(plain.latest);
  const together = single.flatMap((a, at) => single.slice(at + 1).filter((b) => differs(a) || differs(b)).map((b) => read({
    code: `${a.one.code}_and_${b.one.code}`, about: `${a.one.about} ${b.one.about}`, counting: { ...a.one.counting, ...b.one.counting },
  })));
  return [...single.map(({ ends }) => ends), ...together];
}

/**
 * The days on which the readings of a text end, each moved as the rule says; none when all end on one day. Vector 10 has one day of
 * its own kind: a plain count that comes to a public holiday inside the vacation in doubt is shown as it falls, with the days it may
 * move to, since whether it moves hangs on the same doubt. A Sunday is nobody's last day: it moves to the day after, holiday or not.
 */
export function alternativesOf(all: readonly Read[], { readings }: Pick<RuleVersion, 'readings'>, calendar: ForumCalendar): Alternative[] {
  if (new Set(all.map(({ latest }) => iso(latest))).size < 2) return [];
  const inDoubt = new Set(readings.flatMap(({ counting }) => counting.withoutVacation ?? []));
  const asItFalls = (counted: Temporal.PlainDate) => {
    let day = counted;
    while (closedOn(calendar, day)?.kind === 'weekend') day = day.add({ days: 1 });
    const closed = closedOn(calendar, day);
    return closed && calendar.vacations.some((vacation) => inDoubt.has(vacation.code) && spellsOf(vacation, day, day).length > 0) ? { day: iso(day), closed } : undefined;
  };
  const found = new Map<string, Alternative>();
  for (const [counted, group] of Map.groupBy(all, (each) => iso(each.counted))) {
    const [first] = group;
    const falls = first && asItFalls(first.counted);
    if (first && falls) {
      const mayMoveTo = [...new Set(group.map(({ latest }) => iso(latest)))].filter((day) => day > falls.day).sort();
      found.set(falls.day, { reading: first.code, counted, latestDate: falls.day, closed: falls.closed, ...(mayMoveTo.length > 0 && { mayMoveTo }) });
    }
    for (const { code, latest } of group) if (!(falls && falls.day <= iso(latest)) && !found.has(iso(latest))) found.set(iso(latest), { reading: code, counted, latestDate: iso(latest) });
  }
  return [...found.values()].sort((one, other) => (one.latestDate < other.latestDate ? -1 : 1));
}
