import { StillRight } from '../orders/StillRight.tsx';
import type { Case } from './case-types.ts';
import styles from './CasePage.module.css';
import { CaseParties } from './CaseParties.tsx';
import { CaseReaders } from './CaseReaders.tsx';
import { LearnFrom } from './LearnFrom.tsx';
import { NextDates } from './NextDates.tsx';

/** At the margin of a case: what comes next, who can read it, what to learn from, who stands in it. */
export const CaseMargin = ({ legalCase }: { legalCase: Case }) => (
  <div className={styles['notes']}>
    <NextDates legalCase={legalCase} />
    <CaseReaders />
    <StillRight quiet kind="case" freshness={legalCase.freshness} can={legalCase.viewerCan.edit} />
    <LearnFrom legalCase={legalCase} />
    <div className={styles['last']}><CaseParties legalCase={legalCase} /></div>
  </div>
);
