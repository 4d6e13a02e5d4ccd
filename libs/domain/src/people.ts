import { z } from 'zod';
import { isIsoCountry } from './countries.ts';
import { email, id, line, optionalParagraph } from './text.ts';

/** What a member does in an organisation; `steward` keeps members and rules and reads no case by that. */
export const MemberRole = { member: 'member', lawyer: 'lawyer', reviewer: 'reviewer', facilitator: 'facilitator', steward: 'steward' } as const;
export type MemberRole = keyof typeof MemberRole;

/** Languages a person can read Amparo in. */
export const personLocale = z.enum(['en', 'es', 'fr', 'ar']);
const country = line(2).transform((text) => text.toUpperCase()).refine(isIsoCountry, 'unknown_country');
/** At least one role, each once. */
export const memberRoles = z.array(z.enum(MemberRole)).min(1).max(5).transform((roles) => [...new Set(roles)]);

export const changeMe = z.strictObject({ name: line(200).nullish(), locale: personLocale.nullish() });
export const addOrganisation = z.strictObject({ name: line(200), country, about: optionalParagraph(2000), coalition: z.boolean() });
export const changeOrganisation = z.strictObject({ name: line(200).nullish(), country: country.nullish(), about: optionalParagraph(2000), coalition: z.boolean().nullish() });
export const addMember = z.strictObject({ organisationId: id, email, name: line(200), roles: memberRoles });
export type ChangeMe = z.output<typeof changeMe>;
export type AddOrganisation = z.output<typeof addOrganisation>;
export type ChangeOrganisation = z.output<typeof changeOrganisation>;
export type AddMember = z.output<typeof addMember>;

/** Where to go after signing in: a path of this site, never another's. Anything doubtful becomes the start. */
export function localPath(next: unknown): string {
  if (typeof next !== 'string' || !/^\/(?![/\\])[^\\\s]*$/u.test(next) || next.length > 2000) return '/';
  const url = URL.parse(next, 'http://amparo.invalid');
  return url?.host === 'amparo.invalid' ? url.pathname.replace(/^\/{2,}/u, '/') + url.search + url.hash : '/';
}
