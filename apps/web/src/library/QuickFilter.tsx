import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { IconSearch, iconProps } from '../ui/icons.ts';
import styles from './RecordList.module.css';

/** The search field above a short list. A plain GET form; with JavaScript the list follows the keys. */
export function QuickFilter({ to, value, label, placeholder }: { to: '/courts' | '/systems'; value: string | undefined; label: string; placeholder: string }) {
  const navigate = useNavigate();
  const { t } = useLingui();
  return (
    <form action={to} method="get" role="search" className={styles.filter} onSubmit={(event) => event.preventDefault()} aria-label={t`Filter`}>
      <IconSearch {...iconProps} />
      <input type="search" name="q" defaultValue={value} aria-label={label} placeholder={placeholder} maxLength={200} autoComplete="off" data-search-field
        onChange={(event) => void navigate({ to, search: { q: event.target.value || undefined } as never, replace: true, resetScroll: false })} />
      <noscript><button type="submit"><Trans>Search</Trans></button></noscript>
    </form>
  );
}
