import { compareLegalDates } from './legal-date.ts';
import type { CaseResult, DispositionCode, Favours } from './vocabulary.ts';

/**
 * The result of a case is derived from what became of each claim, never typed (domain invariants 4 to 6). Interim orders are
 * events and do not come in here at all; a disposition hung on one is passed over. A claim that ended without a ruling on the
 * merits is neither won nor lost.
 */
export type ResultFacts = {
  /** A claim that continues another (`lineageOfId`) is that claim again in a later instance: the two are counted once. */
  claims: readonly { id: string; lineageOfId?: string | null; proceedingId?: string | null }[];
  dispositions: readonly {
    claimId: string; proceedingId: string; code: DispositionCode; favours: Favours; decidedOn?: string | null; decisionKind?: string | null;
  }[];
  /** In the order of their instances as far as known; only used where no link and no date tells. */
  proceedings: readonly { id: string; status?: string; ordinal?: number }[];
  links: readonly { fromId: string; toId: string; type: string }[];
};

export type ResultStepCode =
  | 'counts' // the last ruling on the merits of this claim in its chain of instances
  | 'superseded' // a higher or later court ruled on the same claim
  | 'leaves_below' // ended without a ruling on the merits: what the court below decided stands
  | 'no_merits' // ended without a ruling on the merits, and nothing stands below
  | 'sent_back' // remitted: open again
  | 'under_appeal' // the ruling counts, but a further instance was asked and has not decided
  | 'open' // nobody has decided this claim
  | 'all_won' | 'all_lost' | 'claims_differ' | 'some_open' | 'none_on_merits' | 'no_claims';
export type ResultStep = { code: ResultStepCode; claimId?: string; proceedingId?: string; disposition?: DispositionCode; result?: CaseResult };
export type DerivedResult = { result: CaseResult; decidedOn: string | null; steps: ResultStep[] };

/** Links by which a later proceeding takes the place of an earlier one on the same claim. A treaty body does not: it adds a chain of its own. */
export const takesOver: ReadonlySet<string> = new Set(['appeal_from', 'cross_appeal', 'leave_to_appeal_from', 'review_of', 'revision_of', 'cassation_of', 'remitted_from', 'transferred_from']);
export const undecided: ReadonlySet<string> = new Set(['anticipated', 'active', 'stayed', 'reserved', 'reopened']);

/** Links between files of one chain at one height: joined petitions go up together, a severed one comes from the same heap. */
const beside = new Set(['consolidated_into', 'lead_of', 'severed_from']);

type Fact = ResultFacts['dispositions'][number];

/** What one disposition means for the side of the rights, by itself. */
export function rulingOf({ code, favours }: Pick<Fact, 'code' | 'favours'>): CaseResult {
  if (code === 'remitted') return 'pending';
  if (code !== 'allowed' && code !== 'partly_allowed' && code !== 'dismissed_on_merits') return 'no_merits';
  if (favours === 'none') return 'no_merits';
  if (code === 'partly_allowed' || favours === 'mixed') return 'partly_won';
  return favours === 'us' ? 'won' : 'lost';
}

/** Ended on a point that leaves the judgment below standing. A settlement or mootness replaces it instead. */
const leavesBelow = new Set<DispositionCode>(['inadmissible', 'struck_out', 'withdrawn', 'not_reached']);

/** Height of each proceeding above its first instance, and the chain it belongs to. */
function instances({ proceedings, links }: ResultFacts) {
  const over = links.filter(({ type }) => takesOver.has(type));
  const height = new Map<string, number>();
  const chain = new Map<string, string>();
  const heightOf = (id: string, path: readonly string[]): number => {
    if (path.includes(id)) return 0; // a circle cannot be stored; do not hang on one
    const known = height.get(id);
    if (known !== undefined) return known;
    const below = over.filter(({ fromId }) => fromId === id).map(({ toId }) => heightOf(toId, [...path, id]) + 1);
    const found = Math.max(0, ...below);
    height.set(id, found);
    return found;
  };
  const ofOneChain = links.filter(({ type }) => takesOver.has(type) || beside.has(type));
  const spread = (id: string, name: string) => {
    if (chain.has(id)) return;
    chain.set(id, name);
    for (const { fromId, toId } of ofOneChain) {
      if (fromId === id) spread(toId, name);
      if (toId === id) spread(fromId, name);
    }
  };
  for (const { id } of proceedings) {
    heightOf(id, []);
    spread(id, id);
  }
  return { over, heightOf: (id: string) => height.get(id) ?? 0, chainOf: (id: string) => chain.get(id) ?? id };
}

/** The claim at the root of each claim's line: what all its later instances are counted as. */
export function lineage(claims: ResultFacts['claims']): (claimId: string) => string {
  const above = new Map(claims.map(({ id, lineageOfId }) => [id, lineageOfId]));
  const rootOf = (id: string, path: readonly string[]): string => {
    const parent = above.get(id);
    return parent && above.has(parent) && !path.includes(parent) ? rootOf(parent, [...path, id]) : id;
  };
  return (id) => rootOf(id, []);
}

/** What became of one claim in one chain of instances; `claimId` is the root of its line. The unit of every count (domain 6.1). */
export type Ruling = { claimId: string; result: CaseResult; proceedingId?: string; decidedOn?: string };

/** Derives result, day and the way there ("why?"). */
export function deriveResult(facts: ResultFacts): DerivedResult {
  const { rulings, steps } = judge(facts);
  if (facts.claims.length === 0) return { result: 'pending', decidedOn: null, steps: [{ code: 'no_claims' }] };
  const [result, code] = sumUp(rulings.map(({ result: each }) => each));
  const days = rulings.flatMap(({ decidedOn }) => decidedOn ?? []).sort((a, b) => compareLegalDates(a, b, 'newest'));
  return { result, decidedOn: result === 'pending' ? null : (days[0] ?? null), steps: [...steps, { code, result }] };
}

/** The rulings that count, one for each claim and chain of instances; never one for each row. */
export const rulingsOf = (facts: ResultFacts): Ruling[] => judge(facts).rulings;

function judge(facts: ResultFacts): { rulings: Ruling[]; steps: ResultStep[] } {
  const { over, heightOf, chainOf } = instances(facts);
  const ordinal = new Map(facts.proceedings.map(({ id, ordinal: own }, at) => [id, own ?? at]));
  const status = new Map(facts.proceedings.map(({ id, status: own }) => [id, own]));
  const rootOf = lineage(facts.claims);
  const steps: ResultStep[] = [];
  const rulings: Ruling[] = [];

  const rule = (claimId: string, chain: Fact[]) => {
    const latest = [...chain].sort(
      (a, b) =>
        heightOf(b.proceedingId) - heightOf(a.proceedingId) ||
        compareLegalDates(a.decidedOn ?? '', b.decidedOn ?? '', 'newest') ||
        (ordinal.get(b.proceedingId) ?? 0) - (ordinal.get(a.proceedingId) ?? 0),
    );
    let decided = false;
    for (const [at, fact] of latest.entries()) {
      const step = { claimId: fact.claimId, proceedingId: fact.proceedingId, disposition: fact.code };
      const ruling = rulingOf(fact);
      const below = latest.slice(at + 1).some((each) => rulingOf(each) !== 'no_merits');
      if (decided) steps.push({ ...step, code: 'superseded' });
      else if (ruling === 'no_merits' && leavesBelow.has(fact.code) && below) steps.push({ ...step, code: 'leaves_below' });
      else {
        decided = true;
        rulings.push({ claimId, result: ruling, proceedingId: fact.proceedingId, ...(ruling !== 'pending' && fact.decidedOn ? { decidedOn: fact.decidedOn } : {}) });
        steps.push({ ...step, code: ruling === 'pending' ? 'sent_back' : ruling === 'no_merits' ? 'no_merits' : 'counts', result: ruling });
        const above = over.filter(({ toId }) => toId === fact.proceedingId).map(({ fromId }) => fromId);
        // a court that is only foreseen has been asked nothing yet
        const waiting = above.find((id) => undecided.has(status.get(id) ?? '') && status.get(id) !== 'anticipated' && !chain.some(({ proceedingId }) => proceedingId === id));
        if (waiting !== undefined && ruling !== 'pending') steps.push({ code: 'under_appeal', claimId: fact.claimId, proceedingId: waiting });
      }
    }
  };

  for (const root of new Set(facts.claims.map(({ id }) => rootOf(id)))) {
    const own = facts.dispositions.filter(({ claimId, decisionKind }) => rootOf(claimId) === root && decisionKind !== 'interim_order');
    const chains = Map.groupBy(own, ({ proceedingId }) => chainOf(proceedingId));
    for (const { id, proceedingId } of facts.claims) {
      // Taken on to a court that has not decided: open only where that court starts a chain of its own.
      const carriedOn = id !== root && proceedingId && chains.has(chainOf(proceedingId));
      if (rootOf(id) === root && !own.some(({ claimId }) => claimId === id) && !carriedOn) {
        steps.push({ code: 'open', claimId: id });
        rulings.push({ claimId: root, result: 'pending' });
      }
    }
    for (const chain of chains.values()) rule(root, chain);
  }
  return { rulings, steps };
}

/** A claim still open keeps the case open; claims without a ruling on the merits say nothing beside those that have one. */
function sumUp(rulings: readonly CaseResult[]): [CaseResult, ResultStepCode] {
  if (rulings.includes('pending')) return ['pending', 'some_open'];
  const merits = rulings.filter((ruling) => ruling !== 'no_merits');
  if (merits.length === 0) return ['no_merits', 'none_on_merits'];
  if (merits.every((ruling) => ruling === 'won')) return ['won', 'all_won'];
  if (merits.every((ruling) => ruling === 'lost')) return ['lost', 'all_lost'];
  return ['partly_won', 'claims_differ'];
}

const ofRecord: Readonly<Record<string, CaseResult>> = { win: 'won', partial: 'partly_won', loss: 'lost', none: 'no_merits', pending: 'pending' };
/** `for_claimant` of a library record → result; undefined for a code that is none. */
export const resultOfRecord = (forClaimant: string): CaseResult | undefined => (Object.hasOwn(ofRecord, forClaimant) ? ofRecord[forClaimant] : undefined);

const stepWords: Readonly<Record<ResultStepCode, string>> = {
  counts: 'This is the last ruling on the merits of the claim, so it counts.',
  superseded: 'A higher or later court ruled on the same claim, so this no longer counts.',
  leaves_below: 'Ended without a ruling on the merits, so the decision below stands.',
  no_merits: 'Ended without a ruling on the merits, so it is neither won nor lost.',
  sent_back: 'Sent back, so the claim is open again.',
  under_appeal: 'A further court has not decided yet; until then the ruling counts.',
  open: 'Nobody has decided this claim yet.',
  all_won: 'Every claim decided on the merits was won.',
  all_lost: 'Every claim decided on the merits was lost.',
  claims_differ: 'Some claims were won and some were not.',
  some_open: 'At least one claim is still open.',
  none_on_merits: 'No claim was decided on the merits.',
  no_claims: 'No claims are recorded yet.',
};
/** One step of "why?" in plain English, for places without a message catalogue. */
export const resultStepText = ({ code }: ResultStep): string => stepWords[code];
