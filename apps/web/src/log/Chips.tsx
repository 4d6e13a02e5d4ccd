import { type ReactNode, useId } from 'react';
import { clsx } from '../ui/clsx.ts';
import { IconCheck, iconProps } from '../ui/icons.ts';
import styles from './Chips.module.css';

export interface Chip<Value extends string> { value: Value; label: ReactNode; icon?: ReactNode; /** Under the chip, small: "Saturday". */ hint?: ReactNode }
interface Props<Value extends string> {
  legend: ReactNode;
  chips: readonly Chip<Value>[];
  value: Value | null;
  onChoose(value: Value): void;
  /** After the chips: a button that shows more of them. */
  after?: ReactNode;
  /** One box of equal parts, each with a sign above its word. */
  joined?: boolean;
  error?: ReactNode;
  hint?: ReactNode;
}

/** One of several, each big enough for a thumb. Native radio buttons: arrow keys move, a reader says how many there are. */
export function Chips<Value extends string>({ legend, chips, value, onChoose, after, joined, error, hint }: Props<Value>) {
  const name = useId();
  return (
    <fieldset className={styles['group']} aria-describedby={error ? `${name}-error` : undefined}>
      <legend className={styles['legend']}>{legend}</legend>
      <div className={clsx(styles['chips'], joined && styles['joined'])}>
        {chips.map((chip) => (
          <label key={chip.value} className={styles['chip']}>
            <input type="radio" name={name} value={chip.value} checked={value === chip.value} onChange={() => { onChoose(chip.value); }} />
            <span className={styles['face']}>{chip.icon ?? (value === chip.value && !joined && <IconCheck {...iconProps} />)}{chip.label}</span>
            {chip.hint && <span className={styles['hint']}>{chip.hint}</span>}
          </label>
        ))}
        {after}
      </div>
      {hint && <p className={styles['hint']}>{hint}</p>}
      {error && <p id={`${name}-error`} role="alert" className={styles['error']}>{error}</p>}
    </fieldset>
  );
}
