import type { DeadlineResult } from '@amparo/domain/deadlines';
import { Trans, useLingui } from '@lingui/react/macro';
import { clsx } from '../ui/clsx.ts';
import { stripOf } from './days-strip.ts';
import { useDeadlineWords } from './deadline-words.ts';
import styles from './HowCounted.module.css';
import { NoteWords, TraceSteps } from './TraceSteps.tsx';

/** A result and how it came about: the days drawn, the steps in words, other readings and remarks beside them. */
export function HowCounted({ result, confirmed }: { result: DeadlineResult; /** Then the day itself is worked to. */ confirmed?: boolean }) {
  const words = useDeadlineWords();
  const { latestDate, workingDate, earliestPossible, ifEarliest, alternatives = [], notes = [], prompts = [], byRule } = result;
  return (
    <div>
      <Strip result={result} />
      {latestDate === null && (
        <div className={styles['days']}>
          {result.status === 'undefined' ? <span><Trans>No day is fixed. It is judged afterwards.</Trans></span> : <strong><Trans>Cannot be counted</Trans></strong>}
          {earliestPossible && ifEarliest?.latestDate && <small><Trans>If it was {words.day(earliestPossible)}, the last day would be {words.day(ifEarliest.latestDate)}.</Trans></small>}
          {prompts.length > 0 && <small><Trans>We ask again on {prompts.map(({ on }) => words.date(on)).join(', ')}.</Trans></small>}
        </div>
      )}
      {!confirmed && latestDate !== null && workingDate !== latestDate && workingDate && <p className={styles['days']}><span><Trans>Last day <strong>{words.day(latestDate)}</strong>. Aim for <strong>{words.day(workingDate)}</strong>.</Trans></span></p>}
      {byRule?.latestDate && <p className={styles['days']}><small><Trans>By the rule alone: {words.day(byRule.latestDate)}. The order beats it; both are kept.</Trans></small></p>}
      <TraceSteps result={result} />
      {(alternatives.length > 0 || notes.length > 0) && (
        <ul className={styles['notes']}>
          {alternatives.map((each) => <li key={each.reading}>{words.day(each.latestDate)}{each.mayMoveTo && <>, <Trans>may move to {each.mayMoveTo.map(words.day).join(', ')}</Trans></>}: {each.reading.replaceAll('_', ' ')}</li>)}
          {notes.map((note, i) => <li key={i}><NoteWords note={note} /></li>)}
        </ul>
      )}
    </div>
  );
}

/** One box for each day; long periods show their first and last ones. The words below say the same. */
function Strip({ result }: { result: DeadlineResult }) {
  const { t } = useLingui();
  const words = useDeadlineWords();
  const days = stripOf(result);
  if (days.length === 0) return null;
  return (
    <div className={styles['strip']} aria-hidden="true">
      {days.map((each) => ('gap' in each
        ? <span key={each.after} className={styles['gap']}><Trans>{each.gap} days</Trans></span>
        : (
          <span key={each.day} className={clsx(styles['day'], each.closed && styles['closed'], each.first && styles['first'], each.last && styles['last'])}>
            <span>{words.weekdayLetter(each.day)}</span>
            <span className={styles['box']}>{Number(each.day.slice(8))}</span>
            <span className={clsx((each.first || each.last || each.no === 1) && styles['mark'])}>{each.first ? t`start` : each.last ? (each.no ? t`day ${each.no}` : t`last`) : each.no === 1 ? t`day 1` : each.no}</span>
          </span>
        )))}
    </div>
  );
}
