import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { PrecedentLine_PrecedentFragment } from '../gql/graphql.ts';
import { graphql } from '../graphql.ts';
import { PrecedentLine_PrecedentFragmentDoc } from '../gql/graphql.ts';
import { CaseName } from '../ui/CaseName.tsx';
import { LegalDate } from '../ui/LegalDate.tsx';
import { ResultMark } from '../ui/ResultMark.tsx';
import classes from './PrecedentLine.module.css';

graphql(`
  fragment PrecedentLine_precedent on Precedent {
    id slug shortName respondentStates courtName decidedOn result outcomeLabel
  }
`);

type Line = FragmentType<PrecedentLine_PrecedentFragment>;

function PrecedentLine({ precedent, placeName }: { precedent: Line; placeName(code: string): string }) {
  const { data, complete } = useFragment({ fragment: PrecedentLine_PrecedentFragmentDoc, fragmentName: 'PrecedentLine_precedent', from: precedent });
  if (!complete) return null;
  return (
    <li className={classes.line}>
      <span className={classes.name}>
        <Link to="/precedents/$slug" params={{ slug: data.slug }}><CaseName>{data.shortName}</CaseName></Link>
        <span className={classes.place}>{data.respondentStates.map(placeName).join(', ')}. {data.courtName}</span>
      </span>
      <span className={classes.result}><ResultMark result={data.result} label={data.result === 'no_merits' ? data.outcomeLabel : undefined} /></span>
      <span className={classes.decided}><LegalDate edtf={data.decidedOn} /></span>
    </li>
  );
}

/** Decisions as a short list, for the pages of courts, systems, harms and rights. */
export function PrecedentLines({ precedents, placeName }: { precedents: readonly (Line & { id: string })[]; placeName(code: string): string }) {
  if (precedents.length === 0) return <p className={classes.none}><Trans>No decision in the library.</Trans></p>;
  return (
    <>
      <ul className={classes.lines}>{precedents.map((precedent) => <PrecedentLine key={precedent.id} precedent={precedent} placeName={placeName} />)}</ul>
      <p className={classes.none}><Trans>Results as coded. Reference records, not reviewed by two members.</Trans></p>
    </>
  );
}
