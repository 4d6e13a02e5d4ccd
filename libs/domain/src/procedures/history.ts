import { z } from 'zod';
import { sortKey } from '../legal-date.ts';
import { optionalLegalDate } from '../legal-date-input.ts';
import { allStages } from '../stages.ts';
import { id, line, optionalLine, optionalParagraph } from '../text.ts';
import { DateBasis } from '../vocabulary.ts';
import { canMove, type LoggedEvent, type Move, nextStages, pathTo, type Suggestion, suggestStage } from './moves.ts';
import { inOrder } from './stage-entry.ts';
import type { Stage, Track } from './template.ts';

/** How an entry came about: a person's choice, an event's suggestion that was accepted or put off, or the undoing of one of these. */
export const StageEntryKind = { moved: 'moved', accepted: 'accepted', not_now: 'not_now', undone: 'undone' } as const;
export type StageEntryKind = keyof typeof StageEntryKind;
/** A stored entry; `seq` runs in the order of recording, `at` is that moment in ISO. */
export type StoredEntry = { id: string; kind: string; stage: string; fromOn: string | null; eventId: string | null; undoesId: string | null; seq: number; at: string };

const stage = line(80).refine((code) => allStages.includes(code), 'unknown_code');
/** A move: `through` also records what lies between, with the day not known; `after` is the entry the person saw as the last. */
export const moveStage = z.strictObject({
  id: id.nullish(), proceedingId: id, stage, variant: optionalLine(80), on: optionalLegalDate, basis: z.enum(DateBasis).nullish(), eventId: id.nullish(), note: optionalParagraph(1000), through: z.boolean().nullish(), after: id.nullish(),
});
export type MoveStageInput = z.output<typeof moveStage>;

/** The entries that hold: not undone, and no answers of "not now". In the order of their days; never a changed row, so the history says it all. */
export function standing<T extends StoredEntry>(entries: readonly T[]): T[] {
  const undone = new Set(entries.flatMap(({ undoesId }) => undoesId ?? []));
  const moves = entries.filter((entry) => (entry.kind === 'moved' || entry.kind === 'accepted') && !undone.has(entry.id)).sort((a, b) => a.seq - b.seq);
  return inOrder(moves);
}

/**
 * May this stage be recorded with this day? What is dated before entries already there is judged by what came before it, so that a
 * stage somebody forgot can be added later.
 */
export function canRecord(track: Track, entries: readonly StoredEntry[], added: { stage: string; fromOn?: string | null | undefined }): Move {
  const there = standing(entries);
  const own = { id: '', kind: 'moved', stage: added.stage, fromOn: added.fromOn ?? null, eventId: null, undoesId: null, seq: Number.MAX_SAFE_INTEGER, at: '' };
  const way = inOrder<StoredEntry>([...there, own]);
  return canMove(track, way.slice(0, way.indexOf(own)).map((entry) => entry.stage), added.stage);
}

/** A stage the matter can go to: `over` are those that come first, in their order. */
export type Choice = { stage: Stage; over: readonly string[] };
/** Where it can go from where it stands: at once, and further on over what may be recorded with the day not known. */
export function choices(track: Track, entries: readonly StoredEntry[]): Choice[] {
  const way = standing(entries).map((entry) => entry.stage);
  const next = nextStages(track, way);
  return [...next.map((each) => ({ stage: each, over: [] })), ...track.stages.filter((each) => !next.includes(each)).flatMap((each) => { const over = pathTo(track, way, each.code); return over?.length ? [{ stage: each, over }] : []; })];
}

type Logged = LoggedEvent & { id: string; on: string; at: string };
/**
 * What the events logged since the last word on the stage suggest: the newest that says something. Never from what is answered already,
 * and never from what happened before the stage that stands.
 */
export function suggestion<E extends Logged>(track: Track, entries: readonly StoredEntry[], events: readonly E[]): { event: E; suggested: Suggestion } | undefined {
  const there = standing(entries);
  const undone = new Set(entries.flatMap(({ undoesId }) => undoesId ?? []));
  const last = there.at(-1);
  const answered = new Set(entries.flatMap(({ id: own, eventId }) => (eventId && !undone.has(own) ? [eventId] : [])));
  const putOff = events.filter((event) => entries.some(({ kind, eventId, id: own }) => kind === 'not_now' && eventId === event.id && !undone.has(own)));
  const later = (event: E, than: { on: string | null; at: string }) => {
    const [own, other] = [sortKey(event.on), than.on ? sortKey(than.on) : ''];
    return than.on && own !== other ? own > other : event.at > than.at;
  };
  const open = events.filter((event) => !answered.has(event.id) && (!last || later(event, { on: last.fromOn, at: last.at })) && putOff.every((other) => later(event, other)));
  const way = there.map((entry) => entry.stage);
  for (const event of open.toSorted((a, b) => sortKey(b.on).localeCompare(sortKey(a.on)) || b.at.localeCompare(a.at))) {
    const suggested = suggestStage(track, way, event);
    if (suggested) return { event, suggested };
  }
  return undefined;
}
