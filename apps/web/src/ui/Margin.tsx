import type { ReactNode } from 'react';
import { clsx } from './clsx.ts';
import styles from './Margin.module.css';

/** Text and its margin notes; the notes drop under the text at 1100 px. */
export const Margin = ({ children, notes, wide }: { children: ReactNode; notes: ReactNode; wide?: boolean }) => <div className={clsx(styles['layout'], wide && styles['wide'])}><div>{children}</div><aside>{notes}</aside></div>;
/** Two columns of equal width, one under the other at 860 px. */
export const Split = ({ children }: { children: ReactNode }) => <div className={styles['split']}>{children}</div>;
