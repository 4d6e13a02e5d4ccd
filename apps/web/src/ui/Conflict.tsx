import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import styles from './Conflict.module.css';

export interface Differing { key: string; label: ReactNode; mine: ReactNode; theirs: ReactNode }
/** Two people changed the same thing. Both texts stand side by side, yours first; nothing is lost until you choose. */
export function Conflict({ fields, keepMine, keepTheirs, busy }: { fields: readonly Differing[]; keepMine(): void; keepTheirs(): void; busy?: boolean }) {
  const side = (head: ReactNode, which: 'mine' | 'theirs') => <div className={styles['side']}><h3>{head}</h3>{fields.map((f) => <div key={f.key} className={styles['field']}><b>{f.label}</b>{f[which] || <Trans>nothing</Trans>}</div>)}</div>;
  return (
    <div role="alert" className={styles['box']}>
      <strong><Trans>Somebody else changed this while you were writing.</Trans></strong>
      <div className={styles['sides']}>{side(<Trans>Yours</Trans>, 'mine')}{side(<Trans>Theirs, saved</Trans>, 'theirs')}</div>
      <div className={styles['actions']}>
        <Button look="brand" {...(busy ? { busy } : {})} onClick={keepMine}><Trans>Keep mine</Trans></Button>
        <Button onClick={keepTheirs}><Trans>Keep theirs</Trans></Button>
      </div>
    </div>
  );
}
