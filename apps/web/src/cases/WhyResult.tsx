import { Trans } from '@lingui/react/macro';
import type { Case } from './case-types.ts';
import styles from './CaseHead.module.css';

/** How the result follows from the claims: it is derived, so it can always be asked why. */
export function WhyResult({ derived }: { derived: Case['derivedResult'] }) {
  if (derived.steps.length === 0) return null;
  return (
    <details className={styles['why']} data-print="no">
      <summary><Trans>Why?</Trans></summary>
      <div>
        <p><Trans>The result is never typed. It follows from what became of each claim:</Trans></p>
        <ol>{derived.steps.map(({ text }, i) => <li key={i}>{text}</li>)}</ol>
      </div>
    </details>
  );
}
