import { leadingOpinions, type OpinionType } from './decision.ts';
import type { AuthorityStatus, Treatment } from './vocabulary.ts';

/**
 * Standing of a decision as authority: derived on reading, with its reasons (domain 2.6; invariants 9 and 10). It follows
 * from what became of the decision itself and from what the courts with power over it said later. Foreign courts and
 * dissents are shown, and change nothing.
 */
export type CourtRelation = 'superior' | 'same' | 'inferior' | 'foreign' | 'international';
export type TreatmentFact = {
  id: string; treatment: Treatment; relation: CourtRelation; byOpinion: OpinionType;
  /** "question X" where only a point of the decision is meant; the whole of it otherwise. */
  point?: string | null; pinpoint?: string | null; reviewers?: readonly string[];
};
/** What became of the decision's own claims above: from the findings' statuses or the dispositions. */
export type AuthorityFacts = { treatments: readonly TreatmentFact[]; claims?: { reversed: number; standing: number }; underAppeal?: boolean; stayed?: boolean; known?: boolean };

export type AuthorityStepCode =
  | 'reversed_above' | 'reversed_above_in_part' | 'under_appeal' | 'stayed' | 'overruled' | 'overruled_on_point' | 'superseded_by_statute' | 'doubted' | 'limited'
  | 'question_referred' // shown beside the status, which it does not change
  | 'dissent_changes_nothing' | 'no_power_over_it' | 'not_reviewed' // heard, and without effect
  | 'nothing_against_it' | 'nobody_looked';
export type AuthorityStep = { code: AuthorityStepCode; treatmentId?: string; point?: string };
export type DerivedAuthority = { status: AuthorityStatus; steps: AuthorityStep[] };

const overturning: ReadonlySet<Treatment> = new Set(['reversed', 'overruled', 'set_aside', 'declared_per_incuriam'] as const);
const doubting: ReadonlySet<Treatment> = new Set(['doubted', 'questioned', 'disapproved', 'criticised', 'not_followed'] as const);
const limiting: ReadonlySet<Treatment> = new Set(['limited', 'distinguished'] as const);
const hasPower = ({ relation }: TreatmentFact) => relation === 'superior' || relation === 'same';
/** These need a pinpoint and a second reader before they count (invariant 10). */
const needsTwo: ReadonlySet<Treatment> = new Set(['overruled', 'reversed'] as const);
const needsPinpoint: ReadonlySet<Treatment> = new Set(['distinguished', 'not_followed', 'criticised', 'overruled', 'reversed'] as const);

/** What a treatment still lacks before it may be stored as more than a proposal (invariants 9 and 10). */
export function treatmentGaps({ treatment, relation, pinpoint, reviewers }: Omit<TreatmentFact, 'id' | 'byOpinion' | 'point'>): ('pinpoint' | 'second_reader' | 'court_with_power')[] {
  const gaps: ('pinpoint' | 'second_reader' | 'court_with_power' | false)[] = [
    needsPinpoint.has(treatment) && !pinpoint && 'pinpoint',
    needsTwo.has(treatment) && new Set(reviewers).size < 2 && 'second_reader',
    needsTwo.has(treatment) && relation !== 'superior' && !(treatment === 'overruled' && relation === 'same') && 'court_with_power',
  ];
  return gaps.filter((gap) => gap !== false);
}

function stepOf(fact: TreatmentFact): AuthorityStep | undefined {
  const { id, treatment, byOpinion, point } = fact;
  const step = (code: AuthorityStepCode): AuthorityStep => ({ code, treatmentId: id, ...(point ? { point } : {}) });
  const negative = overturning.has(treatment) || doubting.has(treatment) || limiting.has(treatment);
  if (!negative && treatment !== 'referred_to_larger_bench' && treatment !== 'superseded_by_statute') return undefined;
  if (!leadingOpinions.has(byOpinion)) return step('dissent_changes_nothing');
  if (treatment === 'superseded_by_statute') return step('superseded_by_statute');
  if (treatment === 'distinguished') return undefined; // a case on other facts says nothing against this one
  if (!hasPower(fact)) return step('no_power_over_it');
  if (treatment === 'referred_to_larger_bench') return step('question_referred');
  if (overturning.has(treatment)) return treatmentGaps(fact).length > 0 ? step('not_reviewed') : step(point ? 'overruled_on_point' : 'overruled');
  return step(limiting.has(treatment) ? 'limited' : 'doubted');
}

/** The gravest reason decides; all are shown. */
const gravest: readonly (readonly [AuthorityStepCode, AuthorityStatus])[] = [
  ['reversed_above', 'reversed'], ['overruled', 'overruled'], ['superseded_by_statute', 'superseded'], ['overruled_on_point', 'overruled_in_part'], ['stayed', 'stayed'],
  ['under_appeal', 'under_appeal'], ['doubted', 'doubted'], ['reversed_above_in_part', 'good_in_part'], ['limited', 'good_in_part'],
];

/** Derives the status and the way there ("why?"). */
export function deriveAuthority({ treatments, claims, underAppeal, stayed, known = true }: AuthorityFacts): DerivedAuthority {
  const reversed = claims?.reversed ?? 0;
  const own: (AuthorityStep | false)[] = [
    reversed > 0 && { code: claims?.standing ? 'reversed_above_in_part' : 'reversed_above' },
    stayed === true && { code: 'stayed' },
    underAppeal === true && { code: 'under_appeal' },
  ];
  const steps = [...own.filter((step) => step !== false), ...treatments.flatMap((each) => stepOf(each) ?? [])];
  const found = gravest.find(([code]) => steps.some((step) => step.code === code));
  if (found) return { status: found[1], steps };
  return known ? { status: 'good', steps: [...steps, { code: 'nothing_against_it' }] } : { status: 'unknown', steps: [...steps, { code: 'nobody_looked' }] };
}
