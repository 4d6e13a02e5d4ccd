import { formatLegalDate } from '@amparo/domain';

/** How days and hours are written: English the way the rest of the interface does (10 June 2025, 14:20), Arabic with the figures that courts print. */
export const dateLocale = (locale: string): string => ({ en: 'en-GB', ar: 'ar-u-nu-latn' })[locale] ?? locale;

/** The calendar day of a moment, in a time zone or where the reader is; what is shown of it goes through the one formatter of dates. */
export function dayIn(timeZone: string | undefined, at: Date): string {
  const parts = new Intl.DateTimeFormat('en', { calendar: 'iso8601', numberingSystem: 'latn', ...(timeZone ? { timeZone } : {}), year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(at);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/** "14:20", where the reader is. */
export const clockTime = (locale: string, at: Date): string => new Intl.DateTimeFormat(dateLocale(locale), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);

/** "10 June 2025, 14:20", where the reader is: a moment that the machine knows, in the words of every other date. */
export const momentWords = (locale: string, at: Date): string => `${formatLegalDate(dayIn(undefined, at), locale)}, ${clockTime(locale, at)}`;
