import { Trans } from '@lingui/react/macro';
import { LinkButton } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';

/** Missing and unreadable are one page: nobody learns which. */
export function NotFoundPage() {
  return (
    <Page title={<Trans>This page does not exist, or you cannot read it</Trans>}>
      <EmptyState action={<LinkButton to="/"><Trans>Go to the first page</Trans></LinkButton>}><Trans>Check the address, or ask whoever sent it to share the record with you.</Trans></EmptyState>
    </Page>
  );
}
