import { z } from 'zod';
import { isIsoCountry } from './countries.ts';
import { exactDay, noneTwice, timeZone } from './input-parts.ts';
import { inOrder, precisionOf } from './legal-date.ts';
import { knownLegalDate, optionalLegalDate } from './legal-date-input.ts';
import { isTooExactPlace } from './place.ts';
import { CaseLevel } from './sharing.ts';
import { allStages } from './stages.ts';
import { id, line, optionalLine, optionalParagraph, paragraph, slug } from './text.ts';
import {
  CaseStatus, ClaimStanding, CollectiveRule, DateBasis, detailsOf, DispositionCode, EventOutcome, EventType, Favours, FindingResult, GoalKind, IdentifierType, isCode,
  Limb, PartyProtection, PartyRole, PrecedentRelation, ProceedingLinkType, ProceedingStatus, ReportedResult, Sureness,
} from './vocabulary.ts';

/**
 * What may be written to a case. One schema for form and server; the database repeats only what must never be false.
 * An unknown field is refused, not dropped: somebody meant something by it.
 */
const country = line(2).refine(isIsoCountry, 'unknown_country');
const goal = z.strictObject({ kind: z.enum(GoalKind), text: paragraph(1000) });

/** A case has at least one goal and exactly one lead organisation (invariant 1). The id may be the client's, so that sending twice adds once. */
export const addLegalCase = z.strictObject({
  id: id.nullish(),
  leadOrganisationId: id,
  title: line(300),
  shortName: optionalLine(80),
  summary: optionalParagraph(10_000),
  goals: z.array(goal).min(1).max(20),
  countries: z.array(country).min(1).max(20).refine(noneTwice, 'repeated'),
  status: z.enum(CaseStatus).nullish(),
  systems: z.array(slug).max(20).refine(noneTwice, 'repeated').nullish(),
});
export type AddLegalCase = z.output<typeof addLegalCase>;

/** What is left out stays; null empties what may be empty. The lead changes by handing over, not by editing. */
export const changeLegalCase = z.strictObject({
  title: line(300).optional(),
  shortName: optionalLine(80),
  codeName: line(40).refine((text) => text.length >= 2, 'too_short').optional(),
  summary: optionalParagraph(10_000),
  goals: z.array(goal).min(1).max(20).optional(),
  countries: z.array(country).min(1).max(20).refine(noneTwice, 'repeated').optional(),
  status: z.enum(CaseStatus).optional(),
  systems: z.array(slug).max(20).refine(noneTwice, 'repeated').optional(),
});
export type ChangeLegalCase = z.output<typeof changeLegalCase>;

/** Sharing with organisations: whoever shares says which agreement is on file (domain 4, P2). */
export const shareLegalCase = z.strictObject({
  organisationIds: z.array(id).min(1).max(50).refine(noneTwice, 'repeated'),
  agreement: line(300),
  agreementOn: exactDay,
  reason: optionalParagraph(1000),
});
export type ShareLegalCase = z.output<typeof shareLegalCase>;

/** The rung of a case; widening to the coalition says why (see `canWiden`). */
export const setLegalCaseLevel = z
  .strictObject({ level: z.enum(CaseLevel), reason: optionalParagraph(1000) })
  .refine(({ level, reason }) => level !== 'coalition' || Boolean(reason), { path: ['reason'], message: 'required' });
export type SetLegalCaseLevel = z.output<typeof setLegalCaseLevel>;

/** One matter in one court (invariant 1: exactly one current forum). */
export const proceeding = z.strictObject({
  courtSlug: slug,
  courtUnit: optionalLine(200),
  matter: optionalLine(80),
  status: z.enum(ProceedingStatus).nullish(),
  /** The track it walks: `SM-CL/petition`. Left out, the one that fits the court best; empty, none. */
  template: z.union([z.literal(''), z.string().regex(/^SM-[A-Z]+(?:-[A-Z]+)*\/[a-z][a-z0-9_]*$/u, 'unknown_code')]).nullish(),
  /** Where it stands as it is put on file; from then on stages are moved. */
  stage: optionalLine(80).refine((stage) => !stage || allStages.includes(stage), 'unknown_code'),
  judges: z.array(line(200)).max(30).nullish(),
  openedOn: optionalLegalDate,
  closedOn: optionalLegalDate,
  timeZone: timeZone.nullish(),
  ordinal: z.int().min(0).max(999).nullish(),
}).refine(({ openedOn, closedOn }) => inOrder(openedOn, closedOn), { path: ['closedOn'], message: 'ends_before_start' });
export type ProceedingInput = z.output<typeof proceeding>;

const identifierRest = {
  issuer: optionalLine(200),
  source: optionalLine(500),
  validFrom: optionalLegalDate,
  validTo: optionalLegalDate,
  disputed: z.boolean().nullish(),
  preferred: z.boolean().nullish(),
};
/** A number as printed. */
export const identifier = z.strictObject({ type: z.enum(IdentifierType), value: line(120), ...identifierRest }).refine(({ validFrom, validTo }) => inOrder(validFrom, validTo), { path: ['validTo'], message: 'ends_before_start' });
export type IdentifierInput = z.output<typeof identifier>;
/** Numbers are end-dated or marked disputed, never overwritten (invariant 1): type and value are not among these. */
export const changeIdentifier = z.strictObject(identifierRest);
export type ChangeIdentifier = z.output<typeof changeIdentifier>;

export const proceedingLink = z
  .strictObject({
    fromId: id, toId: id, type: z.enum(ProceedingLinkType), on: optionalLegalDate, note: optionalParagraph(1000),
    // The event whose order made the link, and the claims it carries; none named means all.
    orderEventId: id.nullish(), claimIds: z.array(id).max(200).refine(noneTwice, 'repeated').nullish(),
  })
  .refine(({ fromId, toId }) => fromId !== toId, { path: ['toId'], message: 'same_proceeding' });
export type ProceedingLinkInput = z.output<typeof proceedingLink>;
/** What of a link may be mended: which proceedings it ties and how is another link. */
export const changeProceedingLink = z.strictObject({
  on: optionalLegalDate, note: optionalParagraph(1000), orderEventId: id.nullish(), claimIds: z.array(id).max(200).refine(noneTwice, 'repeated').nullish(),
});
export type ChangeProceedingLink = z.output<typeof changeProceedingLink>;
/** The same proceeding goes on in another court or division, under a new number (scenario 12). */
export const transfer = z.strictObject({
  courtSlug: slug, courtUnit: optionalLine(200), timeZone: timeZone.nullish(), on: optionalLegalDate, number: optionalLine(120), numberType: z.enum(IdentifierType).nullish(),
});
export type TransferInput = z.output<typeof transfer>;

const eventFields = {
  proceedingId: id.nullish(),
  basis: z.enum(DateBasis).nullish(),
  atTime: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, 'not_a_time').nullish(),
  planned: z.boolean().nullish(),
  outcome: z.enum(EventOutcome).nullish(),
  outcomeDetail: optionalLine(60),
  reportedResult: z.enum(ReportedResult).nullish(),
  title: optionalLine(300),
  publicNote: optionalParagraph(5000),
  privateNote: optionalParagraph(10_000),
  source: optionalLine(500),
  minutesSpent: z.int().min(0).max(1440).nullish(),
};
type EventLike = { outcome?: EventOutcome | null | undefined; outcomeDetail?: string | null | undefined; reportedResult?: ReportedResult | null | undefined };
/** A second tap belongs to the chip that asks for it. It may be left out: it is asked again later (see `missingOf`). */
const detailFits = ({ outcome, outcomeDetail }: EventLike) => !outcomeDetail || (outcome ? (detailsOf(outcome) as readonly string[]).includes(outcomeDetail) : false);
const atTimeNeedsDay = ({ atTime, on }: { atTime?: string | null | undefined; on?: string | undefined }) => !atTime || !on || precisionOf(on) === 'day';

/** A log entry. `id` is made by the client: the same id sent twice is one event. The next date becomes a planned event of its own. */
export const logEvent = z
  .strictObject({
    id, legalCaseId: id, type: z.enum(EventType), on: knownLegalDate, ...eventFields,
    nextOn: optionalLegalDate, nextType: z.enum(EventType).nullish(),
    // Who wrote it, where it waited on a device: in anybody else's session it is refused.
    by: id.nullish(),
  })
  .refine(detailFits, { path: ['outcomeDetail'], message: 'does_not_fit_outcome' })
  .refine(({ outcome, reportedResult }) => !reportedResult || outcome === 'judgment_delivered', { path: ['reportedResult'], message: 'does_not_fit_outcome' })
  .refine(atTimeNeedsDay, { path: ['atTime'], message: 'day_needed' });
export type LogEvent = z.output<typeof logEvent>;

/** What the team says of two entries: one hearing, two, or (null) nothing any more. Versions as they were seen; `pairVersion` 0: nobody had said anything. */
export const pairEvents = z.strictObject({ eventId: id, eventVersion: z.int(), otherId: id, otherVersion: z.int(), same: z.boolean().nullable(), pairVersion: z.int().min(0) });
export type PairEvents = z.output<typeof pairEvents>;

/** Whether the detail fits the outcome is asked of the merged event (`eventFits`), since either may stay as it was. */
export const changeEvent = z.strictObject({ type: z.enum(EventType).optional(), on: knownLegalDate.optional(), ...eventFields });
export type ChangeEvent = z.output<typeof changeEvent>;

/** The rules between an event's fields, for an event after a change. Empty when all is well. */
export function eventFits(event: EventLike & { atTime?: string | null; on: string }): { field: string; reason: string }[] {
  return [
    ...(detailFits(event) ? [] : [{ field: 'outcomeDetail', reason: 'does_not_fit_outcome' }]),
    ...(!event.reportedResult || event.outcome === 'judgment_delivered' ? [] : [{ field: 'reportedResult', reason: 'does_not_fit_outcome' }]),
    ...(atTimeNeedsDay(event) ? [] : [{ field: 'atTime', reason: 'day_needed' }]),
  ];
}

/** What a logged event still lacks; "waiting for you" asks for it. Planned events lack nothing yet. */
export type EventGap = 'proceeding' | 'outcome' | 'outcome_detail' | 'reported_result' | 'next_date';
export function missingOf(event: {
  type: string; planned: boolean; proceedingId?: string | null; outcome?: string | null; outcomeDetail?: string | null; reportedResult?: string | null; hasNext: boolean;
}): EventGap[] {
  if (event.planned) return [];
  const inCourt = event.type === 'hearing' || event.type === 'mention';
  const outcome = isCode(EventOutcome, event.outcome) ? event.outcome : undefined;
  const gaps: (EventGap | false)[] = [
    inCourt && !event.proceedingId && 'proceeding',
    inCourt && !outcome && 'outcome',
    outcome !== undefined && detailsOf(outcome).length > 0 && !event.outcomeDetail && 'outcome_detail',
    outcome === 'judgment_delivered' && !event.reportedResult && 'reported_result',
    outcome === 'adjourned' && !event.hasNext && 'next_date',
  ];
  return gaps.filter((gap) => gap !== false);
}

/** A name that says no more than initials: "S.A.", "K. M.". */
const onlyInitials = /^\p{Lu}(?:[.\s-]*\p{Lu}){0,4}\.?$/u;
/** `name` is the true one. Of a protected party it stays with the case team; others read `shownAs`, of a sealed one nothing (domain 2.2, invariant 30). */
export const party = z.strictObject({
  proceedingId: id.nullish(),
  name: line(300),
  shownAs: optionalLine(120),
  kind: line(60),
  role: z.enum(PartyRole),
  localLabel: optionalLine(80),
  orderNo: z.int().min(1).max(999).nullish(),
  protection: z.enum(PartyProtection).nullish(),
  fromOn: optionalLegalDate,
  toOn: optionalLegalDate,
}).refine(({ protection, name, shownAs }) => !shownAs || !protection || protection === 'none' || onlyInitials.test(name) || !shownAs.toLowerCase().includes(name.toLowerCase()), { path: ['shownAs'], message: 'shows_the_name' })
  .refine(({ fromOn, toOn }) => inOrder(fromOn, toOn), { path: ['toOn'], message: 'ends_before_start' });
export type PartyInput = z.output<typeof party>;

/** What act or rule is attacked, in which feature of the system, under which provision (domain 2.2, Claim). */
export const claim = z.strictObject({
  proceedingId: id.nullish(),
  act: line(500),
  feature: optionalLine(120),
  provision: optionalLine(300),
  rightConcept: optionalLine(80),
  standing: z.enum(ClaimStanding).nullish(),
  /** Only for a claim made for many. */
  collective: z.enum(CollectiveRule).nullish(),
  lineageOfId: id.nullish(),
  ordinal: z.int().min(0).max(999).nullish(),
});
export type ClaimInput = z.output<typeof claim>;

/** What became of a claim in a proceeding; one each (domain 2.2, Disposition). The result of the case follows from these alone. */
export const disposition = z.strictObject({
  claimId: id, proceedingId: id, decisionId: id.nullish(), code: z.enum(DispositionCode), favours: z.enum(Favours),
  decidedOn: optionalLegalDate, note: optionalParagraph(2000), pinpoint: optionalLine(120),
});
export type DispositionInput = z.output<typeof disposition>;
/** A disposition that stands is changed in what it says; of which claim in which proceeding it is, stays. */
export const changeDisposition = disposition.omit({ claimId: true, proceedingId: true });
export type ChangeDisposition = z.output<typeof changeDisposition>;

export const finding = z.strictObject({
  proceedingId: id, decisionId: id.nullish(), opinionId: id.nullish(), claimId: id.nullish(), limb: z.enum(Limb), result: z.enum(FindingResult),
  note: optionalParagraph(2000), pinpoint: optionalLine(120), source: optionalLine(500),
});
export type FindingInput = z.output<typeof finding>;

export const linkPrecedent = z.strictObject({ slug, relation: z.enum(PrecedentRelation), note: optionalParagraph(2000) });
export type LinkPrecedent = z.output<typeof linkPrecedent>;

/** A harm, documented once (domain 2.2, Harm). Kind and groups are concepts of the reference vocabularies. */
export const harm = z.strictObject({
  kind: line(80),
  groups: z.array(line(80)).max(20).refine(noneTwice, 'repeated'),
  summary: paragraph(5000),
  country,
  district: optionalLine(120).refine((place) => !place || !isTooExactPlace(place), 'too_exact_place'),
  whenOn: optionalLegalDate,
  system: slug.nullish(),
  feature: optionalLine(120),
  peopleAffected: z.int().min(1).max(100_000_000).nullish(),
  source: line(500),
  sureness: z.enum(Sureness),
});
export type HarmInput = z.output<typeof harm>;

/** A harm stands behind one case (perhaps one claim of it) or one precedent. */
export const linkHarm = z
  .strictObject({ harmId: id, legalCaseId: id.nullish(), claimId: id.nullish(), precedentSlug: slug.nullish(), followsCase: z.boolean().nullish() })
  .refine(({ legalCaseId, precedentSlug }) => Boolean(legalCaseId) !== Boolean(precedentSlug), { path: ['legalCaseId'], message: 'case_or_precedent' })
  .refine(({ legalCaseId, claimId }) => !claimId || Boolean(legalCaseId), { path: ['claimId'], message: 'case_needed' });
export type LinkHarm = z.output<typeof linkHarm>;
