import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

/** Nothing here, and why: one sentence, one action, one example to open. Also for what failed. */
export function EmptyState({ title, children, action, hint, alert }: { title?: ReactNode; children: ReactNode; action?: ReactNode; hint?: ReactNode; alert?: boolean }) {
  return (
    <div className={styles['empty']} {...(alert ? { role: 'alert' } : {})}>
      {title && <p className={styles['title']}>{title}</p>}
      <div className={styles['words']}>{children}</div>
      {action && <div className={styles['action']}>{action}</div>}
      {hint && <div className={styles['hint']}>{hint}</div>}
    </div>
  );
}
