import { useMutation } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useCase } from '../cases/case-context.ts';
import { Treatment_RemoveDocument, Treatment_ReviewDocument } from '../gql/graphql.ts';
import { useTry } from '../orders/use-try.ts';
import { Button } from '../ui/Button.tsx';
import { IconPlus, IconScale, iconProps } from '../ui/icons.ts';
import { later } from '../ui/later.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { TrustTag } from '../ui/TrustTag.tsx';
import type { Decision } from './CaseDecisions.tsx';
import { useDecisionWords } from './decision-words.ts';
import styles from './Decisions.module.css';

const TreatmentForm = later(() => import('./TreatmentForm.tsx').then((m) => m.TreatmentForm));

/** How a decision stands as authority: derived, never typed; "why?" shows each reason with what it rests on. */
export function LaterHistory({ decision, all }: { decision: Decision; all: readonly Decision[] }) {
  const words = useDecisionWords();
  const [why, ask] = useState(false);
  const { authority: { status, steps } } = decision;
  const referred = steps.find(({ code }) => code === 'question_referred');
  return (
    <div className={styles['authority']}>
      <TrustTag icon={<IconScale {...iconProps} size={15} />}>{words.authority(status)}{referred?.point && <>; <Trans>{referred.point} referred to a larger bench</Trans></>}</TrustTag>
      <span data-print="no"><Button look="text" size="small" aria-haspopup="dialog" onClick={() => { ask(true); }}><Trans>Why?</Trans></Button></span>
      {why && <WhySheet decision={decision} all={all} onClose={() => { ask(false); }} />}
    </div>
  );
}

function WhySheet({ decision, all, onClose }: { decision: Decision; all: readonly Decision[]; onClose(): void }) {
  const { t } = useLingui();
  const { legalCase: { viewerCan } } = useCase();
  const words = useDecisionWords();
  const [adding, add] = useState(false);
  const [review] = useMutation(Treatment_ReviewDocument), [remove] = useMutation(Treatment_RemoveDocument);
  const attempt = useTry();
  const { authority: { status, steps }, treatments, title, kind } = decision;
  const decisionOf = (id: string) => { const found = all.find((each) => each.id === id); return found ? (found.title ?? words.kind(found.kind)) : t`a decision`; };
  return (
    <Sheet wide title={words.authority(status)} lead={title ?? words.kind(kind)} onClose={onClose}>
      <p className={styles['quiet']}><Trans>The standing is never typed. It follows from what became of its claims above, and from what later decisions of this case say of it. The gravest reason decides; all are shown.</Trans></p>
      <ol className={styles['steps']}>
        {steps.map((step, i) => {
          const of = treatments.find(({ id }) => id === step.treatmentId);
          return <li key={i}><span className={styles['no']}>{i + 1}</span><div>{words.authorityStep(step.code)} {step.point && <bdi>({step.point})</bdi>}{of && <p className={styles['quiet']}>{decisionOf(of.citingId)}, {words.relation(of.relation)}: {words.treatment(of.treatment)}, {words.opinion(of.opinionType)}{of.pinpoint && <>, <bdi>{of.pinpoint}</bdi></>}</p>}</div></li>;
        })}
      </ol>
      <h3 className={styles['h3']}><Trans>What later decisions say of it</Trans></h3>
      {treatments.length === 0 && <p className={styles['quiet']}><Trans>Nothing is recorded.</Trans></p>}
      <ul className={styles['rows']}>
        {treatments.map((each) => (
          <li key={each.id}>
            <span><strong>{words.treatment(each.treatment)}</strong></span>
            <span>
              {decisionOf(each.citingId)}, {words.opinion(each.opinionType)}{each.point && <>, <bdi>{each.point}</bdi></>} {each.pinpoint && <TrustTag filled>{each.pinpoint}</TrustTag>} <TrustTag>{each.reviewedAt ? <Trans>read by a second person</Trans> : <Trans>read by one person</Trans>}</TrustTag>
              {viewerCan.edit && <>{' '}{!each.reviewedAt && <Button look="text" size="small" onClick={() => void attempt(() => review({ variables: { id: each.id } }), t`Noted: a second person has read it.`)}><Trans>I have read it too</Trans></Button>} <Button look="text" size="small" onClick={() => void attempt(() => remove({ variables: { id: each.id } }))}><Trans>Take back</Trans></Button></>}
            </span>
          </li>
        ))}
      </ul>
      {adding ? <TreatmentForm cited={decision} all={all} onDone={() => { add(false); }} /> : viewerCan.edit && all.length > 1 && <p><Button look="text" size="small" icon={<IconPlus {...iconProps} size={15} />} onClick={() => { add(true); }}><Trans>Add what a later decision says</Trans></Button></p>}
    </Sheet>
  );
}
