import { Trans } from '@lingui/react/macro';
import { LegalDate } from '../ui/LegalDate.tsx';
import { TrustTag } from '../ui/TrustTag.tsx';
import styles from './Orders.module.css';
import { type Due, useOrderWords } from './order-words.ts';

/** When an order is to be obeyed by, and how sure that is. `late`: said in red. */
export function OrderDue({ due, late, small }: { due: Due; late?: boolean; small?: boolean }) {
  const words = useOrderWords();
  const { status, on, why, since, daysLeft, before, stayedDays, startToConfirm } = due;
  const head = () => {
    if (status === 'none') return why === 'nothing_to_do' ? '–' : <Trans>no day</Trans>;
    if (status === 'paused') return <Trans>paused</Trans>;
    if (!on) return <Trans>not known</Trans>;
    return <><LegalDate edtf={on} />{status === 'not_computable' && '?'}</>;
  };
  const second = () => {
    if (status === 'paused') return <Trans>since {words.day(since ?? '')}, {words.days(daysLeft ?? 0)} left; before that {words.day(before ?? '')}</Trans>;
    if (status === 'day') return <>{on && words.weekday(on)}{stayedDays ? <>, <Trans>{words.days(stayedDays)} of a stay added</Trans></> : null}</>;
    return why ? words.why(why) : null;
  };
  return (
    <span className={late ? styles['late'] : undefined}>
      <span className={small ? styles['dueSmall'] : styles['due']}>{head()}</span>
      <span className={styles['second']}>{second()}</span>
      {startToConfirm && status !== 'paused' && <TrustTag><Trans>start to confirm</Trans></TrustTag>}
    </span>
  );
}

/** How late, or how long still. */
export function LateOrLeft({ late, ahead }: { late: Parameters<ReturnType<typeof useOrderWords>['span']>[0] | null; ahead: Parameters<ReturnType<typeof useOrderWords>['span']>[0] | null }) {
  const words = useOrderWords();
  if (late) return <strong className={styles['alarm']}><bdi>{words.span(late)}</bdi><span className="sr"> <Trans>late</Trans></span></strong>;
  return ahead ? <Trans>in {words.span(ahead)}</Trans> : <>–</>;
}
