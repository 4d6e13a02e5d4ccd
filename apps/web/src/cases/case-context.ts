import { createContext, useContext } from 'react';
import type { Case } from './case-types.ts';

export interface Open {
  legalCase: Case;
  /** Reads the case again, all of it: after every change the server says what is true now, and for whom. */
  refresh(): Promise<unknown>;
  share(): void;
}
export const CaseContext = createContext<Open | null>(null);

/** The case that is open, for every tab of its page. */
export function useCase(): Open {
  const open = useContext(CaseContext);
  if (!open) throw new Error('outside a case');
  return open;
}
