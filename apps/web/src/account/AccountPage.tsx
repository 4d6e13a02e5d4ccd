import { useSuspenseQuery } from '@apollo/client/react';
import { Trans } from '@lingui/react/macro';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { AccountPageDocument } from '../gql/graphql.ts';
import { singleKeys } from '../ui/actions.ts';
import { CheckField } from '../ui/Fields.tsx';
import { Page } from '../ui/Page.tsx';
import { Section } from '../ui/Section.tsx';
import { later } from '../ui/later.tsx';
import styles from './Account.module.css';
import { AccountForm } from './AccountForm.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { SessionList } from './SessionList.tsx';

const ReminderForm = later(() => import('../calendar/ReminderForm.tsx').then((m) => m.ReminderForm));

/** Oneself: name, language, password, where one is signed in, keys. */
export function AccountPage() {
  const { data } = useSuspenseQuery(AccountPageDocument);
  const { password } = useSearch({ from: '/account' });
  const { me } = data;
  if (!me) return null;
  const asked = password === 'new';
  const secret = (
    <Section title={me.hasPassword ? <Trans>Password</Trans> : <Trans>Set a password</Trans>} id="password">
      {asked && <p className={styles['lead']}>{me.hasPassword ? <Trans>You came in by a one-time link, so you can set a new password without the old one, for half an hour.</Trans> : <Trans>With a password you can sign in without a link next time. You can also do it later.</Trans>}</p>}
      <PasswordForm email={me.email} needsCurrent={me.hasPassword && !asked} />
    </Section>
  );
  return (
    <Page title={<Trans>My account</Trans>} lead={[me.email, me.organisations.map((o) => o.name).join(', ')].filter(Boolean).join(' · ')}>
      <div className={styles['page']}>
        {asked && secret}
        <Section title={<Trans>You</Trans>}><AccountForm me={me} /></Section>
        {!asked && secret}
        <Section title={<Trans>Where you are signed in</Trans>}><SessionList sessions={data.sessions} /></Section>
        <Section title={<Trans>Reminders</Trans>} id="reminders"><ReminderForm /></Section>
        <Section title={<Trans>Keys</Trans>}><KeySwitch /></Section>
      </div>
    </Page>
  );
}

/** Single keys can get in the way of speech input: they can be off (WCAG 2.1.4). Known to this device alone, hence after the first paint. */
function KeySwitch() {
  const [on, setOn] = useState(true);
  useEffect(() => { setOn(singleKeys.on()); }, []);
  return (
    <CheckField
      checked={on} onChange={(e) => { setOn(e.target.checked); singleKeys.set(e.target.checked); }}
      label={<><Trans>Single letters do things: L logs, G C goes to the cases.</Trans><small className={styles['small']}><Trans>On this device. Ctrl K stays in any case.</Trans></small></>}
    />
  );
}
