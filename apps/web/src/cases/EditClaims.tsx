import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { ResultMark } from '../ui/ResultMark.tsx';
import { Section } from '../ui/Section.tsx';
import { useCase } from './case-context.ts';
import styles from './CaseForm.module.css';

/** Claims, what became of them and what was found stand on a tab of their own, where they are also changed. */
export function EditClaims() {
  const { t } = useLingui();
  const { legalCase: { id, claims, derivedResult } } = useCase();
  return (
    <Section id="claims" title={t`Claims and what became of them`} note={<ResultMark result={derivedResult.result} />}>
      {claims.length === 0 && <p className={styles['quiet']}><Trans>No claim yet. Without claims the result stays pending.</Trans></p>}
      {[...claims].sort((a, b) => a.ordinal - b.ordinal).map(({ id: claim, act }) => <p key={claim} className={styles['item']}><Link to="/cases/$id/claims" params={{ id }} hash={`claim-${claim}`}>{act}</Link></p>)}
      <p className={styles['item']}><Link to="/cases/$id/claims" params={{ id }}><Trans>Edit claims, dispositions and findings</Trans></Link> · <Link to="/cases/$id/decisions" params={{ id }}><Trans>Edit decisions</Trans></Link> · <Link to="/cases/$id/orders" params={{ id }}><Trans>Edit orders</Trans></Link></p>
    </Section>
  );
}
