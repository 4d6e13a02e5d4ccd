import { Plural, Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { eventName, useCaseWords } from '../cases/case-words.ts';
import { Button } from '../ui/Button.tsx';
import { CaseName } from '../ui/CaseName.tsx';
import { LegalDate } from '../ui/LegalDate.tsx';
import { Section } from '../ui/Section.tsx';
import { nameOf, type TodayEvent } from './today-event.ts';
import styles from './TodayPage.module.css';

const first = 5;

/** What others logged in the last thirty days, in cases that one may read. */
export function News({ events }: { events: TodayEvent[] }) {
  const words = useCaseWords();
  const [all, setAll] = useState(false);
  const shown = all ? events : events.slice(0, first);
  return (
    <Section title={<Trans>New in your cases</Trans>}>
      {events.length === 0 && <p className={styles['quiet']}><Trans>Nobody else has logged anything in the last 30 days.</Trans></p>}
      <ul className={styles['notes']}>
        {shown.map((event) => (
          <li key={event.id}>
            <p className={styles['over']}><LegalDate edtf={event.on} />{event.loggedBy && `, ${event.loggedBy.name}`}</p>
            <p className={styles['ink']}><Link to="/cases/$id" params={{ id: event.legalCaseId }} className={styles['rowCase']}><CaseName inherit>{nameOf(event)}</CaseName></Link>: {eventName(event, words)}</p>
          </li>
        ))}
      </ul>
      {shown.length < events.length && <Button look="text" onClick={() => { setAll(true); }}><Plural value={events.length - shown.length} one="# more" other="# more" /></Button>}
    </Section>
  );
}
