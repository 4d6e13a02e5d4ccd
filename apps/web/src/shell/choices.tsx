import { useLingui } from '@lingui/react/macro';
import { chooseLocale, type Locale, localeNames, locales } from '../i18n.ts';
import { schemes, useScheme } from '../scheme.ts';
import type { MenuGroup } from '../ui/Menu.tsx';

/** Language and ground, for whichever menu shows them. */
export function useLanguageChoice(): MenuGroup {
  const { t, i18n } = useLingui();
  return { label: t`Language`, items: locales.map((locale: Locale) => ({ label: localeNames[locale], lang: locale, chosen: i18n.locale === locale, onSelect: () => { chooseLocale(locale); } })) };
}
export function useSchemeChoice(): MenuGroup {
  const { t } = useLingui();
  const { scheme: chosen, choose } = useScheme();
  const words = { auto: t`As this device`, light: t`Light`, dark: t`Dark` };
  return { label: t`Ground`, items: schemes.map((scheme) => ({ label: words[scheme], chosen: chosen === scheme, onSelect: () => { choose(scheme); } })) };
}
