import { useMutation } from '@apollo/client/react';
import { codesOf, IdentifierType } from '@amparo/domain';
import { Trans, useLingui } from '@lingui/react/macro';
import { IdentifierForm_AddDocument, IdentifierForm_ChangeDocument } from '../gql/graphql.ts';
import { Button } from '../ui/Button.tsx';
import { CheckField, SelectField, TextField } from '../ui/Fields.tsx';
import { LegalDate } from '../ui/LegalDate.tsx';
import { LegalDateField } from '../ui/LegalDateField.tsx';
import { useToast } from '../ui/Toast.tsx';
import { TrustTag } from '../ui/TrustTag.tsx';
import { useState } from 'react';
import { faultOf } from '../apollo.ts';
import { faultWords } from '../fault-words.ts';
import { useCase } from './case-context.ts';
import { blank, checked } from './case-input.ts';
import type { CaseIdentifier, CaseProceeding } from './case-types.ts';
import { useCaseWords } from './case-words.ts';
import styles from './CaseForm.module.css';
import { RecordForm } from './RecordForm.tsx';

/** Numbers are added, end-dated or marked disputed; what was printed once is never overwritten. */
export function EditNumbers({ proceeding }: { proceeding: CaseProceeding }) {
  const { i18n, t } = useLingui();
  const { refresh, legalCase } = useCase();
  const words = useCaseWords();
  const toast = useToast();
  const [adding, setAdding] = useState(false), [ending, setEnding] = useState<string>();
  const [add] = useMutation(IdentifierForm_AddDocument);
  const [change] = useMutation(IdentifierForm_ChangeDocument);
  const mark = async ({ id, version }: CaseIdentifier, input: { disputed?: boolean; preferred?: boolean; validTo?: string }) => {
    try { await change({ variables: { id, version, input } }); await refresh(); } catch (e) { toast({ alarm: true, words: t`Nothing was changed. ${i18n._(faultWords[faultOf(e).code])}` }); }
  };
  return (
    <div className={styles['under']}>
      {proceeding.identifiers.map((each) => (
        <div key={each.id}>
          <div className={styles['line']}>
            <div><bdi>{each.value}</bdi> <span className={styles['quiet']}>{words.identifierType(each.type)}{each.preferred && <>, <Trans>shown first</Trans></>}</span> {each.disputed && <TrustTag><Trans>Disputed</Trans></TrustTag>} {each.validTo && <span className={styles['quiet']}><Trans>until <LegalDate edtf={each.validTo} /></Trans></span>}</div>
            <div className={styles['tools']}>
              {!each.preferred && <Button look="text" onClick={() => void mark(each, { preferred: true })}><Trans>Show first</Trans></Button>}
              <Button look="text" onClick={() => void mark(each, { disputed: !each.disputed })}>{each.disputed ? <Trans>Not disputed</Trans> : <Trans>Mark as disputed</Trans>}</Button>
              <Button look="text" aria-expanded={ending === each.id} onClick={() => { setEnding(ending === each.id ? undefined : each.id); }}>{each.validTo ? <Trans>Change its end</Trans> : <Trans>End this number</Trans>}<span className="sr"> {each.value}</span></Button>
            </div>
          </div>
          {ending === each.id && <EndForm number={each} onDone={() => { setEnding(undefined); }} />}
        </div>
      ))}
      {adding ? (
        <RecordForm
          name={`${legalCase.id}.number.${proceeding.id}`} initial={{ type: 'petition', value: '', source: '', validFrom: '', validTo: '', disputed: false }} saveWords={<Trans>Add the number</Trans>} onDone={() => { setAdding(false); }}
          save={async ({ type, value, source, validFrom, validTo, disputed }) => add({ variables: { proceedingId: proceeding.id, input: await checked('identifier', { type, value: value.trim(), source: blank(source), validFrom: blank(validFrom), validTo: blank(validTo), disputed, preferred: proceeding.identifiers.length === 0 }) } })}
        >
          {({ value, change: set, errorOf }) => (
            <>
              <div className={styles['pair']}>
                <TextField name="value" label={<Trans>Number, as printed</Trans>} value={value.value} maxLength={120} error={errorOf('value')} onChange={(e) => { set({ value: e.currentTarget.value }); }} />
                <SelectField name="type" label={<Trans>Kind of number</Trans>} value={value.type} onChange={(e) => { set({ type: e.currentTarget.value }); }} data={codesOf(IdentifierType).map((type) => ({ value: type, label: words.identifierType(type) }))} />
                <LegalDateField name="validFrom" optional label={<Trans>In use from</Trans>} value={value.validFrom} error={errorOf('validFrom')} onChange={(validFrom) => { set({ validFrom }); }} />
                <LegalDateField name="validTo" optional label={<Trans>In use until</Trans>} value={value.validTo} error={errorOf('validTo')} onChange={(validTo) => { set({ validTo }); }} />
              </div>
              <TextField name="source" optional label={<Trans>Where it stands</Trans>} value={value.source} maxLength={500} error={errorOf('source')} onChange={(e) => { set({ source: e.currentTarget.value }); }} />
              <CheckField checked={value.disputed} onChange={(e) => { set({ disputed: e.currentTarget.checked }); }} label={<Trans>Sources disagree about it</Trans>} />
            </>
          )}
        </RecordForm>
      ) : <Button look="text" onClick={() => { setAdding(true); }}><Trans>Add a number</Trans></Button>}
    </div>
  );
}


/** A court gives a file another number: the old one keeps its place, with its last day, and is still found. */
function EndForm({ number, onDone }: { number: CaseIdentifier; onDone(): void }) {
  const [change] = useMutation(IdentifierForm_ChangeDocument);
  return (
    <RecordForm name={`number.${number.id}.end`} initial={{ validTo: number.validTo ?? '' }} saveWords={<Trans>Save the end</Trans>} onDone={onDone} save={({ validTo }) => change({ variables: { id: number.id, version: number.version, input: { validTo: blank(validTo) } } })}>
      {({ value, change: set, errorOf }) => <LegalDateField name="validTo" label={<Trans>In use until</Trans>} hint={<Trans>Empty: still in use. The number is still found.</Trans>} value={value.validTo} error={errorOf('validTo')} onChange={(validTo) => { set({ validTo }); }} />}
    </RecordForm>
  );
}
