import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { PathStep_PrecedentFragment } from '../gql/graphql.ts';
import { graphql } from '../graphql.ts';
import { PathStep_PrecedentFragmentDoc } from '../gql/graphql.ts';
import { Section } from '../ui/Section.tsx';
import { IconArrowRight, iconProps } from '../ui/icons.ts';
import { CaseName } from '../ui/CaseName.tsx';
import { LegalDate } from '../ui/LegalDate.tsx';
import { ResultMark } from '../ui/ResultMark.tsx';
import { numberOf } from './number-of.ts';
import classes from './CourtPath.module.css';

graphql(`
  fragment PathStep_precedent on Precedent {
    id slug shortName courtName neutralCitation docketNumber decidedOn result outcomeLabel
  }
`);

type Step = Omit<PathStep_PrecedentFragment, ' $fragmentName' | '__typename'>;
interface Link_ { relation: string; label: string; note?: string | null; slug: string; precedent?: FragmentType<PathStep_PrecedentFragment> | null }

/** Relations that lie before this decision on its way through the courts, and those that lie after it. */
const before = new Set(['appeal_from', 'follows', 'follows_exhaustion']);
const after = new Set(['appealed_to', 'remitted_to', 'followed_by', 'later_complaint']);

function StepFacts({ step }: { step: Step }) {
  return (
    <>
      <span className={classes.date}><LegalDate edtf={step.decidedOn} /></span>
      <strong>{step.courtName}</strong>
      <ResultMark result={step.result} label={step.outcomeLabel} />
      <bdi className={classes.number}>{numberOf(step)}</bdi>
    </>
  );
}

function LinkedStep({ link }: { link: Link_ }) {
  const { data, complete } = useFragment({ fragment: PathStep_PrecedentFragmentDoc, fragmentName: 'PathStep_precedent', from: link.precedent ?? null });
  return (
    <li className={classes.step}>
      <span className={classes.relation}>{link.label}</span>
      {complete && data ? <Link to="/precedents/$slug" params={{ slug: link.slug }} className={classes.name}><CaseName>{data.shortName}</CaseName></Link> : <span>{link.slug} <Trans>(not in the library)</Trans></span>}
      {complete && data && <StepFacts step={data} />}
      {link.note && <span className={classes.note}>{link.note}</span>}
    </li>
  );
}

/** The way of this dispute through the courts as boxes and arrows, then other decisions of the same story. */
export function CourtPath({ here, history }: { here: Step; history: readonly Link_[] }) {
  const { t } = useLingui();
  const earlier = history.filter(({ relation }) => before.has(relation));
  const later = history.filter(({ relation }) => after.has(relation));
  const beside = history.filter(({ relation }) => !before.has(relation) && !after.has(relation));
  const arrow = (key: string) => <li key={key} aria-hidden className={classes.arrow}><IconArrowRight {...iconProps} /></li>;
  return (
    <Section id="path" title={t`Path through the courts`} note={history.length === 0 ? <Trans>no other decision of this dispute is recorded</Trans> : undefined}>
      <ol className={classes.path}>
        {earlier.flatMap((link) => [<LinkedStep key={link.relation + link.slug} link={link} />, arrow(`>${link.slug}`)])}
        <li className={classes.step} data-here aria-current="true"><StepFacts step={here} /></li>
        {later.flatMap((link) => [arrow(`>${link.slug}`), <LinkedStep key={link.relation + link.slug} link={link} />])}
      </ol>
      {beside.length > 0 && <ul className={classes.path}>{beside.map((link) => <LinkedStep key={link.relation + link.slug} link={link} />)}</ul>}
    </Section>
  );
}
