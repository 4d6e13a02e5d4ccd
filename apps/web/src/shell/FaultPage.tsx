import { Trans, useLingui } from '@lingui/react/macro';
import { useRouter } from '@tanstack/react-router';
import { faultOf } from '../apollo.ts';
import { faultWords } from '../fault-words.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';

/** A page that could not be read: what failed, what is safe, what to do. */
export function FaultPage({ error, reset }: { error: unknown; reset?(): void }) {
  const { i18n } = useLingui();
  const router = useRouter();
  const { code, reference } = faultOf(error);
  if (code === 'NOT_FOUND') return <NotFoundPage />;
  return (
    <Page title={<Trans>This page could not be read</Trans>}>
      <EmptyState
        action={<Button look="brand" onClick={() => { reset?.(); void router.invalidate(); }}><Trans>Try again</Trans></Button>}
        hint={reference && <Trans>Reference {reference}</Trans>}
      >
        {i18n._(faultWords[code])}
      </EmptyState>
    </Page>
  );
}
