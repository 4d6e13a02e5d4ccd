import { useSuspenseQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useParams } from '@tanstack/react-router';
import { SystemPageDocument } from '../gql/graphql.ts';
import { graphql } from '../graphql.ts';
import { usePlaceName } from '../library/countries.ts';
import { ReadableCases } from '../library/ReadableCases.tsx';
import { ReadableHarms } from '../library/ReadableHarms.tsx';
import { Confidence, Extra, Fact, Facts, Lines, NotKnown, Sources, YesNo } from '../library/RecordParts.tsx';
import { Section } from '../ui/Section.tsx';
import parts from '../library/RecordParts.module.css';
import { PrecedentLines } from '../precedents/PrecedentLine.tsx';
import { LegalDate } from '../ui/LegalDate.tsx';
import { Page } from '../ui/Page.tsx';
import { TrustTag } from '../ui/TrustTag.tsx';

graphql(`
  query SystemPage($slug: String!) {
    idSystem(slug: $slug) {
      id slug country name nameLocal identifier launched statusLabel legalBasis functionLabel mandatoryInLaw mandatoryDeFacto centralisedDatabase
      funders vendors openSource confidence unverified notes
      biometrics { scheme id label }
      dataProtectionLaw { name year note }
      statistics { label value asOf unit }
      sources { type ref basis note }
      precedents { id ...PrecedentLine_precedent }
      cases { id title shortName level }
      harms { id summary }
      neverLitigated { scheme id label }
      extra { name json }
    }
    bodies: conceptScheme(id: "bodies") { id concepts { scheme id label } }
  }
`);

/** One ID system: what it is, what courts said of it, and which harms no court has been asked about. */
export function SystemPage() {
  const { t } = useLingui();
  const { slug } = useParams({ from: '/systems/$slug' });
  const { data } = useSuspenseQuery(SystemPageDocument, { variables: { slug } });
  const placeName = usePlaceName(data.bodies);
  const it = data.idSystem;
  if (!it) return null;
  const law = it.dataProtectionLaw;
  const none = <Trans>none known</Trans>;
  return (
    <Page title={it.name} crumbs={[<Link key="all" to="/systems"><Trans>ID systems</Trans></Link>, placeName(it.country)]} lead={<>{it.nameLocal !== it.name && <><bdi>{it.nameLocal}</bdi> · </>}{it.statusLabel}, <Trans>since {it.launched}</Trans> <TrustTag><Trans>Reference record</Trans></TrustTag></>}>
      <div className={parts.column}>
        <Section id="facts" title={t`The system`}>
          <Facts>
            <Fact name={t`Country`}>{placeName(it.country)}</Fact>
            <Fact name={t`Name there`}><bdi>{it.nameLocal}</bdi></Fact>
            <Fact name={t`Identifier`}>{it.identifier}</Fact>
            <Fact name={t`Launched`}>{it.launched}</Fact>
            <Fact name={t`Status`}>{it.statusLabel}</Fact>
            <Fact name={t`Function`}>{it.functionLabel}</Fact>
            <Fact name={t`Compulsory in law`}><YesNo value={it.mandatoryInLaw} /></Fact>
            <Fact name={t`Compulsory in practice`}><YesNo value={it.mandatoryDeFacto} /></Fact>
            <Fact name={t`Biometrics`}>{it.biometrics.length > 0 ? it.biometrics.map(({ label }) => label).join(', ') : none}</Fact>
            <Fact name={t`Central register`}><YesNo value={it.centralisedDatabase} /></Fact>
            <Fact name={t`Open source`}><YesNo value={it.openSource} /></Fact>
            <Fact name={t`Funders`}>{it.funders.length > 0 ? it.funders.join(', ') : none}</Fact>
            <Fact name={t`Vendors`}>{it.vendors.length > 0 ? it.vendors.join(', ') : none}</Fact>
            <Fact name={t`How sure`}><Confidence value={it.confidence} /></Fact>
            {it.notes && <Fact name={t`Note`}>{it.notes}</Fact>}
          </Facts>
        </Section>
        <Section id="law" title={t`Law`}>
          <Lines none={<Trans>No legal basis is known.</Trans>} items={it.legalBasis} />
          <Facts><Fact name={t`Data protection law`}>{law && <>{law.name ?? <Trans>none known</Trans>}{law.year && `, ${law.year}`}{law.note && <span className={parts.meta}>{law.note}</span>}</>}</Fact></Facts>
        </Section>
        <Section id="decisions" title={t`Decisions`} note={it.precedents.length}><PrecedentLines precedents={it.precedents} placeName={placeName} /></Section>
        <ReadableCases cases={it.cases} />
        <ReadableHarms harms={it.harms} />
        <Section id="never" title={t`Never litigated here`} note={<Trans>harms that no decision of the library on this system speaks of</Trans>}>
          {it.neverLitigated.length > 0 ? <p className={parts.tags}>{it.neverLitigated.map(({ id, label }) => <Link key={id} to="/harm-types/$id" params={{ id }}>{label}</Link>)}</p> : <p className={parts.unknown}><Trans>Every kind of harm of the vocabulary is spoken of in a decision of the library.</Trans></p>}
        </Section>
        <Section id="numbers" title={t`Numbers`}>
          {it.statistics.length > 0 ? <Facts>{it.statistics.map(({ label, value, asOf, unit }) => <Fact key={label + asOf} name={label}>{value} {unit}{asOf && <span className={parts.meta}><Trans>as of <LegalDate edtf={asOf} /></Trans></span>}</Fact>)}</Facts> : <p className={parts.unknown}><Trans>No number with a source was found.</Trans></p>}
        </Section>
        <NotKnown unverified={it.unverified} />
        <Extra extra={it.extra} />
        <Section id="sources" title={t`Sources`}><Sources sources={it.sources} /></Section>
      </div>
    </Page>
  );
}
