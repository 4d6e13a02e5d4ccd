import { useMutation } from '@apollo/client/react';
import { Trans } from '@lingui/react/macro';
import { blank } from '../cases/case-input.ts';
import { RecordForm } from '../cases/RecordForm.tsx';
import { type OrderStatus, OrderStepForm_AddDocument } from '../gql/graphql.ts';
import { SelectField, TextArea, TextField } from '../ui/Fields.tsx';
import { LegalDateField } from '../ui/LegalDateField.tsx';
import type { CaseOrderItem, OrderDecision } from './CaseOrders.tsx';
import styles from './CaseOrders.module.css';
import { useDecisionChoices } from './decision-choices.ts';
import { useOrderWords } from './order-words.ts';

const steps = ['varied', 'set_aside', 'discharged', 'expired', 'in_force'] as const satisfies readonly OrderStatus[];

/** A step in the life of an order: varied, set aside, discharged, expired, or in force again. */
export function OrderStepForm({ order, decisions, onDone }: { order: CaseOrderItem; decisions: readonly OrderDecision[]; onDone(): void }) {
  const words = useOrderWords();
  const choices = useDecisionChoices(decisions);
  const [add] = useMutation(OrderStepForm_AddDocument);
  return (
    <RecordForm
      name={`order.${order.id}.step`} onDone={onDone} saveWords={<Trans>Add the step</Trans>} initial={{ status: 'set_aside' as OrderStatus, on: '', byDecisionId: '', reason: '', source: '' }}
      save={({ status, on, byDecisionId, reason, source }) => add({ variables: { input: { orderId: order.id, status, on, byDecisionId: blank(byDecisionId), reason: blank(reason), source: blank(source) } } })}
    >
      {({ value, change, errorOf }) => (
        <>
          <div className={styles['pair']}>
            <SelectField name="status" label={<Trans>It is now</Trans>} hint={<Trans>A stay is added at the side: it names its orders and has an end.</Trans>} value={value.status} error={errorOf('status')} onChange={(e) => { change({ status: e.currentTarget.value as OrderStatus }); }} data={steps.map((code) => ({ value: code, label: words.status(code) }))} />
            <LegalDateField name="on" label={<Trans>Since</Trans>} value={value.on} error={errorOf('on')} onChange={(on) => { change({ on }); }} />
            <SelectField name="byDecisionId" optional label={<Trans>By which decision</Trans>} value={value.byDecisionId} error={errorOf('byDecisionId')} onChange={(e) => { change({ byDecisionId: e.currentTarget.value }); }} data={choices} />
            <TextField name="source" optional label={<Trans>Source</Trans>} value={value.source} maxLength={500} error={errorOf('source')} onChange={(e) => { change({ source: e.currentTarget.value }); }} />
          </div>
          <TextArea name="reason" optional label={<Trans>Reason</Trans>} value={value.reason} maxLength={1000} error={errorOf('reason')} onChange={(e) => { change({ reason: e.currentTarget.value }); }} />
        </>
      )}
    </RecordForm>
  );
}
