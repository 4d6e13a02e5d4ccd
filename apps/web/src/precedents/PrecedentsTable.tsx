import type { FragmentType } from '@apollo/client';
import { Trans, useLingui } from '@lingui/react/macro';
import type { PrecedentRow_PrecedentFragment } from '../gql/graphql.ts';
import { TestLetters } from '../ui/FindingMark.tsx';
import { mostCompared } from './precedent-search.ts';
import { PrecedentRow } from './PrecedentRow.tsx';
import classes from './PrecedentRow.module.css';

interface Row {
  precedent: FragmentType<PrecedentRow_PrecedentFragment> & { id: string };
  passages: { place: string; placeLabel: string; text: string; marks: number[] }[];
}
interface TableProps {
  rows: readonly Row[];
  chosen: readonly string[];
  placeName(code: string): string;
  onChoose(slug: string, chosen: boolean): void;
}

/** The rows of the list. */
export function PrecedentsTable({ rows, chosen, placeName, onChoose }: TableProps) {
  const { t } = useLingui();
  return (
    <table className={classes.table}>
      <caption className="sr"><Trans>Decisions</Trans></caption>
      <thead>
        <tr>
          <th scope="col"><span className="sr"><Trans>Choose</Trans></span></th>
          <th scope="col"><Trans>Decision</Trans></th>
          <th scope="col"><abbr title={t`Did the State meet the test?`}><Trans>Legal tests</Trans></abbr><TestLetters /></th>
          <th scope="col"><Trans>Result, as coded</Trans></th>
          <th scope="col" className={classes.decided}><Trans>Decided</Trans></th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ precedent, passages }) => <PrecedentRow key={precedent.id} precedent={precedent} passages={passages} chosen={chosen} full={chosen.length >= mostCompared} placeName={placeName} onChoose={onChoose} />)}
      </tbody>
    </table>
  );
}
