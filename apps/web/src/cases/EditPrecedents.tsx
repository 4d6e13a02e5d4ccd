import { useMutation, useQuery } from '@apollo/client/react';
import { codesOf, PrecedentRelation } from '@amparo/domain';
import { Trans, useLingui } from '@lingui/react/macro';
import { useDeferredValue, useState } from 'react';
import { PrecedentChoicesDocument, PrecedentLink_AddDocument, PrecedentLink_RemoveDocument } from '../gql/graphql.ts';
import { CaseName } from '../ui/CaseName.tsx';
import { ChoiceChips, SelectField, TextField } from '../ui/Fields.tsx';
import { ResultMark } from '../ui/ResultMark.tsx';
import { useCase } from './case-context.ts';
import { blank, checked } from './case-input.ts';
import { useCaseWords } from './case-words.ts';
import { EditList } from './EditList.tsx';
import { RecordForm } from './RecordForm.tsx';

/** Decisions from the library that matter here. The link is as private as the case. */
export function EditPrecedents() {
  const { t } = useLingui();
  const { legalCase } = useCase();
  const words = useCaseWords();
  const [remove] = useMutation(PrecedentLink_RemoveDocument);
  return (
    <EditList
      fixed id="precedents" title={t`Precedents`} note={t`nobody outside sees the link`} items={legalCase.precedents} none={<Trans>No precedent is linked.</Trans>} add={<Trans>Link a precedent</Trans>} nameOf={({ precedent }) => precedent.shortName}
      line={({ precedent, relation, note }) => <><CaseName>{precedent.shortName}</CaseName> <ResultMark bare result={precedent.result} /> <small>{[words.relation(relation), note].filter(Boolean).join('. ')}</small></>}
      form={(_, done) => <PrecedentForm onDone={done} />} remove={({ id }) => remove({ variables: { id } })}
    />
  );
}

function PrecedentForm({ onDone }: { onDone(): void }) {
  const { legalCase } = useCase();
  const words = useCaseWords();
  const [add] = useMutation(PrecedentLink_AddDocument);
  const [find, setFind] = useState('');
  const text = useDeferredValue(find.trim());
  const { data, previousData } = useQuery(PrecedentChoicesDocument, { variables: { text }, skip: text.length < 2 });
  const linked = new Set(legalCase.precedents.map(({ precedent }) => precedent.slug));
  const found = (data ?? previousData)?.precedents.rows.map(({ precedent }) => precedent).filter(({ slug }) => !linked.has(slug)) ?? [];
  return (
    <RecordForm
      name={`${legalCase.id}.precedent`} initial={{ slug: '', relation: 'learn_from', note: '' }} onDone={onDone} saveWords={<Trans>Link it</Trans>}
      save={async ({ slug, relation, note }) => { const input = await checked('linkPrecedent', { slug, relation, note: blank(note) }); return add({ variables: { legalCaseId: legalCase.id, ...input } }); }}
    >
      {({ value, change, errorOf }) => (
        <>
          <TextField label={<Trans>Find in the library</Trans>} hint={<Trans>Name, country or a word of the decision.</Trans>} value={find} error={errorOf('slug')} onChange={(e) => { setFind(e.currentTarget.value); }} />
          {found.length > 0 && <ChoiceChips legend={<Trans>Which one</Trans>} name="slug" value={value.slug || null} onChange={(slug) => { change({ slug }); }} options={found.map(({ slug, shortName }) => ({ value: slug, label: <CaseName>{shortName}</CaseName> }))} />}
          {text.length >= 2 && data && found.length === 0 && <p><Trans>Nothing else in the library matches.</Trans></p>}
          <SelectField name="relation" label={<Trans>How it stands to the case</Trans>} value={value.relation} error={errorOf('relation')} onChange={(e) => { change({ relation: e.currentTarget.value }); }} data={codesOf(PrecedentRelation).map((relation) => ({ value: relation, label: words.relation(relation) }))} />
          <TextField name="note" optional label={<Trans>Note</Trans>} value={value.note} maxLength={2000} error={errorOf('note')} onChange={(e) => { change({ note: e.currentTarget.value }); }} />
        </>
      )}
    </RecordForm>
  );
}
