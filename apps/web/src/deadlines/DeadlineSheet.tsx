import { useMutation, useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { faultOf } from '../apollo.ts';
import { faultWords } from '../fault-words.ts';
import { DeadlineSheet_RemoveDocument, DeadlineSheet_RemoveExtensionDocument, DeadlineSheet_SeeDocument, DeadlineSheetDocument, type DeadlineSheetQuery } from '../gql/graphql.ts';
import { momentWords } from '../today/date-locale.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmButton } from '../ui/ConfirmButton.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { SkeletonRows } from '../ui/SkeletonRows.tsx';
import { useToast } from '../ui/Toast.tsx';
import { TrustTag } from '../ui/TrustTag.tsx';
import { ConfirmForm, ExtendForm, SettleForm } from './DeadlineActs.tsx';
import { resultOf, useDeadlineWords } from './deadline-words.ts';
import { HowCounted } from './HowCounted.tsx';
import styles from './HowCounted.module.css';

export type OpenDeadline = NonNullable<DeadlineSheetQuery['deadline']>;

/** A deadline opened: how it was counted, who confirmed it, and what can be done with it. */
export function DeadlineSheet({ id, onClose, onChanged, onEdit }: { id: string; onClose(): void; onChanged(): Promise<unknown>; /** Where the case is open. */ onEdit?(deadline: OpenDeadline): void }) {
  const { data, refetch } = useQuery(DeadlineSheetDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const deadline = data?.deadline;
  const changed = async () => { await Promise.all([refetch(), onChanged()]); };
  return (
    <Sheet wide title={<Trans>How counted</Trans>} lead={deadline?.title} onClose={onClose}>
      {deadline ? <Open deadline={deadline} changed={changed} onClose={onClose} onChanged={onChanged} {...(onEdit ? { onEdit } : {})} /> : data ? <p><Trans>This deadline is gone. Somebody may have removed it.</Trans></p> : <SkeletonRows rows={6} />}
    </Sheet>
  );
}

function Open({ deadline, changed, onClose, onChanged, onEdit }: { deadline: OpenDeadline; changed(): Promise<void>; onClose(): void; onChanged(): Promise<unknown>; onEdit?(deadline: OpenDeadline): void }) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const words = useDeadlineWords();
  const [act, setAct] = useState<'extend' | 'done' | 'moot' | null>(null);
  const [remove] = useMutation(DeadlineSheet_RemoveDocument);
  const [removeExtension] = useMutation(DeadlineSheet_RemoveExtensionDocument);
  const { viewerCan } = deadline.legalCase;
  const settled = deadline.status === 'met' || deadline.status === 'moot';
  const result = resultOf(deadline.computed);
  const tried = async (work: () => Promise<unknown>) => { try { await work(); await changed(); } catch (e) { toast({ alarm: true, words: t`Nothing was changed. ${i18n._(faultWords[faultOf(e).code])}` }); } };
  const acted = async () => { setAct(null); await changed(); };
  return (
    <div className={styles['grid']}>
      <div className={styles['main']}>
        {deadline.recounted && <Moved deadline={deadline} changed={changed} />}
        {deadline.confirmedOn && deadline.confirmedOn !== result.latestDate && <p className={styles['days']}><span><Trans>Confirmed for <strong>{words.day(deadline.confirmedOn)}</strong>; what was counted stays below.</Trans></span></p>}
        <HowCounted result={result} confirmed={deadline.confirmedOn !== null} />
      </div>
      <div className={styles['side']}>
        <Confirmed deadline={deadline} changed={changed} />
        <section>
          <h3><Trans>What would change it</Trans></h3>
          {deadline.extensions.map((x) => (
            <div key={x.id} className={styles['lines']}>
              {x.order}{x.until ? <>, <Trans>to {words.day(x.until.slice(0, 10))}</Trans></> : x.periodN && x.periodUnit && <>, {words.period(x.periodN, x.periodUnit as 'month')}</>}
              {viewerCan.edit && <Button look="text" size="small" onClick={() => void tried(() => removeExtension({ variables: { id: x.id } }))}><Trans>Take back</Trans></Button>}
            </div>
          ))}
          <p><Trans>An order for more time wins over the rule; both are kept. A new version of the rule or calendar shows you the old and the new day.</Trans></p>
          {viewerCan.edit && act === 'extend' && <ExtendForm deadline={deadline} onDone={acted} onCancel={() => { setAct(null); }} />}
          {viewerCan.edit && (act === 'done' || act === 'moot') && <SettleForm deadline={deadline} outcome={act === 'done' ? 'met' : 'moot'} onDone={acted} onCancel={() => { setAct(null); }} />}
          {viewerCan.edit && act === null && (
            <div className={styles['acts']}>
              {!settled && <Button size="small" onClick={() => { setAct('done'); }}><Trans>Record it as done</Trans></Button>}
              {!settled && <Button size="small" onClick={() => { setAct('extend'); }}><Trans>Add an extension</Trans></Button>}
              {!settled && <Button size="small" onClick={() => { setAct('moot'); }}><Trans>No longer due</Trans></Button>}
              {onEdit && !settled && <Button size="small" onClick={() => { onEdit(deadline); }}><Trans>Change</Trans></Button>}
              {(settled || deadline.metOn) && <SettleForm deadline={deadline} outcome="open" onDone={acted} />}
              <ConfirmButton size="small" look="quiet" danger title={<Trans>Remove this deadline?</Trans>} words={<p><Trans>It leaves Today and the case. What it said is kept under Changes.</Trans></p>} confirm={<Trans>Remove the deadline</Trans>}
                onConfirm={async () => { try { await remove({ variables: { id: deadline.id } }); await onChanged(); onClose(); } catch (e) { toast({ alarm: true, words: t`Nothing was changed. ${i18n._(faultWords[faultOf(e).code])}` }); } }}><Trans>Remove</Trans></ConfirmButton>
            </div>
          )}
        </section>
      </div>
    </div>
  );
}

/** Signed by name, or what is missing for that. */
function Confirmed({ deadline, changed }: { deadline: OpenDeadline; changed(): Promise<void> }) {
  const { i18n } = useLingui();
  const words = useDeadlineWords();
  const { confirmedName, confirmedOn, confirmedAt, confirmedSource, verification, critical, mayConfirm, status, writtenBy } = deadline;
  if (status === 'met' || status === 'moot') return null;
  if (confirmedName && confirmedOn) {
    const at = confirmedAt && momentWords(i18n.locale, new Date(confirmedAt));
    return <section><h3><Trans>Confirmed</Trans></h3><p><Trans>{words.day(confirmedOn)}, by <strong>{confirmedName}</strong>, {at}. Read in: {confirmedSource}</Trans></p></section>;
  }
  return (
    <section>
      <h3><Trans>Confirm</Trans></h3>
      {verification !== 'order' && verification !== 'verified' && <p><TrustTag>{words.verification(verification)}</TrustTag></p>}
      <p>{verification === 'order' ? <Trans>Set by an order or by the team. A second person may sign for the day.</Trans> : <Trans>Stays “to confirm” until a named lawyer has read the rule and signs for the date.</Trans>}</p>
      {mayConfirm ? <ConfirmForm deadline={deadline} onDone={changed} /> : critical && <p>{writtenBy ? <Trans>Counted by {writtenBy.name}: somebody else of the team confirms it.</Trans> : <Trans>Somebody else of the team confirms it.</Trans>}</p>}
    </section>
  );
}

/** A rule or calendar changed: the old day and the new one, side by side, until somebody has seen it. */
function Moved({ deadline, changed }: { deadline: OpenDeadline; changed(): Promise<void> }) {
  const words = useDeadlineWords();
  const [see] = useMutation(DeadlineSheet_SeeDocument);
  const { before, after } = JSON.parse(deadline.recounted ?? '{}') as { before?: { latestDate: string | null }; after?: { latestDate: string | null } };
  const none = <Trans>no day</Trans>;
  return (
    <div className={styles['moved']} role="status">
      <p><Trans>The rule or the calendar has changed. It was <s>{before?.latestDate ? words.day(before.latestDate) : none}</s> and is now <strong>{after?.latestDate ? words.day(after.latestDate) : none}</strong>. It has to be confirmed again.</Trans></p>
      {deadline.legalCase.viewerCan.edit && <Button size="small" onClick={() => { void see({ variables: { id: deadline.id, version: deadline.version } }).then(changed, changed); }}><Trans>Seen</Trans></Button>}
    </div>
  );
}

