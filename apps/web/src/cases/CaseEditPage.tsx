import { Trans } from '@lingui/react/macro';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useCase } from './case-context.ts';
import styles from './CaseForm.module.css';
import { EditCase } from './EditCase.tsx';
import { EditClaims } from './EditClaims.tsx';
import { EditFindings } from './EditFindings.tsx';
import { EditParties } from './EditParties.tsx';
import { EditPrecedents } from './EditPrecedents.tsx';
import { EditProceedings } from './EditProceedings.tsx';

/** Everything about a case that is not an event, each part with a form of its own. */
export function CaseEditPage() {
  const { legalCase } = useCase();
  if (!legalCase.viewerCan.edit) return <EmptyState><Trans>You may read this case, but not change it.</Trans></EmptyState>;
  return (
    <div className={styles['edit']}>
      <EditCase />
      <EditProceedings />
      <EditParties />
      <EditClaims />
      <EditFindings />
      <EditPrecedents />
    </div>
  );
}
