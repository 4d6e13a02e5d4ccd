import { precisionOf } from './legal-date.ts';

/** What of an entry says which hearing it tells of. `at`: when the server recorded it, ISO 8601. */
export interface Entry { id: string; legalCaseId: string; proceedingId: string | null; type: string; on: string; planned: boolean; loggedById: string | null; at: string }

/** What is done at a sitting of a court: two people in one room may call the same sitting by different words. */
const sittings: ReadonlySet<string> = new Set(['hearing', 'mention', 'adjournment', 'order', 'judgment']);
const alike = (a: Entry, b: Entry): boolean => a.type === b.type || (a.loggedById !== b.loggedById && sittings.has(a.type) && sittings.has(b.type));

/**
 * May two entries tell of one and the same hearing? The same proceeding, the same exact day and the same kind, both logged by a
 * person, both of what has happened or both of what is to come. Two people's words for one sitting are one kind; one person who
 * logs an order and an adjournment means two things. Only a possibility: courts sit twice on one day. People decide.
 */
export const mayBeSame = (a: Entry, b: Entry): boolean =>
  a.id !== b.id && a.legalCaseId === b.legalCaseId && a.proceedingId === b.proceedingId && a.planned === b.planned && a.on === b.on &&
  a.loggedById !== null && b.loggedById !== null && alike(a, b) && precisionOf(a.on) === 'day';

const earlier = (a: Entry, b: Entry): boolean => a.at < b.at || (a.at === b.at && a.id < b.id);

/** Of these entries the ones that came before `entry` and may tell of the same hearing, the first one first: `entry` is marked as their possible duplicate. */
export const possibleDuplicatesOf = <T extends Entry>(entry: Entry, among: readonly T[]): T[] =>
  among.filter((each) => mayBeSame(entry, each) && earlier(each, entry)).sort((a, b) => (earlier(a, b) ? -1 : 1));

const texts = ['outcome', 'outcomeDetail', 'reportedResult', 'title', 'atTime', 'publicNote', 'privateNote', 'source', 'minutesSpent'] as const;
export type EntryText = (typeof texts)[number];
type Texts = Partial<Record<EntryText, string | number | null>>;
/** The fields in which two entries say something else; what only one of them says counts too. */
export const differingTexts = (a: Texts, b: Texts): EntryText[] => texts.filter((name) => (a[name] ?? null) !== (b[name] ?? null));
