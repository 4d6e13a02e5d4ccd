import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import type { LogStart } from '../log/log-draft.ts';
import { later } from '../ui/later.tsx';

const LogSheet = later(() => import('../log/LogSheet.tsx').then((m) => m.LogSheet));
const LogDoor = createContext<(caseId?: string, more?: Omit<LogStart, 'caseId'>) => void>(() => undefined);

/** Opens the Log sheet over whatever page is shown, with a case already chosen where one is given or its page is open; `more`: a court and a day. */
export const useLog = (): ((caseId?: string, more?: Omit<LogStart, 'caseId'>) => void) => useContext(LogDoor);

const caseOfPage = () => /^\/cases\/([0-9a-f-]{36})(?:\/|$)/u.exec(location.pathname)?.[1];
const onLogPage = () => location.pathname === '/log';

export function LogDoorway({ person, children }: { person: string | undefined; children: ReactNode }) {
  const [open, setOpen] = useState<LogStart | null>(null);
  const show = useCallback((caseId?: string, more: Omit<LogStart, 'caseId'> = {}) => { if (!onLogPage()) setOpen({ caseId: caseId ?? caseOfPage(), ...more }); }, []);
  // What a reload or the end of a session interrupted comes back, to its own person only.
  useEffect(() => {
    if (!person) return;
    let gone = false;
    const look = () => { import('../log/log-store.ts').then(({ logStore }) => { if (!gone && logStore.restore(person)) show(); }, () => undefined); }; // without a signal it comes back with the next page
    look();
    addEventListener('amparo-draft', look);
    return () => { gone = true; removeEventListener('amparo-draft', look); };
  }, [person, show]);
  return (
    <LogDoor.Provider value={show}>
      {children}
      {open && <LogSheet start={open} onClose={() => { setOpen(null); }} />}
    </LogDoor.Provider>
  );
}
