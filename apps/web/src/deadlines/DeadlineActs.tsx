import { useMutation } from '@apollo/client/react';
import type { PeriodUnit } from '@amparo/domain/deadlines';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { DeadlineSheet_ConfirmDocument, DeadlineSheet_ExtendDocument, DeadlineSheet_SettleDocument } from '../gql/graphql.ts';
import { dayIn } from '../today/date-locale.ts';
import { Button } from '../ui/Button.tsx';
import { NumberField, SelectField, TextField } from '../ui/Fields.tsx';
import { LegalDateField } from '../ui/LegalDateField.tsx';
import { useMutationForm } from '../ui/useMutationForm.tsx';
import { periodUnits, useDeadlineWords } from './deadline-words.ts';
import type { OpenDeadline } from './DeadlineSheet.tsx';
import styles from './HowCounted.module.css';

interface Act { deadline: OpenDeadline; onDone(): Promise<void>; onCancel?(): void }

/** "I have read it": the day counted, or another one, and where it stands. */
export function ConfirmForm({ deadline, onDone }: Act) {
  const words = useDeadlineWords();
  const form = useMutationForm();
  const [confirm] = useMutation(DeadlineSheet_ConfirmDocument);
  const [on, setOn] = useState(deadline.latestOn ?? ''), [other, setOther] = useState(!deadline.latestOn), [source, setSource] = useState('');
  return (
    <form noValidate onSubmit={form.submit(async () => { await confirm({ variables: { id: deadline.id, version: deadline.version, input: { on, source } } }); await onDone(); })}>
      {form.summary}
      {other && <LegalDateField exact name="on" label={<Trans>The last day</Trans>} value={on} error={form.errorOf('on')} onChange={setOn} />}
      <TextField name="source" label={<Trans>Read in</Trans>} hint={<Trans>Source and page.</Trans>} value={source} maxLength={500} error={form.errorOf('source') ?? form.errorOf('confirmedBy') ?? form.errorOf('lawyer')} onChange={(e) => { setSource(e.currentTarget.value); }} />
      <div className={styles['acts']}>
        <Button type="submit" look="brand" busy={form.busy}>{on ? <Trans>Confirm {words.date(on)}</Trans> : <Trans>Confirm the day</Trans>}</Button>
        {!other && <Button look="text" onClick={() => { setOther(true); }}><Trans>Enter another date</Trans></Button>}
      </div>
    </form>
  );
}

/** A court gave more time: to a day, or so much more than the rule gives. */
export function ExtendForm({ deadline, onDone, onCancel }: Act) {
  const form = useMutationForm();
  const [extend] = useMutation(DeadlineSheet_ExtendDocument);
  const [value, setValue] = useState({ order: '', on: '', until: '', periodN: '', periodUnit: 'calendar_day' as PeriodUnit, reason: '' });
  const words = useDeadlineWords();
  const set = (patch: Partial<typeof value>) => { setValue({ ...value, ...patch }); };
  return (
    <form noValidate onSubmit={form.submit(async () => { await extend({ variables: { id: deadline.id, version: deadline.version, input: { order: value.order, on: value.on || null, until: value.until || null, ...(value.periodN ? { periodN: Number(value.periodN), periodUnit: value.periodUnit } : {}), reason: value.reason || null } } }); await onDone(); })}>
      {form.summary}
      <TextField name="order" label={<Trans>Which order</Trans>} hint={<Trans>Such as: order of 20 June 2025.</Trans>} value={value.order} maxLength={300} error={form.errorOf('order')} onChange={(e) => { set({ order: e.currentTarget.value }); }} />
      <LegalDateField exact name="until" label={<Trans>New last day</Trans>} value={value.until} error={form.errorOf('until')} onChange={(until) => { set({ until, periodN: '' }); }} />
      {value.until === '' && <NumberField name="periodN" optional label={<Trans>Or longer by</Trans>} hint={<Trans>Where the order gives more time and names no day.</Trans>} value={value.periodN} error={form.errorOf('periodN')} onChange={(periodN) => { set({ periodN }); }} />}
      {value.periodN !== '' && <SelectField name="periodUnit" label={<Trans>Counted in</Trans>} value={value.periodUnit} error={form.errorOf('periodUnit')} onChange={(e) => { set({ periodUnit: e.currentTarget.value as PeriodUnit }); }} data={periodUnits.map((unit) => ({ value: unit, label: words.unit(unit) }))} />}
      <LegalDateField exact name="on" optional label={<Trans>Order of</Trans>} value={value.on} error={form.errorOf('on')} onChange={(on) => { set({ on }); }} />
      <TextField name="reason" optional label={<Trans>Why</Trans>} value={value.reason} maxLength={1000} error={form.errorOf('reason')} onChange={(e) => { set({ reason: e.currentTarget.value }); }} />
      <div className={styles['acts']}><Button type="submit" look="brand" busy={form.busy}><Trans>Add the extension</Trans></Button><Button onClick={onCancel}><Trans>Cancel</Trans></Button></div>
    </form>
  );
}

/** Done on a day, whenever it is typed in; no longer due; or open again. */
export function SettleForm({ deadline, outcome, onDone, onCancel }: Act & { outcome: 'met' | 'moot' | 'open' }) {
  const form = useMutationForm();
  const [settle] = useMutation(DeadlineSheet_SettleDocument);
  const [on, setOn] = useState(() => dayIn(deadline.zone, new Date())), [note, setNote] = useState('');
  const submit = form.submit(async () => {
    await settle({ variables: { id: deadline.id, version: deadline.version, input: { outcome, on: outcome === 'met' ? on : null, note: note || null } } });
    await onDone();
  });
  if (outcome === 'open') return <form onSubmit={submit}>{form.summary}<Button type="submit" size="small" busy={form.busy}><Trans>Open it again</Trans></Button></form>;
  return (
    <form noValidate onSubmit={submit}>
      {form.summary}
      {outcome === 'met' && <LegalDateField exact name="on" label={<Trans>Done on</Trans>} hint={<Trans>The day it was filed, not the day you write this.</Trans>} value={on} error={form.errorOf('on')} onChange={setOn} />}
      <TextField name="note" {...(outcome === 'met' ? { optional: true } : {})} label={outcome === 'met' ? <Trans>Note</Trans> : <Trans>Why it is no longer due</Trans>} value={note} maxLength={1000} error={form.errorOf('note')} onChange={(e) => { setNote(e.currentTarget.value); }} />
      <div className={styles['acts']}><Button type="submit" look="brand" busy={form.busy}>{outcome === 'met' ? <Trans>Save as done</Trans> : <Trans>Save</Trans>}</Button><Button onClick={onCancel}><Trans>Cancel</Trans></Button></div>
    </form>
  );
}
