import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { DeadlineLine_DeadlineFragment } from '../gql/graphql.ts';
import { dayIn } from '../today/date-locale.ts';
import { DeadlineRow, daysBetween } from '../ui/DeadlineRow.tsx';
import { IconHelpCircle, IconShieldCheck, iconProps } from '../ui/icons.ts';
import { TrustTag } from '../ui/TrustTag.tsx';
import { useDeadlineWords } from './deadline-words.ts';
import styles from './HowCounted.module.css';

export type DeadlineShown = DeadlineLine_DeadlineFragment;
const onWeekend = (iso: string) => [0, 6].includes(new Date(`${iso}T12:00:00Z`).getUTCDay());
/** The day in front: what a person confirmed; where the last day falls on a weekend and stays there, the day to work to; else, and when it is past, the last day. */
export const dayShown = ({ confirmedOn, latestOn, workingOn, status }: DeadlineShown): string | null => confirmedOn ?? (latestOn && status !== 'missed' && onWeekend(latestOn) ? workingOn : latestOn);

/** A deadline in a list: what is due, in court time, and how sure the day is. */
export function DeadlineLine({ deadline, lines, level, onOpen }: { deadline: DeadlineShown; lines?: ReactNode; level?: ReactNode; onOpen(): void }) {
  const { t } = useLingui();
  const { status } = deadline;
  const settled = status === 'met' || status === 'moot';
  const today = dayIn(deadline.zone, new Date());
  return (
    <DeadlineRow
      edtf={settled ? (deadline.metOn?.slice(0, 10) ?? dayShown(deadline)) : dayShown(deadline)} today={today} late={status === 'missed'} level={level}
      what={<button type="button" className={styles['open']} aria-haspopup="dialog" aria-label={t`${deadline.title}: how counted`} onClick={onOpen}>{deadline.title}</button>}
      lines={<>{lines}<div><Reason deadline={deadline} today={today} /></div></>}
      note={<State deadline={deadline} />}
    />
  );
}

/** One line of reason. */
function Reason({ deadline, today }: { deadline: DeadlineShown; today: string }) {
  const words = useDeadlineWords();
  const { status, counted, latestOn, workingOn, confirmedOn, triggerOn, nextPrompt, earliestPossible, zone } = deadline;
  if (status === 'met') return <Trans>Done in time.</Trans>;
  if (status === 'moot') return <>{deadline.settledNote}</>;
  if (counted === 'undefined' && !confirmedOn) {
    const since = /^\d{4}-\d\d-\d\d$/u.test(triggerOn) ? daysBetween(triggerOn, today) : null;
    return <>{since !== null && since >= 0 && <Plural value={since} one="# day elapsed." other="# days elapsed." />} {nextPrompt && <Trans>We ask again on {words.date(nextPrompt)}.</Trans>}</>;
  }
  if (!latestOn) return earliestPossible ? <Trans>A day is missing. It runs from {words.day(earliestPossible)} at the earliest.</Trans> : <Trans>A day is missing.</Trans>;
  if (confirmedOn) return <Trans>Confirmed by {deadline.confirmedName}. End of day in {zone.split('/').at(-1)?.replaceAll('_', ' ')}.</Trans>;
  if (status === 'missed') return <Trans>End of day in {zone.split('/').at(-1)?.replaceAll('_', ' ')}. Record what was done, or say why it is no longer due.</Trans>;
  if (onWeekend(latestOn) && workingOn !== latestOn) return <Trans>Last day is {words.day(latestOn)} and does not move.</Trans>;
  return workingOn && workingOn !== latestOn ? <Trans>Aim for {words.day(workingOn)}. End of day in {zone.split('/').at(-1)?.replaceAll('_', ' ')}.</Trans> : <Trans>End of day in {zone.split('/').at(-1)?.replaceAll('_', ' ')}.</Trans>;
}

function State({ deadline }: { deadline: DeadlineShown }) {
  const { status, confirmedName, verification, counted, strictness, recounted, metOn } = deadline;
  const help = <IconHelpCircle {...iconProps} size={14} />;
  if (status === 'met' || status === 'moot') return status === 'met' ? <TrustTag icon={<IconShieldCheck {...iconProps} size={14} />}><Trans>Done</Trans></TrustTag> : <TrustTag><Trans>No longer due</Trans></TrustTag>;
  return (
    <>
      {recounted && <TrustTag icon={help}><Trans>Counted again</Trans></TrustTag>}{' '}
      {status === 'missed' && metOn ? <Trans>Done too late.</Trans> : status === 'not_computable' ? <TrustTag icon={help}><Trans>Cannot be counted</Trans></TrustTag>
        : confirmedName ? <TrustTag icon={<IconShieldCheck {...iconProps} size={14} />}><Trans>Confirmed</Trans></TrustTag>
          : verification === 'order' || counted === 'undefined' ? null
            : <TrustTag icon={help}>{strictness === 'jurisdictional' ? <Trans>Strict. To confirm</Trans> : <Trans>To confirm</Trans>}</TrustTag>}
      {status === 'extended' && <> <Trans>Extended by order.</Trans></>}
    </>
  );
}
