import { Trans } from '@lingui/react/macro';
import { clsx } from '../ui/clsx.ts';
import type { Comparison, CompareSearch } from './compare-search.ts';
import classes from './CompareTable.module.css';
import { useOwnRows } from './own-case.ts';
import { OwnStory, useStoryRows } from './story-rows.tsx';

/** What was ordered, what came of it, how the system stood: under the tests in the same columns, on a phone one under the other. */
export function CompareStory({ comparison: { columns, ownCase }, search }: { comparison: Comparison; search: CompareSearch }) {
  const rows = useStoryRows().filter(({ id }) => !search.hide?.includes(id));
  const own = useOwnRows(ownCase);
  if (rows.length === 0) return null;
  return (
    <table className={clsx(classes.table, classes.story)} style={{ minInlineSize: `${11 + (columns.length + (ownCase ? 1 : 0)) * 9.5}rem` }}>
      <caption className="sr"><Trans>Orders and what came of them</Trans></caption>
      <colgroup><col className={classes.corner} /></colgroup>
      <thead className="sr"><tr><th scope="col"><Trans>Row</Trans></th>{columns.map(({ slug, shortName }) => <th key={slug} scope="col">{shortName}</th>)}{ownCase && <th scope="col"><Trans>your case</Trans></th>}</tr></thead>
      <tbody>
        {rows.map(({ id, label, of }) => (
          <tr key={id}>
            <th scope="row" className={classes.corner}>{label}</th>
            {columns.map((column) => <td key={column.slug} data-name={column.shortName}>{of(column)}</td>)}
            {ownCase && <td data-own data-name={ownCase.shortName ?? ownCase.title}><OwnStory {...own.story(id)} /></td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
