import { useMutation, useQuery } from '@apollo/client/react';
import { allStages, codesOf, IdentifierType, ProceedingLinkType, ProceedingStatus } from '@amparo/domain';
import { Trans, useLingui } from '@lingui/react/macro';
import { CourtChoicesDocument, IdentifierForm_AddDocument, LinkForm_AddDocument, LinkForm_RemoveDocument, ProceedingForm_AddDocument, ProceedingForm_ChangeDocument, ProceedingForm_RemoveDocument } from '../gql/graphql.ts';
import { usePlaceName } from '../library/countries.ts';
import { SelectField, TextArea, TextField } from '../ui/Fields.tsx';
import { LegalDate } from '../ui/LegalDate.tsx';
import { LegalDateField } from '../ui/LegalDateField.tsx';
import { TypeAhead } from '../ui/TypeAhead.tsx';
import { useCase } from './case-context.ts';
import { blank, checked } from './case-input.ts';
import { type CaseProceeding, forumOf, numberOf } from './case-types.ts';
import { useCaseWords } from './case-words.ts';
import styles from './CaseForm.module.css';
import { EditList } from './EditList.tsx';
import { EditNumbers } from './EditNumbers.tsx';
import { RecordForm } from './RecordForm.tsx';

/** Proceedings with their numbers, and how they stand to one another. */
export function EditProceedings() {
  const { t } = useLingui();
  const { legalCase } = useCase();
  const words = useCaseWords();
  const [remove] = useMutation(ProceedingForm_RemoveDocument);
  const [unlink] = useMutation(LinkForm_RemoveDocument);
  const proceedingName = (id: string) => { const found = legalCase.proceedings.find((each) => each.id === id); return found ? [found.court.name, numberOf(found)?.value].filter(Boolean).join(', ') : ''; };
  return (
    <>
      <EditList
        id="proceedings" title={t`Proceedings`} note={t`one for each court`} items={legalCase.proceedings} none={<Trans>No court yet.</Trans>} add={<Trans>Add a proceeding</Trans>}
        nameOf={forumOf} loses={<Trans>Its numbers, claims and findings go with it. Events stay in the timeline. What it said is kept under Changes.</Trans>}
        line={(each) => <>{forumOf(each)} <small>{[numberOf(each)?.value, words.proceedingStatus(each.status), each.stage && words.stage(each.stage)].filter(Boolean).join(', ')}</small></>}
        form={(item, done) => <ProceedingForm key={item?.id ?? 'new'} item={item} onDone={done} />}
        remove={({ id }) => remove({ variables: { id } })} under={(each) => <EditNumbers proceeding={each} />}
      />
      {legalCase.proceedings.length > 1 && (
        <EditList
          id="links" fixed title={t`How they stand to one another`} items={legalCase.links} none={<Trans>No link yet. Appeals and joined petitions are drawn from these.</Trans>} add={<Trans>Link two proceedings</Trans>}
          nameOf={({ type }) => words.linkType(type)} line={({ fromId, toId, type, on }) => <>{proceedingName(fromId)}: <strong>{words.linkType(type)}</strong> {proceedingName(toId)} {on && <small><LegalDate edtf={on} /></small>}</>}
          form={(_, done) => <LinkForm onDone={done} name={proceedingName} />} remove={({ id }) => unlink({ variables: { id } })}
        />
      )}
    </>
  );
}

function ProceedingForm({ item, onDone }: { item: CaseProceeding | null; onDone(): void }) {
  const { t } = useLingui();
  const { legalCase } = useCase();
  const words = useCaseWords();
  const placeName = usePlaceName(undefined);
  const { data } = useQuery(CourtChoicesDocument);
  const [add] = useMutation(ProceedingForm_AddDocument);
  const [change] = useMutation(ProceedingForm_ChangeDocument);
  const [addNumber] = useMutation(IdentifierForm_AddDocument);
  const courts = [...(data?.courts ?? [])].sort((a, b) => Number(legalCase.countries.includes(b.country)) - Number(legalCase.countries.includes(a.country))).map(({ slug, name, country, levelLabel }) => ({ value: slug, label: name, hint: `${placeName(country)}, ${levelLabel}` }));
  const initial = {
    courtSlug: item?.court.slug ?? '', courtUnit: item?.courtUnit ?? '', status: item?.status ?? 'active', stage: item?.stage ?? '', judges: item?.judges.join('\n') ?? '', openedOn: item?.openedOn ?? '', closedOn: item?.closedOn ?? '', number: '', type: 'petition',
  };
  return (
    <RecordForm
      name={`${legalCase.id}.proceeding.${item?.id ?? 'new'}`} initial={initial} onDone={onDone} saveWords={item ? <Trans>Save the proceeding</Trans> : <Trans>Add the proceeding</Trans>}
      save={async ({ courtSlug, courtUnit, status, stage, judges, openedOn, closedOn, number, type }) => {
        const input = await checked('proceeding', {
          courtSlug, courtUnit: blank(courtUnit), status, stage: blank(stage), judges: judges.split('\n').map((each) => each.trim()).filter(Boolean), openedOn: blank(openedOn), closedOn: blank(closedOn), ordinal: item?.ordinal ?? legalCase.proceedings.length,
          ...(item ? { matter: item.matter, timeZone: item.timeZone } : {}),
        });
        if (item) { await change({ variables: { id: item.id, version: item.version, input } }); return; }
        const first = blank(number) ? await checked('identifier', { type, value: number.trim(), preferred: true }) : undefined;
        const { data: added } = await add({ variables: { legalCaseId: legalCase.id, input } });
        if (first && added) await addNumber({ variables: { proceedingId: added.addProceeding.id, input: first } });
      }}
    >
      {({ value, change: set, errorOf }) => (
        <>
          <TypeAhead name="courtSlug" label={<Trans>Court or body</Trans>} options={courts} value={value.courtSlug || null} error={errorOf('courtSlug')} onChange={(slug) => { set({ courtSlug: slug ?? '' }); }} />
          {!item && (
            <div className={styles['pair']}>
              <TextField name="value" optional label={<Trans>Number</Trans>} hint={<Trans>As printed.</Trans>} value={value.number} maxLength={120} error={errorOf('value')} onChange={(e) => { set({ number: e.currentTarget.value }); }} />
              <SelectField name="type" label={<Trans>Kind of number</Trans>} hint={<>&nbsp;</>} value={value.type} onChange={(e) => { set({ type: e.currentTarget.value }); }} data={codesOf(IdentifierType).map((type) => ({ value: type, label: words.identifierType(type) }))} />
            </div>
          )}
          <div className={styles['pair']}>
            <SelectField name="status" label={<Trans>Status</Trans>} value={value.status} error={errorOf('status')} onChange={(e) => { set({ status: e.currentTarget.value }); }} data={codesOf(ProceedingStatus).map((status) => ({ value: status, label: words.proceedingStatus(status) }))} />
            <TypeAhead name="stage" optional label={<Trans>Step in court</Trans>} options={allStages.map((stage) => ({ value: stage, label: words.stage(stage) }))} value={value.stage || null} error={errorOf('stage')} onChange={(stage) => { set({ stage: stage ?? '' }); }} />
            <LegalDateField name="openedOn" optional label={<Trans>Filed or opened</Trans>} value={value.openedOn} error={errorOf('openedOn')} onChange={(openedOn) => { set({ openedOn }); }} />
            <LegalDateField name="closedOn" optional label={<Trans>Decided or closed</Trans>} value={value.closedOn} error={errorOf('closedOn')} onChange={(closedOn) => { set({ closedOn }); }} />
          </div>
          <TextField name="courtUnit" optional label={<Trans>Division or chamber</Trans>} value={value.courtUnit} maxLength={200} error={errorOf('courtUnit')} onChange={(e) => { set({ courtUnit: e.currentTarget.value }); }} />
          <TextArea name="judges" optional label={<Trans>Judges</Trans>} hint={t`One on each line.`} value={value.judges} error={errorOf('judges')} onChange={(e) => { set({ judges: e.currentTarget.value }); }} />
        </>
      )}
    </RecordForm>
  );
}

function LinkForm({ name, onDone }: { name(id: string): string; onDone(): void }) {
  const { legalCase } = useCase();
  const words = useCaseWords();
  const [add] = useMutation(LinkForm_AddDocument);
  const choices = legalCase.proceedings.map(({ id }) => ({ value: id, label: name(id) }));
  return (
    <RecordForm
      name={`${legalCase.id}.link`} initial={{ fromId: choices.at(-1)?.value ?? '', toId: choices[0]?.value ?? '', type: 'appeal_from', on: '', note: '' }} saveWords={<Trans>Link them</Trans>} onDone={onDone}
      save={async ({ on, note, ...rest }) => add({ variables: { legalCaseId: legalCase.id, input: await checked('proceedingLink', { ...rest, on: blank(on), note: blank(note) }) } })}
    >
      {({ value, change, errorOf }) => (
        <>
          <SelectField name="fromId" label={<Trans>This proceeding</Trans>} value={value.fromId} error={errorOf('fromId')} onChange={(e) => { change({ fromId: e.currentTarget.value }); }} data={choices} />
          <SelectField name="type" label={<Trans>is the</Trans>} value={value.type} error={errorOf('type')} onChange={(e) => { change({ type: e.currentTarget.value }); }} data={codesOf(ProceedingLinkType).map((type) => ({ value: type, label: words.linkType(type) }))} />
          <SelectField name="toId" label={<Trans>that proceeding</Trans>} value={value.toId} error={errorOf('toId')} onChange={(e) => { change({ toId: e.currentTarget.value }); }} data={choices} />
          <LegalDateField name="on" optional label={<Trans>Date</Trans>} value={value.on} error={errorOf('on')} onChange={(on) => { change({ on }); }} />
          <TextField name="note" optional label={<Trans>Note</Trans>} value={value.note} maxLength={1000} error={errorOf('note')} onChange={(e) => { change({ note: e.currentTarget.value }); }} />
        </>
      )}
    </RecordForm>
  );
}
