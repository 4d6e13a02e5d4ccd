import type { Case, CaseProceeding } from './case-types.ts';

export interface Door {
  key: string;
  /** The proceeding it leads on from, and how the next one would be linked to it. */
  fromId: string; link: string;
  /** Put down already as possible. */
  proceeding: CaseProceeding | undefined;
  /** Where appeals normally go, when nobody has put it down yet. */
  court: string | undefined;
  stage: { code: string; word: string | null } | undefined;
  claims: string[] | undefined; note: string | null;
  due: { id: string; title: string; latestOn: string | null; status: string }[];
}
const upwards = new Set(['appeal_from', 'leave_to_appeal_from', 'cassation_of', 'review_of', 'revision_of']);

/** The doors of a case: proceedings that are only possible, and stages that lead out of one that has begun and that nobody has used. */
export function openDoors({ proceedings, links, claims, deadlines }: Pick<Case, 'proceedings' | 'links' | 'claims' | 'deadlines'>): Door[] {
  const possible = links.flatMap((link): Door[] => {
    const proceeding = proceedings.find(({ id, status }) => id === link.fromId && status === 'anticipated');
    if (!proceeding) return [];
    const below = proceedings.find(({ id }) => id === link.toId);
    const stage = below?.stageChoices.find((choice) => choice.stage.leavesTo?.link === link.type)?.stage;
    const due = deadlines.filter((each) => each.proceedingId === proceeding.id && each.kind === 'rule' && each.status !== 'met' && each.status !== 'moot');
    return [{ key: link.id, fromId: link.toId, link: link.type, proceeding, court: undefined, stage, claims: link.claimIds ? claims.filter(({ id }) => link.claimIds?.includes(id)).map(({ act }) => act) : undefined, note: link.note, due }];
  });
  const foreseen = proceedings.filter(({ status }) => status !== 'anticipated' && status !== 'consolidated').flatMap((proceeding) => proceeding.stageChoices.filter(({ over }) => over.length === 0).flatMap(({ stage }): Door[] => {
    const { leavesTo } = stage;
    if (!leavesTo || links.some(({ type, toId }) => toId === proceeding.id && type === leavesTo.link)) return [];
    return [{ key: `${proceeding.id}.${stage.code}`, fromId: proceeding.id, link: leavesTo.link, proceeding: undefined, court: upwards.has(leavesTo.link) ? proceeding.court.parent?.name : undefined, stage, claims: undefined, note: null, due: [] }];
  }));
  const rank = ({ proceeding, fromId }: Door) => proceedings.findIndex(({ id }) => id === (proceeding?.id ?? fromId));
  return [...possible.sort((a, b) => rank(a) - rank(b)), ...foreseen];
}
