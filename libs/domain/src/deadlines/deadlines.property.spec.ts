import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarOf, closedOn, countPeriod, deadlineById, deadlineFor, deadlineOfOrder, easterOf, forumCalendar, openDayFrom, ruleById, shippedLaw, type Counting, triggerFault, type DeadlineResult, type ForumCalendar } from './index.ts';

/** What has to hold for every date, not only for those somebody thought of. */
const first = Temporal.PlainDate.from('1990-01-01');
const day = fc.integer({ min: 0, max: 25_000 }).map((days) => first.add({ days }));
const onFile = fc.constantFrom(...shippedLaw.calendars.values());
const fridaySaturday = forumCalendar.parse({ id: 'fri-sat', name: 'A week that ends on Friday', zone: 'Indian/Maldives', version: 1, source: 'test', verification: 'unverified', weekend: [5, 6], covers: null, holidays: [{ name: 'New Year', month: 1, day: 1 }] });
const calendar = fc.oneof(onFile, fc.constant(fridaySaturday));
const units = fc.constantFrom('calendar_day' as const, 'business_day' as const, 'week' as const, 'month' as const, 'year' as const);
const roll = fc.constantFrom('none' as const, 'next_working' as const, 'previous_working' as const);
const count = (counting: Partial<Counting> & Pick<Counting, 'n' | 'unit'>, start: Temporal.PlainDate, by: ForumCalendar) =>
  countPeriod({ countsTriggerDay: false, clearDays: false, roll: 'none', ...counting }, { start, basis: null, calendar: by, skips: [] });
const upTo = (unit: Counting['unit'], n: number) => (unit === 'year' ? (n % 10) + 1 : unit === 'month' ? (n % 24) + 1 : unit === 'week' ? (n % 60) + 1 : n);
const compare = (a: Temporal.PlainDate, b: Temporal.PlainDate) => Temporal.PlainDate.compare(a, b);
const weekdaysOnly = calendarOf(ruleById('ECHR-1') ?? (() => { throw new Error('no rule'); })());
const fixedRules = shippedLaw.rules.filter(({ id }) => deadlineById(id, { on: '2025-06-10' }).latestDate !== null);
const latest = ({ latestDate }: DeadlineResult) => latestDate ?? '';

describe('Counting', () => {
  it('a month ends on the day of the same number, or on the last day of a shorter month: never outside it', () => {
    fc.assert(fc.property(day, fc.integer({ min: 1, max: 60 }), (start, n) => {
      const { counted } = count({ n, unit: 'month' }, start, weekdaysOnly);
      const months = (counted.year - start.year) * 12 + counted.month - start.month;
      return months === n && counted.day === Math.min(start.day, counted.daysInMonth);
    }));
  });
  it('a year from leap day ends on the 28th, or on the 29th of another leap year', () => {
    fc.assert(fc.property(fc.integer({ min: 498, max: 510 }), fc.integer({ min: 1, max: 10 }), (quarter, n) => {
      const { counted } = count({ n, unit: 'year' }, Temporal.PlainDate.from({ year: quarter * 4, month: 2, day: 29 }), weekdaysOnly);
      return counted.month === 2 && counted.day === (counted.inLeapYear ? 29 : 28);
    }));
  });
  it('n days end n days later; weeks on the same weekday', () => {
    fc.assert(fc.property(day, fc.integer({ min: 1, max: 3650 }), (start, n) =>
      start.until(count({ n, unit: 'calendar_day' }, start, weekdaysOnly).counted).days === n && count({ n: (n % 500) + 1, unit: 'week' }, start, weekdaysOnly).counted.dayOfWeek === start.dayOfWeek));
  });
  it('when the day itself counts it ends a day earlier; clear days end a day later', () => {
    fc.assert(fc.property(day, fc.integer({ min: 1, max: 400 }), fc.constantFrom('calendar_day' as const, 'month' as const), (start, n, unit) => {
      const plain = count({ n: upTo(unit, n), unit }, start, weekdaysOnly).counted;
      return count({ n: upTo(unit, n), unit, countsTriggerDay: true }, start, weekdaysOnly).counted.add({ days: 1 }).equals(plain) && count({ n: upTo(unit, n), unit, clearDays: true }, start, weekdaysOnly).counted.subtract({ days: 1 }).equals(plain);
    }));
  });
  it('working days end on an open day, with exactly n open days behind it', () => {
    fc.assert(fc.property(day, fc.integer({ min: 1, max: 60 }), calendar, (start, n, by) => {
      const { counted } = count({ n, unit: 'business_day' }, start, by);
      let open = 0;
      for (let at = start.add({ days: 1 }); compare(at, counted) <= 0; at = at.add({ days: 1 })) if (!closedOn(by, at)) open++;
      return open === n && !closedOn(by, counted);
    }), { numRuns: 60 });
  });
  it('days of a stay do not count, whatever the unit', () => {
    fc.assert(fc.property(day, fc.integer({ min: 2, max: 90 }), fc.integer({ min: 1, max: 80 }), fc.constantFrom('calendar_day' as const, 'month' as const), (start, n, length, unit) => {
      const stay = { kind: 'stay' as const, from: start.add({ days: 1 }), to: start.add({ days: length }) };
      const with_ = countPeriod({ n: upTo(unit, n), unit, countsTriggerDay: false, clearDays: false, roll: 'none' }, { start, basis: null, calendar: weekdaysOnly, skips: [stay] }).counted;
      const plain = count({ n: upTo(unit, n), unit }, start, weekdaysOnly).counted;
      // A stay longer than the period still pauses only the days it had: those after its end run as before.
      return unit === 'calendar_day' ? plain.until(with_).days === length : compare(with_, plain) > 0;
    }));
  });
});

describe('Moving off closed days', () => {
  it('never lands on a closed day, never goes back when it moves forward, and passes closed days alone', () => {
    fc.assert(fc.property(day, fc.integer({ min: 1, max: 200 }), units, roll, calendar, (start, n, unit, how, by) => {
      const { counted, latest: end } = count({ n: upTo(unit, n), unit, roll: how }, start, by);
      if (how === 'none') return end.equals(counted);
      const step = how === 'next_working' ? 1 : -1;
      for (let at = counted; !at.equals(end); at = at.add({ days: step })) if (!closedOn(by, at)) return false;
      return !closedOn(by, end) && compare(end, counted) * step >= 0;
    }), { numRuns: 80 });
  });
  it('where the week ends on Friday, a Friday moves to Sunday and a Sunday stays', () => {
    fc.assert(fc.property(day, (at) => {
      const end = openDayFrom(fridaySaturday, at, 1);
      if (at.month === 1 || at.month === 12) return !closedOn(fridaySaturday, end);
      return at.dayOfWeek === 5 ? at.until(end).days === 2 && end.dayOfWeek === 7 : at.dayOfWeek === 6 ? at.until(end).days === 1 : end.equals(at);
    }));
  });
  it('Easter is a Sunday between 22 March and 25 April', () => {
    fc.assert(fc.property(fc.integer({ min: 1600, max: 2900 }), (year) => {
      const at = easterOf(year);
      return at.dayOfWeek === 7 && at.toString() >= `${year}-03-22` && at.toString() <= `${year}-04-25`;
    }));
  });
});

describe('Deadlines', () => {
  it('the day to work to is open, never after the last day, and before it while the rule is not verified', () => {
    fc.assert(fc.property(fc.constantFrom(...fixedRules), day, (rule, at) => {
      const { workingDate, latestDate, status } = deadlineFor(rule, { on: at.toString() }, calendarOf(rule));
      if (status === 'not_computable') return latestDate === null;
      return workingDate !== null && latestDate !== null && (rule.versions[0]?.strictness === 'opens_remedy' ? workingDate > latestDate : workingDate < latestDate) && !closedOn(calendarOf(rule), Temporal.PlainDate.from(workingDate));
    }));
  });
  it('verified or not, the last day is the same; verified, one may work to the last open day', () => {
    fc.assert(fc.property(fc.constantFrom(...fixedRules), day, (rule, at) => {
      const plain = deadlineFor(rule, { on: at.toString() }, calendarOf(rule));
      const verified = deadlineFor({ ...rule, verification: 'verified', verifiedBy: 'A. Advocate' }, { on: at.toString() }, calendarOf(rule));
      return plain.latestDate === verified.latestDate && (plain.workingDate ?? '') <= (verified.workingDate ?? '') && (rule.id === 'GDPR-1' || (verified.workingDate ?? '') <= (verified.latestDate ?? ''));
    }));
  });
  it('a later trigger never ends earlier, under one version of rule and calendar', () => {
    fc.assert(fc.property(fc.constantFrom(...fixedRules), day, fc.integer({ min: 1, max: 40 }), (rule, at, days) => {
      const [one, other] = [at, at.add({ days })].map((on) => deadlineFor(rule, { on: on.toString() }, calendarOf(rule))) as [DeadlineResult, DeadlineResult];
      // A disputed result shows its earliest reading, a computed one its only one: they compare within their kind.
      return one.version !== other.version || one.status !== other.status || latest(one) <= latest(other);
    }));
  });
  it('a holiday announced late moves only the dates it touches, and never to an earlier day', () => {
    fc.assert(fc.property(fc.constantFrom('UG-1', 'IN-1', 'ZA-1', 'PH-1', 'EU-1', 'PE-1', 'ECHR-1'), day, fc.integer({ min: 1, max: 150 }), (id, at, after) => {
      const rule = ruleById(id);
      if (!rule) return false;
      const holiday = at.add({ days: after }).toString();
      const before = calendarOf(rule);
      const late = { ...before, version: 2, holidays: [...before.holidays, { name: 'Announced', days: [holiday] }] };
      const [old, now] = [before, late].map((by) => deadlineFor(rule, { on: at.toString() }, by)) as [DeadlineResult, DeadlineResult];
      if (old.status !== 'computed' || now.status !== 'computed') return true;
      const counts = rule.versions[0]?.counting?.unit === 'business_day';
      const touched = counts ? holiday <= latest(old) && !closedOn(before, Temporal.PlainDate.from(holiday), { doubtfulOpen: true }) : holiday === latest(old) && rule.versions[0]?.counting?.roll !== 'none';
      return touched ? latest(now) > latest(old) : latest(now) === latest(old);
    }), { numRuns: 200 });
  });
  it('an order of any length within ten years is counted, one outside is refused', () => {
    fc.assert(fc.property(day, fc.integer({ min: -5, max: 4000 }), fc.constantFrom('hour' as const, 'calendar_day' as const, 'month' as const), (from, n, unit) => {
      const result = deadlineOfOrder({ order: 'Order', zone: 'Africa/Nairobi', within: { n, unit }, from: from.toString() });
      return n >= 1 && n <= 3650 ? 'ok' in result && latest(result.ok) > from.toString() : 'refused' in result;
    }));
  });
  it('any text for a date gives an answer, or is refused as `triggerFault` says', () => {
    fc.assert(fc.property(fc.constantFrom(...fixedRules), fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('2', '0', '1', '-', '/', '~', 'T', ':', '[', ']', ',', 'Z') })), (rule, on) => {
      try {
        return typeof deadlineFor(rule, { on }, calendarOf(rule)).status === 'string';
      } catch (fault) {
        return fault instanceof RangeError && triggerFault(on) !== undefined;
      }
    }));
  });
  it('a rough date in EDTF gives no date, whatever its form; its first day is never later than what it may mean', () => {
    const two = (n: number) => String(n).padStart(2, '0');
    const exact = fc.tuple(fc.integer({ min: 1950, max: 2060 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })).map(([y, m, d]) => `${y}-${two(m)}-${two(d)}`);
    const rough = fc.tuple(exact, fc.constantFrom(
      (at: string) => at.slice(0, 4), (at: string) => at.slice(0, 7), (at: string) => `${at.slice(0, 3)}X`, (at: string) => `${at.slice(0, 7)}-XX`, (at: string) => `${at.slice(0, 9)}X`, (at: string) => `${at.slice(0, 4)}-XX-${at.slice(8)}`,
      (at: string) => `${at}?`, (at: string) => `${at.slice(0, 7)}%`, (at: string) => `~${at}`, (at: string) => `${at}/..`, (at: string) => `${at.slice(0, 7)}/`, (at: string) => `${at}/2070-01`, (at: string) => `[${at}..2070]`, (at: string) => `{${at},2070}`,
    ));
    fc.assert(fc.property(fc.constantFrom(...fixedRules), rough, (rule, [at, form]) => {
      const { status, latestDate, workingDate, cutOff, earliestPossible = '', trace } = deadlineFor(rule, { on: form(at) }, calendarOf(rule));
      return status === 'not_computable' && latestDate === null && workingDate === null && cutOff === null && earliestPossible <= at && earliestPossible.length === 10 && trace[0]?.step === 'trigger' && trace[0].day === null;
    }), { numRuns: 200 });
  });
  it('nor day by day over a Christmas in Kenya, where readings differ', () => {
    const rule = ruleById('KE-1');
    if (!rule) throw new Error('no rule');
    for (let year = 2020; year <= 2030; year++) {
      let before = '';
      for (let at = Temporal.PlainDate.from({ year, month: 11, day: 25 }); at.year === year; at = at.add({ days: 1 })) {
        const end = latest(deadlineFor(rule, { on: at.toString() }, calendarOf(rule)));
        expect(end >= before, `${at.toString()}: ${before}, then ${end}`).toBe(true);
        before = end;
      }
    }
  });
  it('every day that a reading ends on is an open day under that reading, or the holiday of the disputed vacation', () => {
    fc.assert(fc.property(fc.constantFrom(...fixedRules.filter(({ versions }) => versions.some(({ counting }) => counting?.roll === 'next_working'))), day, (rule, at) => {
      const { alternatives = [], latestDate } = deadlineFor(rule, { on: at.toString() }, calendarOf(rule));
      return alternatives.every((each) => {
        const closed = closedOn(calendarOf(rule), Temporal.PlainDate.from(each.latestDate), { doubtfulOpen: true, openWeekdays: [6] });
        return closed === undefined || (closed.kind === 'holiday' && each.mayMoveTo !== undefined);
      }) && (alternatives.length === 0 || alternatives[0]?.latestDate === latestDate);
    }), { numRuns: 300 });
  });
  it('the same question gives the same answer, and asking changes nothing', () => {
    const kept = JSON.stringify([...shippedLaw.calendars.values()]) + JSON.stringify(shippedLaw.rules);
    fc.assert(fc.property(fc.constantFrom(...fixedRules), day, (rule, at) => {
      expect(deadlineFor(rule, { on: at.toString() }, calendarOf(rule))).toEqual(deadlineFor(rule, { on: at.toString() }, structuredClone(calendarOf(rule))));
    }), { numRuns: 40 });
    expect(JSON.stringify([...shippedLaw.calendars.values()]) + JSON.stringify(shippedLaw.rules)).toBe(kept);
  });
});
