import { useMutation } from '@apollo/client/react';
import { codesOf, Treatment } from '@amparo/domain';
import { Trans } from '@lingui/react/macro';
import { blank } from '../cases/case-input.ts';
import { RecordForm } from '../cases/RecordForm.tsx';
import { TreatmentForm_AddDocument } from '../gql/graphql.ts';
import { useDecisionChoices } from '../orders/decision-choices.ts';
import { SelectField, TextField } from '../ui/Fields.tsx';
import type { Decision } from './CaseDecisions.tsx';
import { useDecisionWords } from './decision-words.ts';
import styles from './Decisions.module.css';

/** What a later decision of the case says of an earlier one, and in which of its opinions. */
export function TreatmentForm({ cited, all, onDone }: { cited: Decision; all: readonly Decision[]; onDone(): void }) {
  const words = useDecisionWords();
  const others = all.filter(({ id }) => id !== cited.id);
  const choices = useDecisionChoices(others).slice(1);
  const [add] = useMutation(TreatmentForm_AddDocument);
  const opinionsOf = (id: string) => others.find((each) => each.id === id)?.opinions ?? [];
  const first = others[0];
  return (
    <RecordForm
      name={`decision.${cited.id}.treatment`} onDone={onDone} saveWords={<Trans>Add what it says</Trans>} initial={{ citingId: first?.id ?? '', opinionId: first?.opinions[0]?.id ?? '', treatment: 'affirmed' as Treatment, point: '', pinpoint: '' }}
      save={({ citingId, opinionId, treatment, point, pinpoint }) => add({ variables: { input: { citedId: cited.id, citingId, opinionId, treatment, point: blank(point), pinpoint: blank(pinpoint) } } })}
    >
      {({ value, change, errorOf }) => (
        <div className={styles['pair']}>
          <SelectField name="citingId" label={<Trans>Which decision</Trans>} value={value.citingId} error={errorOf('citingId')} onChange={(e) => { change({ citingId: e.currentTarget.value, opinionId: opinionsOf(e.currentTarget.value)[0]?.id ?? '' }); }} data={choices} />
          <SelectField name="opinionId" label={<Trans>In which opinion</Trans>} value={value.opinionId} error={errorOf('opinionId')} onChange={(e) => { change({ opinionId: e.currentTarget.value }); }} data={opinionsOf(value.citingId).map(({ id, type, authors }) => ({ value: id, label: [words.opinion(type), authors.join(', ')].filter(Boolean).join(': ') }))} />
          <SelectField name="treatment" label={<Trans>What it did</Trans>} value={value.treatment} error={errorOf('treatment')} onChange={(e) => { change({ treatment: e.currentTarget.value as Treatment }); }} data={codesOf(Treatment).map((code) => ({ value: code, label: words.treatment(code) }))} />
          <TextField name="pinpoint" optional label={<Trans>Paragraph</Trans>} value={value.pinpoint} maxLength={120} error={errorOf('pinpoint')} onChange={(e) => { change({ pinpoint: e.currentTarget.value }); }} />
          <TextField name="point" optional label={<Trans>Only on this point</Trans>} value={value.point} maxLength={300} error={errorOf('point')} onChange={(e) => { change({ point: e.currentTarget.value }); }} />
        </div>
      )}
    </RecordForm>
  );
}
