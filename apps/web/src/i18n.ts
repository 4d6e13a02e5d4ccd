import { type I18n, type Messages, setupI18n } from '@lingui/core';

export const locales = ['en', 'es', 'fr', 'ar'] as const;
export type Locale = (typeof locales)[number];
/** Languages call themselves by their own names. */
export const localeNames: Readonly<Record<Locale, string>> = { en: 'English', es: 'Español', fr: 'Français', ar: 'العربية' };

const rightToLeft = new Set(['ar', 'fa', 'he', 'ur', 'ckb', 'ps']);
export const dirOf = (locale: string): 'ltr' | 'rtl' => (rightToLeft.has(locale.split('-')[0] ?? '') ? 'rtl' : 'ltr');
const isLocale = (text: string | undefined): text is Locale => (locales as readonly string[]).includes(text ?? '');

/** The language a person chose (cookie `lang`), else what the browser asks for, else English. */
export function pickLocale(cookie: string, accept: string): Locale {
  const chosen = /(?:^|;\s*)lang=(\w+)/.exec(cookie)?.[1];
  if (isLocale(chosen)) return chosen;
  const wanted = accept.split(',').map((part) => {
    const [tag = '', weight] = part.trim().split(';q=');
    return { tag: tag.split('-')[0]?.toLowerCase(), weight: weight === undefined ? 1 : Number(weight) };
  });
  return wanted.sort((a, b) => b.weight - a.weight).map(({ tag }) => tag).find(isLocale) ?? 'en';
}

const catalogues = import.meta.glob<{ messages: Messages }>(['./locales/*.po', '!./locales/en.po']);

/** One instance per request on the server, one per page in the browser: never the global `i18n`. English lies compiled in the code itself. */
export async function makeI18n(locale: string): Promise<I18n> {
  const load = catalogues[`./locales/${locale}.po`];
  const i18n = setupI18n({ locale, messages: { [locale]: load ? (await load()).messages : {} } });
  if (dirOf(locale) === 'rtl') isolateEnglish(i18n);
  return i18n;
}

/**
 * What a catalogue does not say yet stands in it in English: within a page from right to left it keeps its own order, in attributes too (U+2066 to U+2069).
 */
function isolateEnglish(i18n: I18n): void {
  const say = i18n._.bind(i18n) as (...given: unknown[]) => string;
  const english = new Map<string, boolean>();
  const written = (message: unknown) => JSON.stringify(typeof message === 'string' ? [message] : message);
  const isEnglish = (id: string, message: unknown) => english.get(id) ?? (english.set(id, i18n.messages[id] === undefined || written(i18n.messages[id]) === written(message)), english.get(id));
  i18n.t = i18n._ = ((...given: [string | { id: string; message?: unknown }, unknown?, { message?: unknown }?]) => {
    const text = say(...given), [what, , more] = given;
    return text && (typeof what === 'string' ? isEnglish(what, more?.message) : isEnglish(what.id, what.message)) ? `\u2066${text}\u2069` : text;
  }) as typeof i18n._;
}

/** Keeps the choice for a year and shows the page in it. */
export function chooseLocale(locale: Locale): void {
  document.cookie = `lang=${locale}; path=/; max-age=31536000; samesite=lax${location.protocol === 'https:' ? '; secure' : ''}`;
  location.reload();
}
