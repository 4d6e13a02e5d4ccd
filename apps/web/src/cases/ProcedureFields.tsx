import { useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { ProcedureChoicesDocument } from '../gql/graphql.ts';
import { SelectField } from '../ui/Fields.tsx';
import type { CaseProceeding } from './case-types.ts';
import { useStageWords } from './stage-words.ts';

/** Which procedure it follows: the one that fits its court is offered first. A new one may be taken up in the middle. */
export function ProcedureFields({ courtSlug, item, value, change, errorOf }: { courtSlug: string; item: CaseProceeding | null; value: { template: string; stage: string }; change(patch: { template?: string; stage?: string }): void; errorOf(field: string): ReactNode }) {
  const { t } = useLingui();
  const stages = useStageWords();
  const { data } = useQuery(ProcedureChoicesDocument, { variables: { courtSlug: courtSlug || 'none', matter: item?.matter ?? null } });
  const tracks = data?.procedureTracks ?? [], best = tracks.find(({ fits }) => fits);
  const chosen = value.template === 'none' ? undefined : (tracks.find(({ key }) => key === value.template) ?? best);
  const named = ({ name, templateName }: { name: string; templateName: string }) => (templateName.startsWith(name) ? templateName : `${name} (${templateName})`);
  return (
    <>
      <SelectField
        name="template" label={<Trans>Procedure</Trans>} value={value.template} error={errorOf('template')} onChange={(e) => { change({ template: e.currentTarget.value, stage: '' }); }} hint={<Trans>Its stages follow from it.</Trans>}
        data={[...(item?.template ? [] : [{ value: '', label: best ? t`As this court: ${named(best)}` : t`None is known for this court` }]), ...tracks.map((track) => ({ value: track.key, label: named(track) })), { value: 'none', label: t`Another, not on the list` }]}
      />
      {!item && chosen && <SelectField name="stage" optional label={<Trans>It stands at</Trans>} value={value.stage} error={errorOf('stage')} onChange={(e) => { change({ stage: e.currentTarget.value }); }} hint={value.stage ? stages.hint(value.stage) : <>&nbsp;</>} data={[{ value: '', label: t`not said` }, ...chosen.stages.map((stage) => ({ value: stage.code, label: stages.local(stage) }))]} />}
    </>
  );
}
