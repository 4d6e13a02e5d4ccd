import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { singleKeys, useAvailableActions } from '../ui/actions.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import styles from './KeyList.module.css';

/** All keys that do something here, and the switch that turns the single ones off. */
export function KeyList({ onClose }: { onClose(): void }) {
  const { i18n } = useLingui();
  const { actions } = useAvailableActions();
  const [on, setOn] = useState(singleKeys.on);
  return (
    <Sheet title={<Trans>All keys</Trans>} lead={<Trans>Single keys rest while you type.</Trans>} onClose={onClose}>
      <dl className={styles['keys']}>
        <div><dt><Trans>Search and commands</Trans></dt><dd><Kbd keys="Mod K" /></dd></div>
        {actions.filter((a) => a.keys).map((a) => <div key={a.id}><dt>{i18n._(a.label)}</dt><dd><Kbd keys={a.keys ?? ''} /></dd></div>)}
      </dl>
      <label className={styles['switch']}><input type="checkbox" checked={on} onChange={(e) => { singleKeys.set(e.target.checked); setOn(e.target.checked); }} /><Trans>Use single keys on this device</Trans></label>
    </Sheet>
  );
}
