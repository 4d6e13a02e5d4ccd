import { Trans } from '@lingui/react/macro';
import { TestLegend } from '../ui/FindingMark.tsx';
import classes from './FindingLegend.module.css';

/** What the squares, the letters and the tag of the library mean. */
export function FindingLegend({ letters = true }: { letters?: boolean }) {
  return (
    <div className={classes.legend}>
      <TestLegend letters={letters} />
      <p><Trans><strong>Reference record:</strong> facts and findings collected from public sources, not reviewed by two members. Results are as coded there.</Trans></p>
    </div>
  );
}
