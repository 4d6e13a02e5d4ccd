import { Trans } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { ConceptPage } from './ConceptPage.tsx';

/** One harm of the vocabulary. */
export function HarmTypePage() {
  const { id } = useParams({ from: '/harm-types/$id' });
  return <ConceptPage scheme="harms" id={id} kind={<Trans>Harm</Trans>} />;
}
