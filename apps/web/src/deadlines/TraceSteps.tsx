import type { ClosedDay, Note, Reason, TraceStep } from '@amparo/domain/deadlines';
import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Fragment, type ReactNode } from 'react';
import { useOwnZone } from '../today/ClockLine.tsx';
import { placeOf } from '../today/court-time.ts';
import { TrustTag } from '../ui/TrustTag.tsx';
import { useDeadlineWords } from './deadline-words.ts';
import styles from './HowCounted.module.css';

/** The count step by step, as the engine took it: what it started from, the rule, what was counted, what moved, what to aim for. */
export function TraceSteps({ result }: { result: { trace: readonly TraceStep[] } }) {
  return (
    <ol className={styles['steps']}>
      {result.trace.map((step, i) => <li key={i}><span className={styles['no']}>{i + 1}</span><StepWords step={step} /></li>)}
    </ol>
  );
}

const Row = ({ head, children }: { head: ReactNode; children: ReactNode }) => <><span className={styles['head']}>{head}</span><div>{children}</div></>;
const Tag = ({ verification }: { verification: string }) => {
  const words = useDeadlineWords();
  return verification === 'verified' || verification === 'order' ? null : <> <TrustTag>{words.verification(verification)}</TrustTag></>;
};

function StepWords({ step }: { step: TraceStep }) {
  const { t } = useLingui();
  const words = useDeadlineWords();
  const own = useOwnZone();
  const { day, period } = words;
  switch (step.step) {
    case 'trigger': return (
      <Row head={<Trans>Starts from</Trans>}>
        {step.day === null ? <Trans>The day is not known.</Trans> : <><strong>{day(step.day)}</strong>, {placeOf(step.zone)}.</>} {step.basis && <Trans>Basis: {words.basis(step.basis)}.</Trans>} {step.assumedBasis && <Trans>Taken because no basis was given.</Trans>} {step.given && <Trans>Given as {words.date(step.given)}.</Trans>}
      </Row>
    );
    case 'rule': return (
      <Row head={<Trans>Rule</Trans>}>
        <strong><Trans>{step.rule}, version {step.version}.</Trans></strong> {step.act}, {step.n !== undefined && step.unit ? period(step.n, step.unit) : step.noPeriod ? words.noPeriod(step.noPeriod) : ''}. {step.name}.{' '}
        {step.why === 'in_force_that_day' && step.chosenOn && <Trans>Chosen by {words.chosenBy(step.chosenBy)}, {day(step.chosenOn)}.</Trans>} {words.extendable(step.extendable)} {step.extendableNote}<Tag verification={step.verification} />
        <details className={styles['source']}><summary><Trans>Source</Trans></summary>{step.source}</details>
      </Row>
    );
    case 'order': return (
      <Row head={<Trans>Order</Trans>}>
        <strong>{step.order}</strong>{step.n !== undefined && step.unit ? <>: <Trans>within {period(step.n, step.unit)}.</Trans></> : step.fixed ? <>: <Trans>by {words.day(step.fixed.slice(0, 10))}{step.fixed.includes('T') ? `, ${step.fixed.slice(11, 16)}` : ''}.</Trans></> : '.'} {step.roll === 'none' && <Trans>It does not say that a closed day moves.</Trans>}
      </Row>
    );
    case 'publication': return <Row head={<Trans>Published</Trans>}><Trans>Time runs from the end of day {step.days} after publication: {day(step.to)}.</Trans></Row>;
    case 'count': return (
      <Row head={<Trans>Count</Trans>}>
        {step.countsTriggerDay ? <Trans>The first day itself counts.</Trans> : <Trans>The first day is not counted.</Trans>} <Trans>Day 1 is {day(step.dayOne)}; {period(step.n, step.unit)} end on <strong>{day(step.to)}</strong>.</Trans>{' '}
        {step.clamped && <Trans>That month has no such day, so its last day is taken.</Trans>} {step.unit === 'calendar_day' && <Trans>Weekends count.</Trans>} {step.skipped.length > 0 && <Skipped days={step.skipped} />}
      </Row>
    );
    case 'hours': return <Row head={<Trans>Count</Trans>}><Trans>{period(step.n, 'hour')} by the clock, from {day(step.from.slice(0, 10))}, {step.from.slice(11, 16)} to {day(step.to.slice(0, 10))}, {step.to.slice(11, 16)}.</Trans> {step.latest && <Trans>The hour is not known: they end then at the earliest, and on {day(step.latest.slice(0, 10))}, {step.latest.slice(11, 16)} at the latest.</Trans>}</Row>;
    case 'clear_day': return <Row head={<Trans>Clear days</Trans>}><Trans>The last day is not counted either: {day(step.to)}.</Trans></Row>;
    case 'distance': return <Row head={<Trans>Distance</Trans>}><Trans>{period(step.days, 'calendar_day')} more on account of distance: {day(step.to)}.</Trans></Row>;
    case 'excluded': return <Row head={<Trans>Left out</Trans>}>{day(step.from)} – {day(step.to)}, {period(step.days, 'calendar_day')}: {step.what ?? (step.kind === 'stay' ? t`stayed` : step.kind === 'vacation' ? t`vacation` : t`certified`)}.</Row>;
    case 'not_excluded': return <Row head={<Trans>Not left out</Trans>}>{day(step.from)} – {day(step.to)}: {step.proof ? <Trans>counts until it is proved that {step.proof}.</Trans> : <Trans>the rule leaves no time out.</Trans>}</Row>;
    case 'long_stop': return <Row head={<Trans>Long stop</Trans>}><Trans>Never later than {day(step.day)}.</Trans> {step.applies && <Trans>That comes first.</Trans>}</Row>;
    case 'roll': return <Row head={<Trans>Moved?</Trans>}><Trans>Yes, from {day(step.from)} to <strong>{day(step.to)}</strong>.</Trans> <Closed days={step.closed} /></Row>;
    case 'not_moved': return <Row head={<Trans>Moved?</Trans>}>{step.closed ? <Trans>No. {day(step.day)} is closed and does not move.</Trans> : <Trans>No. {day(step.day)} is an open day.</Trans>} {step.closed?.name}</Row>;
    case 'calendar': return (
      <Row head={<Trans>Calendar</Trans>}>
        <Trans>{step.name}, version {step.version}.</Trans> {step.used === 'working_date' && <Trans>Used for the day to aim for only.</Trans>} {!step.covered && <Trans>Its announced holidays are not on file for these years.</Trans>}{' '}
        {step.vacations.map((v) => <Fragment key={v.code}>{v.name}, {words.date(v.from)} – {words.date(v.to)}: {v.reached ? t`reached` : t`not reached`}. </Fragment>)}<Tag verification={step.verification} />
      </Row>
    );
    case 'reading': return <Row head={<Trans>Read otherwise</Trans>}>{step.about} <Trans>Then {day(step.latestDate)}.</Trans></Row>;
    case 'extension': return <Row head={<Trans>Extended</Trans>}><strong>{step.order}</strong>{step.on && <>, {words.date(step.on)}</>}: {step.n !== undefined && step.unit && <Trans>{period(step.n, step.unit)} more, </Trans>}<Trans>to {day(step.to)}.</Trans> {step.from && <Trans>Before that {day(step.from)}; both are kept.</Trans>}</Row>;
    case 'cut_off': return <Row head={<Trans>Court time</Trans>}>{words.instant(step.at, step.zone, own)}. {step.registryHours ? <Trans>Registry open until {step.registryHours}.</Trans> : <Trans>Registry hours: not on file.</Trans>}</Row>;
    case 'working_date': return <Row head={<Trans>Aim for</Trans>}><strong>{day(step.day)}</strong>, {words.why(step.because)}.</Row>;
    case 'then': return <Row head={<Trans>Then</Trans>}><Trans>{step.act} ({step.rule}): not started, so it cannot be counted.</Trans> {step.latestDate && <Trans>If that is done on {day(step.ifOn)}: {day(step.latestDate)}.</Trans>}</Row>;
    case 'elapsed': return <Row head={<Trans>Elapsed</Trans>}><Trans>{period(step.days, 'calendar_day')} since {day(step.since)}.</Trans></Row>;
    case 'stop': return <Row head={<Trans>Cannot be counted</Trans>}><ReasonWords reason={step.reason} /></Row>;
    case 'confirm': return <Row head={<Trans>Confirm</Trans>}><Trans>A named lawyer has to open the text and sign for the day.</Trans></Row>;
  }
}

function Skipped({ days }: { days: ClosedDay[] }) {
  const { t } = useLingui();
  return <>{t`${plural(days.length, { one: '# closed day left out.', other: '# closed days left out.' })}`} <Closed days={days.filter(({ closed }) => closed.kind === 'holiday')} /></>;
}
function Closed({ days }: { days: ClosedDay[] }) {
  const { t } = useLingui();
  const words = useDeadlineWords();
  return <>{days.map(({ day, closed }) => `${words.day(day)} (${closed.name ?? t`weekend`})`).join(', ')}{days.length > 0 && '.'}</>;
}

/** Why there is no day, and what mends it. */
export function ReasonWords({ reason }: { reason: Reason }) {
  const words = useDeadlineWords();
  switch (reason.code) {
    case 'date_unknown': return <Trans>The day it runs from is not known. Enter it.</Trans>;
    case 'date_rough': return <Trans>“{words.date(reason.given)}” is not a day. Earliest possible: {words.day(reason.earliest)}. Find and enter the day itself.</Trans>;
    case 'service_unconfirmed': return <Trans>Service is not confirmed. Earliest possible: {words.day(reason.earliest)}. Get the proof of service, then confirm the day.</Trans>;
    case 'wrong_basis': return <Trans>The period does not run from that day ({words.basis(reason.given)}). Enter the day for: {reason.needed.map((each) => words.basis(each)).join(', ')}.</Trans>;
    case 'relevant_date_rough': return <Trans>“{words.date(reason.given)}” does not say which version of the rule applies. Enter the day.</Trans>;
    case 'no_version': return <Trans>No version of the rule is on file for {words.day(reason.on)}. Ask counsel for the rule of that time.</Trans>;
    case 'rule_disabled': return <><Trans>The rule is switched off until a lawyer there has confirmed it.</Trans> {reason.why}</>;
    case 'no_value_shipped': return <><Trans>No period is on file for this act. Ask counsel.</Trans> {reason.why}</>;
    case 'stayed': return <Trans>The clock has stood still since {words.day(reason.since)}. Enter the day it runs again.</Trans>;
  }
}

/** Remarks beside the answer. */
export function NoteWords({ note }: { note: Note }) {
  const words = useDeadlineWords();
  switch (note.code) {
    case 'decision_day_assumed': return <Trans>The day of the decision was not given, so the day time runs from stands in for it. If the decision is older, say so: another version may apply.</Trans>;
    case 'decision_after_trigger': return <Trans>The decision is dated after the day time runs from: look at both days again.</Trans>;
    case 'hour_not_known': return <Trans>The hour is not known, so the court time shown is the latest one possible, and the day to aim for lies before the earliest. Enter the hour.</Trans>;
    case 'long_stop_not_checked': return <Trans>There is a long stop too: give the day of the judgment to check it.</Trans>;
    case 'calendar_not_covered': return <Trans>Announced holidays of that year are not on file; a missing one can only make the real day later.</Trans>;
    case 'working_date_before_trigger': return <Trans>There is no registry day to spare: act at once.</Trans>;
    case 'doubtful_day': return <Trans>{words.day(note.day)} ({note.name}) is not certain: it may be announced late, or sources differ.</Trans>;
    case 'vacation_touched': return <Trans>{note.vacation}, {words.date(note.from)} – {words.date(note.to)}, is touched. What it does to the time is not on file: its days count here.</Trans>;
    case 'last_day_closed': return <Trans>The last day, {words.day(note.day)}, is closed and does not move.</Trans>;
    case 'of_the_rule': return <>{note.text}</>;
  }
}
