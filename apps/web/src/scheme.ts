import { createContext, useContext, useMemo, useState } from 'react';

export const schemes = ['auto', 'light', 'dark'] as const;
export type Scheme = (typeof schemes)[number];
export const schemeOf = (cookie: string): Scheme => schemes.find((s) => new RegExp(`(?:^|;\\s*)scheme=${s}`).test(cookie)) ?? 'auto';

interface Ground { scheme: Scheme; choose(scheme: Scheme): void }
export const SchemeContext = createContext<Ground>({ scheme: 'auto', choose: () => undefined });
/** Light or dark, as this person chose it, and the way to choose. */
export const useScheme = (): Ground => useContext(SchemeContext);

/** The choice of ground lives in a cookie: the server knows it and sends the page right from the first byte. */
export function useGround(cookie: () => string): Ground {
  const [scheme, set] = useState(() => schemeOf(cookie()));
  return useMemo(() => ({ scheme, choose: (next) => { document.cookie = `scheme=${next}; path=/; max-age=31536000; samesite=lax`; set(next); } }), [scheme]);
}
