import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { iconProps, IconCheck, IconGavel, IconHelpCircle, IconUser, IconUsers } from '../ui/icons.ts';
import { Sheet } from '../ui/Sheet.tsx';
import { useLanguageChoice, useSchemeChoice } from './choices.tsx';
import type { Me } from './MemberFrame.tsx';
import { phonePlaces, places } from './places.tsx';
import { signOut } from './session.ts';
import styles from './MoreSheet.module.css';

/** What does not fit into five: on a phone behind "More". */
export function MoreSheet({ me, onClose }: { me: Me; onClose(): void }) {
  const { i18n } = useLingui();
  const choices = [useSchemeChoice(), useLanguageChoice()];
  const rest = places.filter(({ to }) => !phonePlaces.some((place) => place.to === to));
  return (
    <Sheet title={me.name} lead={me.organisations.map((o) => o.name).join(', ')} onClose={onClose}>
      <nav className={styles['list']}>
        {rest.map(({ to, label, icon }) => <Link key={to} to={to} onClick={onClose}>{icon}{i18n._(label)}</Link>)}
        <Link to="/help" onClick={onClose}><IconHelpCircle {...iconProps} /><Trans>Help</Trans></Link>
        <Link to="/account" onClick={onClose}><IconUser {...iconProps} /><Trans>My account</Trans></Link>
        {me.roles.includes('steward') && <Link to="/members" onClick={onClose}><IconUsers {...iconProps} /><Trans>Members</Trans></Link>}
        {me.roles.includes('steward') && <Link to="/deadline-rules" onClick={onClose}><IconGavel {...iconProps} /><Trans>Deadline rules</Trans></Link>}
      </nav>
      {choices.map((choice) => (
        <fieldset key={choice.label} className={styles['choice']}>
          <legend>{choice.label}</legend>
          {choice.items.map((item, i) => <button key={i} type="button" lang={item.lang} aria-pressed={item.chosen} onClick={item.onSelect}>{item.chosen && <IconCheck {...iconProps} />}{item.label}</button>)}
        </fieldset>
      ))}
      <button type="button" className={styles['out']} onClick={() => void signOut()}><Trans>Sign out</Trans></button>
    </Sheet>
  );
}
