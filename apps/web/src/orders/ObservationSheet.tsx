import { Trans } from '@lingui/react/macro';
import type { OrderRow_OrderItemFragment } from '../gql/graphql.ts';
import { Sheet } from '../ui/Sheet.tsx';
import { ObservationForm } from './ObservationForm.tsx';

/** From the board: which order, and what was seen of it. */
export function ObservationSheet({ orders, orderId, onClose, onSaved }: { orders: readonly OrderRow_OrderItemFragment[]; orderId?: string | undefined; onClose(): void; onSaved(): Promise<unknown> }) {
  const order = orders.find(({ id }) => id === orderId);
  return (
    <Sheet title={<Trans>Record what you saw</Trans>} lead={order && `${order.legalCase.shortName ?? order.legalCase.title}: ${order.ourWords}`} onClose={onClose}>
      <ObservationForm orders={(order ? [order] : orders).map(({ id, ourWords, legalCase }) => ({ id, name: `${legalCase.shortName ?? legalCase.title}: ${ourWords}` }))} orderId={orderId} onDone={onClose} onSaved={onSaved} />
    </Sheet>
  );
}
