import { useMutation } from '@apollo/client/react';
import { compareLegalDates, formatLegalDate } from '@amparo/domain';
import { Trans, useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { StageForm_MoveDocument } from '../gql/graphql.ts';
import { SelectField, TextField } from '../ui/Fields.tsx';
import { LegalDateField } from '../ui/LegalDateField.tsx';
import { useCase } from './case-context.ts';
import { blank } from './case-input.ts';
import type { CaseProceeding } from './case-types.ts';
import { eventName, useCaseWords } from './case-words.ts';
import styles from './CaseForm.module.css';
import { RecordForm } from './RecordForm.tsx';
import { useStageWords } from './stage-words.ts';

/** Where the matter stands now: only where its procedure lets it go, with the day and the event that proves it. */
export function StageForm({ proceeding, after, onDone }: { proceeding: CaseProceeding; after: string | undefined; onDone(): void }) {
  const { t, i18n } = useLingui();
  const { legalCase } = useCase();
  const words = useCaseWords(), stages = useStageWords();
  const [move] = useMutation(StageForm_MoveDocument);
  const key = useRef(crypto.randomUUID()); // sent twice, it is one entry
  const { id, stageChoices } = proceeding;
  const events = legalCase.events.filter((event) => !event.planned && (event.proceedingId ?? id) === id).sort((a, b) => compareLegalDates(a.on, b.on, 'newest'));
  const over = (code: string) => stageChoices.find(({ stage }) => stage.code === code)?.over ?? [];
  return (
    <RecordForm
      name={`${legalCase.id}.stage.${id}`} initial={{ stage: stageChoices[0]?.stage.code ?? '', variant: '', on: '', eventId: '', note: '' }} onDone={onDone} saveWords={<Trans>Save the stage</Trans>}
      save={({ stage, variant, on, eventId, note }) => move({ variables: { input: { id: key.current, proceedingId: id, stage, variant: blank(variant), on: blank(on), eventId: blank(eventId), note: blank(note), through: over(stage).length > 0, ...(after ? { after } : {}) } } })}
    >
      {({ value, change, errorOf }) => {
        const chosen = stageChoices.find(({ stage }) => stage.code === value.stage), variants = chosen?.stage.variants ?? [];
        return (
          <>
            <SelectField
              name="stage" label={<Trans>It has come to</Trans>} value={value.stage} error={errorOf('stage')} onChange={(e) => { change({ stage: e.currentTarget.value, variant: '' }); }} hint={stages.hint(value.stage)}
              data={stageChoices.map(({ stage, over: first }) => ({ value: stage.code, label: first.length > 0 ? t`${stages.local(stage)}, further on` : stages.local(stage) }))}
            />
            {chosen && chosen.over.length > 0 && <p className={styles['hint']}><Trans>Also records, with the day not known: {chosen.over.map(stages.name).join(', ')}.</Trans></p>}
            {variants.length > 0 && <SelectField name="variant" optional label={<Trans>Which way</Trans>} value={value.variant} error={errorOf('variant')} onChange={(e) => { change({ variant: e.currentTarget.value }); }} data={[{ value: '', label: t`not said` }, ...variants.map((variant) => ({ value: variant, label: variant.replaceAll('_', ' ') }))]} />}
            <SelectField
              name="eventId" optional label={<Trans>The event that proves it</Trans>} hint={<Trans>Its day counts, unless you give another.</Trans>} value={value.eventId} error={errorOf('eventId')} onChange={(e) => { change({ eventId: e.currentTarget.value }); }}
              data={[{ value: '', label: t`none` }, ...events.map((event) => ({ value: event.id, label: `${formatLegalDate(event.on, i18n.locale)}, ${eventName(event, words)}` }))]}
            />
            <LegalDateField name="on" optional label={<Trans>Since</Trans>} value={value.on} error={errorOf('on')} onChange={(on) => { change({ on }); }} />
            <TextField name="note" optional label={<Trans>Note</Trans>} hint={<Trans>Everybody who reads the case reads it.</Trans>} value={value.note} maxLength={1000} error={errorOf('note')} onChange={(e) => { change({ note: e.currentTarget.value }); }} />
          </>
        );
      }}
    </RecordForm>
  );
}
