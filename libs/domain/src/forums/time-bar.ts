import { calendarOf, deadlineFor, type DeadlineLaw, type ForumRule, ruleById, type TriggerBasis } from '../deadlines/index.ts';
import { isLegalDate } from '../legal-date.ts';
import type { Forum } from './law.ts';
import { isDecided, isNational } from './remedies.ts';
import type { CaseFacts, Lane, Remedies, TimeBar } from './types.ts';

type Start = Pick<TimeBar, 'on' | 'basis' | 'because'> & { perhaps?: string };
const day = (edtf: string | null): string => (edtf !== null && isLegalDate(edtf) ? edtf : '');

/**
 * The day a forum's time runs from, as far as the case says: never guessed, and why that day was taken goes with it.
 * @param below the decision it would go on from; null where there is none
 */
function startOf(rule: ForumRule, runsFrom: 'decision' | 'act', facts: CaseFacts, below: Lane | null, remedies: Remedies | null, elsewhere: Lane | null): Start {
  const bases = rule.versions.at(-1)?.startsFrom ?? [];
  const of = (...wanted: TriggerBasis[]) => bases.find((each) => wanted.includes(each)) ?? null;
  const concluded = of('concluded');
  if (concluded && elsewhere) return { on: day(elsewhere.decidedOn), basis: concluded, because: 'other_procedure_ended' };
  const act = of('occurred', 'effective', 'known');
  if (runsFrom === 'act' && act && facts.actOn) return { on: facts.actOn, basis: act, because: 'act' };
  const exhausted = of('exhausted');
  if (exhausted && remedies?.on) return { on: remedies.on, basis: exhausted, because: 'exhausted' };
  const told = of('served', 'notified', 'received');
  if (told && below?.servedOn) return { on: day(below.servedOn), basis: told, because: 'served' };
  const given = below?.decidedBasis && bases.includes(below.decidedBasis) ? below.decidedBasis : of('pronounced', 'dated');
  if (given && below?.decidedOn) return { on: day(below.decidedOn), basis: given, because: runsFrom === 'act' ? 'ruling_taken_as_act' : 'decision' };
  // A remedy that was not used may have been none that had to be: then the last decision was the end, and time has run since.
  if (exhausted && (remedies?.state === 'at_risk' || remedies?.state === 'unknown') && day(below?.decidedOn ?? null)) return { on: '', basis: exhausted, because: 'exhaustion_doubtful', perhaps: day(below?.decidedOn ?? null) };
  if (exhausted) return { on: '', basis: exhausted, because: 'not_exhausted' };
  return { on: '', basis: bases[0] ?? null, because: runsFrom === 'act' ? 'act_not_given' : told ? 'not_served' : 'no_decision' };
}

/** The live time bar of a forum, counted by the deadline engine; what a court or a named lawyer said of the same day comes first. Null: no rule on file. */
export function timeBarOf(forum: Pick<Forum, 'rules'>, facts: CaseFacts, { below, remedies, today }: { below: Lane | null; remedies: Remedies | null; today: string }, law: DeadlineLaw): TimeBar | null {
  const elsewhere = facts.lanes.find((lane) => !isNational(lane) && isDecided(lane)) ?? null;
  const chosen = (elsewhere && forum.rules.find(({ when }) => when === 'other_procedure')) ?? forum.rules.find(({ when }) => when === undefined);
  const rule = chosen && ruleById(chosen.id, law);
  if (!chosen || !rule) return null;
  const start = startOf(rule, chosen.runsFrom, facts, below, remedies, elsewhere);
  const next = rule.next === undefined ? undefined : ruleById(rule.next, law);
  const result = deadlineFor(rule, { on: start.on, basis: start.basis, confirmed: true }, calendarOf(rule, law), { today, ...(next && { next: { rule: next, calendar: calendarOf(next, law) } }) });
  const recorded = facts.deadlines.find(({ ruleId, latestOn }) => ruleId === rule.id && latestOn !== null) ?? null;
  return { rule: rule.id, act: rule.act, ...start, result, recorded };
}
