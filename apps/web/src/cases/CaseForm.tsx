import { useQuery } from '@apollo/client/react';
import { CaseStatus, codesOf, countryCodes, GoalKind } from '@amparo/domain';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { CaseFormChoicesDocument } from '../gql/graphql.ts';
import { usePlaceName } from '../library/countries.ts';
import { Button } from '../ui/Button.tsx';
import { SelectField, TextArea, TextField } from '../ui/Fields.tsx';
import { IconPlus, iconProps, IconX } from '../ui/icons.ts';
import { TypeAheadMany } from '../ui/TypeAhead.tsx';
import { useCaseWords } from './case-words.ts';
import type { CaseFields } from './case-fields.ts';
import styles from './CaseForm.module.css';

interface Props { value: CaseFields; onChange(patch: Partial<CaseFields>): void; errorOf(field: string): ReactNode; /** A new case also says who leads it. */ isNew?: boolean }

/** Name, country, goals, ID systems, status: the same fields for a new case and an old one. */
export function CaseForm({ value, onChange, errorOf, isNew }: Props) {
  const { t, i18n } = useLingui();
  const words = useCaseWords();
  const placeName = usePlaceName(undefined);
  const { data } = useQuery(CaseFormChoicesDocument);
  const countries = countryCodes.map((code) => ({ value: code, label: placeName(code) })).sort((a, b) => a.label.localeCompare(b.label, i18n.locale));
  const near = data?.idSystems.filter(({ country }) => value.countries.length === 0 || value.countries.includes(country)) ?? [];
  const far = data?.idSystems.filter((system) => !near.includes(system)) ?? [];
  const leads = data?.me?.organisations ?? [];
  const goal = (at: number, patch: Partial<CaseFields['goals'][number]>) => { onChange({ goals: value.goals.map((each, i) => (i === at ? { ...each, ...patch } : each)) }); };
  return (
    <>
      <TextField name="title" label={<Trans>Name of the case</Trans>} hint={<Trans>As the court prints it, or as you call it until it is filed.</Trans>} value={value.title} maxLength={300} required error={errorOf('title')} onChange={(e) => { onChange({ title: e.currentTarget.value }); }} />
      <TextField name="shortName" optional label={<Trans>Short name</Trans>} hint={<Trans>What your team says: ISER (Ndaga Muntu).</Trans>} value={value.shortName} maxLength={80} error={errorOf('shortName')} onChange={(e) => { onChange({ shortName: e.currentTarget.value }); }} />
      {!isNew && <TextField name="codeName" label={<Trans>Code name</Trans>} hint={<Trans>What calendar feeds and mail call it. It must not tell who, where or against whom.</Trans>} value={value.codeName} maxLength={40} required error={errorOf('codeName')} onChange={(e) => { onChange({ codeName: e.currentTarget.value }); }} />}
      {isNew && leads.length > 1 && (
        <SelectField name="leadOrganisationId" label={<Trans>Lead organisation</Trans>} value={value.leadOrganisationId || leads[0]?.id} error={errorOf('leadOrganisationId')} onChange={(e) => { onChange({ leadOrganisationId: e.currentTarget.value }); }} data={leads.map(({ id, name }) => ({ value: id, label: name }))} />
      )}
      <TypeAheadMany name="countries" label={<Trans>Countries</Trans>} options={countries} values={value.countries} error={errorOf('countries')} onChange={(codes) => { onChange({ countries: codes }); }} />
      <TypeAheadMany name="systems" optional label={<Trans>ID systems</Trans>} options={[...near, ...far].map(({ slug, name, country }) => ({ value: slug, label: name, hint: placeName(country) }))} values={value.systems} error={errorOf('systems')} onChange={(slugs) => { onChange({ systems: slugs }); }} />
      <fieldset className={styles['goals']}>
        <legend><Trans>Goals</Trans></legend>
        <p className={styles['hint']}><Trans>What the case is brought for. Success in court is only one kind.</Trans></p>
        {value.goals.map((each, i) => (
          <div key={i} className={styles['goal']}>
            <SelectField name={`goals.${i}.kind`} label={<Trans>Kind</Trans>} value={each.kind} onChange={(e) => { goal(i, { kind: e.currentTarget.value }); }} data={codesOf(GoalKind).map((kind) => ({ value: kind, label: words.goalKind(kind) }))} />
            <TextField name={`goals.${i}.text`} label={<Trans>Goal</Trans>} value={each.text} maxLength={1000} error={errorOf(`goals.${i}.text`) ?? (i === 0 && value.goals.length === 1 ? errorOf('goals') : undefined)} onChange={(e) => { goal(i, { text: e.currentTarget.value }); }} />
            {value.goals.length > 1 && <Button look="quiet" icon={<IconX {...iconProps} />} aria-label={t`Remove this goal`} onClick={() => { onChange({ goals: value.goals.filter((_, at) => at !== i) }); }} />}
          </div>
        ))}
        <Button look="text" icon={<IconPlus {...iconProps} size={16} />} onClick={() => { onChange({ goals: [...value.goals, { kind: 'policy', text: '' }] }); }}><Trans>Add a goal</Trans></Button>
      </fieldset>
      <SelectField name="status" label={<Trans>Stage of the case</Trans>} value={value.status} error={errorOf('status')} onChange={(e) => { onChange({ status: e.currentTarget.value }); }} data={codesOf(CaseStatus).filter((status) => status !== 'merged' && status !== 'transferred_lead').map((status) => ({ value: status, label: words.status(status) }))} />
      <TextArea name="summary" optional label={<Trans>Summary</Trans>} hint={<Trans>Read by everyone who may read the case. Nothing private here.</Trans>} value={value.summary} maxLength={10_000} error={errorOf('summary')} onChange={(e) => { onChange({ summary: e.currentTarget.value }); }} />
    </>
  );
}
