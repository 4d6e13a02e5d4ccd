/** Languages with a catalogue; Arabic is a draft for a native-speaking lawyer to review. */
export const languages = ['en', 'es', 'fr', 'ar'] as const;

/** The cookie `lang` first, then what the browser asks for, else English. */
export function languageOf(cookie: string | undefined, accept: string | undefined): string {
  const known = (l: string | undefined): l is string => (languages as readonly string[]).includes(l ?? '');
  const chosen = /(?:^|;\s*)lang=([a-z]{2})/.exec(cookie ?? '')?.[1];
  if (known(chosen)) return chosen;
  return (accept ?? '').split(',')
    .map((part) => { const [tag = '', q = 'q=1'] = part.trim().split(';'); return { tag: tag.slice(0, 2).toLowerCase(), q: Number(q.trim().slice(2)) || 0 }; })
    .sort((a, b) => b.q - a.q)
    .find(({ tag, q }) => q > 0 && known(tag))?.tag ?? 'en';
}
