import { useEffect, useMemo, useRef } from 'react';

/** Calls once for a burst of calls: an event of the day in court touches several rows, one reading answers them all. */
export function useSettled(act: () => unknown, ms = 120): () => void {
  const latest = useRef(act), timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => { latest.current = act; });
  useEffect(() => () => { clearTimeout(timer.current); }, []);
  return useMemo(() => () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => { latest.current(); }, ms);
  }, [ms]);
}
