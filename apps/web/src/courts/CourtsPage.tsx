import { useSuspenseQuery } from '@apollo/client/react';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link, useSearch } from '@tanstack/react-router';
import { CourtsPageDocument, type CourtsPageQuery } from '../gql/graphql.ts';
import { graphql } from '../graphql.ts';
import { langOf, usePlaceName } from '../library/countries.ts';
import { QuickFilter } from '../library/QuickFilter.tsx';
import lists from '../library/RecordList.module.css';
import { Page } from '../ui/Page.tsx';

graphql(`
  query CourtsPage {
    courts { id slug country name nameLocal localLanguage levelLabel precedentCount parent { id } }
    bodies: conceptScheme(id: "bodies") { id concepts { scheme id label } }
  }
`);

type Court = CourtsPageQuery['courts'][number];

/** Every court and body of the library, by country, each under the court that hears its appeals. */
export function CourtsPage() {
  const { t, i18n } = useLingui();
  const { q, country } = useSearch({ from: '/courts' });
  const { data } = useSuspenseQuery(CourtsPageDocument);
  const placeName = usePlaceName(data.bodies);
  const words = q?.toLocaleLowerCase(i18n.locale);
  const wanted = ({ name, nameLocal, country: place }: Court) =>
    (!country || place === country) && (!words || [name, nameLocal, placeName(place)].some((text) => text.toLocaleLowerCase(i18n.locale).includes(words)));
  const courts = data.courts.filter(wanted);
  const byPlace = [...Map.groupBy(courts, ({ country: place }) => place)].map(([place, found]) => ({ place, name: placeName(place), found })).toSorted((a, b) => a.name.localeCompare(b.name, i18n.locale));
  return (
    <Page title={<Trans>Courts</Trans>} aside={<><Plural value={data.courts.length} one="# court or body" other="# courts and bodies" />, <Trans>each under the one that hears its appeals</Trans></>}>
      <QuickFilter to="/courts" value={q} label={t`Search courts`} placeholder={t`Court or country`} />
      {courts.length === 0 && <p role="status" className={lists.empty}><Trans>No court of that name.</Trans> <Link to="/courts"><Trans>Show all courts</Trans></Link></p>}
      {byPlace.map(({ place, name, found }) => {
        const here = new Set(found.map(({ id }) => id));
        return (
          <section key={place} className={lists.group} aria-label={name}>
            <h2>{name}</h2>
            <CourtTree courts={found} under={found.filter(({ parent }) => !parent || !here.has(parent.id))} />
          </section>
        );
      })}
    </Page>
  );
}

function CourtTree({ courts, under }: { courts: readonly Court[]; under: readonly Court[] }) {
  return (
    <ul className={lists.tree}>
      {under.map((court) => {
        const below = courts.filter(({ parent }) => parent?.id === court.id);
        return (
          <li key={court.id}>
            <div className={lists.row}>
              <span className={lists.name}><Link to="/courts/$slug" params={{ slug: court.slug }}>{court.name}</Link>{court.nameLocal !== court.name && <bdi className={lists.local} {...langOf(court.localLanguage)}>{court.nameLocal}</bdi>}</span>
              <span className={lists.meta}>{court.levelLabel}</span>
              <span className={lists.count}>{court.precedentCount > 0 ? <Plural value={court.precedentCount} one="# decision" other="# decisions" /> : <Trans>no decision</Trans>}</span>
            </div>
            {below.length > 0 && <CourtTree courts={courts} under={below} />}
          </li>
        );
      })}
    </ul>
  );
}
