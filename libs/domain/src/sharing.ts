/**
 * Who can read what, in the rungs of security 4.3. `level` is what the database stores; the rung says what people choose.
 * There is no public rung for cases: that is the publication desk's.
 */
export const ShareLevel = { only_me: 'only_me', case_team: 'case_team', named_allies: 'named_allies', coalition: 'coalition', public: 'public' } as const;
export type ShareLevel = keyof typeof ShareLevel;

/** The rungs a case can stand on now; GraphQL's `ShareLevel`. */
export const CaseLevel = { case_team: 'case_team', named_allies: 'named_allies', coalition: 'coalition' } as const;
export type CaseLevel = keyof typeof CaseLevel;

/** The stored number of each rung (security 4.3). "Only me" and "case team" are both 0: their readers differ, not their level. */
export const levelNumber: Readonly<Record<ShareLevel, 0 | 1 | 2 | 3>> = { only_me: 0, case_team: 0, named_allies: 1, coalition: 2, public: 3 };

const byNumber: readonly CaseLevel[] = ['case_team', 'named_allies', 'coalition'];
/** The rung of a case stored at this level. Throws on a number no case can have, because guessing would show the wrong readers. */
export function levelOfNumber(stored: number): CaseLevel {
  const level = byNumber[stored];
  if (level === undefined) throw new RangeError(`No case can stand at level ${stored}`);
  return level;
}

const order: readonly ShareLevel[] = ['only_me', 'case_team', 'named_allies', 'coalition', 'public'];
/** Below 0 when `a` has fewer readers than `b`. */
export const compareLevels = (a: ShareLevel, b: ShareLevel): number => order.indexOf(a) - order.indexOf(b);

/** What a widening asks for: nothing when it narrows or stays, which is instant (invariant 20). */
export type Widening = { allowed: true; needs: readonly ('agreement' | 'reason' | 'organisation')[] } | { allowed: false; why: 'publication_desk' };

/**
 * May a case go from one rung to another, and what must be said? Narrowing is instant; to named allies an organisation and
 * the agreement on file; to the coalition a reason; to the public only through the publication desk (domain 4, Sharing outside).
 */
export function canWiden(from: ShareLevel, to: ShareLevel): Widening {
  if (compareLevels(to, from) <= 0) return { allowed: true, needs: [] };
  if (to === 'public') return { allowed: false, why: 'publication_desk' };
  if (to === 'coalition') return { allowed: true, needs: ['reason'] };
  if (to === 'named_allies') return { allowed: true, needs: ['organisation', 'agreement'] };
  return { allowed: true, needs: [] };
}

/** What a person may do with a case; `case_grant.cap` is their sum. */
export const Cap = { read: 1, edit: 2, strategy: 4, share: 8 } as const;
export type Cap = keyof typeof Cap;
/** Does this sum of abilities contain that one? */
export const hasCap = (sum: number, cap: Cap): boolean => (sum & Cap[cap]) !== 0;
/** The sums people can choose from when they ask somebody into the team. */
export const teamCaps = { reads: 1, works: 7, leads: 15 } as const;
