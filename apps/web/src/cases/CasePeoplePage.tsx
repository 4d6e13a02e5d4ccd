import { useQuery } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import { ShareDialogDocument } from '../gql/graphql.ts';
import { later } from '../ui/later.tsx';
import { Margin } from '../ui/Margin.tsx';
import { Section } from '../ui/Section.tsx';
import { useCase } from './case-context.ts';
import { CaseParties } from './CaseParties.tsx';
import { CaseReaders } from './CaseReaders.tsx';

const CaseTeam = later(() => import('./CaseTeam.tsx').then((m) => m.CaseTeam));

/** Who works on the case and who stands in it. */
export function CasePeoplePage() {
  const { t } = useLingui();
  const { legalCase } = useCase();
  const { data } = useQuery(ShareDialogDocument, { skip: !legalCase.viewerCan.share });
  return (
    <Margin notes={<CaseReaders />}>
      {legalCase.readers.some(({ kind }) => kind === 'person') && <Section title={t`Team`}><CaseTeam people={data?.colleagues ?? []} /></Section>}
      <CaseParties legalCase={legalCase} />
    </Margin>
  );
}
