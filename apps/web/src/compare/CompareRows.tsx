import { Trans } from '@lingui/react/macro';
import { IconAdjustmentsHorizontal, iconProps } from '../ui/icons.ts';
import { type CompareSearch, type Comparison, withRow } from './compare-search.ts';
import classes from './ComparePage.module.css';
import { useRowWords } from './row-words.ts';
import { useStoryRows } from './story-rows.tsx';

/** Which rows of the comparison are shown; the choice stands in the address. */
export function CompareRows({ rows, search, go }: { rows: Comparison['rows']; search: CompareSearch; go(next: CompareSearch): void }) {
  const words = useRowWords();
  const all = [...rows.map(({ limb }) => ({ id: limb, label: words(limb).name })), ...useStoryRows()];
  return (
    <details className={classes.pick}>
      <summary className={classes.button}><IconAdjustmentsHorizontal {...iconProps} /> <Trans>Rows</Trans></summary>
      <div className={classes.sheet}>
        {all.map(({ id, label }) => <label key={id}><input type="checkbox" checked={!search.hide?.includes(id)} onChange={(event) => go(withRow(search, id, event.currentTarget.checked))} /> {label}</label>)}
      </div>
    </details>
  );
}
