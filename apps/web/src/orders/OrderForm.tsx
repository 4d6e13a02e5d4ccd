import { useMutation } from '@apollo/client/react';
import { codesOf, Remedy } from '@amparo/domain';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useCase } from '../cases/case-context.ts';
import { blank } from '../cases/case-input.ts';
import { RecordForm } from '../cases/RecordForm.tsx';
import { type DueKind, OrderForm_AddDocument, OrderForm_ChangeDocument, type OrderPeriodUnit, type PeriodFrom } from '../gql/graphql.ts';
import { CheckField, NumberField, SelectField, TextArea, TextField } from '../ui/Fields.tsx';
import { LegalDateField } from '../ui/LegalDateField.tsx';
import type { CaseOrderItem, OrderDecision } from './CaseOrders.tsx';
import styles from './CaseOrders.module.css';
import { useOrderWords } from './order-words.ts';

const dueKinds = ['period', 'day', 'at_once', 'condition', 'no_limit', 'nothing_to_do'] as const satisfies readonly DueKind[];
const units = ['calendar_day', 'business_day', 'week', 'month', 'year', 'hour', 'unclear_day'] as const satisfies readonly OrderPeriodUnit[];
const starts = ['decision', 'service', 'other'] as const satisfies readonly PeriodFrom[];
const letterOf = (n: number) => String.fromCharCode(97 + (n % 26));

/** An operative sentence of a decision: in our words first, word for word where the text is at hand, who must act and by when. */
export function OrderForm({ decision, item, ordinal = 0, focusWords, onDone }: { decision: OrderDecision; item?: CaseOrderItem; ordinal?: number; focusWords?: boolean; onDone(): void }) {
  const { legalCase: { claims } } = useCase();
  const words = useOrderWords();
  const [key] = useState(() => crypto.randomUUID());
  const [add] = useMutation(OrderForm_AddDocument), [change] = useMutation(OrderForm_ChangeDocument);
  return (
    <RecordForm
      name={`order.${item?.id ?? decision.id}`} onDone={onDone} saveWords={item ? <Trans>Save the order</Trans> : <Trans>Add the order</Trans>}
      initial={{
        mark: item?.mark ?? letterOf(ordinal), words: item?.words ?? '', wordsLanguage: item?.wordsLanguage ?? '', ourWords: item?.ourWords ?? '', type: item?.type ?? 'mandamus', addressee: item?.addressee ?? '',
        dueKind: (item?.dueKind ?? 'period') as DueKind, dueOn: item?.dueOn ?? '', periodLength: item?.periodLength ? String(item.periodLength) : '', periodUnit: (item?.periodUnit ?? 'calendar_day') as OrderPeriodUnit,
        periodFrom: (item?.periodFrom ?? 'decision') as PeriodFrom, startOn: item?.startOn ?? '', startToConfirm: item?.startToConfirm ?? false, conditions: item?.conditions ?? '', dueDoubt: item?.dueDoubt ?? '', claimIds: item?.claimIds ?? [], source: item?.source ?? '',
      }}
      save={(v) => {
        const period = v.dueKind === 'period';
        const input = {
          decisionId: decision.id, mark: blank(v.mark), words: blank(v.words), wordsLanguage: v.words.trim() ? blank(v.wordsLanguage) : null, ourWords: v.ourWords.trim(), type: v.type, addressee: blank(v.addressee), dueKind: v.dueKind,
          dueOn: v.dueKind === 'day' ? blank(v.dueOn) : null, periodLength: period && v.periodLength ? Number(v.periodLength) : null, periodUnit: period ? v.periodUnit : null, periodFrom: period ? v.periodFrom : null,
          startOn: period && v.periodFrom !== 'decision' ? blank(v.startOn) : null, startToConfirm: v.startToConfirm, conditions: blank(v.conditions), dueDoubt: blank(v.dueDoubt), claimIds: v.claimIds, source: blank(v.source),
        };
        return item ? change({ variables: { id: item.id, version: item.version, input } }) : add({ variables: { input: { ...input, id: key, ordinal } } });
      }}
    >
      {({ value, change: set, errorOf }) => (
        <>
          <TextField name="ourWords" label={<Trans>The order, in our words</Trans>} value={value.ourWords} maxLength={500} error={errorOf('ourWords')} onChange={(e) => { set({ ourWords: e.currentTarget.value }); }} />
          <TextArea name="words" optional autoFocus={focusWords} label={<Trans>Word for word</Trans>} hint={<Trans>As it stands in the operative part. May come later.</Trans>} value={value.words} maxLength={20_000} error={errorOf('words')} onChange={(e) => { set({ words: e.currentTarget.value }); }} />
          <div className={styles['pair']}>
            <TextField name="mark" optional label={<Trans>Its number or letter</Trans>} value={value.mark} maxLength={12} error={errorOf('mark')} onChange={(e) => { set({ mark: e.currentTarget.value }); }} />
            {value.words.trim() && <TextField name="wordsLanguage" optional label={<Trans>Language of these words</Trans>} hint={<Trans>en, fr, sw</Trans>} value={value.wordsLanguage} maxLength={35} error={errorOf('wordsLanguage')} onChange={(e) => { set({ wordsLanguage: e.currentTarget.value }); }} />}
            <SelectField name="type" label={<Trans>Kind of order</Trans>} value={value.type} error={errorOf('type')} onChange={(e) => { set({ type: e.currentTarget.value as Remedy }); }} data={codesOf(Remedy).map((code) => ({ value: code, label: words.type(code) }))} />
            <TextField name="addressee" optional label={<Trans>Who must act</Trans>} value={value.addressee} maxLength={300} error={errorOf('addressee')} onChange={(e) => { set({ addressee: e.currentTarget.value }); }} />
            <SelectField name="dueKind" label={<Trans>When</Trans>} value={value.dueKind} error={errorOf('dueKind')} onChange={(e) => { set({ dueKind: e.currentTarget.value as DueKind }); }} data={dueKinds.map((code) => ({ value: code, label: words.dueKind(code) }))} />
            {value.dueKind === 'day' && <LegalDateField name="dueOn" label={<Trans>By</Trans>} value={value.dueOn} error={errorOf('dueOn')} onChange={(dueOn) => { set({ dueOn }); }} />}
          </div>
          {value.dueKind === 'period' && (
            <div className={styles['pair']}>
              <NumberField name="periodLength" label={<Trans>How many</Trans>} value={value.periodLength} maxLength={5} error={errorOf('periodLength')} onChange={(periodLength) => { set({ periodLength }); }} />
              <SelectField name="periodUnit" label={<Trans>Of what</Trans>} value={value.periodUnit} error={errorOf('periodUnit')} onChange={(e) => { set({ periodUnit: e.currentTarget.value as OrderPeriodUnit }); }} data={units.map((code) => ({ value: code, label: words.unit(code) }))} />
              <SelectField name="periodFrom" label={<Trans>Runs from</Trans>} value={value.periodFrom} error={errorOf('periodFrom')} onChange={(e) => { set({ periodFrom: e.currentTarget.value as PeriodFrom }); }} data={starts.map((code) => ({ value: code, label: words.periodFrom(code) }))} />
              {value.periodFrom !== 'decision' && <LegalDateField name="startOn" optional label={<Trans>That day</Trans>} value={value.startOn} error={errorOf('startOn')} onChange={(startOn) => { set({ startOn }); }} />}
              <CheckField name="startToConfirm" label={<Trans>Somebody still has to confirm that it runs from that day</Trans>} checked={value.startToConfirm} onChange={(e) => { set({ startToConfirm: e.currentTarget.checked }); }} />
            </div>
          )}
          <TextArea name="conditions" optional={value.dueKind !== 'condition'} label={<Trans>Conditions</Trans>} value={value.conditions} maxLength={5000} error={errorOf('conditions')} onChange={(e) => { set({ conditions: e.currentTarget.value }); }} />
          <div className={styles['pair']}>
            <TextField name="dueDoubt" optional label={<Trans>Why the day cannot be relied on</Trans>} hint={<Trans>A later decision that is not on file, for instance. Then nothing is counted.</Trans>} value={value.dueDoubt} maxLength={300} error={errorOf('dueDoubt')} onChange={(e) => { set({ dueDoubt: e.currentTarget.value }); }} />
            <TextField name="source" optional label={<Trans>Source</Trans>} value={value.source} maxLength={500} error={errorOf('source')} onChange={(e) => { set({ source: e.currentTarget.value }); }} />
          </div>
          {claims.length > 0 && (
            <fieldset className={styles['which']}>
              <legend><Trans>It answers these claims</Trans> <span><Trans>optional</Trans></span></legend>
              {claims.map(({ id, act }) => <CheckField key={id} label={act} checked={value.claimIds.includes(id)} onChange={(e) => { set({ claimIds: e.currentTarget.checked ? [...value.claimIds, id] : value.claimIds.filter((each) => each !== id) }); }} />)}
            </fieldset>
          )}
        </>
      )}
    </RecordForm>
  );
}
