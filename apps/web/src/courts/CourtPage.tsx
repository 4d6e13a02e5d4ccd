import { useSuspenseQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useParams } from '@tanstack/react-router';
import { CourtPageDocument } from '../gql/graphql.ts';
import { graphql } from '../graphql.ts';
import { langOf, languageName, usePlaceName } from '../library/countries.ts';
import { ReadableCases } from '../library/ReadableCases.tsx';
import { Extra, Fact, Facts } from '../library/RecordParts.tsx';
import { Section } from '../ui/Section.tsx';
import parts from '../library/RecordParts.module.css';
import { PrecedentLines } from '../precedents/PrecedentLine.tsx';
import { Page } from '../ui/Page.tsx';

graphql(`
  query CourtPage($slug: String!) {
    court(slug: $slug) {
      id slug country name nameLocal localLanguage levelLabel website note
      parent { id slug name }
      children { id slug name }
      precedents { id ...PrecedentLine_precedent }
      cases { id title shortName level }
      extra { name json }
    }
    bodies: conceptScheme(id: "bodies") { id concepts { scheme id label } }
  }
`);

/** One court: where it stands, what it decided, which cases before it you may read. */
export function CourtPage() {
  const { t, i18n } = useLingui();
  const { slug } = useParams({ from: '/courts/$slug' });
  const { data } = useSuspenseQuery(CourtPageDocument, { variables: { slug } });
  const placeName = usePlaceName(data.bodies);
  const { court } = data;
  if (!court) return null;
  const link = (other: { slug: string; name: string }) => <Link to="/courts/$slug" params={{ slug: other.slug }}>{other.name}</Link>;
  return (
    <Page title={court.name} crumbs={[<Link key="all" to="/courts"><Trans>Courts</Trans></Link>, placeName(court.country)]} lead={court.nameLocal !== court.name && <bdi {...langOf(court.localLanguage)}>{court.nameLocal}</bdi>}>
      <div className={parts.column}>
        <Section id="facts" title={t`The court`}>
          <Facts>
            <Fact name={t`Country or body`}>{placeName(court.country)}</Fact>
            <Fact name={t`Level`}>{court.levelLabel}</Fact>
            <Fact name={t`Name there`}><bdi {...langOf(court.localLanguage)}>{court.nameLocal}</bdi> ({languageName(i18n.locale, court.localLanguage)})</Fact>
            <Fact name={t`Appeals go to`}>{court.parent ? link(court.parent) : <Trans>no court on file</Trans>}</Fact>
            <Fact name={t`Hears appeals from`}>{court.children.length > 0 ? <ul className={parts.plain}>{court.children.map((child) => <li key={child.id}>{link(child)}</li>)}</ul> : <Trans>no court on file</Trans>}</Fact>
            <Fact name={t`Website`}>{court.website && <a href={court.website} rel="noreferrer">{court.website}</a>}</Fact>
            {court.note && <Fact name={t`Note`}>{court.note}</Fact>}
          </Facts>
        </Section>
        <Section id="decisions" title={t`Decisions`} note={court.precedents.length}><PrecedentLines precedents={court.precedents} placeName={placeName} /></Section>
        <ReadableCases cases={court.cases} />
        <Extra extra={court.extra} />
      </div>
    </Page>
  );
}
