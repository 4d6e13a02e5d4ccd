import { Trans, useLingui } from '@lingui/react/macro';
import { createContext, type ReactNode, type RefObject, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
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

const HostContext = createContext<(change: (hosts: HTMLElement[]) => HTMLElement[]) => void>(() => undefined);
/** An open dialog makes all behind it inert: as long as it stands, toasts stand in it, so that their undo can be reached. */
export function useToastHost(dialog: RefObject<HTMLElement | null>): void {
  const change = useContext(HostContext);
  useEffect(() => {
    const el = dialog.current;
    if (!el) return;
    change((hosts) => [...hosts, el]);
    return () => { change((hosts) => hosts.filter((each) => each !== el)); };
  }, [dialog, change]);
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const { t } = useLingui();
  const [hosts, setHosts] = useState<HTMLElement[]>([]);
  const [shown, setShown] = useState<(Toast & { key: number })[]>([]);
  const next = useRef(0);
  const drop = useCallback((key: number) => { setShown((all) => all.filter((each) => each.key !== key)); }, []);
  const show = useCallback((toast: Toast) => {
    const key = next.current++;
    setShown((all) => [...all.slice(-2), { ...toast, key }]);
    setTimeout(() => { drop(key); }, toast.ms ?? (toast.undo || toast.alarm ? 20_000 : 10_000));
  }, [drop]);
  const stack = (
    <div className={styles['stack']} role="status" aria-live="polite">
      {shown.map(({ key, words, undo, alarm }) => (
        <div key={key} className={clsx(styles['toast'], alarm && styles['alarm'])}>
          <div className={styles['words']}>{words}</div>
          {undo && <button type="button" onClick={() => { drop(key); void undo(); }}><Trans>Undo</Trans></button>}
          <button type="button" aria-label={t`Close`} onClick={() => { drop(key); }}><IconX {...iconProps} size={16} /></button>
        </div>
      ))}
    </div>
  );
  const host = hosts.at(-1);
  return (
    <ToastContext.Provider value={show}>
      <HostContext.Provider value={setHosts}>
        {children}
        {host ? createPortal(stack, host) : stack}
      </HostContext.Provider>
    </ToastContext.Provider>
  );
}
