import { Trans } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { Button } from '../ui/Button.tsx';
import { lockDevice } from './door.ts';
import styles from './SignIn.module.css';

/**
 * A one-time link opens here and is used by a form: programs that look at links in mails follow addresses, and must not use it up.
 * On one's own machine, where the link was printed, nobody looks first and it goes on by itself.
 */
export function LinkPage() {
  const { token } = useParams({ from: '/link/$token' });
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => { if (/^(?:localhost|127\.0\.0\.1|\[::1\])$/u.test(location.hostname)) form.current?.requestSubmit(); }, []);
  return (
    <section className={styles['link']}>
      <h1 className={styles['title']}><Trans>Your one-time link</Trans></h1>
      <p><Trans>It signs you in on this device and then is used up. On a machine of somebody else, sign out when you leave.</Trans></p>
      <form ref={form} method="post" action="/auth/link/use" onSubmit={(e) => { e.preventDefault(); const { currentTarget } = e; void lockDevice().catch(() => undefined).then(() => { currentTarget.submit(); }); }}>
        <input type="hidden" name="token" value={token} />
        <Button look="brand" size="large" type="submit"><Trans>Sign in</Trans></Button>
      </form>
    </section>
  );
}
