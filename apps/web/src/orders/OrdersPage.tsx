import { useApolloClient, useSubscription, useSuspenseQuery } from '@apollo/client/react';
import { codesOf, Remedy } from '@amparo/domain';
import { msg } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Fragment, startTransition, useState, useTransition } from 'react';
import { useSettled } from '../cases/use-settled.ts';
import { useToday } from '../cases/use-today.ts';
import { OrdersPage_ChangedDocument, OrdersPageDocument, type OrdersPageQuery } from '../gql/graphql.ts';
import { usePlaceName } from '../library/countries.ts';
import { Button, LinkButton } from '../ui/Button.tsx';
import { clsx } from '../ui/clsx.ts';
import { CsvButton } from '../ui/CsvButton.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { IconEyeCheck, iconProps } from '../ui/icons.ts';
import { later } from '../ui/later.tsx';
import { LegalDate } from '../ui/LegalDate.tsx';
import { Page } from '../ui/Page.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { Section } from '../ui/Section.tsx';
import { boardGroups, changed, type OrderSearch, ordersVariables } from './order-search.ts';
import { decisionLine, useOrderWords } from './order-words.ts';
import { OrderLegend } from './OrderMark.tsx';
import { OrderRow } from './OrderRow.tsx';
import styles from './Orders.module.css';

const ObservationSheet = later(() => import('./ObservationSheet.tsx').then((m) => m.ObservationSheet));
type Node = OrdersPageQuery['orders']['nodes'][number];

/** Orders of all cases one may read: those past their day first. What is shown is in the address. */
export function OrdersPage() {
  const { t } = useLingui();
  const search = useSearch({ from: '/orders' });
  const navigate = useNavigate({ from: '/orders' });
  const { data, refetch, fetchMore } = useSuspenseQuery(OrdersPageDocument, { variables: ordersVariables(search) });
  const [loading, start] = useTransition();
  const [failed, setFailed] = useState(false), [observing, observe] = useState<string | null>(null);
  const client = useApolloClient(), placeName = usePlaceName(undefined), words = useOrderWords(), today = useToday();
  const { nodes, groups, past, pastUnknown, orders, cases, pageInfo } = data.orders;
  const again = () => { let done: Promise<unknown> = Promise.resolve(); startTransition(() => { done = refetch().catch(() => { setFailed(true); }); }); return done; };
  useSubscription(OrdersPage_ChangedDocument, { onData: useSettled(() => { if (nodes.length <= ordersVariables(search).first) void again(); }) });
  const go = (patch: Parameters<typeof changed>[1]) => void navigate({ search: changed(search, patch), replace: true, resetScroll: false });
  const more = () => { start(async () => {
    setFailed(false);
    try { await fetchMore({ variables: { after: pageInfo.endCursor }, updateQuery: (before, { fetchMoreResult: next }) => ({ ...next, orders: { ...next.orders, nodes: [...before.orders.nodes, ...next.orders.nodes] } }) }); } catch { setFailed(true); }
  }); };
  const filtered = Boolean(search.q ?? search.country ?? search.type ?? search.group);
  const writable = nodes.filter(({ legalCase }) => legalCase.viewerCan.edit);
  const countries = (data.places.facets.find(({ name }) => name === 'country')?.values ?? []).map(({ id }) => id);
  const csv: [string, (o: Node) => string][] = [
    [t`Case`, (o) => o.legalCase.shortName ?? o.legalCase.title], [t`Decision`, (o) => decisionLine(o.decision, words.day)], [t`Order, in our words`, (o) => o.ourWords], [t`Who must act`, (o) => o.addressee ?? ''], [t`Due`, (o) => o.state.due.on ?? ''],
    [t`Group`, (o) => words.group(o.state.group)], [t`Days late`, (o) => String(o.state.late?.days ?? '')], [t`What we know`, (o) => words.mark(o.state.mark)], [t`Last seen`, (o) => o.observations[0]?.on ?? ''],
  ];
  return (
    <Page
      title={past > 0 ? <Plural value={past} one="One order is past its day" other="# orders are past their day" /> : <Trans>Orders</Trans>}
      lead={orders > 0 && <p>{pastUnknown > 0 && <><Plural value={pastUnknown} one="For one of them nobody has recorded what happened." other="For # of them nobody has recorded what happened." />{' '}</>}<Plural value={orders} one="One order" other="# orders" />{' '}<Plural value={cases} one="in one case" other="in # cases" />, <Trans>as of <LegalDate edtf={today} /></Trans>.</p>}
      actions={writable.length > 0 && <Button look="brand" icon={<IconEyeCheck {...iconProps} />} onClick={() => { observe(''); }}><Trans>Record an observation</Trans></Button>}
    >
      {nodes.length === 0 && !filtered ? (
        <EmptyState title={<Trans>No orders yet</Trans>} action={<LinkButton to="/cases"><Trans>Open a case</Trans></LinkButton>}>
          <Trans>Enter what a court ordered on its case, under Orders. Then its day is counted, and this board shows who has to act and what was seen.</Trans>
        </EmptyState>
      ) : (
        <Section title={t`Orders across cases`} note={t`Facts only, no notes. Days are counted from the decision unless it says otherwise.`}>
          <div className={styles['bar']} data-print="no">
            <SearchField small label={t`Order, who must act, case`} value={search.q} onSearch={(q) => { go({ q: q || undefined }); }} />
            <select aria-label={t`Country`} value={search.country ?? ''} onChange={(e) => { go({ country: e.currentTarget.value || undefined }); }}>
              <option value="">{t`All countries`}</option>
              {[...new Set([...countries, ...(search.country ? [search.country] : [])])].map((code) => <option key={code} value={code}>{placeName(code)}</option>)}
            </select>
            <select aria-label={t`Kind of order`} value={search.type ?? ''} onChange={(e) => { go({ type: (e.currentTarget.value || undefined) as OrderSearch['type'] }); }}>
              <option value="">{t`Any kind of order`}</option>
              {codesOf(Remedy).map((code) => <option key={code} value={code}>{words.type(code)}</option>)}
            </select>
            <select aria-label={t`Group`} value={search.group ?? ''} onChange={(e) => { go({ group: (e.currentTarget.value || undefined) as OrderSearch['group'] }); }}>
              <option value="">{t`All groups`}</option>
              {boardGroups.map((code) => <option key={code} value={code}>{`${words.group(code)} (${groups.find(({ group }) => group === code)?.count ?? 0})`}</option>)}
            </select>
            <CsvButton name="orders" rows={nodes} columns={csv.map(([head, value]) => ({ head, value }))} />
          </div>
          {nodes.length === 0 ? <EmptyState title={<Trans>No order matches</Trans>} action={<LinkButton to="/orders" search={{}}><Trans>Show all orders</Trans></LinkButton>}><Trans>Take a filter away to see more.</Trans></EmptyState> : (
            <>
              <Board nodes={nodes} loading={loading} onObserve={observe} />
              {pageInfo.hasNextPage && <p className={styles['foot']}><Button size="small" busy={loading} onClick={more}><Trans>Show more</Trans></Button></p>}
              {failed && <p role="alert" className={styles['failed']}><Trans>Could not load the list. What is shown is complete. Try again.</Trans></p>}
              <OrderLegend />
              <p className={styles['quiet']}><Trans>An order that was set aside, or that asks nothing of anybody, stands on its case alone. <Link to="/cases">All cases</Link></Trans></p>
            </>
          )}
        </Section>
      )}
      {observing !== null && <ObservationSheet orders={writable} orderId={observing || undefined} onClose={() => { observe(null); }} onSaved={async () => { observe(null); await again(); client.cache.evict({ id: 'ROOT_QUERY', fieldName: 'order' }); }} />}
    </Page>
  );
}

function Board({ nodes, loading, onObserve }: { nodes: readonly Node[]; loading: boolean; onObserve(id: string): void }) {
  const words = useOrderWords();
  const { i18n } = useLingui();
  const heads = [msg`Case and decision`, msg`Order, in our words`, msg`Who must act`, msg`Due`, msg`Late, or left`, msg`What we know`, msg`Readable by`];
  return (
    <table className={clsx(styles['table'], loading && styles['loading'])}>
      <caption className="sr"><Trans>Orders across cases</Trans></caption>
      <thead><tr>{heads.map((head) => <th key={head.id} scope="col">{i18n._(head)}</th>)}</tr></thead>
      {[...Map.groupBy(nodes, ({ state }) => state.group)].map(([group, of]) => (
        <tbody key={group}>
          <tr><th scope="rowgroup" colSpan={heads.length} className={styles['group']}><strong>{words.group(group)}</strong> <span>{words.groupNote(group)}</span></th></tr>
          {of.map((order) => <Fragment key={order.id}><OrderRow order={order} onObserve={() => { onObserve(order.id); }} /></Fragment>)}
        </tbody>
      ))}
    </table>
  );
}
