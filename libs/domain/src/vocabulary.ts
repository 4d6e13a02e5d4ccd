/**
 * The codes everything else speaks in. Each list is an `as const` object whose keys equal its values, so that it serves
 * as a type, as a GraphQL enum (`registerEnumType`), as a zod enum and, by `Object.keys`, as an order.
 * Words for people never stand here: they come from the message catalogues and from the reference vocabularies.
 */
/* @__NO_SIDE_EFFECTS__ */
export const codes = <const T extends string>(...names: T[]): { readonly [K in T]: K } =>
  Object.freeze(Object.fromEntries(names.map((name) => [name, name]))) as { readonly [K in T]: K };

/** Every code of a list, in the order of the list. */
export const codesOf = <T extends string>(list: { readonly [K in T]: K }): T[] => Object.keys(list) as T[];

/** Is this text a code of the list? Own keys only, so that `constructor` is no code. */
export const isCode = <T extends string>(list: { readonly [K in T]: K }, text: unknown): text is T =>
  typeof text === 'string' && Object.hasOwn(list, text);

// ---------------------------------------------------------------- reasoning

/** Canonical limbs of a legal test; each court's own test is mapped to these (domain 2.6). */
export const Limb = codes(
  'legality', 'legitimate_aim', 'rational_connection', 'necessity', 'balancing', 'safeguards', 'non_discrimination_prima_facie', 'justification',
  'minimum_core', 'public_participation', 'legislative_process', 'data_protection_prerequisite', 'due_process', 'essential_content',
  'best_interests_of_child', 'standing', 'exhaustion', 'jurisdiction', 'overall',
);
export type Limb = keyof typeof Limb;

/** Did the State meet the test? No finding at all means "not coded yet", which is a fifth thing again (domain 2.2, Finding; ux 5). */
export const FindingResult = codes('satisfied', 'not_satisfied', 'partly', 'not_addressed', 'not_reached', 'assumed', 'conceded');
export type FindingResult = keyof typeof FindingResult;

/** How one decision uses another (domain 2.6, Treatment). */
export const Treatment = codes(
  'followed', 'applied', 'adopted', 'approved', 'affirmed', 'relied_on',
  'cited', 'considered', 'explained', 'referred_to',
  'distinguished', 'limited', 'doubted', 'questioned', 'referred_to_larger_bench',
  'not_followed', 'disapproved', 'criticised', 'reversed', 'overruled', 'set_aside', 'superseded_by_statute', 'declared_per_incuriam',
);
export type Treatment = keyof typeof Treatment;

export const TreatmentSense = codes('positive', 'neutral', 'cautious', 'negative');
export type TreatmentSense = keyof typeof TreatmentSense;

const senseStarts: readonly [Treatment, TreatmentSense][] = [
  ['followed', 'positive'], ['cited', 'neutral'], ['distinguished', 'cautious'], ['not_followed', 'negative'],
];
/** Which way a treatment points: the groups of domain 2.6 follow one another in the list above. */
export const treatmentSense: Readonly<Record<Treatment, TreatmentSense>> = (() => {
  let sense: TreatmentSense = 'positive';
  return Object.fromEntries(codesOf(Treatment).map((treatment) => {
    sense = senseStarts.find(([first]) => first === treatment)?.[1] ?? sense;
    return [treatment, sense];
  })) as Record<Treatment, TreatmentSense>;
})();

/** Standing of a decision as authority; derived, shown with its reason (domain 2.6). */
export const AuthorityStatus = codes('good', 'good_in_part', 'under_appeal', 'stayed', 'doubted', 'overruled_in_part', 'overruled', 'reversed', 'superseded', 'unknown');
export type AuthorityStatus = keyof typeof AuthorityStatus;

/** What a court may order (domain 2.6). The library's records keep the remedy codes of their own scheme. */
export const Remedy = codes(
  'declaration', 'quashing', 'prohibition', 'mandamus', 'interim_protection', 'prohibitory_injunction', 'mandatory_injunction', 'structural_interdict',
  'reading_in', 'reading_down', 'severance', 'invalidity_immediate', 'invalidity_suspended', 'validity_with_conditions', 'damages', 'just_satisfaction',
  'restitution', 'rehabilitation', 'satisfaction', 'non_repetition_measure', 'data_erasure', 'document_issuance', 'dpia_order', 'consultation_order',
  'legislative_reform_recommendation', 'costs',
);
export type Remedy = keyof typeof Remedy;

// ---------------------------------------------------------------- result

/** The result seen from the side of the rights at stake (ux 5). `no_merits` is never counted as won or lost (invariant 5). */
export const CaseResult = codes('won', 'partly_won', 'lost', 'no_merits', 'pending');
export type CaseResult = keyof typeof CaseResult;

/** What became of one claim in one proceeding (domain 2.2, Disposition). */
export const DispositionCode = codes(
  'allowed', 'partly_allowed', 'dismissed_on_merits', 'inadmissible', 'struck_out', 'moot', 'not_reached', 'withdrawn', 'settled', 'remitted',
);
export type DispositionCode = keyof typeof DispositionCode;

/** Whom a disposition favours; `us` is the side that defends the rights at stake. */
export const Favours = codes('us', 'other', 'mixed', 'none');
export type Favours = keyof typeof Favours;

// ---------------------------------------------------------------- case and proceedings

/** Life of a case (domain 2.4, Case). */
export const CaseStatus = codes(
  'intake', 'assessing', 'declined', 'planning', 'approved', 'pre_action', 'live', 'awaiting_judgment', 'post_judgment', 'implementing', 'closed',
  'paused', 'merged', 'transferred_lead',
);
export type CaseStatus = keyof typeof CaseStatus;

/** What a case is brought for; success in court is only one kind (domain 3(b), theory of change). */
export const GoalKind = codes('legal', 'policy', 'community', 'movement');
export type GoalKind = keyof typeof GoalKind;

/** How a precedent stands to a case. */
export const PrecedentRelation = codes('same_matter', 'relies_on', 'learn_from', 'against_us');
export type PrecedentRelation = keyof typeof PrecedentRelation;

/** Status of a proceeding, apart from its stage (domain 2.4). */
export const ProceedingStatus = codes(
  'anticipated', 'active', 'stayed', 'reserved', 'decided', 'final', 'withdrawn', 'struck_out', 'settled', 'transferred', 'consolidated', 'closed', 'reopened',
);
export type ProceedingStatus = keyof typeof ProceedingStatus;

/** Kinds of number a court or body gives a matter (domain 2.2, ProceedingIdentifier; `citation` is the number of its decision). */
export const IdentifierType = codes('petition', 'application', 'appeal', 'diary', 'consolidated', 'international', 'citation', 'other');
export type IdentifierType = keyof typeof IdentifierType;

/** How one proceeding stands to another; read "from … to": the appeal is `appeal_from` the judgment below (domain 2.2). */
export const ProceedingLinkType = codes(
  'appeal_from', 'cross_appeal', 'leave_to_appeal_from', 'review_of', 'revision_of', 'cassation_of', 'remitted_from', 'transferred_from', 'referred_from',
  'consolidated_into', 'lead_of', 'severed_from', 'stay_application_in', 'enforcement_of', 'contempt_in', 'interpretation_of', 'exhausted_for', 'parallel_to',
);
export type ProceedingLinkType = keyof typeof ProceedingLinkType;

/** Links that must stay free of cycles: a court cannot sit on appeal from itself; a remittal makes a new proceeding. Invariant 2 names four; the others are appeals by another name. */
export const acyclicLinkTypes: ReadonlySet<ProceedingLinkType> = new Set(['appeal_from', 'cross_appeal', 'leave_to_appeal_from', 'cassation_of', 'review_of', 'revision_of', 'remitted_from'] as const);

/** Canonical role of a party; the forum's own word stands beside it as local label (domain 2.1 LocalLabel, 2.2 PartyRole). */
export const PartyRole = codes('claimant', 'respondent', 'interested_party', 'amicus', 'intervener', 'relator', 'victim', 'other');
export type PartyRole = keyof typeof PartyRole;

/** In whose right a claim is brought (domain 2.2, PartyRole, capacity; 1, 35 to 37). */
export const ClaimStanding = codes('own_interest', 'group', 'public_interest', 'association', 'representative');
export type ClaimStanding = keyof typeof ClaimStanding;

/** How people come to belong to a claim made for many (domain 1, 38); `none` where it binds all without asking. */
export const CollectiveRule = codes('opt_in', 'opt_out', 'none');
export type CollectiveRule = keyof typeof CollectiveRule;

/** How a party's name is shielded (domain 2.2, PartyRole). */
export const PartyProtection = codes('none', 'initials', 'pseudonym', 'sealed');
export type PartyProtection = keyof typeof PartyProtection;

// ---------------------------------------------------------------- events

/** What happened or is to happen (domain 2.2, ProcEvent). */
export const EventType = codes(
  'filing', 'service', 'mention', 'hearing', 'adjournment', 'order', 'judgment', 'publication', 'appeal', 'application', 'joinder', 'deadline', 'settlement',
  'enforcement', 'regulator', 'law_or_policy', 'media', 'context',
);
export type EventType = keyof typeof EventType;

/** The outcome chips of the Log sheet (domain 2.6). */
export const EventOutcome = codes(
  'adjourned', 'directions_given', 'interim', 'heard_reserved', 'judgment_delivered', 'leave', 'party_joined', 'amicus', 'consolidated', 'settled',
  'not_reached', 'court_not_sitting',
);
export type EventOutcome = keyof typeof EventOutcome;

/** The second tap some chips ask for (`outcomeDetail`). A chip not named here asks nothing. */
export const outcomeDetails = {
  interim: ['granted', 'refused', 'extended', 'set_aside'],
  leave: ['granted', 'refused'],
  amicus: ['admitted', 'refused'],
} as const satisfies Partial<Record<EventOutcome, readonly string[]>>;
export type OutcomeDetail = (typeof outcomeDetails)[keyof typeof outcomeDetails][number];

/** The answers a chip asks for next; empty where it asks nothing. */
export const detailsOf = (outcome: EventOutcome): readonly OutcomeDetail[] =>
  isCode({ interim: 'interim', leave: 'leave', amicus: 'amicus' }, outcome) ? outcomeDetails[outcome] : [];

/** What the person in court heard when judgment was delivered (`reportedResult`). The case's result is never taken from it (invariant 4). */
export const ReportedResult = codes('won', 'partly_won', 'lost', 'unclear');
export type ReportedResult = keyof typeof ReportedResult;

/** Which of several real dates of an act is meant (domain 2.1, LegalDate); `listed` is the court's diary. */
export const DateBasis = codes('pronounced', 'dated', 'signed', 'published', 'served', 'received', 'filed', 'effective', 'listed');
export type DateBasis = keyof typeof DateBasis;

// ---------------------------------------------------------------- harms

/** How sure we are that it happened; the kind of harm is a concept of the scheme `harms`. */
export const Sureness = codes('confirmed', 'likely', 'reported', 'unclear');
export type Sureness = keyof typeof Sureness;

// ---------------------------------------------------------------- schemes of the reference vocabularies

/** Ids of the reference vocabularies our records point into; other files may bring further schemes. */
export const Scheme = {
  harms: 'harms', rights: 'rights', tests: 'tests', findings: 'findings', outcomes: 'outcomes', claimantResults: 'claimant-results', remedies: 'remedies',
  stages: 'stages', eventKinds: 'event-kinds', affectedGroups: 'affected-groups', expertise: 'expertise', biometricTypes: 'biometric-types', bodies: 'bodies',
  courtLevels: 'court-levels', caseRelations: 'case-relations', citationTreatments: 'citation-treatments', partyTypes: 'party-types',
  mandatoryStatus: 'mandatory-status', systemFunctions: 'system-functions', systemStatus: 'system-status', instruments: 'instruments',
} as const;
export type Scheme = (typeof Scheme)[keyof typeof Scheme];
