import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { OrderLine_OrderItemFragment } from '../gql/graphql.ts';
import { DeadlineRow } from '../ui/DeadlineRow.tsx';
import styles from './Orders.module.css';
import { OrderMark } from './OrderMark.tsx';
import { useOrderWords } from './order-words.ts';

/** An order among what is due: set by a court, so it stands beside what rules ask for; a stay pauses it here too. */
export function OrderLine({ order, lines, level }: { order: OrderLine_OrderItemFragment; lines?: ReactNode; level?: ReactNode }) {
  const words = useOrderWords();
  const { due, group, mark, today } = order.state;
  return (
    <DeadlineRow
      edtf={due.status === 'paused' ? null : due.on} today={today} late={group === 'past'} level={level}
      what={<Link className={styles['line']} to="/cases/$id/orders" params={{ id: order.legalCaseId }} hash={`order-${order.id}`}>{order.ourWords}</Link>}
      lines={<>{lines}<div>{order.addressee ? <Trans>Ordered: {order.addressee}.</Trans> : <Trans>Ordered by the court.</Trans>} {due.status === 'paused' && <Trans>Stayed since {words.day(due.since ?? '')}, {words.days(due.daysLeft ?? 0)} left.</Trans>}{due.why && words.why(due.why)}</div></>}
      note={<OrderMark mark={mark} />}
    />
  );
}
