import { Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';
import { IconAdjustmentsHorizontal, iconProps } from './icons.ts';
import styles from './WithFilters.module.css';

/** Filters first, then what they filter; where both have no room side by side the filters fold, so that the list is seen first. `active`: how many are set. */
export function WithFilters({ filters, active, children }: { filters: ReactNode; active: number; children: ReactNode }) {
  const fold = useRef<HTMLDetailsElement>(null);
  useEffect(() => { if (fold.current && matchMedia('(max-width: 980px)').matches) fold.current.open = false; }, []);
  return (
    <div className={styles['layout']}>
      <details ref={fold} className={styles['filters']} data-print="no" open>
        <summary><IconAdjustmentsHorizontal {...iconProps} /> <Trans>Filters</Trans>{active > 0 && ` (${active})`}</summary>
        {filters}
      </details>
      <div className={styles['main']}>{children}</div>
    </div>
  );
}
