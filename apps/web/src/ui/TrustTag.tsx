import type { ReactNode } from 'react';
import { clsx } from './clsx.ts';
import styles from './TrustTag.module.css';

/** How far something can be trusted, in words and an outline, never a colour: not verified, disputed, reference record. `filled`: a pinpoint. `late`: red, only for late and dangerous. */
export function TrustTag({ children, icon, title, filled, late }: { children: ReactNode; icon?: ReactNode; title?: string; filled?: boolean; late?: boolean }) {
  return <span className={clsx(styles['tag'], filled && styles['filled'], late && styles['late'])} title={title}>{icon}{children}</span>;
}
