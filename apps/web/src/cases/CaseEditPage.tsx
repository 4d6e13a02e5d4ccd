import { Trans } from '@lingui/react/macro';
import { EmptyState } from '../ui/EmptyState.tsx';
import { later } from '../ui/later.tsx';
import { useCase } from './case-context.ts';
import styles from './CaseForm.module.css';

const CaseEditForms = later(() => import('./CaseEditForms.tsx').then((m) => m.CaseEditForms));

/** Everything about a case that is not an event, each part with a form of its own. */
export function CaseEditPage() {
  const { legalCase } = useCase();
  if (!legalCase.viewerCan.edit) return <EmptyState><Trans>You may read this case, but not change it.</Trans></EmptyState>;
  return <div className={styles['edit']}><CaseEditForms /></div>;
}
