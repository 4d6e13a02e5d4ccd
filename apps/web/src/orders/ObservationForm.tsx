import { useMutation } from '@apollo/client/react';
import { codesOf } from '@amparo/domain';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { blank } from '../cases/case-input.ts';
import { useDraft } from '../cases/use-draft.ts';
import { type ComplianceLevel, ObservationForm_AddDocument, ObservationForm_ChangeDocument } from '../gql/graphql.ts';
import { Button } from '../ui/Button.tsx';
import { ChoiceChips, SelectField, TextArea } from '../ui/Fields.tsx';
import { LegalDateField } from '../ui/LegalDateField.tsx';
import { useMutationForm } from '../ui/useMutationForm.tsx';
import { OrderGlyph } from './OrderMark.tsx';
import { useOrderWords } from './order-words.ts';
import styles from './CaseOrders.module.css';

const levels = codesOf({ none: 'none', partial: 'partial', substantial: 'substantial', full: 'full', regressed: 'regressed', unknown: 'unknown' }) as readonly ComplianceLevel[];
export interface Seen { id: string; version: number; on: string; level: ComplianceLevel; evidence: readonly string[]; publicNote: string | null; privateNote: string | null }
interface Props { orders: readonly { id: string; name: string }[]; orderId?: string | undefined; item?: Seen; onDone(): void; onSaved(): Promise<unknown> }

/** What somebody saw of an order being obeyed: a day, how far, the proof; the public fact apart from the note for the team. */
export function ObservationForm({ orders, orderId, item, onDone, onSaved }: Props) {
  const { t } = useLingui();
  const words = useOrderWords();
  const form = useMutationForm();
  const [key, again] = useState(() => crypto.randomUUID());
  const [add] = useMutation(ObservationForm_AddDocument), [change] = useMutation(ObservationForm_ChangeDocument);
  const draft = useDraft(`observation.${item?.id ?? orderId ?? 'new'}`, { orderId: orderId ?? orders[0]?.id ?? '', on: item?.on ?? '', level: (item?.level ?? null) as ComplianceLevel | null, evidence: item?.evidence.join('\n') ?? '', publicNote: item?.publicNote ?? '', privateNote: item?.privateNote ?? '' });
  const { value } = draft;
  const submit = form.submit(async () => {
    const { level } = value;
    if (!level) { form.refuse({ code: 'INVALID', fields: [{ field: 'level', problem: 'required' }] }); return; }
    const input = { orderId: value.orderId, on: value.on, level, evidence: value.evidence.split('\n').map((line) => line.trim()).filter(Boolean), publicNote: blank(value.publicNote), privateNote: blank(value.privateNote) };
    if (item) await change({ variables: { id: item.id, version: item.version, input } });
    else await add({ variables: { input: { ...input, id: key } } });
    draft.forget();
    again(crypto.randomUUID());
    await onSaved();
    onDone();
  });
  return (
    <form className={styles['box']} onSubmit={submit} noValidate>
      {form.summary}
      {!item && orders.length > 1 && <SelectField name="orderId" label={<Trans>Which order</Trans>} value={value.orderId} error={form.errorOf('orderId')} onChange={(e) => { draft.change({ orderId: e.currentTarget.value }); }} data={orders.map(({ id, name }) => ({ value: id, label: name }))} />}
      <ChoiceChips legend={t`How far is it done?`} name="level" value={value.level} onChange={(level) => { draft.change({ level }); }} options={levels.map((level) => ({ value: level, label: words.level(level), mark: <OrderGlyph mark={level === 'full' ? 'full_one_person' : level} /> }))} />
      {form.errorOf('level') && <p className={styles['error']}>{form.errorOf('level')}</p>}
      <p className={styles['hint']}>{value.level === 'full' ? <Trans>It stays “full, not checked” until a second person of the team has looked at the proof.</Trans> : value.level === 'unknown' ? <Trans>Say below what was asked, and of whom.</Trans> : null}</p>
      <LegalDateField name="on" label={<Trans>Seen on</Trans>} value={value.on} error={form.errorOf('on')} onChange={(on) => { draft.change({ on }); }} />
      <TextArea name="evidence" optional={value.level === 'unknown'} label={<Trans>Evidence</Trans>} hint={<Trans>One piece on each line: a letter, a page, a number.</Trans>} value={value.evidence} error={form.errorOf('evidence')} onChange={(e) => { draft.change({ evidence: e.currentTarget.value }); }} />
      <TextArea name="publicNote" optional={value.level !== 'unknown'} label={<Trans>The fact</Trans>} hint={<Trans>For everybody who may read the case.</Trans>} value={value.publicNote} maxLength={2000} error={form.errorOf('publicNote')} onChange={(e) => { draft.change({ publicNote: e.currentTarget.value }); }} />
      <TextArea name="privateNote" optional label={<Trans>Note for the team</Trans>} hint={<Trans>Only the case team can read it, however widely the case is shared.</Trans>} value={value.privateNote} maxLength={5000} error={form.errorOf('privateNote')} onChange={(e) => { draft.change({ privateNote: e.currentTarget.value }); }} />
      <div className={styles['acts']}>
        <Button type="submit" look="brand" busy={form.busy}><Trans>Save what was seen</Trans></Button>
        <Button onClick={() => { draft.forget(); onDone(); }}><Trans>Cancel</Trans></Button>
      </div>
    </form>
  );
}
