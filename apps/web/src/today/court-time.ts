/** The moment that a wall clock in a time zone shows a time on a day. In the hour that a clock change skips, the one after it. */
export function momentOf(day: string, time: string, timeZone: string): Date {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  const offset = (at: number) => {
    const parts = new Intl.DateTimeFormat('en', { timeZone, calendar: 'iso8601', numberingSystem: 'latn', hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' }).formatToParts(at);
    const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '00';
    return Date.parse(`${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:00Z`) - at;
  };
  const first = asUtc - offset(asUtc);
  return new Date(asUtc - offset(first)); // twice, since the first guess may lie on the other side of a clock change
}

/** The same moment in the reader's own zone, where that is another day or hour; null where both clocks agree. */
export function readersTime(day: string, time: string, timeZone: string, own: string): { day: string; time: string } | null {
  const moment = momentOf(day, time, timeZone);
  const parts = new Intl.DateTimeFormat('en', { timeZone: own, calendar: 'iso8601', numberingSystem: 'latn', hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' }).formatToParts(moment);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  const there = { day: `${part('year')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}` };
  return there.day === day && there.time === time ? null : there;
}

/** "Africa/Kampala" as people say it. */
export const placeOf = (timeZone: string): string => (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
