import { Trans, useLingui } from '@lingui/react/macro';
import type { CaseOrder_OrderItemFragment } from '../gql/graphql.ts';
import { clsx } from '../ui/clsx.ts';
import { IconClock, iconProps } from '../ui/icons.ts';
import { scaleOf } from './order-clock.ts';
import { useOrderWords } from './order-words.ts';
import styles from './OrderClocks.module.css';

/** The clocks of a judgment's orders on one scale: what ran, what stood still under a stay, what is late, what is to run. The rows above say the same in words. */
export function OrderClocks({ orders }: { orders: readonly CaseOrder_OrderItemFragment[] }) {
  const { t, i18n } = useLingui();
  const words = useOrderWords();
  const running = orders.filter(({ state }) => state.clock.length > 0);
  const today = running[0]?.state.today ?? '';
  const scale = scaleOf(running.map(({ state }) => state.clock), today);
  if (!scale) return null;
  const { place, months } = scale;
  const monthWord = (iso: string, i: number) => new Intl.DateTimeFormat(i18n.locale === 'ar' ? 'ar-u-nu-latn' : i18n.locale, { month: 'short', ...(i === 0 || iso.slice(5, 7) === '01' ? { year: 'numeric' } : {}), timeZone: 'UTC', calendar: 'gregory' }).format(Date.parse(`${iso}T12:00:00Z`));
  const said = ({ mark, ourWords, state: { due, late, left } }: CaseOrder_OrderItemFragment) => [mark, ourWords, due.status === 'paused' ? t`paused` : due.on && words.day(due.on), late ? t`${words.span(late)} late` : left && t`in ${words.span(left)}`].filter(Boolean).join(', ');
  return (
    <div className={styles['chart']} role="img" aria-label={running.map(said).join('; ')}>
      <div className={styles['axis']}>
        {months.map((iso, i) => <span key={iso} style={{ insetInlineStart: `${place(iso)}%` }}>{monthWord(iso, i)}</span>)}
        <b style={{ insetInlineStart: `${place(today)}%` }}><Trans>Today</Trans></b>
      </div>
      {running.map((order) => {
        const { due, clock, late, left } = order.state;
        const day = due.status === 'day' ? due.on : null, start = clock[0]?.from ?? today;
        return (
          <div key={order.id} className={styles['row']}>
            <span className={styles['letter']}>{order.mark ?? '·'}</span>
            <div className={styles['lane']}>
              {months.map((iso) => <i key={iso} style={{ insetInlineStart: `${place(iso)}%` }} />)}
              <i className={styles['today']} style={{ insetInlineStart: `${place(today)}%` }} />
              {clock.map(({ state, from, to }) => <span key={from} className={clsx(styles['stretch'], styles[state])} style={{ insetInlineStart: `${place(from)}%`, inlineSize: `${place(to) - place(from)}%` }} />)}
              <span className={styles['start']} style={{ insetInlineStart: `${place(start)}%` }} />
              {day && <span className={clsx(styles['due'], late && styles['isLate'])} style={{ insetInlineStart: `${place(day)}%` }}><IconClock {...iconProps} size={20} stroke={2} /></span>}
              {day && <span className={clsx(styles['word'], place(day) > 70 && styles['back'])} style={{ insetInlineStart: `${place(day)}%` }}>{words.day(day)}</span>}
              {(late ?? left) && <span className={clsx(styles['under'], late && styles['isLate'], place(late ? (day ?? today) : today) > 70 && styles['back'])} style={{ insetInlineStart: `${place(late ? (day ?? today) : today)}%` }}>{late ? <Trans>{words.span(late)} overdue</Trans> : left && <Trans>{words.span(left)} left</Trans>}</span>}
              {clock.filter(({ state }) => state === 'stayed').map(({ from, to }) => <span key={from} className={styles['under']} style={{ insetInlineStart: `${place(from)}%` }}>{due.status === 'paused' ? <Trans>stayed</Trans> : <Trans>stayed {words.days(Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000))}</Trans>}</span>)}
            </div>
          </div>
        );
      })}
    </div>
  );
}
