import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { clockTime } from './date-locale.ts';
import { placeOf } from './court-time.ts';

/** Where and when the reader is. Only the browser knows, so the first picture goes without. */
export function ClockLine() {
  const { i18n } = useLingui();
  const [now, setNow] = useState<Date | null>(null);
  useEffect(() => {
    setNow(new Date());
    const timer = setInterval(() => { setNow(new Date()); }, 30_000);
    return () => { clearInterval(timer); };
  }, []);
  if (!now) return null;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const time = clockTime(i18n.locale, now);
  return <><Trans>{placeOf(timeZone)}, {time}.</Trans> </>;
}

/** The zone the reader is in, once the browser has said so. */
export function useOwnZone(): string | null {
  const [zone, setZone] = useState<string | null>(null);
  useEffect(() => { setZone(Intl.DateTimeFormat().resolvedOptions().timeZone); }, []);
  return zone;
}
