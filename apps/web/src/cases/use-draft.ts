import { useSuspenseQuery } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ShellMeDocument } from '../gql/graphql.ts';

/**
 * What is being typed, kept in this window until it is saved: a reload, a wrong click, a session that ran out lose nothing.
 * Bound to the person, so that the next one at this computer does not find it. A form that nobody has touched follows what
 * is stored, so that somebody else's change is not taken for one's own.
 */
export function useDraft<T extends object>(name: string, initial: T): { value: T; change(patch: Partial<T>): void; forget(): void; kept: boolean } {
  const { data } = useSuspenseQuery(ShellMeDocument);
  const key = `amparo.draft.${data.me?.id ?? ''}.${name}`;
  const [value, setValue] = useState(initial);
  const [kept, setKept] = useState(false);
  const latest = useRef(value);
  const put = useCallback((next: T) => { latest.current = next; setValue(next); }, []);
  const stored = JSON.stringify(initial);
  useEffect(() => {
    const fresh = JSON.parse(stored) as T, found = sessionStorage.getItem(key);
    try {
      put(found ? { ...fresh, ...(JSON.parse(found) as Partial<T>) } : fresh);
    } catch {
      sessionStorage.removeItem(key); // half a draft is none
    }
  }, [key, stored, put]);
  useEffect(() => { setKept(sessionStorage.getItem(key) !== null); }, [key]);
  const change = useCallback((patch: Partial<T>) => {
    put({ ...latest.current, ...patch });
    sessionStorage.setItem(key, JSON.stringify(latest.current));
  }, [key, put]);
  const forget = useCallback(() => {
    sessionStorage.removeItem(key);
    setKept(false);
  }, [key]);
  return { value, change, forget, kept };
}
