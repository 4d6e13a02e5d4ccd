import { useMutation } from '@apollo/client/react';
import { differingTexts, type EntryText } from '@amparo/domain';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { faultOf } from '../apollo.ts';
import type { Case, CaseEvent } from '../cases/case-types.ts';
import { eventName, useCaseWords } from '../cases/case-words.ts';
import { faultWords } from '../fault-words.ts';
import { TwinMark_PairDocument } from '../gql/graphql.ts';
import { momentWords } from '../today/date-locale.ts';
import { Button } from '../ui/Button.tsx';
import { useToast } from '../ui/Toast.tsx';
import { TrustTag } from '../ui/TrustTag.tsx';
import { useEventFieldNames } from './EventFields.tsx';
import styles from './TwinMark.module.css';

interface Props { event: CaseEvent; legalCase: Case; onSaid(): Promise<unknown> }

/** Two phones logged one hearing: both texts are kept, and the team says whether they belong together. Nobody else sees this. */
export function TwinMark({ event, legalCase, onSaid }: Props) {
  const { t, i18n } = useLingui();
  const words = useCaseWords(), toast = useToast(), names = useEventFieldNames();
  const [pair] = useMutation(TwinMark_PairDocument);
  const [busy, setBusy] = useState(false);
  const { twin } = event;
  const first = twin && legalCase.events.find(({ id }) => id === twin.eventId);
  if (!twin || !first) return null;
  const by = first.loggedBy?.name ?? t`a colleague`, when = momentWords(i18n.locale, new Date(first.createdAt));

  const say = async (same: boolean | null, pairVersion: number, told?: string): Promise<void> => {
    setBusy(true);
    try {
      await pair({ variables: { input: { eventId: event.id, eventVersion: event.version, otherId: first.id, otherVersion: first.version, same, pairVersion } } });
      if (told) toast({ words: told, undo: () => say(twin.same, pairVersion + 1) });
    } catch (e) {
      const { code } = faultOf(e);
      toast({ alarm: true, words: code === 'STALE' ? t`Somebody changed one of the two texts, or has answered already. Look at them again.` : i18n._(faultWords[code]) });
    }
    await onSaid();
    setBusy(false);
  };
  if (twin.same) {
    return (
      <p className={styles['kept']}>
        <span><Trans>The same hearing as the entry of {by}, {when}. Both texts are kept.</Trans></span>{' '}
        {legalCase.viewerCan.edit && <Button look="text" busy={busy} onClick={() => void say(false, twin.version, t`Marked as another hearing.`)}><Trans>Not the same</Trans></Button>}
      </p>
    );
  }
  const shown = (of: CaseEvent, name: EntryText): ReactNode => {
    const value = of[name];
    if (value === null || value === undefined || value === '') return <Trans>nothing</Trans>;
    return name === 'outcome' ? words.outcome(String(value)) : name === 'outcomeDetail' ? words.outcomeDetail(String(value)) : name === 'reportedResult' ? words.reported(String(value)) : String(value);
  };
  const differing = differingTexts(first, event);
  return (
    <div className={styles['box']} data-print="no">
      <p><TrustTag><Trans>possible duplicate</Trans></TrustTag> <Trans>of “{eventName(first, words)}”, logged by {by}, {when}. Only the case team sees this.</Trans></p>
      {differing.length > 0 && (
        <div className={styles['sides']}>
          {([[by, first], [event.loggedBy?.name ?? t`a colleague`, event]] as const).map(([who, of]) => (
            <div key={of.id}><h3>{of === first ? <Trans>First: {who}</Trans> : <Trans>Then: {who}</Trans>}</h3><dl>{differing.map((name) => <div key={name}><dt>{names[name]}</dt><dd>{shown(of, name)}</dd></div>)}</dl></div>
          ))}
        </div>
      )}
      {legalCase.viewerCan.edit && (
        <div className={styles['actions']}>
          <Button size="small" look="brand" busy={busy} onClick={() => void say(true, twin.version, t`Kept together. Both texts stay.`)}><Trans>Same: keep both texts together</Trans></Button>
          <Button size="small" busy={busy} onClick={() => void say(false, twin.version, t`Marked as another hearing.`)}><Trans>Not the same</Trans></Button>
        </div>
      )}
    </div>
  );
}
