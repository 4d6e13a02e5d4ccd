import { z } from 'zod';
import type { Fault } from '../faults.ts';
import { compareLegalDates } from '../legal-date.ts';
import { knownLegalDate } from '../legal-date-input.ts';
import { id, line, optionalParagraph } from '../text.ts';
import { codes } from '../vocabulary.ts';
import type { Due } from './due.ts';
import type { OrderStatus } from './order.ts';

/** Did the State do what the order says? (Domain 1, 64; 2.2, ComplianceObservation; scenario 14.) */
export const ComplianceLevel = codes('none', 'partial', 'substantial', 'full', 'regressed', 'unknown');
export type ComplianceLevel = keyof typeof ComplianceLevel;

/** What somebody saw, on a day, with the proof. `unknown` is an answer too ("asked, none came") and needs no proof, but says what was tried. */
export const observation = z.strictObject({
  id: id.nullish(),
  orderId: id,
  on: knownLegalDate,
  level: z.enum(ComplianceLevel),
  evidence: z.array(line(500)).max(20).default([]),
  /** For everybody who may read the order on a public page, apart from what stays in the team. */
  publicNote: optionalParagraph(2000),
  privateNote: optionalParagraph(5000),
})
  .refine(({ level, evidence }) => level === 'unknown' || evidence.length > 0, { path: ['evidence'], message: 'required' })
  .refine(({ level, publicNote, privateNote }) => level !== 'unknown' || Boolean(publicNote ?? privateNote), { path: ['publicNote'], message: 'required' });
export type ObservationInput = z.output<typeof observation>;
export type Observation = { id: string; on: string; level: ComplianceLevel; authorId: string; verifierId?: string | null | undefined };

/** Whoever checks is never who wrote; a check already given stays. */
export function verifyFaults({ authorId, verifierId }: Observation, by: string): Fault[] {
  if (authorId === by) return [{ field: 'verifierId', reason: 'own_observation' }];
  return verifierId ? [{ field: 'verifierId', reason: 'checked_already' }] : [];
}

/** The mark of an order: the bar of the legend. `unknown` is never drawn as none. */
export const ComplianceMark = codes('not_due', 'paused', 'unknown', 'none', 'partial', 'substantial', 'full_one_person', 'full_checked', 'regressed');
export type ComplianceMark = keyof typeof ComplianceMark;
export type BoardGroup = 'past' | 'running' | 'cannot_be_counted' | 'no_day' | 'done' | 'ended' | 'nothing_to_do';
/** The groups of the board in their order; what ended and what asks nothing of anybody stand on the case alone. */
export const boardGroups = ['past', 'running', 'cannot_be_counted', 'no_day', 'done'] as const satisfies readonly BoardGroup[];

/** A span as people say it: whole years and months, and days where there is no month. `about`: the day itself is rough. */
export type Span = { days: number; years: number; months: number; about: boolean };
export type Compliance = { mark: ComplianceMark; group: BoardGroup; last: Observation | undefined; late?: Span; left?: Span };

function span(from: string, to: string, about: boolean): Span {
  const [a, b] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
  const { years, months } = a.until(about ? b.add({ days: 15 }) : b, { largestUnit: 'year' });
  return { days: a.until(b).days, years, months, about };
}

/** The last word on an order: the newest by its day, and of two on one day the one recorded later. */
export const lastObservation = <O extends { on: string }>(observations: readonly O[]): O | undefined =>
  observations.reduce<O | undefined>((last, each) => (last && compareLegalDates(last.on, each.on) > 0 ? last : each), undefined);

/** "Full" needs a second person; until then it is full by one (scenario 14). */
const markOf = ({ level, authorId, verifierId }: Observation): ComplianceMark =>
  (level === 'full' ? (verifierId && verifierId !== authorId ? 'full_checked' : 'full_one_person') : level);

/** What is known of an order on a day, and where it stands on the board. Derived on reading. */
export function complianceOf(observations: readonly Observation[], { due, status, today }: { due: Due; status: OrderStatus; today: string }): Compliance {
  const last = lastObservation(observations);
  const days = due.status === 'day' ? { from: due.on, to: due.on } : due.status === 'rough' ? due : undefined;
  const past = days !== undefined && days.to < today;
  const seen = last && markOf(last);
  const full = last?.level === 'full';
  const mark = (): ComplianceMark => {
    if (!full && (status === 'stayed' || due.status === 'paused')) return 'paused';
    return seen ?? (days !== undefined && !past ? 'not_due' : 'unknown');
  };
  const group = (): BoardGroup => {
    if (status === 'set_aside' || status === 'discharged' || status === 'expired') return 'ended';
    if (full) return 'done';
    if (due.status === 'none') return due.why === 'nothing_to_do' ? 'nothing_to_do' : 'no_day';
    return days === undefined ? 'cannot_be_counted' : past ? 'past' : 'running';
  };
  const at = group();
  const about = due.status === 'rough';
  return {
    mark: mark(), group: at, last,
    ...(days && at === 'past' ? { late: span(days.to, today, about) } : {}),
    ...(days && at === 'running' ? { left: span(today, days.from < today ? days.to : days.from, about) } : {}),
  };
}

export type BoardRow = { caseId: string; decidedOn: string; due: Due; compliance: Compliance };
export type Board<R extends BoardRow> = { groups: { group: (typeof boardGroups)[number]; rows: R[] }[]; past: number; pastUnknown: number; orders: number; cases: number };

/** The board across cases: the longest overdue first, then the soonest, then by decision; with the numbers of its headline. */
export function boardOf<R extends BoardRow>(rows: readonly R[]): Board<R> {
  const shown = rows.filter(({ compliance: { group } }) => (boardGroups as readonly string[]).includes(group));
  const daysOf = ({ compliance: { late, left } }: R) => (late ? -late.days : (left?.days ?? 0));
  const groups = boardGroups.map((group) => ({
    group,
    rows: shown.filter(({ compliance }) => compliance.group === group).sort((a, b) => daysOf(a) - daysOf(b) || compareLegalDates(a.decidedOn, b.decidedOn, 'oldest')),
  }));
  const past = shown.filter(({ compliance }) => compliance.group === 'past');
  return { groups, past: past.length, pastUnknown: past.filter(({ compliance }) => compliance.mark === 'unknown').length, orders: shown.length, cases: new Set(shown.map(({ caseId }) => caseId)).size };
}
