import { useSuspenseQuery } from '@apollo/client/react';
import type { Sureness } from '@amparo/domain';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState, useTransition } from 'react';
import { HarmsPageDocument } from '../gql/graphql.ts';
import { usePlaceName } from '../library/countries.ts';
import { Button, LinkButton } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FacetForm, FacetList, facetSearch } from '../ui/FacetList.tsx';
import { IconPlus, IconX, iconProps } from '../ui/icons.ts';
import { Page } from '../ui/Page.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { WithFilters } from '../ui/WithFilters.tsx';
import { activeFilters, changed, type FacetName, facets as names, type HarmSearch, harmsVariables } from './harm-search.ts';
import { surenessWords } from './harm-words.ts';
import { HarmRow } from './HarmRow.tsx';
import styles from './Harms.module.css';

/** Harms one may read. What the list shows is in the address. */
export function HarmsPage() {
  const { t, i18n } = useLingui();
  const search = useSearch({ from: '/harms' });
  const navigate = useNavigate({ from: '/harms' });
  const { data, fetchMore } = useSuspenseQuery(HarmsPageDocument, { variables: harmsVariables(search) });
  const placeName = usePlaceName(undefined);
  const [loading, start] = useTransition();
  const [failed, setFailed] = useState(false);
  const { nodes, facets, total, pageInfo } = data.harms;
  const go = (next: HarmSearch) => void navigate({ search: next, replace: true, resetScroll: false });
  const more = () => { start(async () => {
    setFailed(false);
    try {
      await fetchMore({ variables: { after: pageInfo.endCursor }, updateQuery: (before, { fetchMoreResult: next }) => ({ harms: { ...next.harms, nodes: [...before.harms.nodes, ...next.harms.nodes] } }) });
    } catch {
      setFailed(true);
    }
  }); };
  const values = (name: FacetName) => facets.find((facet) => facet.name === name)?.values ?? [];
  const word = (name: FacetName, id: string): string => {
    if (name === 'country') return placeName(id);
    if (name === 'sureness') return i18n._(surenessWords[id as Sureness]?.name ?? surenessWords.unclear.name);
    return values(name).find((value) => value.id === id)?.label ?? id;
  };
  const facet = (name: FacetName, label: string) => <FacetList name={name} label={label} chosen={search[name]} values={values(name).map(({ id, count }) => ({ id, count, label: word(name, id) }))} />;
  const read = (form: FormData) => { const chosen = facetSearch(form); go(changed(search, Object.fromEntries(names.map((name) => [name, chosen[name]])))); };
  const filters = activeFilters(search);
  const add = <LinkButton look="brand" icon={<IconPlus {...iconProps} />} to="/harms/new"><Trans>Document a harm</Trans></LinkButton>;
  if (total === 0 && filters.length === 0) {
    return (
      <Page title={t`Harms`}>
        <EmptyState action={add} hint={<Link to="/precedents"><Trans>See what courts made of harms in decided cases</Trans></Link>}>
          <Trans>No harm is documented yet. Write down once what happened to people; link it to every case, claim and decision it stands behind. Only you can read it until you link it to a case.</Trans>
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title={t`Harms`} aside={<Plural value={total} one="# you can read" other="# you can read" />} actions={add}>
      <WithFilters active={filters.length} filters={(
        <FacetForm action="/harms" keep={{ q: search.q }} onChange={read}>
          {facet('kind', t`Kind of harm`)}
          {facet('country', t`Country`)}
          {facet('system', t`ID system`)}
          {facet('sureness', t`How sure`)}
        </FacetForm>
      )}>
        <div className={styles['bar']} data-print="no"><SearchField small label={t`Words, district or source`} value={search.q} onSearch={(q) => { go(changed(search, { q: q || undefined })); }} /></div>
        {filters.length > 0 && (
          <ul className={styles['active']} aria-label={t`Filters`} data-print="no">
            {filters.map(({ name, value, without }) => {
              const label = name === 'q' ? value : word(name, value);
              return <li key={name + value}><Link to="/harms" search={without} resetScroll={false} aria-label={t`Remove filter ${label}`}>{label} <IconX {...iconProps} size={14} /></Link></li>;
            })}
          </ul>
        )}
        {nodes.length === 0
          ? <EmptyState action={<LinkButton to="/harms"><Trans>Show all harms</Trans></LinkButton>}><Plural value={filters.length} one="No harm matches this filter." other="No harm matches these # filters." /></EmptyState>
          : <ul className={styles['list']}>{nodes.map((harm) => <HarmRow key={harm.id} harm={harm} placeName={placeName} />)}</ul>}
        {pageInfo.hasNextPage && <p className={styles['foot']}><Trans>1 to {nodes.length} of {total}</Trans> <Button size="small" busy={loading} onClick={more}><Trans>Show more</Trans></Button></p>}
        {failed && <p role="alert" className={styles['failed']}><Trans>Could not load more. What is shown is complete. Try again.</Trans></p>}
      </WithFilters>
    </Page>
  );
}
