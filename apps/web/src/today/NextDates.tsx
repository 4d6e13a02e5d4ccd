import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { eventName, useCaseWords } from '../cases/case-words.ts';
import { useLog } from '../shell/log-door.tsx';
import { Button } from '../ui/Button.tsx';
import { CaseName } from '../ui/CaseName.tsx';
import { DeadlineRow, daysBetween } from '../ui/DeadlineRow.tsx';
import { Section } from '../ui/Section.tsx';
import { ShareBadge } from '../ui/ShareBadge.tsx';
import { CourtTime } from './CourtTime.tsx';
import { courtOf, nameOf, type TodayEvent } from './today-event.ts';
import styles from './TodayPage.module.css';

/** Dates that passed with nothing logged stand on top; then what comes, soonest first. */
export function NextDates({ overdue, dates, today }: { overdue: TodayEvent[]; dates: TodayEvent[]; today: string }) {
  const { t } = useLingui();
  const log = useLog();
  return (
    <Section title={t`Next dates`} note={t`Court time first, then yours.`}>
      {overdue.length + dates.length === 0 && <p className={styles['quiet']}><Trans>No date is set in any of your cases. Log the next one when the court gives it: key L, then “Next date”.</Trans></p>}
      {overdue.map((event) => (
        <Row key={event.id} event={event} today={today} late note={event.legalCase.viewerCan.edit
          ? <Button look="text" onClick={() => { log(event.legalCaseId, { proceedingId: event.proceedingId, on: event.on }); }}><Trans>Nothing logged yet: what happened?</Trans></Button>
          : <Trans>Nothing logged yet</Trans>} />
      ))}
      {dates.map((event) => <Row key={event.id} event={event} today={today} />)}
    </Section>
  );
}

/** On paper "the week" is seven days; what comes later stays on screen. */
const beyondTheWeek = (on: string, today: string) => /^\d{4}-\d\d-\d\d$/u.test(on) && daysBetween(today, on) > 7;

function Row({ event, today, late, note }: { event: TodayEvent; today: string; late?: boolean; note?: React.ReactNode }) {
  const words = useCaseWords();
  const court = courtOf(event);
  return (
    <div {...(beyondTheWeek(event.on, today) ? { 'data-print': 'no' } : {})}>
      <DeadlineRow
        edtf={event.on} today={today} what={eventName(event, words)} {...(late ? { late } : {})} note={note} level={<ShareBadge bare level={event.legalCase.level} />}
        lines={<><Link to="/cases/$id" params={{ id: event.legalCaseId }} className={styles['rowCase']}><CaseName inherit>{nameOf(event)}</CaseName></Link><div>{court}{event.atTime && <>{court && ', '}<CourtTime event={event} /></>}</div></>}
      />
    </div>
  );
}
