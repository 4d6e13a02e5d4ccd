import { z } from 'zod';
import type { Fault } from '../faults.ts';
import { compareLegalDates, rangeOf } from '../legal-date.ts';
import { optionalLegalDate } from '../legal-date-input.ts';
import { allStages } from '../stages.ts';
import { id, line, optionalLine, optionalParagraph } from '../text.ts';
import type { Way } from './moves.ts';
import type { Track } from './template.ts';

/** A stage a proceeding was in: since when, until when, and the event that proves it (domain 2.2, StageEntry). Days may be unknown. */
export const stageEntry = z.strictObject({
  id: id.nullish(),
  proceedingId: id,
  stage: line(80).refine((stage) => allStages.includes(stage), 'unknown_code'),
  variant: optionalLine(80),
  fromOn: optionalLegalDate,
  toOn: optionalLegalDate,
  eventId: id.nullish(),
  note: optionalParagraph(1000),
}).refine(({ fromOn, toOn }) => !fromOn || !toOn || !startsAfter(fromOn, toOn), { path: ['toOn'], message: 'ends_before_start' });
export type StageEntryInput = z.output<typeof stageEntry>;
export type StageEntry = { stage: string; variant?: string | null | undefined; fromOn?: string | null | undefined; toOn?: string | null | undefined };

/** Is the whole of the first date after the whole of the second? */
const startsAfter = (a: string, b: string): boolean => {
  const [one, other] = [rangeOf(a), rangeOf(b)];
  return Boolean(one && other && one.from > other.to);
};

/** Entries by day; those without a day keep the place they were recorded in. */
export function inOrder<T extends { fromOn?: string | null | undefined }>(entries: readonly T[]): T[] {
  const sorted: T[] = [];
  for (const entry of entries) {
    const at = entry.fromOn ? sorted.findLastIndex(({ fromOn }) => fromOn && compareLegalDates(fromOn, entry.fromOn as string) <= 0) : sorted.length - 1;
    const next = entry.fromOn ? sorted.findIndex(({ fromOn }, n) => n > at && fromOn && compareLegalDates(fromOn, entry.fromOn as string) > 0) : -1;
    sorted.splice(next < 0 ? sorted.length : next, 0, entry);
  }
  return sorted;
}

/** The way a proceeding went. */
export const wayOf = (entries: readonly StageEntry[]): Way => inOrder(entries).map(({ stage }) => stage);

/** What is wrong with an entry in this track, apart from the move itself (`canMove`). */
export function stageEntryFaults(track: Track, { stage, variant }: StageEntry): Fault[] {
  const found = track.stages.find(({ code }) => code === stage);
  if (!found) return [{ field: 'stage', reason: 'not_of_this_procedure' }];
  const variants = [...(found.variants ?? []), ...(track.variants ?? [])];
  return variant && !variants.includes(variant) ? [{ field: 'variant', reason: 'unknown_code' }] : [];
}
