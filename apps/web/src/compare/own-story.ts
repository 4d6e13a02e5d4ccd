import { compareLegalDates, sortKey } from '@amparo/domain';
import type { OwnCase } from './compare-search.ts';

/** What one line below the tests says of the reader's own case. */
export interface OwnStory { on: string | null; text: string }
/** The lines of a row, and what stands there when there is none. */
export interface OwnStories { lines: OwnStory[]; none: string }
type Facts = Pick<OwnCase, 'claims' | 'events' | 'links' | 'proceedings' | 'nextDates'>;
/** The words for codes, from the catalogue; `event`: what an event is called. */
export interface StoryWords { disposition(code: string): string; linkType(code: string): string; proceedingStatus(code: string): string; event(event: Facts['nextDates'][number]): string }

/** Events that change where a case stands; a mention or a hearing does not. */
const telling = new Set(['appeal', 'application', 'enforcement', 'settlement', 'regulator', 'law_or_policy', 'judgment']);
const tellingOutcomes = new Set(['judgment_delivered', 'leave', 'settled']);
/** Links to a proceeding that began because of another; petitions heard together came before. */
const onwards = new Set(['appeal_from', 'cross_appeal', 'leave_to_appeal_from', 'review_of', 'revision_of', 'cassation_of', 'remitted_from', 'referred_from', 'stay_application_in', 'enforcement_of', 'contempt_in', 'interpretation_of', 'exhausted_for']);
type Event = Facts['events'][number];
const isOrder = ({ type, outcome }: Event) => type === 'order' || outcome === 'interim';

const oldestFirst = (lines: OwnStory[]) => lines.toSorted((a, b) => (a.on === null ? 1 : b.on === null ? -1 : compareLegalDates(a.on, b.on, 'oldest')));
const withNote = (text: string, note: string | null | undefined) => (note ? `${text} (${note.replace(/\.$/u, '')})` : text);
const eventLine = (event: Event, words: StoryWords): OwnStory => ({ on: event.on, text: withNote(words.event(event), event.publicNote) });

/** What the courts did with each claim, and the orders on the way. Team notes are no part of it. */
export function ownOrders({ claims, events }: Facts, words: StoryWords): OwnStory[] {
  return oldestFirst([
    ...claims.flatMap(({ act, dispositions }) => dispositions.map(({ code, decidedOn, note }): OwnStory => ({ on: decidedOn, text: withNote(`${act}: ${words.disposition(code)}`, note) }))),
    ...events.filter((event) => !event.planned && isOrder(event)).map((event) => eventLine(event, words)),
  ]);
}

/** What came after the first decision: appeals and the like, what happened since, the next dates. */
export function ownAfterwards({ claims, events, links, proceedings, nextDates }: Facts, words: StoryWords): OwnStory[] {
  const decided = claims.flatMap(({ dispositions }) => dispositions.flatMap(({ decidedOn }) => decidedOn ?? []));
  const judged = events.filter(({ planned, type, outcome }) => !planned && (type === 'judgment' || outcome === 'judgment_delivered')).map(({ on }) => on);
  const first = [...decided, ...judged].map(sortKey).filter(Boolean).toSorted()[0];
  const courtOf = (id: string) => proceedings.find((proceeding) => proceeding.id === id);
  const later = first === undefined ? [] : events.filter((event) => !event.planned && !isOrder(event) && sortKey(event.on) > first && !decided.includes(event.on) && (telling.has(event.type) || tellingOutcomes.has(event.outcome ?? '')));
  return [
    ...oldestFirst([
      ...links.flatMap(({ fromId, toId, type, on, note }): OwnStory[] => {
        const from = courtOf(fromId), to = courtOf(toId);
        return from && to && onwards.has(type) ? [{ on, text: withNote(`${from.court.name}: ${words.linkType(type)} ${to.court.name}, ${words.proceedingStatus(from.status)}`, note) }] : [];
      }),
      ...later.map((event) => eventLine(event, words)),
    ]),
    ...nextDates.map((date): OwnStory => ({ on: date.on, text: words.event(date) })),
  ];
}
