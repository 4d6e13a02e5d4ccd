import { useQuery } from '@apollo/client/react';
import { CaseOrderDatesDocument } from '../gql/graphql.ts';
import { OrderLine } from './OrderLine.tsx';

const shown = new Set(['past', 'running', 'cannot_be_counted']);
/** The orders of a case whose clock runs, is over or stands still, among what is due there. Nothing while it is read: they are on the tab of their own, too. */
export function CaseOrderDates({ id }: { id: string }) {
  const { data } = useQuery(CaseOrderDatesDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  return <>{data?.legalCase?.orders.filter(({ state }) => shown.has(state.group)).sort((a, b) => (a.state.due.on ?? '~').localeCompare(b.state.due.on ?? '~')).map((order) => <OrderLine key={order.id} order={order} />)}</>;
}
