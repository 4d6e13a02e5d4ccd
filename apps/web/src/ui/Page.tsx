import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { clsx } from './clsx.ts';
import styles from './Page.module.css';

export interface PageProps {
  title: ReactNode;
  /** Beside the title, small: "41 you can read, in 23 countries". */
  aside?: ReactNode;
  /** Under the title. */
  lead?: ReactNode;
  /** Links that lead here. */
  crumbs?: ReactNode[];
  actions?: ReactNode;
  size?: 'page' | 'case' | 'brief';
  children?: ReactNode;
}

/** The head of a page, with its one `h1`, and what follows. */
export function Page({ title, aside, lead, crumbs, actions, size = 'page', children }: PageProps) {
  const { t } = useLingui();
  return (
    <>
      <header className={styles['head']}>
        <div className={styles['words']}>
          {crumbs && <nav className={styles['crumbs']} aria-label={t`Path`}><ol>{crumbs.map((crumb, i) => <li key={i}>{crumb}</li>)}</ol></nav>}
          <h1 className={clsx(styles['title'], size !== 'page' && styles[size])}>{title}{aside && <> <small>{aside}</small></>}</h1>
          {lead && <div className={styles['lead']}>{lead}</div>}
        </div>
        {actions && <div className={styles['actions']} data-print="no">{actions}</div>}
      </header>
      {children}
    </>
  );
}
