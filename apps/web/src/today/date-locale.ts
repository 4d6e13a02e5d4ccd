/** How days and hours are written: English the way the rest of the interface does (10 June 2025, 14:20), Arabic with the figures that courts print. */
export const dateLocale = (locale: string): string => ({ en: 'en-GB', ar: 'ar-u-nu-latn' })[locale] ?? locale;

/** "14:20", where the reader is. */
export const clockTime = (locale: string, at: Date): string => new Intl.DateTimeFormat(dateLocale(locale), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
