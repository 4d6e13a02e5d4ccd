import { locale } from '../platform/db.ts';

/** A country's name in the language of the one who asks; a code that is none stands for itself. */
export function countryName(code: string, language = locale()): string {
  try { return new Intl.DisplayNames([language], { type: 'region', fallback: 'code' }).of(code) ?? code; } catch { return code; }
}
