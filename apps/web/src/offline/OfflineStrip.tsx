import { useApolloClient } from '@apollo/client/react';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import IconCloudOff from '@tabler/icons-react/icons/IconCloudOff';
import { Link } from '@tanstack/react-router';
import { useEffect, useSyncExternalStore } from 'react';
import { LogSheetDocument } from '../gql/graphql.ts';
import { clockTime } from '../today/date-locale.ts';
import { iconProps } from '../ui/icon-props.ts';
import { deviceState, endSession, leaveDevice, meetServer, openDevice, sayAsOf, saySignal, signOutOwed, subscribeDevice, watchSignal } from './device.ts';
import styles from './offline.module.css';
import { registerWorker } from './worker.ts';

/** On every page of a member: opens this device for them, and says when there is no signal and what waits. For nobody, it closes the device. */
export function OfflineStrip({ person }: { person: string | undefined }) {
  const client = useApolloClient();
  const { i18n } = useLingui();
  const { rows, signal, asOf } = useSyncExternalStore(subscribeDevice, deviceState, deviceState);
  useEffect(() => {
    if (!person) { void leaveDevice(); return; }
    const stop = watchSignal(person);
    void (async () => {
      if (signOutOwed()) { location.assign((await endSession()) ? '/sign-in' : '/log'); return; }
      const hand = await openDevice(client, person).catch(() => null); // a device that refuses keeps nothing
      if (navigator.onLine) await meetServer(person);
      else saySignal(false);
      if (hand && !client.readQuery({ query: LogSheetDocument })) {
        const { at, ...sheet } = hand;
        client.writeQuery({ query: LogSheetDocument, data: sheet });
        sayAsOf(at);
      }
      await registerWorker().catch((e: unknown) => { console.info('no worker for the Log:', e); });
    })();
    return stop;
  }, [client, person]);
  const waiting = rows.filter(({ state }) => state === 'waiting' || state === 'sending' || state === 'held').length, refused = rows.filter(({ state }) => state === 'refused').length;
  if (!person || (signal && !waiting && !refused)) return null;
  return (
    <div className={styles['strip']} role="status" data-print="no">
      {!signal && <IconCloudOff {...iconProps} />}
      <span>
        {signal ? null : <><Trans>No signal. Saved on this phone, sent later.</Trans>{asOf && <small> <Trans>as of {clockTime(i18n.locale, new Date(asOf))}</Trans></small>}</>}
        {signal && waiting > 0 && <Trans>On their way to the server.</Trans>}
      </span>
      {waiting + refused > 0 && (
        <Link to="/log" className={styles['count']}>
          {refused > 0 ? <Plural value={refused} one="# entry was not taken" other="# entries were not taken" /> : <Plural value={waiting} one="# entry waits" other="# entries wait" />}
        </Link>
      )}
    </div>
  );
}
