import type { ForumAnswer, ForumsResult, ForumState, ForumStep } from '@amparo/domain/forums';

export const resultOf = (json: string): ForumsResult => JSON.parse(json) as ForumsResult;

/** Groups are by time, never by merit: who has a last day first, the soonest on top. */
export const groupOrder: readonly ForumState[] = ['closes', 'open', 'unknown', 'closed', 'not_available'];
export type Group = { state: ForumState; forums: ForumAnswer[] };

/** The forums of an answer in the order they are shown; within a group national ways first, as the answer has them. */
export function groupsOf(forums: readonly ForumAnswer[]): Group[] {
  const inOrder = (of: ForumAnswer[], state: ForumState) => (state === 'closes' ? of.toSorted((a, b) => ((a.lastDay ?? '') < (b.lastDay ?? '') ? -1 : 1)) : state === 'unknown' ? of.toSorted((a, b) => Number(a.because.startsWith('treaty')) - Number(b.because.startsWith('treaty'))) : of);
  return groupOrder.flatMap((state) => { const of = forums.filter((each) => each.state === state); return of.length > 0 ? [{ state, forums: inOrder(of, state) }] : []; });
}

/** Only about a part of the matter (children, women, torture), and whether the State accepts it is not on file: a line is enough until somebody looks it up. */
export const isAside = ({ state, because, subject }: ForumAnswer): boolean => state === 'not_available' || (state === 'unknown' && subject !== null && because.startsWith('treaty'));

/** The day in front: where the last day is one on which nothing is open and stays there, the day to work to. */
export function shownDay({ lastDay, workingDate, time }: Pick<ForumAnswer, 'lastDay' | 'workingDate' | 'time'>): { day: string; moved: boolean } | null {
  if (lastDay === null) return null;
  const stays = time?.result?.notes?.some(({ code }) => code === 'last_day_closed') ?? false;
  const closed = stays || [0, 6].includes(new Date(`${lastDay}T12:00:00Z`).getUTCDay());
  return closed && workingDate !== null && workingDate < lastDay ? { day: workingDate, moved: true } : { day: lastDay, moved: false };
}

export const stepOf = ({ steps }: Pick<ForumAnswer, 'steps'>, of: ForumStep['of']): ForumStep | undefined => steps.find((each) => each.of === of && each.verdict !== 'says' && each.verdict !== 'fits') ?? steps.find((each) => each.of === of);
export const stepsOf = ({ steps }: Pick<ForumAnswer, 'steps'>, of: ForumStep['of']): ForumStep[] => steps.filter((each) => each.of === of);
