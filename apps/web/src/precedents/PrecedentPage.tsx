import { useSuspenseQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useParams } from '@tanstack/react-router';
import { PrecedentPageDocument } from '../gql/graphql.ts';
import { graphql } from '../graphql.ts';
import { usePlaceName } from '../library/countries.ts';
import { Confidence, Extra, Fact, Facts, NotKnown, Sources } from '../library/RecordParts.tsx';
import { StillRight } from '../orders/StillRight.tsx';
import { Section } from '../ui/Section.tsx';
import { Button } from '../ui/Button.tsx';
import { IconPrinter, iconProps } from '../ui/icons.ts';
import { CaseName } from '../ui/CaseName.tsx';
import { LegalDate } from '../ui/LegalDate.tsx';
import { ResultMark } from '../ui/ResultMark.tsx';
import { TrustTag } from '../ui/TrustTag.tsx';
import { CiteDecision } from './CiteDecision.tsx';
import { numberOf } from './number-of.ts';
import { Citations } from './Citations.tsx';
import { CourtPath } from './CourtPath.tsx';
import { LegalTests } from './LegalTests.tsx';
import { PrecedentDetails, PrecedentParties, PrecedentReach, PrecedentSystemFacts } from './PrecedentFacts.tsx';
import classes from './PrecedentPage.module.css';

graphql(`
  query PrecedentPage($slug: String!) {
    precedent(slug: $slug) {
      id slug shortName title country respondentStates courtName courtLevelLabel judges docketNumber neutralCitation ecli otherCitations claimantSide
      filedOn decidedOn issues outcomeLabel result summary languages confidence unverified notes
      court { id slug name }
      parties {
        petitioners { name typeLabel }
        respondents { name typeLabel }
        interestedParties { name typeLabel }
        amici { name typeLabel }
      }
      system { slug name country mandatoryLabel centralised functionLabel note biometrics { scheme id label } }
      harms { scheme id label }
      affectedGroups { scheme id label }
      expertise { scheme id label }
      rights { instrument article concept { scheme id label } }
      findings { limb label finding note }
      remedies { type label detail }
      timeline { on kindLabel stageLabel description }
      history { relation label note slug precedent { id ...PathStep_precedent } }
      cites { treatment label note verified slug precedent { id slug shortName courtName decidedOn } }
      citedBy { treatment label note verified slug precedent { id slug shortName courtName decidedOn } }
      sources { type ref basis note }
      extra { name json }
      harmRecords { id summary country }
      freshness { id stale lastChecked askOn }
    }
    me { id }
    bodies: conceptScheme(id: "bodies") { id concepts { scheme id label } }
  }
`);

/** One decision of the library: everything its record knows, and in words what it does not. */
export function PrecedentPage() {
  const { t } = useLingui();
  const { slug } = useParams({ from: '/precedents/$slug' });
  const { data } = useSuspenseQuery(PrecedentPageDocument, { variables: { slug } });
  const placeName = usePlaceName(data.bodies);
  const it = data.precedent;
  if (!it) return null;
  const language = it.languages.length === 1 ? it.languages[0] : undefined;
  const contents: [string, string][] = [
    ['short', t`In short`], ['result', t`Result`], ['path', t`Path through the courts`], ['tests', t`Legal tests`], ['questions', t`Questions`], ['orders', t`Orders and aftermath`],
    ['reach', t`Rights and harms`], ['system', t`The ID system`], ['parties', t`Parties`], ['details', t`The decision`], ['used', t`Used by other courts`], ['unknown', t`What we do not know`], ['sources', t`Sources`],
  ];
  return (
    <div className={classes.page}>
      <nav className={classes.contents} aria-label={t`On this page`} data-print="no">
        <p><Trans>On this page</Trans></p>
        <ul>{contents.map(([id, title]) => <li key={id}><a href={`#${id}`}>{title}</a></li>)}</ul>
      </nav>

      <article className={classes.article}>
        <header id="short">
          <p className={classes.crumbs}>{placeName(it.country)} / {it.system.slug ? <Link to="/systems/$slug" params={{ slug: it.system.slug }}>{it.system.name}</Link> : it.system.name}</p>
          <h1><CaseName lang={language}>{it.title}</CaseName></h1>
          <p className={classes.line}>{numberOf(it) && <><bdi>{numberOf(it)}</bdi>, </>}<Link to="/courts/$slug" params={{ slug: it.court.slug }}>{it.courtName}</Link>, <LegalDate edtf={it.decidedOn} />. {it.shortName !== it.title && it.shortName}</p>
          <p className={classes.marks}>
            <ResultMark result={it.result} label={it.result === 'no_merits' ? it.outcomeLabel : undefined} />
            <span className={classes.coded}><Trans>as coded</Trans></span>
            <TrustTag><Trans>Reference record, not reviewed by two members</Trans></TrustTag>
          </p>
          <p className={classes.lead}>{it.summary}</p>
        </header>

        <Section id="result" title={t`Result`}>
          <Facts>
            <Fact name={t`For the rights side`}><ResultMark result={it.result} /></Fact>
            <Fact name={t`For the measure or claim`}>{it.outcomeLabel}</Fact>
            <Fact name={t`Who defends the rights`}>{sideWords(it.claimantSide, t`the petitioners`, t`the respondents`)}</Fact>
          </Facts>
        </Section>
        <CourtPath here={it} history={it.history} />
        <LegalTests findings={it.findings} />
        <Section id="questions" title={t`Questions before the court`}>
          {it.issues.length > 0 ? <ol className={classes.issues}>{it.issues.map((issue) => <li key={issue}>{issue}</li>)}</ol> : <p className={classes.quiet}><Trans>No question is recorded.</Trans></p>}
        </Section>
        <Section id="orders" title={t`Orders and aftermath`}>
          {it.remedies.length > 0 ? <Facts>{it.remedies.map(({ label, detail }, i) => <Fact key={i} name={label}>{detail}</Fact>)}</Facts> : <p className={classes.quiet}><Trans>No order is recorded.</Trans></p>}
          <h3 className={classes.sub}><Trans>What happened when</Trans></h3>
          {it.timeline.length > 0 ? (
            <ol className={classes.timeline}>
              {it.timeline.map(({ on, kindLabel, stageLabel, description }, i) => (
                <li key={i}><span className={classes.when}><LegalDate edtf={on} /></span><span>{description}<span className={classes.kind}>{kindLabel} · {stageLabel}</span></span></li>
              ))}
            </ol>
          ) : <p className={classes.quiet}><Trans>No event is recorded.</Trans></p>}
        </Section>
        <PrecedentReach rights={it.rights} harms={it.harms} affectedGroups={it.affectedGroups} expertise={it.expertise} harmRecords={it.harmRecords} placeName={placeName} />
        <PrecedentSystemFacts system={it.system} placeName={placeName} />
        <PrecedentParties parties={it.parties} />
        <PrecedentDetails precedent={it} placeName={placeName} />
        <Extra extra={it.extra} />
        <Section id="sources" title={t`Sources`}><Sources sources={it.sources} /></Section>
      </article>

      <aside className={classes.margin} aria-label={t`About this decision`}>
        <CiteDecision precedent={it} />
        <Citations id="used" title={t`Used by other courts`} citations={it.citedBy} none={t`No decision in the library uses it.`} />
        <Citations id="relies" title={t`Relies on`} citations={it.cites} none={t`No decision of the library is cited, as far as coded.`} />
        <NotKnown unverified={it.unverified} />
        <Section id="about" title={t`About this record`}>
          <Facts>
            <Fact name={t`Written in`}><Trans>our own words, no text copied</Trans></Fact>
            <Fact name={t`Checked by`}><Trans>nobody yet: reference record</Trans></Fact>
            <Fact name={t`How sure`}><Confidence value={it.confidence} /></Fact>
            {it.notes && <Fact name={t`Note`}>{it.notes}</Fact>}
          </Facts>
          {it.freshness && <StillRight kind="pending_record" freshness={it.freshness} can={Boolean(data.me)} />}
          <p className={classes.buttons} data-print="no"><Button size="small" icon={<IconPrinter {...iconProps} size={16} />} onClick={() => window.print()}><Trans>Print</Trans></Button></p>
        </Section>
      </aside>
    </div>
  );
}

const sideWords = (side: string, petitioners: string, respondents: string) => ({ petitioners, respondents })[side] ?? side.replaceAll('_', ' ');
