import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { Button } from './Button.tsx';
import { clsx } from './clsx.ts';
import IconX from '@tabler/icons-react/icons/IconX';
import { iconProps } from './icon-props.ts';
import styles from './Sheet.module.css';
import { useToastHost } from './Toast.tsx';

interface Props { title: ReactNode; lead?: ReactNode; aside?: ReactNode; foot?: ReactNode; wide?: boolean; onClose(): void; children?: ReactNode }

/** A sheet from below on a phone, a dialog at a desk. The browser keeps the focus inside and gives it back. */
export function Sheet({ title, lead, aside, foot, wide, onClose, children }: Props) {
  const { t } = useLingui();
  const dialog = useRef<HTMLDialogElement>(null), head = useRef<HTMLHeadingElement>(null), id = useId();
  useLayoutEffect(() => { // undone while the dialog is still in the page: only then does the browser give the focus back
    const el = dialog.current;
    if (el && !el.open) { el.showModal(); head.current?.focus(); } // the title, so that neither a ring nor a keyboard stands in the way
    return () => { el?.close(); };
  }, []);
  useToastHost(dialog);
  return (
    <dialog
      ref={dialog} className={clsx(styles['sheet'], wide && styles['wide'])} aria-labelledby={id}
      onCancel={(e) => { e.preventDefault(); onClose(); }}
      onPointerDown={(e) => { if (e.target === dialog.current) onClose(); }}
    >
      <div className={styles['grip']} />
      <header className={styles['head']}>
        <h2 ref={head} id={id} tabIndex={-1} className={styles['title']}>{title}{lead && <small>{lead}</small>}</h2>
        {aside}
        <Button look="quiet" aria-label={t`Close`} icon={<IconX {...iconProps} />} onClick={onClose} />
      </header>
      <div className={styles['body']}>{children}</div>
      {foot && <footer className={styles['foot']}>{foot}</footer>}
    </dialog>
  );
}
