import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { OrderRow_OrderItemFragment } from '../gql/graphql.ts';
import { Button } from '../ui/Button.tsx';
import { CaseName } from '../ui/CaseName.tsx';
import { LegalDate } from '../ui/LegalDate.tsx';
import { ShareBadge } from '../ui/ShareBadge.tsx';
import { decisionLine, useOrderWords } from './order-words.ts';
import { LateOrLeft, OrderDue } from './OrderDue.tsx';
import { OrderMark } from './OrderMark.tsx';
import styles from './Orders.module.css';

/** One order on the board: facts only; what the team noted for itself stays on the case. */
export function OrderRow({ order, onObserve }: { order: OrderRow_OrderItemFragment; onObserve(): void }) {
  const { t } = useLingui();
  const words = useOrderWords();
  const { state, decision, legalCase, addressee, ourWords, observations } = order;
  const [last] = observations;
  const open = { to: '/cases/$id/orders', params: { id: legalCase.id }, hash: `order-${order.id}` } as const;
  return (
    <tr>
      <th scope="row">
        <Link {...open} className={styles['name']} data-row-link><CaseName inherit>{legalCase.shortName ?? legalCase.title}</CaseName></Link>
        <span className={styles['second']}>{decisionLine(decision, words.day)}</span>
      </th>
      <td className={styles['order']}>{ourWords}</td>
      <td className={styles['who']}>{addressee ?? <span className={styles['quiet']}>{state.group === 'nothing_to_do' ? '–' : <Trans>not said</Trans>}</span>}</td>
      <td><OrderDue due={state.due} late={state.group === 'past'} /></td>
      <td><LateOrLeft late={state.late} ahead={state.left} /></td>
      <td>
        <OrderMark mark={state.mark} />
        <span className={styles['second']}>
          {last ? <><LegalDate edtf={last.on} />{last.publicNote && <>: <bdi>{last.publicNote}</bdi></>}</> : state.mark === 'unknown' ? <Trans>Nothing on file</Trans> : null}
        </span>
        {legalCase.viewerCan.edit && state.mark === 'unknown' && <span data-print="no"><Button look="text" size="small" onClick={onObserve}><Trans>Record what you saw<span className="sr"> {t`of: ${ourWords}`}</span></Trans></Button></span>}
      </td>
      <td><ShareBadge bare level={legalCase.level} /></td>
    </tr>
  );
}
