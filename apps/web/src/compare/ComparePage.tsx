import { useSuspenseQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ComparePageDocument, type ComparePageQuery } from '../gql/graphql.ts';
import { graphql } from '../graphql.ts';
import { usePlaceName } from '../library/countries.ts';
import { chosenSlugs, mostCompared } from '../precedents/precedent-search.ts';
import { LinkButton } from '../ui/Button.tsx';
import { TestLegend } from '../ui/FindingMark.tsx';
import { IconArrowsSplit2, iconProps } from '../ui/icons.ts';
import { later } from '../ui/later.tsx';
import { Page } from '../ui/Page.tsx';
import { type CompareSearch, added, compareVariables, ordered } from './compare-search.ts';
import { CompareByTest } from './CompareByTest.tsx';
import classes from './ComparePage.module.css';
import { CompareRows } from './CompareRows.tsx';
import { CompareStory } from './CompareStory.tsx';
import { CompareTable } from './CompareTable.tsx';
import { comparisonTitle } from './comparison-title.ts';

const AddDecision = later(() => import('./AddDecision.tsx').then((m) => m.AddDecision));
const ExportComparison = later(() => import('./ExportComparison.tsx').then((m) => m.ExportComparison));

graphql(`
  query ComparePage($slugs: [String!]!, $caseId: ID) {
    comparison(slugs: $slugs, caseId: $caseId) {
      columns {
        id slug shortName respondentStates courtName neutralCitation docketNumber decidedOn result outcomeLabel judges
        remedies { detail }
        timeline { on description }
        history { label precedent { slug shortName decidedOn outcomeLabel court { name } } }
        system { mandatoryLabel centralised biometrics { scheme id label } }
      }
      rows { limb differ cells { slug finding note reason } }
      reliance { from to label verified }
      missing
      ownCase {
        id title shortName countries
        mainCourt { id name }
        mainNumber { id value }
        derivedResult { result decidedOn }
        findings { id limb result note }
        proceedings { id judges status court { id name } }
        claims { id act dispositions { id code decidedOn note } }
        events { id type on planned title outcome outcomeDetail reportedResult publicNote }
        links { id fromId toId type on note }
        systems { id slug name centralisedDatabase mandatoryInLaw mandatoryDeFacto biometrics { scheme id label } }
        nextDates { id on type title outcome outcomeDetail reportedResult }
      }
    }
  }
`);

/** Up to six decisions side by side, test by test; without any, the way to choose some. */
export function ComparePage() {
  const search = useSearch({ from: '/precedents/compare' });
  const navigate = useNavigate({ from: '/precedents/compare' });
  const go = (next: CompareSearch) => void navigate({ search: next, replace: true, resetScroll: false });
  if (chosenSlugs(search.c).length === 0) return <NothingChosen onAdd={(slug) => go(added(search, slug))} />;
  return <Compared search={search} go={go} />;
}

/** Four decisions that show what a comparison is for: wins and losses on necessity. */
const example = 'ke-nubian-rights-forum-niims-2020,in-puttaswamy-aadhaar-2018,jm-robinson-nids-2019,mu-madhewoo-supreme-court-2015';

function NothingChosen({ onAdd }: { onAdd(slug: string): void }) {
  const { i18n } = useLingui();
  return (
    <Page title={comparisonTitle(i18n, 0)} lead={<Trans>Put up to {mostCompared} decisions side by side and see how each court answered the same legal test.</Trans>}>
      <div className={classes.nothing}>
        <AddDecision onAdd={onAdd} />
        <p><LinkButton to="/precedents"><Trans>Choose from the list</Trans></LinkButton> <LinkButton look="quiet" to="/precedents/compare" search={{ c: example }}><Trans>See an example</Trans></LinkButton></p>
      </div>
    </Page>
  );
}

function Compared({ search, go }: { search: CompareSearch; go(next: CompareSearch): void }) {
  const { t, i18n } = useLingui();
  const { data } = useSuspenseQuery<ComparePageQuery, ReturnType<typeof compareVariables>>(ComparePageDocument, { variables: compareVariables(search) });
  const placeName = usePlaceName();
  const { comparison } = data;
  const columns = ordered(comparison.columns, search);
  const full = columns.length >= mostCompared;
  const shown = { ...comparison, columns };
  return (
    <Page
      title={comparisonTitle(i18n, columns.length + (comparison.ownCase ? 1 : 0))}
      lead={search.order === 'mine' ? <Trans>In your order. Did the State meet the test?</Trans> : <Trans>Oldest first. Did the State meet the test?</Trans>}
      actions={<>{!full && <AddDecision onAdd={(slug) => go(added(search, slug))} />}<CompareRows rows={comparison.rows} search={search} go={go} /><ExportComparison columns={columns} /></>}
    >
      {comparison.missing.length > 0 && <p role="status" className={classes.missing}><Trans>Not in the library: {comparison.missing.join(', ')}</Trans></p>}
      {columns.length > 0 && (
        <>
          <CompareByTest comparison={shown} search={search} placeName={placeName} />
          <div className={classes.wide} tabIndex={0} role="region" aria-label={t`Comparison`}>
            <CompareTable comparison={shown} search={search} placeName={placeName} go={go} />
            <CompareStory comparison={shown} search={search} />
          </div>
        </>
      )}
      <div className={classes.foot}>
        <TestLegend records />
        <p><IconArrowsSplit2 {...iconProps} /> <Trans>courts differ</Trans></p>
        <p><Trans>Our reading of each judgment, not the court’s own form. No paragraph numbers yet: look them up before you cite.</Trans></p>
      </div>
    </Page>
  );
}
