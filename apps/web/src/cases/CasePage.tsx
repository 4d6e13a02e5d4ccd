import { Trans, useLingui } from '@lingui/react/macro';
import { later } from '../ui/later.tsx';
import { Margin, Split } from '../ui/Margin.tsx';
import { Section } from '../ui/Section.tsx';
import { useCase } from './case-context.ts';
import { CaseFindings } from './CaseFindings.tsx';
import { CaseHarms } from './CaseHarms.tsx';
import styles from './CasePage.module.css';

const CaseLanes = later(() => import('./CaseLanes.tsx').then((m) => m.CaseLanes));
const CaseDeadlines = later(() => import('../deadlines/CaseDeadlines.tsx').then((m) => m.CaseDeadlines));
const CaseMargin = later(() => import('./CaseMargin.tsx').then((m) => m.CaseMargin));
const CaseTimeline = later(() => import('./CaseTimeline.tsx').then((m) => m.CaseTimeline));

/** Case home: the courts, what happened, what was found; at the margin what comes next and who can read it. */
export function CasePage() {
  const { t } = useLingui();
  const { legalCase } = useCase();
  const { summary, goals } = legalCase;
  return (
    <div className={styles['sheet']}><Margin notes={<CaseMargin legalCase={legalCase} />}>
      {summary && <p className={styles['summary']}>{summary}</p>}
      <CaseLanes legalCase={legalCase} title={t`Proceedings`} />
      <CaseDeadlines />
      <Split>
        <CaseTimeline />
        <div className={styles['found']}>
          <CaseFindings legalCase={legalCase} />
          <CaseHarms legalCase={legalCase} />
          {goals.length > 1 && <Section title={t`Goals`}><ul className={styles['lines']}>{goals.map(({ kind, text }, i) => <li key={i}>{text} <Kind kind={kind} /></li>)}</ul></Section>}
        </div>
      </Split>
    </Margin></div>
  );
}

const Kind = ({ kind }: { kind: string }) => <span className={styles['quiet']}>{{ legal: <Trans>legal</Trans>, policy: <Trans>policy</Trans>, community: <Trans>community</Trans>, movement: <Trans>movement</Trans> }[kind] ?? kind}</span>;
