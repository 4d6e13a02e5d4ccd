import { useMutation } from '@apollo/client/react';
import { codesOf, DispositionCode, Favours } from '@amparo/domain';
import { Trans } from '@lingui/react/macro';
import { useCase } from '../cases/case-context.ts';
import { blank } from '../cases/case-input.ts';
import { forumOf, numberOf } from '../cases/case-types.ts';
import { useCaseWords } from '../cases/case-words.ts';
import { RecordForm } from '../cases/RecordForm.tsx';
import styles from '../decisions/Decisions.module.css';
import { type ClaimDecision_DecisionFragment, DispositionForm_ChangeDocument, DispositionForm_SetDocument } from '../gql/graphql.ts';
import { useDecisionChoices } from '../orders/decision-choices.ts';
import { SelectField, TextArea, TextField } from '../ui/Fields.tsx';
import { LegalDateField } from '../ui/LegalDateField.tsx';
import type { Claim } from './CaseClaims.tsx';

interface Props { claimId: string; item?: Claim['dispositions'][number]; decisions: readonly ClaimDecision_DecisionFragment[]; onDone(): void }

/** What a court made of a claim. The result of the case follows from here and is never typed. */
export function DispositionForm({ claimId, item, decisions, onDone }: Props) {
  const { legalCase } = useCase();
  const words = useCaseWords();
  const ruling = decisions.filter(({ kind, id }) => kind !== 'interim_order' || id === item?.decisionId);
  const choices = useDecisionChoices(ruling);
  const [set] = useMutation(DispositionForm_SetDocument), [change] = useMutation(DispositionForm_ChangeDocument);
  const filesOf = (decisionId: string) => ruling.find(({ id }) => id === decisionId)?.proceedings.map(({ id }) => id) ?? legalCase.proceedings.map(({ id }) => id);
  return (
    <RecordForm
      name={`${legalCase.id}.disposition.${claimId}.${item?.id ?? 'new'}`} onDone={onDone} saveWords={<Trans>Save what became of it</Trans>}
      initial={{ decisionId: item?.decisionId ?? '', proceedingId: item?.proceedingId ?? legalCase.proceedings[0]?.id ?? '', code: item?.code ?? 'allowed', favours: item?.favours ?? 'us', decidedOn: item?.decidedOn ?? '', note: item?.note ?? '', pinpoint: item?.pinpoint ?? '' }}
      save={({ decisionId, proceedingId, code, favours, decidedOn, note, pinpoint }) => {
        const input = { decisionId: blank(decisionId), code, favours, decidedOn: blank(decidedOn), note: blank(note), pinpoint: blank(pinpoint) };
        return item ? change({ variables: { id: item.id, version: item.version, input } }) : set({ variables: { input: { ...input, claimId, proceedingId } } });
      }}
    >
      {({ value, change: put, errorOf }) => (
        <>
          {errorOf('claimId') && <p className={styles['error']}>{errorOf('claimId')}</p>}
          <div className={styles['pair']}>
            <SelectField name="decisionId" optional label={<Trans>By which decision</Trans>} hint={<Trans>Interim orders decide no claim, so they are not here.</Trans>} value={value.decisionId} error={errorOf('decisionId')} data={choices}
              onChange={(e) => { const decisionId = e.currentTarget.value, files = filesOf(decisionId); put({ decisionId, ...(item || files.includes(value.proceedingId) ? {} : { proceedingId: files[0] ?? '' }) }); }} />
            {!item && <SelectField name="proceedingId" label={<Trans>Which court</Trans>} value={value.proceedingId} error={errorOf('proceedingId')} onChange={(e) => { put({ proceedingId: e.currentTarget.value }); }} data={legalCase.proceedings.filter(({ id }) => filesOf(value.decisionId).includes(id)).map((each) => ({ value: each.id, label: [forumOf(each), numberOf(each)?.value].filter(Boolean).join(', ') }))} />}
            <SelectField name="code" label={<Trans>What the court did</Trans>} value={value.code} error={errorOf('code')} onChange={(e) => { put({ code: e.currentTarget.value }); }} data={codesOf(DispositionCode).map((code) => ({ value: code, label: words.disposition(code) }))} />
            <SelectField name="favours" label={<Trans>In favour of</Trans>} value={value.favours} error={errorOf('favours')} onChange={(e) => { put({ favours: e.currentTarget.value }); }} data={codesOf(Favours).map((each) => ({ value: each, label: words.favours(each) }))} />
            <LegalDateField name="decidedOn" optional label={<Trans>Decided</Trans>} hint={value.decisionId ? <Trans>Left empty: the day of the decision.</Trans> : undefined} value={value.decidedOn} error={errorOf('decidedOn')} onChange={(on) => { put({ decidedOn: on }); }} />
            <TextField name="pinpoint" optional label={<Trans>Paragraph</Trans>} hint={<Trans>¶ 112</Trans>} value={value.pinpoint} maxLength={120} error={errorOf('pinpoint')} onChange={(e) => { put({ pinpoint: e.currentTarget.value }); }} />
          </div>
          <TextArea name="note" optional label={<Trans>Note</Trans>} value={value.note} maxLength={2000} error={errorOf('note')} onChange={(e) => { put({ note: e.currentTarget.value }); }} />
        </>
      )}
    </RecordForm>
  );
}
