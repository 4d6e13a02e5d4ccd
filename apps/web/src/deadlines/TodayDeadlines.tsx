import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { TodayPageQuery } from '../gql/graphql.ts';
import todayStyles from '../today/TodayPage.module.css';
import { CaseName } from '../ui/CaseName.tsx';
import { later } from '../ui/later.tsx';
import { Section } from '../ui/Section.tsx';
import { ShareBadge } from '../ui/ShareBadge.tsx';
import { DeadlineLine } from './DeadlineLine.tsx';

const DeadlineSheet = later(() => import('./DeadlineSheet.tsx').then((m) => m.DeadlineSheet));

/** Deadlines of one's own cases: what was missed stands on top, what has no day at the end. */
export function TodayDeadlines({ deadlines, onChanged }: { deadlines: TodayPageQuery['today']['deadlines']; onChanged(): Promise<unknown> }) {
  const { t } = useLingui();
  const [open, setOpen] = useState<string>();
  if (deadlines.length === 0) return null;
  return (
    <Section title={t`Deadlines`} note={t`Court time first, then yours. Every date opens its calculation.`}>
      {deadlines.map((deadline) => (
        <DeadlineLine key={deadline.id} deadline={deadline} level={<ShareBadge bare level="case_team" />} onOpen={() => { setOpen(deadline.id); }}
          lines={<Link to="/cases/$id" params={{ id: deadline.legalCase.id }} className={todayStyles['rowCase']}><CaseName inherit>{deadline.legalCase.shortName ?? deadline.legalCase.title}</CaseName></Link>} />
      ))}
      {open && <DeadlineSheet id={open} onChanged={onChanged} onClose={() => { setOpen(undefined); }} />}
      <p data-print="no" className={todayStyles['quiet']}><Trans>Only the team of each case sees its deadlines.</Trans></p>
    </Section>
  );
}
