import { formatLegalDate } from '../legal-date-format.ts';
import { isLegalDate } from '../legal-date.ts';
import type { Closed } from './calendar.ts';
import type { PeriodUnit, TriggerBasis } from './rule.ts';
import type { Alternative, ClosedDay, DeadlineStatus, Note, Prompt, Reason, TraceStep } from './trace.ts';

/**
 * The trace in plain English, for the command and for places without a message catalogue. The web client words the same codes
 * through its catalogue; nothing but words is decided here.
 */
const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
/** `2025-06-24` → "Tue 24 June 2025". */
export const dayText = (day: string): string => `${names[Temporal.PlainDate.from(day).dayOfWeek - 1] ?? ''} ${dateText(day)}`;
/** A period may end beyond the years that dates are written in: then the day stands as it is. */
const dateText = (day: string): string => (isLegalDate(day) ? formatLegalDate(day, 'en') : day);
const place = (zone: string) => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
/** `2026-11-10T23:59:00+01:00` → "Tue 10 Nov 2026, 23:59 Luxembourg". */
export const instantText = (at: string, zone: string): string => `${dayText(at.slice(0, 10))}, ${at.slice(11, 16)} ${place(zone)}`;

const units: Readonly<Record<PeriodUnit, string>> = { hour: 'hour', calendar_day: 'day', business_day: 'working day', week: 'week', month: 'month', year: 'year' };
/** 14, calendar_day → "14 days". */
export const periodText = (n: number, unit: PeriodUnit): string => `${n} ${units[unit]}${n === 1 ? '' : 's'}`;

const bases: Readonly<Record<TriggerBasis, string>> = {
  pronounced: 'decision delivered', dated: 'decision dated', signed: 'signed', published: 'published', served: 'served', received: 'received', filed: 'filed', effective: 'took effect', listed: 'listed',
  notified: 'notified', known: 'became known', occurred: 'the act or harm', ended: 'the violation ended', exhausted: 'local remedies exhausted', concluded: 'the other procedure ended', final: 'judgment final',
  refused: 'leave refused', granted: 'leave granted', transmitted: 'transmitted', discovered: 'discovered', heard: 'hearing held', lodged: 'lodged',
};
export const basisText = (basis: TriggerBasis): string => bases[basis];
const chosenBy = { trigger: 'the day time runs from', final_domestic_decision: 'the day of the final domestic decision', decision: 'the day of the decision', conduct: 'the day of the conduct', judgment_below: 'the day of the judgment below' };
const extendable = { no: 'Cannot be extended.', yes: 'Can be extended.', by_leave: 'Can be extended with leave.', for_good_reason: 'Can be extended for good reason.', condonable: 'Delay can be condoned.', exceptionally: 'Extended only exceptionally.', unknown: '' };
const verification = { verified: '', unverified: ' [not verified]', disputed: ' [disputed]' };
const noPeriod = {
  reasonable_time: 'a reasonable time, no fixed day', promptly: 'promptly, no fixed day', no_limit: 'no time limit', delay_weighs: 'no fixed period, but delay weighs', presumption: 'not a bar, a presumption only',
  while_it_lasts: 'as long as it lasts', no_value_shipped: 'no value is shipped',
};
const closedText = ({ kind, name, doubtful }: Closed) => `${kind === 'weekend' ? 'weekend' : name ?? 'closed'}${doubtful ? ', not certain' : ''}`;
const closedDays = (days: readonly ClosedDay[]) => days.map(({ day, closed }) => `${dayText(day)} (${closedText(closed)})`).join(', ');
const sentences = (...parts: (string | false | null | undefined)[]) => parts.filter(Boolean).join(' ');
const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

/** Why no day came out, with the remedy. */
export function reasonText(reason: Reason): string {
  switch (reason.code) {
    case 'date_unknown': return 'The day it runs from is not known. Enter it.';
    case 'date_rough': return `"${reason.given}" is not a day. Earliest possible: ${dayText(reason.earliest)}. Find and enter the day itself.`;
    case 'service_unconfirmed': return `Service is not confirmed. Earliest possible: ${dayText(reason.earliest)}. Get the proof of service and confirm the day.`;
    case 'wrong_basis': return `The period does not run from that day (${basisText(reason.given)}). Enter the day for: ${reason.needed.map((each) => `${each} (${basisText(each)})`).join(', or ')}.`;
    case 'relevant_date_rough': return `"${reason.given}" does not say which version of the rule applies. Enter the day.`;
    case 'no_version': return `No version of the rule on file for ${dayText(reason.on)}${reason.first ? `; the first begins ${dayText(reason.first)}` : ''}. Ask counsel for the rule of that time.`;
    case 'rule_disabled': return `The rule is switched off until a lawyer there has confirmed it. ${reason.why}`;
    case 'no_value_shipped': return `No period is shipped for this act. ${reason.why}`;
    case 'stayed': return `The clock has stood still since ${dayText(reason.since)}. Enter the day it runs again.`;
  }
}

/** One step of "how counted": a short head and a sentence or two. */
export function traceText(step: TraceStep): { head: string; text: string } {
  switch (step.step) {
    case 'trigger': return { head: 'Starts from', text: sentences(step.day === null ? 'The day is not known.' : `${dayText(step.day)}, ${place(step.zone)}.`, step.basis && `Basis: ${basisText(step.basis)}${step.assumedBasis ? ' (taken because none was given)' : ''}.`, step.given && `Given as ${step.given}.`) };
    case 'rule': {
      const period = step.n !== undefined && step.unit ? periodText(step.n, step.unit) : step.noPeriod ? noPeriod[step.noPeriod] : '';
      const span = step.why === 'in_force_that_day' ? ` (${[step.from && `from ${dateText(step.from)}`, step.to && `until ${dateText(step.to)}`].filter(Boolean).join(' ')})` : '';
      const chosen = step.chosenOn && `Chosen by ${chosenBy[step.chosenBy]}, ${dayText(step.chosenOn)}${step.assumed ? ', taken because no other was given' : ''}.`;
      return { head: 'Rule', text: sentences(`${step.rule}, version ${step.version}: ${step.act}, ${period}. ${step.name}${span}.`, chosen, extendable[step.extendable], step.extendableNote) + verification[step.verification] };
    }
    case 'order': return { head: 'Order', text: sentences(`${step.order}:`, step.n !== undefined && step.unit && `within ${periodText(step.n, step.unit)}.`, step.fixed && `by ${step.fixed.includes('T') ? `${dayText(step.fixed.slice(0, 10))}, ${step.fixed.slice(11, 16)}` : dayText(step.fixed)}.`, step.roll === 'none' && 'It does not say that a closed day moves.') };
    case 'publication': return { head: 'Published', text: `Time runs from the end of day ${step.days} after publication: ${dayText(step.to)}.` };
    case 'count': return {
      head: 'Count',
      text: sentences(step.countsTriggerDay ? 'The first day itself counts.' : 'The first day is not counted.', `Day 1 is ${dayText(step.dayOne)}; ${periodText(step.n, step.unit)} end on ${dayText(step.to)}.`,
        step.clamped && 'That month has no such day, so its last day is taken.', step.unit === 'calendar_day' && 'Weekends count.',
        step.unit === 'business_day' && `${count(step.skipped.length, 'closed day')} left out${step.skipped.some(({ closed }) => closed.kind === 'holiday') ? `, among them ${closedDays(step.skipped.filter(({ closed }) => closed.kind === 'holiday'))}` : ''}.`),
    };
    case 'hours': return { head: 'Count', text: sentences(`${count(step.n, 'hour')} by the clock, from ${step.from.slice(0, 16).replace('T', ' ')} to ${step.to.slice(0, 16).replace('T', ' ')}.`, step.latest && `The hour is not known: they end then at the earliest, at ${step.latest.slice(0, 16).replace('T', ' ')} at the latest.`) };
    case 'clear_day': return { head: 'Clear days', text: `The last day is not counted either: ${dayText(step.to)}.` };
    case 'distance': return { head: 'Distance', text: `${count(step.days, 'day')} more on account of distance: ${dayText(step.to)}.` };
    case 'excluded': return { head: 'Left out', text: `${dayText(step.from)} to ${dayText(step.to)}, ${count(step.days, 'day')}${step.what ? `: ${step.what}` : step.kind === 'stay' ? ': stayed' : ''}.` };
    case 'not_excluded': return { head: 'Not left out', text: `${dayText(step.from)} to ${dayText(step.to)}: ${step.proof ? `counts until it is proved that ${step.proof}` : 'the rule leaves no time out'}.` };
    case 'long_stop': return { head: 'Long stop', text: `Never later than ${dayText(step.day)}${step.applies ? ', which comes first' : ''}.` };
    case 'roll': return { head: 'Moved?', text: `Yes, from ${closedDays(step.closed.slice(0, 1))} to ${dayText(step.to)}${step.closed.length > 1 ? `, past ${closedDays(step.closed.slice(1))}` : ''}.` };
    case 'not_moved': return { head: 'Moved?', text: step.closed ? `No. ${dayText(step.day)} is closed (${closedText(step.closed)}), and ${step.roll === 'none' ? 'nothing on file moves it' : 'it stays'}.` : `No. ${dayText(step.day)} is an open day.` };
    case 'calendar': return {
      head: 'Calendar',
      text: sentences(`${step.name}, version ${step.version}${step.used === 'working_date' ? ', used for the day to aim for only' : ''}.`, !step.covered && 'Its announced holidays are not on file for these years.',
        ...step.vacations.map(({ name, from, to, reached }) => `${name}, ${dateText(from)} to ${dateText(to)}: ${reached ? 'reached' : 'not reached'}.`)) + verification[step.verification],
    };
    case 'reading': return { head: 'Read otherwise', text: `${step.about} Then ${dayText(step.counted)}${step.latestDate === step.counted ? '' : `, moved to ${dayText(step.latestDate)}`}.` };
    case 'extension': return { head: 'Extended', text: sentences(`${step.order}${step.on ? ` of ${dayText(step.on)}` : ''}:`, step.n !== undefined && step.unit && `${periodText(step.n, step.unit)} more,`, `to ${dayText(step.to)}.`, step.from && `By the rule ${dayText(step.from)}; both are kept.`) };
    case 'cut_off': return { head: 'Court time', text: `${instantText(step.at, step.zone)}. Registry hours: ${step.registryHours ? `until ${step.registryHours}` : 'not on file'}.` };
    case 'working_date': return { head: 'Aim for', text: `${dayText(step.day)}${{
      rule_not_verified: ', one registry day earlier, as long as the rule is not verified', hour_not_known: ', the registry day before the earliest end, as long as the hour is not known', remedy_opens: ', the first registry day after the period: its end opens the remedy', readings_differ: ', the registry day before the earliest reading; confirm with counsel', registry_closed: ', because the registry is closed on the last day', last_day: ', the last day itself',
    }[step.because]}.` };
    case 'then': return { head: 'Then', text: `${step.act} (${step.rule}): not started, so it cannot be counted. ${step.latestDate ? `If that is done on ${dayText(step.ifOn)}: ${step.counted && step.counted !== step.latestDate ? `${dayText(step.counted)}, moves to ${dayText(step.latestDate)}` : dayText(step.latestDate)}.` : ''}`.trim() };
    case 'elapsed': return { head: 'Elapsed', text: `${count(step.days, 'day')} since ${dayText(step.since)}.` };
    case 'stop': return { head: 'Cannot count', text: reasonText(step.reason) };
    case 'confirm': return { head: 'Confirm', text: 'A named lawyer has to open the text and sign for the day.' };
  }
}

/** A remark beside the result. */
export function noteText(note: Note): string {
  switch (note.code) {
    case 'decision_day_assumed': return 'The day of the decision was not given, so the day time runs from stands in for it. If the decision is older, say so: another version may apply.';
    case 'decision_after_trigger': return 'The decision is dated after the day time runs from: look at both days again.';
    case 'hour_not_known': return 'The hour is not known, so the court time shown is the latest one possible, and the day to aim for lies before the earliest. Enter the hour, as in 2026-03-28T10:00.';
    case 'long_stop_not_checked': return 'There is a long stop too: give the day of the judgment to check it.';
    case 'calendar_not_covered': return 'Announced holidays of that year are not on file; a missing one can only make the real day later.';
    case 'working_date_before_trigger': return 'There is no registry day to spare: act at once.';
    case 'doubtful_day': return `${dayText(note.day)} (${note.name}) is not certain: it may be announced late, or sources differ.`;
    case 'vacation_touched': return `${note.vacation}, ${dateText(note.from)} to ${dateText(note.to)}, is touched. What it does to the time is not on file: its days count here.`;
    case 'last_day_closed': return `The last day, ${dayText(note.day)}, is closed (${closedText(note.closed)}) and does not move.`;
    case 'of_the_rule': return note.text;
  }
}

export const promptText = ({ on, n, unit, kind }: Prompt): string => `${dayText(on)}, after ${periodText(n, unit)}${{ soft: '', presumption: ': later may be taken as an abuse', work_to: ': work to this meanwhile' }[kind]}`;
export const alternativeText = ({ latestDate, reading, closed, mayMoveTo }: Alternative): string =>
  `${dayText(latestDate)}${closed ? ` (${closedText(closed)})` : ''}${mayMoveTo ? `, may move to ${mayMoveTo.map(dayText).join(' or ')}` : ''}: ${reading.replaceAll('_', ' ')}`;
export const statusText: Readonly<Record<DeadlineStatus, string>> = { computed: 'Counted', not_computable: 'Cannot be counted', undefined: 'No fixed day', disputed: 'Disputed: confirm with counsel' };
