import { useMutation } from '@apollo/client/react';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useCase } from '../cases/case-context.ts';
import { OrderSteps_RemoveDocument } from '../gql/graphql.ts';
import { Button } from '../ui/Button.tsx';
import { later } from '../ui/later.tsx';
import { LegalDate } from '../ui/LegalDate.tsx';
import type { CaseOrderItem, OrderDecision } from './CaseOrders.tsx';
import styles from './CaseOrders.module.css';
import { citationOf, useOrderWords } from './order-words.ts';
import { useTry } from './use-try.ts';

const OrderStepForm = later(() => import('./OrderStepForm.tsx').then((m) => m.OrderStepForm));

/** Whether an order stands, and all that happened to it; nothing is written over. */
export function OrderLife({ order, decision, decisions }: { order: CaseOrderItem; decision: OrderDecision; decisions: readonly OrderDecision[] }) {
  const { legalCase: { viewerCan } } = useCase();
  const words = useOrderWords();
  const [adding, add] = useState(false);
  const [remove] = useMutation(OrderSteps_RemoveDocument);
  const attempt = useTry();
  const { steps, state: { status } } = order;
  const by = (id: string | null) => decisions.find((each) => each.id === id);
  return (
    <div className={styles['life']}>
      <span>
        <strong>{words.status(status)}</strong>
        {viewerCan.edit && !adding && <span data-print="no"> <Button look="text" size="small" onClick={() => { add(true); }}><Trans>Add what happened to it<span className="sr">: {order.ourWords}</span></Trans></Button></span>}
      </span>
      {steps.length > 0 && (
        <ol>
          <li><LegalDate edtf={decision.day?.on} />: <Trans>ordered</Trans></li>
          {steps.map((step) => {
            const decided = by(step.decisionId);
            return (
              <li key={step.id}>
                <LegalDate edtf={step.from} />{step.stayId && <> – {step.to ? <LegalDate edtf={step.to} /> : <Trans>goes on</Trans>}</>}: <strong>{words.status(step.status)}</strong>
                {decided && <>, <bdi>{decided.title ?? citationOf(decided)}</bdi></>}{step.note && <>. <bdi>{step.note}</bdi></>}{step.source && <small> {step.source}</small>}
                {viewerCan.edit && <span data-print="no"> <Button look="text" size="small" onClick={() => void attempt(() => remove({ variables: { id: step.id } }))}><Trans>Take back</Trans></Button></span>}
              </li>
            );
          })}
        </ol>
      )}
      {adding && <OrderStepForm order={order} decisions={decisions} onDone={() => { add(false); }} />}
    </div>
  );
}
