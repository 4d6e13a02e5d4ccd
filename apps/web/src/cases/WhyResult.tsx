import { Trans } from '@lingui/react/macro';
import { LegalDate } from '../ui/LegalDate.tsx';
import { useCase } from './case-context.ts';
import { type Case, forumOf } from './case-types.ts';
import styles from './CaseHead.module.css';

/** How the result follows from the claims, claim by claim with court and day: it is derived, so it can always be asked why. */
export function WhyResult({ derived }: { derived: Case['derivedResult'] }) {
  const { legalCase: { claims, proceedings } } = useCase();
  if (derived.steps.length === 0) return null;
  const groups = Map.groupBy(derived.steps, ({ claimId }) => claims.find(({ id }) => id === claimId));
  return (
    <details className={styles['why']} data-print="no">
      <summary><Trans>Why?</Trans></summary>
      <div>
        <p><Trans>The result is never typed. It follows from what became of each claim:</Trans></p>
        {[...groups].map(([claim, steps]) => (
          <div key={claim?.id ?? ''}>
            {claim && <strong><bdi>{claim.act}</bdi></strong>}
            <ol>{steps.map(({ text, proceedingId }, i) => {
              const court = proceedings.find(({ id }) => id === proceedingId);
              const day = claim?.dispositions.find((each) => each.proceedingId === proceedingId)?.decidedOn;
              return <li key={i}>{court && <><bdi>{forumOf(court)}</bdi>{day && <>, <LegalDate edtf={day} /></>}. </>}{text}</li>;
            })}</ol>
          </div>
        ))}
      </div>
    </details>
  );
}
