import { useMutation } from '@apollo/client/react';
import { codesOf, FindingResult, Limb } from '@amparo/domain';
import { Trans, useLingui } from '@lingui/react/macro';
import { useCase } from '../cases/case-context.ts';
import { blank } from '../cases/case-input.ts';
import { forumOf, numberOf } from '../cases/case-types.ts';
import { useCaseWords } from '../cases/case-words.ts';
import { RecordForm } from '../cases/RecordForm.tsx';
import { useDecisionWords } from '../decisions/decision-words.ts';
import styles from '../decisions/Decisions.module.css';
import { type ClaimDecision_DecisionFragment, FindingForm_SetDocument, type FindingResult as Result } from '../gql/graphql.ts';
import { useDecisionChoices } from '../orders/decision-choices.ts';
import { SelectField, TextArea, TextField } from '../ui/Fields.tsx';
import { findingWords } from '../ui/words.ts';

interface Item { id: string; proceedingId: string; claimId: string | null; decisionId?: string | null; opinionId?: string | null; limb: string; result: string; note: string | null; pinpoint: string | null; source: string | null }
interface Props { item?: Item | null; claimId: string | null; decisions: readonly ClaimDecision_DecisionFragment[]; onDone(): void }

/** Whether the State met a test, in one court and, where several spoke, in one opinion. */
export function FindingForm({ item, claimId, decisions, onDone }: Props) {
  const { i18n, t } = useLingui();
  const { legalCase } = useCase();
  const words = useCaseWords(), decisionWords = useDecisionWords();
  const choices = useDecisionChoices(decisions);
  const [set] = useMutation(FindingForm_SetDocument);
  const of = (id: string) => decisions.find((each) => each.id === id);
  return (
    <RecordForm
      name={`${legalCase.id}.finding.${item?.id ?? `new.${claimId ?? ''}`}`} onDone={onDone} saveWords={<Trans>Save the finding</Trans>}
      initial={{ proceedingId: item?.proceedingId ?? legalCase.proceedings[0]?.id ?? '', decisionId: item?.decisionId ?? '', opinionId: item?.opinionId ?? '', limb: item?.limb ?? 'legality', result: item?.result ?? 'not_satisfied', note: item?.note ?? '', pinpoint: item?.pinpoint ?? '', source: item?.source ?? '' }}
      save={({ proceedingId, decisionId, opinionId, limb, result, note, pinpoint, source }) => set({ variables: { input: { proceedingId, limb, claimId: item ? item.claimId : claimId, decisionId: blank(decisionId), opinionId: blank(opinionId), result: result as Result, note: blank(note), pinpoint: blank(pinpoint), source: blank(source) } } })}
    >
      {({ value, change, errorOf }) => (
        <>
          <div className={styles['pair']}>
            {!item && <SelectField name="proceedingId" label={<Trans>Which court</Trans>} value={value.proceedingId} error={errorOf('proceedingId')} onChange={(e) => { change({ proceedingId: e.currentTarget.value }); }} data={legalCase.proceedings.map((each) => ({ value: each.id, label: [forumOf(each), numberOf(each)?.value].filter(Boolean).join(', ') }))} />}
            <SelectField name="decisionId" optional label={<Trans>In which decision</Trans>} value={value.decisionId} error={errorOf('decisionId')} onChange={(e) => { change({ decisionId: e.currentTarget.value, opinionId: of(e.currentTarget.value)?.opinions[0]?.id ?? '' }); }} data={choices} />
            {value.decisionId && <SelectField name="opinionId" optional label={<Trans>In which opinion</Trans>} value={value.opinionId} error={errorOf('opinionId')} onChange={(e) => { change({ opinionId: e.currentTarget.value }); }} data={[{ value: '', label: t`not said` }, ...(of(value.decisionId)?.opinions ?? []).map(({ id, type, authors }) => ({ value: id, label: [decisionWords.opinion(type), authors.join(', ')].filter(Boolean).join(': ') }))]} />}
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
