import { Trans, useLingui } from '@lingui/react/macro';
import { type InputHTMLAttributes, type ReactNode, useId, useState } from 'react';
import { clsx } from '../ui/clsx.ts';
import styles from './Field.module.css';

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, 'size'> { label: ReactNode; hint?: ReactNode; fault?: ReactNode }

/** A field with its label above and, under it, a hint or what is wrong. */
export function Field({ label, hint, fault, type = 'text', ...rest }: Props) {
  const id = useId(), { t } = useLingui();
  const [shown, setShown] = useState(false);
  const secret = type === 'password';
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={styles['label']}>{label}</label>
      <div className={clsx(styles['box'], !!fault && styles['wrong'])}>
        <input
          id={id} className={styles['input']} type={secret && shown ? 'text' : type} spellCheck={secret || type === 'email' ? false : undefined} autoCapitalize={secret || type === 'email' ? 'none' : undefined}
          aria-invalid={fault ? true : undefined} aria-describedby={fault || hint ? `${id}-says` : undefined} {...rest}
        />
        {secret && <button type="button" className={styles['show']} aria-pressed={shown} aria-label={shown ? t`Hide the password` : t`Show the password`} onClick={() => { setShown(!shown); }}>{shown ? <Trans>Hide</Trans> : <Trans>Show</Trans>}</button>}
      </div>
      {(fault || hint) && <p id={`${id}-says`} className={fault ? styles['fault'] : styles['hint']}>{fault ?? hint}</p>}
    </div>
  );
}
