import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import styles from './Tabs.module.css';

export interface Tab { label: ReactNode; link: LinkProps }
/** Tabs are pages of their own, hence links. */
export function Tabs({ tabs, label }: { tabs: readonly Tab[]; label: string }) {
  return (
    <nav className={styles['tabs']} aria-label={label}>
      {tabs.map((tab, i) => <Link key={i} {...tab.link} activeOptions={{ exact: true }} activeProps={{ 'aria-current': 'page' }}>{tab.label}</Link>)}
    </nav>
  );
}
