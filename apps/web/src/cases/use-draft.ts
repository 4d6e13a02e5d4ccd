import { useSuspenseQuery } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ShellMeDocument } from '../gql/graphql.ts';

/**
 * What is being typed, kept in this window until it is saved: a reload, a wrong click, a session that ran out lose nothing.
 * Bound to the person, so that the next one at this computer does not find it.
 */
export function useDraft<T extends object>(name: string, initial: T): { value: T; change(patch: Partial<T>): void; forget(): void; kept: boolean } {
  const { data } = useSuspenseQuery(ShellMeDocument);
  const key = `amparo.draft.${data.me?.id ?? ''}.${name}`;
  const [value, setValue] = useState(initial);
  const [kept, setKept] = useState(false);
  const done = useRef(false);
  useEffect(() => {
    done.current = false;
    const found = sessionStorage.getItem(key);
    if (!found) return;
    try {
      setValue((now) => ({ ...now, ...(JSON.parse(found) as Partial<T>) }));
      setKept(true);
    } catch {
      sessionStorage.removeItem(key); // half a draft is none
    }
  }, [key]);
  const change = useCallback((patch: Partial<T>) => {
    setValue((now) => {
      const next = { ...now, ...patch };
      if (!done.current) sessionStorage.setItem(key, JSON.stringify(next));
      return next;
    });
  }, [key]);
  const forget = useCallback(() => {
    done.current = true;
    sessionStorage.removeItem(key);
    setKept(false);
  }, [key]);
  return { value, change, forget, kept };
}
