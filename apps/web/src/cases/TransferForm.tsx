import { useMutation, useQuery } from '@apollo/client/react';
import { codesOf, IdentifierType } from '@amparo/domain';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { CourtChoicesDocument, TransferForm_TransferDocument, type TransferForm_TransferMutation } from '../gql/graphql.ts';
import { usePlaceName } from '../library/countries.ts';
import { Button } from '../ui/Button.tsx';
import { SelectField, TextField } from '../ui/Fields.tsx';
import { LegalDate } from '../ui/LegalDate.tsx';
import { LegalDateField } from '../ui/LegalDateField.tsx';
import { TypeAhead } from '../ui/TypeAhead.tsx';
import { useCase } from './case-context.ts';
import { blank, checked } from './case-input.ts';
import type { CaseProceeding } from './case-types.ts';
import { useCaseWords } from './case-words.ts';
import styles from './CaseForm.module.css';
import { RecordForm } from './RecordForm.tsx';

type MovedDeadlines = TransferForm_TransferMutation['transferProceeding']['deadlines'];
/** The same matter in another court or division: one proceeding, both numbers, and what its deadlines became. */
export function Transfer({ proceeding }: { proceeding: CaseProceeding }) {
  const [open, setOpen] = useState(false), [moved, setMoved] = useState<MovedDeadlines>();
  if (moved) return <Moved deadlines={moved} onDone={() => { setMoved(undefined); }} />;
  if (!open) return <Button look="text" onClick={() => { setOpen(true); }}><Trans>Transfer to another court or division</Trans></Button>;
  return <TransferForm proceeding={proceeding} onMoved={setMoved} onDone={() => { setOpen(false); }} />;
}

function TransferForm({ proceeding, onMoved, onDone }: { proceeding: CaseProceeding; onMoved(deadlines: MovedDeadlines): void; onDone(): void }) {
  const { legalCase } = useCase();
  const words = useCaseWords(), placeName = usePlaceName(undefined);
  const { data } = useQuery(CourtChoicesDocument);
  const [transfer] = useMutation(TransferForm_TransferDocument);
  const courts = [...(data?.courts ?? [])].sort((a, b) => Number(legalCase.countries.includes(b.country)) - Number(legalCase.countries.includes(a.country))).map(({ slug, name, country, levelLabel }) => ({ value: slug, label: name, hint: `${placeName(country)}, ${levelLabel}` }));
  return (
    <RecordForm
      name={`${legalCase.id}.transfer.${proceeding.id}`} initial={{ courtSlug: proceeding.court.slug, courtUnit: '', on: '', number: '', numberType: 'petition' }} saveWords={<Trans>Transfer it</Trans>} onDone={onDone}
      save={async ({ courtSlug, courtUnit, on, number, numberType }) => {
        const input = await checked('transfer', { courtSlug, courtUnit: blank(courtUnit), on: blank(on), number: blank(number), numberType });
        const { data: done } = await transfer({ variables: { id: proceeding.id, version: proceeding.version, input } });
        const deadlines = done?.transferProceeding.deadlines ?? [];
        if (deadlines.length > 0) onMoved(deadlines);
      }}
    >
      {({ value, change, errorOf }) => (
        <>
          <p className={styles['hint']}><Trans>Numbers in use end on that day and stay to be read; links to this proceeding still work.</Trans></p>
          <TypeAhead name="courtSlug" label={<Trans>To which court</Trans>} options={courts} value={value.courtSlug || null} error={errorOf('courtSlug')} onChange={(slug) => { change({ courtSlug: slug ?? '' }); }} />
          <div className={styles['pair']}>
            <TextField name="courtUnit" optional label={<Trans>Division or chamber</Trans>} value={value.courtUnit} maxLength={200} error={errorOf('courtUnit')} onChange={(e) => { change({ courtUnit: e.currentTarget.value }); }} />
            <LegalDateField name="on" optional label={<Trans>Day of the transfer</Trans>} value={value.on} error={errorOf('on')} onChange={(on) => { change({ on }); }} />
            <TextField name="number" optional label={<Trans>New number</Trans>} value={value.number} maxLength={120} error={errorOf('number')} onChange={(e) => { change({ number: e.currentTarget.value }); }} />
            <SelectField name="numberType" label={<Trans>Kind of number</Trans>} value={value.numberType} onChange={(e) => { change({ numberType: e.currentTarget.value }); }} data={codesOf(IdentifierType).map((type) => ({ value: type, label: words.identifierType(type) }))} />
          </div>
        </>
      )}
    </RecordForm>
  );
}

function Moved({ deadlines, onDone }: { deadlines: MovedDeadlines; onDone(): void }) {
  const { t } = useLingui();
  const day = (edtf: string | null) => (edtf ? <LegalDate edtf={edtf} /> : t`no day`);
  return (
    <div className={styles['box']} role="status">
      <p><strong><Trans>Transferred. Look at these deadlines:</Trans></strong></p>
      <ul>{deadlines.map(({ deadline, before, after, otherRule }) => <li key={deadline.id}>{deadline.title}: {before === after ? day(after) : <Trans>{day(before)} became {day(after)}</Trans>}{otherRule && <>. <Trans>Counted by a rule of another court.</Trans></>}</li>)}</ul>
      <div className={styles['acts']}><Button onClick={onDone}><Trans>Done</Trans></Button></div>
    </div>
  );
}
