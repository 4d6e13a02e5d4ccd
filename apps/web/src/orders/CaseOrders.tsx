import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { CaseContext, useCase } from '../cases/case-context.ts';
import { useHash } from '../cases/use-hash.ts';
import { useCasePart } from '../cases/use-case-part.ts';
import { CaseOrdersPageDocument, type CaseOrdersPageQuery } from '../gql/graphql.ts';
import { Button, LinkButton } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { iconProps, IconPlus } from '../ui/icons.ts';
import { later } from '../ui/later.tsx';
import { LegalDate } from '../ui/LegalDate.tsx';
import { Margin } from '../ui/Margin.tsx';
import { Section } from '../ui/Section.tsx';
import { CaseOrder } from './CaseOrder.tsx';
import { citationOf } from './order-words.ts';
import { OrderClocks } from './OrderClocks.tsx';
import { OrderLegend } from './OrderMark.tsx';
import styles from './CaseOrders.module.css';
import { StayLine } from './StayLine.tsx';
import { StillRight } from './StillRight.tsx';

const OrderForm = later(() => import('./OrderForm.tsx').then((m) => m.OrderForm));
const StayForm = later(() => import('./StayForm.tsx').then((m) => m.StayForm));
export type OrdersOfCase = NonNullable<CaseOrdersPageQuery['legalCase']>;
export type CaseOrderItem = OrdersOfCase['orders'][number];
export type OrderDecision = OrdersOfCase['decisions'][number];

/** What the courts of a case ordered, judgment by judgment: the words, who must act, the clock, the life of each order, and what was seen. */
export function CaseOrders() {
  const { t } = useLingui();
  const { data, context } = useCasePart(CaseOrdersPageDocument);
  useHash();
  const [staying, stay] = useState(false);
  if (!data.legalCase) return null;
  const { decisions, orders, freshness } = data.legalCase;
  const { viewerCan } = context.legalCase;
  const stays = Map.groupBy(orders.flatMap((order) => order.steps.flatMap((step) => (step.stayId ? [{ ...step, stayId: step.stayId, order }] : []))), ({ stayId }) => stayId);
  const withOrders = decisions.filter(({ id }) => orders.some(({ decisionId }) => decisionId === id));
  return (
    <CaseContext value={context}>
      <Margin notes={(
        <>
          <Section title={t`Stay`} note={t`pauses the orders it names`}>
            {stays.size === 0 && <p className={styles['quiet']}><Trans>None on file, so every clock runs.</Trans></p>}
            {[...stays.values()].map((rows) => <StayLine key={rows[0]?.stayId} rows={rows} can={viewerCan.edit} />)}
            {viewerCan.edit && orders.length > 0 && !staying && <p data-print="no"><Button look="text" icon={<IconPlus {...iconProps} size={16} />} onClick={() => { stay(true); }}><Trans>Add a stay</Trans></Button></p>}
            {staying && <StayForm orders={orders} decisions={decisions} onDone={() => { stay(false); }} />}
          </Section>
          <Section title={t`Is this page right?`}><StillRight kind="case" freshness={freshness} can={viewerCan.edit} /></Section>
          <div data-print="no"><Section title={t`How far it is done`}><OrderLegend /></Section></div>
        </>
      )}>
        {decisions.length === 0 ? (
          <EmptyState title={<Trans>No decision on record</Trans>} {...(viewerCan.edit ? { action: <LinkButton to="/cases/$id/decisions" params={{ id: data.legalCase.id }}><Trans>Add a decision</Trans></LinkButton> } : {})}>
            <Trans>An order stands in a decision. Add the decision first, then what it orders.</Trans>
          </EmptyState>
        ) : withOrders.length === 0 && !viewerCan.edit ? <EmptyState title={<Trans>No order on record</Trans>}><Trans>That says nothing about what the court ordered.</Trans></EmptyState>
          : (viewerCan.edit ? decisions : withOrders).map((decision) => <OfDecision key={decision.id} decision={decision} all={data.legalCase as OrdersOfCase} me={data.me?.id} />)}
      </Margin>
    </CaseContext>
  );
}

function OfDecision({ decision, all, me }: { decision: OrderDecision; all: OrdersOfCase; me: string | undefined }) {
  const { t } = useLingui();
  const [adding, add] = useState(false);
  const { legalCase: { viewerCan } } = useCase();
  const orders = all.orders.filter(({ decisionId }) => decisionId === decision.id);
  const entered = orders.every(({ words }) => words);
  return (
    <Section title={<>{t`Operative orders`}<span className="sr">, {decision.title ?? citationOf(decision) ?? decision.id}</span></>} note={orders.length > 0 && !entered ? t`lettered by us until the text is entered` : undefined}>
      <p className={styles['decision']}><Link to="/cases/$id/decisions" params={{ id: all.id }} hash={`decision-${decision.id}`}>{decision.title ?? citationOf(decision) ?? <Trans>Decision</Trans>}</Link></p>
      <p className={styles['quiet']}>{[decision.proceedings.map(({ court }) => court.name)[0], citationOf(decision)].filter(Boolean).join(', ')}{decision.day && <>, <LegalDate edtf={decision.day.on} /></>}. {decision.source && <span>{decision.source}.</span>}</p>
      {orders.length === 0 && !adding && <p className={styles['quiet']}><Trans>No order is entered.</Trans></p>}
      {orders.length > 0 && <Heads />}
      {orders.map((order) => <CaseOrder key={order.id} order={order} decision={decision} decisions={all.decisions} me={me} />)}
      <OrderClocks orders={orders} />
      {adding && <OrderForm decision={decision} ordinal={orders.length} onDone={() => { add(false); }} />}
      {viewerCan.edit && !adding && <p data-print="no"><Button look="text" icon={<IconPlus {...iconProps} size={16} />} onClick={() => { add(true); }}><Trans>Add an order</Trans></Button></p>}
    </Section>
  );
}
const Heads = () => <div className={styles['heads']} aria-hidden="true"><span /><span><Trans>Order</Trans></span><span><Trans>Who must act</Trans></span><span><Trans>Due</Trans></span></div>;
