import { codesOf, DateBasis, detailsOf, EventOutcome, EventType, isCode, precisionOf, isLegalDate, ReportedResult } from '@amparo/domain';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useCaseWords } from '../cases/case-words.ts';
import type { EventEditorQuery, ShareLevel } from '../gql/graphql.ts';
import { SelectField, TextArea, TextField } from '../ui/Fields.tsx';
import { LegalDateField } from '../ui/LegalDateField.tsx';
import { type EventDraft, withAnswer } from './event-draft.ts';
import styles from './EventFields.module.css';

type Proceedings = NonNullable<EventEditorQuery['legalCase']>['proceedings'];
interface Props {
  draft: EventDraft;
  onChange(draft: EventDraft): void;
  errorOf(field: string): ReactNode;
  proceedings: Proceedings;
  notes: boolean;
  level: ShareLevel;
  /** Asked for where the court set a next date and nobody wrote it down. */
  next?: { value: string; onChange(edtf: string): void };
}

/** What each field is called, in the form and where two versions stand side by side. */
export function useEventFieldNames(): Readonly<Record<keyof EventDraft, string>> {
  const { t } = useLingui();
  return {
    type: t`What it was`, on: t`Date`, basis: t`Which date`, atTime: t`Time`, proceedingId: t`Court`, outcome: t`Outcome`, outcomeDetail: t`The answer`, reportedResult: t`Result as heard`,
    title: t`Title`, publicNote: t`Public note`, privateNote: t`Private note`, source: t`Source`, minutesSpent: t`Minutes spent`,
  };
}

export function EventFields({ draft, onChange, errorOf, proceedings, notes, level, next }: Props) {
  const { t } = useLingui();
  const words = useCaseWords(), names = useEventFieldNames();
  const set = (change: Partial<EventDraft>) => { onChange(withAnswer(draft, change)); };
  const field = (name: keyof EventDraft) => ({ name, label: names[name], error: errorOf(name), value: draft[name], onChange: (e: { currentTarget: { value: string } }) => { set({ [name]: e.currentTarget.value }); } });
  const choices = (codes: readonly string[], word: (code: string) => string, none?: string) => [...(none === undefined ? [] : [{ value: '', label: none }]), ...codes.map((value) => ({ value, label: word(value) }))];
  const details = isCode(EventOutcome, draft.outcome) ? detailsOf(draft.outcome) : [];
  const exact = isLegalDate(draft.on) && draft.on !== '' && precisionOf(draft.on) === 'day';
  const zone = proceedings.find(({ id }) => id === draft.proceedingId)?.timeZone;
  return (
    <div className={styles['columns']}>
      <div>
        <SelectField {...field('type')} data={choices(codesOf(EventType), words.eventType)} />
        <SelectField {...field('proceedingId')} optional data={[{ value: '', label: t`Not said` }, ...proceedings.map(({ id, court, courtUnit }) => ({ value: id, label: courtUnit ? `${court.name}, ${courtUnit}` : court.name }))]} />
        <LegalDateField label={names.on} name="on" value={draft.on} error={errorOf('on')} onChange={(on) => { set({ on }); }} />
        <div className={styles['pair']}>
          <SelectField {...field('basis')} optional data={choices(codesOf(DateBasis), words.basis, t`Not said`)} />
          <TextField {...field('atTime')} optional type="time" disabled={!exact} />
        </div>
        {zone && <p className={styles['zone']}><Trans>Court time: {zone.replaceAll('_', ' ')}</Trans></p>}
        <SelectField {...field('outcome')} optional data={choices(codesOf(EventOutcome), words.outcome, t`Not said`)} />
        {details.length > 0 && <SelectField {...field('outcomeDetail')} data={choices(details, words.outcomeDetail, t`Not said`)} />}
        {draft.outcome === 'judgment_delivered' && <SelectField {...field('reportedResult')} hint={<Trans>As you heard it. The result of the case follows from its claims, never from this.</Trans>} data={choices(codesOf(ReportedResult), words.reported, t`Not said`)} />}
        {next && <LegalDateField label={<Trans>Next date</Trans>} hint={<Trans>The court adjourned. To when?</Trans>} optional name="next" value={next.value} onChange={next.onChange} />}
      </div>
      <div>
        <TextField {...field('title')} optional maxLength={300} hint={<Trans>Only where the outcome does not say it.</Trans>} />
        <TextArea {...field('publicNote')} optional maxLength={5000} rows={4} hint={<Trans>Goes with the case: whoever can read the case can read this. The order, word for word, belongs here.</Trans>} />
        {notes && <div className={styles['private']}><TextArea {...field('privateNote')} optional maxLength={10_000} rows={3} hint={level === 'case_team' ? <Trans>Only the case team.</Trans> : <Trans>Only the case team, also now that the case is shared.</Trans>} /></div>}
        <TextField {...field('source')} optional maxLength={500} hint={<Trans>Cause list, judgment, a person who was there.</Trans>} />
        <TextField {...field('minutesSpent')} optional inputMode="numeric" maxLength={4} className={styles['short']} />
      </div>
    </div>
  );
}
