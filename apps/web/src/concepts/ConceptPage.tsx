import { useSuspenseQuery } from '@apollo/client/react';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CaseResult } from '../gql/graphql.ts';
import { graphql } from '../graphql.ts';
import { ConceptPageDocument } from '../gql/graphql.ts';
import { usePlaceName } from '../library/countries.ts';
import { ReadableCases } from '../library/ReadableCases.tsx';
import { ReadableHarms } from '../library/ReadableHarms.tsx';
import { Extra, Fact, Facts, Lines } from '../library/RecordParts.tsx';
import { Section } from '../ui/Section.tsx';
import parts from '../library/RecordParts.module.css';
import { PrecedentLines } from '../precedents/PrecedentLine.tsx';
import { Page } from '../ui/Page.tsx';
import { ResultMark } from '../ui/ResultMark.tsx';

graphql(`
  query ConceptPage($scheme: String!, $id: String!) {
    conceptPage(scheme: $scheme, id: $id) {
      concept { scheme id label definition broader instruments { instrument articles } extra { name json } }
      precedents { id ...PrecedentLine_precedent }
      cases { id title shortName level }
      harms { id summary }
      affectedGroups { id label count }
      results { id label count }
      neverLitigated
      systems { id slug name country }
      related { scheme id label }
    }
    bodies: conceptScheme(id: "bodies") { id concepts { scheme id label } }
  }
`);

const order: readonly CaseResult[] = ['won', 'partly_won', 'lost', 'no_merits', 'pending'];

/** One harm or right: who is affected, what courts said, with what result, on which systems, and whether never. */
export function ConceptPage({ scheme, id, kind }: { scheme: 'harms' | 'rights'; id: string; kind: ReactNode }) {
  const { t } = useLingui();
  const { data } = useSuspenseQuery(ConceptPageDocument, { variables: { scheme, id } });
  const placeName = usePlaceName(data.bodies);
  const it = data.conceptPage;
  if (!it) return null;
  const to = scheme === 'harms' ? '/harm-types/$id' as const : '/rights/$id' as const;
  const results = order.flatMap((result) => { const found = it.results.find((value) => value.id === result); return found && found.count > 0 ? [{ result, count: found.count }] : []; });
  return (
    <Page title={it.concept.label} crumbs={[<Link key="all" to="/precedents"><Trans>Precedents</Trans></Link>, kind]} lead={it.concept.definition}>
      <div className={parts.column}>
        {it.neverLitigated && <p className={parts.notice} role="status"><Trans>Never litigated, as far as this library goes.</Trans></p>}
        <Section id="results" title={t`With what result`} note={<Plural value={it.precedents.length} one="# decision, as coded" other="# decisions, as coded" />}>
          {results.length > 0 ? <ul className={parts.results}>{results.map(({ result, count }) => <li key={result}><ResultMark result={result} /> <strong>{count}</strong></li>)}</ul> : <p className={parts.unknown}><Trans>No decision in the library.</Trans></p>}
          {it.precedents.length > 0 && it.precedents.length < 5 && <p className={parts.unknown}><Trans>Too few to speak of a trend.</Trans></p>}
        </Section>
        <Section id="decisions" title={t`Decisions`}>
          <PrecedentLines precedents={it.precedents} placeName={placeName} />
          {it.precedents.length > 0 && <p><Link to="/precedents" search={scheme === 'harms' ? { harm: [id] } : { right: [id] }}><Trans>Open them in the list</Trans></Link></p>}
        </Section>
        <ReadableCases cases={it.cases} />
        <ReadableHarms harms={it.harms} />
        <Section id="who" title={t`Who is affected`} note={<Trans>groups in these decisions</Trans>}>
          {it.affectedGroups.length > 0 ? <Facts>{it.affectedGroups.map(({ id: group, label, count }) => <Fact key={group} name={label}><Plural value={count} one="# decision" other="# decisions" /></Fact>)}</Facts> : <p className={parts.unknown}><Trans>No group is recorded.</Trans></p>}
        </Section>
        <Section id="systems" title={t`ID systems`} note={<Trans>where it came before a court</Trans>}>
          <Lines none={<Trans>No ID system.</Trans>} items={it.systems.map(({ slug, name, country }) => <><Link key={slug} to="/systems/$slug" params={{ slug }}>{name}</Link> <span className={parts.meta}>{placeName(country)}</span></>)} />
        </Section>
        {it.concept.instruments.length > 0 && (
          <Section id="instruments" title={t`Where it is written`}>
            <Facts>{it.concept.instruments.map(({ instrument, articles }) => <Fact key={instrument} name={<bdi>{instrument}</bdi>}><Trans>article {articles.join(', ')}</Trans></Fact>)}</Facts>
          </Section>
        )}
        {it.related.length > 0 && <Section id="related" title={t`Near to it`}><p className={parts.tags}>{it.related.map((other) => <Link key={other.id} to={to} params={{ id: other.id }}>{other.label}</Link>)}</p></Section>}
        <Extra extra={it.concept.extra} />
      </div>
    </Page>
  );
}
