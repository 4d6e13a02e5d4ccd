import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { FindingResult } from '../gql/graphql.ts';
import { numberOf } from '../precedents/number-of.ts';
import { Button } from '../ui/Button.tsx';
import { CaseName } from '../ui/CaseName.tsx';
import { FindingMark } from '../ui/FindingMark.tsx';
import { IconArrowLeft, IconArrowRight, IconArrowsSplit2, IconX, iconProps } from '../ui/icons.ts';
import { LegalDate } from '../ui/LegalDate.tsx';
import { ResultMark } from '../ui/ResultMark.tsx';
import { TrustTag } from '../ui/TrustTag.tsx';
import { type CompareSearch, type Comparison, moved, removed } from './compare-search.ts';
import classes from './CompareTable.module.css';
import { useOwnRows } from './own-case.ts';
import { useRowWords } from './row-words.ts';
import { RelianceArcs } from './RelianceArcs.tsx';

interface CompareTableProps {
  comparison: Comparison;
  search: CompareSearch;
  placeName(code: string): string;
  go(next: CompareSearch): void;
}

export const yearOf = (edtf: string | null | undefined): string => edtf?.match(/\d{4}/u)?.[0] ?? '';

/** Decisions as columns, tests as rows; on narrow screens `CompareByTest` stands in its place. */
export function CompareTable({ comparison, search, placeName, go }: CompareTableProps) {
  const { t } = useLingui();
  const { columns, rows, reliance, ownCase } = comparison;
  const own = useOwnRows(ownCase);
  const words = useRowWords();
  const slugs = columns.map(({ slug }) => slug);
  const count = columns.length + (ownCase ? 1 : 0);
  const shown = (row: string) => !search.hide?.includes(row);
  const cell = (limb: string, slug: string) => rows.find((row) => row.limb === limb)?.cells.find((each) => each.slug === slug);
  return (
    <div className={classes.tests}>
      <RelianceArcs slugs={slugs} columns={count} reliance={reliance} />
      <table className={classes.table} style={{ minInlineSize: `${11 + count * 9.5}rem` }}>
        <caption className="sr"><Trans>Findings on each legal test</Trans></caption>
        <thead>
          <tr>
            <th scope="col" className={classes.corner}><Trans>Test</Trans></th>
            {columns.map((column, at) => (
              <th key={column.slug} scope="col">
                <span className={classes.where}>{column.respondentStates.map(placeName).join(', ')}, {yearOf(column.decidedOn) || <LegalDate edtf={column.decidedOn} />}</span>
                <Link to="/precedents/$slug" params={{ slug: column.slug }} className={classes.name}><CaseName>{column.shortName}</CaseName></Link>
                <span className={classes.court}><bdi>{column.courtName}{numberOf(column) && <>, {numberOf(column)}</>}</bdi></span>
                <span className={classes.court}><Bench judges={column.judges} /></span>
                <span className={classes.marks}><ResultMark result={column.result} label={column.result === 'no_merits' ? column.outcomeLabel : undefined} /><TrustTag><Trans>Reference record</Trans></TrustTag></span>
                <span className={classes.handles} data-print="no">
                  <Button size="small" icon={<IconArrowLeft {...iconProps} />} className={classes.turn} aria-label={t`Move ${column.shortName} towards the start`} disabled={at === 0} onClick={() => go(moved(search, slugs, column.slug, -1))} />
                  <Button size="small" icon={<IconArrowRight {...iconProps} />} className={classes.turn} aria-label={t`Move ${column.shortName} towards the end`} disabled={at === columns.length - 1} onClick={() => go(moved(search, slugs, column.slug, 1))} />
                  <Button size="small" icon={<IconX {...iconProps} />} aria-label={t`Remove ${column.shortName}`} onClick={() => go(removed(search, column.slug))} />
                </span>
              </th>
            ))}
            {ownCase && (
              <th scope="col" data-own>
                <span className={classes.where}>{ownCase.countries.map(placeName).join(', ')} <strong className={classes.yours}><Trans>your case</Trans></strong></span>
                <Link to="/cases/$id" params={{ id: ownCase.id }} className={classes.name}><CaseName>{ownCase.shortName ?? ownCase.title}</CaseName></Link>
                <span className={classes.court}>{ownCase.mainCourt?.name ?? <Trans>no court yet</Trans>}{ownCase.mainNumber && <>, <bdi>{ownCase.mainNumber.value}</bdi></>}</span>
                <span className={classes.marks}><ResultMark result={ownCase.derivedResult.result} /></span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.filter(({ limb }) => shown(limb)).map((row) => ({ ...row, ...words(row.limb) })).map(({ limb, name, question, differ }) => (
            <tr key={limb}>
              <th scope="row">
                <span className={classes.test}>{name}{differ && <span title={t`courts differ`}><IconArrowsSplit2 {...iconProps} /><span className="sr"><Trans>courts differ</Trans></span></span>}</span>
                <span className={classes.question}>{question}</span>
              </th>
              {slugs.map((slug) => { const found = cell(limb, slug); return <td key={slug}><Answer finding={found?.finding ?? null} note={found?.note} /></td>; })}
              {ownCase && <td data-own><Answer {...own.finding(limb)} /></td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The finding with its note; an empty place says why it is empty. */
export function Answer({ finding, note }: { finding: FindingResult | null; note?: ReactNode }) {
  return <><FindingMark finding={finding} />{note && <span className={classes.note}><bdi>{note}</bdi></span>}</>;
}

/** How many sat, as far as the record says. */
export function Bench({ judges }: { judges: readonly string[] }) {
  const n = judges.length;
  const { i18n } = useLingui();
  if (n === 0) return <Trans>bench not on file</Trans>;
  return <span title={new Intl.ListFormat(i18n.locale).format(judges)}>{n === 1 ? <Trans>1 judge on file</Trans> : <Trans>{n} judges on file</Trans>}</span>;
}
