import type { CaseFacts, ForumAnswer, Lane, Remedies } from './types.ts';

export const isNational = ({ country }: Pick<Lane, 'country'>): boolean => /^[A-Z]{2}$/u.test(country);
export const filed = ({ status }: Pick<Lane, 'status'>): boolean => status !== 'anticipated';
const over = new Set(['decided', 'final', 'closed']);
/** What ended without a ruling may be filed again, so it is neither pending nor decided. */
const gone = new Set(['withdrawn', 'struck_out', 'settled', 'transferred', 'consolidated']);
export const isDecided = ({ status }: Pick<Lane, 'status'>): boolean => over.has(status);
export const isPending = (lane: Pick<Lane, 'status'>): boolean => filed(lane) && !over.has(lane.status) && !gone.has(lane.status);

/** Links by which a matter goes on in another lane: taken further up, sent back down, moved. */
const on = new Set(['appeal_from', 'cassation_of', 'leave_to_appeal_from', 'cross_appeal', 'review_of', 'revision_of', 'remitted_from', 'transferred_from']);
/** National lanes that did not go on elsewhere: where the next step would begin. */
export function tops({ lanes, links }: Pick<CaseFacts, 'lanes' | 'links'>): Lane[] {
  const national = lanes.filter((lane) => isNational(lane) && filed(lane));
  return national.filter(({ id }) => !links.some(({ fromId, toId, type }) => toId === id && on.has(type) && national.some((above) => above.id === fromId && !gone.has(above.status))));
}

/**
 * Whether the remedies at home are used up (domain 1, no. 43), from the lanes and from what the chooser says of the next steps at home.
 * Exceptions (a remedy that is ineffective or unduly slow) are a matter of argument: nothing here assumes one.
 *
 * @param ways the answers for the national forums of the same facts
 */
export function remediesOf(facts: Pick<CaseFacts, 'lanes' | 'links'>, ways: readonly ForumAnswer[]): Remedies {
  const none = { on: null, pending: [], open: [], missed: [] };
  const national = facts.lanes.filter((lane) => isNational(lane) && filed(lane));
  if (national.length === 0) return { ...none, state: 'not_begun' };
  const pending = national.filter(isPending);
  if (pending.length > 0) return { ...none, state: 'not_finished', pending: pending.map(({ courtName }) => courtName) };
  // A new case or a court asked to look at its own judgment again is not a remedy that has to be used first.
  const appeals = ways.filter(({ kind }) => kind === 'appeal');
  const open = appeals.filter(({ state }) => state === 'open' || state === 'closes').map(({ id, name, lastDay }) => ({ id, name, lastDay }));
  if (open.length > 0) return { ...none, state: 'not_finished', open };
  const unsure = appeals.filter(({ state }) => state === 'unknown');
  if (unsure.length > 0) return { ...none, state: 'unknown', open: unsure.map(({ id, name, lastDay }) => ({ id, name, lastDay })) };
  const missed = appeals.filter(({ state }) => state === 'closed').map(({ name }) => name);
  if (missed.length > 0) return { ...none, state: 'at_risk', missed };
  const days = tops(facts).flatMap(({ decidedOn }) => (decidedOn ? [decidedOn] : []));
  return { ...none, state: 'done', on: days.sort().at(-1) ?? null };
}
