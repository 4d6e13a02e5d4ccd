export interface Stretch { state: string; from: string; to: string }
const at = (iso: string) => Date.parse(`${iso}T12:00:00Z`);
const month = (year: number, index: number) => new Date(Date.UTC(year, index, 1, 12)).toISOString().slice(0, 10);

/** The common scale of several clocks: its ends as ISO days, the place of a day in per cent, and the months to name, ten at most. */
export function scaleOf(clocks: readonly (readonly Stretch[])[], today: string): { from: string; to: string; place(iso: string): number; months: string[] } | null {
  const days = clocks.flatMap((clock) => clock.flatMap(({ from, to }) => [from, to])).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return null;
  const end = last > today ? last : today;
  const room = Math.max(12, (at(end) - at(first)) / 86_400_000 * 0.09) * 86_400_000;
  const [from, to] = [at(first) - room * 0.6, at(end) + room];
  const place = (iso: string) => Math.round(((at(iso) - from) / (to - from)) * 10_000) / 100;
  const begin = new Date(from), spanMonths = (to - from) / 86_400_000 / 30.44;
  const step = [1, 2, 3, 6, 12, 24, 60].find((n) => spanMonths / n <= 10) ?? 120;
  const months: string[] = [];
  for (let index = begin.getUTCMonth() + 1, year = begin.getUTCFullYear(); ; index++) {
    const iso = month(year, index);
    if (at(iso) >= to) break;
    if ((new Date(at(iso)).getUTCFullYear() * 12 + new Date(at(iso)).getUTCMonth()) % step === 0) months.push(iso);
  }
  return { from: new Date(from).toISOString().slice(0, 10), to: new Date(to).toISOString().slice(0, 10), place, months };
}
