import { useMutation } from '@apollo/client/react';
import { codesOf, FindingResult, Limb } from '@amparo/domain';
import { Trans, useLingui } from '@lingui/react/macro';
import { FindingForm_RemoveDocument, FindingForm_SetDocument, type FindingResult as Result } from '../gql/graphql.ts';
import { SelectField, TextArea, TextField } from '../ui/Fields.tsx';
import { FindingMark } from '../ui/FindingMark.tsx';
import { TrustTag } from '../ui/TrustTag.tsx';
import { findingWords } from '../ui/words.ts';
import { useCase } from './case-context.ts';
import { blank, checked } from './case-input.ts';
import { type Case, forumOf } from './case-types.ts';
import { useCaseWords } from './case-words.ts';
import styles from './CaseForm.module.css';
import { EditList } from './EditList.tsx';
import { RecordForm } from './RecordForm.tsx';

type Finding = Case['findings'][number];

/** What each court found on each legal test. A finding says whether the State met the test. */
export function EditFindings() {
  const { t } = useLingui();
  const { legalCase } = useCase();
  const [remove] = useMutation(FindingForm_RemoveDocument);
  const forum = (id: string) => { const found = legalCase.proceedings.find((each) => each.id === id); return found ? forumOf(found) : ''; };
  return (
    <EditList
      id="findings" title={t`Findings`} note={t`did the State meet the test?`} items={legalCase.findings} none={<Trans>No finding is coded yet.</Trans>} add={<Trans>Add a finding</Trans>} nameOf={({ label }) => label}
      line={({ label, result, proceedingId, note, pinpoint }) => <>{label} <FindingMark finding={result} /> {pinpoint && <TrustTag filled>{pinpoint}</TrustTag>} <small>{[forum(proceedingId), note].filter(Boolean).join('. ')}</small></>}
      form={(item, done) => <FindingForm key={item?.id ?? 'new'} item={item} onDone={done} />} remove={({ id }) => remove({ variables: { id } })}
    />
  );
}

function FindingForm({ item, onDone }: { item: Finding | null; onDone(): void }) {
  const { i18n } = useLingui();
  const { legalCase } = useCase();
  const words = useCaseWords();
  const [set] = useMutation(FindingForm_SetDocument);
  return (
    <RecordForm
      name={`${legalCase.id}.finding.${item?.id ?? 'new'}`} onDone={onDone} saveWords={<Trans>Save the finding</Trans>}
      initial={{ proceedingId: item?.proceedingId ?? legalCase.proceedings[0]?.id ?? '', limb: item?.limb ?? 'legality', result: (item?.result ?? 'not_satisfied') as string, note: item?.note ?? '', pinpoint: item?.pinpoint ?? '', source: item?.source ?? '' }}
      save={async ({ note, pinpoint, source, result, ...rest }) => set({ variables: { input: { ...await checked('finding', { ...rest, result, claimId: item?.claimId ?? null, note: blank(note), pinpoint: blank(pinpoint), source: blank(source) }), result: result as Result } } })}
    >
      {({ value, change, errorOf }) => (
        <>
          <div className={styles['pair']}>
            {!item && <SelectField name="proceedingId" label={<Trans>Which court</Trans>} value={value.proceedingId} error={errorOf('proceedingId')} onChange={(e) => { change({ proceedingId: e.currentTarget.value }); }} data={legalCase.proceedings.map((each) => ({ value: each.id, label: forumOf(each) }))} />}
            {!item && <SelectField name="limb" label={<Trans>Test</Trans>} value={value.limb} error={errorOf('limb')} onChange={(e) => { change({ limb: e.currentTarget.value }); }} data={codesOf(Limb).map((limb) => ({ value: limb, label: words.limb(limb) }))} />}
            <SelectField name="result" label={<Trans>The State</Trans>} value={value.result} error={errorOf('result')} onChange={(e) => { change({ result: e.currentTarget.value }); }} data={codesOf(FindingResult).map((result) => ({ value: result, label: i18n._(findingWords[result]) }))} />
            <TextField name="pinpoint" optional label={<Trans>Paragraph</Trans>} value={value.pinpoint} maxLength={120} error={errorOf('pinpoint')} onChange={(e) => { change({ pinpoint: e.currentTarget.value }); }} />
          </div>
          <TextArea name="note" optional label={<Trans>In the court’s view</Trans>} value={value.note} maxLength={2000} error={errorOf('note')} onChange={(e) => { change({ note: e.currentTarget.value }); }} />
          <TextField name="source" optional label={<Trans>Source</Trans>} value={value.source} maxLength={500} error={errorOf('source')} onChange={(e) => { change({ source: e.currentTarget.value }); }} />
        </>
      )}
    </RecordForm>
  );
}
