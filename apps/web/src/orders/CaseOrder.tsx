import { useMutation } from '@apollo/client/react';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useCase } from '../cases/case-context.ts';
import { OrderForm_RemoveDocument } from '../gql/graphql.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmButton } from '../ui/ConfirmButton.tsx';
import { IconAlertTriangle, IconBallpen, IconTrash, iconProps } from '../ui/icons.ts';
import { later } from '../ui/later.tsx';
import { TrustTag } from '../ui/TrustTag.tsx';
import type { CaseOrderItem, OrderDecision } from './CaseOrders.tsx';
import styles from './CaseOrders.module.css';
import { Observations } from './Observations.tsx';
import { useOrderWords } from './order-words.ts';
import { OrderDue } from './OrderDue.tsx';
import { OrderLife } from './OrderLife.tsx';
import { StillRight } from './StillRight.tsx';
import { useTry } from './use-try.ts';

const OrderForm = later(() => import('./OrderForm.tsx').then((m) => m.OrderForm));
const HowDue = later(() => import('./HowDue.tsx').then((m) => m.HowDue));

/** One operative sentence: its words or the place for them, who must act, the day, its life, and what was seen. */
export function CaseOrder({ order, decision, decisions, me }: { order: CaseOrderItem; decision: OrderDecision; decisions: readonly OrderDecision[]; me: string | undefined }) {
  const { legalCase: { viewerCan } } = useCase();
  const words = useOrderWords();
  const [editing, edit] = useState<'all' | 'words' | null>(null), [how, setHow] = useState(false);
  const [remove] = useMutation(OrderForm_RemoveDocument);
  const attempt = useTry();
  const { state, mark, ourWords, type, addressee, conditions, freshness, source } = order;
  const asks = state.group !== 'nothing_to_do';
  if (editing) return <div id={`order-${order.id}`}><OrderForm decision={decision} item={order} focusWords={editing === 'words'} onDone={() => { edit(null); }} /></div>;
  return (
    <article id={`order-${order.id}`} className={styles['order']} aria-labelledby={`order-${order.id}-name`}>
      <span className={styles['letter']}>{mark}</span>
      <div className={styles['words']}>
        <h3 id={`order-${order.id}-name`}>{ourWords}</h3>
        <p className={styles['quiet']}>{words.type(type)}{conditions && <>. <Trans>Condition: {conditions}</Trans></>}</p>
        {order.words ? <blockquote lang={order.wordsLanguage ?? undefined} dir="auto">{order.words}</blockquote> : (
          <p className={styles['missing']}><Trans>Word for word: not yet entered.</Trans>{viewerCan.edit && <span data-print="no"><Button look="text" size="small" onClick={() => { edit('words'); }}><Trans>Enter from the judgment</Trans></Button></span>}</p>
        )}
      </div>
      <div className={styles['who']}><span className={styles['phone']}><Trans>Who must act</Trans></span>{addressee ?? (asks ? <span className={styles['quiet']}><Trans>not said</Trans></span> : <Trans>Nobody has to act</Trans>)}</div>
      <div className={styles['when']}>
        <span className={styles['phone']}><Trans>Due</Trans></span>
        {asks ? <OrderDue small due={state.due} late={state.group === 'past'} /> : <Trans>No day</Trans>}
        {state.late && <TrustTag late icon={<IconAlertTriangle {...iconProps} size={14} />}><Trans>{words.span(state.late)} overdue</Trans></TrustTag>}
        {state.left && <span><Trans>{words.span(state.left)} left</Trans></span>}
        {state.due.trace && <Button look="text" size="small" onClick={() => { setHow(true); }}><Trans>How counted<span className="sr">: {ourWords}</span></Trans></Button>}
      </div>
      <div className={styles['under']}>
        <OrderLife order={order} decision={decision} decisions={decisions} />
        {asks && <Observations order={order} me={me} />}
        <div className={styles['tools']}>
          <StillRight kind="order" freshness={freshness} can={viewerCan.edit} />
          {source && <small>{source}</small>}
          {viewerCan.edit && (
            <span data-print="no">
              <Button size="small" look="quiet" icon={<IconBallpen {...iconProps} size={16} />} onClick={() => { edit('all'); }}><Trans>Edit<span className="sr"> {ourWords}</span></Trans></Button>
              <ConfirmButton size="small" look="quiet" danger icon={<IconTrash {...iconProps} size={16} />} title={<Trans>Remove this order?</Trans>} words={<Trans>Its life and what was seen of it go with it. What it said is kept under Changes.</Trans>} confirm={<Trans>Remove the order</Trans>} onConfirm={() => attempt(() => remove({ variables: { id: order.id } }))}><Trans>Remove<span className="sr"> {ourWords}</span></Trans></ConfirmButton>
            </span>
          )}
        </div>
      </div>
      {how && <HowDue order={order} onClose={() => { setHow(false); }} />}
    </article>
  );
}
