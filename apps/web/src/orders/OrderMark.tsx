import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { clsx } from '../ui/clsx.ts';
import styles from './Orders.module.css';
import { useOrderWords } from './order-words.ts';

const frame = { x: 1, y: 1.5, width: 24, height: 13, rx: 3, fill: 'none', stroke: 'currentColor', strokeWidth: 1.5 } as const;
const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.6, strokeLinecap: 'round', strokeLinejoin: 'round' } as const;
const filled = (width: number) => <rect x="3.4" y="4" width={width} height="8" rx="1.2" fill="currentColor" />;
const inside: Readonly<Record<string, ReactNode>> = {
  none: null, partial: filled(7), substantial: filled(13.5),
  full_one_person: <rect x="1" y="1.5" width="24" height="13" rx="3" fill="currentColor" />,
  full_checked: <><rect x="1" y="1.5" width="24" height="13" rx="3" fill="currentColor" /><path d="M9 8.2l2.8 2.6 5-5.4" {...line} stroke="var(--paper)" /></>,
  paused: <path d="M11 5.2v5.6M15 5.2v5.6" {...line} />,
  not_due: <path d="M8 8h10M15 5l3 3-3 3" {...line} />,
  regressed: <>{filled(7)}<path d="M20 8h-6.4M16 5.4L13.4 8 16 10.6" {...line} /></>,
  unknown: <text x="13" y="12" textAnchor="middle" fontSize="11" fontWeight="700" fill="currentColor" stroke="none">?</text>,
};

/** Whether an order is obeyed, as a bar in ink: the third shape beside circle and square. Unknown is dashed with a question mark, and never drawn as none. */
export const OrderGlyph = ({ mark }: { mark: string }) => (
  <svg width="26" height="16" viewBox="0 0 26 16" aria-hidden="true"><rect {...frame} {...(mark === 'unknown' ? { strokeDasharray: '2.6 2' } : {})} />{inside[mark]}</svg>
);

/** The mark with its word. */
export function OrderMark({ mark, children }: { mark: string; children?: ReactNode }) {
  const words = useOrderWords();
  return <span className={clsx(styles['mark'], (mark === 'unknown' || mark === 'not_due') && styles['open'])}><OrderGlyph mark={mark} /><span>{children ?? words.mark(mark)}</span></span>;
}

/** What the bars mean, in words. */
export const OrderLegend = () => (
  <div className={styles['legend']}>
    <OrderMark mark="unknown"><Trans>Unknown: nobody looked, or no answer</Trans></OrderMark>
    <OrderMark mark="none"><Trans>None seen</Trans></OrderMark>
    <OrderMark mark="partial"><Trans>Partial</Trans></OrderMark>
    <OrderMark mark="substantial"><Trans>Substantial</Trans></OrderMark>
    <OrderMark mark="full_one_person"><Trans>Full, one person</Trans></OrderMark>
    <OrderMark mark="full_checked"><Trans>Full, checked by a second</Trans></OrderMark>
    <OrderMark mark="regressed"><Trans>Gone back</Trans></OrderMark>
    <OrderMark mark="paused"><Trans>Paused by a stay</Trans></OrderMark>
    <OrderMark mark="not_due"><Trans>Not due yet</Trans></OrderMark>
  </div>
);
