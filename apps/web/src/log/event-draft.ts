import { detailsOf, EventOutcome, isCode } from '@amparo/domain';
import type { Fault } from '../apollo.ts';
import { refusedBy } from '../check-input.ts';
import type { CaseEvent_ProcEventFragment as Event, ChangeEventInput } from '../gql/graphql.ts';

/** The event as the form holds it: every field a text, blank where nothing is known. */
export interface EventDraft {
  type: string; on: string; basis: string; atTime: string; proceedingId: string; outcome: string; outcomeDetail: string; reportedResult: string;
  title: string; publicNote: string; privateNote: string; source: string; minutesSpent: string;
}
export const eventFieldNames = ['type', 'on', 'basis', 'atTime', 'proceedingId', 'outcome', 'outcomeDetail', 'reportedResult', 'title', 'publicNote', 'privateNote', 'source', 'minutesSpent'] as const satisfies readonly (keyof EventDraft)[];

export const draftOfEvent = (event: Event): EventDraft =>
  Object.fromEntries(eventFieldNames.map((name) => [name, String(event[name] ?? '')])) as unknown as EventDraft;

/** Answers that no longer belong to the outcome go with it. */
export function withAnswer(draft: EventDraft, change: Partial<EventDraft>): EventDraft {
  const next = { ...draft, ...change };
  const details = isCode(EventOutcome, next.outcome) ? (detailsOf(next.outcome) as readonly string[]) : [];
  return { ...next, outcomeDetail: details.includes(next.outcomeDetail) ? next.outcomeDetail : '', reportedResult: next.outcome === 'judgment_delivered' ? next.reportedResult : '' };
}

/** What this person changed, and only that: what somebody else changed elsewhere in the event stays as they left it. */
export async function changesOf(before: EventDraft, after: EventDraft): Promise<{ ok: ChangeEventInput } | { refused: Fault }> {
  const changed = eventFieldNames.filter((name) => before[name].trim() !== after[name].trim());
  const input = Object.fromEntries(changed.map((name) => {
    const text = after[name].trim();
    return [name, name === 'minutesSpent' && /^\d+$/u.test(text) ? Number(text) : text === '' && name !== 'on' && name !== 'type' ? null : text];
  }));
  const refused = await refusedBy('changeEvent', input);
  return refused.length > 0
    ? { refused: { code: 'INVALID', fields: refused.map(({ field, reason }) => ({ field, problem: reason })) } }
    : { ok: input as ChangeEventInput };
}

/** The fields in which both differ, for the two versions side by side. */
export const differing = (mine: EventDraft, theirs: EventDraft): (keyof EventDraft)[] => eventFieldNames.filter((name) => mine[name].trim() !== theirs[name].trim());
