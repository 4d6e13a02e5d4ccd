import type { ForumCalendar } from './calendar.ts';
import { closedDaysIn } from './count.ts';
import { deadlineFor, type ForumRule } from './deadline.ts';
import type { DeadlineOptions, TriggerInput } from './request.ts';
import type { DeadlineResult, DeadlineStatus, TraceStep } from './trace.ts';

/** A rule and a calendar in one of their versions. */
export type Law = { rule: ForumRule; calendar: ForumCalendar };
type Facts = Pick<DeadlineResult, 'status' | 'workingDate' | 'latestDate' | 'cutOff' | 'strictness' | 'verification'> & { ruleVersion: number | null; calendarVersion: number | null };
/** Why a date is another one now, as codes: `calendar` 2 → 3, a closed day that came or went, a step that counts differently. */
export type Why =
  | { code: 'rule_version'; from: number | null; to: number | null }
  | { code: 'calendar_version'; from: number | null; to: number | null }
  | { code: 'status'; from: DeadlineStatus; to: DeadlineStatus }
  | { code: 'closed_day_added' | 'closed_day_removed'; day: string; name: string }
  | { code: 'counted_differently'; step: TraceStep['step'] };
export type DeadlineDiff = { changed: boolean; before: Facts; after: Facts; why: Why[] };

const factsOf = (result: DeadlineResult): Facts => ({
  status: result.status, workingDate: result.workingDate, latestDate: result.latestDate, cutOff: result.cutOff, strictness: result.strictness, verification: result.verification,
  ruleVersion: result.version, calendarVersion: result.trace.find((step) => step.step === 'calendar')?.version ?? null,
});

/** Holidays that played a part in a result, by day. */
const holidaysIn = ({ trace }: DeadlineResult): Map<string, string> => new Map(closedDaysIn(trace).filter(({ closed }) => closed.kind === 'holiday').map(({ day, closed }) => [day, closed.name ?? '']));

/** What differs between two results for the same trigger. `changed` says whether anyone has to be told: a day, an hour or a status moved. */
export function compareDeadlines(before: DeadlineResult, after: DeadlineResult): DeadlineDiff {
  const [was, is] = [factsOf(before), factsOf(after)];
  const changed = was.status !== is.status || was.latestDate !== is.latestDate || was.workingDate !== is.workingDate || was.cutOff !== is.cutOff;
  const why: Why[] = [];
  if (was.ruleVersion !== is.ruleVersion) why.push({ code: 'rule_version', from: was.ruleVersion, to: is.ruleVersion });
  if (was.calendarVersion !== is.calendarVersion) why.push({ code: 'calendar_version', from: was.calendarVersion, to: is.calendarVersion });
  if (was.status !== is.status) why.push({ code: 'status', from: was.status, to: is.status });
  if (changed) {
    const [closed, closedNow] = [holidaysIn(before), holidaysIn(after)];
    for (const [day, name] of closedNow) if (!closed.has(day)) why.push({ code: 'closed_day_added', day, name });
    for (const [day, name] of closed) if (!closedNow.has(day)) why.push({ code: 'closed_day_removed', day, name });
    const first = before.trace.find((step, at) => JSON.stringify(step) !== JSON.stringify(after.trace[at]) && step.step !== 'rule' && step.step !== 'calendar');
    if (first && !why.some(({ code }) => code.startsWith('closed_day'))) why.push({ code: 'counted_differently', step: first.step });
  }
  return { changed, before: was, after: is, why };
}

/** The same trigger under the law as it is and as it would be: what a steward sees before saving, and people are told after. */
export function recompute(trigger: TriggerInput, options: Partial<DeadlineOptions>, before: Law, after: Law): DeadlineDiff {
  return compareDeadlines(deadlineFor(before.rule, trigger, before.calendar, options), deadlineFor(after.rule, trigger, after.calendar, options));
}
