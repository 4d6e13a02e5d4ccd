import { useMutation, useQuery } from '@apollo/client/react';
import { codesOf, DispositionCode, Favours } from '@amparo/domain';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { ClaimForm_AddDocument, ClaimForm_ChangeDocument, ClaimForm_RemoveDocument, DispositionForm_RemoveDocument, DispositionForm_SetDocument, RightChoicesDocument } from '../gql/graphql.ts';
import { Button } from '../ui/Button.tsx';
import { SelectField, TextArea, TextField } from '../ui/Fields.tsx';
import { LegalDate } from '../ui/LegalDate.tsx';
import { LegalDateField } from '../ui/LegalDateField.tsx';
import { ResultMark } from '../ui/ResultMark.tsx';
import { TypeAhead } from '../ui/TypeAhead.tsx';
import { useCase } from './case-context.ts';
import { blank, checked } from './case-input.ts';
import { type CaseClaim, forumOf } from './case-types.ts';
import { useCaseWords } from './case-words.ts';
import styles from './CaseForm.module.css';
import { EditList } from './EditList.tsx';
import { RecordForm } from './RecordForm.tsx';

/** What is attacked, and what each court made of it. The result of the case follows from here and is never typed. */
export function EditClaims() {
  const { t } = useLingui();
  const { legalCase } = useCase();
  const [remove] = useMutation(ClaimForm_RemoveDocument);
  return (
    <EditList
      id="claims" title={t`Claims and what became of them`} note={<ResultMark result={legalCase.derivedResult.result} />} items={[...legalCase.claims].sort((a, b) => a.ordinal - b.ordinal)} none={<Trans>No claim yet. Without claims the result stays pending.</Trans>}
      add={<Trans>Add a claim</Trans>} nameOf={({ act }) => act} line={({ act, provision, feature }) => <>{act} <small>{[feature, provision].filter(Boolean).join(', ')}</small></>}
      loses={<Trans>What became of it goes with it, and the result of the case may change. What it said is kept under Changes.</Trans>}
      form={(item, done) => <ClaimForm key={item?.id ?? 'new'} item={item} onDone={done} />} remove={({ id }) => remove({ variables: { id } })} under={(item) => <Dispositions claim={item} />}
    />
  );
}

function ClaimForm({ item, onDone }: { item: CaseClaim | null; onDone(): void }) {
  const { t } = useLingui();
  const { legalCase } = useCase();
  const { data } = useQuery(RightChoicesDocument);
  const [add] = useMutation(ClaimForm_AddDocument);
  const [change] = useMutation(ClaimForm_ChangeDocument);
  return (
    <RecordForm
      name={`${legalCase.id}.claim.${item?.id ?? 'new'}`} onDone={onDone} saveWords={item ? <Trans>Save the claim</Trans> : <Trans>Add the claim</Trans>}
      initial={{ act: item?.act ?? '', feature: item?.feature ?? '', provision: item?.provision ?? '', rightConcept: item?.rightConcept ?? '', proceedingId: item?.proceedingId ?? legalCase.proceedings[0]?.id ?? '' }}
      save={async ({ act, feature, provision, rightConcept, proceedingId }) => {
        const input = await checked('claim', { act: act.trim(), feature: blank(feature), provision: blank(provision), rightConcept: blank(rightConcept), proceedingId: proceedingId || null, lineageOfId: item?.lineageOfId ?? null, ordinal: item?.ordinal ?? legalCase.claims.length });
        return item ? change({ variables: { id: item.id, version: item.version, input } }) : add({ variables: { legalCaseId: legalCase.id, input } });
      }}
    >
      {({ value, change: set, errorOf }) => (
        <>
          <TextField name="act" label={<Trans>What act or rule is attacked</Trans>} value={value.act} maxLength={500} error={errorOf('act')} onChange={(e) => { set({ act: e.currentTarget.value }); }} />
          <div className={styles['pair']}>
            <TextField name="feature" optional label={<Trans>Feature of the system</Trans>} value={value.feature} maxLength={120} error={errorOf('feature')} onChange={(e) => { set({ feature: e.currentTarget.value }); }} />
            <TextField name="provision" optional label={<Trans>Under which provision</Trans>} value={value.provision} maxLength={300} error={errorOf('provision')} onChange={(e) => { set({ provision: e.currentTarget.value }); }} />
            <TypeAhead name="rightConcept" optional label={<Trans>Right</Trans>} options={(data?.conceptScheme?.concepts ?? []).map(({ id, label }) => ({ value: id, label }))} value={value.rightConcept || null} error={errorOf('rightConcept')} onChange={(rightConcept) => { set({ rightConcept: rightConcept ?? '' }); }} />
            <SelectField name="proceedingId" optional label={<Trans>First raised in</Trans>} value={value.proceedingId} error={errorOf('proceedingId')} onChange={(e) => { set({ proceedingId: e.currentTarget.value }); }} data={[{ value: '', label: t`not said` }, ...legalCase.proceedings.map((each) => ({ value: each.id, label: forumOf(each) }))]} />
          </div>
        </>
      )}
    </RecordForm>
  );
}

function Dispositions({ claim }: { claim: CaseClaim }) {
  const { legalCase, refresh } = useCase();
  const words = useCaseWords();
  const [set] = useMutation(DispositionForm_SetDocument);
  const [remove] = useMutation(DispositionForm_RemoveDocument);
  const [open, setOpen] = useState<string>();
  const forum = (id: string) => { const found = legalCase.proceedings.find((each) => each.id === id); return found ? forumOf(found) : ''; };
  const undecided = legalCase.proceedings.filter(({ id, status }) => status !== 'anticipated' && !claim.dispositions.some(({ proceedingId }) => proceedingId === id));
  const editing = claim.dispositions.find(({ id }) => id === open);
  return (
    <div className={styles['under']}>
      {claim.dispositions.map((each) => (
        <div key={each.id} className={styles['line']}>
          <div><strong>{words.disposition(each.code)}</strong>, {forum(each.proceedingId)}{each.decidedOn && <>, <LegalDate edtf={each.decidedOn} /></>} <small>{each.note}</small></div>
          <div className={styles['tools']}>
            <Button look="text" onClick={() => { setOpen(each.id); }}><Trans>Change</Trans></Button>
            <Button look="text" onClick={() => void remove({ variables: { id: each.id } }).then(refresh, refresh)}><Trans>Take back</Trans></Button>
          </div>
        </div>
      ))}
      {open ? (
        <RecordForm
          key={open} name={`${legalCase.id}.disposition.${claim.id}.${open}`} saveWords={<Trans>Save what became of it</Trans>} onDone={() => { setOpen(undefined); }}
          initial={{ proceedingId: editing?.proceedingId ?? undecided[0]?.id ?? '', code: editing?.code ?? 'allowed', favours: editing?.favours ?? 'us', decidedOn: editing?.decidedOn ?? '', note: editing?.note ?? '', pinpoint: editing?.pinpoint ?? '' }}
          save={async ({ decidedOn, note, pinpoint, ...rest }) => set({ variables: { input: await checked('disposition', { claimId: claim.id, ...rest, decidedOn: blank(decidedOn), note: blank(note), pinpoint: blank(pinpoint) }) } })}
        >
          {({ value, change, errorOf }) => (
            <>
              {!editing && <SelectField name="proceedingId" label={<Trans>Which court</Trans>} value={value.proceedingId} error={errorOf('proceedingId')} onChange={(e) => { change({ proceedingId: e.currentTarget.value }); }} data={undecided.map((each) => ({ value: each.id, label: forumOf(each) }))} />}
              <div className={styles['pair']}>
                <SelectField name="code" label={<Trans>What the court did</Trans>} value={value.code} error={errorOf('code')} onChange={(e) => { change({ code: e.currentTarget.value }); }} data={codesOf(DispositionCode).map((code) => ({ value: code, label: words.disposition(code) }))} />
                <SelectField name="favours" label={<Trans>In favour of</Trans>} value={value.favours} error={errorOf('favours')} onChange={(e) => { change({ favours: e.currentTarget.value }); }} data={codesOf(Favours).map((each) => ({ value: each, label: words.favours(each) }))} />
                <LegalDateField name="decidedOn" optional label={<Trans>Decided</Trans>} value={value.decidedOn} error={errorOf('decidedOn')} onChange={(on) => { change({ decidedOn: on }); }} />
                <TextField name="pinpoint" optional label={<Trans>Paragraph</Trans>} hint={<Trans>¶ 112</Trans>} value={value.pinpoint} maxLength={120} error={errorOf('pinpoint')} onChange={(e) => { change({ pinpoint: e.currentTarget.value }); }} />
              </div>
              <TextArea name="note" optional label={<Trans>Note</Trans>} value={value.note} maxLength={2000} error={errorOf('note')} onChange={(e) => { change({ note: e.currentTarget.value }); }} />
            </>
          )}
        </RecordForm>
      ) : undecided.length > 0 && <Button look="text" onClick={() => { setOpen('new'); }}><Trans>Say what became of it</Trans></Button>}
    </div>
  );
}
