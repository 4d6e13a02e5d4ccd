import { useLingui } from '@lingui/react';

/** The bodies of the vocabulary as a page asks for them. */
export type Bodies = { concepts: readonly { id: string; label: string }[] } | null | undefined;

/**
 * Name of a country or body in a language: bodies (`UN-HRC`, `ECtHR`) by the vocabulary, countries by the browser's or
 * server's own tables. A code nobody knows is shown as it is; `ZZ`, which is nowhere, as nothing.
 */
export function namer(locale: string, bodies: Bodies): (code: string) => string {
  const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'code' });
  const labels = new Map(bodies?.concepts.map(({ id, label }) => [id, label]));
  return (code) => (code === 'ZZ' ? '' : labels.get(code)) ?? (/^[A-Z]{2}$/u.test(code) ? (names.of(code) ?? code) : code);
}

/** `namer` in the language of the page; without bodies for codes that are always of States. */
export function usePlaceName(bodies?: Bodies): (code: string) => string {
  const { i18n } = useLingui();
  return namer(i18n.locale, bodies);
}

/** Name of a language in the language of the page; a code that is none is shown as it is. */
export function languageName(locale: string, code: string): string {
  if (code.includes(',')) return joined(locale, code.split(',').map((each) => languageName(locale, each.trim())));
  try {
    return new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' }).of(code) ?? code;
  } catch {
    return code; // what came in need not be a language tag
  }
}

/** Words of a list joined as the language of the page joins them. */
export const joined = (locale: string, words: readonly string[]): string => new Intl.ListFormat(locale, { type: 'conjunction' }).format(words);

/** The `lang` of a text, where the record names one language; several (`fr,nl,de`) are none that a reader could be told. */
export const langOf = (code: string): { lang?: string } => (/^[a-z]{2,3}(?:-\w+)*$/iu.test(code) ? { lang: code } : {});
