import { z } from 'zod';
import { check, type Fault } from '../faults.ts';
import { EventOutcome, EventType, isCode, outcomeDetails, ProceedingLinkType, ProceedingStatus } from '../vocabulary.ts';

/**
 * A procedure template: how a family of courts walks a matter from the first paper to the last act (domain 2.4). Templates
 * are data, versioned and read once at start; a template that could trap a case (a stage nothing leads to, a way without
 * an end, a target that does not exist) is refused then, not met in the middle of a case.
 *
 * A template has one or more tracks: the petition and its appeal, the Commission and the Court. A proceeding walks one track;
 * what goes on elsewhere (`leavesTo`) is another proceeding with a link, never the same one.
 */
const code = z.string().regex(/^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/u, 'not_a_code');
const text = z.string().min(1).max(300);
const texts = z.array(text).min(1).readonly();

/** `hearing`, `heard_reserved`, `interim:granted`: a kind of event, an outcome, an outcome with its second tap. */
const signal = z.string().refine((word) => {
  const [outcome = '', detail] = word.split(':');
  if (detail === undefined) return isCode(EventType, outcome) || isCode(EventOutcome, outcome);
  return Object.hasOwn(outcomeDetails, outcome) && (outcomeDetails[outcome as keyof typeof outcomeDetails] as readonly string[]).includes(detail);
}, 'unknown_signal');

const stage = z.strictObject({
  code,
  /** Where the matter goes from here in the usual order. Optional stages on the way may be passed over. */
  next: z.array(code).readonly(),
  optional: z.literal(true).optional(),
  /** May follow itself: a second round of comments, a second judgment on reparations. */
  repeatable: z.literal(true).optional(),
  /** Possible at any time before the end, after which the matter goes on from where it was (a settlement, urgent measures). */
  anyTime: z.literal(true).optional(),
  /** A proceeding may rest here for good. */
  end: z.literal(true).optional(),
  /** Ending here is no ruling on the merits: neither won nor lost (invariant 5), nor an affirmation. */
  noMerits: z.literal(true).optional(),
  /** The status of the proceeding this stage suggests; `active` where none is named. */
  status: z.enum(ProceedingStatus).default('active'),
  variants: z.array(code).min(1).readonly().optional(),
  /** The stage goes on in another proceeding: how that one is linked to this, and which track it walks, where that is known. */
  leavesTo: z.strictObject({ link: z.enum(ProceedingLinkType), to: text.optional() }).optional(),
  /** Events that suggest this stage. */
  events: z.array(signal).readonly().default([]),
  /** What the forum itself calls it, where that is firm. `forum` is a court's slug, a country or a body. */
  local: z.array(z.strictObject({ forum: text, lang: z.string().regex(/^[a-z]{2,3}$/u, 'not_a_language'), word: text })).readonly().default([]),
  /** Key of the hint in plain words; the code itself where none is named. */
  hint: code.optional(),
}).transform((given) => ({ ...given, hint: given.hint ?? given.code }));

const fit = z.strictObject({ courts: texts.optional(), countries: texts.optional(), levels: texts.optional(), matters: texts.optional() })
  .refine((given) => Object.keys(given).length > 0, 'fits_everything');

const track = z.strictObject({
  id: code, name: text,
  /** Where the track belongs: any one of these, each with all it says. */
  fits: z.array(fit).min(1).readonly(),
  variants: z.array(code).min(1).readonly().optional(),
  /** What users must be told about this forum, as codes (`no_free_standing_amicus`). */
  notes: z.array(code).readonly().default([]),
  stages: z.array(stage).min(2).readonly(),
}).superRefine(({ stages }, ctx) => {
  const fault = (at: number, field: string, message: string) => { ctx.addIssue({ code: 'custom', path: ['stages', at, field], message }); };
  const places = new Map(stages.map(({ code: own }, at): [string, number] => [own, at]).reverse()); // of two the first
  const reached = new Set(stages.flatMap(({ anyTime }, at) => (anyTime || at === 0 ? [at] : [])));
  for (const at of reached) for (const target of stages[at]?.next ?? []) if (places.has(target)) reached.add(places.get(target) as number);
  /** Stages from which an end can be reached: grown backwards until nothing is added. */
  const finishing = new Set(stages.filter(({ end }) => end).map(({ code: own }) => own));
  for (let grown = -1; grown !== finishing.size;) {
    grown = finishing.size;
    for (const { code: own, next } of stages) if (next.some((target) => finishing.has(target))) finishing.add(own);
  }
  for (const [at, { code: own, next, anyTime, end }] of stages.entries()) {
    if (places.get(own) !== at) fault(at, 'code', 'repeated');
    next.forEach((target, n) => { if (!places.has(target)) ctx.addIssue({ code: 'custom', path: ['stages', at, 'next', n], message: 'unknown_target' }); });
    if (!reached.has(at)) fault(at, 'code', 'unreachable');
    if (anyTime && next.length > 0) fault(at, 'next', 'any_time_goes_back');
    if (!anyTime && !end && !finishing.has(own)) fault(at, 'next', 'no_way_to_an_end');
  }
  if (stages[0]?.anyTime) fault(0, 'anyTime', 'start_at_any_time');
  if (!stages.some(({ end, anyTime }) => end && !anyTime)) ctx.addIssue({ code: 'custom', path: ['stages'], message: 'no_end' });
});

const template = z.strictObject({
  id: z.string().regex(/^SM-[A-Z]+(?:-[A-Z]+)*$/u, 'not_a_template_id'),
  version: z.int().min(1),
  name: text,
  source: text,
  verification: z.enum(['verified', 'unverified', 'disputed']),
  tracks: z.array(track).min(1).readonly(),
}).superRefine(({ tracks }, ctx) => {
  for (const [at, { id }] of tracks.entries()) if (tracks.findIndex((each) => each.id === id) !== at) ctx.addIssue({ code: 'custom', path: ['tracks', at, 'id'], message: 'repeated' });
});

export type Stage = z.output<typeof stage>;
export type Fit = z.output<typeof fit>;
export type ProcedureTemplate = z.output<typeof template>;
/** One walk of a template, with what it takes to store which one a proceeding follows: `SM-CL/petition`, version 1. */
export type Track = z.output<typeof track> & { key: string; template: Omit<ProcedureTemplate, 'tracks'> };

/** Reads one template file. All faults at once, each with its place. */
export function readTemplate(raw: unknown): { ok: ProcedureTemplate } | { refused: Fault[] } {
  return check(template, raw);
}

/** Reads all template files of an installation, or says everything that is wrong with them: the server does not start on a broken one. */
export function readTemplates(raws: readonly unknown[]): { templates: readonly ProcedureTemplate[]; tracks: readonly Track[] } {
  const faults: string[] = [];
  const templates = raws.flatMap((raw, at) => {
    const read = readTemplate(raw);
    if ('ok' in read) return [read.ok];
    faults.push(...read.refused.map(({ field, reason }) => `template ${at + 1}: ${field} ${reason}`));
    return [];
  });
  const tracks = templates.flatMap(({ tracks: own, ...rest }) => own.map((each) => ({ ...each, key: `${rest.id}/${each.id}`, template: rest })));
  const keys = tracks.map(({ key }) => key);
  keys.forEach((key, at) => { if (keys.indexOf(key) !== at) faults.push(`${key} repeated`); });
  for (const { key, stages } of tracks) for (const { code: own, leavesTo } of stages) if (leavesTo?.to !== undefined && !keys.includes(leavesTo.to)) faults.push(`${key}: ${own} leaves to unknown ${leavesTo.to}`);
  if (faults.length > 0) throw new Error(`Broken procedure templates:\n${faults.join('\n')}`);
  return { templates, tracks };
}
