import { detailsOf, EventOutcome, type EventType, isCode, ReportedResult } from '@amparo/domain';
import { dayIn } from '../today/date-locale.ts';

/** What the Log sheet must know of a case: where it is pending, in whose time, and what is listed. */
export interface LogChoice {
  id: string;
  proceedings: readonly { id: string; timeZone: string; status: string; ordinal: number; court: { country: string } }[];
  nextDates: readonly { id: string; on: string; proceedingId?: string | null; type: string }[];
}
export type NextDate = { kind: 'none' } | { kind: 'days'; days: number } | { kind: 'day'; on: string };

/** An entry that is being written. Everything in it is a choice of the person; the rest is worked out when it is sent. */
export interface LogDraft {
  /** Made here, once: the same id sent twice is one event. */
  id: string;
  caseId: string | null;
  proceedingId: string | null;
  /** Null is today, in the court's own time, on the day of saving. */
  on: string | null;
  outcome: EventOutcome | null;
  detail: string | null;
  reported: ReportedResult | null;
  next: NextDate;
  privateNote: string;
  publicNote: string;
  minutes: string;
}
/** Where the sheet starts when it is opened from something. */
export interface LogStart { caseId?: string | undefined; proceedingId?: string | null | undefined; on?: string | undefined }

export const emptyDraft = (id: string, start: LogStart = {}): LogDraft => ({
  id, caseId: start.caseId ?? null, proceedingId: start.proceedingId ?? null, on: start.on ?? null,
  outcome: null, detail: null, reported: null, next: { kind: 'none' }, privateNote: '', publicNote: '', minutes: '',
});

/** Has anything been written that would be a pity to lose? The chosen case alone is not. */
export const isBegun = (draft: LogDraft): boolean =>
  draft.outcome !== null || [draft.privateNote, draft.publicNote, draft.minutes].some((text) => text.trim() !== '') || draft.next.kind !== 'none';

/** The chips in the order of the sheet; the rest stands behind "More". */
export const firstOutcomes: readonly EventOutcome[] = ['judgment_delivered', 'heard_reserved', 'adjourned', 'directions_given', 'interim', 'not_reached'];
export const moreOutcomes: readonly EventOutcome[] = ['leave', 'party_joined', 'amicus', 'consolidated', 'settled', 'court_not_sitting'];
export const reportedResults: readonly ReportedResult[] = ['won', 'partly_won', 'lost', 'unclear'];
/** Days from the hearing that the chips offer. */
export const nextDays = [7, 14, 30] as const;

/** Another outcome takes back the answers that belonged to the one before. */
export const withOutcome = (draft: LogDraft, outcome: EventOutcome | null): LogDraft =>
  outcome === draft.outcome ? draft : { ...draft, outcome, detail: null, reported: null };
/** Another case has other courts, and another day belongs to it. */
export const withCase = (draft: LogDraft, caseId: string, proceedingId: string | null): LogDraft =>
  caseId === draft.caseId && proceedingId === draft.proceedingId ? draft : { ...draft, caseId, proceedingId, on: null };

export const addDays = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Is that a day of rest? Countries rest on different days; where the tables know Sunday alone, courts still do not sit on Saturday. */
export function isWeekend(day: string, country: string | undefined): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  const locale = new Intl.Locale(/^[A-Z]{2}$/u.test(country ?? '') ? `und-${country}` : 'und') as Intl.Locale & { getWeekInfo?(): { weekend: number[] } };
  const rest = locale.getWeekInfo?.().weekend ?? [];
  return (rest.includes(5) ? rest : [6, 7]).includes(weekday);
}

const open = new Set(['active', 'reserved', 'stayed', 'reopened']);
/** The listing of a case for today, each in its court's own time. */
export const listedToday = (of: LogChoice, now: Date): LogChoice['nextDates'][number] | undefined =>
  of.nextDates.find(({ on, proceedingId }) => on === dayIn(of.proceedings.find(({ id }) => id === proceedingId)?.timeZone, now));

/** Where something most likely happened: in court today, else the latest proceeding that is open, else the latest that has begun. */
export function likelyProceeding(of: LogChoice, now: Date): string | null {
  const latestFirst = of.proceedings.toSorted((a, b) => b.ordinal - a.ordinal);
  return listedToday(of, now)?.proceedingId ?? latestFirst.find(({ status }) => open.has(status))?.id ?? latestFirst.find(({ status }) => status !== 'anticipated')?.id ?? latestFirst[0]?.id ?? null;
}

/** The case that stands in the sheet before anybody chose: what is listed today, if anything is; the server puts it first. */
export const likelyCase = (choices: readonly LogChoice[], now: Date): LogChoice | undefined => choices.find((each) => listedToday(each, now)) ?? choices[0];

const typeOfOutcome: Readonly<Record<EventOutcome, EventType>> = {
  adjourned: 'hearing', directions_given: 'mention', interim: 'order', heard_reserved: 'hearing', judgment_delivered: 'judgment', leave: 'application', party_joined: 'joinder',
  amicus: 'joinder', consolidated: 'order', settled: 'settlement', not_reached: 'hearing', court_not_sitting: 'hearing',
};
/** What usually comes next: after a reserved judgment its delivery, otherwise the hearing goes on. */
const nextTypeOf = (outcome: EventOutcome): EventType => ({ heard_reserved: 'judgment', directions_given: 'mention' } as Partial<Record<EventOutcome, EventType>>)[outcome] ?? 'hearing';

export const nextDayOf = (next: NextDate, on: string): string | null => (next.kind === 'days' ? addDays(on, next.days) : next.kind === 'day' && next.on ? next.on : null);
/** Which of the two answers that every entry needs is still open. */
export const missingIn = (draft: LogDraft): ('case' | 'outcome')[] => [...(draft.caseId ? [] : ['case' as const]), ...(draft.outcome ? [] : ['outcome' as const])];
const blankless = (text: string): string | null => text.trim() || null;

/** What is sent. The day is settled here, in the court's time, so that trying again after midnight sends the same. */
export function entryOf(draft: LogDraft, of: LogChoice, now: Date) {
  if (!draft.outcome) throw new Error('an entry without an outcome');
  const { outcome } = draft;
  const proceedingId = draft.proceedingId ?? likelyProceeding(of, now);
  const on = draft.on ?? dayIn(of.proceedings.find(({ id }) => id === proceedingId)?.timeZone, now);
  const nextOn = nextDayOf(draft.next, on);
  return {
    id: draft.id, legalCaseId: of.id, proceedingId, type: typeOfOutcome[outcome], on, planned: false, outcome,
    outcomeDetail: draft.detail && (detailsOf(outcome) as readonly string[]).includes(draft.detail) ? draft.detail : null,
    reportedResult: outcome === 'judgment_delivered' && isCode(ReportedResult, draft.reported) ? draft.reported : null,
    publicNote: blankless(draft.publicNote), privateNote: blankless(draft.privateNote),
    minutesSpent: /^\d{1,4}$/u.test(draft.minutes.trim()) ? Number(draft.minutes) : null,
    nextOn, nextType: nextOn && nextTypeOf(outcome),
  };
}
export type LogEntry = ReturnType<typeof entryOf>;
/** Signed with who wrote it: in another person's session the server refuses it. */
export type OwnEntry = LogEntry & { by: string };
