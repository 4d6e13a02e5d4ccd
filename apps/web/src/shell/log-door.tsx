import { createContext, lazy, Suspense, type ReactNode, useCallback, useContext, useState } from 'react';

const LogSheet = lazy(() => import('../log/LogSheet.tsx').then((m) => ({ default: m.LogSheet })));
const LogDoor = createContext<(caseId?: string) => void>(() => undefined);

/** Opens the Log sheet over whatever page is shown, with a case already chosen where one is given. */
export const useLog = (): ((caseId?: string) => void) => useContext(LogDoor);

export function LogDoorway({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState<{ caseId?: string } | null>(null);
  const show = useCallback((caseId?: string) => { setOpen(caseId ? { caseId } : {}); }, []);
  return (
    <LogDoor.Provider value={show}>
      {children}
      {open && <Suspense fallback={null}><LogSheet {...open} onClose={() => { setOpen(null); }} /></Suspense>}
    </LogDoor.Provider>
  );
}
