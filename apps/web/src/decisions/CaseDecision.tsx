import { useMutation } from '@apollo/client/react';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useCase } from '../cases/case-context.ts';
import { useCaseWords } from '../cases/case-words.ts';
import { Decision_RemoveDocument } from '../gql/graphql.ts';
import { useTry } from '../orders/use-try.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmButton } from '../ui/ConfirmButton.tsx';
import { IconBallpen, IconTrash, iconProps } from '../ui/icons.ts';
import { later } from '../ui/later.tsx';
import { LegalDate } from '../ui/LegalDate.tsx';
import { ResultGlyph } from '../ui/ResultMark.tsx';
import { Section } from '../ui/Section.tsx';
import { TrustTag } from '../ui/TrustTag.tsx';
import type { Decision } from './CaseDecisions.tsx';
import { DecisionFacts } from './DecisionFacts.tsx';
import { useDecisionWords } from './decision-words.ts';
import styles from './Decisions.module.css';
import { Holdings } from './Holdings.tsx';
import { LaterHistory } from './LaterHistory.tsx';
import { rulingOf } from './ruling.ts';
import { UsedBy } from './UsedBy.tsx';

const DecisionForm = later(() => import('./DecisionForm.tsx').then((m) => m.DecisionForm));

/** One decision: where and when, who sat and spoke, what it held and did, how it stands, and what of ours builds on it. */
export function CaseDecision({ decision, all }: { decision: Decision; all: readonly Decision[] }) {
  const { t } = useLingui();
  const { legalCase: { id: caseId, viewerCan, claims } } = useCase();
  const words = useDecisionWords(), caseWords = useCaseWords();
  const [editing, edit] = useState(false);
  const [remove] = useMutation(Decision_RemoveDocument);
  const attempt = useTry();
  const { id, title, kind, summary, source, citations, proceedings, dispositions, orders } = decision;
  const preferred = citations.find((each) => each.preferred) ?? citations[0];
  if (editing) return <div id={`decision-${id}`}><DecisionForm item={decision} onDone={() => { edit(false); }} /></div>;
  return (
    <Section id={`decision-${id}`} title={<span className={styles['title']}>{title ?? words.kind(kind)}</span>} note={title ? words.kind(kind) : undefined} aside={viewerCan.edit && (
      <span data-print="no">
        <Button size="small" look="quiet" icon={<IconBallpen {...iconProps} size={16} />} onClick={() => { edit(true); }}><Trans>Edit<span className="sr"> {title ?? words.kind(kind)}</span></Trans></Button>
        <ConfirmButton size="small" look="quiet" danger icon={<IconTrash {...iconProps} size={16} />} title={<Trans>Remove this decision?</Trans>} words={<Trans>Its opinions and holdings go with it. While dispositions, findings or orders rest on it, it stays. What it said is kept under Changes.</Trans>} confirm={<Trans>Remove the decision</Trans>} onConfirm={() => attempt(() => remove({ variables: { id } }))}><Trans>Remove<span className="sr"> {title ?? words.kind(kind)}</span></Trans></ConfirmButton>
      </span>
    )}>
      <p className={styles['where']}>
        {preferred && <strong><bdi>{preferred.value}</bdi>. </strong>}
        {proceedings.map(({ id: p, court, courtUnit, identifiers }, i) => <span key={p}>{i > 0 && '; '}<Link to="/cases/$id/proceedings" params={{ id: caseId }} hash={`proceeding-${p}`}>{courtUnit ? `${court.name}, ${courtUnit}` : court.name}</Link>{identifiers[0] && <>, <bdi>{(identifiers.find((each) => each.preferred) ?? identifiers[0]).value}</bdi></>}</span>)}
        {decision.day && <>, <LegalDate edtf={decision.day.on} /></>}. {proceedings.length > 1 && <TrustTag><Plural value={proceedings.length} one="one file" other="one decision, # joined files" /></TrustTag>}
      </p>
      <LaterHistory decision={decision} all={all} />
      {summary && <p className={styles['summary']}>{summary}</p>}
      <DecisionFacts decision={decision} />
      <Holdings decision={decision} />
      <h3 className={styles['h3']}><Trans>What became of each claim</Trans></h3>
      {kind === 'interim_order' && dispositions.length === 0 ? <p className={styles['quiet']}><Trans>An interim order decides no claim and counts neither as a win nor as a loss.</Trans></p>
        : dispositions.length === 0 ? <p className={styles['quiet']}><Trans>Nothing is recorded.</Trans> {viewerCan.edit && <Link to="/cases/$id/claims" params={{ id: caseId }}><Trans>Say it under Claims</Trans></Link>}</p>
          : (
            <ul className={styles['rows']}>
              {dispositions.map((each) => {
                const file = proceedings.find((p) => p.id === each.proceedingId);
                return (
                  <li key={each.id}>
                    <span className={styles['disposed']}><ResultGlyph result={rulingOf(each)} /> <strong>{caseWords.disposition(each.code)}</strong></span>
                    <span><Link to="/cases/$id/claims" params={{ id: caseId }} hash={`claim-${each.claimId}`}>{claims.find((c) => c.id === each.claimId)?.act ?? t`a claim`}</Link>{proceedings.length > 1 && file?.identifiers[0] && <>, <bdi>{file.identifiers[0].value}</bdi></>} {each.pinpoint && <TrustTag filled>{each.pinpoint}</TrustTag>} {each.status && each.status !== 'untouched' && <TrustTag>{words.later(each.status)}</TrustTag>}</span>
                  </li>
                );
              })}
            </ul>
          )}
      {orders.length > 0 && <p className={styles['quiet']}><Link to="/cases/$id/orders" params={{ id: caseId }} hash={`order-${orders[0]?.id}`}><Plural value={orders.length} one="One order, with its life" other="# orders, with their life" /></Link></p>}
      <UsedBy kind="decision" id={id} usedBy={decision.usedBy} opinions={decision.opinions} />
      {source && <p className={styles['quiet']}><Trans>Source: {source}</Trans></p>}
    </Section>
  );
}
