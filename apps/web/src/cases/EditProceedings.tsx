import { useMutation, useQuery } from '@apollo/client/react';
import { codesOf, IdentifierType, ProceedingStatus } from '@amparo/domain';
import { Trans, useLingui } from '@lingui/react/macro';
import { CourtChoicesDocument, IdentifierForm_AddDocument, LinkForm_RemoveDocument, ProceedingForm_AddDocument, ProceedingForm_ChangeDocument, ProceedingForm_RemoveDocument } from '../gql/graphql.ts';
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
import { useLinkWords } from './link-words.ts';
import { LinkForm } from './LinkForm.tsx';
import { ProcedureFields } from './ProcedureFields.tsx';
import { RecordForm } from './RecordForm.tsx';
import { useStageWords } from './stage-words.ts';
import { Transfer } from './TransferForm.tsx';

/** Proceedings with their numbers, and how they stand to one another. */
export function EditProceedings() {
  const { t } = useLingui();
  const { legalCase } = useCase();
  const words = useCaseWords(), stages = useStageWords(), link = useLinkWords(legalCase);
  const [remove] = useMutation(ProceedingForm_RemoveDocument);
  const [unlink] = useMutation(LinkForm_RemoveDocument);
  return (
    <>
      <EditList
        id="proceedings" title={t`Proceedings`} note={t`one for each court`} items={legalCase.proceedings} none={<Trans>No court yet.</Trans>} add={<Trans>Add a proceeding</Trans>}
        nameOf={forumOf} loses={<Trans>Its numbers, claims and findings go with it. Events stay in the timeline. What it said is kept under Changes.</Trans>}
        line={(each) => <>{forumOf(each)} <small>{[numberOf(each)?.value, words.proceedingStatus(each.status), each.stage && stages.name(each.stage)].filter(Boolean).join(', ')}</small></>}
        form={(item, done) => <ProceedingForm key={item?.id ?? 'new'} item={item} onDone={done} />}
        remove={({ id }) => remove({ variables: { id } })} under={(each) => <><EditNumbers proceeding={each} /><div className={styles['under']}><Transfer proceeding={each} /></div></>}
      />
      {legalCase.proceedings.length > 1 && (
        <EditList
          id="links" title={t`How they stand to one another`} items={legalCase.links} none={<Trans>No link yet. Appeals and joined petitions are drawn from these.</Trans>} add={<Trans>Link two proceedings</Trans>}
          nameOf={({ type }) => words.linkType(type)} line={(each) => <>{link.name(each.fromId)}: <strong>{words.linkType(each.type)}</strong> {link.name(each.toId)} {each.on && <small><LegalDate edtf={each.on} /></small>}{each.claimIds && <small><Trans>Claims: {link.claims(each).join('; ')}</Trans></small>}</>}
          form={(item, done) => <LinkForm key={item?.id ?? 'new'} item={item} onDone={done} name={link.name} />} remove={({ id }) => unlink({ variables: { id } })}
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
    courtSlug: item?.court.slug ?? '', courtUnit: item?.courtUnit ?? '', status: item?.status ?? 'active', template: item?.template ?? '', stage: '', judges: item?.judges.join('\n') ?? '', openedOn: item?.openedOn ?? '', closedOn: item?.closedOn ?? '', number: '', type: 'petition',
  };
  return (
    <RecordForm
      name={`${legalCase.id}.proceeding.${item?.id ?? 'new'}`} initial={initial} onDone={onDone} saveWords={item ? <Trans>Save the proceeding</Trans> : <Trans>Add the proceeding</Trans>}
      save={async ({ courtSlug, courtUnit, status, template, stage, judges, openedOn, closedOn, number, type }) => {
        const input = await checked('proceeding', {
          courtSlug, courtUnit: blank(courtUnit), status, template: template === 'none' ? '' : blank(template), judges: judges.split('\n').map((each) => each.trim()).filter(Boolean), openedOn: blank(openedOn), closedOn: blank(closedOn), ordinal: item?.ordinal ?? legalCase.proceedings.length,
          ...(item ? { matter: item.matter, timeZone: item.timeZone } : { stage: blank(stage) }),
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
            <ProcedureFields courtSlug={value.courtSlug} item={item} value={value} change={set} errorOf={errorOf} />
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
