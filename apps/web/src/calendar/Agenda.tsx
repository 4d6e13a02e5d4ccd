import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import deadlineStyles from '../deadlines/HowCounted.module.css';
import { placeOf } from '../today/court-time.ts';
import { dateLocale, dayIn } from '../today/date-locale.ts';
import todayStyles from '../today/TodayPage.module.css';
import { CaseName } from '../ui/CaseName.tsx';
import { DeadlineRow } from '../ui/DeadlineRow.tsx';
import { LegalDate } from '../ui/LegalDate.tsx';
import { IconAlertTriangle, IconHelpCircle, IconShieldCheck, iconProps } from '../ui/icons.ts';
import { Section } from '../ui/Section.tsx';
import { ShareBadge } from '../ui/ShareBadge.tsx';
import { TrustTag } from '../ui/TrustTag.tsx';
import styles from './Calendar.module.css';
import { aimFor, type Entry, EntryTime, isSettled, toConfirm, useEntryName, useEntryState } from './entry-words.tsx';

/** Dates one under the other, the soonest first. `beside`: under the month it repeats. */
export function Agenda({ entries, today, onOpen, beside }: { entries: readonly Entry[]; today: string; onOpen(id: string): void; beside: boolean }) {
  const { t } = useLingui();
  const days = Map.groupBy(entries, ({ on }) => on ?? '');
  return (
    <Section title={t`Agenda`} note={beside ? t`the same dates as a list` : t`Court time first, then yours.`}>
      {entries.length === 0 && <p className={styles['quiet']}><Trans>No date here. Log the next one when the court gives it: key L, then “Next date”.</Trans></p>}
      {[...days].map(([day, of]) => <div key={day} id={`day-${day}`} className={styles['day']}>{of.map((entry) => <Row key={entry.id} entry={entry} today={today} onOpen={onOpen} />)}</div>)}
    </Section>
  );
}

function Row({ entry, today, onOpen }: { entry: Entry; today: string; onOpen(id: string): void }) {
  const { t, i18n } = useLingui();
  const nameOf = useEntryName(), stateOf = useEntryState();
  const weekday = (iso: string) => new Intl.DateTimeFormat(dateLocale(i18n.locale), { weekday: 'short', timeZone: 'UTC' }).format(Date.parse(`${iso}T12:00:00Z`));
  const { id, kind, legalCaseId, caseName, level, on, timeZone, court, status, ownerName, closed, strictness } = entry;
  const name = nameOf(entry), aim = aimFor(entry), state = stateOf(entry);
  const mark = { ...iconProps, size: 14 };
  const tag = kind === 'hearing' ? (closed ? <><IconAlertTriangle {...mark} /> <b>{state}</b></> : state)
    : toConfirm(entry) ? <TrustTag icon={<IconHelpCircle {...mark} />}>{strictness === 'jurisdictional' ? <Trans>Strict. To confirm</Trans> : <Trans>To confirm</Trans>}</TrustTag>
      : entry.confirmedName && !isSettled(entry) ? <TrustTag icon={<IconShieldCheck {...mark} />}><Trans>Confirmed</Trans></TrustTag> : status === 'missed' ? null : state && <TrustTag>{state}</TrustTag>;
  return (
    <DeadlineRow
      edtf={on} today={kind === 'deadline' && timeZone ? dayIn(timeZone, new Date()) : today} late={status === 'missed'} note={tag} level={<ShareBadge bare level={level} />}
      what={kind === 'deadline' ? <button type="button" className={deadlineStyles['open']} aria-haspopup="dialog" aria-label={t`${name}: how counted`} onClick={() => { onOpen(id); }}>{name}</button> : name}
      lines={<>
        <Link to="/cases/$id" params={{ id: legalCaseId }} className={todayStyles['rowCase']}><CaseName inherit>{caseName}</CaseName></Link>
        <div>
          {kind === 'hearing' ? <>{court}{court && entry.atTime && ', '}<EntryTime entry={entry} /></> : <>
            {timeZone && <Trans>End of day in {placeOf(timeZone)}.</Trans>} {aim && <Trans>Aim for {weekday(aim)} <LegalDate edtf={aim} />.</Trans>} {ownerName && <Trans>{ownerName} sees to it.</Trans>}
          </>}
        </div>
      </>}
    />
  );
}
