import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useRouter } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { ShellMeQuery } from '../gql/graphql.ts';
import { LinkButton } from '../ui/Button.tsx';
import { IconDots, IconHelpCircle, iconProps, IconPlus, IconSearch, IconUser } from '../ui/icons.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { later } from '../ui/later.tsx';
import { NoticeBell } from '../calendar/NoticeBell.tsx';
import { Logo } from '../ui/Logo.tsx';
import { Menu } from '../ui/Menu.tsx';
import { openKeyList, openPalette } from './ActionsRoot.tsx';
import { useLanguageChoice, useSchemeChoice } from './choices.tsx';
import { useLog } from './log-door.tsx';
import { phonePlaces, railPlaces } from './places.tsx';
import { signOut } from './session.ts';
import styles from './shell.module.css';

const MoreSheet = later(() => import('./MoreSheet.tsx').then((m) => m.MoreSheet));

export type Me = NonNullable<ShellMeQuery['me']>;

/** Rail, bar and, on a phone, the five at the bottom. */
export function MemberFrame({ me, children }: { me: Me; children: ReactNode }) {
  return (
    <div className={styles['frame']}>
      <Rail me={me} />
      <div className={styles['column']}>
        <TopBar />
        {children}
      </div>
      <BottomBar me={me} />
    </div>
  );
}

function Rail({ me }: { me: Me }) {
  const { t, i18n } = useLingui();
  return (
    <div className={styles['railGround']}><nav className={styles['rail']} aria-label={t`Places`}>
      <Link to="/" className={styles['brand']} aria-label={t`Amparo, first page`}><Logo />Amparo</Link>
      <LogLink className={styles['log']}><IconPlus {...iconProps} /><Trans>Log</Trans><span aria-hidden="true"><Kbd keys="L" /></span></LogLink>
      <div className={styles['places']}>
        {railPlaces.map(({ to, label, icon }) => <Link key={to} to={to} className={styles['place']} activeProps={{ 'aria-current': 'page' }}>{icon}{i18n._(label)}</Link>)}
      </div>
      <div className={styles['foot']}><PersonMenu me={me} /></div>
    </nav></div>
  );
}

/** A link to the Log page, which opens the sheet over the present page where scripts run. */
function LogLink({ className, children }: { className: string | undefined; children: ReactNode }) {
  const log = useLog();
  return <Link to="/log" className={className} onClick={(e) => { if (!e.ctrlKey && !e.metaKey && !e.shiftKey) { e.preventDefault(); log(); } }}>{children}</Link>;
}

function PersonMenu({ me }: { me: Me }) {
  const { t } = useLingui();
  const { navigate } = useRouter();
  const language = useLanguageChoice(), scheme = useSchemeChoice();
  return (
    <Menu
      up align="start" label={me.name} className={styles['footMenu']}
      groups={[
        { items: [{ label: t`My account`, onSelect: () => void navigate({ to: '/account' }) }, ...(me.roles.includes('steward') ? [{ label: t`Members`, onSelect: () => void navigate({ to: '/members' }) }, { label: t`Deadline rules`, onSelect: () => void navigate({ to: '/deadline-rules' }) }] : [])] },
        scheme, language,
        { items: [{ label: t`Sign out`, onSelect: () => void signOut() }] },
      ]}
      trigger={(props) => (
        <button type="button" className={styles['person']} {...props}>
          <IconUser {...iconProps} /><span>{me.name}<span>{me.organisations.map((o) => o.name).join(', ')}</span></span>
        </button>
      )}
    />
  );
}

function TopBar() {
  const { t } = useLingui();
  return (
    <header className={styles['bar']}>
      <button type="button" className={styles['find']} onClick={openPalette} aria-keyshortcuts="Control+K">
        <IconSearch {...iconProps} size={16} /><span><Trans>Search cases, law, courts</Trans></span><span aria-hidden="true"><Kbd keys="Ctrl+K" /></span>
      </button>
      <div className={styles['tools']}>
        <NoticeBell />
        <LinkButton to="/help" look="quiet" aria-label={t`Help`} icon={<IconHelpCircle {...iconProps} />} onContextMenu={(e) => { e.preventDefault(); openKeyList(); }} />
      </div>
    </header>
  );
}

function BottomBar({ me }: { me: Me }) {
  const { t, i18n } = useLingui();
  const [more, setMore] = useState(false);
  const [today, cases, precedents] = phonePlaces;
  const tab = (place: typeof today) => place && <Link to={place.to} className={styles['tab']} activeProps={{ 'aria-current': 'page' }}>{place.icon}{i18n._(place.label)}</Link>;
  return (
    <>
      <nav className={styles['tabs']} aria-label={t`Places`}>
        {tab(today)}{tab(cases)}
        <LogLink className={`${styles['tab']} ${styles['logTab']}`}><span className={styles['pill']}><IconPlus {...iconProps} size={20} /></span><Trans>Log</Trans></LogLink>
        {tab(precedents)}
        <button type="button" className={styles['tab']} aria-haspopup="dialog" onClick={() => { setMore(true); }}><IconDots {...iconProps} /><Trans>More</Trans></button>
      </nav>
      {more && <MoreSheet me={me} onClose={() => { setMore(false); }} />}
    </>
  );
}
