import type { ForumLaw, TreatyStatus } from './law.ts';

/**
 * Whether a State is bound by an instrument on a day. `bound`: yes; `ended`: it left before that day; `not_yet`: it joined later;
 * `none`: looked for and not found; `none_then`: the same, but the entry is older than the day, so nobody knows; `not_checked`: no entry.
 */
export type Bound = 'bound' | 'ended' | 'not_yet' | 'none' | 'none_then' | 'not_checked';
export type TreatyAnswer = {
  instrument: string; short: string; name: string; state: string; on: string; status: Bound;
  from: string | null; to: string | null; how: TreatyStatus['how'] | null; asOf: string | null;
  /** The day lies after the entry's last day: it may have changed since. */
  beyond: boolean;
  reservation: TreatyStatus['reservation'] | null; note: string | null; source: string; basis: TreatyStatus['basis'] | null;
};

/** @param on the day that matters, `2025-06-10`: for a declaration or a protocol the day of filing */
export function treatyStatusOn(state: string, instrument: string, on: string, { instruments, status }: Pick<ForumLaw, 'instruments' | 'status'>): TreatyAnswer {
  const known = instruments.get(instrument);
  const rows = status.filter((row) => row.state === state && row.instrument === instrument);
  const base = { instrument, short: known?.short ?? instrument, name: known?.name ?? instrument, state, on };
  // Of several spells the one that holds on the day, else the last that began before it, else the first.
  const row = rows.find(({ from, to }) => from !== undefined && from <= on && (to === undefined || on < to))
    ?? rows.filter(({ from }) => from !== undefined && from <= on).sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? 1 : -1))[0] ?? rows[0];
  if (!row) return { ...base, status: 'not_checked', from: null, to: null, how: null, asOf: null, beyond: false, reservation: null, note: null, source: known?.register ?? instrument, basis: null };
  const { from = null, to = null, how, asOf, source, basis, note = null, reservation = null } = row;
  const bound: Bound = how === 'none' ? (on <= asOf ? 'none' : 'none_then') : from !== null && on < from ? 'not_yet' : to !== null && to <= on ? 'ended' : 'bound';
  return { ...base, status: bound, from, to, how, asOf, beyond: on > asOf, reservation, note, source, basis };
}
