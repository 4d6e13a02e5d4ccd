import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useSyncExternalStore } from 'react';
import { useCaseWords } from '../cases/case-words.ts';
import { faultWords } from '../fault-words.ts';
import { isBegun } from '../log/log-draft.ts';
import { logStore } from '../log/log-store.ts';
import { UndoLog } from '../log/UndoLog.tsx';
import { problemOf } from '../problem-words.ts';
import { clockTime } from '../today/date-locale.ts';
import { Button } from '../ui/Button.tsx';
import { CaseName } from '../ui/CaseName.tsx';
import { IconAlertTriangle, IconCheck, IconClock, iconProps } from '../ui/icons.ts';
import { LegalDate } from '../ui/LegalDate.tsx';
import { useToast } from '../ui/Toast.tsx';
import { deviceState, flushQueue, subscribeDevice, type WaitingRow } from './device.ts';
import styles from './offline.module.css';

/** What waits on this device, in the order it was written: what becomes of it, and what its person can do. */
export function QueueList() {
  const { rows } = useSyncExternalStore(subscribeDevice, deviceState, deviceState);
  if (rows.length === 0) return null;
  const waiting = rows.filter(({ state }) => state !== 'sent').length;
  return (
    <section className={styles['queue']} aria-labelledby="waiting-here">
      <h2 id="waiting-here">{waiting > 0 ? <Plural value={waiting} one="# entry on this phone" other="# entries on this phone" /> : <Trans>All is sent</Trans>}</h2>
      <ol>{rows.map((row) => <Waits key={row.id} row={row} />)}</ol>
    </section>
  );
}

function Waits({ row }: { row: WaitingRow }) {
  const { i18n, t } = useLingui();
  const words = useCaseWords(), toast = useToast();
  const { entry, draft, state, fault } = row;
  const { queue } = deviceState();
  const closed = fault?.code === 'NOT_FOUND';
  const discard = async () => {
    const gone = await queue?.discard(row.id);
    if (gone) toast({ words: t`Discarded. Nothing of it was sent.`, undo: async () => { await queue?.restore(gone); void flushQueue(); } });
  };
  const edit = async () => {
    const open = logStore.state();
    if (open && isBegun(open.draft) && open.draft.id !== row.id) { toast({ words: t`Finish or empty the entry you have begun first.` }); return; }
    await queue?.hold(row.id);
    logStore.take(entry.by, draft.draft);
  };
  const release = async () => { if (logStore.state()?.draft.id === row.id) logStore.discard(); await queue?.release(row.id); void flushQueue(); };
  const copy = async () => {
    const text = [entry.on, entry.outcome && words.outcome(entry.outcome), entry.publicNote, entry.privateNote].filter(Boolean).join('\n');
    try { await navigator.clipboard.writeText(text); toast({ words: t`Copied: your own words, as you wrote them.` }); } catch { toast({ alarm: true, words: t`The browser does not allow copying. Open the text and mark it by hand.` }); }
  };
  return (
    <li data-state={state} data-entry={row.id}>
      <p className={styles['what']}>
        {closed ? <Trans>A case that you can no longer open</Trans> : <CaseName inherit>{draft.name}</CaseName>}
        <span>{entry.outcome && words.outcome(entry.outcome)}, <LegalDate edtf={entry.on} /></span>
      </p>
      <p className={styles['state']}>
        {state === 'sent' ? <IconCheck {...iconProps} /> : state === 'refused' ? <IconAlertTriangle {...iconProps} /> : <IconClock {...iconProps} />}
        <span>
          {state === 'waiting' && <Trans>Waiting for a signal. Written {clockTime(i18n.locale, new Date(row.at))}.</Trans>}
          {state === 'sending' && <Trans>Sending…</Trans>}
          {state === 'held' && <Trans>You are changing it. It is not sent meanwhile.</Trans>}
          {state === 'sent' && <Trans>Sent. The server has it.</Trans>}
          {state === 'refused' && <><Trans>Not taken.</Trans> {closed ? <Trans>Your access to this case has ended. Your own words are here: copy or discard them.</Trans>
            : fault?.code === 'CONFLICT' ? <Trans>An earlier try of this entry has arrived. Look at the timeline; change it there, or discard this one.</Trans>
            : fault && <>{i18n._(faultWords[fault.code])} {fault.fields.map(({ problem }) => i18n._(problemOf(problem))).join(' ')}</>}</>}
        </span>
      </p>
      {state === 'refused' && (entry.publicNote || entry.privateNote) && <details><summary><Trans>Your words</Trans></summary>{entry.publicNote && <p>{entry.publicNote}</p>}{entry.privateNote && <p>{entry.privateNote}</p>}</details>}
      {state === 'sent' && <UndoLog event={row.sent as { id: string; legalCaseId: string; undoUntil: string | null }} />}
      {(state === 'waiting' || state === 'held' || state === 'refused') && (
        <div className={styles['acts']}>
          {state !== 'held' && !closed && <Button size="small" onClick={() => void edit()}><Trans>Change</Trans></Button>}
          {state === 'held' && <Button size="small" onClick={() => void release()}><Trans>Send as it was</Trans></Button>}
          {state === 'waiting' && <Button size="small" onClick={() => void flushQueue()}><Trans>Try now</Trans></Button>}
          {state === 'refused' && <Button size="small" onClick={() => void copy()}><Trans>Copy</Trans></Button>}
          <Button size="small" look="quiet" onClick={() => void discard()}><Trans>Discard</Trans></Button>
        </div>
      )}
    </li>
  );
}
