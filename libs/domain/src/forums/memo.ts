import { z } from 'zod';
import { isoDay } from '../deadlines/rule.ts';
import { noneTwice } from '../input-parts.ts';
import { id, optionalParagraph, paragraph } from '../text.ts';
import type { ForumsResult, ForumState } from './types.ts';

const empty = <T extends z.ZodType>(of: T) => z.preprocess((value) => (value === '' ? null : value), of.nullish());
export const forumId = z.string().max(120, 'too_long').regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'not_a_slug');

/** The engine counts from no year before 1000. */
const actDay = isoDay.refine((day) => day >= '1000-01-01', 'year_out_of_range');
/** What the chooser is asked: "if filed on" and, where it is not a ruling, the day of the act. */
export const forumQuestion = z.strictObject({ filedOn: empty(isoDay), actOn: empty(actDay) });
export type ForumQuestion = z.output<typeof forumQuestion>;

/**
 * A decision memo as people write it. It is never changed: another one takes its place. `after` is the number of the memo its author had
 * seen last (0: none), so that two people deciding at once are told; `key` is the client's own, the same sent twice is one memo.
 */
export const addForumMemo = z.strictObject({
  legalCaseId: id, key: id.nullish(), after: z.int().min(0), filedOn: empty(isoDay), actOn: empty(actDay),
  decision: paragraph(2000), reasons: paragraph(5000),
  chosen: z.array(forumId).min(1, 'required').max(10, 'too_many').refine(noneTwice, 'repeated'),
  rejected: z.array(z.strictObject({ forum: forumId, why: paragraph(1000) })).max(40, 'too_many').refine((list) => noneTwice(list.map(({ forum }) => forum)), 'repeated').default([]),
  risks: optionalParagraph(5000), ifLost: optionalParagraph(2000), clientGoal: optionalParagraph(2000), decideBy: empty(isoDay),
}).superRefine(({ chosen, rejected }, ctx) => {
  rejected.forEach(({ forum }, at) => { if (chosen.includes(forum)) ctx.addIssue({ code: 'custom', message: 'chosen_and_rejected', path: ['rejected', at, 'forum'] }); });
});
export type AddForumMemo = z.output<typeof addForumMemo>;

/** What a memo keeps of the chooser's answer: enough to read years later what was known that day. */
export type MemoSnapshot = Pick<ForumsResult, 'versions' | 'states' | 'filedOn' | 'actOn'> & {
  forums: { id: string; name: string; act: string; state: ForumState; because: string; lastDay: string | null; workingDate: string | null; days: number | null; rule: string | null; ruleVersion: number | null; verification: string | null; remedies: string | null; treaties: { instrument: string; state: string; status: string; asOf: string | null }[] }[];
};
export function snapshotOf({ versions, states, filedOn, actOn, forums }: ForumsResult): MemoSnapshot {
  return {
    versions, states, filedOn, actOn,
    forums: forums.map(({ id: which, name, act, state, because, lastDay, workingDate, days, time, remedies, treaties }) => ({
      id: which, name, act, state, because, lastDay, workingDate, days, rule: time?.rule ?? null, ruleVersion: time?.result?.version ?? null, verification: time?.result?.verification ?? null,
      remedies: remedies?.state ?? null, treaties: treaties.map(({ instrument, state: whose, status, asOf }) => ({ instrument, state: whose, status, asOf })),
    })),
  };
}

export type SinceMemo = { id: string; name: string; was: { state: ForumState; lastDay: string | null } | null; is: { state: ForumState; lastDay: string | null } | null };
/** What the chooser says otherwise now than when a memo was written: forums that opened, closed, moved, came or went. */
export function sinceMemo(then: MemoSnapshot, now: Pick<ForumsResult, 'forums'>): SinceMemo[] {
  const before = new Map(then.forums.map((each) => [each.id, each])), after = new Map(now.forums.map((each) => [each.id, each]));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((which): SinceMemo[] => {
    const [was, is] = [before.get(which), after.get(which)];
    if (was && is && was.state === is.state && was.lastDay === is.lastDay) return [];
    return [{ id: which, name: is?.name ?? was?.name ?? which, was: was ? { state: was.state, lastDay: was.lastDay } : null, is: is ? { state: is.state, lastDay: is.lastDay } : null }];
  });
}
