import { Trans } from '@lingui/react/macro';
import styles from './Skeleton.module.css';

/** Nothing for 200 ms, then hairlines and grey bars where the text will stand; after four seconds the reason. No spinner, nothing moves. */
export function SkeletonRows({ rows = 6 }: { rows?: number }) {
  return (
    <div aria-busy="true">
      <div className={styles['rows']} aria-hidden="true">
        {Array.from({ length: rows }, (_, i) => <div key={i} className={styles['row']}><div className={styles['bar']} style={{ inlineSize: `${42 + ((i * 17) % 31)}%` }} /><div className={styles['bar']} style={{ inlineSize: `${24 + ((i * 11) % 23)}%` }} /></div>)}
      </div>
      <p className={styles['slow']}><Trans>Slow connection. Still reading.</Trans></p>
    </div>
  );
}
