import { z } from 'zod';
import { isoDay, ruleById, type DeadlineLaw, shippedLaw } from '../deadlines/index.ts';
import { check } from '../faults.ts';
import forumsFile from './data/forums.json' with { type: 'json' };
import treatiesFile from './data/treaties.json' with { type: 'json' };

/**
 * Where a case can go, as data (domain 2.2 `Forum`, `TreatyStatus`; workflow 3(b) "forum choice matrix"). Each fact says its source and
 * the day it was written down. Periods stay in the deadline engine: a forum names rules by id. Nothing here decides.
 */
const text = z.string().trim().min(1, 'required').max(600, 'too_long');
const state = z.string().regex(/^[A-Z]{2}$/u, 'not_a_country');
/** `found`: seen in a public source; `known`: expert knowledge of the text, not opened again. */
const basis = z.enum(['found', 'known']);
const fact = <T extends readonly string[]>(codes: T) => z.strictObject({ code: z.enum(codes), text, source: text });

export const standingCodes = ['party_below', 'anyone', 'victim', 'resident', 'declared', 'for_child', 'data_subject', 'not_for_persons'] as const;
/** `not_asked`: the forum does not ask, or whether it asks was not read. */
export const exhaustionCodes = ['required', 'not_required', 'is_remedy', 'not_asked'] as const;
export const bindingCodes = ['binding', 'recommends', 'views', 'not_checked'] as const;
/** What a matter elsewhere does: `stops` by the words of the text, `warns` where the text is silent or unread but the risk is known. */
export const exclusionEffects = ['stops', 'warns', 'none', 'not_checked'] as const;
export const forumKinds = ['appeal', 'reopening', 'petition', 'authority', 'court', 'commission', 'committee', 'reference'] as const;

export const forum = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'not_a_slug'),
  /** The court in the library, where it is not the id itself. */
  court: z.string().optional(),
  name: text, act: text, group: z.enum(['national', 'international']), kind: z.enum(forumKinds),
  /** States it can be about; left out: any State. Who is outside belongs to another system. */
  states: z.array(state).min(1).optional(),
  /** Courts it hears matters from; an appeal lies from one of them. */
  from: z.array(z.string()).min(1).optional(),
  /** Time bars for going there. `runsFrom`: the day it usually runs from. `when`: only after another international procedure, or after leave was refused. */
  rules: z.array(z.strictObject({ id: z.string(), runsFrom: z.enum(['decision', 'act']).default('decision'), when: z.enum(['other_procedure', 'refused']).optional() })),
  /** Instruments the State must be bound by on the day of filing. `optional`: without it another basis serves. */
  needs: z.array(z.strictObject({ instrument: z.string(), optional: z.boolean().default(false) })),
  standing: fact(standingCodes), exhaustion: fact(exhaustionCodes), binding: fact(bindingCodes),
  exclusion: z.strictObject({ pending: z.enum(exclusionEffects), decided: z.enum(exclusionEffects), of: z.enum(['any', 'courts', 'national']), text, source: text }),
  /** Only a part of the matter: children, women, disability. */
  subject: z.string().regex(/^[a-z_]+$/u).optional(),
  source: text.optional(), notes: z.array(text).default([]), date: isoDay, basis,
});
export type Forum = z.output<typeof forum>;

const instrument = z.strictObject({ id: z.string(), /** As people call it beside the forum's name. */ short: text, name: text, year: z.int(), /** Where it can be looked up. */ register: text });
export type Instrument = z.output<typeof instrument>;

export const treatyStatus = z.strictObject({
  instrument: z.string(), state,
  /** `none`: looked for and not found, as far as `asOf` goes. */
  how: z.enum(['ratified', 'acceded', 'declared', 'founding', 'none']),
  from: isoDay.optional(),
  /** The first day it no longer binds. */
  to: isoDay.optional(),
  /** A reservation that closes a door the treaty leaves open. */
  reservation: z.strictObject({ excludes: z.enum(['pending', 'decided']), text }).optional(),
  note: text.optional(), source: text, basis,
  /** The last day the entry speaks for. After it a State may have joined or left. */
  asOf: isoDay,
}).superRefine(({ how, from, to }, ctx) => {
  const fault = (message: string, path: string) => ctx.addIssue({ code: 'custom', message, path: [path] });
  if ((how === 'none') === (from !== undefined)) fault('required', 'from');
  if (from && to && to <= from) fault('ends_before_start', 'to');
});
export type TreatyStatus = z.output<typeof treatyStatus>;

const forumsData = z.strictObject({ version: z.int().min(1), date: isoDay, note: text, forums: z.array(forum).min(1) });
const treatiesData = z.strictObject({ version: z.int().min(1), date: isoDay, note: text, instruments: z.array(instrument), status: z.array(treatyStatus) });

export type ForumLaw = {
  forums: readonly Forum[]; instruments: ReadonlyMap<string, Instrument>; status: readonly TreatyStatus[];
  /** Which data were read: kept with every memo. */
  versions: { forums: number; treaties: number; date: string };
};

/** @throws RangeError naming what is wrong: a faulty record stops the program when it starts, not in the middle of a case */
export function readForums(forums: unknown, treaties: unknown, deadlines: DeadlineLaw = shippedLaw): ForumLaw {
  const must = <T extends z.ZodType>(schema: T, input: unknown, what: string): z.output<T> => {
    const checked = check(schema, input);
    if ('ok' in checked) return checked.ok;
    throw new RangeError(`${what}: ${checked.refused.map(({ field, reason }) => `${field} ${reason}`).join('; ')}`);
  };
  const [one, two] = [must(forumsData, forums, 'forums'), must(treatiesData, treaties, 'treaties')];
  const instruments = new Map(two.instruments.map((each) => [each.id, each]));
  const seen = new Set<string>();
  for (const { id, rules, needs } of one.forums) {
    if (seen.has(id)) throw new RangeError(`The forum ${id} is there twice`);
    seen.add(id);
    for (const rule of rules) if (!ruleById(rule.id, deadlines)) throw new RangeError(`Forum ${id}: there is no deadline rule ${rule.id}`);
    for (const need of needs) if (!instruments.has(need.instrument)) throw new RangeError(`Forum ${id}: there is no instrument ${need.instrument}`);
  }
  for (const { instrument: of, state: whose } of two.status) if (!instruments.has(of)) throw new RangeError(`Treaty status of ${whose}: there is no instrument ${of}`);
  return { forums: one.forums, instruments, status: two.status, versions: { forums: one.version, treaties: two.version, date: one.date > two.date ? one.date : two.date } };
}

/** The forums and treaties as shipped. */
export const shippedForums: ForumLaw = readForums(forumsFile, treatiesFile);
