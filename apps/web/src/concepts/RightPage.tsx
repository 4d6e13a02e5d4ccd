import { Trans } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { ConceptPage } from './ConceptPage.tsx';

/** One right of the vocabulary. */
export function RightPage() {
  const { id } = useParams({ from: '/rights/$id' });
  return <ConceptPage scheme="rights" id={id} kind={<Trans>Right</Trans>} />;
}
