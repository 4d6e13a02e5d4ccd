import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { eventName, useCaseWords } from '../cases/case-words.ts';
import { Button } from '../ui/Button.tsx';
import { CaseName } from '../ui/CaseName.tsx';
import { LegalDate } from '../ui/LegalDate.tsx';
import { Section } from '../ui/Section.tsx';
import { nameOf, type TodayEvent } from './today-event.ts';
import styles from './TodayPage.module.css';

/** Records of earlier days that still lack something. */
export function Waiting({ events, onEdit }: { events: TodayEvent[]; onEdit(event: TodayEvent): void }) {
  const { t, i18n } = useLingui();
  const words = useCaseWords();
  const gaps = (event: TodayEvent) => new Intl.ListFormat(i18n.locale).format(event.incomplete.map(words.gap));
  return (
    <Section title={<Trans>Waiting for you</Trans>} note={events.length > 0 && events.length}>
      {events.length === 0 && <p className={styles['quiet']}><Trans>Nothing. Every record of yours is whole.</Trans></p>}
      <ul className={styles['notes']}>
        {events.map((event) => (
          <li key={event.id}>
            <strong>{eventName(event, words)}, <LegalDate edtf={event.on} /></strong>
            <p><Link to="/cases/$id" params={{ id: event.legalCaseId }} className={styles['rowCase']}><CaseName inherit>{nameOf(event)}</CaseName></Link></p>
            <p><Trans>Still open: {gaps(event)}.</Trans></p>
            {event.legalCase.viewerCan.edit && <Button size="small" onClick={() => { onEdit(event); }} aria-label={t`Complete the record of ${nameOf(event)}`}><Trans>Complete</Trans></Button>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
