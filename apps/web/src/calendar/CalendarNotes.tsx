import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import deadlineStyles from '../deadlines/HowCounted.module.css';
import { useDeadlineWords } from '../deadlines/deadline-words.ts';
import type { CalendarPageQuery } from '../gql/graphql.ts';
import { CaseName } from '../ui/CaseName.tsx';
import { LegalDate } from '../ui/LegalDate.tsx';
import { Section } from '../ui/Section.tsx';
import { TrustTag } from '../ui/TrustTag.tsx';
import styles from './Calendar.module.css';
import { type Entry, useEntryName } from './entry-words.tsx';

/** Beside the calendar: what has no day, and by which court calendars days were counted. */
export function CalendarNotes({ undated, calendars, onOpen }: { undated: readonly Entry[]; calendars: CalendarPageQuery['calendar']['calendars']; onOpen(id: string): void }) {
  const { t } = useLingui();
  const nameOf = useEntryName(), words = useDeadlineWords();
  return (
    <>
      {undated.length > 0 && (
        <Section title={t`No day known`} note={t`not drawn in the month`}>
          <ul className={styles['undated']}>
            {undated.map((entry) => (
              <li key={entry.id}>
                <span className={styles['when']}>{entry.on ? <TrustTag><LegalDate edtf={entry.on} /></TrustTag> : entry.counted === 'undefined' ? <Trans>not fixed</Trans> : <Trans>no date</Trans>}</span>
                <span>
                  {entry.kind === 'deadline' ? <button type="button" className={deadlineStyles['open']} aria-haspopup="dialog" onClick={() => { onOpen(entry.id); }}>{nameOf(entry)}</button> : <b>{nameOf(entry)}</b>}
                  <Link to="/cases/$id" params={{ id: entry.legalCaseId }} className={styles['case']}><CaseName inherit>{entry.caseName}</CaseName></Link>
                  {entry.court && <small>{entry.court}</small>}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {calendars.length > 0 && (
        <Section title={t`Court calendars used`}>
          <dl className={styles['calendars']}>
            {calendars.map(({ id, name, source, verification, note }) => (
              <div key={id}><dt><bdi lang="en">{name}</bdi></dt><dd><bdi lang="en">{note ?? source}</bdi> {verification !== 'verified' && <TrustTag>{words.verification(verification)}</TrustTag>}</dd></div>
            ))}
          </dl>
          <p className={styles['quiet']} data-print="no"><Link to="/deadline-rules"><Trans>All rules and calendars</Trans></Link></p>
        </Section>
      )}
    </>
  );
}
