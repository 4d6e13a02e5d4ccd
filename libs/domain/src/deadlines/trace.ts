import type { Closed } from './calendar.ts';
import type { ChosenBy, Confidence, Extendable, NoPeriod, PeriodUnit, Roll, Strictness, TriggerBasis, VerificationStatus } from './rule.ts';

/**
 * What the engine hands back (domain 2.5; invariants 11 to 14). Days are ISO strings in the forum's calendar (`2025-06-24`), instants
 * ISO strings with the forum's offset (`2025-06-24T23:59:00+03:00`). Steps are codes with parameters: words are the reader's
 * language and made elsewhere (`traceText` for English). This file holds types alone, so a page can show a trace without the rules.
 */
export const deadlineStatuses = ['computed', 'not_computable', 'undefined', 'disputed'] as const;
export type DeadlineStatus = (typeof deadlineStatuses)[number];

export type ClosedDay = { day: string; closed: Closed };

export type TraceStep =
  /** `day` is null for a rough date: nothing invents one. `given`: what was written, where that was no plain day. `assumedBasis`: none was said. */
  | { step: 'trigger'; day: string | null; basis: TriggerBasis | null; zone: string; given?: string; assumedBasis?: true }
  | {
      step: 'rule'; rule: string; version: number; name: string; source: string; act: string; n?: number; unit?: PeriodUnit; noPeriod?: NoPeriod;
      from: string | null; to: string | null; chosenBy: ChosenBy; chosenOn: string | null; why: 'only_version' | 'in_force_that_day'; assumed?: true;
      strictness: Strictness; extendable: Extendable; extendableNote?: string; verification: VerificationStatus; confidence: Confidence; confidenceNote?: string;
    }
  | { step: 'order'; order: string; n?: number; unit?: PeriodUnit; fixed?: string; roll: Roll }
  | { step: 'publication'; days: number; from: string; to: string }
  /** `skipped`: days that did not count, with why. `clamped`: that month has no such day, so its last one was taken. */
  | { step: 'count'; n: number; unit: PeriodUnit; from: string; dayOne: string; to: string; countsTriggerDay: boolean; clamped?: true; skipped: ClosedDay[] }
  /** From a day alone: from its first minute to the earliest end, and the `latest` end beside it. */
  | { step: 'hours'; n: number; from: string; to: string; hourKnown: boolean; latest?: string }
  | { step: 'clear_day'; from: string; to: string }
  | { step: 'distance'; days: number; from: string; to: string }
  | { step: 'excluded'; kind: 'vacation' | 'certified' | 'stay'; from: string; to: string; days: number; what?: string }
  | { step: 'not_excluded'; from: string; to: string; proof: string | null }
  | { step: 'long_stop'; day: string; from: string; applies: boolean }
  | { step: 'roll'; roll: Roll; from: string; to: string; closed: ClosedDay[] }
  /** Not moved: because it is open, or closed and the rule moves nothing. */
  | { step: 'not_moved'; day: string; roll: Roll; closed?: Closed }
  | {
      step: 'calendar'; calendar: string; version: number; name: string; verification: VerificationStatus; source: string; covered: boolean; used: 'counting' | 'working_date';
      vacations: { code: string; name: string; from: string; to: string; reached: boolean; effect: 'none' | 'unknown' }[];
    }
  | { step: 'reading'; code: string; about: string; counted: string; latestDate: string }
  | { step: 'extension'; order: string; on?: string; from: string | null; to: string; n?: number; unit?: PeriodUnit }
  | { step: 'cut_off'; at: string; zone: string; registryHours: string | null }
  | { step: 'working_date'; day: string; because: 'rule_not_verified' | 'readings_differ' | 'hour_not_known' | 'registry_closed' | 'last_day' | 'remedy_opens'; before?: string }
  | { step: 'then'; rule: string; act: string; basis: TriggerBasis; ifOn: string; counted: string | null; latestDate: string | null }
  | { step: 'elapsed'; since: string; days: number }
  | { step: 'stop'; reason: Reason }
  | { step: 'confirm' };

/** Why no day came out, and what mends it. */
export type Reason =
  | { code: 'date_unknown'; remedy: 'enter_the_day' }
  | { code: 'date_rough'; given: string; earliest: string; remedy: 'enter_the_day' }
  | { code: 'service_unconfirmed'; earliest: string; remedy: 'confirm_service' }
  | { code: 'wrong_basis'; given: TriggerBasis; needed: TriggerBasis[]; remedy: 'enter_the_right_day' }
  | { code: 'relevant_date_rough'; given: string; remedy: 'enter_the_day' }
  | { code: 'no_version'; on: string; first: string | null; last: string | null; remedy: 'ask_counsel' }
  | { code: 'rule_disabled'; why: string; remedy: 'ask_counsel' }
  | { code: 'no_value_shipped'; why: string; remedy: 'ask_counsel' }
  | { code: 'stayed'; since: string; remedy: 'enter_the_end_of_the_stay' };

export type Prompt = { on: string; n: number; unit: 'month' | 'year' | 'calendar_day'; kind: 'soft' | 'presumption' | 'work_to' };
/** A day on which a reading ends: `counted` before it moves. `mayMoveTo`: shown as it falls, closed as it is (vector 10). */
export type Alternative = { reading: string; latestDate: string; counted: string; closed?: Closed; mayMoveTo?: string[] };
export type Note =
  | { code: 'decision_day_assumed' | 'decision_after_trigger' | 'hour_not_known' | 'long_stop_not_checked' | 'calendar_not_covered' | 'working_date_before_trigger' }
  | { code: 'doubtful_day'; day: string; name: string }
  | { code: 'vacation_touched'; vacation: string; from: string; to: string }
  | { code: 'last_day_closed'; day: string; closed: Closed }
  /** A remark of the rule's own record, in the language it was written in. */
  | { code: 'of_the_rule'; text: string };
export type Days = { workingDate: string | null; latestDate: string | null; cutOff: string | null };

export type DeadlineResult = {
  /** Id of the rule; null where an order alone set the time. */
  rule: string | null;
  version: number | null;
  status: DeadlineStatus;
  /** The day to work to: the registry day before the earliest plausible last day while the rule is not verified. After it where its end opens a remedy. */
  workingDate: string | null;
  /** The last day, for information. Where readings differ, the earliest of them: no reading makes it too late. */
  latestDate: string | null;
  /** The last minute of the last day, court time. */
  cutOff: string | null;
  zone: string;
  strictness: Strictness;
  /** `order`: the day was set by a court in this case, so there is no rule to verify. */
  verification: VerificationStatus | 'order';
  trace: TraceStep[];
  reason?: Reason;
  /** The first day the trigger can have been, and what follows if it was that day. */
  earliestPossible?: string;
  ifEarliest?: Days;
  prompts?: Prompt[];
  alternatives?: Alternative[];
  notes?: Note[];
  /** What the rule alone says, where an order extended it (invariant 14: keep both). */
  byRule?: Days & { status: DeadlineStatus; verification: VerificationStatus | 'order' };
};
