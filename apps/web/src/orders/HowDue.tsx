import type { TraceStep } from '@amparo/domain/deadlines';
import { Trans } from '@lingui/react/macro';
import { TraceSteps } from '../deadlines/TraceSteps.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import type { CaseOrderItem } from './CaseOrders.tsx';
import styles from './CaseOrders.module.css';
import { useOrderWords } from './order-words.ts';
import { OrderDue } from './OrderDue.tsx';

/** How the day of an order was counted, step by step, as the engine took it. */
export function HowDue({ order, onClose }: { order: CaseOrderItem; onClose(): void }) {
  const words = useOrderWords();
  const { due, late } = order.state;
  return (
    <Sheet title={<Trans>How counted</Trans>} lead={order.ourWords} onClose={onClose}>
      <OrderDue due={due} late={late !== null} />
      {due.stayedDays ? <p className={styles['quiet']}><Trans>A stay of {words.days(due.stayedDays)} is left out of the count: the clock stood still.</Trans></p> : null}
      <TraceSteps result={{ trace: JSON.parse(due.trace ?? '[]') as TraceStep[] }} />
      <p className={styles['quiet']}><Trans>Set by the court, so no rule is asked. It moves off a closed day only if the order says so.</Trans></p>
    </Sheet>
  );
}
