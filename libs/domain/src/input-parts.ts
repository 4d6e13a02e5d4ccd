import { z } from 'zod';
import { precisionOf } from './legal-date.ts';
import { knownLegalDate } from './legal-date-input.ts';
import { line } from './text.ts';

/** Rules that several inputs share. */
export const noneTwice = <T>(list: readonly T[]): boolean => new Set(list).size === list.length;

/** A zone as the IANA list names places, `Africa/Nairobi`, or UTC: a bare abbreviation (CAT, IST) is none, or another one in every program. */
export const timeZone = line(64).refine((zone) => {
  if (!/^(?:UTC|(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/[\w+/-]+)$/u.test(zone)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false; // the one way to ask Intl whether it knows a zone
  }
}, 'unknown_time_zone');

/** A day of the calendar that people sign with or count from: it has to be exact. */
export const exactDay = knownLegalDate.refine((edtf) => edtf === '' || precisionOf(edtf) === 'day', 'day_needed');

/** BCP 47, as far as courts need it: `fr`, `es-419`, `zh-Hant`. */
export const language = z.string().regex(/^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/u, 'not_a_language');
