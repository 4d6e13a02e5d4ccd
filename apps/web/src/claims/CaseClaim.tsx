import { useMutation } from '@apollo/client/react';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useCase } from '../cases/case-context.ts';
import { useDecisionWords } from '../decisions/decision-words.ts';
import styles from '../decisions/Decisions.module.css';
import { ClaimForm_RemoveDocument } from '../gql/graphql.ts';
import { useTry } from '../orders/use-try.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmButton } from '../ui/ConfirmButton.tsx';
import { IconBallpen, IconTrash, iconProps } from '../ui/icons.ts';
import { later } from '../ui/later.tsx';
import { Section } from '../ui/Section.tsx';
import type { Claim, ClaimsOfCase } from './CaseClaims.tsx';
import { Dispositions } from './Dispositions.tsx';
import { Findings } from './Findings.tsx';

const ClaimForm = later(() => import('./ClaimForm.tsx').then((m) => m.ClaimForm));

/** One claim: what is attacked under which right, where it comes from, what became of it court by court, and the tests. */
export function CaseClaim({ claim, of, rightName }: { claim: Claim; of: ClaimsOfCase; rightName: string | null }) {
  const { legalCase: { viewerCan } } = useCase();
  const words = useDecisionWords();
  const [editing, edit] = useState(false);
  const [remove] = useMutation(ClaimForm_RemoveDocument);
  const attempt = useTry();
  const { id, act, provision, feature, standing, collective, lineageOfId } = claim;
  const from = of.claims.find((each) => each.id === lineageOfId), on = of.claims.filter((each) => each.lineageOfId === id);
  const findings = of.findings.filter(({ claimId }) => claimId === id);
  return (
    <Section id={`claim-${id}`} title={<span className={styles['title']}>{act}</span>} aside={viewerCan.edit && (
      <span data-print="no">
        <Button size="small" look="quiet" aria-expanded={editing} icon={<IconBallpen {...iconProps} size={16} />} onClick={() => { edit(!editing); }}><Trans>Edit<span className="sr"> {act}</span></Trans></Button>
        <ConfirmButton size="small" look="quiet" danger icon={<IconTrash {...iconProps} size={16} />} title={<Trans>Remove {act}?</Trans>} words={<Trans>What became of it goes with it, and the result of the case may change. What it said is kept under Changes.</Trans>} confirm={<Trans>Remove the claim</Trans>} onConfirm={() => attempt(() => remove({ variables: { id } }))}><Trans>Remove<span className="sr"> {act}</span></Trans></ConfirmButton>
      </span>
    )}>
      {editing ? <ClaimForm item={claim} onDone={() => { edit(false); }} /> : (
        <>
          <p className={styles['where']}>{[feature, provision, rightName, standing && words.standing(standing), collective && words.collective(collective)].filter(Boolean).join(' · ')}</p>
          {from && <p className={styles['quiet']}><Trans>Carries on <a href={`#claim-${from.id}`}>{from.act}</a>. Through one chain of courts the two are counted once.</Trans></p>}
          {on.map((each) => <p key={each.id} className={styles['quiet']}><Trans>Carried on as <a href={`#claim-${each.id}`}>{each.act}</a>.</Trans></p>)}
        </>
      )}
      <h3 className={styles['h3']}><Trans>Through the courts</Trans></h3>
      <Dispositions claim={claim} decisions={of.decisions} />
      <h3 className={styles['h3']}><Trans>Tests</Trans> <span className={styles['quiet']}><Trans>did the State meet them?</Trans></span></h3>
      <Findings findings={findings} of={of} claimId={id} />
    </Section>
  );
}
