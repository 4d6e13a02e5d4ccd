import { z } from 'zod';
import { longestSearch } from './search-words.ts';

const sorts = ['best', 'newest', 'oldest', 'name'] as const;
const ids = z.array(z.string('wrong_type').max(100, 'too_long')).max(100, 'too_long').nullish();
const year = z.int('wrong_type').min(0, 'out_of_range').max(9999, 'out_of_range').nullish();

/** What may be asked of the list; faults are codes that name the field. */
export const precedentFilter = z.strictObject({
  text: z.string('wrong_type').max(longestSearch, 'too_long').refine((t) => !t.includes('\0'), 'control_character').refine((t) => t.isWellFormed(), 'broken_character').nullish(),
  countries: ids, courtLevels: ids, harms: ids, rights: ids, limb: z.string('wrong_type').max(100, 'too_long').nullish(), findings: ids, results: ids, features: ids, systems: ids, courts: ids,
  fromYear: year, toYear: year, sort: z.enum(sorts, 'unknown').nullish(),
});
export type PrecedentQuery = z.output<typeof precedentFilter>;
export type PrecedentSort = (typeof sorts)[number];
