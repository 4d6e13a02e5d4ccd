import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { CaseContext } from '../cases/case-context.ts';
import { useHash } from '../cases/use-hash.ts';
import { useCasePart } from '../cases/use-case-part.ts';
import styles from '../decisions/Decisions.module.css';
import { CaseClaimsPageDocument, type CaseClaimsPageQuery } from '../gql/graphql.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { IconPlus, iconProps } from '../ui/icons.ts';
import { later } from '../ui/later.tsx';
import { Margin } from '../ui/Margin.tsx';
import { Section } from '../ui/Section.tsx';
import { CaseClaim } from './CaseClaim.tsx';
import { ClaimCounts } from './ClaimCounts.tsx';
import { Findings } from './Findings.tsx';
import { inLines } from './lines.ts';

const ClaimForm = later(() => import('./ClaimForm.tsx').then((m) => m.ClaimForm));
export type ClaimsOfCase = NonNullable<CaseClaimsPageQuery['legalCase']>;
export type Claim = ClaimsOfCase['claims'][number];
export type Finding = ClaimsOfCase['findings'][number];

/** What is attacked, claim by claim: what each court made of it and found on each test, and what later courts did to that. */
export function CaseClaims() {
  const { t } = useLingui();
  const { data, context } = useCasePart(CaseClaimsPageDocument);
  useHash();
  const [adding, add] = useState(false);
  if (!data.legalCase) return null;
  const { claims, findings } = data.legalCase;
  const { edit } = context.legalCase.viewerCan;
  const whole = findings.filter(({ claimId }) => claimId === null);
  const rightOf = (id: string | null) => data.rights?.concepts.find((each) => each.id === id)?.label ?? null;
  return (
    <CaseContext value={context}>
      <Margin notes={<ClaimCounts of={data.legalCase} />}>
        {claims.length === 0 && !adding && (
          <EmptyState title={<Trans>No claim on record</Trans>} {...(edit ? { action: <Button look="brand" onClick={() => { add(true); }}><Trans>Add a claim</Trans></Button> } : {})}>
            <Trans>A claim is one act or rule that is attacked. Without claims the result of the case stays pending.</Trans>
          </EmptyState>
        )}
        {inLines(claims).map((claim) => <CaseClaim key={claim.id} claim={claim} of={data.legalCase as ClaimsOfCase} rightName={rightOf(claim.rightConcept)} />)}
        {adding ? <Section title={t`A new claim`}><ClaimForm item={null} onDone={() => { add(false); }} /></Section> : edit && claims.length > 0 && <p data-print="no"><Button look="text" icon={<IconPlus {...iconProps} size={16} />} onClick={() => { add(true); }}><Trans>Add a claim</Trans></Button></p>}
        {(whole.length > 0 || edit) && <div className={styles['gap']}><Section title={t`On the whole case`} note={t`tests the court answered for all claims together`}><Findings findings={whole} of={data.legalCase} claimId={null} /></Section></div>}
      </Margin>
    </CaseContext>
  );
}
