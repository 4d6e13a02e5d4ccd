import { Trans } from '@lingui/react/macro';
import type { TextStatus, TextVersion } from '../gql/graphql.ts';
import { NumberField, SelectField, TextField } from '../ui/Fields.tsx';
import { Rows } from '../ui/Rows.tsx';
import { blanks } from './decision-draft.ts';
import { useDecisionWords } from './decision-words.ts';
import type { Fields } from './DecisionFields.tsx';

const versions = ['original', 'corrected', 'provisional', 'translation'] as const satisfies readonly TextVersion[];
const statuses = ['authentic', 'official_translation', 'unofficial_translation', 'machine_translation'] as const satisfies readonly TextStatus[];

/** The languages a decision is in, and where authentic texts say different things. */
export function DecisionTexts({ value, onChange, errorOf }: Fields) {
  const words = useDecisionWords();
  return (
    <>
      <Rows legend={<Trans>Languages</Trans>} hint={<Trans>Authentic languages are equal. A translation is authentic only where a source says so.</Trans>} error={errorOf('expressions')} rows={value.expressions} blank={blanks.expression} add={<Trans>Add a language</Trans>} nameOf={(row, i) => row.language || String(i + 1)} onChange={(expressions) => { onChange({ expressions }); }}>
        {(row, set, i) => (
          <>
            <TextField name={`expressions.${i}.language`} label={<Trans>Language</Trans>} hint={<Trans>en, fr, sw</Trans>} value={row.language} maxLength={35} error={errorOf(`expressions.${i}.language`)} onChange={(e) => { set({ language: e.currentTarget.value }); }} />
            <SelectField name={`expressions.${i}.version`} label={<Trans>Version</Trans>} value={row.version} error={errorOf(`expressions.${i}.version`)} onChange={(e) => { set({ version: e.currentTarget.value as TextVersion }); }} data={versions.map((code) => ({ value: code, label: words.textVersion(code) }))} />
            <SelectField name={`expressions.${i}.status`} label={<Trans>Standing</Trans>} value={row.status} error={errorOf(`expressions.${i}.status`)} onChange={(e) => { set({ status: e.currentTarget.value as TextStatus }); }} data={statuses.map((code) => ({ value: code, label: words.textStatus(code) }))} />
            <TextField name={`expressions.${i}.url`} optional label={<Trans>Web address</Trans>} value={row.url} maxLength={2000} error={errorOf(`expressions.${i}.url`)} onChange={(e) => { set({ url: e.currentTarget.value }); }} />
            <TextField name={`expressions.${i}.source`} optional={row.version !== 'translation' || row.status !== 'authentic'} label={<Trans>Source</Trans>} value={row.source} maxLength={500} error={errorOf(`expressions.${i}.source`)} onChange={(e) => { set({ source: e.currentTarget.value }); }} />
            {row.version === 'translation' && <TextField name={`expressions.${i}.translator`} optional label={<Trans>Translator</Trans>} value={row.translator} maxLength={200} error={errorOf(`expressions.${i}.translator`)} onChange={(e) => { set({ translator: e.currentTarget.value }); }} />}
          </>
        )}
      </Rows>
      {value.expressions.length > 1 && (
        <Rows legend={<Trans>Where authentic texts differ</Trans>} error={errorOf('conflicts')} rows={value.conflicts} blank={blanks.conflict} add={<Trans>Add a difference</Trans>} nameOf={(row, i) => row.paragraph || String(i + 1)} onChange={(conflicts) => { onChange({ conflicts }); }}>
          {(row, set, i) => (
            <>
              <NumberField name={`conflicts.${i}.paragraph`} label={<Trans>Paragraph</Trans>} value={row.paragraph} maxLength={5} error={errorOf(`conflicts.${i}.paragraph`)} onChange={(paragraph) => { set({ paragraph }); }} />
              <TextField name={`conflicts.${i}.languages`} label={<Trans>Languages, with a comma between</Trans>} value={row.languages} error={errorOf(`conflicts.${i}.languages`)} onChange={(e) => { set({ languages: e.currentTarget.value }); }} />
              <TextField name={`conflicts.${i}.note`} label={<Trans>How they differ</Trans>} value={row.note} maxLength={2000} error={errorOf(`conflicts.${i}.note`)} onChange={(e) => { set({ note: e.currentTarget.value }); }} />
            </>
          )}
        </Rows>
      )}
    </>
  );
}
