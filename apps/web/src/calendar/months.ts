/** The days of a calendar page, in plain ISO text: `2025-06` is a month, `2025-06-10` a day. Weeks begin on Monday. */
export type View = 'month' | 'agenda' | 'list';
const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
const noon = (iso: string): number => Date.parse(`${iso}T12:00:00Z`);
export const addDays = (iso: string, days: number): string => day(noon(iso) + days * 86_400_000);
/** 0 is Monday. */
export const weekdayOf = (iso: string): number => (new Date(noon(iso)).getUTCDay() + 6) % 7;
/** `2025-12` and 1 → `2026-01`. */
export function addMonths(month: string, n: number): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + n;
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
}
/** How many months each view shows. */
export const monthsOf: Readonly<Record<View, number>> = { month: 2, agenda: 6, list: 12 };

/** From which day to which a view reads: whole weeks where weeks are drawn. */
export function rangeOf(view: View, month: string): { from: string; to: string } {
  const first = `${month}-01`, last = addDays(`${addMonths(month, monthsOf[view])}-01`, -1);
  return view === 'month' ? { from: addDays(first, -weekdayOf(first)), to: addDays(last, 6 - weekdayOf(last)) } : { from: first, to: last };
}
/** The weeks of a range that begins on a Monday, seven days each. */
export function weeksOf({ from, to }: { from: string; to: string }): string[][] {
  const weeks: string[][] = [];
  for (let monday = from; monday <= to; monday = addDays(monday, 7)) weeks.push(Array.from({ length: 7 }, (_, n) => addDays(monday, n)));
  return weeks;
}
/** Where in a week, by column from 0, a span of days lies; null where it does not touch it. */
export function spanIn(week: readonly string[], { from, to }: { from: string; to: string }): { start: number; days: number } | null {
  const inside = week.flatMap((iso, n) => (from <= iso && iso <= to ? [n] : []));
  return inside[0] === undefined ? null : { start: inside[0], days: inside.length };
}
