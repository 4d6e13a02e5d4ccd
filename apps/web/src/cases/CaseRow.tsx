import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { type CaseRow_LegalCaseFragment, CaseRow_LegalCaseFragmentDoc } from '../gql/graphql.ts';
import { CaseName } from '../ui/CaseName.tsx';
import { LegalDate } from '../ui/LegalDate.tsx';
import { ResultMark } from '../ui/ResultMark.tsx';
import { ShareBadge } from '../ui/ShareBadge.tsx';
import { TestStrip } from '../ui/TestStrip.tsx';
import { nameOf } from './case-types.ts';
import styles from './CasesPage.module.css';

interface Props { legalCase: FragmentType<CaseRow_LegalCaseFragment>; placeName(code: string): string; statusWord(code: string): string }

/** One case of the list: name and number, where, tests, result, day, who can read it. */
export function CaseRow({ legalCase, placeName, statusWord }: Props) {
  const { data, complete } = useFragment({ fragment: CaseRow_LegalCaseFragmentDoc, fragmentName: 'CaseRow_legalCase', from: legalCase });
  if (!complete) return null;
  const { id, countries, systems, mainCourt, mainNumber, findings, derivedResult, lastDecidedOn, level, archivedAt, status } = data;
  const decidedOn = derivedResult.decidedOn ?? lastDecidedOn;
  return (
    <tr data-case={id}>
      <th scope="row">
        <Link to="/cases/$id" params={{ id }} className={styles['name']} data-row-link><CaseName>{nameOf(data)}</CaseName></Link>
        <span className={styles['second']}>
          {mainNumber ? <bdi>{mainNumber.value}</bdi> : <Trans>number not known yet</Trans>}{mainNumber?.disputed && <> <Trans>(disputed)</Trans></>}
          {archivedAt && <>, <Trans>archived</Trans></>}
        </span>
      </th>
      <td>
        <span><strong>{countries.map(placeName).join(', ')}</strong>{systems.length > 0 && <>, <bdi>{systems.map(({ name }) => name).join(', ')}</bdi></>}</span>
        <span className={styles['second']}>{mainCourt ? mainCourt.name : statusWord(status)}</span>
      </td>
      <td className={styles['tests']}><TestStrip findings={findings.map(({ limb, result }) => ({ limb, finding: result }))} /></td>
      <td><ResultMark result={derivedResult.result} /></td>
      <td className={styles['decided']}>{decidedOn ? <LegalDate edtf={decidedOn} /> : <span className={styles['second']}>{statusWord(status)}</span>}</td>
      <td><ShareBadge bare level={level} /></td>
    </tr>
  );
}
