import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { IconPlus, iconProps, IconX } from './icons.ts';
import styles from './Rows.module.css';

interface Props<T> { legend: ReactNode; hint?: ReactNode; error?: ReactNode; rows: readonly T[]; blank: T; add: ReactNode; /** Stays when it is the only one. */ atLeastOne?: boolean; onChange(rows: T[]): void; children(row: T, set: (patch: Partial<T>) => void, index: number): ReactNode; nameOf(row: T, index: number): string }

/** Several of one kind in a form, each in its row: added below, taken away at its end. */
export function Rows<T extends object>({ legend, hint, error, rows, blank, add, atLeastOne, onChange, children, nameOf }: Props<T>) {
  return (
    <fieldset className={styles['rows']}>
      <legend>{legend}</legend>
      {hint && <p className={styles['hint']}>{hint}</p>}
      {error && <p className={styles['error']}>{error}</p>}
      {rows.map((row, i) => (
        <div key={i} className={styles['row']}>
          <div>{children(row, (patch) => { onChange(rows.map((each, n) => (n === i ? { ...each, ...patch } : each))); }, i)}</div>
          {(!atLeastOne || rows.length > 1) && <Button look="quiet" size="small" icon={<IconX {...iconProps} size={16} />} onClick={() => { onChange(rows.filter((_each, n) => n !== i)); }}><span className="sr"><Trans>Take out {nameOf(row, i)}</Trans></span></Button>}
        </div>
      ))}
      <Button look="text" size="small" icon={<IconPlus {...iconProps} size={15} />} onClick={() => { onChange([...rows, { ...blank }]); }}>{add}</Button>
    </fieldset>
  );
}
