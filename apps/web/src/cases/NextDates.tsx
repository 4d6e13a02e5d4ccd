import { precisionOf } from '@amparo/domain';
import { Trans, useLingui } from '@lingui/react/macro';
import { DeadlineRow } from '../ui/DeadlineRow.tsx';
import { Section } from '../ui/Section.tsx';
import type { Case } from './case-types.ts';
import { eventName, useCaseWords } from './case-words.ts';
import styles from './CasePage.module.css';
import { useToday } from './use-today.ts';

/** What comes next, soonest first, in court time. */
export function NextDates({ legalCase }: { legalCase: Case }) {
  const { t } = useLingui();
  return (
    <Section title={t`Next dates`} note={t`court time`}>
      {legalCase.nextDates.length === 0 && <p className={styles['quiet']}><Trans>No date is set. Log the next one when the court gives it.</Trans></p>}
      {legalCase.nextDates.map((event) => <NextDate key={event.id} event={event} legalCase={legalCase} />)}
    </Section>
  );
}

function NextDate({ event, legalCase }: { event: Case['nextDates'][number]; legalCase: Case }) {
  const words = useCaseWords();
  const today = useToday();
  const proceeding = legalCase.proceedings.find(({ id }) => id === event.proceedingId);
  const zone = (event.timeZone ?? proceeding?.timeZone)?.split('/').at(-1)?.replaceAll('_', ' ');
  const late = precisionOf(event.on) === 'day' && event.on < today;
  return (
    <DeadlineRow
      margin edtf={event.on} today={today} late={late} what={eventName(event, words)}
      lines={<>{event.atTime && <>{event.atTime}{zone && <>, <Trans>{zone} time</Trans></>}. </>}{proceeding?.court.name}{event.publicNote && <p>{event.publicNote}</p>}</>}
    />
  );
}
