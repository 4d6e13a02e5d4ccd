import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { PrecedentPageQuery } from '../gql/graphql.ts';
import { languageName } from '../library/countries.ts';
import { Fact, Facts, Lines, YesNo } from '../library/RecordParts.tsx';
import { Section } from '../ui/Section.tsx';
import { LegalDate } from '../ui/LegalDate.tsx';
import classes from './PrecedentPage.module.css';

type Precedent = NonNullable<PrecedentPageQuery['precedent']>;
type PlaceName = (code: string) => string;

/** Rights with their instruments, harms, groups and what it took to argue them. */
export function PrecedentReach({ rights, harms, affectedGroups, expertise, harmRecords, placeName }: Pick<Precedent, 'rights' | 'harms' | 'affectedGroups' | 'expertise' | 'harmRecords'> & { placeName: PlaceName }) {
  const { t } = useLingui();
  const none = <Trans>None known.</Trans>;
  return (
    <Section id="reach" title={t`Rights and harms`}>
      <h3 className={classes.sub}><Trans>Rights argued</Trans></h3>
      <Lines none={none} items={rights.map(({ concept, instrument, article }) => (
        <><Link to="/rights/$id" params={{ id: concept.id }}>{concept.label}</Link><span className={classes.kind}><bdi>{instrument}</bdi>, {article ? <Trans>article {article}</Trans> : <Trans>article not known</Trans>}</span></>
      ))} />
      <h3 className={classes.sub}><Trans>Harms at stake</Trans></h3>
      <Lines none={none} items={harms.map(({ id, label }) => <Link key={id} to="/harm-types/$id" params={{ id }}>{label}</Link>)} />
      <Facts>
        <Fact name={t`Who is affected`}>{affectedGroups.map(({ label }) => label).join(', ')}</Fact>
        <Fact name={t`Expertise it took`}>{expertise.map(({ label }) => label).join(', ')}</Fact>
      </Facts>
      {harmRecords.length > 0 && <><h3 className={classes.sub}><Trans>Documented harms you may read</Trans></h3><Lines none={none} items={harmRecords.map(({ id, summary, country }) => <Link key={id} to="/harms/$id" params={{ id }}>{placeName(country)}: {summary}</Link>)} /></>}
    </Section>
  );
}

/** The identity system as the decision met it. */
export function PrecedentSystemFacts({ system, placeName }: { system: Precedent['system']; placeName: PlaceName }) {
  const { t } = useLingui();
  return (
    <Section id="system" title={t`The ID system`} note={<Trans>as the decision met it</Trans>}>
      <Facts>
        <Fact name={t`Name`}>{system.slug ? <Link to="/systems/$slug" params={{ slug: system.slug }}>{system.name}</Link> : system.name}</Fact>
        <Fact name={t`Country`}>{placeName(system.country)}</Fact>
        <Fact name={t`Biometrics`}>{system.biometrics.length > 0 ? system.biometrics.map(({ label }) => label).join(', ') : <Trans>none known</Trans>}</Fact>
        <Fact name={t`Compulsory`}>{system.mandatoryLabel}</Fact>
        <Fact name={t`Central register`}><YesNo value={system.centralised} /></Fact>
        <Fact name={t`Function`}>{system.functionLabel}</Fact>
        {system.note && <Fact name={t`Note`}>{system.note}</Fact>}
      </Facts>
    </Section>
  );
}

/** Everyone before the court, by the role the court gave them. */
export function PrecedentParties({ parties }: { parties: Precedent['parties'] }) {
  const { t } = useLingui();
  const side = (title: string, list: readonly { name: string; typeLabel: string }[], none: string) => (
    <Fact name={title}>{list.length === 0 ? <span className={classes.quiet}>{none}</span> : <ul className={classes.plain}>{list.map(({ name, typeLabel }) => <li key={name}><bdi>{name}</bdi> <span className={classes.type}>{typeLabel}</span></li>)}</ul>}</Fact>
  );
  return (
    <Section id="parties" title={t`Parties`}>
      <Facts>
        {side(t`Petitioners`, parties.petitioners, t`none known`)}
        {side(t`Respondents`, parties.respondents, t`none known`)}
        {side(t`Interested parties`, parties.interestedParties, t`none known`)}
        {side(t`Friends of the court`, parties.amici, t`none known`)}
      </Facts>
    </Section>
  );
}

/** Numbers, bench, dates and languages of the decision. */
export function PrecedentDetails({ precedent: it, placeName }: { precedent: Precedent; placeName: PlaceName }) {
  const { t, i18n } = useLingui();
  return (
    <Section id="details" title={t`The decision`}>
      <Facts>
        <Fact name={t`Known as`}>{it.shortName}</Fact>
        <Fact name={t`Court`}><Link to="/courts/$slug" params={{ slug: it.court.slug }}>{it.courtName}</Link></Fact>
        <Fact name={t`Court level`}>{it.courtLevelLabel}</Fact>
        <Fact name={t`Country or body`}>{placeName(it.country)}</Fact>
        <Fact name={t`State answering`}>{it.respondentStates.map(placeName).join(', ')}</Fact>
        <Fact name={t`Judges`}>{it.judges.join(', ')}</Fact>
        <Fact name={t`Docket number`}>{it.docketNumber}</Fact>
        <Fact name={t`Neutral citation`}>{it.neutralCitation}</Fact>
        <Fact name="ECLI">{it.ecli}</Fact>
        <Fact name={t`Other citations`}>{it.otherCitations.length > 0 ? <ul className={classes.plain}>{it.otherCitations.map((each) => <li key={each}><bdi>{each}</bdi></li>)}</ul> : <Trans>none known</Trans>}</Fact>
        <Fact name={t`Filed`}>{it.filedOn && <LegalDate edtf={it.filedOn} />}</Fact>
        <Fact name={t`Decided`}>{it.decidedOn && <LegalDate edtf={it.decidedOn} />}</Fact>
        <Fact name={t`Languages`}>{it.languages.map((code) => languageName(i18n.locale, code)).join(', ')}</Fact>
      </Facts>
    </Section>
  );
}
