import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Fields.tsx';
import { IconCopy, iconProps } from '../ui/icons.ts';
import { useToast } from '../ui/Toast.tsx';
import styles from './Feed.module.css';

/** The address, this once: masked until asked for, since others may look over one's shoulder. */
export function FeedAddress({ address }: { address: string }) {
  const { t } = useLingui(), toast = useToast();
  const [shown, show] = useState(false);
  const copy = async () => {
    try { await navigator.clipboard.writeText(address); toast({ words: t`Copied.` }); } catch { show(true); toast({ words: t`This browser does not copy by itself. The address is shown: copy it by hand.` }); }
  };
  return (
    <div className={styles['address']} role="status">
      <TextField label={<Trans>Secret address</Trans>} hint={<Trans>Shown this once. Give it to your calendar program now: “subscribe to a calendar”.</Trans>} readOnly dir="ltr" type={shown ? 'text' : 'password'} autoComplete="off" value={address} onFocus={(e) => { e.currentTarget.select(); }} />
      <div className={styles['acts']}>
        <Button look="brand" icon={<IconCopy {...iconProps} />} onClick={() => void copy()}><Trans>Copy address</Trans></Button>
        <Button aria-pressed={shown} onClick={() => { show(!shown); }}>{shown ? t`Hide` : t`Show`}</Button>
      </div>
    </div>
  );
}
