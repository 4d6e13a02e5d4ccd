import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { localeNames, type Locale } from '../i18n.ts';
import { LinkButton } from '../ui/Button.tsx';
import { IconChevronDown, IconLanguage, IconLogin2, iconProps } from '../ui/icons.ts';
import { Logo } from '../ui/Logo.tsx';
import { Menu } from '../ui/Menu.tsx';
import { useLanguageChoice, useSchemeChoice } from './choices.tsx';
import { publicPlaces } from './places.tsx';
import styles from './shell.module.css';

/** The library for anyone: no account, nothing private in it. */
export function PublicFrame({ children }: { children: ReactNode }) {
  const { t, i18n } = useLingui();
  const language = useLanguageChoice(), scheme = useSchemeChoice();
  const path = useRouterState({ select: (s) => s.location.pathname });
  const current = publicPlaces.map(({ to }) => to as string).filter((to) => path.startsWith(to)).sort((a, b) => b.length - a.length)[0];
  return (
    <div className={styles['public']}>
      <header className={styles['header']}>
        <div className={styles['headerRow']}>
          <Link to="/precedents" className={styles['brand']} aria-label={t`Amparo, first page`}><Logo />Amparo</Link>
          <nav className={styles['links']} aria-label={t`Places`}>
            {publicPlaces.map(({ to, label }) => <Link key={to} to={to} activeOptions={{ exact: true }} activeProps={{}} aria-current={current === to ? 'page' : undefined}>{i18n._(label)}</Link>)}
          </nav>
          <div className={styles['end']}>
            <Menu
              label={t`Language and ground`} groups={[language, scheme]}
              trigger={(props) => <button type="button" className={styles['plain']} {...props}><IconLanguage {...iconProps} size={16} />{localeNames[i18n.locale as Locale]}<IconChevronDown {...iconProps} size={14} /></button>}
            />
            {path !== '/sign-in' && <LinkButton to="/sign-in" icon={<IconLogin2 {...iconProps} size={16} />}><Trans>Sign in</Trans></LinkButton>}
          </div>
        </div>
      </header>
      {children}
      <footer className={styles['about']}><Trans>Public records on digital identity and human rights, wins and losses alike. Free to read, no account.</Trans></footer>
    </div>
  );
}
