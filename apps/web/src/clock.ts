/**
 * The phone's clock may be wrong by days. At each contact the server's own time (its Date header) says by how much; days and
 * moments in the Log are counted from the corrected clock. What was measured last is kept: it is nobody's private data.
 */
const key = 'amparo.clock';
/** Below this the difference is the way of the answer, not the clock. */
const noise = 120_000;
/** From here on people are told. */
export const worthSaying = 600_000;

let skew: number | undefined;
const kept = (): number => {
  try { return Number(globalThis.localStorage?.getItem(key)) || 0; } catch { return 0; } // storage may be refused altogether
};
/** How far this device's clock is ahead of the server's, in ms; 0 as long as nothing else is known. */
export const clockSkew = (): number => (typeof window === 'undefined' ? 0 : (skew ??= kept()));
/** Now, as the server would say it. */
export const now = (): Date => new Date(Date.now() - clockSkew());

/** Takes the server's time from an answer. `date`: its Date header; `sent`, `got`: when it was asked and answered, by this device. */
export function hearServerTime(date: string | null, sent: number, got: number): void {
  const server = date ? Date.parse(date) : Number.NaN;
  if (Number.isNaN(server)) return;
  const ahead = (sent + got) / 2 - (server + 500); // the header has whole seconds
  skew = Math.abs(ahead) < noise ? 0 : Math.round(ahead / 1000) * 1000;
  try { if (skew) localStorage.setItem(key, String(skew)); else localStorage.removeItem(key); } catch { /* it is measured again at the next contact */ }
}
