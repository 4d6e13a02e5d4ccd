import { closedOn, coversYear, spellsOf, type ForumCalendar } from './calendar.ts';
import { closedDaysIn, countFromHour, countPeriod, iso, type Skip } from './count.ts';
import { alternativesOf, readingsOf, type Read as Reading } from './readings.ts';
import { cutOffAt, applyExtensions, workingDate, type Ending } from './ending.ts';
import { readTrigger, type DeadlineOptions, type ReadTrigger, type TriggerInput } from './request.ts';
import type { Counting, DeadlineForum, DeadlineRule, PromptPeriod, RuleVersion, TriggerBasis } from './rule.ts';
import type { Alternative, Days, DeadlineResult, DeadlineStatus, Note, Prompt, Reason, TraceStep } from './trace.ts';

/** A rule with the forum it belongs to, as `law.ts` joins them. */
export type ForumRule = Omit<DeadlineRule, 'forum'> & { forum: DeadlineForum };
type Day = Temporal.PlainDate;
type Options = Partial<DeadlineOptions> & { /** The rule that usually follows, and its calendar, for the last line of the trace. */ next?: { rule: ForumRule; calendar: ForumCalendar } };

const earlier = (a: Day, b: Day) => (Temporal.PlainDate.compare(a, b) <= 0 ? a : b);

/** Step 1: the version in force on the legally relevant day; undefined when none on file was. */
export function versionOn(rule: Pick<DeadlineRule, 'versions'>, day: string): RuleVersion | undefined {
  return rule.versions.find(({ from, to }) => (from === null || from <= day) && (to === null || day <= to));
}

/**
 * When an act is due, and how that was counted (domain 2.5).
 *
 * @param rule a rule joined with its forum: `ruleById`
 * @param given the day it runs from: EDTF, or a date with an hour; on which basis; whether its proof is in hand
 * @param calendar the forum's calendar, in the version to count by
 * @param options see `deadlineOptions`; checked input is expected, bad dates throw RangeError
 * @returns always a result: a day, or why there is none and what mends it. Pure: no clock, no zone of this machine.
 */
export function deadlineFor(rule: ForumRule, given: TriggerInput, calendar: ForumCalendar, options: Options = {}): DeadlineResult {
  const trigger = { on: given.on, basis: given.basis ?? null, confirmed: given.confirmed ?? true };
  const read = readTrigger(trigger.on, rule.forum.zone);
  const chosen = chooseVersion(rule, read, options.relevantOn);
  const { version } = chosen;
  const basis = trigger.basis ?? version.startsFrom[0] ?? null;
  const steps = [...triggerStep(trigger, read, basis, rule), ruleStep(rule, version, chosen)];
  const notes: Note[] = version.notes.map((text) => ({ code: 'of_the_rule', text }));
  if (chosen.assumed) notes.push({ code: 'decision_day_assumed' });
  if (chosen.afterTrigger) notes.push({ code: 'decision_after_trigger' });
  const prompts = promptsOf(version, read);

  const resultOf = (status: DeadlineStatus, days: Days, ending: Ending | null, more: Partial<DeadlineResult> = {}): DeadlineResult => extended({
    rule: rule.id, version: version.version, status, ...days, zone: rule.forum.zone, strictness: version.strictness, verification: status === 'disputed' ? 'disputed' : rule.verification,
    trace: steps, ...more, ...((prompts.length > 0 || status === 'undefined') && { prompts }), ...(notes.length > 0 && { notes }),
  }, calendar, rule.forum, options, ending);
  const without = (reason: Reason, more: Partial<DeadlineResult> = {}) => {
    steps.push({ step: 'stop', reason });
    return resultOf('not_computable', noDays, null, { reason, ...more });
  };

  const earliest = read && 'from' in read ? { earliestPossible: iso(read.from) } : {};
  const against = chosen.reason ?? reasonAgainst(rule, version, trigger, read, basis);
  if (against) {
    const asIf = read && (against.code === 'date_rough' || against.code === 'service_unconfirmed') ? ifEarliest(rule, trigger, read, calendar, options) : {};
    return without(against, { ...earliest, ...asIf });
  }
  if (version.counting === undefined || read === null || !('day' in read)) {
    const since = read && 'day' in read ? read.day : undefined;
    if (since && options.today !== undefined) steps.push({ step: 'elapsed', since: iso(since), days: since.until(options.today).days });
    return resultOf('undefined', noDays, null, earliest);
  }

  const { counting } = version;
  const { skips, refused } = skipsOf(version, options);
  const { ending, alternatives, disputed, steps: counted } = counting.unit === 'hour'
    ? countInHours(counting, read, rule.forum.zone, notes)
    : countInDays({ version, counting, start: read.day, basis, calendar, skips, notes, longStopFrom: options.longStopFrom });
  const lasting = options.stays?.find(({ from, to }) => to === null && from <= iso(ending.latest));
  if (lasting) return without({ code: 'stayed', since: lasting.from, remedy: 'enter_the_end_of_the_stay' });

  const usesCalendar = counting.unit === 'business_day' || counting.roll !== 'none' || version.readings.length > 0;
  steps.push(...refused, ...counted, calendarStep(calendar, read.day, ending.latest, usesCalendar ? 'counting' : 'working_date'));
  notes.push(...calendarNotes(calendar, read.day, ending, version, usesCalendar));
  const cutOff = cutOffAt(ending, rule.forum);
  const unknownHour = counting.unit === 'hour' && read.at === undefined;
  const aim = workingDate(ending, calendar, version.strictness === 'opens_remedy' ? 'remedy_opens' : alternatives.length > 1 ? 'readings_differ' : unknownHour ? 'hour_not_known' : rule.verification === 'verified' ? 'last_day' : 'rule_not_verified');
  if (aim.day <= iso(read.day)) notes.push({ code: 'working_date_before_trigger' });
  steps.push({ step: 'cut_off', at: cutOff, zone: rule.forum.zone, registryHours: rule.forum.closes ?? null }, aim.step, ...nextStep(version, ending, options));
  if (alternatives.length > 1 || rule.verification !== 'verified') steps.push({ step: 'confirm' });
  return resultOf(disputed ? 'disputed' : 'computed', { workingDate: aim.day, latestDate: iso(ending.latest), cutOff }, ending, alternatives.length > 1 ? { alternatives } : {});
}
const noDays: Days = { workingDate: null, latestDate: null, cutOff: null };

/** Steps 1 and 2: what stands against a day. Nothing stands against saying that there is no fixed one. */
function reasonAgainst(rule: ForumRule, version: RuleVersion, { on, confirmed }: { on: string; confirmed: boolean }, read: ReadTrigger, basis: TriggerBasis | null): Reason | undefined {
  const why = version.confidenceNote ?? version.source;
  if (version.noPeriod === 'no_value_shipped') return { code: 'no_value_shipped', why, remedy: 'ask_counsel' };
  if (version.noPeriod !== undefined) return undefined;
  if (!rule.enabled) return { code: 'rule_disabled', why, remedy: 'ask_counsel' };
  if (basis !== null && !version.startsFrom.includes(basis)) return { code: 'wrong_basis', given: basis, needed: version.startsFrom, remedy: 'enter_the_right_day' };
  if (read === null) return { code: 'date_unknown', remedy: 'enter_the_day' };
  if (!('day' in read)) return { code: 'date_rough', given: on, earliest: iso(read.from), remedy: 'enter_the_day' };
  return confirmed ? undefined : { code: 'service_unconfirmed', earliest: iso(read.day), remedy: 'confirm_service' };
}

/**
 * What follows if it was the earliest day possible: for a warning, never for a date. A newer version may be shorter, so over a
 * change of the rule the earliest end can belong to the first day of that version.
 */
function ifEarliest(rule: ForumRule, trigger: TriggerInput, read: NonNullable<ReadTrigger>, calendar: ForumCalendar, options: Options): Partial<DeadlineResult> {
  const [from, to] = ('day' in read ? [read.day, read.day] : [read.from, read.to]).map(iso) as [string, string];
  const starts = [from, ...rule.versions.flatMap((version) => (version.from !== null && from < version.from && version.from <= to ? [version.from] : []))];
  const ends = starts.map((on) => deadlineFor(rule, { ...trigger, on, confirmed: true }, calendar, { ...options, extensions: [] })).filter(({ latestDate }) => latestDate !== null);
  const [first] = ends.sort((one, other) => ((one.latestDate ?? '') < (other.latestDate ?? '') ? -1 : 1));
  return { earliestPossible: from, ...(first && { ifEarliest: { workingDate: first.workingDate, latestDate: first.latestDate, cutOff: first.cutOff } }) };
}

function triggerStep({ on, basis: said }: { on: string; basis: TriggerBasis | null }, read: ReadTrigger, basis: TriggerBasis | null, rule: ForumRule): TraceStep[] {
  if (!read && on === '') return [];
  const day = read && 'day' in read ? iso(read.day) : null;
  return [{ step: 'trigger', day, basis, zone: rule.forum.zone, ...(day !== on && { given: on }), ...(said === null && { assumedBasis: true as const }) }];
}

type Chosen = { version: RuleVersion; on: string | null; assumed: boolean; afterTrigger?: boolean; reason?: Reason };

/**
 * Invariant 13: by the legally relevant day. Where only the trigger is known and another day decides, that is said; a rough trigger
 * chooses by its earliest day, for the warning alone.
 */
function chooseVersion(rule: ForumRule, trigger: ReadTrigger, relevantOn: string | undefined): Chosen {
  const newest = rule.versions.at(-1);
  if (!newest) throw new RangeError(`Rule ${rule.id} has no version`);
  const relevant = relevantOn === undefined ? null : readTrigger(relevantOn, rule.forum.zone);
  const given = relevant ?? trigger;
  if (given === null) return { version: newest, on: null, assumed: false };
  const [first, last] = ('day' in given ? [given.day, given.day] : [given.from, given.to]).map(iso) as [string, string];
  const [version, other] = [versionOn(rule, first), versionOn(rule, last)];
  const rough = !('day' in given);
  if (rough && relevant) {
    if (!version || version !== other) return { version: version ?? newest, on: null, assumed: false, reason: { code: 'relevant_date_rough', given: relevantOn ?? '', remedy: 'enter_the_day' } };
    return { version, on: null, assumed: false };
  }
  if (rough) return { version: version ?? newest, on: null, assumed: false };
  if (!version) return { version: newest, on: first, assumed: false, reason: { code: 'no_version', on: first, first: rule.versions[0]?.from ?? null, last: newest.to, remedy: 'ask_counsel' } };
  // The trigger comes after the decision: a version that had ended by then has certainly been right, the newest is only likely.
  const assumed = relevant === null && version.chosenBy !== 'trigger' && rule.versions.length > 1 && version === newest;
  const afterTrigger = relevant !== null && trigger !== null && 'day' in relevant && 'day' in trigger && Temporal.PlainDate.compare(relevant.day, trigger.day) > 0;
  return { version, on: first, assumed, afterTrigger };
}

function ruleStep(rule: ForumRule, version: RuleVersion, { on, assumed }: Chosen): TraceStep {
  const { counting, noPeriod, extendableNote, confidenceNote } = version;
  return {
    step: 'rule', rule: rule.id, version: version.version, name: version.name, source: version.source, act: rule.act,
    ...(counting && { n: counting.n, unit: counting.unit }), ...(noPeriod && { noPeriod }),
    from: version.from, to: version.to, chosenBy: version.chosenBy, chosenOn: on, why: rule.versions.length > 1 ? 'in_force_that_day' : 'only_version', ...(assumed && { assumed: true as const }),
    strictness: version.strictness, extendable: version.extendable, ...(extendableNote && { extendableNote }),
    verification: rule.verification, confidence: version.confidence, ...(confidenceNote && { confidenceNote }),
  };
}

const usualPrompts: PromptPeriod[] = [3, 6, 9].map((n) => ({ n, unit: 'month', kind: 'soft' }));
/** When to think of it again. Only from a day: from a rough one the first day it may be would have to be invented (invariant 11). */
function promptsOf(version: RuleVersion, read: ReadTrigger): Prompt[] {
  const start = read && 'day' in read ? read.day : undefined;
  const periods = version.prompts ?? (version.noPeriod === undefined || version.noPeriod === 'no_value_shipped' ? [] : usualPrompts);
  if (!start) return [];
  return periods.map(({ n, unit, kind }) => ({ on: iso(start.add(unit === 'month' ? { months: n } : unit === 'year' ? { years: n } : { days: n })), n, unit, kind }));
}

/** Stays pause a clock as they are; certified time counts only if what the rule asks for has been proved. */
function skipsOf(version: RuleVersion, options: Options): { skips: Skip[]; refused: TraceStep[] } {
  const skips: Skip[] = (options.stays ?? []).flatMap(({ from, to, what }): Skip[] =>
    to === null || to === from ? [] : [{ kind: 'stay', from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to).subtract({ days: 1 }), ...(what !== undefined && { what }) }]);
  const refused: TraceStep[] = [];
  for (const { from, to, what, proved } of options.exclude ?? []) {
    const { excludable } = version;
    if (!excludable || (excludable.proof !== null && !proved)) refused.push({ step: 'not_excluded', from, to, proof: excludable?.proof ?? null });
    else skips.push({ kind: 'certified', from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to), what: what ?? excludable.what });
  }
  return { skips, refused };
}

type Outcome = { ending: Ending; alternatives: Alternative[]; /** By the rule itself, not by its calendar alone. */ disputed: boolean; steps: TraceStep[] };

/** Hours run by the clock; from a day alone only the minutes are known between which they end. */
function countInHours({ n }: Counting, read: { day: Day; at?: Temporal.ZonedDateTime }, zone: string, notes: Note[]): Outcome {
  const { step, ...ending } = countFromHour(read, n, zone);
  if (!read.at) notes.push({ code: 'hour_not_known' });
  return { ending, alternatives: [], disputed: false, steps: [step] };
}

/** The plain count and every other reading of the text, and what the earliest of them is. */
function countInDays({ version, counting, start, basis, calendar, skips, notes, longStopFrom }: {
  version: RuleVersion; counting: Counting; start: Day; basis: TriggerBasis | null; calendar: ForumCalendar; skips: Skip[]; notes: Note[]; longStopFrom: string | undefined;
}): Outcome {
  const count = (how: Counting, doubtfulOpen?: boolean) => countPeriod(how, { start, basis, calendar, skips, openness: { doubtfulOpen: doubtfulOpen === true } });
  const plain = count(counting);
  const ofRule = readingsOf(version, counting, plain, count);
  // Closed days that are not certain may turn out open: one more reading, so that both days are shown and the earlier one is worked to.
  const uncertain = closedDaysIn(plain.steps).filter(({ closed }) => closed.doubtful);
  const ofCalendar: Reading[] = uncertain.length > 0 ? [{ code: 'uncertain_days_open', about: 'Some closed days are not certain: taken as open.', ...count(counting, true) }] : [];
  for (const { day, closed } of uncertain) notes.push({ code: 'doubtful_day', day, name: closed.name ?? '' });
  const all: Reading[] = [{ code: 'as_written', about: '', ...plain }];
  for (const each of [...ofRule, ...ofCalendar]) if (!all.some(({ counted, latest }) => counted.equals(each.counted) && latest.equals(each.latest))) all.push(each);
  const alternatives = alternativesOf(all, version, calendar);
  const disputed = ofRule.some(({ latest }) => !latest.equals(plain.latest));
  const steps = [...plain.steps];
  if (alternatives.length > 1) for (const each of all.slice(1)) steps.push({ step: 'reading', code: each.code, about: each.about, counted: iso(each.counted), latestDate: iso(each.latest) });

  let counted = all.map((each) => each.counted).reduce(earlier);
  let latest = alternatives.length > 1 ? alternatives.map((each) => Temporal.PlainDate.from(each.latestDate)).reduce(earlier) : plain.latest;
  const { longStop } = version;
  if (longStop) {
    if (longStopFrom === undefined) notes.push({ code: 'long_stop_not_checked' });
    else {
      const stop = Temporal.PlainDate.from(longStopFrom).add(longStop.unit === 'year' ? { years: longStop.n } : { months: longStop.n });
      steps.push({ step: 'long_stop', day: iso(stop), from: longStopFrom, applies: Temporal.PlainDate.compare(stop, latest) < 0 });
      [counted, latest] = [earlier(counted, stop), earlier(latest, stop)];
    }
  }
  return { ending: { counted, latest, time: null }, alternatives, disputed, steps };
}

/** Vacations near the period, and which of them it reaches. */
function calendarStep(calendar: ForumCalendar, start: Day, latest: Day, used: 'counting' | 'working_date'): TraceStep {
  const dayOne = start.add({ days: 1 });
  const vacations = calendar.vacations.flatMap((vacation) => spellsOf(vacation, dayOne, latest.add({ days: 60 })).map((spell) => ({
    code: vacation.code, name: vacation.name, from: iso(spell.from), to: iso(spell.to), reached: Temporal.PlainDate.compare(spell.from, latest) <= 0, effect: vacation.effect,
  })));
  const covered = calendar.holidays.length === 0 || (coversYear(calendar, start.year) && coversYear(calendar, latest.year));
  return { step: 'calendar', calendar: calendar.id, version: calendar.version, name: calendar.name, verification: calendar.verification, source: calendar.source, covered, used, vacations };
}

function calendarNotes(calendar: ForumCalendar, start: Day, { latest }: Ending, version: RuleVersion, usesCalendar: boolean): Note[] {
  const notes: Note[] = [];
  const closed = closedOn(calendar, latest);
  if (closed && version.counting?.roll === 'none' && version.counting.unit !== 'hour') notes.push({ code: 'last_day_closed', day: iso(latest), closed });
  if (usesCalendar && !coversYear(calendar, latest.year)) notes.push({ code: 'calendar_not_covered' });
  const answered = new Set(version.readings.map(({ counting }) => counting.withoutVacation));
  // Whatever the unit: whether time runs in a vacation is a question of the forum, not of its holidays.
  for (const vacation of calendar.vacations) {
    if (vacation.effect !== 'unknown' || answered.has(vacation.code)) continue;
    for (const spell of spellsOf(vacation, start.add({ days: 1 }), latest)) notes.push({ code: 'vacation_touched', vacation: vacation.name, from: iso(spell.from), to: iso(spell.to) });
  }
  return notes;
}

/** "If lodged on that day, the next period ends on …": shown, never stored. */
function nextStep(version: RuleVersion, { latest }: Ending, { next }: Options): TraceStep[] {
  const basis = next && next.rule.versions.at(-1)?.startsFrom[0];
  if (!next || !basis || version.counting === undefined) return [];
  const then = deadlineFor(next.rule, { on: iso(latest), basis }, next.calendar);
  const moved = then.trace.find((step) => step.step === 'roll' || step.step === 'not_moved');
  const counted = moved?.step === 'roll' ? moved.from : then.latestDate;
  return [{ step: 'then', rule: next.rule.id, act: next.rule.act, basis, ifOn: iso(latest), counted, latestDate: then.latestDate }];
}

/** Invariant 14: what a court ordered beats the rule, and what the rule says stays in sight. */
function extended(result: DeadlineResult, calendar: ForumCalendar, forum: DeadlineForum, { extensions = [] }: Options, ending: Ending | null): DeadlineResult {
  if (extensions.length === 0) return result;
  const applied = applyExtensions(extensions, { ending, calendar, forum, firm: result.verification === 'verified' });
  if (!applied) return result;
  const { workingDate: aim, latestDate, cutOff, status, verification, reason: _, alternatives: __, trace, ...rest } = result;
  return {
    ...rest, status: 'computed', verification: applied.firm ? 'order' : verification, workingDate: applied.workingDate, latestDate: applied.latestDate, cutOff: applied.cutOff,
    trace: [...trace.filter(({ step }) => step !== 'confirm' && step !== 'then'), ...applied.steps], byRule: { status, verification, workingDate: aim, latestDate, cutOff },
  };
}
