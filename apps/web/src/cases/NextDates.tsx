import { precisionOf, rangeOf } from '@amparo/domain';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconAlertTriangle, IconHelpCircle, iconProps } from '../ui/icons.ts';
import { LegalDate } from '../ui/LegalDate.tsx';
import { Section } from '../ui/Section.tsx';
import { TrustTag } from '../ui/TrustTag.tsx';
import type { Case, CaseEvent } from './case-types.ts';
import { eventName, useCaseWords } from './case-words.ts';
import styles from './CasePage.module.css';
import { dayOf } from './lanes.ts';
import { useToday } from './use-today.ts';

/** What comes next, soonest first, in court time. A day that nobody has confirmed says so. */
export function NextDates({ legalCase }: { legalCase: Case }) {
  const { t } = useLingui();
  return (
    <Section title={t`Next dates`} note={t`court time`}>
      {legalCase.nextDates.length === 0 ? <p className={styles['quiet']}><Trans>No date is set. Log the next one when the court gives it.</Trans></p> : (
        <ul className={styles['dates']}>{legalCase.nextDates.map((event) => <NextDate key={event.id} event={event} legalCase={legalCase} />)}</ul>
      )}
    </Section>
  );
}

function NextDate({ event, legalCase }: { event: CaseEvent; legalCase: Case }) {
  const words = useCaseWords();
  const today = useToday();
  const range = rangeOf(event.on), exact = precisionOf(event.on) === 'day';
  const days = range && exact ? dayOf(range.from) - dayOf(today) : undefined;
  const proceeding = legalCase.proceedings.find(({ id }) => id === event.proceedingId);
  const zone = (event.timeZone ?? proceeding?.timeZone)?.split('/').at(-1)?.replaceAll('_', ' ');
  const late = days !== undefined && days < 0;
  return (
    <li data-late={late || undefined}>
      <div className={styles['numeral']}>{days === undefined ? <small>{range ? <LegalDate edtf={event.on} /> : <Trans>No date</Trans>}</small> : Math.abs(days)}</div>
      <div>
        <strong>
          {late ? <><IconAlertTriangle {...iconProps} size={15} /> <Plural value={Math.abs(days)} one="day overdue:" other="days overdue:" /> </> : days === 0 ? <Trans>days, today: </Trans> : days !== undefined ? <><Plural value={days} one="day:" other="days:" /> </> : null}
          {eventName(event, words)}
        </strong>
        {exact && <p><WeekDay iso={event.on} /> <LegalDate edtf={event.on} />{event.atTime && <>, {event.atTime}</>}{zone && <> <Trans>in {zone}</Trans></>}</p>}
        {proceeding && <p>{proceeding.court.name}</p>}
        {event.publicNote && <p>{event.publicNote}</p>}
        {event.type === 'deadline' && <TrustTag icon={<IconHelpCircle {...iconProps} size={14} />}><Trans>Rule not verified</Trans></TrustTag>}
      </div>
    </li>
  );
}

function WeekDay({ iso }: { iso: string }) {
  const { i18n } = useLingui();
  return <>{new Intl.DateTimeFormat(i18n.locale, { weekday: 'short', timeZone: 'UTC' }).format(new Date(`${iso}T00:00:00Z`))}</>;
}
