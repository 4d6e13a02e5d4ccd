import { Trans, useLingui } from '@lingui/react/macro';
import { faultOf } from '../apollo.ts';
import { faultWords } from '../fault-words.ts';
import { Button } from './Button.tsx';
import { EmptyState } from './EmptyState.tsx';

/** A part of a page that could not be read: what failed, what is safe, what to do. */
export function ErrorState({ error, retry }: { error: unknown; retry?(): void }) {
  const { i18n } = useLingui();
  const { code, reference } = faultOf(error);
  return (
    <EmptyState alert action={retry && <Button onClick={retry}><Trans>Try again</Trans></Button>} hint={reference && <Trans>Reference {reference}</Trans>}>
      {i18n._(faultWords[code])}
    </EmptyState>
  );
}
