import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { isLegalDate, precisionOf } from '@amparo/domain';
import type { ReactNode } from 'react';
import { clsx } from './clsx.ts';
import styles from './DeadlineRow.module.css';
import { IconAlertTriangle, iconProps } from './icons.ts';
import { LegalDate } from './LegalDate.tsx';
import { TrustTag } from './TrustTag.tsx';

const noon = (iso: string) => Date.parse(`${iso}T12:00:00Z`);
/** Whole days from one ISO day to another; negative when it is past. */
export const daysBetween = (from: string, to: string): number => Math.round((noon(to) - noon(from)) / 86_400_000);

interface Props {
  edtf: string | null;
  /** The day it is for the court, as ISO. */
  today: string;
  what: ReactNode;
  /** Case, reason: each on its own line. */
  lines?: ReactNode;
  /** Beside the time left: tags, what to do. */
  note?: ReactNode;
  level?: ReactNode;
  /** In the margin column: the numeral counts the days left. */
  margin?: boolean;
  /** Past and nothing done: said in red. */
  late?: boolean;
}

/** A date to come: the day as a numeral, what is due, where, how long still. */
export function DeadlineRow({ edtf, today, what, lines, note, level, margin, late }: Props) {
  const { i18n } = useLingui();
  const exact = edtf && isLegalDate(edtf) && precisionOf(edtf) === 'day' ? edtf : null;
  const left = exact ? daysBetween(today, exact) : null;
  const part = (options: Intl.DateTimeFormatOptions) => exact && new Intl.DateTimeFormat(i18n.locale === 'ar' ? 'ar-u-nu-latn' : i18n.locale, { timeZone: 'UTC', calendar: 'gregory', ...options }).format(noon(exact));
  const month = exact && <>{part({ month: 'short' })}{exact.slice(0, 4) !== today.slice(0, 4) && ` ${exact.slice(2, 4)}`}</>;
  const time = left === null ? null : left < 0 && late
    ? <TrustTag late icon={<IconAlertTriangle {...iconProps} size={14} />}><Plural value={-left} one="# day overdue" other="# days overdue" /></TrustTag>
    : left === 0 ? <Trans>today</Trans> : left < 0 ? <Plural value={-left} one="# day ago" other="# days ago" /> : <Plural value={left} one="# day" other="# days" />;
  if (margin) {
    return (
      <div className={clsx(styles['row'], styles['margin'], late && styles['late'])}>
        {left === null ? <span className={styles['nodate']}>{edtf ? <LegalDate edtf={edtf} /> : <Trans>No date</Trans>}</span> : <span className={styles['count']}><span className={styles['numeral']}>{Math.abs(left)}</span> <small><Plural value={Math.abs(left)} one="day" other="days" /></small></span>}
        <div>
          <div className={styles['what']}>{what}</div>
          <div className={styles['lines']}>{exact && <>{part({ weekday: 'short' })} <LegalDate edtf={exact} /></>}{lines && <div>{lines}</div>}{note}</div>
        </div>
      </div>
    );
  }
  return (
    <div className={clsx(styles['row'], late && styles['late'])}>
      {exact
        ? <time dateTime={exact} className={styles['day']}><span className={styles['numeral']}>{Number(exact.slice(8))}</span><span><b>{month}</b><small>{part({ weekday: 'short' })}</small></span></time>
        : <span className={styles['nodate']}>{edtf ? <LegalDate edtf={edtf} /> : <Trans>No fixed date</Trans>}</span>}
      <div><div className={styles['what']}>{what}</div><div className={styles['lines']}>{lines}</div></div>
      <div className={styles['left']}>{time}{note && <div>{note}</div>}</div>
      <div>{level}</div>
    </div>
  );
}
