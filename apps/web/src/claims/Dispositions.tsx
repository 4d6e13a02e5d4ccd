import { useMutation } from '@apollo/client/react';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useCase } from '../cases/case-context.ts';
import { forumOf, numberOf } from '../cases/case-types.ts';
import { useCaseWords } from '../cases/case-words.ts';
import { useDecisionWords } from '../decisions/decision-words.ts';
import styles from '../decisions/Decisions.module.css';
import { rulingOf } from '../decisions/ruling.ts';
import { type ClaimDecision_DecisionFragment, DispositionForm_RemoveDocument } from '../gql/graphql.ts';
import { useTry } from '../orders/use-try.ts';
import { Button } from '../ui/Button.tsx';
import { IconPlus, iconProps } from '../ui/icons.ts';
import { later } from '../ui/later.tsx';
import { LegalDate } from '../ui/LegalDate.tsx';
import { ResultGlyph } from '../ui/ResultMark.tsx';
import { TrustTag } from '../ui/TrustTag.tsx';
import type { Claim } from './CaseClaims.tsx';

const DispositionForm = later(() => import('./DispositionForm.tsx').then((m) => m.DispositionForm));
type Decision = ClaimDecision_DecisionFragment;

/** What became of a claim in each court, from below to above, each with its decision; one for each claim and decision. */
export function Dispositions({ claim, decisions }: { claim: Claim; decisions: readonly Decision[] }) {
  const { legalCase } = useCase();
  const words = useDecisionWords(), caseWords = useCaseWords();
  const [open, setOpen] = useState<string>(); // an id, or "new"
  const [remove] = useMutation(DispositionForm_RemoveDocument);
  const attempt = useTry();
  const { proceedings, viewerCan } = legalCase;
  const place = (id: string) => proceedings.findIndex((each) => each.id === id);
  const close = () => { setOpen(undefined); };
  return (
    <>
      {claim.dispositions.length === 0 && <p className={styles['quiet']}><Trans>No court has ruled on it, as far as recorded.</Trans></p>}
      <ul className={styles['rows']}>
        {[...claim.dispositions].sort((a, b) => place(a.proceedingId) - place(b.proceedingId)).map((each) => {
          const proceeding = proceedings[place(each.proceedingId)], decision = decisions.find(({ id }) => id === each.decisionId);
          const number = proceeding && numberOf(proceeding)?.value;
          return open === each.id ? <li key={each.id} className={styles['whole']}><DispositionForm claimId={claim.id} item={each} decisions={decisions} onDone={close} /></li> : (
            <li key={each.id}>
              <span className={styles['disposed']}><ResultGlyph result={rulingOf(each)} /> <strong>{caseWords.disposition(each.code)}</strong></span>
              <span>
                {proceeding && <bdi>{forumOf(proceeding)}</bdi>}{number && <>, <bdi>{number}</bdi></>}{each.decidedOn && <>, <LegalDate edtf={each.decidedOn} /></>} <span className={styles['quiet']}><Trans>for {caseWords.favours(each.favours)}</Trans></span> {each.pinpoint && <TrustTag filled>{each.pinpoint}</TrustTag>} {each.status && each.status !== 'untouched' && <TrustTag>{words.later(each.status)}</TrustTag>}
                {decision && <span className={styles['block']}><Link to="/cases/$id/decisions" params={{ id: legalCase.id }} hash={`decision-${decision.id}`}>{decision.title ?? words.kind(decision.kind)}</Link></span>}
                {each.note && <span className={styles['block']}>{each.note}</span>}
                {viewerCan.edit && <span data-print="no" className={styles['tools']}><Button look="text" size="small" onClick={() => { setOpen(each.id); }}><Trans>Change</Trans></Button> <Button look="text" size="small" onClick={() => void attempt(() => remove({ variables: { id: each.id } }))}><Trans>Take back</Trans></Button></span>}
              </span>
            </li>
          );
        })}
      </ul>
      {open === 'new' ? <DispositionForm claimId={claim.id} decisions={decisions} onDone={close} /> : viewerCan.edit && proceedings.length > 0 && <p data-print="no"><Button look="text" size="small" icon={<IconPlus {...iconProps} size={15} />} onClick={() => { setOpen('new'); }}><Trans>Say what became of it<span className="sr">: {claim.act}</span></Trans></Button></p>}
    </>
  );
}
