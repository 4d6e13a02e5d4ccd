import type { ReactNode } from 'react';
import { clsx } from './clsx.ts';
import { dateShape, LegalDate } from './LegalDate.tsx';
import styles from './Timeline.module.css';

export interface Moment { key: string; edtf: string | null; body: ReactNode; note?: ReactNode; /** A decision, an order: a full dot. */ strong?: boolean }
/** What happened, one under the other: a dot for a day, a pill for a month, dashed for anything rougher. */
export function Timeline({ items }: { items: readonly Moment[] }) {
  return (
    <ol className={styles['list']}>
      {items.map(({ key, edtf, body, note, strong }) => (
        <li key={key} className={clsx(styles['item'], strong && styles['strong'])}>
          <span className={styles['date']}><LegalDate edtf={edtf} /></span>
          <span className={clsx(styles['mark'], styles[dateShape(edtf)])} aria-hidden="true" />
          <span className={styles['words']}>{body}{note && <span className={styles['note']}>{note}</span>}</span>
        </li>
      ))}
    </ol>
  );
}
