import { z } from 'zod';
import type { Fault } from './faults.ts';
import type { FindingFact } from './finding-status.ts';
import { language, noneTwice, timeZone } from './input-parts.ts';
import { precisionOf } from './legal-date.ts';
import { knownLegalDate } from './legal-date-input.ts';
import { rulingOf } from './result.ts';
import { id, line, optionalLine, optionalParagraph, paragraph } from './text.ts';
import { codes, codesOf, DateBasis, type DispositionCode, type Favours, Treatment } from './vocabulary.ts';

/** Decisions (domain 2.2, Decision; invariants 3, 4, 6, 21). A joined judgment is one decision with several proceedings. */
export const DecisionKind = codes('judgment', 'ruling', 'interim_order', 'views', 'report', 'opinion', 'settlement_approval');
export type DecisionKind = keyof typeof DecisionKind;

export const OpinionType = codes('majority', 'plurality', 'per_curiam', 'single', 'concurring', 'partly_dissenting', 'dissenting');
export type OpinionType = keyof typeof OpinionType;
/** One of these every decision has: the court's own voice (invariant 3). Only from it can a holding be taken. */
export const leadingOpinions: ReadonlySet<OpinionType> = new Set(['majority', 'plurality', 'per_curiam', 'single'] as const);

/** Domain 2.1, MLText. Authentic languages are equal; a translation is authentic only where a source says so (invariant 21). */
export const TextStatus = codes('authentic', 'official_translation', 'unofficial_translation', 'machine_translation');
export type TextStatus = keyof typeof TextStatus;
export const TextVersion = codes('original', 'corrected', 'provisional', 'translation');
export type TextVersion = keyof typeof TextVersion;

export const CitationType = codes('neutral', 'parallel', 'report', 'ecli', 'international', 'other');
export type CitationType = keyof typeof CitationType;
export const PanelPart = codes('sat', 'recused', 'absent');
export type PanelPart = keyof typeof PanelPart;

const atMostOne = <T>(list: readonly T[], is: (each: T) => unknown) => list.filter(is).length <= 1;

/** One of the days a decision has: dated, signed, released, served are different things, and all are kept (domain 2.1). */
const decisionDate = z.strictObject({
  on: knownLegalDate,
  basis: z.enum(DateBasis).exclude(['listed', 'filed']),
  timeZone: timeZone.nullish(),
  source: optionalLine(500),
  /** The one that counts where a single day is shown. */
  used: z.boolean().nullish(),
}).refine(({ on, timeZone }) => !timeZone || on === '' || precisionOf(on) === 'day', { path: ['timeZone'], message: 'day_needed' });

const expression = z.strictObject({
  language,
  version: z.enum(TextVersion),
  status: z.enum(TextStatus),
  translator: optionalLine(200),
  source: optionalLine(500),
  url: z.url({ protocol: /^https?$/u, error: 'not_an_address' }).max(2000).nullish(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/u, 'not_a_hash').nullish(),
})
  .refine(({ status, version, source }) => status !== 'authentic' || version !== 'translation' || Boolean(source), { path: ['source'], message: 'authentic_translation_needs_source' })
  .refine(({ status, version }) => version !== 'translation' ? status === 'authentic' : true, { path: ['status'], message: 'only_translations_are_not_authentic' });

const judge = z.strictObject({ name: line(200), part: z.enum(PanelPart).default('sat'), presiding: z.boolean().nullish(), author: z.boolean().nullish() })
  .refine(({ part, presiding, author }) => part === 'sat' || !(presiding || author), { path: ['part'], message: 'did_not_sit' });

const seats = z.int().min(0).max(99);
/** A vote is on an issue, not on the case: a bench may divide 4–1 on one question and be at one on the next. */
const vote = z.strictObject({ issue: line(300), for: seats, against: seats });

const paragraphNumber = z.int().min(1).max(99_999);
const opinion = z.strictObject({
  /** Of an opinion that is there already; what findings rest on keeps its id. */
  id: id.nullish(),
  type: z.enum(OpinionType),
  /** Empty for the court speaking as one. */
  authors: z.array(line(200)).max(30).refine(noneTwice, 'repeated').default([]),
  joiners: z.array(line(200)).max(30).refine(noneTwice, 'repeated').default([]),
  fromParagraph: paragraphNumber.nullish(),
  toParagraph: paragraphNumber.nullish(),
  summary: optionalParagraph(5000),
}).refine(({ fromParagraph, toParagraph }) => !fromParagraph || !toParagraph || fromParagraph <= toParagraph, { path: ['toParagraph'], message: 'ends_before_start' });

type TextOf = { language: string; version: TextVersion; status: TextStatus };
/** The languages the decision speaks in with equal force. */
export const authenticLanguages = (expressions: readonly TextOf[]): string[] => [...new Set(expressions.filter(({ status }) => status === 'authentic').map((each) => each.language))];

/** Where two authentic texts say different things; the note stands beside both, neither is mended. */
export const languageConflict = z.strictObject({ paragraph: paragraphNumber, languages: z.array(language).min(2).max(10).refine(noneTwice, 'repeated'), note: paragraph(2000) });

/** Only languages that are authentic can be in conflict: a translation that differs is a mistake of the translator. */
export function conflictFaults(expressions: readonly TextOf[], { languages }: { languages: readonly string[] }): Fault[] {
  const authentic = authenticLanguages(expressions);
  return languages.flatMap((each, at) => (authentic.includes(each) ? [] : [{ field: `languages[${at}]`, reason: 'not_authentic' }]));
}

/** What may be written of a decision. All faults at once, each naming its field. */
export const decision = z.strictObject({
  id: id.nullish(),
  kind: z.enum(DecisionKind),
  proceedingIds: z.array(id).min(1).max(50).refine(noneTwice, 'repeated'),
  title: optionalLine(300),
  dates: z.array(decisionDate).min(1).max(12)
    .refine((dates) => noneTwice(dates.map(({ basis }) => basis)), 'basis_repeated').refine((dates) => atMostOne(dates, ({ used }) => used), 'several_used'),
  citations: z.array(z.strictObject({ type: z.enum(CitationType), value: line(200), preferred: z.boolean().nullish(), source: optionalLine(500) })).max(30).default([])
    .refine((list) => noneTwice(list.map(({ value }) => value)), 'repeated').refine((list) => atMostOne(list, ({ preferred }) => preferred), 'several_preferred'),
  expressions: z.array(expression).max(50).default([])
    .refine((list) => noneTwice(list.map((each) => `${each.language} ${each.version} ${each.status}`)), 'repeated'),
  panel: z.array(judge).max(99).default([])
    .refine((panel) => noneTwice(panel.map(({ name }) => name)), 'repeated').refine((panel) => atMostOne(panel, ({ presiding }) => presiding), 'several_presiding'),
  /** How many sat, where the names are not on file. */
  panelSize: z.int().min(1).max(99).nullish(),
  votes: z.array(vote).max(50).default([]).refine((list) => noneTwice(list.map(({ issue }) => issue)), 'repeated'),
  opinions: z.array(opinion).min(1).max(99).refine((list) => list.some(({ type }) => leadingOpinions.has(type)), 'no_leading_opinion'),
  conflicts: z.array(languageConflict).max(50).default([]),
  summary: optionalParagraph(10_000),
  source: optionalLine(500),
}).superRefine(({ panel, panelSize, votes, opinions, expressions, conflicts }, ctx) => {
  const fault = (path: PropertyKey[], message: string, params: Record<string, unknown> = {}) => { ctx.addIssue({ code: 'custom', path, message, params }); };
  for (const [at, { languages }] of conflicts.entries()) {
    for (const [n, each] of languages.entries()) if (!authenticLanguages(expressions).includes(each)) fault(['conflicts', at, 'languages', n], 'not_authentic');
  }
  const sat = panel.filter(({ part }) => part === 'sat');
  const sitting = panel.length > 0 ? sat.length : panelSize;
  if (panel.length > 0 && panelSize && panelSize !== panel.length) fault(['panelSize'], 'differs_from_panel');
  if (panel.length > 0 && sat.length === 0) fault(['panel'], 'nobody_sat');
  // Invariant 3: every vote sums to those who sat, which is the panel without the recused and the absent.
  if (votes.length > 0 && !sitting) fault(['panel'], 'required');
  for (const [at, { for: pro, against }] of votes.entries()) if (sitting && pro + against !== sitting) fault(['votes', at], 'vote_does_not_sum', { expected: String(sitting) });
  const named = new Map(panel.map(({ name, part }) => [name, part]));
  for (const [at, { authors, joiners }] of opinions.entries()) {
    for (const [field, names] of [['authors', authors], ['joiners', joiners]] as const) {
      for (const [n, name] of names.entries()) if (panel.length > 0 && named.get(name) !== 'sat') fault(['opinions', at, field, n], named.has(name) ? 'did_not_sit' : 'not_on_panel');
    }
  }
});
export type DecisionInput = z.output<typeof decision>;
export type Opinion = DecisionInput['opinions'][number];

/** The day a page shows where it has room for one: the one marked as used, else pronounced, dated, then whatever was said first. */
export function dayShown<D extends { on: string; basis: string; used?: boolean | null | undefined }>(dates: readonly D[]): D | undefined {
  return dates.find(({ used }) => used) ?? dates.find(({ basis }) => basis === 'pronounced') ?? dates.find(({ basis }) => basis === 'dated') ?? dates[0];
}

/** "4–1"; a bench at one is "5–0". */
export const voteText = ({ for: pro, against }: { for: number; against: number }): string => `${pro}–${against}`;

/**
 * A place in a decision: the paragraph first, a page where there are none, and the opinion it stands in. `opinionType` is
 * stored with it, so that nobody cites a dissent as the court (scenario 4).
 */
export const pinpoint = z.strictObject({
  paragraph: paragraphNumber.nullish(), page: z.int().min(1).max(99_999).nullish(), opinion: z.int().min(0).max(98).nullish(), language: language.nullish(),
}).refine(({ paragraph: at, page, opinion: which }) => Boolean(at ?? page) || which !== undefined && which !== null, 'required');
export type Pinpoint = z.output<typeof pinpoint>;

/** The opinion a pinpoint stands in: the one named, else the narrowest whose paragraphs it lies in, else the only one there is. */
export function opinionAt<O extends Pick<Opinion, 'type' | 'fromParagraph' | 'toParagraph'>>(opinions: readonly O[], at: Pick<Pinpoint, 'paragraph' | 'opinion'>): O | undefined {
  if (at.opinion !== undefined && at.opinion !== null) return opinions[at.opinion];
  const paragraphAt = at.paragraph;
  const holding = opinions.filter(({ fromParagraph: from, toParagraph: to }) => paragraphAt && from && to && from <= paragraphAt && paragraphAt <= to);
  const width = ({ fromParagraph: from, toParagraph: to }: O) => (to ?? 0) - (from ?? 0);
  return holding.sort((a, b) => width(a) - width(b))[0] ?? (opinions.length === 1 ? opinions[0] : undefined);
}

/** May a holding rest on this opinion? Only what the court itself said can bind; a concurrence or a dissent is never the holding (domain 1, 51). */
export const canHold = (type: OpinionType | undefined): boolean => type !== undefined && leadingOpinions.has(type);

export const HoldingForce = codes('ratio', 'obiter', 'unclear');
export type HoldingForce = keyof typeof HoldingForce;
/** What the court held, and where it says so. Ratio or obiter is a human's judgement. */
export const holding = z.strictObject({ proposition: paragraph(2000), force: z.enum(HoldingForce), at: pinpoint });
export type HoldingInput = z.output<typeof holding>;

/** Adds a holding, or says why the list stays as it is. */
export function addHolding<H extends { opinionType: OpinionType | undefined }>(holdings: readonly H[], added: H): { holdings: readonly H[]; fault?: Fault } {
  if (canHold(added.opinionType)) return { holdings: [...holdings, added] };
  return { holdings, fault: { field: 'pinpoint', reason: added.opinionType === undefined ? 'opinion_unknown' : 'not_the_courts_opinion' } };
}

/** One paragraph side by side in every language there is: the authentic ones first and alike, translations behind (scenario 5). */
export function alignedAt<T extends TextOf>(expressions: readonly T[], at: Pick<Pinpoint, 'paragraph'>): { paragraph: number; texts: T[] } | undefined {
  if (!at.paragraph) return undefined;
  const rank = (each: T) => codesOf(TextStatus).indexOf(each.status);
  return { paragraph: at.paragraph, texts: [...expressions].sort((a, b) => rank(a) - rank(b)) };
}

type DispositionFact = { claimId: string; proceedingId: string; decisionId?: string | null; code: DispositionCode; favours: Favours };
/**
 * What is wrong with a disposition that is to be added: one at most for each claim and decision, none on an interim order
 * (invariant 6), and only on a claim that stood before that proceeding, in a proceeding of that decision.
 */
export function dispositionFaults(
  existing: readonly DispositionFact[], added: DispositionFact, of: { kind: DecisionKind; proceedingIds: readonly string[]; claimsBefore?: readonly string[] },
): Fault[] {
  const twice = existing.some((each) => each.claimId === added.claimId && (added.decisionId ? each.decisionId === added.decisionId : each.proceedingId === added.proceedingId));
  const faults: (Fault | false)[] = [
    of.kind === 'interim_order' && { field: 'decisionId', reason: 'interim_order_decides_no_claim' },
    twice && { field: 'claimId', reason: 'disposed_already' },
    !of.proceedingIds.includes(added.proceedingId) && { field: 'proceedingId', reason: 'not_of_this_decision' },
    of.claimsBefore !== undefined && !of.claimsBefore.includes(added.claimId) && { field: 'claimId', reason: 'not_before_this_court' },
  ];
  return faults.filter((fault) => fault !== false);
}

/** "Partial" stands only where limbs of the claim differ (invariant 4); until two findings say so they are asked for. */
export function partialNeedsLimbs({ claimId, proceedingId, code, favours }: DispositionFact, findings: readonly FindingFact[]): boolean {
  if (rulingOf({ code, favours }) !== 'partly_won') return false;
  const own = findings.filter((each) => each.claimId === claimId && each.proceedingId === proceedingId);
  return !own.some(({ result }) => result === 'partly') && new Set(own.map(({ result }) => result)).size < 2;
}

/** What one decision does to an earlier one of the case, and in which of its opinions (domain 2.6; invariants 9 and 10). */
export const decisionTreatment = z.strictObject({
  citingId: id, citedId: id, opinionId: id, treatment: z.enum(Treatment), point: optionalLine(300), pinpoint: optionalLine(120),
}).refine(({ citingId, citedId }) => citingId !== citedId, { path: ['citedId'], message: 'cites_itself' });
export type DecisionTreatmentInput = z.output<typeof decisionTreatment>;

export const UsedKind = codes('finding', 'decision', 'precedent');
export type UsedKind = keyof typeof UsedKind;
export const UserKind = codes('brief', 'plan', 'comparison', 'pack', 'argument', 'other');
export type UserKind = keyof typeof UserKind;
/** "This brief of ours builds on that finding": whoever says so is asked to look again when it is reversed (invariant 7). */
export const reliance = z.strictObject({ usedKind: z.enum(UsedKind), usedId: id, userKind: z.enum(UserKind), userId: id.nullish(), title: line(300), at: pinpoint.nullish() });
export type RelianceInput = z.output<typeof reliance>;
