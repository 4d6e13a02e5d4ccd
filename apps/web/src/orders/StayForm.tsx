import { useMutation } from '@apollo/client/react';
import { Trans } from '@lingui/react/macro';
import { useCase } from '../cases/case-context.ts';
import { blank } from '../cases/case-input.ts';
import { RecordForm } from '../cases/RecordForm.tsx';
import { StayForm_AddDocument } from '../gql/graphql.ts';
import { CheckField, SelectField, TextField } from '../ui/Fields.tsx';
import { LegalDateField } from '../ui/LegalDateField.tsx';
import type { CaseOrderItem, OrderDecision } from './CaseOrders.tsx';
import styles from './CaseOrders.module.css';
import { useDecisionChoices } from './decision-choices.ts';

/** A stay: the orders it names, from when, and until when if that is known. It stops their clocks and no other. */
export function StayForm({ orders, decisions, onDone }: { orders: readonly CaseOrderItem[]; decisions: readonly OrderDecision[]; onDone(): void }) {
  const { legalCase } = useCase();
  const choices = useDecisionChoices(decisions);
  const [add] = useMutation(StayForm_AddDocument);
  return (
    <RecordForm
      name={`${legalCase.id}.stay`} onDone={onDone} saveWords={<Trans>Add the stay</Trans>} initial={{ orderIds: [] as string[], from: '', to: '', byDecisionId: '', source: '' }}
      save={({ orderIds, from, to, byDecisionId, source }) => add({ variables: { input: { orderIds, from, to: blank(to), byDecisionId: blank(byDecisionId), source: blank(source) } } })}
    >
      {({ value, change, errorOf }) => (
        <>
          <fieldset className={styles['which']}>
            <legend><Trans>Which orders it names</Trans></legend>
            {orders.map(({ id, mark, ourWords }) => <CheckField key={id} name="orderIds" label={mark ? `${mark}: ${ourWords}` : ourWords} checked={value.orderIds.includes(id)} onChange={(e) => { change({ orderIds: e.currentTarget.checked ? [...value.orderIds, id] : value.orderIds.filter((each) => each !== id) }); }} />)}
            {errorOf('orderIds') && <p className={styles['error']}>{errorOf('orderIds')}</p>}
          </fieldset>
          <LegalDateField name="from" label={<Trans>From</Trans>} value={value.from} error={errorOf('from')} onChange={(from) => { change({ from }); }} />
          <LegalDateField name="to" optional label={<Trans>Until</Trans>} hint={<Trans>The day the clock runs again. Leave it open while the stay goes on.</Trans>} value={value.to} error={errorOf('to')} onChange={(to) => { change({ to }); }} />
          <SelectField name="byDecisionId" optional label={<Trans>By which decision</Trans>} value={value.byDecisionId} error={errorOf('byDecisionId')} onChange={(e) => { change({ byDecisionId: e.currentTarget.value }); }} data={choices} />
          <TextField name="source" optional label={<Trans>Source</Trans>} value={value.source} maxLength={500} error={errorOf('source')} onChange={(e) => { change({ source: e.currentTarget.value }); }} />
        </>
      )}
    </RecordForm>
  );
}
