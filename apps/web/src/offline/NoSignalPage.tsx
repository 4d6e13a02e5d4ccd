import { Trans } from '@lingui/react/macro';
import { useEffect } from 'react';
import { Logo } from '../ui/Logo.tsx';
import styles from './offline.module.css';

/** Nobody is signed in on this device, and there is no signal: nothing of anybody can be shown. */
export function NoSignalPage() {
  useEffect(() => {
    const again = () => { location.reload(); };
    addEventListener('online', again);
    return () => { removeEventListener('online', again); };
  }, []);
  return (
    <main className={styles['alone']}>
      <Logo />
      <h1><Trans>No signal, and nobody is signed in</Trans></h1>
      <p><Trans>What was written here waits sealed on this device. It is opened, and sent, when its own person signs in again; nobody else can read it.</Trans></p>
      <button type="button" className={styles['again']} onClick={() => { location.reload(); }}><Trans>Try again</Trans></button>
    </main>
  );
}
