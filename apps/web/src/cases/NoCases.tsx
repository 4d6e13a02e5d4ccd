import { Plural, Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { LinkButton } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { IconX, iconProps } from '../ui/icons.ts';
import type { ActiveFilter } from './case-search.ts';
import styles from './CasesPage.module.css';

/** Nothing to list, and what helps: a first case, or one filter less. */
export function NoCases({ filters }: { filters?: readonly (ActiveFilter & { label: string })[] }) {
  if (!filters) return (
    <EmptyState title={<Trans>No cases yet</Trans>} action={<LinkButton look="brand" to="/cases/new"><Trans>Open your first case</Trans></LinkButton>}
      hint={<Trans>Or see what a record looks like: <Link to="/precedents">the precedents</Link>.</Trans>}>
      <Trans>A case needs a name and a country. Only its team can read it until somebody shares it.</Trans>
    </EmptyState>
  );
  return (
    <EmptyState title={<Plural value={filters.length} one="No case matches # filter" other="No case matches # filters" />}
      action={<ul className={styles['active']}>{filters.map(({ key, label, without }) => <li key={key}><Link to="/cases" search={without}>{label} <IconX {...iconProps} size={14} /></Link></li>)}</ul>}>
      <Trans>Remove one of them to see more:</Trans>
    </EmptyState>
  );
}
