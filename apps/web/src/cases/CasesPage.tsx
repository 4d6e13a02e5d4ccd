import { useApolloClient, useSubscription, useSuspenseQuery } from '@apollo/client/react';
import { msg } from '@lingui/core/macro';
import { formatLegalDate } from '@amparo/domain';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useState, useTransition } from 'react';
import { type CaseRow_LegalCaseFragment, CaseRow_LegalCaseFragmentDoc, CasesPage_ChangedDocument, CasesPageDocument } from '../gql/graphql.ts';
import { usePlaceName } from '../library/countries.ts';
import { type Action, useActions } from '../ui/actions.ts';
import { Button, LinkButton } from '../ui/Button.tsx';
import { clsx } from '../ui/clsx.ts';
import { CsvButton } from '../ui/CsvButton.tsx';
import { Segmented } from '../ui/Fields.tsx';
import { TestLegend, TestLetters } from '../ui/FindingMark.tsx';
import { iconProps, IconPlus, IconX } from '../ui/icons.ts';
import { later } from '../ui/later.tsx';
import { Page } from '../ui/Page.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { SkeletonRows } from '../ui/SkeletonRows.tsx';
import { WithFilters } from '../ui/WithFilters.tsx';
import { levelWords, resultWords } from '../ui/words.ts';
import { activeFilters, type CaseSearch, casesVariables, changed, type FacetName } from './case-search.ts';
import { nameOf } from './case-types.ts';
import { useCaseWords } from './case-words.ts';
import { CaseRow } from './CaseRow.tsx';
import styles from './CasesPage.module.css';
import { NoCases } from './NoCases.tsx';
import { useSettled } from './use-settled.ts';

const CaseFilters = later(() => import('./CaseFilters.tsx').then((m) => m.CaseFilters), <SkeletonRows />);

/** Every case the person may read. What the list shows is in the address; it follows what others change. */
export function CasesPage() {
  const { t, i18n } = useLingui();
  const search = useSearch({ from: '/cases' });
  const navigate = useNavigate({ from: '/cases' });
  const client = useApolloClient();
  const { data, refetch, fetchMore } = useSuspenseQuery(CasesPageDocument, { variables: casesVariables(search) });
  const [loading, start] = useTransition();
  const [failed, setFailed] = useState(false);
  const [stale, setStale] = useState(false);
  const placeName = usePlaceName(undefined);
  const words = useCaseWords();
  const { nodes, facets, total, pageInfo } = data.cases;
  const first = casesVariables(search).first;

  const again = () => { setStale(false); start(async () => { await refetch().catch(() => { setFailed(true); }); }); };
  // a longer list is not thrown back to its first page under the reader's eyes
  const onChanged = useSettled(() => { if (nodes.length > first) setStale(true); else again(); });
  useSubscription(CasesPage_ChangedDocument, { onData: onChanged });
  useEffect(() => { setStale(false); setFailed(false); }, [search]);

  const go = (next: CaseSearch) => void navigate({ search: next, replace: true, resetScroll: false });
  const more = () => { start(async () => {
    setFailed(false);
    try {
      await fetchMore({ variables: { after: pageInfo.endCursor }, updateQuery: (before, { fetchMoreResult: next }) => ({ cases: { ...next.cases, nodes: [...before.cases.nodes, ...next.cases.nodes] } }) });
    } catch {
      setFailed(true);
    }
  }); };
  useRowKeys(useMemo(() => () => void navigate({ to: '/cases/new' }), [navigate]));

  const labelOf = (name: FacetName, { id, label }: { id: string; label: string }) => ({
    country: () => placeName(id), status: () => words.status(id), system: () => label,
    result: () => i18n._(resultWords[id as keyof typeof resultWords]), level: () => i18n._(levelWords[id as keyof typeof levelWords]),
  })[name]();
  const filters = activeFilters(search).map((filter) => {
    const own = { q: () => filter.value, mine: () => t`My team`, archived: () => t`Archived` };
    const { name, value } = filter;
    const label = name === 'q' || name === 'mine' || name === 'archived' ? own[name]() : labelOf(name, facets.find((facet) => facet.name === name)?.values.find(({ id }) => id === value) ?? { id: value, label: value });
    return { ...filter, label };
  });
  const countries = facets.find(({ name }) => name === 'country')?.values.filter(({ count }) => count > 0).length ?? 0;
  const read = (node: (typeof nodes)[number]) => client.cache.readFragment({ fragment: CaseRow_LegalCaseFragmentDoc, fragmentName: 'CaseRow_legalCase', from: node as never });
  const date = (edtf: string | null | undefined) => (edtf ? formatLegalDate(edtf, i18n.locale) : '');
  const csv: [string, (row: CaseRow_LegalCaseFragment) => string][] = [
    [t`Case`, nameOf], [t`Title`, ({ title }) => title], [t`Number`, ({ mainNumber }) => mainNumber?.value ?? ''], [t`Country`, (row) => row.countries.map(placeName).join('; ')],
    [t`ID system`, ({ systems }) => systems.map(({ name }) => name).join('; ')], [t`Court`, ({ mainCourt }) => mainCourt?.name ?? ''], [t`Stage`, ({ status }) => words.status(status)],
    [t`Result`, ({ derivedResult }) => i18n._(resultWords[derivedResult.result])], [t`Decided`, (row) => date(row.derivedResult.decidedOn ?? row.lastDecidedOn)], [t`Readable by`, ({ level }) => i18n._(levelWords[level])],
  ];
  const none = nodes.length === 0;
  return (
    <Page title={t`Cases`} aside={!none && <><Plural value={total} one="# you can read" other="# you can read" />{countries > 0 && <>, <Plural value={countries} one="in # country" other="in # countries" /></>}</>}
      actions={<LinkButton look="brand" icon={<IconPlus {...iconProps} />} to="/cases/new"><Trans>New case</Trans></LinkButton>}>
      {none && filters.length === 0 ? <NoCases /> : (
        <WithFilters active={filters.length} filters={<CaseFilters search={search} facets={facets} labelOf={labelOf} onChange={go} />}>
          <div className={styles['bar']} data-print="no">
            <Segmented row legend={t`Whose cases`} value={search.mine ? 'mine' : 'all'} options={[{ value: 'all', label: t`All` }, { value: 'mine', label: t`My team` }]} onChange={(whose) => { go(changed(search, { mine: whose === 'mine' || undefined })); }} />
            <SearchField small label={t`Name or number`} value={search.q} onSearch={(q) => { go(changed(search, { q: q || undefined })); }} />
            <select className={styles['sort']} aria-label={t`Order`} value={search.sort ?? 'updated'} onChange={(e) => { go(changed(search, { sort: e.currentTarget.value === 'updated' ? undefined : e.currentTarget.value as CaseSearch['sort'] })); }}>
              <option value="updated">{t`Latest change first`}</option>
              <option value="decided">{t`Newest decision first`}</option>
              <option value="next">{t`Next date first`}</option>
              <option value="name">{t`By name`}</option>
            </select>
            <CsvButton name="cases" rows={nodes.flatMap((node) => (read(node) as CaseRow_LegalCaseFragment | null) ?? [])} columns={csv.map(([head, value]) => ({ head, value }))} />
          </div>
          {filters.length > 0 && (
            <ul className={styles['active']} data-print="no">
              {filters.map(({ key, label, without }) => <li key={key}><Link to="/cases" search={without} resetScroll={false} aria-label={t`Remove filter ${label}`}>{label} <IconX {...iconProps} size={14} /></Link></li>)}
              {filters.length > 1 && <li><Link to="/cases" search={search.sort ? { sort: search.sort } : {}}><Trans>Clear all</Trans></Link></li>}
            </ul>
          )}
          {stale && <p className={styles['stale']} role="status"><Trans>The list has changed.</Trans> <Button look="text" onClick={again}><Trans>Show it anew</Trans></Button></p>}
          {none ? <NoCases filters={filters} /> : (
            <>
              <table className={clsx(styles['table'], loading && styles['loading'])}>
                <caption className="sr"><Trans>Cases you can read</Trans></caption>
                <thead>
                  <tr><th scope="col"><Trans>Case and number</Trans></th><th scope="col"><Trans>Country, ID system, forum</Trans></th><th scope="col"><Trans>Legal tests</Trans><TestLetters /></th><th scope="col"><Trans>Result</Trans></th><th scope="col"><Trans>Decided</Trans></th><th scope="col"><Trans>Readable by</Trans></th></tr>
                </thead>
                <tbody>{nodes.map((node) => <CaseRow key={node.id} legalCase={node} placeName={placeName} statusWord={words.status} />)}</tbody>
              </table>
              <div className={styles['foot']}>
                <TestLegend />
                <p><Trans>1 to {nodes.length} of {total}</Trans> {pageInfo.hasNextPage && <Button size="small" onClick={more} busy={loading}><Trans>Show more</Trans></Button>}</p>
              </div>
              {failed && <p role="alert" className={styles['failed']}><Trans>Could not load the list. What is shown is complete. Try again.</Trans></p>}
            </>
          )}
        </WithFilters>
      )}
    </Page>
  );
}

/** J and K walk the rows, Enter opens the one in focus, N starts a new case. */
function useRowKeys(add: () => void): void {
  useActions(useMemo((): Action[] => {
    const step = (by: number) => {
      const links = [...document.querySelectorAll<HTMLElement>('[data-row-link]')];
      const at = links.findIndex((link) => link === document.activeElement);
      links[at < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, at + by))]?.focus();
    };
    return [
      { id: 'cases.next', label: msg`Next row`, group: 'here', keys: 'J', perform: () => { step(1); } },
      { id: 'cases.previous', label: msg`Previous row`, group: 'here', keys: 'K', perform: () => { step(-1); } },
      { id: 'cases.new', label: msg`New case`, group: 'here', keys: 'N', perform: add },
    ];
  }, [add]));
}
