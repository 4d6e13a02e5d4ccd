import { z } from 'zod';
import { codes } from '../vocabulary.ts';

/**
 * A deadline rule as data (domain 2.5, "Rule fields"). A rule is one period of one act before one forum; what changed over the
 * years are its versions. Nothing here computes: the shapes are checked when the program starts, so that a faulty record stops it.
 */

/** Which day of an act a period runs from. The first nine are the bases of a LegalDate (domain 2.1); the others say which event. */
export const TriggerBasis = codes(
  'pronounced', 'dated', 'signed', 'published', 'served', 'received', 'filed', 'effective', 'listed',
  'notified', // told in any form that counts before that forum
  'known', // came to know of it
  'occurred', // the act, the harm, or when grounds first arose
  'ended', // the violation stopped
  'exhausted', // the last domestic remedy was used up
  'concluded', // another international procedure ended
  'final', // the judgment became final
  'refused', // leave or a certificate was refused
  'granted', // leave, permission or a certificate was given
  'transmitted', // a report was sent to the State
  'discovered', // new evidence came up
  'heard', // the hearing was held
  'lodged', // handed in: a notice or record at the registry, a complaint at the authority
);
export type TriggerBasis = keyof typeof TriggerBasis;

export const PeriodUnit = codes('hour', 'calendar_day', 'business_day', 'week', 'month', 'year');
export type PeriodUnit = keyof typeof PeriodUnit;
export const Roll = codes('none', 'next_working', 'previous_working');
export type Roll = keyof typeof Roll;
/** `strict` is used where the source says no more than that; `opens_remedy` where the end of the period gives a right instead of taking one. */
export const Strictness = codes('jurisdictional', 'strict', 'strict_extendable', 'directory', 'presumption_only', 'opens_remedy', 'undefined');
export type Strictness = keyof typeof Strictness;
export const Extendable = codes('no', 'yes', 'by_leave', 'for_good_reason', 'condonable', 'exceptionally', 'unknown');
export type Extendable = keyof typeof Extendable;
export const VerificationStatus = codes('verified', 'unverified', 'disputed');
export type VerificationStatus = keyof typeof VerificationStatus;
/** How the record came about: a public source was seen, it is expert knowledge of the text, or it is uncertain and ships disabled. */
export const Confidence = codes('seen', 'expert', 'uncertain');
export type Confidence = keyof typeof Confidence;
/** Why there is no number of days. */
export const NoPeriod = codes('reasonable_time', 'promptly', 'no_limit', 'delay_weighs', 'presumption', 'while_it_lasts', 'no_value_shipped');
export type NoPeriod = keyof typeof NoPeriod;
/** By which date the version is chosen (invariant 13): never today's. */
export const ChosenBy = codes('trigger', 'final_domestic_decision', 'decision', 'conduct', 'judgment_below');
export type ChosenBy = keyof typeof ChosenBy;

/** A day that exists, `2026-03-16`. */
export const isoDay = z.string().refine((text) => {
  try {
    return /^\d{4}-\d\d-\d\d$/u.test(text) && Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}, 'no_such_day');
const line = z.string().trim().min(1, 'required').max(600, 'too_long');

/** The longest period the law knows of here: ten years. More is a slip of the finger. */
export const longestPeriod = 3650;
export const periodLength = z.int('wrong_type').min(1, 'period_too_short').max(longestPeriod, 'period_too_long');

/** How a period is counted. The defaults are those of the page: from the next day, ends as it falls, at the end of the day. */
export const counting = z.strictObject({
  n: periodLength,
  unit: z.enum(PeriodUnit),
  /** The day of the event is day 1. */
  countsTriggerDay: z.boolean().default(false),
  /** *Franc*: the last day is not counted either. */
  clearDays: z.boolean().default(false),
  roll: z.enum(Roll).default('none'),
  /** Added before the period when it runs from publication: it starts at the end of that many days. */
  publicationDays: z.int().min(1).max(60).optional(),
  /** Added after the period, on account of distance. */
  distanceDays: z.int().min(1).max(60).optional(),
  /** A vacation of the forum's calendar, by its code, in which time does not run. */
  withoutVacation: z.string().optional(),
  /** Weekdays of the calendar's weekend taken as open all the same (ISO: 6 is Saturday). */
  openWeekdays: z.array(z.int().min(1).max(7)).optional(),
});
export type Counting = z.output<typeof counting>;

/** Another way to read the same text. Where it leads to another day, the deadline is disputed and both are shown. */
export const reading = z.strictObject({
  code: z.string().regex(/^[a-z_]+$/u),
  about: line,
  /** What the reading counts differently; `counting` with no defaults, or a default would pass for a difference. */
  counting: z.strictObject({ roll: z.enum(Roll), countsTriggerDay: z.boolean(), clearDays: z.boolean(), withoutVacation: z.string(), openWeekdays: z.array(z.int().min(1).max(7)) }).partial(),
});

const prompt = z.strictObject({ n: periodLength, unit: z.enum(['month', 'year', 'calendar_day']), kind: z.enum(['soft', 'presumption', 'work_to']) });
export type PromptPeriod = z.output<typeof prompt>;

export const ruleVersion = z.strictObject({
  version: z.int().min(1),
  /** What the version is called among lawyers: "Court of Appeal Rules 2022, r. 77(2)". */
  name: line,
  /** First and last legally relevant day; null: not on file, so open on that side. */
  from: isoDay.nullable().default(null),
  to: isoDay.nullable().default(null),
  chosenBy: z.enum(ChosenBy).default('trigger'),
  /** Bases it counts from; the first one is meant when none is said. Any other basis is refused, never bent. */
  startsFrom: z.array(z.enum(TriggerBasis)).min(1),
  counting: counting.optional(),
  noPeriod: z.enum(NoPeriod).optional(),
  prompts: z.array(prompt).optional(),
  readings: z.array(reading).default([]),
  /** Time that does not count when somebody certifies it, and what has to be proved for that; null: nothing more than the certificate. */
  excludable: z.strictObject({ what: line, proof: line.nullable() }).optional(),
  /** No later than so long after another event (the judgment), whatever the trigger. */
  longStop: z.strictObject({ n: periodLength, unit: z.enum(['month', 'year']), from: z.enum(TriggerBasis) }).optional(),
  strictness: z.enum(Strictness),
  extendable: z.enum(Extendable).default('unknown'),
  extendableNote: line.optional(),
  /** The act of filing that has to happen on the day. */
  filing: z.enum(['dispatch', 'receipt', 'lodging', 'lodging_and_service', 'registered_letter', 'service', 'unknown']).default('unknown'),
  source: line,
  confidence: z.enum(Confidence),
  confidenceNote: line.optional(),
  notes: z.array(line).default([]),
}).superRefine((version, ctx) => {
  const fault = (message: string, path: string) => ctx.addIssue({ code: 'custom', message, path: [path] });
  if ((version.counting === undefined) === (version.noPeriod === undefined)) fault('one_of_period_and_no_period', 'counting');
  if (version.from && version.to && version.from > version.to) fault('ends_before_start', 'to');
});
export type RuleVersion = z.output<typeof ruleVersion>;

export const deadlineRule = z.strictObject({
  id: z.string().regex(/^[A-Z]+-\d+[a-z]?$/u),
  /** The row of the domain page's table, word for word: "PE-1 / DO-1 / CR-1 / BR-1". */
  row: line,
  forum: line,
  proceedings: z.array(line).min(1),
  act: line,
  /** Whose time it is. */
  party: z.enum(['initiator', 'respondent', 'state', 'appellant', 'third_party', 'court', 'authority', 'any_party']),
  verification: z.enum(VerificationStatus).default('unverified'),
  verifiedBy: z.string().nullable().default(null),
  nextReview: isoDay,
  enabled: z.boolean().default(true),
  /** What usually follows: the rule whose period the act itself starts. */
  next: z.string().optional(),
  versions: z.array(ruleVersion).min(1),
}).superRefine((rule, ctx) => {
  const fault = (message: string, ...path: (string | number)[]) => ctx.addIssue({ code: 'custom', message, path });
  if (rule.verification === 'verified' && !rule.verifiedBy) fault('verified_by_nobody', 'verifiedBy');
  for (const [at, version] of rule.versions.entries()) {
    const before = rule.versions[at - 1];
    if (before && (!before.to || !version.from || before.to >= version.from)) fault('versions_overlap', 'versions', at, 'from');
    if (before && before.version >= version.version) fault('versions_out_of_order', 'versions', at, 'version');
    if (version.confidence === 'uncertain' && rule.enabled) fault('uncertain_ships_disabled', 'enabled');
    // Three tags, three values (domain page, line 5): seen and expert knowledge are unverified, what is uncertain is disputed until somebody has read it.
    if (version.confidence === 'uncertain' && rule.verification === 'unverified') fault('uncertain_is_disputed', 'verification');
  }
});
export type DeadlineRule = z.output<typeof deadlineRule>;

/** Where a rule's days are counted. `calendar` is the id of a ForumCalendar; "closes" the registry's last hour where it is known. */
export const deadlineForum = z.strictObject({
  id: line, name: line, zone: line, calendar: line, closes: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u).optional(),
});
export type DeadlineForum = z.output<typeof deadlineForum>;
