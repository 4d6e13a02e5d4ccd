import { isTooExactPlace } from '@amparo/domain';
import type { Fault } from '../apollo.ts';
import { refusedBy } from '../check-input.ts';
import type { HarmInput, HarmRecord_HarmFragment } from '../gql/graphql.ts';

/** A harm as the form holds it: every field a text, blank where nothing is known. */
export interface HarmDraft {
  kind: string; groups: string[]; summary: string; country: string; district: string; whenOn: string; system: string; feature: string; peopleAffected: string; source: string; sureness: string;
}
export const harmFieldNames = ['kind', 'groups', 'summary', 'country', 'district', 'whenOn', 'system', 'feature', 'peopleAffected', 'source', 'sureness'] as const satisfies readonly (keyof HarmDraft)[];

export const emptyHarm = (start: Partial<HarmDraft> = {}): HarmDraft => ({ kind: '', groups: [], summary: '', country: '', district: '', whenOn: '', system: '', feature: '', peopleAffected: '', source: '', sureness: '', ...start });

export const draftOfHarm = (of: HarmRecord_HarmFragment): HarmDraft => ({
  kind: of.kind.id, groups: of.groups.map(({ id }) => id), summary: of.summary, country: of.country, district: of.district ?? '', whenOn: of.whenOn ?? '', system: of.system?.slug ?? '',
  feature: of.feature ?? '', peopleAffected: of.peopleAffected === null ? '' : String(of.peopleAffected), source: of.source, sureness: of.sureness,
});

/** What is sent, judged by the same schema as on the server; every fault names its field. */
export async function harmInput(draft: HarmDraft): Promise<{ ok: HarmInput } | { refused: Fault }> {
  const blank = (text: string) => text.trim() || null;
  const people = draft.peopleAffected.replaceAll(/[\s.,’']/gu, '');
  const input = {
    kind: draft.kind, groups: draft.groups, summary: draft.summary, country: draft.country, district: blank(draft.district), whenOn: blank(draft.whenOn), system: blank(draft.system), feature: blank(draft.feature),
    peopleAffected: people === '' ? null : /^\d{1,9}$/u.test(people) ? Number(people) : people, source: draft.source, sureness: draft.sureness,
  };
  const refused = await refusedBy('harm', input);
  if (refused.length === 0) return { ok: { ...input, summary: draft.summary.trim(), source: draft.source.trim() } as HarmInput };
  const needed = new Set(['kind', 'country', 'sureness', 'summary', 'source']);
  return { refused: { code: 'INVALID', fields: refused.filter(({ field }, i, all) => all.findIndex((each) => each.field === field) === i).map(({ field, reason }) => ({ field, problem: needed.has(field) && !draft[field as 'kind'].trim() ? 'required' : reason })) } };
}

/** Would this place point at people? Said while it is typed. */
export const tooExact = (district: string): boolean => isTooExactPlace(district);

export const differing = (mine: HarmDraft, theirs: HarmDraft): (keyof HarmDraft)[] => harmFieldNames.filter((name) => [mine[name]].flat().join(' ').trim() !== [theirs[name]].flat().join(' ').trim());
