import { useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { TodayOrdersDocument } from '../gql/graphql.ts';
import todayStyles from '../today/TodayPage.module.css';
import { CaseName } from '../ui/CaseName.tsx';
import { Section } from '../ui/Section.tsx';
import { ShareBadge } from '../ui/ShareBadge.tsx';
import { OrderLine } from './OrderLine.tsx';

/** Orders of one's own cases that are past their day or run. */
export function TodayOrders() {
  const { t } = useLingui();
  const { data } = useQuery(TodayOrdersDocument, { fetchPolicy: 'cache-and-network' });
  const orders = data?.orders.nodes ?? [];
  if (orders.length === 0) return null;
  return (
    <Section title={t`Orders to be obeyed`} note={t`What courts told others to do in your cases.`} aside={<Link to="/orders"><Trans>All orders</Trans></Link>}>
      {orders.map((order) => <OrderLine key={order.id} order={order} level={<ShareBadge bare level={order.legalCase.level} />} lines={<Link to="/cases/$id" params={{ id: order.legalCase.id }} className={todayStyles['rowCase']}><CaseName inherit>{order.legalCase.shortName ?? order.legalCase.title}</CaseName></Link>} />)}
    </Section>
  );
}
