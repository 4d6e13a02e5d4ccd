import { claimsBefore } from '@amparo/domain';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { type Case, numberOf } from './case-types.ts';
import type { LaneArrow } from './lanes.ts';

const carrying = new Set(['appeal_from', 'cross_appeal', 'leave_to_appeal_from', 'review_of', 'revision_of', 'cassation_of', 'remitted_from', 'transferred_from', 'exhausted_for']);

/** What is said about links: which proceedings, which claims, and the few words on an arrow. */
export function useLinkWords(legalCase: Pick<Case, 'proceedings' | 'claims'>) {
  const { t } = useLingui();
  const short: Readonly<Record<string, string>> = {
    appeal_from: t`appeal`, cross_appeal: t`cross-appeal`, leave_to_appeal_from: t`leave to appeal`, review_of: t`review`, revision_of: t`revision`, cassation_of: t`cassation`, remitted_from: t`sent back`, transferred_from: t`transferred`,
    referred_from: t`referred`, severed_from: t`severed`, stay_application_in: t`stay asked`, enforcement_of: t`enforcement`, contempt_in: t`contempt`, interpretation_of: t`interpretation`, exhausted_for: t`after remedies at home`, parallel_to: t`in parallel`,
  };
  return {
    /** Court and number, as far as it takes to tell two apart. */
    name: (id: string): string => { const found = legalCase.proceedings.find((each) => each.id === id); return found ? [found.court.name, numberOf(found)?.value].filter(Boolean).join(', ') : ''; },
    /** The court, and the number only where another proceeding is in the same one. */
    court: (id: string): string => { const found = legalCase.proceedings.find((each) => each.id === id); return found ? [found.court.name, legalCase.proceedings.some((each) => each.id !== id && each.court.id === found.court.id) ? numberOf(found)?.value : undefined].filter(Boolean).join(', ') : ''; },
    /** Does it leave claims behind? */
    some: ({ claimIds, toId }: { claimIds: readonly string[] | null; toId: string }, links: Case['links']): boolean => claimIds !== null && claimsBefore(toId, links, legalCase.claims).some((id) => !claimIds.includes(id)),
    claims: ({ claimIds }: { claimIds: readonly string[] | null }): string[] => legalCase.claims.filter(({ id }) => claimIds?.includes(id)).map(({ act }) => act),
    /** A link that names no claims carries all, where it is one that takes the matter on. */
    carriesAll: (type: string): boolean => carrying.has(type),
    arrow: ({ type, claims }: LaneArrow): string => {
      const word = short[type] ?? type.replaceAll('_', ' ');
      return claims ? `${word}, ${t`${claims.carried} of ${plural(claims.of, { one: '# claim', other: '# claims' })}`}` : word;
    },
  };
}
