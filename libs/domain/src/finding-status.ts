import { laterProceedings } from './proceeding-link.ts';
import { lineage, type ResultFacts, type Ruling, rulingOf, rulingsOf, undecided } from './result.ts';
import { type CaseResult, codes, type FindingResult, type Limb } from './vocabulary.ts';

/**
 * What later courts did to a finding (invariant 7): per claim, kept beside the text, never instead of it. Whatever used a
 * finding that was reversed needs review; who used it is the business of the caller.
 */
export const FindingStatus = codes('reversed', 'affirmed', 'untouched');
export type FindingStatus = keyof typeof FindingStatus;

export type FindingFact = { id: string; claimId?: string | null; proceedingId: string; limb: Limb; result: FindingResult; opinionType?: string | null };
export type FindingStepCode =
  | 'same_on_limb' | 'differs_on_limb' // the later court ruled on the same limb of the same claim
  | 'same_on_claim' | 'differs_on_claim' // it ruled on the claim and said nothing on this limb
  | 'sent_back' // it set the ruling aside and sent the claim back
  | 'left_standing' // it ended without a ruling on the merits of the claim
  | 'not_before_it' // it decided, and not on this claim
  | 'not_comparable'; // it ruled, but no ruling below is recorded to compare it with
export type FindingStep = { code: FindingStepCode; proceedingId: string };
/** `null`: no later court has decided, or the finding is a dissent's, which no one can reverse. */
export type DerivedFinding = { id: string; status: FindingStatus | null; steps: FindingStep[] };

/** Did the State meet the limb? Undefined where the court did not say. */
const met = (result: FindingResult): 'yes' | 'no' | 'partly' | undefined =>
  ({ satisfied: 'yes', assumed: 'yes', conceded: 'yes', not_satisfied: 'no', partly: 'partly', not_addressed: undefined, not_reached: undefined } as const)[result];
const dissents = (opinion: string | null | undefined) => opinion === 'dissenting' || opinion === 'partly_dissenting';

/** The status of every finding, with the way there ("why?"), read court by court from below to above. */
export function findingStatuses(facts: ResultFacts, findings: readonly FindingFact[]): DerivedFinding[] {
  const rootOf = lineage(facts.claims);
  const sameClaim = (a: string | null | undefined, b: string | null | undefined) => (a && b ? rootOf(a) === rootOf(b) : !a && !b);
  const dispositionIn = (proceedingId: string, claimId: string | null | undefined) =>
    facts.dispositions.find((each) => each.proceedingId === proceedingId && each.decisionKind !== 'interim_order' && sameClaim(each.claimId, claimId));
  const decided = (id: string) => facts.dispositions.some(({ proceedingId, decisionKind }) => proceedingId === id && decisionKind !== 'interim_order')
    || !undecided.has(facts.proceedings.find((each) => each.id === id)?.status ?? 'active');

  return findings.map((finding): DerivedFinding => {
    if (dissents(finding.opinionType)) return { id: finding.id, status: null, steps: [] };
    const own = met(finding.result);
    const below = dispositionIn(finding.proceedingId, finding.claimId);
    const step = (proceedingId: string): FindingStep => {
      const said = findings.find((each) => each.proceedingId === proceedingId && each.limb === finding.limb && sameClaim(each.claimId, finding.claimId) && !dissents(each.opinionType));
      const theirs = said && met(said.result);
      if (own !== undefined && theirs !== undefined) return { code: own === theirs ? 'same_on_limb' : 'differs_on_limb', proceedingId };
      const ruled = dispositionIn(proceedingId, finding.claimId);
      if (!ruled) return { code: 'not_before_it', proceedingId };
      const ruling = rulingOf(ruled);
      if (ruling === 'pending') return { code: 'sent_back', proceedingId };
      if (ruling === 'no_merits') return { code: 'left_standing', proceedingId };
      if (!below || ['no_merits', 'pending'].includes(rulingOf(below))) return { code: 'not_comparable', proceedingId };
      return { code: ruling === rulingOf(below) ? 'same_on_claim' : 'differs_on_claim', proceedingId };
    };
    const steps = laterProceedings(facts.links, finding.proceedingId).filter(decided).map(step);
    return { id: finding.id, status: statusAfter(steps), steps };
  });
}

/** The last court that spoke decides; what was sent back stays set aside, however the new hearing ends. */
function statusAfter(steps: readonly FindingStep[]): FindingStatus | null {
  if (steps.length === 0) return null;
  let status: FindingStatus = 'untouched';
  for (const { code } of steps) {
    if (code === 'sent_back') return 'reversed';
    if (code === 'same_on_limb' || code === 'same_on_claim') status = 'affirmed';
    if (code === 'differs_on_limb' || code === 'differs_on_claim') status = 'reversed';
  }
  return status;
}

/** Counts of rulings; `of` is what a rate is taken of: claims decided on the merits. Under 5, show the list and no percentage (domain 6.2). */
export type Tally = Record<CaseResult, number> & { of: number };
export function tally(rulings: readonly Pick<Ruling, 'result'>[]): Tally {
  const count = { won: 0, partly_won: 0, lost: 0, no_merits: 0, pending: 0 };
  for (const { result } of rulings) count[result] += 1;
  return { ...count, of: count.won + count.partly_won + count.lost };
}

/** Did the court say anything on the limb? What it did not reach or address is no ruling on it. */
const spoke = ({ result }: FindingFact) => result !== 'not_reached' && result !== 'not_addressed';

/**
 * How claims argued on a limb ended: each line of a claim once per chain of instances, by its last ruling (domain 6.1;
 * scenario 3). A claim counts for the limb if any court in its line ruled on it.
 */
export function tallyForLimb(facts: ResultFacts, findings: readonly FindingFact[], limb: Limb): Tally {
  const rootOf = lineage(facts.claims);
  const argued = new Set(findings.flatMap((finding) => (finding.limb === limb && finding.claimId && spoke(finding) && !dissents(finding.opinionType) ? [rootOf(finding.claimId)] : [])));
  return tally(rulingsOf(facts).filter(({ claimId }) => argued.has(claimId)));
}
