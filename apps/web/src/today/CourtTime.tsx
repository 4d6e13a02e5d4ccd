import { isLegalDate, precisionOf } from '@amparo/domain';
import { Trans } from '@lingui/react/macro';
import { LegalDate } from '../ui/LegalDate.tsx';
import { useOwnZone } from './ClockLine.tsx';
import { placeOf, readersTime } from './court-time.ts';
import { type TodayEvent, zoneOf } from './today-event.ts';

/** Court time first; the reader's own beside it where that is another. */
export function CourtTime({ event }: { event: TodayEvent }) {
  const own = useOwnZone();
  const zone = zoneOf(event);
  if (!event.atTime) return null;
  if (!zone || !isLegalDate(event.on) || precisionOf(event.on) !== 'day') return <>{event.atTime}</>;
  const mine = own ? readersTime(event.on, event.atTime, zone, own) : null;
  return (
    <>
      <Trans>{event.atTime} in {placeOf(zone)}</Trans>
      {mine && <> ({mine.day === event.on ? <Trans>your time: {mine.time}</Trans> : <Trans>your time: <LegalDate edtf={mine.day} />, {mine.time}</Trans>})</>}
    </>
  );
}
