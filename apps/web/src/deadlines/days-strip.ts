import type { DeadlineResult, TraceStep } from '@amparo/domain/deadlines';

/** A box of the strip: a day, or days left out of the picture (`gap` of them). */
export type StripDay = { day: string; no: number | null; closed: boolean; first: boolean; last: boolean } | { gap: number; after: string };

/** Where the week ends on Friday and Saturday. Only drawn by it; nothing is counted by it. */
const fridaySaturday = new Set(['Asia/Kuwait', 'Asia/Jerusalem', 'Africa/Cairo', 'Asia/Amman', 'Asia/Riyadh', 'Asia/Qatar', 'Asia/Bahrain', 'Asia/Baghdad', 'Africa/Tripoli', 'Africa/Algiers', 'Africa/Khartoum']);
const most = 21;

/** The days from the trigger to the last day, as the mockup draws them; a long period shows its first and last week. */
export function stripOf({ trace, latestDate, zone }: Pick<DeadlineResult, 'trace' | 'latestDate' | 'zone'>): StripDay[] {
  const find = <S extends TraceStep['step']>(step: S) => trace.find((each) => each.step === step) as Extract<TraceStep, { step: S }> | undefined;
  const start = find('trigger')?.day, count = find('count');
  if (!start || !latestDate || latestDate <= start) return [];
  const closed = new Set([...(count?.skipped ?? []), ...(find('roll')?.closed ?? [])].map(({ day }) => day));
  const weekend = fridaySaturday.has(zone) ? [5, 6] : [6, 0];
  const from = Date.parse(`${start}T00:00:00Z`), days = Math.round((Date.parse(`${latestDate}T00:00:00Z`) - from) / 86_400_000);
  const skipped = new Set(count?.skipped.map(({ day }) => day));
  let no = 0;
  const all = Array.from({ length: days + 1 }, (_, i): StripDay & { day: string } => {
    const at = new Date(from + i * 86_400_000), day = at.toISOString().slice(0, 10);
    const counts = i > 0 || Boolean(count?.countsTriggerDay);
    if (counts && !skipped.has(day)) no++;
    return { day, no: counts && !skipped.has(day) ? no : null, closed: closed.has(day) || weekend.includes(at.getUTCDay()), first: i === 0, last: day === latestDate };
  });
  if (all.length <= most) return all;
  const [head, tail] = [all.slice(0, 8), all.slice(-8)];
  return [...head, { gap: all.length - 16, after: head.at(-1)?.day ?? start }, ...tail];
}
