import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useCase } from '../cases/case-context.ts';
import { forumOf } from '../cases/case-types.ts';
import { CaseOrderDates } from '../orders/CaseOrderDates.tsx';
import { Button } from '../ui/Button.tsx';
import { IconPlus, iconProps } from '../ui/icons.ts';
import { later } from '../ui/later.tsx';
import { Section } from '../ui/Section.tsx';
import { DeadlineLine } from './DeadlineLine.tsx';
import type { OpenDeadline } from './DeadlineSheet.tsx';
import styles from './HowCounted.module.css';

const DeadlineForm = later(() => import('./DeadlineForm.tsx').then((m) => m.DeadlineForm));
const DeadlineSheet = later(() => import('./DeadlineSheet.tsx').then((m) => m.DeadlineSheet));

/** What is due in a case, for its team: late first, then by day; what is settled comes last. */
export function CaseDeadlines() {
  const { t } = useLingui();
  const { legalCase, refresh } = useCase();
  const [adding, setAdding] = useState(false), [open, setOpen] = useState<string>(), [editing, setEditing] = useState<OpenDeadline>();
  const { deadlines, viewerCan, proceedings } = legalCase;
  if (!viewerCan.notes) return null;
  const settled = deadlines.filter(({ status }) => status === 'met' || status === 'moot');
  const live = deadlines.filter((each) => !settled.includes(each));
  const add = viewerCan.edit && <Button look="text" data-print="no" icon={<IconPlus {...iconProps} />} onClick={() => { setAdding(true); }}><Trans>Add a deadline</Trans></Button>;
  return (
    <Section id="deadlines" title={t`Deadlines`} note={t`Court time first. Only the case team.`} aside={add}>
      {deadlines.length === 0 && <p className={styles['quiet']}><Trans>Nothing is due on record. Add what a rule or an order asks for: the day is counted, step by step, and a second person confirms it.</Trans></p>}
      {[...live, ...settled].map((deadline) => {
        const proceeding = proceedings.find(({ id }) => id === deadline.proceedingId);
        return <DeadlineLine key={deadline.id} deadline={deadline} lines={proceeding && forumOf(proceeding)} onOpen={() => { setOpen(deadline.id); }} />;
      })}
      <CaseOrderDates id={legalCase.id} />
      {adding && <DeadlineForm onClose={() => { setAdding(false); }} />}
      {open && <DeadlineSheet id={open} onChanged={refresh} onClose={() => { setOpen(undefined); }} onEdit={(deadline) => { setOpen(undefined); setEditing(deadline); }} />}
      {editing && <DeadlineForm item={editing} onClose={() => { setEditing(undefined); }} />}
    </Section>
  );
}
