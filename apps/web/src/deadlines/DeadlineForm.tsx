import { useMutation, useQuery } from '@apollo/client/react';
import type { PeriodUnit } from '@amparo/domain/deadlines';
import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { blank } from '../cases/case-input.ts';
import { useCase } from '../cases/case-context.ts';
import { forumOf } from '../cases/case-types.ts';
import { eventName, useCaseWords } from '../cases/case-words.ts';
import { type AddDeadlineInput, DeadlineChoicesDocument, DeadlineForm_AddDocument, DeadlineForm_ChangeDocument, DeadlinePreviewDocument, type ChangeDeadlineInput } from '../gql/graphql.ts';
import { Button } from '../ui/Button.tsx';
import { CheckField, ChoiceChips, NumberField, SelectField, TextField } from '../ui/Fields.tsx';
import { LegalDateField } from '../ui/LegalDateField.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { useToast } from '../ui/Toast.tsx';
import { TypeAhead } from '../ui/TypeAhead.tsx';
import { useMutationForm } from '../ui/useMutationForm.tsx';
import { periodUnits, resultOf, useDeadlineWords } from './deadline-words.ts';
import { askedMore, DeadlineMore, type More, moreOf, noMore } from './DeadlineMore.tsx';
import { HowCounted } from './HowCounted.tsx';
import type { OpenDeadline } from './DeadlineSheet.tsx';
import styles from './HowCounted.module.css';

type Kind = 'rule' | 'order' | 'manual';
const bare = { kind: 'rule' as Kind, ruleId: '', title: '', triggerEventId: '', triggerOn: '', triggerBasis: '', triggerConfirmed: true, order: '', periodN: '', periodUnit: 'calendar_day' as PeriodUnit, by: '', proceedingId: '', ownerId: '', more: noMore };
type Draft = typeof bare;

/** What the server is asked; null while something needed is missing. */
function questionOf(draft: Draft, legalCaseId: string, zone: string | undefined) {
  const { kind, ruleId, order, periodN, periodUnit, by, triggerOn, triggerBasis, triggerEventId, triggerConfirmed, proceedingId, more } = draft;
  const counted = kind === 'order' && periodN !== '';
  if (kind === 'rule' ? !ruleId : kind === 'manual' ? !by : !order || (!counted && !by) || (counted && !triggerOn && !triggerEventId)) return null;
  return {
    legalCaseId, kind, proceedingId: blank(proceedingId), ...(kind === 'rule' ? { ruleId } : { zone: zone ?? 'UTC' }), ...(kind === 'manual' ? {} : { triggerOn: blank(triggerOn), triggerBasis: blank(triggerBasis), triggerEventId: blank(triggerEventId), triggerConfirmed }),
    ...(kind === 'order' ? { order } : {}), ...(counted ? { periodN: Number(periodN), periodUnit } : kind === 'rule' ? {} : { by: blank(by) }), ...askedMore(more, kind),
  };
}

/** What was written before, to write it anew: the proof of a day has come, or the day was another. */
function draftOf(d: OpenDeadline): Draft {
  const asked = JSON.parse(d.asked) as { order?: string; n?: number; unit?: PeriodUnit; by?: string } & Partial<More>;
  return {
    ...bare, kind: d.kind, ruleId: d.ruleId ?? '', title: d.title, triggerEventId: d.triggerEventId ?? '', triggerOn: d.triggerEventId ? '' : d.triggerOn, triggerBasis: d.triggerBasis ?? '', triggerConfirmed: d.triggerConfirmed,
    order: d.kind === 'order' ? (asked.order ?? '') : '', periodN: asked.n ? String(asked.n) : '', periodUnit: asked.unit ?? bare.periodUnit, by: asked.by ?? '', proceedingId: d.proceedingId ?? '', ownerId: d.owner?.id ?? '', more: moreOf(asked),
  };
}

/** A deadline, new or written anew: by a rule, by an order, or a day of the team's own. The result stands below before anything is saved. */
export function DeadlineForm({ item, onClose }: { item?: OpenDeadline; onClose(): void }) {
  const { t } = useLingui();
  const { legalCase, refresh } = useCase();
  const words = useDeadlineWords(), caseWords = useCaseWords();
  const toast = useToast();
  const form = useMutationForm();
  const { data } = useQuery(DeadlineChoicesDocument);
  const [add] = useMutation(DeadlineForm_AddDocument);
  const [key] = useState(() => crypto.randomUUID());
  const [change] = useMutation(DeadlineForm_ChangeDocument);
  const [draft, setDraft] = useState<Draft>(() => (item ? draftOf(item) : bare));
  const set = (patch: Partial<Draft>) => { setDraft({ ...draft, ...patch }); };
  const { kind } = draft;
  // Rules of the case's own countries come first: their ids begin with the country.
  const own = ({ id }: { id: string }) => Number(legalCase.countries.includes(id.slice(0, 2)));
  const rules = (data?.deadlineRules ?? []).toSorted((a, b) => own(b) - own(a));
  const rule = rules.find(({ id }) => id === draft.ruleId);
  const zone = legalCase.proceedings.find(({ id }) => id === draft.proceedingId)?.timeZone ?? legalCase.proceedings[0]?.timeZone;
  const question = questionOf(draft, legalCase.id, item && kind !== 'rule' && draft.proceedingId === (item.proceedingId ?? '') ? item.zone : zone);
  const events = legalCase.events.filter(({ planned, on }) => !planned && on);
  const team = legalCase.readers.filter((reader) => reader.kind === 'person');
  const bases = kind === 'rule' ? (rule?.startsFrom ?? []) : ['pronounced', 'dated', 'served', 'notified', 'received', 'filed'];
  const length = (r: NonNullable<typeof rule>) => (r.n && r.unit ? words.period(r.n, r.unit as PeriodUnit) : r.noPeriod ? words.noPeriod(r.noPeriod) : '');
  return (
    <Sheet wide title={item ? <Trans>Change the deadline</Trans> : <Trans>Add a deadline</Trans>} lead={<Trans>Only the case team can read it.</Trans>} onClose={onClose}>
      <form noValidate onSubmit={form.submit(async () => {
        const { legalCaseId: _, ...asked } = question ?? { kind, legalCaseId: '' };
        const input = { ...asked, title: blank(draft.title), ownerId: blank(draft.ownerId) };
        if (item) await change({ variables: { id: item.id, version: item.version, input: { ...input, critical: item.critical } as ChangeDeadlineInput } });
        else await add({ variables: { input: { ...input, key, legalCaseId: legalCase.id } as AddDeadlineInput } });
        await refresh();
        toast({ words: t`Saved. Only the case team can read it.` });
        onClose();
      })}>
        {form.summary}
        {!item && <ChoiceChips<Kind> legend={<Trans>Where does the day come from?</Trans>} value={kind} onChange={(now) => { set({ ...bare, kind: now, proceedingId: draft.proceedingId }); }}
          options={[{ value: 'rule', label: <Trans>A rule</Trans> }, { value: 'order', label: <Trans>A court order</Trans> }, { value: 'manual', label: <Trans>A day of our own</Trans> }]} />}
        {kind === 'rule' && (
          <TypeAhead name="ruleId" label={<Trans>Rule</Trans>} hint={rule ? <>{rule.source}. {!rule.enabled && <Trans>Switched off until a lawyer there has confirmed it.</Trans>}</> : <Trans>Type a court, an act or the number of the rule.</Trans>} value={draft.ruleId || null} error={form.errorOf('ruleId')}
            options={rules.map((r) => ({ value: r.id, label: `${r.forum}: ${r.act}, ${length(r)}`, hint: r.id }))} onChange={(ruleId) => { set({ ruleId: ruleId ?? '', triggerBasis: '' }); }} />
        )}
        {kind === 'order' && <TextField name="order" label={<Trans>Which order</Trans>} hint={<Trans>Such as: order 2 of 21 January 2025.</Trans>} value={draft.order} maxLength={300} error={form.errorOf('order')} onChange={(e) => { set({ order: e.currentTarget.value }); }} />}
        <div className={styles['pair']}>
          <TextField name="title" {...(kind === 'rule' ? { optional: true } : {})} label={<Trans>What is due</Trans>} {...(rule ? { placeholder: rule.act } : {})} value={draft.title} maxLength={200} error={form.errorOf('title')} onChange={(e) => { set({ title: e.currentTarget.value }); }} />
          <SelectField name="proceedingId" optional label={<Trans>Proceeding</Trans>} value={draft.proceedingId} error={form.errorOf('proceedingId') ?? form.errorOf('zone')} onChange={(e) => { set({ proceedingId: e.currentTarget.value }); }} data={[{ value: '', label: '–' }, ...legalCase.proceedings.map((p) => ({ value: p.id, label: forumOf(p) }))]} />
          {kind === 'order' && <NumberField name="periodN" optional label={<Trans>Within</Trans>} value={draft.periodN} error={form.errorOf('periodN')} onChange={(periodN) => { set({ periodN }); }} />}
          {kind === 'order' && draft.periodN !== '' && <SelectField name="periodUnit" label={<Trans>Counted in</Trans>} value={draft.periodUnit} error={form.errorOf('periodUnit')} onChange={(e) => { set({ periodUnit: e.currentTarget.value as PeriodUnit }); }} data={periodUnits.map((unit) => ({ value: unit, label: words.unit(unit) }))} />}
          {kind !== 'rule' && draft.periodN === '' && <LegalDateField exact name="by" label={kind === 'order' ? <Trans>Or by a day</Trans> : <Trans>The day</Trans>} value={draft.by} error={form.errorOf('by')} onChange={(by) => { set({ by }); }} />}
        </div>
        {(kind === 'rule' || draft.periodN !== '') && (
          <>
            <div className={styles['pair']}>
              <SelectField name="triggerEventId" optional label={<Trans>Runs from an event</Trans>} value={draft.triggerEventId} error={form.errorOf('triggerEventId')}
                onChange={(e) => { const found = events.find(({ id }) => id === e.currentTarget.value); set({ triggerEventId: e.currentTarget.value, triggerOn: '', triggerBasis: found?.basis && bases.includes(found.basis) ? found.basis : draft.triggerBasis }); }}
                data={[{ value: '', label: t`no event, a day` }, ...events.map((event) => ({ value: event.id, label: `${words.date(event.on)}: ${eventName(event, caseWords)}` }))]} />
              {draft.triggerEventId === '' && <LegalDateField name="triggerOn" label={<Trans>Runs from</Trans>} value={draft.triggerOn} error={form.errorOf('triggerOn')} onChange={(triggerOn) => { set({ triggerOn }); }} />}
              <SelectField name="triggerBasis" optional label={<Trans>Which day is that</Trans>} value={draft.triggerBasis} error={form.errorOf('triggerBasis')} onChange={(e) => { set({ triggerBasis: e.currentTarget.value }); }} data={[{ value: '', label: bases[0] && kind === 'rule' ? t`as the rule says: ${words.basis(bases[0])}` : '–' }, ...bases.map((b) => ({ value: b, label: words.basis(b) }))]} />
              <SelectField name="ownerId" optional label={<Trans>Who sees to it</Trans>} value={draft.ownerId} error={form.errorOf('ownerId')} onChange={(e) => { set({ ownerId: e.currentTarget.value }); }} data={[{ value: '', label: '–' }, ...team.map(({ id, name }) => ({ value: id, label: name }))]} />
            </div>
            <CheckField checked={draft.triggerConfirmed} onChange={(e) => { set({ triggerConfirmed: e.currentTarget.checked }); }} label={<Trans>We have proof of that day</Trans>} />
            {kind !== 'manual' && <DeadlineMore kind={kind} value={draft.more} onChange={(more) => { set({ more }); }} errorOf={form.errorOf} />}
          </>
        )}
        {question && <Preview question={question} />}
        <div className={styles['acts']}><Button type="submit" look="brand" busy={form.busy}>{item ? <Trans>Save and count again</Trans> : <Trans>Add the deadline</Trans>}</Button><Button onClick={onClose}><Trans>Cancel</Trans></Button></div>
      </form>
    </Sheet>
  );
}

/** What would be counted, a moment after the last key. */
function Preview({ question }: { question: NonNullable<ReturnType<typeof questionOf>> }) {
  const now = JSON.stringify(question);
  const [settled, settle] = useState(now);
  useEffect(() => { const timer = setTimeout(() => { settle(now); }, 350); return () => { clearTimeout(timer); }; }, [now]);
  const { data, error, previousData } = useQuery(DeadlinePreviewDocument, { variables: { input: JSON.parse(settled) as typeof question }, fetchPolicy: 'no-cache' });
  const shown = data ?? previousData;
  return (
    <section className={styles['preview']} aria-live="polite">
      {error ? <p className={styles['quiet']}><Trans>Nothing can be counted from this yet.</Trans></p> : shown && <HowCounted result={resultOf(shown.deadlinePreview)} />}
    </section>
  );
}
