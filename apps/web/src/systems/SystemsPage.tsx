import { useSuspenseQuery } from '@apollo/client/react';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link, useSearch } from '@tanstack/react-router';
import { SystemsPageDocument, type SystemsPageQuery } from '../gql/graphql.ts';
import { graphql } from '../graphql.ts';
import { usePlaceName } from '../library/countries.ts';
import { QuickFilter } from '../library/QuickFilter.tsx';
import lists from '../library/RecordList.module.css';
import { clsx } from '../ui/clsx.ts';
import { Page } from '../ui/Page.tsx';

graphql(`
  query SystemsPage {
    idSystems { id slug country name nameLocal launched statusLabel functionLabel mandatoryInLaw mandatoryDeFacto centralisedDatabase precedentCount biometrics { scheme id label } }
    bodies: conceptScheme(id: "bodies") { id concepts { scheme id label } }
  }
`);

type System = SystemsPageQuery['idSystems'][number];

/** Every ID system of the library, by country, with what makes them differ. */
export function SystemsPage() {
  const { t, i18n } = useLingui();
  const { q, country } = useSearch({ from: '/systems' });
  const { data } = useSuspenseQuery(SystemsPageDocument);
  const placeName = usePlaceName(data.bodies);
  const words = q?.toLocaleLowerCase(i18n.locale);
  const wanted = ({ name, nameLocal, country: place }: System) =>
    (!country?.length || country.includes(place)) && (!words || [name, nameLocal, placeName(place)].some((text) => text.toLocaleLowerCase(i18n.locale).includes(words)));
  const systems = data.idSystems.filter(wanted);
  const byPlace = [...Map.groupBy(systems, ({ country: place }) => place)].map(([place, found]) => ({ place, name: placeName(place), found })).toSorted((a, b) => a.name.localeCompare(b.name, i18n.locale));
  const register = (value: boolean | null | undefined) => (value === true ? t`central register` : value === false ? t`no central register` : t`central register: not known`);
  const must = ({ mandatoryInLaw: law, mandatoryDeFacto: fact }: System) => (law ? t`compulsory in law` : fact ? t`compulsory in practice` : law === false && fact === false ? t`voluntary` : t`whether compulsory: not known`);
  return (
    <Page title={<Trans>ID systems</Trans>} aside={<><Plural value={data.idSystems.length} one="# system" other="# systems" />, <Trans>running, planned and given up</Trans></>}>
      <QuickFilter to="/systems" value={q} label={t`Search ID systems`} placeholder={t`System or country`} />
      {systems.length === 0 && <p role="status" className={lists.empty}><Trans>No ID system of that name.</Trans> <Link to="/systems"><Trans>Show all ID systems</Trans></Link></p>}
      {byPlace.map(({ place, name, found }) => (
        <section key={place} className={lists.group} aria-label={name}>
          <h2>{name}</h2>
          <ul className={clsx(lists.tree, lists.systems)}>
            {found.map((system) => (
              <li key={system.id} className={lists.row}>
                <span className={lists.name}><Link to="/systems/$slug" params={{ slug: system.slug }}>{system.name}</Link>{system.nameLocal !== system.name && <bdi className={lists.local}>{system.nameLocal}</bdi>}</span>
                <span className={lists.meta}>{system.statusLabel}, <Trans>since {system.launched}</Trans><br />{system.functionLabel}</span>
                <span className={lists.meta}>{register(system.centralisedDatabase)}, {must(system)}<br />{system.biometrics.map(({ label }) => label).join(', ') || t`no biometrics known`}</span>
                <span className={lists.count}>{system.precedentCount > 0 ? <Plural value={system.precedentCount} one="# decision" other="# decisions" /> : <Trans>no decision</Trans>}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}
