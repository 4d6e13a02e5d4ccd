import { useMutation } from '@apollo/client/react';
import { stripLimbs } from '@amparo/domain';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useCase } from '../cases/case-context.ts';
import { forumOf } from '../cases/case-types.ts';
import { useCaseWords } from '../cases/case-words.ts';
import { dissents, useDecisionWords } from '../decisions/decision-words.ts';
import styles from '../decisions/Decisions.module.css';
import { UsedBy } from '../decisions/UsedBy.tsx';
import { FindingForm_RemoveDocument } from '../gql/graphql.ts';
import { useTry } from '../orders/use-try.ts';
import { Button } from '../ui/Button.tsx';
import { FindingMark } from '../ui/FindingMark.tsx';
import { IconPlus, iconProps } from '../ui/icons.ts';
import { later } from '../ui/later.tsx';
import { TrustTag } from '../ui/TrustTag.tsx';
import type { ClaimsOfCase, Finding } from './CaseClaims.tsx';
import own from './Findings.module.css';

const FindingForm = later(() => import('./FindingForm.tsx').then((m) => m.FindingForm));
const strip: readonly string[] = stripLimbs.map(({ limb }) => limb);
const place = (limb: string) => (strip.includes(limb) ? strip.indexOf(limb) : strip.length);

/** Findings court by court, test by test; one that was reversed above keeps its text and says so, with the way there. */
export function Findings({ findings, of, claimId }: { findings: readonly Finding[]; of: ClaimsOfCase; claimId: string | null }) {
  const { legalCase: { proceedings, viewerCan } } = useCase();
  const [open, setOpen] = useState<string>(); // an id, or "new"
  const close = () => { setOpen(undefined); };
  const courts = proceedings.map((proceeding) => ({ proceeding, list: findings.filter(({ proceedingId }) => proceedingId === proceeding.id).sort((a, b) => place(a.limb) - place(b.limb)) })).filter(({ list }) => list.length > 0);
  return (
    <>
      {courts.length === 0 && open !== 'new' && <p className={styles['quiet']}><Trans>No finding is coded yet. That says nothing about what the court found.</Trans></p>}
      {courts.map(({ proceeding, list }) => (
        <div key={proceeding.id}>
          <h3 className={own['court']}>{forumOf(proceeding)}</h3>
          {list.map((each) => (open === each.id ? <FindingForm key={each.id} item={each} claimId={claimId} decisions={of.decisions} onDone={close} /> : <Line key={each.id} finding={each} of={of} onEdit={() => { setOpen(each.id); }} />))}
        </div>
      ))}
      {open === 'new' ? <FindingForm claimId={claimId} decisions={of.decisions} onDone={close} /> : viewerCan.edit && proceedings.length > 0 && <p data-print="no"><Button look="text" size="small" icon={<IconPlus {...iconProps} size={15} />} onClick={() => { setOpen('new'); }}><Trans>Add a finding</Trans></Button></p>}
    </>
  );
}

function Line({ finding, of, onEdit }: { finding: Finding; of: ClaimsOfCase; onEdit(): void }) {
  const { legalCase: { proceedings, viewerCan } } = useCase();
  const words = useDecisionWords(), caseWords = useCaseWords();
  const [remove] = useMutation(FindingForm_RemoveDocument);
  const attempt = useTry();
  const { id, limb, label, result, note, pinpoint, opinionId, decisionId, status, statusSteps, usedBy } = finding;
  const decision = of.decisions.find((each) => each.id === decisionId), opinion = decision?.opinions.find((each) => each.id === opinionId);
  const reversed = status === 'reversed';
  return (
    <div className={own['finding']} id={`finding-${id}`}>
      <strong>{label === limb ? caseWords.limb(limb) : label}</strong>
      <div>
        <p className={own['marks']}>
          <span className={reversed ? own['reversed'] : undefined}><FindingMark finding={result} /></span>{pinpoint && <TrustTag filled>{pinpoint}</TrustTag>}
          {opinion && (dissents(opinion.type) ? <TrustTag><Trans>only in a dissent</Trans></TrustTag> : opinion.type === 'concurring' && <TrustTag>{words.opinion(opinion.type)}</TrustTag>)}
          {status && status !== 'untouched' && <TrustTag>{words.later(status)}</TrustTag>}
        </p>
        {note && <p className={styles['quiet']}>{note}</p>}
        {statusSteps.length > 0 && (
          <details className={own['why']}><summary><Trans>What later courts did</Trans></summary>
            <ol>{statusSteps.map(({ code, proceedingId }, i) => { const court = proceedings.find((each) => each.id === proceedingId); return <li key={i}>{court && <bdi>{forumOf(court)}</bdi>}: {words.laterStep(code)}</li>; })}</ol>
          </details>
        )}
        <UsedBy small kind="finding" id={id} usedBy={usedBy} opinions={decision?.opinions ?? []} />
        {viewerCan.edit && <p data-print="no" className={styles['tools']}><Button look="text" size="small" onClick={onEdit}><Trans>Change</Trans></Button> <Button look="text" size="small" onClick={() => void attempt(() => remove({ variables: { id } }))}><Trans>Take back</Trans></Button></p>}
      </div>
    </div>
  );
}
