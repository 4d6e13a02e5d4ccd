import { Plural, Trans, useLingui } from '@lingui/react/macro';
import deadlineStyles from '../deadlines/HowCounted.module.css';
import { dayIn } from '../today/date-locale.ts';
import { CaseName } from '../ui/CaseName.tsx';
import { daysBetween } from '../ui/DeadlineRow.tsx';
import { IconAlertTriangle, iconProps } from '../ui/icons.ts';
import { LegalDate } from '../ui/LegalDate.tsx';
import { TrustTag } from '../ui/TrustTag.tsx';
import styles from './Calendar.module.css';
import type { Entry } from './entry-words.tsx';

/** What was missed before the first day shown, carried forward until somebody settles it. */
export function Overdue({ entries, onOpen }: { entries: readonly Entry[]; onOpen(id: string): void }) {
  const { t } = useLingui();
  if (entries.length === 0) return null;
  return (
    <ul className={styles['overdue']} aria-label={t`Overdue, carried forward`}>
      {entries.map(({ id, on, timeZone, title, caseName }) => (
        <li key={id}>
          {on && <TrustTag late icon={<IconAlertTriangle {...iconProps} size={14} />}><Plural value={daysBetween(on, dayIn(timeZone ?? undefined, new Date()))} one="# day overdue" other="# days overdue" /></TrustTag>}
          {on && <b className={styles['lateDay']}><LegalDate edtf={on} /></b>}
          <span><button type="button" className={deadlineStyles['open']} aria-haspopup="dialog" onClick={() => { onOpen(id); }}>{title}</button>, <CaseName inherit>{caseName}</CaseName></span>
          <small><Trans>carried forward</Trans></small>
        </li>
      ))}
    </ul>
  );
}
