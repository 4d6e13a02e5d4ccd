import { compareLegalDates, rangeOf } from './legal-date.ts';
import { firstFiling, heardTogether, type LinkLike } from './proceeding-link.ts';

type Opened = { id: string; openedOn?: string | null };
/** Days between two legal dates, both as the record has them: rough dates give a span, never a guess. */
export type TimeTaken = { from: string; to: string; days: { min: number; max: number } };

/** Links along which one matter goes on from forum to forum, treaty bodies included. */
const goesOn: ReadonlySet<string> = new Set(['appeal_from', 'cross_appeal', 'leave_to_appeal_from', 'review_of', 'revision_of', 'cassation_of', 'remitted_from', 'transferred_from', 'referred_from', 'exhausted_for', 'consolidated_into', 'lead_of', 'severed_from']);
const dayNumber = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;

/** Whole days from one date to another, at least and at most; undefined where either is not known or they run backwards. */
export function timeBetween(from: string | null | undefined, to: string | null | undefined): TimeTaken | undefined {
  const [a, b] = [from ? rangeOf(from) : null, to ? rangeOf(to) : null];
  if (!from || !to || !a || !b || b.to < a.from) return undefined;
  return { from, to, days: { min: Math.max(0, dayNumber(b.from) - dayNumber(a.to)), max: dayNumber(b.to) - dayNumber(a.from) } };
}

/**
 * How long one matter took: in each court from its first filing, before it was moved (scenario 12); and across the chain from the
 * first filing anywhere to the last judgment, with the number of courts that ruled. A joined file waits for the judgment in its lead.
 */
export function timeToJudgment(proceedings: readonly Opened[], links: readonly LinkLike[], judged: readonly { proceedingId: string; on: string | null | undefined }[]): { of: Map<string, TimeTaken>; chain: (TimeTaken & { courts: number }) | undefined } {
  const days = judged.flatMap(({ proceedingId, on }) => (on && rangeOf(on) ? [{ proceedingId, on }] : []));
  const of = new Map<string, TimeTaken>();
  for (const { id } of proceedings) {
    const first = days.filter(({ proceedingId }) => heardTogether(links, id).includes(proceedingId)).sort((a, b) => compareLegalDates(a.on, b.on))[0];
    const taken = timeBetween(firstFiling(proceedings, links, id), first?.on);
    if (taken) of.set(id, taken);
  }
  const last = days.sort((a, b) => compareLegalDates(a.on, b.on)).at(-1);
  if (!last) return { of, chain: undefined };
  const chain = [last.proceedingId];
  for (const at of chain) chain.push(...links.flatMap(({ fromId, toId, type }) => (!goesOn.has(type) ? [] : fromId === at ? [toId] : toId === at ? [fromId] : [])).filter((id) => !chain.includes(id)));
  const from = proceedings.flatMap(({ id, openedOn }) => (chain.includes(id) && openedOn && rangeOf(openedOn) ? [openedOn] : [])).sort((a, b) => compareLegalDates(a, b))[0];
  const taken = timeBetween(from, last.on);
  const courts = new Set(days.filter(({ proceedingId }) => chain.includes(proceedingId)).map(({ proceedingId }) => heardTogether(links, proceedingId)[0])).size;
  return { of, chain: taken && { ...taken, courts } };
}
