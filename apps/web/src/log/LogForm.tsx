import { detailsOf, type EventOutcome, type ReportedResult } from '@amparo/domain';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { faultWords } from '../fault-words.ts';
import { dateLocale, dayIn } from '../today/date-locale.ts';
import { Button, LinkButton } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ChoiceChips, NumberField, Segmented } from '../ui/Fields.tsx';
import { IconCalendar, IconDots, iconProps } from '../ui/icons.ts';
import { LegalDate } from '../ui/LegalDate.tsx';
import { ResultGlyph } from '../ui/ResultMark.tsx';
import { later } from '../ui/later.tsx';
import { ShareBadge } from '../ui/ShareBadge.tsx';
import { ClockNote } from '../offline/ClockNote.tsx';
import { LogCasePicker } from './LogCasePicker.tsx';
import { addDays, firstOutcomes, isWeekend, type LogDraft, moreOutcomes, nextDayOf, nextDays, reportedResults, withOutcome } from './log-draft.ts';
import styles from './LogForm.module.css';
import { chipWords, detailWords, outcomeHints, readersWords, reportedWords } from './log-words.ts';
import type { LogForm } from './use-log-form.ts';

const QueueList = later(() => import('../offline/QueueList.tsx').then((m) => m.QueueList));

/** What happened, what comes next, a note. Everything but the first answer may be left as it stands. */
export function LogBody({ form }: { form: LogForm }) {
  const { i18n } = useLingui();
  const { state, chosen, loading, change } = form;
  const draft = state?.draft;
  const [all, setAll] = useState(false);
  if (form.fault) return <EmptyState alert><Trans>Your cases cannot be read right now. What you wrote before is kept on this device.</Trans></EmptyState>;
  if (loading || !draft) return <div className={styles['skeleton']} aria-busy="true"><span /><span /><span /><span /></div>;
  if (!chosen && !draft.caseId && form.choices.length === 0) return <EmptyState action={<LinkButton look="brand" to="/cases/new"><Trans>Open a case</Trans></LinkButton>}><Trans>You can log to a case that you work on. There is none yet.</Trans></EmptyState>;
  const { outcome } = draft;
  const shown = all || (outcome && moreOutcomes.includes(outcome)) ? [...firstOutcomes, ...moreOutcomes] : firstOutcomes;
  const details = outcome ? detailsOf(outcome) : [];
  const hint = outcome && outcomeHints[outcome];
  return (
    <>
    <QueueList />
    <ClockNote timeZone={form.proceeding?.timeZone} />
    <fieldset disabled={state.phase === 'sending' || form.sending} className={styles['fields']}>
      {state.phase === 'failed' && <FailedNote form={form} />}
      <LogCasePicker form={form} />
      <ChoiceChips<EventOutcome> legend={<Trans>What happened?</Trans>} value={outcome} onChange={(value) => { change((d) => withOutcome(d, value)); }} options={shown.map((value) => ({ value, label: i18n._(chipWords[value]) }))}>
        {shown.length === firstOutcomes.length && <Button className={styles['more']} icon={<IconDots {...iconProps} />} onClick={() => { setAll(true); }}><Trans>More</Trans></Button>}
      </ChoiceChips>
      {hint && <p className={styles['under']}>{i18n._(hint)}</p>}
      {form.asked && form.missing.includes('outcome') && <p role="alert" className={styles['missing']}><Trans>Say what happened: tap one.</Trans></p>}
      {details.length > 0 && (
        <ChoiceChips legend={<Trans>And the answer?</Trans>} value={draft.detail as (typeof details)[number] | null} onChange={(detail) => { change((d) => ({ ...d, detail })); }}
          options={details.map((value) => ({ value, label: i18n._(detailWords[value]) }))} />
      )}
      {outcome === 'judgment_delivered' && (
        <Segmented<ReportedResult> legend={<Trans>For our side</Trans>} value={draft.reported} onChange={(reported) => { change((d) => ({ ...d, reported })); }}
          options={reportedResults.map((value) => ({ value, label: i18n._(reportedWords[value]), mark: <ResultGlyph size={18} result={value === 'unclear' ? 'pending' : value} /> }))} />
      )}
      <NextDate form={form} draft={draft} />
      {chosen?.viewerCan.notes && <PrivateNote form={form} draft={draft} />}
      <More form={form} draft={draft} />
    </fieldset>
    </>
  );
}

function FailedNote({ form: { state } }: { form: LogForm }) {
  const { i18n } = useLingui();
  const fault = state?.fault;
  return (
    <div role="alert" className={styles['failed']}>
      {!fault && <Trans>This entry was being sent when the page was left. Save sends it again; it is never kept twice.</Trans>}
      {fault?.code === 'UNAUTHENTICATED' && <Trans>Your session had ended. You are signed in again and your text is here. Save sends it.</Trans>}
      {fault?.code === 'CONFLICT' && <Trans>An earlier try of this entry has arrived. Look at the timeline; change it there, or discard this one.</Trans>}
      {fault && fault.code !== 'UNAUTHENTICATED' && fault.code !== 'CONFLICT' && <Trans>Could not save to the server. Your text is kept on this device. {i18n._(faultWords[fault.code])}</Trans>}
    </div>
  );
}

const pickedOf = ({ next }: LogDraft) => (next.kind === 'days' ? String(next.days) : next.kind === 'day' ? 'day' : 'none');

function NextDate({ form: { proceeding, now, change }, draft }: { form: LogForm; draft: LogDraft }) {
  const { i18n } = useLingui();
  const on = draft.on ?? dayIn(proceeding?.timeZone, now);
  const country = proceeding?.court.country;
  const weekday = (day: string) => new Intl.DateTimeFormat(dateLocale(i18n.locale), { weekday: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
  const closed = (day: string | null) => (day && isWeekend(day, country) ? weekday(day) : undefined);
  const nextOn = nextDayOf(draft.next, on);
  return (
    <>
      <div className={styles['tight']}><ChoiceChips
        legend={<Trans>Next date</Trans>} value={pickedOf(draft)}
        onChange={(value) => { change((d) => ({ ...d, next: value === 'none' ? { kind: 'none' } : value === 'day' ? { kind: 'day', on: d.next.kind === 'day' ? d.next.on : '' } : { kind: 'days', days: Number(value) } })); }}
        options={[
          ...nextDays.map((days) => ({ value: String(days), label: <span className={styles['days']}><span aria-hidden="true" dir="ltr">+{days}</span><span className="sr"><Trans>In {days} days</Trans></span>{closed(addDays(on, days)) && <small>{closed(addDays(on, days))}</small>}</span> })),
          { value: 'day', label: <Trans>Pick</Trans>, mark: <IconCalendar {...iconProps} /> },
          { value: 'none', label: <Trans>None</Trans> },
        ]}
      /></div>
      {draft.next.kind === 'day' && (
        <label className={styles['day']}>
          <span><Trans>Which day?</Trans></span>
          <input type="date" min={on} value={draft.next.on} onChange={(e) => { const day = e.target.value; change((d) => ({ ...d, next: { kind: 'day', on: day } })); }} />
        </label>
      )}
      {nextOn && <p className={styles['day']} role="status"><span>{weekday(nextOn)} <LegalDate edtf={nextOn} />{closed(nextOn) && <>. <Trans>The court rests on that day.</Trans></>}</span></p>}
    </>
  );
}

function PrivateNote({ form: { change, chosen }, draft }: { form: LogForm; draft: LogDraft }) {
  return (
    <label className={styles['note']} data-private>
      <span><Trans>Private note</Trans> <small><Trans>optional</Trans></small></span>
      <textarea rows={2} maxLength={10_000} value={draft.privateNote} onChange={(e) => { const privateNote = e.target.value; change((d) => ({ ...d, privateNote })); }} />
      {chosen?.level !== 'case_team' && <small><Trans>Never leaves the case team.</Trans></small>}
    </label>
  );
}

function More({ form: { change, proceeding, now }, draft }: { form: LogForm; draft: LogDraft }) {
  const today = dayIn(proceeding?.timeZone, now);
  return (
    <details className={styles['rest']} open={!!(draft.publicNote || draft.minutes) || undefined}>
      <summary><Trans>More: day, public note, time spent</Trans></summary>
      <label className={styles['field']}>
        <span><Trans>Day, in the court’s time</Trans></span>
        <input type="date" max={today} value={draft.on ?? today} onChange={(e) => { const on = e.target.value || null; change((d) => ({ ...d, on: on === today ? null : on })); }} />
      </label>
      <label className={styles['field']}>
        <span><Trans>Public note</Trans> <small><Trans>optional</Trans></small></span>
        <textarea rows={2} maxLength={5000} value={draft.publicNote} onChange={(e) => { const publicNote = e.target.value; change((d) => ({ ...d, publicNote })); }} />
        <small><Trans>Goes with the case: whoever can read the case can read this.</Trans></small>
      </label>
      <NumberField name="minutesSpent" optional label={<Trans>Minutes spent</Trans>} maxLength={4} value={draft.minutes} onChange={(minutes) => { change((d) => ({ ...d, minutes })); }} />
    </details>
  );
}

/** Who can read it, how long it can be taken back, and Save at the thumb. */
export function LogFoot({ form }: { form: LogForm }) {
  const { i18n } = useLingui();
  const { state, chosen, save } = form;
  const phase = state?.phase;
  if (!state || form.fault || (!chosen && form.choices.length === 0)) return null;
  return (
    <div className={styles['foot']}>
      <div className={styles['readers']}>
        {chosen && <ShareBadge level={chosen.level}>{i18n._(readersWords[chosen.level])}</ShareBadge>}
        <span className={styles['undo']}><Trans>Undo for 10 min</Trans></span>
      </div>
      <button type="button" className={styles['save']} aria-disabled={phase === 'sending' || form.sending} onClick={() => void save()}>
        {phase === 'sending' || form.sending ? <Trans>Sending…</Trans> : phase === 'failed' ? <Trans>Try again</Trans> : <Trans>Save</Trans>}
      </button>
    </div>
  );
}
