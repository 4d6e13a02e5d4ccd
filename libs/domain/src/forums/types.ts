import type { DeadlineResult, TriggerBasis } from '../deadlines/index.ts';
import type { Forum } from './law.ts';
import type { TreatyAnswer } from './treaty.ts';

/** What the chooser is told of a case: its lanes as they stand, in plain data. Days are EDTF and say no more than is known. */
export type Lane = {
  id: string; court: string; courtName: string; /** A country, or the code of a body (`UN-HRC`). */ country: string; level: string; /** The court that normally hears appeals from it. */ parent: string | null; parentName?: string | null;
  status: string; openedOn: string | null; decidedOn: string | null; decidedBasis: TriggerBasis | null; servedOn: string | null;
};
/** A deadline of the case that the team keeps: what a court or a named lawyer said of it beats the rule. */
export type RecordedDeadline = { id: string; ruleId: string; latestOn: string | null; status: string; confirmedName: string | null; /** Confirmed or extended: its day is not the rule's. */ firm: boolean };
/** A decision of the library, for "what was decided there". */
export type LibraryDecision = { slug: string; name: string; court: string; result: string; filedOn: string | null; decidedOn: string | null };
export type CaseFacts = {
  /** The States it is about. */
  states: readonly string[];
  lanes: readonly Lane[]; links: readonly { fromId: string; toId: string; type: string }[];
  /** "If filed on": null for today, in each forum's own zone. */
  filedOn: string | null; /** An instant; nothing here reads a clock. */ now: string;
  /** The day of the act complained of, where it is not a ruling. */
  actOn: string | null;
  deadlines: readonly RecordedDeadline[]; library: readonly LibraryDecision[];
};

export const forumStates = ['closes', 'open', 'unknown', 'closed', 'not_available'] as const;
/** closes: open, with a last day; open: no fixed last day; unknown: something needed is not known; closed: the time is over; not_available: something else shuts it. */
export type ForumState = (typeof forumStates)[number];

/** Where the answer comes from, one step after another. `verdict`: what the step means for the whole; words are made elsewhere. */
export type ForumStep = { of: 'state' | 'lanes' | 'treaty' | 'standing' | 'exclusion' | 'time' | 'exhaustion' | 'binding'; verdict: 'fits' | 'warns' | 'stops' | 'unknown' | 'says'; code: string; values: Record<string, string | number | null>; text?: string; source?: string };
export type TimeBar = { rule: string | null; act: string | null; on: string; basis: TriggerBasis | null; /** Why that day was taken. */ because: string; /** The day it may have run from, where that is in doubt: told, never counted from. */ perhaps?: string; result: DeadlineResult | null; recorded: RecordedDeadline | null };
export type Remedies = {
  state: 'done' | 'not_finished' | 'at_risk' | 'not_begun' | 'unknown';
  /** The day the last remedy was used up; null while it is not. */
  on: string | null; pending: string[]; /** Ways at home that are open or may be. */ open: { id: string; name: string; lastDay: string | null }[]; missed: string[];
};
export type Elsewhere = { lane: string; court: string; when: 'pending' | 'decided'; on: string | null; effect: 'stops' | 'warns' | 'not_checked'; byReservation?: true };
export type ForumAnswer = Pick<Forum, 'id' | 'name' | 'act' | 'group' | 'kind' | 'standing' | 'exhaustion' | 'binding' | 'exclusion' | 'notes' | 'basis' | 'date'> & {
  court: string | null; subject: string | null; state: ForumState; /** The code of the step that decides the state. */ because: string;
  /** Days of the forum from the day of filing to the last day; negative when over. */
  days: number | null; lastDay: string | null; workingDate: string | null; zone: string | null; filedOn: string;
  time: TimeBar | null; treaties: TreatyAnswer[]; remedies: Remedies | null; elsewhere: Elsewhere[]; steps: ForumStep[];
  /** What the library has from that court, and where it has none, from the court below it in this case. A list, never a share. */
  climate: { of: 'forum' | 'below'; items: LibraryDecision[] }; speed: { slug: string; name: string; months: number }[];
};
/** `either_or`: while one has it the others do not take it; `first_then`: the first have to be used before the others; `side_by_side`: neither waits. */
export type ForumRelation = { kind: 'either_or' | 'first_then' | 'side_by_side'; first: string[]; others: string[] };
export type ForumsResult = { versions: { forums: number; treaties: number; date: string }; states: string[]; filedOn: string; actOn: string | null; forums: ForumAnswer[]; relations: ForumRelation[] };
