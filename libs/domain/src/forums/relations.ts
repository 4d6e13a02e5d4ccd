import type { ForumAnswer, ForumRelation } from './types.ts';

/** Open, or open but for a day nobody has entered; a State that may not be bound opens nothing yet. */
const live = ({ state, because }: ForumAnswer) => state === 'open' || state === 'closes' || (state === 'unknown' && because === 'cannot_count');
const ids = (of: readonly ForumAnswer[]) => of.map(({ id }) => id);

/** What closes what, among the forums that are open. Of the texts alone: whether two cases are the same matter is for people to judge. */
export function relationsOf(forums: readonly ForumAnswer[]): ForumRelation[] {
  const open = forums.filter(live);
  const international = open.filter(({ group }) => group === 'international');
  const appeals = open.filter(({ kind }) => kind === 'appeal');
  const excluding = international.filter(({ exclusion }) => exclusion.pending === 'stops');
  const rest = international.filter((each) => !excluding.includes(each));
  const waiting = international.filter(({ exhaustion }) => exhaustion.code === 'required');
  const free = international.filter(({ exhaustion }) => exhaustion.code === 'not_required');
  const found: ForumRelation[] = [];
  if (excluding.length > 0 && international.length > 1) found.push({ kind: 'either_or', first: ids(excluding), others: ids(rest) });
  if (appeals.length > 0 && waiting.length > 0) found.push({ kind: 'first_then', first: ids(appeals), others: ids(waiting) });
  if (appeals.length > 0 && free.length > 0) found.push({ kind: 'side_by_side', first: ids(appeals), others: ids(free) });
  return found;
}
