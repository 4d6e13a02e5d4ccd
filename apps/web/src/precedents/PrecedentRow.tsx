import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { PrecedentRow_PrecedentFragment } from '../gql/graphql.ts';
import { graphql } from '../graphql.ts';
import { PrecedentRow_PrecedentFragmentDoc } from '../gql/graphql.ts';
import { CaseName } from '../ui/CaseName.tsx';
import { LegalDate } from '../ui/LegalDate.tsx';
import { ResultMark } from '../ui/ResultMark.tsx';
import { TestStrip } from '../ui/FindingMark.tsx';
import { TrustTag } from '../ui/TrustTag.tsx';
import { numberOf } from './number-of.ts';
import { HitText } from './HitText.tsx';
import classes from './PrecedentRow.module.css';

graphql(`
  fragment PrecedentRow_precedent on Precedent {
    id slug shortName respondentStates courtName neutralCitation docketNumber decidedOn result outcomeLabel
    findings { limb finding }
  }
`);

interface Passage { place: string; placeLabel: string; text: string; marks: number[] }
interface RowProps {
  precedent: FragmentType<PrecedentRow_PrecedentFragment>;
  passages: readonly Passage[];
  /** slugs chosen so far */
  chosen: readonly string[];
  full: boolean;
  placeName(code: string): string;
  onChoose(slug: string, chosen: boolean): void;
}

/** One decision of the list: name, where from, what was found, tests, result as coded, day. */
export function PrecedentRow({ precedent, passages, chosen: slugs, full, placeName, onChoose }: RowProps) {
  const { t } = useLingui();
  const { data, complete } = useFragment({ fragment: PrecedentRow_PrecedentFragmentDoc, fragmentName: 'PrecedentRow_precedent', from: precedent });
  if (!complete) return null;
  const { slug, shortName, courtName } = data;
  const chosen = slugs.includes(slug);
  const inName = passages.find(({ place, text }) => place === 'short_name' && text === shortName);
  const elsewhere = passages.filter((passage) => passage !== inName);
  return (
    <tr className={classes.row} data-chosen={chosen || undefined} data-slug={slug}>
      <td className={classes.choose}>
        <input type="checkbox" name="c" value={slug} form="compare-chosen" checked={chosen} disabled={full && !chosen}
          aria-label={t`Choose ${shortName} to compare`} onChange={(event) => onChoose(slug, event.currentTarget.checked)} />
      </td>
      <th scope="row" className={classes.decision}>
        <Link to="/precedents/$slug" params={{ slug }} className={classes.name} data-row-link>
          <CaseName>{inName ? <HitText text={shortName} marks={inName.marks} /> : shortName}</CaseName>
        </Link>
        <span className={classes.place}><bdi>{data.respondentStates.map(placeName).join(', ')}</bdi>. <bdi>{courtName}{numberOf(data) && <>, {numberOf(data)}</>}</bdi></span>
        {elsewhere.length > 0 && (
          <span className={classes.passages}>
            {elsewhere.map(({ place, placeLabel, text, marks }) => (
              <span key={place + text} className={classes.passage}>
                <span className={classes.where}>{placeLabel}</span><span className={classes.words}><HitText text={text} marks={marks} /></span>
              </span>
            ))}
          </span>
        )}
      </th>
      <td className={classes.tests}><TestStrip findings={data.findings} /></td>
      <td className={classes.result}>
        <ResultMark result={data.result} label={data.result === 'no_merits' ? data.outcomeLabel : undefined} />
        <TrustTag title={t`Facts and findings collected from public sources, not reviewed by two members`}><Trans>Reference record</Trans></TrustTag>
      </td>
      <td className={classes.decided}><LegalDate edtf={data.decidedOn} /></td>
    </tr>
  );
}
