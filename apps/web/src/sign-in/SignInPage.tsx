import { useSuspenseQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useSearch } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { SignInPageDocument } from '../gql/graphql.ts';
import { Button } from '../ui/Button.tsx';
import { PasswordField, TextField } from '../ui/Fields.tsx';
import { IconBooks, iconProps, IconMail } from '../ui/icons.ts';
import { DemoPeople } from './DemoPeople.tsx';
import { goOn, knock } from './door.ts';
import styles from './SignIn.module.css';
import { doorFault } from './words.tsx';

/** The door. Works as a plain form where no script runs; the same answer for every address, known or not. */
export function SignInPage() {
  const { t } = useLingui();
  const { data } = useSuspenseQuery(SignInPageDocument);
  const { next, failed, sent: sentBefore } = useSearch({ from: '/sign-in' });
  const [busy, setBusy] = useState(false), [sent, setSent] = useState(!!sentBefore);
  const [fault, setFault] = useState<ReactNode>(failed ? doorFault(failed) : null);
  const { demoPeople: people, precedents, idSystems } = data, demo = people.length > 0;

  const onSubmit = async (e: FormEvent<HTMLFormElement>) => {
    e.preventDefault();
    const link = ((e.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null)?.value === 'link';
    const form = new FormData(e.currentTarget);
    const email = String(form.get('email')), password = String(form.get('password'));
    setBusy(true); setFault(null); setSent(false);
    const answer = await (link ? knock('link', { email }) : knock('sign-in', { email, password }));
    if (answer.ok && !link) { await goOn(next); return; }
    setBusy(false);
    if (answer.ok) setSent(true); else setFault(doorFault(answer.code, answer.seconds));
  };

  return (
    <div className={styles['page']} data-demo={demo || undefined}>
      <section className={styles['form']}>
        <h1 className={styles['title']}><Trans>Sign in</Trans></h1>
        <form method="post" action="/auth/sign-in" onSubmit={(e) => { void onSubmit(e); }}>
          {next && <input type="hidden" name="next" value={next} />}
          {fault && <p role="alert" className={styles['fault']}>{fault}</p>}
          <TextField label={<Trans>E-mail</Trans>} name="email" type="email" autoComplete="username" required maxLength={254} autoFocus />
          <PasswordField label={<Trans>Password</Trans>} name="password" autoComplete="current-password" required maxLength={1024} />
          <Button look="brand" size="large" full type="submit" busy={busy}><Trans>Sign in</Trans></Button>
          <p className={styles['or']}><span><Trans>or</Trans></span></p>
          <Button size="large" full type="submit" value="link" formAction="/auth/link" formNoValidate disabled={busy} icon={<IconMail {...iconProps} size={16} />}><Trans>Send me a one-time link</Trans></Button>
          <p role="status" className={styles['hint']}>
            {sent
              ? <strong><Trans>If somebody here has this address, a link is on its way. It works once, for 30 minutes.</Trans>{demo && <> <Trans>Without mail it stands in the window where Amparo was started.</Trans></>}</strong>
              : <Trans>Works once. For your first visit, or a lost password. We give the same answer whether or not the address is known.</Trans>}
          </p>
        </form>
      </section>
      {demo && <DemoPeople people={people} next={next} onFault={setFault} />}
      <section className={styles['about']} aria-labelledby="about">
        <h2 id="about" className={styles['head']}><Trans>What Amparo is for</Trans></h2>
        <h3><Trans>Lawyers</Trans></h3>
        <p><Trans>Every step, deadline and order of a case in one place, read by the case team alone until you say otherwise.</Trans></p>
        <h3><Trans>Precedent reviewers</Trans></h3>
        <p><Trans>What each court decided, test by test, checked against its source by two people before others rely on it.</Trans></p>
        <h3><Trans>Facilitators</Trans></h3>
        <p><Trans>Training built from real decisions, with no private case in it.</Trans></p>
        <div className={styles['library']}>
          <IconBooks {...iconProps} />
          <div>
            <Link to="/precedents"><Trans>Read the public library</Trans></Link>
            <small>{t`${precedents.total} decisions, ${idSystems.length} ID systems. No account.`}</small>
          </div>
        </div>
      </section>
    </div>
  );
}
