import { type ComponentType, useEffect, useState } from 'react';

/** Was anything ever kept in this browser? */
const known = (): boolean => { try { return localStorage.getItem('amparo.device') !== null; } catch { return false; } }; // storage may be refused altogether: then nothing was

/** What the Log keeps on this device for when there is no signal comes after the page. For nobody it is opened only to be closed. */
export function OfflineCorner({ person }: { person: string | undefined }) {
  const [Strip, setStrip] = useState<ComponentType<{ person: string | undefined }>>();
  useEffect(() => {
    if (person ?? known()) import('../offline/OfflineStrip.tsx').then((m) => { setStrip(() => m.OfflineStrip); }, () => undefined); // without a signal the page goes on as it is
  }, [person]);
  return Strip ? <Strip person={person} /> : null;
}
