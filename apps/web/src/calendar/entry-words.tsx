import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useCaseWords } from '../cases/case-words.ts';
import type { CalendarRow_EntryFragment } from '../gql/graphql.ts';
import { useOwnZone } from '../today/ClockLine.tsx';
import { placeOf, readersTime } from '../today/court-time.ts';
import { LegalDate } from '../ui/LegalDate.tsx';

export type Entry = CalendarRow_EntryFragment;
/** Counted, and nobody has signed for the day yet. */
export const toConfirm = ({ kind, status, confirmedName, verification, counted }: Entry): boolean =>
  kind === 'deadline' && (status === 'open' || status === 'extended') && !confirmedName && verification !== 'order' && counted === 'computed';
export const isSettled = ({ status }: Entry): boolean => status === 'met' || status === 'moot';
/** Where the last day stays on a day on which nothing can be filed, or is not sure, this is the one to aim for. */
export const aimFor = (entry: Entry): string | null => ((entry.status === 'open' || entry.status === 'extended') && entry.workingOn && entry.workingOn !== entry.on ? entry.workingOn : null);

/** What an entry is called, in a line. */
export function useEntryName() {
  const words = useCaseWords();
  return ({ kind, title, type, outcome, reportedResult }: Entry): string => {
    if (kind === 'deadline') return title ?? '';
    const kindOf = words.eventType(type ?? '');
    if (title) return title;
    return outcome ? words.outcome(outcome) : reportedResult ? `${kindOf}: ${words.reported(reportedResult)}` : kindOf;
  };
}

/** Court time first; the reader's own beside it where that says something else. */
export function EntryTime({ entry }: { entry: Entry }) {
  const own = useOwnZone();
  const { on, atTime, timeZone } = entry;
  if (!atTime || !on) return null;
  const mine = own && timeZone ? readersTime(on, atTime, timeZone, own) : null;
  const there: ReactNode = timeZone ? <Trans>{atTime} in {placeOf(timeZone)}</Trans> : atTime;
  return <>{there}{mine && <> ({mine.day === on ? <Trans>your time: {mine.time}</Trans> : <Trans>your time: <LegalDate edtf={mine.day} />, {mine.time}</Trans>})</>}</>;
}

/** How sure, or how it ended: a word or two. */
export function useEntryState() {
  const { t } = useLingui();
  const words = useCaseWords();
  return (entry: Entry): string | null => {
    const { kind, status, confirmedName, reportedResult, closed } = entry;
    if (kind === 'hearing') return closed ? t`the court is closed: ${closed}` : reportedResult ? words.reported(reportedResult) : null;
    if (status === 'met' || status === 'moot' || status === 'missed') return words.deadlineStatus(status);
    return confirmedName ? t`confirmed` : toConfirm(entry) ? t`to confirm` : null;
  };
}
