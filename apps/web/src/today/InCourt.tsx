import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { eventName, useCaseWords } from '../cases/case-words.ts';
import { UndoLog } from '../log/UndoLog.tsx';
import { useLog } from '../shell/log-door.tsx';
import { Button } from '../ui/Button.tsx';
import { CaseName } from '../ui/CaseName.tsx';
import { IconCheck, iconProps } from '../ui/icons.ts';
import { LegalDate } from '../ui/LegalDate.tsx';
import { ResultGlyph } from '../ui/ResultMark.tsx';
import { ShareBadge } from '../ui/ShareBadge.tsx';
import { CourtTime } from './CourtTime.tsx';
import { recordSteps, type Step } from './record-steps.ts';
import { courtOf, nameOf, type LoggedEvent, type TodayEvent } from './today-event.ts';
import styles from './TodayPage.module.css';

interface Props { planned: TodayEvent[]; logged: LoggedEvent[]; next: TodayEvent | undefined; onEdit(event: LoggedEvent): void }

/** Boxes, since these are acted on: what is listed for today, and what was logged today and is not whole yet. */
export function InCourt({ planned, logged, next, onEdit }: Props) {
  if (planned.length === 0 && logged.length === 0) {
    return (
      <div className={styles['quietBox']}>
        <p><Trans>Nothing of yours is in court today.</Trans></p>
        {next && <p><Trans>The next date is <LegalDate edtf={next.on} /> in <CaseName>{nameOf(next)}</CaseName>.</Trans></p>}
      </div>
    );
  }
  return <>{logged.map((event) => <LoggedBox key={event.id} event={event} onEdit={onEdit} />)}{planned.map((event) => <PlannedBox key={event.id} event={event} />)}</>;
}

function Box({ event, glyph, children, what }: { event: TodayEvent; glyph: React.ReactNode; what: React.ReactNode; children: React.ReactNode }) {
  const court = courtOf(event);
  return (
    <article className={styles['box']}>
      <div className={styles['glyph']}>{glyph}</div>
      <div>
        <div className={styles['boxHead']}>
          <div>
            <p className={styles['over']}>{court ? <Trans>In court today. {court}</Trans> : <Trans>In court today.</Trans>}</p>
            <h2 className={styles['case']}><Link to="/cases/$id" params={{ id: event.legalCaseId }}><CaseName inherit>{nameOf(event)}</CaseName></Link></h2>
          </div>
          <ShareBadge level={event.legalCase.level} />
        </div>
        <p className={styles['what']}>{what}</p>
        {children}
      </div>
    </article>
  );
}

function PlannedBox({ event }: { event: TodayEvent }) {
  const words = useCaseWords();
  const log = useLog();
  return (
    <Box event={event} glyph={<ResultGlyph result="pending" size={26} />} what={<>{eventName(event, words)}{event.atTime && <>, <CourtTime event={event} /></>}. <span className={styles['quiet']}><Trans>Nothing logged yet.</Trans></span></>}>
      <div className={styles['acts']}>{event.legalCase.viewerCan.edit && <Button look="brand" onClick={() => { log(event.legalCaseId, { proceedingId: event.proceedingId }); }}><Trans>Log what happened</Trans></Button>}</div>
    </Box>
  );
}

const resultOf = { won: 'won', partly_won: 'partly_won', lost: 'lost' } as const;

function LoggedBox({ event, onEdit }: { event: LoggedEvent; onEdit(event: LoggedEvent): void }) {
  const { t } = useLingui();
  const words = useCaseWords();
  const stepWords: Record<Step, string> = {
    court: t`Which court`, outcome: t`Outcome`, result: t`Result as heard`, claims: t`Each claim`, findings: t`Finding on each test`, next_date: t`Next date`, public_note: t`Public note`,
  };
  const result = resultOf[event.reportedResult as keyof typeof resultOf] ?? 'pending';
  return (
    <Box event={event} glyph={<ResultGlyph result={result} size={26} />}
      what={<>{eventName(event, words)}. {event.publicNote} {event.loggedBy && <span className={styles['quiet']}><Trans>Logged by {event.loggedBy.name}.</Trans></span>}</>}>
      <ul className={styles['steps']}>
        {recordSteps(event).map(({ step, done }) => (
          <li key={step} data-done={done || undefined}><span className={styles['step']} aria-hidden="true">{done && <IconCheck {...iconProps} size={12} stroke={2.2} />}</span>{stepWords[step]}<span className="sr">{done ? <>, <Trans>done</Trans></> : <>, <Trans>still open</Trans></>}</span></li>
        ))}
      </ul>
      <div className={styles['acts']}>
        {event.legalCase.viewerCan.edit && <Button look="brand" onClick={() => { onEdit(event); }}><Trans>Complete the record</Trans></Button>}
        <Link to="/cases/$id" params={{ id: event.legalCaseId }} className={styles['second']}><Trans>Open the case</Trans></Link>
        <span className={styles['undo']}><UndoLog event={event} /></span>
      </div>
    </Box>
  );
}
