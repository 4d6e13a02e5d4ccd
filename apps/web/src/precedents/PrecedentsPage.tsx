import { useSuspenseQuery } from '@apollo/client/react';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { comparisonLimbs } from '@amparo/domain';
import { useState, useTransition } from 'react';
import { PrecedentsPageDocument } from '../gql/graphql.ts';
import { graphql } from '../graphql.ts';
import { usePlaceName } from '../library/countries.ts';
import { DownloadButton, LinkButton } from '../ui/Button.tsx';
import { IconAdjustmentsHorizontal, IconDownload, iconProps } from '../ui/icons.ts';
import { TestLegend } from '../ui/FindingMark.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { limbWords } from '../ui/words.ts';
import { ActiveFilters, NoPrecedents } from './ActiveFilters.tsx';
import { CompareTray } from './CompareTray.tsx';
import { activeFilters, changed, chosenSlugs, csvOf, mostCompared, pageOfPrecedents, type PrecedentSearch, type PrecedentSort, precedentsVariables, sortOf, withChosen } from './precedent-search.ts';
import { PrecedentFilters } from './PrecedentFilters.tsx';
import classes from './PrecedentsPage.module.css';
import { PrecedentsTable } from './PrecedentsTable.tsx';
import { useListKeys } from './use-list-keys.ts';

graphql(`
  query PrecedentsPage($first: Int!, $after: String, $filter: PrecedentFilter, $chosen: [String!]!, $withChosen: Boolean!) {
    precedents(first: $first, after: $after, filter: $filter) {
      total
      rows {
        precedent { id ...PrecedentRow_precedent }
        passages { place placeLabel text marks }
      }
      facets { name values { id label count } }
      years { year count matching }
      pageInfo { endCursor hasNextPage }
    }
    chosen: comparison(slugs: $chosen) @include(if: $withChosen) { columns { id slug shortName } }
  }
`);

const form = 'precedent-search';

/** The library's list: search, facets, rows, the tray of chosen decisions. Everything it shows is in the address. */
export function PrecedentsPage() {
  const { t, i18n } = useLingui();
  const search = useSearch({ from: '/precedents' });
  const navigate = useNavigate({ from: '/precedents' });
  const variables = precedentsVariables(search);
  const { data, fetchMore } = useSuspenseQuery(PrecedentsPageDocument, { variables });
  const placeName = usePlaceName();
  const [loadingMore, startMore] = useTransition();
  const [failed, setFailed] = useState(false);
  const [filtersOpen, openFilters] = useState(false);

  const { rows, total, facets, years, pageInfo } = data.precedents;
  const filters = activeFilters(search);
  const slugs = chosenSlugs(search.c);
  const names = new Map(data.chosen?.columns.map(({ slug, shortName }) => [slug, shortName]));
  const chosen = slugs.map((slug) => ({ slug, shortName: names.get(slug) ?? slug }));
  const limbs = comparisonLimbs.map((id) => ({ id, label: limbWords[id] ? i18n._(limbWords[id].name) : id }));
  const countries = facets.find(({ name }) => name === 'country')?.values.filter(({ count }) => count > 0).length ?? 0;

  // A tick stands at once, and the next one counts from it, while the list is still on its way.
  const [asked, ask] = useState<{ from: PrecedentSearch; to: PrecedentSearch }>();
  const wanted = asked?.from === search ? asked.to : search;
  const go = (next: PrecedentSearch) => {
    ask({ from: search, to: next });
    void navigate({ search: next, replace: true, resetScroll: false });
  };
  useListKeys(wanted, go);
  const more = () => startMore(async () => {
    setFailed(false);
    try {
      await fetchMore({ variables: { after: pageInfo.endCursor }, updateQuery: (before, { fetchMoreResult: next }) => ({ ...before, precedents: { ...next.precedents, rows: [...before.precedents.rows, ...next.precedents.rows] } }) });
    } catch {
      setFailed(true);
    }
  });
  const left = Math.min(pageOfPrecedents, total - rows.length);
  const shown = rows.length;

  return (
    <div className={classes.page}>
      <form hidden id="compare-chosen" action="/precedents/compare" method="get">{slugs.filter((slug) => !rows.some(({ precedent }) => precedent.id === slug)).map((slug) => <input key={slug} type="hidden" name="c" value={slug} />)}</form>
      <aside className={classes.aside} aria-label={t`Filters`}>
        <details className={classes.sheet} open={filtersOpen || undefined} onToggle={(event) => openFilters(event.currentTarget.open)}>
          <summary><IconAdjustmentsHorizontal {...iconProps} /> <Trans>Filters</Trans>{filters.length > 0 && ` (${filters.length})`}</summary>
        </details>
        <div className={classes.panel}>
          <PrecedentFilters search={wanted} facets={facets} years={years} limbs={limbs} form={form} onChange={go} />
          <noscript><button type="submit" form={form} className={classes.apply}><Trans>Apply</Trans></button></noscript>
        </div>
      </aside>
      <div className={classes.main}>
        <header className={classes.head}>
          <h1><Trans>Precedents</Trans></h1>
          <p><Plural value={total} one="# decision" other="# decisions" /> <Plural value={countries} one="from # country" other="from # countries" />, <Trans>wins and losses alike. Free to read, no account.</Trans></p>
        </header>
        <SearchField id={form} action="/precedents" keep={{ c: search.c }} label={t`Search decisions`} placeholder={t`Names, numbers, questions, findings, orders`} value={search.q} onSearch={(q) => go(changed(wanted, { q: q || undefined }))}>
          <div className={classes.bar}>
            <p className={classes.found} role="status"><strong><Plural value={total} one="# decision" other="# decisions" /></strong> {search.q && <Trans>speak of {search.q}</Trans>}</p>
            <ActiveFilters search={search} facets={facets} />
            <select name="sort" aria-label={t`Order`} className={classes.sort} value={sortOf(wanted)} onChange={(event) => go(changed(wanted, { sort: event.currentTarget.value as PrecedentSort }))}>
              {search.q && <option value="best">{t`Best match first`}</option>}
              <option value="newest">{t`Newest first`}</option>
              <option value="oldest">{t`Oldest first`}</option>
              <option value="name">{t`By name`}</option>
            </select>
            <DownloadButton href={csvOf(search)} download icon={<IconDownload {...iconProps} />}>CSV</DownloadButton>
          </div>
        </SearchField>
        {rows.length === 0 ? <NoPrecedents search={search} facets={facets} /> : (
          <>
            <PrecedentsTable rows={rows} chosen={chosenSlugs(wanted.c)} placeName={placeName} onChoose={(slug, on) => go(withChosen(wanted, slug, on))} />
            <div className={classes.foot}>
              <TestLegend records />
              <div className={classes.paging}>
                <span>{search.after ? <Link to="/precedents" search={changed(search, {})}><Trans>Back to the first</Trans></Link> : <Trans>1 to {shown} of {total}</Trans>}</span>
                {pageInfo.hasNextPage && (
                  <LinkButton to="/precedents" search={{ ...search, ...(pageInfo.endCursor && { after: pageInfo.endCursor }) }} preload={false} aria-busy={loadingMore}
                    onClick={(event) => { event.preventDefault(); more(); }}>{search.after ? <Trans>Show more</Trans> : <Plural value={left} one="Show # more" other="Show # more" />}</LinkButton>
                )}
              </div>
            </div>
            {failed && <p role="alert" className={classes.failed}><Trans>Could not load more decisions. Those above are complete. Try again.</Trans></p>}
          </>
        )}
        <noscript><button type="submit" form="compare-chosen" className={classes.apply}><Trans>Compare the chosen decisions (at most {mostCompared})</Trans></button></noscript>
      </div>
      <CompareTray chosen={chosen} onRemove={(slug) => go(withChosen(wanted, slug, false))} onClear={() => go(changed(wanted, { c: undefined }))} />
    </div>
  );
}
