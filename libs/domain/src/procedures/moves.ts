import { EventOutcome, isCode, type ProceedingStatus } from '../vocabulary.ts';
import type { Stage, Track } from './template.ts';

/**
 * Moves along a track (domain 2.4). A stage is suggested by an event and chosen by a person, never forced. A proceeding's
 * way is its list of stages, oldest first; where only the present stage is known, a list of one will do. Mending a wrong
 * entry is a change of the history, not a move.
 */
export type Way = readonly string[];

/** Why a move is refused, as a code, with what the one who says so needs. */
export type Refusal =
  | { why: 'unknown_stage'; stage: string } // neither of this track nor of this version
  | { why: 'not_the_start'; start: string } // nothing is recorded yet and this is not where the track begins
  | { why: 'already_there' } // and a second time is not foreseen
  | { why: 'ended'; at: string } // nothing follows this stage
  | { why: 'skips'; over: readonly string[] } // reachable, but these come first; they may be added with the day not known
  | { why: 'not_from_here'; may: readonly string[] }; // a step back or into another branch
export type Move = { allowed: true } | ({ allowed: false } & Refusal);

const stageOf = (track: Track, code: string | undefined): Stage | undefined => track.stages.find((each) => each.code === code);
const startOf = (track: Track): Stage => track.stages[0] as Stage;

/** Where the matter stands in the usual order: the last stage that is not a possible-at-any-time one. */
function standing(track: Track, way: Way): { at: Stage | undefined; lost: boolean } {
  const known = way.flatMap((code) => stageOf(track, code) ?? []);
  const at = known.findLast(({ anyTime }) => !anyTime);
  return { at, lost: at === undefined && known.length > 0 };
}

/** Straight on from a stage: its successors, and those behind successors that may be left out. */
function ahead(track: Track, from: Stage): Stage[] {
  const found = new Set(from.next);
  for (const code of found) {
    const passed = stageOf(track, code);
    if (passed?.optional) for (const behind of passed.next) if (behind !== from.code) found.add(behind);
  }
  return track.stages.filter(({ code }) => found.has(code));
}

/** The stages this one may be followed by, in the order of the track. Empty at the very end. */
export function nextStages(track: Track, way: Way): readonly Stage[] {
  if (way.length === 0) return [startOf(track)];
  const last = stageOf(track, way.at(-1));
  if (last === undefined) return [];
  const { at, lost } = standing(track, way);
  // Only side stages are on record: the matter may stand anywhere, so nothing but the start is refused.
  if (lost) return track.stages.filter((each) => each !== startOf(track) && (each !== last || each.repeatable));
  const own = at as Stage;
  const on = new Set<Stage>(ahead(track, own));
  if (own.repeatable && last === own) on.add(own);
  if (last !== own) on.add(own); // back from a side stage to where the matter was
  const finished = own.end && own.next.length === 0;
  if (!finished) for (const side of track.stages) if (side.anyTime && (side !== last || side.repeatable)) on.add(side);
  return track.stages.filter((each) => on.has(each));
}

/** The shortest usual way from a stage to another, both left out; undefined when there is none. */
function between(track: Track, from: Stage, to: string): string[] | undefined {
  const ways = new Map<string, string[]>([[from.code, []]]);
  for (const [code, path] of ways) {
    for (const next of stageOf(track, code)?.next ?? []) {
      if (next === to) return code === from.code ? path : [...path, code];
      if (!ways.has(next)) ways.set(next, code === from.code ? path : [...path, code]);
    }
  }
  return undefined;
}

/** May the proceeding go on to this stage? A refusal says why and what would be possible. */
export function canMove(track: Track, way: Way, to: string): Move {
  const refuse = (refusal: Refusal): Move => ({ allowed: false, ...refusal });
  const unknown = [to, ...way.slice(-1)].find((code) => stageOf(track, code) === undefined);
  if (unknown !== undefined) return refuse({ why: 'unknown_stage', stage: unknown });
  const may = nextStages(track, way).map(({ code }) => code);
  if (may.includes(to)) return { allowed: true };
  if (way.length === 0) return refuse({ why: 'not_the_start', start: startOf(track).code });
  if (way.at(-1) === to) return refuse({ why: 'already_there' });
  if (may.length === 0) return refuse({ why: 'ended', at: way.at(-1) as string });
  const { at } = standing(track, way);
  const over = at && between(track, at, to)?.filter((code) => !stageOf(track, code)?.optional);
  return over && over.length > 0 ? refuse({ why: 'skips', over }) : refuse({ why: 'not_from_here', may });
}

/** The stages that come first on the way to another, what may be left out left out; undefined where no way leads there. */
export function pathTo(track: Track, way: Way, to: string): string[] | undefined {
  const { at, lost } = standing(track, way);
  if (lost || way.includes(to)) return undefined;
  const from = at ?? startOf(track);
  const over = between(track, from, to);
  return over && (at === undefined && to !== from.code ? [from.code, ...over] : over).filter((code) => !stageOf(track, code)?.optional);
}

/** Outcomes after which the matter stands where it stood. */
const nothingMoved: ReadonlySet<string> = new Set<EventOutcome>(['adjourned', 'not_reached', 'court_not_sitting']);
export type LoggedEvent = { type: string; outcome?: string | null | undefined; outcomeDetail?: string | null | undefined; planned?: boolean };

/** What an event says about the stage, the most exact first. */
function signalsOf({ type, outcome, outcomeDetail, planned }: LoggedEvent): string[] {
  if (planned || type === 'adjournment') return [];
  if (!isCode(EventOutcome, outcome)) return [type];
  if (nothingMoved.has(outcome) || (outcome === 'interim' && outcomeDetail === 'set_aside')) return [];
  return [...(outcomeDetail ? [`${outcome}:${outcomeDetail}`] : []), outcome, type];
}

/** What an event suggests: the stage, and the stages before it that are not on record yet. */
export type Suggestion = { stage: string; skips: readonly string[]; status: ProceedingStatus; leavesTo: Stage['leavesTo'] };

/**
 * The stage an event suggests, or undefined: first what may follow at once, then, unless the event speaks of the stage the
 * matter is in, the nearest further on. Never a step back; nothing for what is only planned, was adjourned or undid an
 * interim order.
 */
export function suggestStage(track: Track, way: Way, event: LoggedEvent): Suggestion | undefined {
  const { at } = standing(track, way);
  const from = at ?? startOf(track);
  const missing = (to: string) => {
    const over = way.includes(to) ? undefined : between(track, from, to);
    return over && (way.length === 0 && to !== from.code ? [from.code, ...over] : over);
  };
  for (const word of signalsOf(event)) {
    const spoken = track.stages.filter(({ code, events }) => events.includes(word) && code !== way.at(-1) && code !== at?.code);
    const on = nextStages(track, way).find((stage) => spoken.includes(stage));
    if (!on && at?.events.includes(word)) return undefined;
    const ways = on ? [{ stage: on, over: [] }] : spoken.flatMap((stage) => { const over = missing(stage.code); return over ? [{ stage, over }] : []; });
    const near = ways.sort((a, b) => a.over.length - b.over.length)[0];
    if (near) {
      const { code, leavesTo } = near.stage;
      return { stage: code, skips: near.over.filter((each) => !stageOf(track, each)?.optional), status: suggestStatus(track, code), leavesTo };
    }
  }
  return undefined;
}

/** The status a stage suggests for the proceeding; a settlement or a consolidation says more than the stage does. */
export function suggestStatus(track: Track, stage: string, event?: LoggedEvent): ProceedingStatus {
  if (!event?.planned && event?.outcome === 'settled') return 'settled';
  return stageOf(track, stage)?.status ?? 'active';
}

/** The word this forum uses for a stage, where it is firm: its own slug first, then its country or body. */
export function localWord(track: Track, stage: string, forum: { slug?: string; country?: string }): { word: string; lang: string } | undefined {
  const local = stageOf(track, stage)?.local ?? [];
  return local.find((each) => each.forum === forum.slug) ?? local.find((each) => each.forum === forum.country);
}
