import { stripLimbs } from '@amparo/domain';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { FindingResult } from '../gql/graphql.ts';
import { joined } from '../library/countries.ts';
import { numberOf } from '../precedents/number-of.ts';
import { CaseName } from '../ui/CaseName.tsx';
import { FindingMark } from '../ui/FindingMark.tsx';
import { IconArrowRight, IconArrowsSplit2, IconChevronLeft, IconChevronRight, iconProps } from '../ui/icons.ts';
import { ResultMark } from '../ui/ResultMark.tsx';
import { TrustTag } from '../ui/TrustTag.tsx';
import type { Column, CompareSearch, Comparison } from './compare-search.ts';
import classes from './CompareByTest.module.css';
import { yearOf } from './CompareTable.tsx';
import { useOwnRows } from './own-case.ts';
import { useRowWords } from './row-words.ts';

type Row = Comparison['rows'][number] & { label: string; question: string };
const letters: Readonly<Record<string, string>> = Object.fromEntries(stripLimbs.map(({ limb, letter }) => [limb, letter]));
const letterOf = ({ limb, label }: Row) => letters[limb] ?? label.slice(0, 2);

/** The comparison on a phone: one test per screen, decisions stacked, swiped or reached by letter; arcs become words. */
export function CompareByTest({ comparison, search, placeName }: { comparison: Comparison; search: CompareSearch; placeName(code: string): string }) {
  const { t } = useLingui();
  const words = useRowWords();
  const rows = comparison.rows.filter(({ limb }) => !search.hide?.includes(limb)).map((row) => { const { name, question } = words(row.limb); return { ...row, label: name, question }; });
  const own = useOwnRows(comparison.ownCase);
  const [at, setAt] = useState(0);
  const strip = useRef<HTMLDivElement>(null);
  // as tall as the test that is shown: a longer one beside it leaves no gap below
  useEffect(() => {
    const { current } = strip, shown = current?.children[at];
    if (!current || !shown) return;
    const fit = new ResizeObserver(() => { current.style.blockSize = `${shown.clientHeight}px`; });
    fit.observe(shown);
    return () => { fit.disconnect(); };
  }, [at]);
  const reach = (index: number) => strip.current?.children[index]?.scrollIntoView({ inline: 'start', block: 'nearest' });
  const onScroll = () => {
    const { current } = strip;
    if (current && current.clientWidth > 0) setAt(Math.min(rows.length - 1, Math.round(Math.abs(current.scrollLeft) / current.clientWidth)));
  };
  const step = (index: number, turn: 'back' | 'on') => {
    const row = rows[index];
    return row ? <button type="button" onClick={() => reach(index)}>{turn === 'back' && <IconChevronLeft {...iconProps} className={classes.turn} />}{row.label}{turn === 'on' && <IconChevronRight {...iconProps} className={classes.turn} />}</button> : <span />;
  };
  return (
    <div className={classes.narrow}>
      <nav className={classes.letters} aria-label={t`Legal tests`}>
        {rows.map((row, i) => (
          <a key={row.limb} href={`#test-${row.limb}`} aria-current={i === at || undefined} onClick={(event) => { event.preventDefault(); reach(i); }}>
            <abbr title={row.label}>{letterOf(row)}</abbr><span className="sr">{row.label}</span>{row.differ && <IconArrowsSplit2 {...iconProps} size={15} />}
          </a>
        ))}
      </nav>
      <div ref={strip} className={classes.strip} onScroll={onScroll} tabIndex={0} role="group" aria-label={t`Legal tests, swipe to turn`}>
        {rows.map((row) => (
          <section key={row.limb} id={`test-${row.limb}`} className={classes.test} aria-label={row.label}>
            <header className={classes.head}>
              <h2>{row.label}</h2>{row.differ && <span className={classes.differ}><IconArrowsSplit2 {...iconProps} /> <Trans>courts differ</Trans></span>}
              <p>{row.question}</p>
              <p className={classes.sum}><Summary row={row} comparison={comparison} own={own.finding(row.limb).finding} placeName={placeName} /></p>
            </header>
            {comparison.columns.map((column) => {
              const cell = row.cells.find(({ slug }) => slug === column.slug);
              return (
                <article key={column.slug} className={classes.decision}>
                  <p className={classes.where}>{column.respondentStates.map(placeName).join(', ')}, {yearOf(column.decidedOn)}</p>
                  <h3><Link to="/precedents/$slug" params={{ slug: column.slug }}><CaseName>{column.shortName}</CaseName></Link></h3>
                  <p className={classes.court}><bdi>{column.courtName}{numberOf(column) && <>, {numberOf(column)}</>}</bdi></p>
                  <p className={classes.answer}><FindingMark finding={cell?.finding ?? null} /><span><ResultMark result={column.result} label={column.result === 'no_merits' ? column.outcomeLabel : undefined} /></span></p>
                  {cell?.note && <p className={classes.note}>{cell.note}</p>}
                  <UsedBy column={column} comparison={comparison} placeName={placeName} />
                </article>
              );
            })}
            {comparison.ownCase && (
              <article className={classes.decision} data-own>
                <p className={classes.where}>{comparison.ownCase.countries.map(placeName).join(', ')} <strong><Trans>your case</Trans></strong></p>
                <h3><CaseName>{comparison.ownCase.shortName ?? comparison.ownCase.title}</CaseName></h3>
                <p className={classes.answer}><FindingMark finding={own.finding(row.limb).finding} /><span><ResultMark result={comparison.ownCase.derivedResult.result} /></span></p>
                {own.finding(row.limb).note && <p className={classes.note}>{own.finding(row.limb).note}</p>}
              </article>
            )}
          </section>
        ))}
      </div>
      {rows.length > 0 && <div className={classes.steps} data-print="no">{step(at - 1, 'back')}<span><Trans>{at + 1} of {rows.length}, swipe</Trans></span>{step(at + 1, 'on')}</div>}
      <p className={classes.tag}><TrustTag><Trans>Reference records, not reviewed by two members</Trans></TrustTag></p>
    </div>
  );
}

/** "Not met in Jamaica. Partly met in Mauritius and Kenya." */
function Summary({ row, comparison, own, placeName }: { row: Row; comparison: Comparison; own: FindingResult | null; placeName(code: string): string }) {
  const { t, i18n } = useLingui();
  const groups: [FindingResult | null, (places: string) => string][] = [
    ['not_satisfied', (places) => t`Not met in ${places}.`], ['partly', (places) => t`Partly met in ${places}.`], ['satisfied', (places) => t`Met in ${places}.`],
    ['not_addressed', (places) => t`Not addressed in ${places}.`], ['not_reached', (places) => t`Not reached in ${places}.`], [null, (places) => t`Not coded yet in ${places}.`],
  ];
  const words = groups.flatMap(([finding, say]) => {
    const places = comparison.columns.filter(({ slug }) => (row.cells.find((cell) => cell.slug === slug)?.finding ?? null) === finding).map(({ respondentStates }) => joined(i18n.locale, respondentStates.map(placeName)));
    if (comparison.ownCase && own === finding) places.push(t`your case`);
    return places.length > 0 ? [say(joined(i18n.locale, [...new Set(places)]))] : [];
  });
  return <>{words.join(' ')}</>;
}

/** Who used this decision, in words. */
function UsedBy({ column, comparison, placeName }: { column: Column; comparison: Comparison; placeName(code: string): string }) {
  const uses = comparison.reliance.filter(({ from }) => from === column.slug);
  return uses.map(({ to, label, verified }) => {
    const citing = comparison.columns.find(({ slug }) => slug === to);
    if (!citing) return null;
    const [place, year] = [citing.respondentStates.map(placeName).join(', '), yearOf(citing.decidedOn)];
    return <p key={to} className={classes.used}><IconArrowRight {...iconProps} className={classes.turn} /> <span><Trans>{label} by {place} {year}</Trans> {!verified && <TrustTag><Trans>not verified</Trans></TrustTag>}</span></p>;
  });
}
