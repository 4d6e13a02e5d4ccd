import { formatLegalDate } from '../legal-date-format.ts';
import { rangeOf } from '../legal-date.ts';
import { codes } from '../vocabulary.ts';

/** Records that grow stale visibly (ux 5): "Last checked 12 Aug 2024. Still right?", with one click to say so. */
export const FreshKind = codes('case', 'order', 'pending_record');
export type FreshKind = keyof typeof FreshKind;

/** How long a check holds, in months. A library record of a case still pending is asked about after the year of domain 6.3. */
export const freshFor: Readonly<Record<FreshKind, number>> = { case: 6, order: 6, pending_record: 12 };

export type Staleness = { stale: boolean; lastChecked: string | null; askOn: string | null };

/** Is it time to ask again? A rough day counts from its first; what nobody ever checked is asked about at once. */
export function staleness(lastChecked: string | null | undefined, kind: FreshKind, today: string): Staleness {
  const checked = lastChecked ? rangeOf(lastChecked) : null;
  if (!checked) return { stale: true, lastChecked: null, askOn: null };
  const askOn = Temporal.PlainDate.from(checked.from).add({ months: freshFor[kind] }).toString();
  return { stale: askOn <= today, lastChecked: lastChecked ?? null, askOn };
}

/** In plain English, for places without a message catalogue. */
export const stalenessText = ({ lastChecked }: Pick<Staleness, 'lastChecked'>): string =>
  (lastChecked ? `Last checked ${formatLegalDate(lastChecked, 'en')}. Still right?` : 'Nobody has checked this yet. Still right?');
