import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { Button } from './Button.tsx';
import { Sheet } from './Sheet.tsx';

interface Props { children: ReactNode; icon?: ReactNode; title: ReactNode; /** The consequence, first. */ words: ReactNode; /** Names the act: "Delete 3 files". */ confirm: ReactNode; look?: 'plain' | 'danger' | 'quiet'; size?: 'small' | 'medium'; danger?: boolean; onConfirm(): void | Promise<void> }

/** Asks once more, only before what cannot be undone: sharing wider, publishing, deleting, exporting. */
export function ConfirmButton({ children, icon, title, words, confirm, look = 'plain', size = 'medium', danger, onConfirm }: Props) {
  const [open, setOpen] = useState(false), [busy, setBusy] = useState(false);
  const close = () => { setOpen(false); };
  const act = async () => { setBusy(true); try { await onConfirm(); close(); } finally { setBusy(false); } };
  return (
    <>
      <Button look={look} size={size} icon={icon} aria-haspopup="dialog" onClick={() => { setOpen(true); }}>{children}</Button>
      {open && <Sheet title={title} onClose={close} foot={<><Button onClick={close}><Trans>Cancel</Trans></Button><Button look={danger ? 'danger' : 'brand'} busy={busy} onClick={() => void act()}>{confirm}</Button></>}>{words}</Sheet>}
    </>
  );
}
