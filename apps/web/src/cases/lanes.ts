import { type CaseResult, claimsBefore, deriveResult, type DispositionCode, type Favours, leadOf, precisionOf, rangeOf } from '@amparo/domain';

/** What the chart is drawn from; a case page has all of it. */
export interface LaneFacts {
  proceedings: readonly {
    id: string; status: string; openedOn: string | null; closedOn: string | null; ordinal: number;
    identifiers: readonly { type: string; value: string; disputed: boolean; preferred: boolean }[];
  }[];
  links: readonly { fromId: string; toId: string; type: string; on: string | null; claimIds?: readonly string[] | null }[];
  events: readonly { id: string; proceedingId: string | null; type: string; on: string; planned: boolean; outcome: string | null; outcomeDetail: string | null }[];
  claims: readonly { id: string; proceedingId?: string | null; dispositions: readonly { claimId: string; proceedingId: string; code: string; favours: string; decidedOn: string | null }[] }[];
  deadlines?: readonly { id: string; proceedingId: string | null; latestOn: string | null; status: string }[];
}

/** ring: filed · tick: something asked or joined · dot: an event, exact day · order and ended: an order, one set aside · decision · clock: a time limit · next: a listed date */
export type MarkShape = 'ring' | 'tick' | 'dot' | 'order' | 'ended' | 'decision' | 'clock' | 'next';
export interface LaneMark {
  /** The event drawn; absent where only the record of the proceeding knows the day. */
  eventId: string | undefined;
  /** The deadline drawn as a clock. */
  deadlineId?: string;
  shape: MarkShape;
  /** The legal date as stored; its words come from the one formatter. */
  on: string;
  /** Day numbers; `to` differs where only month or year is known, or for a range. */
  from: number;
  to: number;
  /** Only a month, a year or "about" is known: drawn as a pill. */
  rough: boolean;
  /** Two sources, two days: both are marked. */
  twice: boolean;
  result: CaseResult | undefined;
}
export interface Lane { id: string; state: 'pending' | 'ended' | 'possible'; from: number; to: number; joined: { id: string; number: string; from: number }[]; joinedAt: number | undefined; marks: LaneMark[] }
/** onward: the matter goes on there · aside: a proceeding about another · beside: two that run side by side, without a head */
export type ArrowKind = 'onward' | 'aside' | 'beside';
/** `claims`: how many it carries of those that stand below; undefined where all. */
export interface LaneArrow { from: string; to: string; type: string; kind: ArrowKind; claims: { carried: number; of: number } | undefined; leaves: number; arrives: number; dashed: boolean }
export interface LaneChart { start: number; end: number; today: number; years: number[]; lanes: Lane[]; arrows: LaneArrow[] }

/** Day number of an ISO day: all arithmetic of the chart happens in these. */
export const dayOf = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
const yearStart = (year: number) => dayOf(`${year}-01-01`);
const yearOfDay = (day: number) => new Date(day * 86_400_000).getUTCFullYear();

const waiting = new Set(['active', 'stayed', 'reserved', 'reopened']);
const onward = new Set(['appeal_from', 'cross_appeal', 'leave_to_appeal_from', 'review_of', 'revision_of', 'cassation_of', 'remitted_from', 'transferred_from', 'referred_from', 'exhausted_for', 'severed_from']);
const joins = new Set(['consolidated_into', 'lead_of']);
const kindOf = (type: string): ArrowKind => (onward.has(type) ? 'onward' : type === 'parallel_to' ? 'beside' : 'aside');
const settled = new Set(['met', 'moot']);
const shapes: Readonly<Record<string, MarkShape>> = { filing: 'ring', appeal: 'ring', order: 'order', judgment: 'decision', application: 'tick', joinder: 'tick', deadline: 'clock' };

function shapeOf({ type, planned, outcome, outcomeDetail }: LaneFacts['events'][number]): MarkShape {
  if (planned) return type === 'deadline' ? 'clock' : 'next';
  if (outcome === 'judgment_delivered') return 'decision';
  if (outcome === 'interim') return outcomeDetail === 'set_aside' ? 'ended' : 'order';
  if (outcomeDetail && (outcome === 'amicus' || outcome === 'leave')) return 'order'; // the court has answered
  return shapes[type] ?? 'dot';
}

function markOf(on: string): Pick<LaneMark, 'on' | 'from' | 'to' | 'rough' | 'twice'> | undefined {
  const range = rangeOf(on);
  if (!range) return undefined;
  const precision = precisionOf(on);
  return { on, from: dayOf(range.from), to: dayOf(range.to), rough: precision === 'month' || precision === 'year' || precision === 'approximate', twice: precision === 'alternatives' };
}

/** May these two dates be one day? */
function overlap(a: string, b: string): boolean {
  const [one, other] = [rangeOf(a), rangeOf(b)];
  return one !== null && other !== null && one.from <= other.to && other.from <= one.to;
}

/** Lanes of a case: one per proceeding, joined petitions drawn into the lane they were joined into, possible doors dashed from today on. */
export function laneChart(facts: LaneFacts, today: string): LaneChart {
  const now = dayOf(today);
  const byId = new Map(facts.proceedings.map((each) => [each.id, each]));
  // joined, and not severed since
  const joinedInto = new Map(facts.proceedings.flatMap(({ id }): [string, string][] => { const lead = leadOf(facts.links, id); return lead && byId.has(lead) ? [[id, lead]] : []; }));
  // `on`: of what was decided that day; a decision that says nothing of the claims has no result, whatever another one said
  const resultIn = (proceedingId: string, on?: string): CaseResult | undefined => {
    const all = facts.claims.flatMap((claim) => claim.dispositions).filter((each) => each.proceedingId === proceedingId);
    const several = on !== undefined && facts.events.filter((event) => event.proceedingId === proceedingId && shapeOf(event) === 'decision').length > 1;
    const dispositions = (several ? all.filter(({ decidedOn }) => decidedOn !== null && overlap(decidedOn, on)) : all)
      .map((each) => ({ ...each, code: each.code as DispositionCode, favours: each.favours as Favours }));
    if (dispositions.length === 0) return undefined;
    return deriveResult({ claims: [...new Set(dispositions.map(({ claimId }) => claimId))].map((id) => ({ id })), dispositions, proceedings: [{ id: proceedingId }], links: [] }).result;
  };

  const lanes = facts.proceedings.filter(({ id }) => !joinedInto.has(id)).sort((a, b) => a.ordinal - b.ordinal).map((proceeding): Lane => {
    const { id, status, openedOn, closedOn } = proceeding;
    const marks = facts.events.filter((event) => event.proceedingId === id).flatMap((event): LaneMark[] => {
      const at = markOf(event.on), shape = shapeOf(event);
      return at ? [{ ...at, eventId: event.id, shape, result: shape === 'decision' ? resultIn(id, event.on) : undefined }] : [];
    });
    for (const { id: deadlineId, proceedingId, latestOn, status: state } of facts.deadlines ?? []) {
      const at = proceedingId === id && latestOn && !settled.has(state) ? markOf(latestOn) : undefined;
      if (at) marks.push({ ...at, eventId: undefined, deadlineId, shape: 'clock', result: undefined });
    }
    const opened = openedOn ? markOf(openedOn) : undefined;
    if (opened && !marks.some(({ shape }) => shape === 'ring')) marks.push({ ...opened, eventId: undefined, shape: 'ring', result: undefined });
    const closed = closedOn ? markOf(closedOn) : undefined;
    if (closed && !waiting.has(status) && resultIn(id) && !marks.some(({ shape }) => shape === 'decision')) marks.push({ ...closed, eventId: undefined, shape: 'decision', result: resultIn(id) });
    marks.sort((a, b) => a.from - b.from || a.to - b.to || Number(b.shape === 'ring') - Number(a.shape === 'ring')); // filed before all else of that day

    const decided = marks.findLast(({ shape }) => shape === 'decision')?.to;
    const state: Lane['state'] = status === 'anticipated' ? 'possible' : waiting.has(status) ? 'pending' : 'ended';
    const petitions = facts.proceedings.filter((each) => joinedInto.get(each.id) === id).map((each) => ({ id: each.id, number: shortNumber(each.identifiers), from: markOf(each.openedOn ?? '')?.from }));
    const first = Math.min(...marks.filter(({ shape }) => state === 'possible' || (shape !== 'clock' && shape !== 'next')).map(({ from }) => from), ...petitions.flatMap(({ from }) => from ?? []));
    const from = state === 'possible' ? now : Number.isFinite(first) ? first : now;
    const lastMark = Math.max(from, ...marks.filter(({ deadlineId }) => !deadlineId || status === 'anticipated').map(({ to }) => to));
    const to = state === 'pending' ? Math.max(now, from) : state === 'possible' ? Math.max(lastMark, now) : (decided ?? closed?.to ?? lastMark);
    const joinOn = facts.links.find(({ type, fromId, toId, on }) => joins.has(type) && (type === 'lead_of' ? fromId : toId) === id && on)?.on;
    // three petitions joined: the one that leads is drawn as a petition too
    const joined = petitions.length === 0 ? [] : [{ id, number: shortNumber(proceeding.identifiers), from: markOf(openedOn ?? '')?.from }, ...petitions].filter(({ number }, i) => i > 0 || number !== '').map((petition) => ({ ...petition, from: petition.from ?? from }));
    return { id, state, from, to, marks, joined, joinedAt: joined.length > 0 ? (joinOn ? markOf(joinOn)?.to : undefined) ?? from + Math.max(30, (to - from) * 0.75) : undefined };
  });

  const laneOf = new Map(lanes.map((lane) => [lane.id, lane]));
  // a door stands open from the day of the decision it leads on from
  for (const lane of lanes) if (lane.state === 'possible') {
    const below = facts.links.flatMap(({ fromId, toId, type }) => (onward.has(type) && fromId === lane.id ? (laneOf.get(joinedInto.get(toId) ?? toId) ?? []) : []))[0];
    if (below?.state === 'ended') lane.from = below.to;
  }
  const arrows = facts.links.filter(({ type }) => !joins.has(type)).flatMap(({ fromId, toId, type, on, claimIds }): LaneArrow[] => {
    const upper = laneOf.get(joinedInto.get(fromId) ?? fromId), lower = laneOf.get(joinedInto.get(toId) ?? toId);
    if (!upper || !lower || upper === lower) return [];
    const taken = on ? markOf(on)?.from : undefined;
    const arrives = upper.state === 'possible' ? (upper.marks[0]?.from ?? upper.from) : (taken ?? upper.from);
    const kind = kindOf(type), leaves = kind === 'onward' ? Math.min(lower.to, arrives) : Math.max(lower.from, Math.min(lower.to, arrives));
    const claims = claimIds ? { carried: claimIds.length, of: new Set([...claimIds, ...claimsBefore(toId, facts.links, facts.claims)]).size } : undefined;
    return [{ from: lower.id, to: upper.id, type, kind, claims: claims && claims.carried < claims.of ? claims : undefined, leaves: Math.max(leaves, Math.min(lower.from, arrives)), arrives, dashed: upper.state === 'possible' }];
  });

  const rank = new Map(lanes.map((lane, n) => [lane.id, n]));
  arrows.sort((a, b) => (rank.get(a.to) ?? 0) - (rank.get(b.to) ?? 0));

  const days = [now, ...lanes.flatMap(({ from, to, marks, joined }) => [from, to, ...marks.flatMap((mark) => [mark.from, mark.to]), ...joined.map((each) => each.from)])];
  const first = Math.min(...days), last = Math.max(...days);
  const start = Math.min(yearStart(yearOfDay(first)), first - 60);
  const end = last + Math.max(150, (last - start) * 0.08);
  const years: number[] = [];
  for (let year = yearOfDay(start) + (yearStart(yearOfDay(start)) < start ? 1 : 0); yearStart(year) < end; year += 1) years.push(year);
  return { start, end, today: now, years, lanes, arrows };
}

/** The number without its year, as lawyers say it: "Petition 56 of 2019" is "56". */
function shortNumber(identifiers: LaneFacts['proceedings'][number]['identifiers']): string {
  const value = (identifiers.find(({ type }) => type === 'petition') ?? identifiers.find(({ type, preferred }) => preferred && type !== 'consolidated'))?.value ?? '';
  return /\d+/u.exec(value)?.[0] ?? '';
}

/** A stretch of one side of the line. */
export interface Span { side: 'above' | 'below'; from: number; to: number }
/** Where a mark's words go: which side of the line, and which end of them is at the mark. */
export interface Place extends Span { anchor: 'start' | 'middle' | 'end'; /** Stands a little off its mark, where an arrow arrives. */ off: boolean }
const weight: Readonly<Record<MarkShape, number>> = { decision: 5, ring: 4, clock: 4, order: 3, ended: 3, next: 3, tick: 2, dot: 1 };
const anchors = [['middle', false], ['end', false], ['start', false], ['end', true], ['start', true]] as const, gap = 0.01, enough = 4000;
/** How far off, as part of the width. */
export const offMark = 0.03;

/** The words of an arrow, where it crosses into the lane it arrives in: `boundary` n lies above lane n. */
export interface ArrowLabel { arrow: LaneArrow; words: string; boundary: number; at: number; anchor: 'start' | 'end'; from: number; to: number }
/** Words for as many arrows as have room; two never stand on each other. `part` maps days to parts of the width, `perLetter` and `clear` are parts of it. */
export function placeArrowLabels({ lanes, arrows }: Pick<LaneChart, 'lanes' | 'arrows'>, wordsOf: (arrow: LaneArrow) => string, part: (day: number) => number, perLetter: number, clear: number): ArrowLabel[] {
  const rank = new Map(lanes.map(({ id }, i) => [id, i]));
  const placed: ArrowLabel[] = [];
  for (const arrow of arrows) {
    const below = rank.get(arrow.from) ?? 0, above = rank.get(arrow.to) ?? 0, words = wordsOf(arrow);
    const crossed = 1 / (2 * Math.max(1, Math.abs(above - below)));
    const at = part(arrow.arrives) * (1 - crossed) + part(arrow.leaves) * crossed, width = words.length * perLetter;
    const places = (['start', 'end'] as const).map((anchor): ArrowLabel => ({ arrow, words, boundary: above > below ? above : above + 1, at, anchor, from: anchor === 'start' ? at : at - clear - width, to: anchor === 'start' ? at + clear + width : at }));
    const free = places.find((place) => place.from >= 0 && place.to <= 1 && placed.every((other) => other.boundary !== place.boundary || other.to <= place.from || other.from >= place.to));
    if (free) placed.push(free);
  }
  return placed;
}

/** Every place a mark's words could have, the usual one first; nothing leaves the chart. */
function placesFor({ shape, at, width }: { shape: MarkShape; at: number; width: number }): Place[] {
  const sides = shape === 'ring' ? (['below', 'above'] as const) : (['above', 'below'] as const);
  return sides.flatMap((side) => anchors.filter(([, off]) => !off || weight[shape] >= 4).map(([anchor, off]): Place => {
    const away = off ? offMark : 0, from = anchor === 'start' ? at + away : anchor === 'end' ? at - width - away : at - width / 2;
    return { side, anchor, off, from, to: from + width };
  })).filter(({ from, to }) => from >= -gap && to <= 1 + gap);
}

/**
 * Gives as many marks as possible their words, the weightiest first, so that nothing overlaps; a mark without room has none (the
 * table and the timeline say everything). `at` and `width` are parts of the chart's width; `taken`: where nothing may stand.
 */
export function placeLabels(marks: readonly { shape: MarkShape; at: number; width: number }[], taken: readonly Span[] = []): (Place | undefined)[] {
  const order = marks.map((mark, i) => ({ i, worth: weight[mark.shape] * 10, places: placesFor(mark) })).sort((a, b) => b.worth - a.worth || a.i - b.i);
  const rest = order.map((_, n) => order.slice(n).reduce((sum, { worth }) => sum + worth, 0));
  let best = { score: -1, places: marks.map((): Place | undefined => undefined) }, tries = 0;
  const visit = (n: number, places: (Place | undefined)[], score: number): void => {
    if (score + (rest[n] ?? 0) <= best.score || (tries += 1) > enough) return;
    const next = order[n];
    if (!next) { best = { score, places }; return; }
    next.places.forEach((place, cost) => {
      if ([...places, ...taken].every((other) => !other || other.side !== place.side || place.to + gap <= other.from || place.from >= other.to + gap)) visit(n + 1, places.with(next.i, place), score + next.worth - cost);
    });
    visit(n + 1, places, score);
  };
  visit(0, best.places, 0);
  return best.places;
}
