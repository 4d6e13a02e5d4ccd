import { useMutation } from '@apollo/client/react';
import { codesOf, PartyProtection, PartyRole } from '@amparo/domain';
import { Trans, useLingui } from '@lingui/react/macro';
import { PartyForm_AddDocument, PartyForm_ChangeDocument, PartyForm_RemoveDocument } from '../gql/graphql.ts';
import { SelectField, TextField } from '../ui/Fields.tsx';
import { useCase } from './case-context.ts';
import { PartyName } from './CaseParties.tsx';
import { blank, checked } from './case-input.ts';
import { type Case, forumOf } from './case-types.ts';
import { useCaseWords } from './case-words.ts';
import styles from './CaseForm.module.css';
import { EditList } from './EditList.tsx';
import { RecordForm } from './RecordForm.tsx';

type Party = Case['parties'][number];
const kinds = ['ngo', 'individual', 'group', 'state', 'state_body', 'public_official', 'regulator', 'national_human_rights_institution', 'company', 'labour_union', 'professional_body', 'political_party', 'legislators', 'commission', 'international_expert'];

/** Parties with the role we count by and the word the court prints. */
export function EditParties() {
  const { t } = useLingui();
  const { legalCase } = useCase();
  const words = useCaseWords();
  const [remove] = useMutation(PartyForm_RemoveDocument);
  return (
    <EditList
      id="parties" title={t`Parties`} items={legalCase.parties} none={<Trans>No party yet.</Trans>} add={<Trans>Add a party</Trans>} nameOf={({ name, trueName }) => trueName ?? name}
      line={(party) => <><PartyName party={party} /> <small>{[party.localLabel, words.role(party.role), words.partyKind(party.kind)].filter(Boolean).join(', ')}</small></>}
      form={(item, done) => <PartyForm key={item?.id ?? 'new'} item={item} onDone={done} />} remove={({ id }) => remove({ variables: { id } })}
    />
  );
}

function PartyForm({ item, onDone }: { item: Party | null; onDone(): void }) {
  const { t } = useLingui();
  const { legalCase } = useCase();
  const words = useCaseWords();
  const [add] = useMutation(PartyForm_AddDocument);
  const [change] = useMutation(PartyForm_ChangeDocument);
  return (
    <RecordForm
      name={`${legalCase.id}.party.${item?.id ?? 'new'}`} onDone={onDone} saveWords={item ? <Trans>Save the party</Trans> : <Trans>Add the party</Trans>}
      initial={{ name: item?.trueName ?? item?.name ?? '', shownAs: item && ['initials', 'pseudonym'].includes(item.protection) ? item.name : '', kind: item?.kind ?? 'ngo', role: item?.role ?? 'claimant', localLabel: item?.localLabel ?? '', protection: item?.protection ?? 'none', proceedingId: item?.proceedingId ?? legalCase.proceedings[0]?.id ?? '' }}
      save={async ({ localLabel, proceedingId, name, shownAs, ...rest }) => {
        const hides = rest.protection === 'initials' || rest.protection === 'pseudonym';
        const input = await checked('party', { ...rest, name: name.trim(), shownAs: hides ? blank(shownAs) : null, localLabel: blank(localLabel), proceedingId: proceedingId || null, orderNo: item?.orderNo ?? null, fromOn: item?.fromOn ?? null, toOn: item?.toOn ?? null });
        return item ? change({ variables: { id: item.id, version: item.version, input } }) : add({ variables: { legalCaseId: legalCase.id, input } });
      }}
    >
      {({ value, change: set, errorOf }) => (
        <>
          <TextField name="name" label={value.protection === 'none' ? <Trans>Name</Trans> : <Trans>True name</Trans>} hint={value.protection === 'none' ? <Trans>Everybody who can read the case reads it.</Trans> : <Trans>Only the case team reads it, however far the case is shared. Keep it out of titles and notes.</Trans>} value={value.name} maxLength={300} error={errorOf('name')} onChange={(e) => { set({ name: e.currentTarget.value }); }} />
          <div className={styles['pair']}>
            <SelectField name="role" label={<Trans>Role</Trans>} value={value.role} error={errorOf('role')} onChange={(e) => { set({ role: e.currentTarget.value }); }} data={codesOf(PartyRole).map((role) => ({ value: role, label: words.role(role) }))} />
            <TextField name="localLabel" optional label={<Trans>Word of the court</Trans>} placeholder={t`Petitioner`} value={value.localLabel} maxLength={80} error={errorOf('localLabel')} onChange={(e) => { set({ localLabel: e.currentTarget.value }); }} />
            <SelectField name="kind" label={<Trans>Kind</Trans>} value={value.kind} error={errorOf('kind')} onChange={(e) => { set({ kind: e.currentTarget.value }); }} data={[...new Set([...kinds, value.kind])].map((kind) => ({ value: kind, label: words.partyKind(kind) }))} />
            <SelectField name="protection" label={<Trans>How the name is shown</Trans>} value={value.protection} error={errorOf('protection')} onChange={(e) => { set({ protection: e.currentTarget.value }); }} data={codesOf(PartyProtection).map((each) => ({ value: each, label: words.protection(each) }))} />
          </div>
          {(value.protection === 'initials' || value.protection === 'pseudonym') && <TextField name="shownAs" label={<Trans>What others read instead</Trans>} hint={value.protection === 'initials' ? <Trans>For a child, initials that are not the real ones.</Trans> : <Trans>The same in every place of this case.</Trans>} value={value.shownAs} maxLength={120} error={errorOf('shownAs')} onChange={(e) => { set({ shownAs: e.currentTarget.value }); }} />}
          {value.protection === 'sealed' && <p className={styles['hint']}><Trans>Others read “name sealed”.</Trans></p>}
          <SelectField name="proceedingId" optional label={<Trans>In</Trans>} value={value.proceedingId} error={errorOf('proceedingId')} onChange={(e) => { set({ proceedingId: e.currentTarget.value }); }} data={[{ value: '', label: t`the whole case` }, ...legalCase.proceedings.map((each) => ({ value: each.id, label: forumOf(each) }))]} />
        </>
      )}
    </RecordForm>
  );
}
