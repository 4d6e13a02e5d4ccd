import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useCase } from '../cases/case-context.ts';
import { forumOf, numberOf } from '../cases/case-types.ts';
import { useCaseWords } from '../cases/case-words.ts';
import type { CitationType, DateBasis, DecisionKind, OpinionType, PanelPart } from '../gql/graphql.ts';
import { CheckField, NumberField, SelectField, TextArea, TextField } from '../ui/Fields.tsx';
import { LegalDateField } from '../ui/LegalDateField.tsx';
import { Rows } from '../ui/Rows.tsx';
import { blanks, type DecisionDraft } from './decision-draft.ts';
import { useDecisionWords } from './decision-words.ts';
import { DecisionTexts } from './DecisionTexts.tsx';
import styles from './Decisions.module.css';

const kinds = ['judgment', 'ruling', 'interim_order', 'views', 'report', 'opinion', 'settlement_approval'] as const satisfies readonly DecisionKind[];
const bases = ['pronounced', 'dated', 'signed', 'published', 'served', 'received', 'effective'] as const satisfies readonly DateBasis[];
const citations = ['neutral', 'parallel', 'report', 'ecli', 'international', 'other'] as const satisfies readonly CitationType[];
const parts = ['sat', 'recused', 'absent'] as const satisfies readonly PanelPart[];
const opinions = ['majority', 'plurality', 'per_curiam', 'single', 'concurring', 'partly_dissenting', 'dissenting'] as const satisfies readonly OpinionType[];
export interface Fields { value: DecisionDraft; onChange(patch: Partial<DecisionDraft>): void; errorOf(field: string): ReactNode }

/** All that can be written of a decision, in the order people read it. */
export function DecisionFields({ value, onChange, errorOf }: Fields) {
  const { t } = useLingui();
  const { legalCase } = useCase();
  const words = useDecisionWords(), caseWords = useCaseWords();
  const options = (codes: readonly string[], word: (code: string) => string) => codes.map((code) => ({ value: code, label: word(code) }));
  return (
    <>
      <fieldset className={styles['which']}>
        <legend><Trans>Given in</Trans></legend>
        {legalCase.proceedings.map((each) => <CheckField key={each.id} name="proceedingIds" label={[forumOf(each), numberOf(each)?.value].filter(Boolean).join(', ')} checked={value.proceedingIds.includes(each.id)} onChange={(e) => { onChange({ proceedingIds: e.currentTarget.checked ? [...value.proceedingIds, each.id] : value.proceedingIds.filter((id) => id !== each.id) }); }} />)}
        <p className={styles['hint']}><Trans>A joined judgment is one decision of several files. Each keeps its own parties and claims.</Trans></p>
        {errorOf('proceedingIds') && <p className={styles['error']}>{errorOf('proceedingIds')}</p>}
      </fieldset>
      <div className={styles['pair']}>
        <SelectField name="kind" label={<Trans>Kind</Trans>} value={value.kind} error={errorOf('kind')} onChange={(e) => { onChange({ kind: e.currentTarget.value as DecisionKind }); }} data={options(kinds, words.kind)} />
        <TextField name="title" optional label={<Trans>Title</Trans>} value={value.title} maxLength={300} error={errorOf('title')} onChange={(e) => { onChange({ title: e.currentTarget.value }); }} />
      </div>
      <Rows legend={<Trans>Days</Trans>} hint={<Trans>Signed, dated and published are different days. Keep them all.</Trans>} error={errorOf('dates')} rows={value.dates} blank={blanks.date} atLeastOne add={<Trans>Add a day</Trans>} nameOf={({ basis }) => caseWords.basis(basis)} onChange={(dates) => { onChange({ dates }); }}>
        {(row, set, i) => (
          <>
            <LegalDateField name={`dates.${i}.on`} label={<Trans>Day</Trans>} value={row.on} error={errorOf(`dates.${i}.on`)} onChange={(on) => { set({ on }); }} />
            <SelectField name={`dates.${i}.basis`} label={<Trans>On which it was</Trans>} value={row.basis} error={errorOf(`dates.${i}.basis`)} onChange={(e) => { set({ basis: e.currentTarget.value as DateBasis }); }} data={options(bases, caseWords.basis)} />
            <TextField name={`dates.${i}.source`} optional label={<Trans>Source</Trans>} value={row.source} maxLength={500} error={errorOf(`dates.${i}.source`)} onChange={(e) => { set({ source: e.currentTarget.value }); }} />
            <CheckField label={<Trans>the day that counts</Trans>} checked={row.used} onChange={(e) => { onChange({ dates: value.dates.map((each, n) => ({ ...each, used: n === i && e.currentTarget.checked })) }); }} />
          </>
        )}
      </Rows>
      <Rows legend={<Trans>Citations</Trans>} error={errorOf('citations')} rows={value.citations} blank={blanks.citation} add={<Trans>Add a citation</Trans>} nameOf={(row, i) => row.value || String(i + 1)} onChange={(list) => { onChange({ citations: list }); }}>
        {(row, set, i) => (
          <>
            <TextField name={`citations.${i}.value`} label={<Trans>Citation</Trans>} value={row.value} maxLength={200} error={errorOf(`citations.${i}.value`)} onChange={(e) => { set({ value: e.currentTarget.value }); }} />
            <SelectField name={`citations.${i}.type`} label={<Trans>Kind</Trans>} value={row.type} error={errorOf(`citations.${i}.type`)} onChange={(e) => { set({ type: e.currentTarget.value as CitationType }); }} data={options(citations, words.citation)} />
            <CheckField label={<Trans>preferred</Trans>} checked={row.preferred} onChange={(e) => { onChange({ citations: value.citations.map((each, n) => ({ ...each, preferred: n === i && e.currentTarget.checked })) }); }} />
          </>
        )}
      </Rows>
      <Rows legend={<Trans>Bench</Trans>} hint={<Trans>Everybody named in it, also those who did not sit.</Trans>} error={errorOf('panel')} rows={value.panel} blank={blanks.judge} add={<Trans>Add a judge</Trans>} nameOf={(row, i) => row.name || String(i + 1)} onChange={(panel) => { onChange({ panel }); }}>
        {(row, set, i) => (
          <>
            <TextField name={`panel.${i}.name`} label={<Trans>Name</Trans>} value={row.name} maxLength={200} error={errorOf(`panel.${i}.name`)} onChange={(e) => { set({ name: e.currentTarget.value }); }} />
            <SelectField name={`panel.${i}.part`} label={<Trans>Part</Trans>} value={row.part} error={errorOf(`panel.${i}.part`)} onChange={(e) => { set({ part: e.currentTarget.value as PanelPart }); }} data={options(parts, words.part)} />
            <div><CheckField label={<Trans>presiding</Trans>} checked={row.presiding} onChange={(e) => { set({ presiding: e.currentTarget.checked }); }} /><CheckField label={<Trans>wrote</Trans>} checked={row.author} onChange={(e) => { set({ author: e.currentTarget.checked }); }} /></div>
          </>
        )}
      </Rows>
      {value.panel.length === 0 && <NumberField name="panelSize" optional label={<Trans>How many sat</Trans>} hint={<Trans>Where the names are not on file</Trans>} value={value.panelSize} maxLength={2} error={errorOf('panelSize')} onChange={(panelSize) => { onChange({ panelSize }); }} />}
      <Rows legend={<Trans>Votes</Trans>} hint={<Trans>On each question the court divided on. For and against add up to those who sat.</Trans>} error={errorOf('votes')} rows={value.votes} blank={blanks.vote} add={<Trans>Add a vote</Trans>} nameOf={(row, i) => row.issue || String(i + 1)} onChange={(votes) => { onChange({ votes }); }}>
        {(row, set, i) => (
          <>
            <TextField name={`votes.${i}.issue`} label={<Trans>On what</Trans>} value={row.issue} maxLength={300} error={errorOf(`votes.${i}.issue`)} onChange={(e) => { set({ issue: e.currentTarget.value }); }} />
            <NumberField name={`votes.${i}.for`} label={<Trans>For</Trans>} value={row.for} maxLength={2} error={errorOf(`votes.${i}`)} onChange={(votes) => { set({ for: votes }); }} />
            <NumberField name={`votes.${i}.against`} label={<Trans>Against</Trans>} value={row.against} maxLength={2} error={errorOf(`votes.${i}.against`)} onChange={(against) => { set({ against }); }} />
          </>
        )}
      </Rows>
      <Rows legend={<Trans>Opinions</Trans>} hint={<Trans>One of them is the court’s own voice: majority, plurality, the court as one, or a single judge.</Trans>} error={errorOf('opinions')} rows={value.opinions} blank={blanks.opinion} atLeastOne add={<Trans>Add an opinion</Trans>} nameOf={(row) => [words.opinion(row.type), row.authors].filter(Boolean).join(' ')} onChange={(list) => { onChange({ opinions: list }); }}>
        {(row, set, i) => (
          <>
            <SelectField name={`opinions.${i}.type`} label={<Trans>Kind</Trans>} value={row.type} error={errorOf(`opinions.${i}.type`)} onChange={(e) => { set({ type: e.currentTarget.value as OpinionType }); }} data={options(opinions, words.opinion)} />
            <TextField name={`opinions.${i}.authors`} optional label={<Trans>By</Trans>} hint={t`Names with ; between`} value={row.authors} error={errorOf(`opinions.${i}.authors`)} onChange={(e) => { set({ authors: e.currentTarget.value }); }} />
            <TextField name={`opinions.${i}.joiners`} optional label={<Trans>Joined by</Trans>} value={row.joiners} error={errorOf(`opinions.${i}.joiners`)} onChange={(e) => { set({ joiners: e.currentTarget.value }); }} />
            <NumberField name={`opinions.${i}.fromParagraph`} optional label={<Trans>From ¶</Trans>} value={row.fromParagraph} maxLength={5} error={errorOf(`opinions.${i}.fromParagraph`)} onChange={(fromParagraph) => { set({ fromParagraph }); }} />
            <NumberField name={`opinions.${i}.toParagraph`} optional label={<Trans>to ¶</Trans>} value={row.toParagraph} maxLength={5} error={errorOf(`opinions.${i}.toParagraph`)} onChange={(toParagraph) => { set({ toParagraph }); }} />
            <TextArea name={`opinions.${i}.summary`} optional className={styles['whole']} label={<Trans>What it says</Trans>} value={row.summary} maxLength={5000} error={errorOf(`opinions.${i}.summary`)} onChange={(e) => { set({ summary: e.currentTarget.value }); }} />
          </>
        )}
      </Rows>
      <DecisionTexts value={value} onChange={onChange} errorOf={errorOf} />
      <TextArea name="summary" optional label={<Trans>In short, in our words</Trans>} value={value.summary} maxLength={10_000} error={errorOf('summary')} onChange={(e) => { onChange({ summary: e.currentTarget.value }); }} />
      <TextField name="source" optional label={<Trans>Source</Trans>} value={value.source} maxLength={500} error={errorOf('source')} onChange={(e) => { onChange({ source: e.currentTarget.value }); }} />
    </>
  );
}
