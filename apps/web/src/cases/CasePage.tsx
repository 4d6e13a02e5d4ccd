import { Trans, useLingui } from '@lingui/react/macro';
import { Margin, Split } from '../ui/Margin.tsx';
import { Section } from '../ui/Section.tsx';
import { useCase } from './case-context.ts';
import { CaseFindings } from './CaseFindings.tsx';
import { CaseHarms } from './CaseHarms.tsx';
import { CaseLanes } from './CaseLanes.tsx';
import { CaseParties } from './CaseParties.tsx';
import { CaseReaders } from './CaseReaders.tsx';
import { CaseTimeline } from './CaseTimeline.tsx';
import { LearnFrom } from './LearnFrom.tsx';
import { NextDates } from './NextDates.tsx';
import styles from './CasePage.module.css';

/** Case home: the courts, what happened, what was found; at the margin what comes next and who can read it. */
export function CasePage() {
  const { t } = useLingui();
  const { legalCase } = useCase();
  const { summary, goals } = legalCase;
  return (
    <div className={styles['sheet']}><Margin notes={(
      <div className={styles['notes']}>
        <NextDates legalCase={legalCase} />
        <CaseReaders />
        <LearnFrom legalCase={legalCase} />
        <div className={styles['last']}><CaseParties legalCase={legalCase} /></div>
      </div>
    )}>
      {summary && <p className={styles['summary']}>{summary}</p>}
      <CaseLanes legalCase={legalCase} title={t`Proceedings`} />
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
