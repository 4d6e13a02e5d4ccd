import { Trans, useLingui } from '@lingui/react/macro';
import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import { clsx } from './clsx.ts';
import IconX from '@tabler/icons-react/icons/IconX';
import { iconProps } from './icon-props.ts';
import styles from './Toast.module.css';

export interface Toast {
  /** Says who can read what was saved: "Saved. Only the case team can read it." */
  words: ReactNode;
  undo?(): void | Promise<void>;
  alarm?: boolean;
  /** How long it stays; 10 s, with an undo or a failure until closed or 20 s. */
  ms?: number;
}
const ToastContext = createContext<(toast: Toast) => void>(() => undefined);
/** Tells, for a while, what was done, and offers to undo it. Read aloud politely. */
export const useToast = (): ((toast: Toast) => void) => useContext(ToastContext);

export function ToastProvider({ children }: { children: ReactNode }) {
  const { t } = useLingui();
  const [shown, setShown] = useState<(Toast & { key: number })[]>([]);
  const next = useRef(0);
  const drop = useCallback((key: number) => { setShown((all) => all.filter((each) => each.key !== key)); }, []);
  const show = useCallback((toast: Toast) => {
    const key = next.current++;
    setShown((all) => [...all.slice(-2), { ...toast, key }]);
    setTimeout(() => { drop(key); }, toast.ms ?? (toast.undo || toast.alarm ? 20_000 : 10_000));
  }, [drop]);
  return (
    <ToastContext.Provider value={show}>
      {children}
      <div className={styles['stack']} role="status" aria-live="polite">
        {shown.map(({ key, words, undo, alarm }) => (
          <div key={key} className={clsx(styles['toast'], alarm && styles['alarm'])}>
            <div className={styles['words']}>{words}</div>
            {undo && <button type="button" onClick={() => { drop(key); void undo(); }}><Trans>Undo</Trans></button>}
            <button type="button" aria-label={t`Close`} onClick={() => { drop(key); }}><IconX {...iconProps} size={16} /></button>
          </div>
        ))}
      </div>
    </ToastContext.Provider>
  );
}
