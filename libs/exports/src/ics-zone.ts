/** `2026-03-30T08:00:00Z` → `20260330T080000Z`. */
export const utc = (instant: string): string => `${new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:]/gu, '')}Z`;
interface Moment { day: string; zone: string }

/** `+0300`, and seconds where a zone had them once. */
function offsetText(nanoseconds: number): string {
  const seconds = Math.abs(Math.round(nanoseconds / 1e9));
  const parts = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), ...(seconds % 60 ? [seconds % 60] : [])];
  return `${nanoseconds < 0 ? '-' : '+'}${parts.map((n) => String(n).padStart(2, '0')).join('')}`;
}
const local = (at: Temporal.PlainDateTime): string => at.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/gu, '');

/**
 * VTIMEZONE for each zone: one observance for the time before the first entry and one for every change of clocks up to the last,
 * each with its own day. No yearly rule is guessed from today's: zones end summer time, or keep it for Ramadan.
 */
export function timeZonesOf(moments: readonly Moment[]): string[] {
  const byZone = Map.groupBy(moments, ({ zone }) => zone);
  return [...byZone].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([zone, of]) => {
    const days = of.map(({ day }) => day);
    const edge = (day: string) => Temporal.PlainDate.from(day).toZonedDateTime(zone);
    const [first, last] = [edge(days.reduce((a, b) => (a < b ? a : b))), edge(days.reduce((a, b) => (a > b ? a : b)))];
    return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...observances(first.subtract({ days: 1 }), last.add({ days: 2 })), 'END:VTIMEZONE'];
  });
}

function observances(first: Temporal.ZonedDateTime, last: Temporal.ZonedDateTime): string[] {
  const lines: string[] = [];
  const add = (from: number, to: number, start: string, summer: boolean) => {
    const kind = summer ? 'DAYLIGHT' : 'STANDARD';
    lines.push(`BEGIN:${kind}`, `DTSTART:${start}`, `TZOFFSETFROM:${offsetText(from)}`, `TZOFFSETTO:${offsetText(to)}`, `TZNAME:${offsetText(to)}`, `END:${kind}`);
  };
  const begun = first.getTimeZoneTransition('previous');
  if (begun) addChange(begun);
  else add(first.offsetNanoseconds, first.offsetNanoseconds, '19700101T000000', false);
  function addChange(change: Temporal.ZonedDateTime): void {
    const before = change.subtract({ nanoseconds: 1 });
    // summer time goes forward and comes back within the year; a zone that moved for good has its standard time there
    const back = change.getTimeZoneTransition('next');
    const summer = change.offsetNanoseconds > before.offsetNanoseconds && back !== null && back.offsetNanoseconds < change.offsetNanoseconds && Temporal.ZonedDateTime.compare(back, change.add({ years: 1 })) < 0;
    // the clock as it showed just before: the local time of the change, by the offset it ends
    add(before.offsetNanoseconds, change.offsetNanoseconds, local(before.toPlainDateTime().add({ nanoseconds: 1 })), summer);
  }
  for (let change = first.getTimeZoneTransition('next'); change && Temporal.ZonedDateTime.compare(change, last) <= 0; change = change.getTimeZoneTransition('next')) addChange(change);
  return lines;
}
