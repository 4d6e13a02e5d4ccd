import { useMutation, useQuery } from '@apollo/client/react';
import { codesOf, countryCodes, isIsoCountry, type Sureness, Sureness as surenessCodes } from '@amparo/domain';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useMemo, useState } from 'react';
import { faultOf } from '../apollo.ts';
import { faultWords } from '../fault-words.ts';
import { type HarmInput, type HarmRecord_HarmFragment, HarmForm_ChangeDocument, HarmFormDocument, HarmPageDocument } from '../gql/graphql.ts';
import { usePlaceName } from '../library/countries.ts';
import { Button } from '../ui/Button.tsx';
import { Conflict } from '../ui/Conflict.tsx';
import { SelectField, TextArea, TextField } from '../ui/Fields.tsx';
import { LegalDateField } from '../ui/LegalDateField.tsx';
import { useToast } from '../ui/Toast.tsx';
import { TypeAhead, TypeAheadMany, type TypeAheadOption } from '../ui/TypeAhead.tsx';
import { useMutationForm } from '../ui/useMutationForm.tsx';
import { differing, draftOfHarm, type HarmDraft, harmInput, tooExact } from './harm-draft.ts';
import { surenessWords } from './harm-words.ts';
import styles from './Harms.module.css';

interface Props {
  draft: HarmDraft;
  onChange(change: Partial<HarmDraft>): void;
  /** Sends; what it throws is shown beside the fields. */
  onSave(input: HarmInput): Promise<void>;
  save: ReactNode;
  /** Before Save: who will read it. */
  readers: ReactNode;
  onCancel(): void;
}

/** What happened, to whom, where, when, in which system, and how we know. Twelve fields, five of them needed. */
export function HarmForm({ draft, onChange: set, onSave, save, readers, onCancel }: Props) {
  const { t, i18n } = useLingui();
  const { data } = useQuery(HarmFormDocument);
  const form = useMutationForm();
  const placeName = usePlaceName(undefined);
  const countries = useMemo(() => countryCodes.filter(isIsoCountry).map((value) => ({ value, label: placeName(value) })).sort((a, b) => a.label.localeCompare(b.label, i18n.locale)), [placeName, i18n.locale]);
  const system = data?.idSystems.find(({ slug }) => slug === draft.system);
  const text = (name: 'summary' | 'district' | 'feature' | 'peopleAffected' | 'source') => ({ name, value: draft[name], error: form.errorOf(name), onChange: (e: { currentTarget: { value: string } }) => { set({ [name]: e.currentTarget.value }); } });
  const submit = form.submit(async () => {
    const answer = await harmInput(draft);
    if ('refused' in answer) { form.refuse(answer.refused); return; }
    await onSave(answer.ok);
  });
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      {form.summary}
      <TypeAhead label={<Trans>What kind of harm</Trans>} name="kind" error={form.errorOf('kind')} options={optionsOf(data?.kinds?.concepts)} value={draft.kind || null} onChange={(kind) => { set({ kind: kind ?? '' }); }} />
      <TextArea label={<Trans>What happened</Trans>} hint={<Trans>In plain words. No names, numbers or addresses of people.</Trans>} rows={4} maxLength={5000} {...text('summary')} />
      <TypeAheadMany label={<Trans>Who was affected</Trans>} optional name="groups" error={form.errorOf('groups')} options={optionsOf(data?.groups?.concepts)} values={draft.groups} onChange={(groups) => { set({ groups }); }} />
      <div className={styles['pair']}>
        <TypeAhead label={<Trans>Country</Trans>} name="country" error={form.errorOf('country')} options={countries} value={draft.country || null} onChange={(country) => { set({ country: country ?? '' }); }} />
        <TextField label={<Trans>District</Trans>} optional hint={<Trans>No finer than the district: a village or a street would point at people.</Trans>} maxLength={120} {...text('district')}
          error={tooExact(draft.district) ? <Trans>This place is too exact. Write the district it lies in.</Trans> : form.errorOf('district')} />
      </div>
      <div className={styles['pair']}>
        <LegalDateField label={<Trans>When</Trans>} optional name="whenOn" value={draft.whenOn} error={form.errorOf('whenOn')} onChange={(whenOn) => { set({ whenOn }); }} />
        <TextField label={<Trans>How many people</Trans>} optional hint={<Trans>As far as known.</Trans>} inputMode="numeric" maxLength={12} {...text('peopleAffected')} />
      </div>
      <div className={styles['pair']}>
        <TypeAhead label={<Trans>ID system</Trans>} optional name="system" error={form.errorOf('system')} value={draft.system || null} onChange={(slug) => { set({ system: slug ?? '', ...(slug && !draft.country ? { country: data?.idSystems.find((each) => each.slug === slug)?.country ?? '' } : {}) }); }}
          options={(data?.idSystems ?? []).map(({ slug, name, country }) => ({ value: slug, label: name, hint: placeName(country) }))} />
        <TextField label={<Trans>Which part of it</Trans>} optional hint={system ? <Trans>What in {system.name} did it: a fingerprint check, a fee, a form.</Trans> : <Trans>A fingerprint check, a fee, a form.</Trans>} maxLength={120} {...text('feature')} />
      </div>
      <TextField label={<Trans>Source</Trans>} hint={<Trans>How we know: an affidavit, a report with its page, a record of our own.</Trans>} maxLength={500} {...text('source')} />
      <SelectField label={<Trans>How sure</Trans>} name="sureness" error={form.errorOf('sureness')} value={draft.sureness} onChange={(e) => { set({ sureness: e.currentTarget.value }); }}
        data={[{ value: '', label: t`Choose` }, ...codesOf(surenessCodes).map((value) => ({ value, label: i18n._(surenessWords[value].name) }))]}
        hint={draft.sureness ? i18n._(surenessWords[draft.sureness as Sureness].hint) : undefined} />
      <div>{readers}</div>
      <div className={styles['acts']}><Button look="brand" size="large" type="submit" busy={form.busy}>{save}</Button><Button onClick={onCancel}><Trans>Cancel</Trans></Button></div>
    </form>
  );
}

function optionsOf(concepts: readonly { id: string; label: string; broader: string | null }[] | undefined): TypeAheadOption[] {
  const labels = new Map(concepts?.map(({ id, label }) => [id, label]));
  return (concepts ?? []).map(({ id, label, broader }) => { const under = broader && labels.get(broader); return { value: id, label, ...(under ? { hint: under } : {}) }; });
}

/** Changes a harm. Somebody else's change meanwhile stands beside one's own. */
export function HarmEdit({ harm, readers, onDone }: { harm: HarmRecord_HarmFragment; readers: ReactNode; onDone(): void }) {
  const { t, i18n } = useLingui();
  const [change, { client }] = useMutation(HarmForm_ChangeDocument);
  const toast = useToast();
  const failed = (e: unknown) => { toast({ alarm: true, words: t`Nothing was changed. ${i18n._(faultWords[faultOf(e).code])}` }); };
  const [base, setBase] = useState(harm);
  const [draft, setDraft] = useState(() => draftOfHarm(harm));
  const [clash, setClash] = useState<{ mine: HarmInput; theirs: HarmRecord_HarmFragment } | null>(null);
  const send = async (input: HarmInput, against: HarmRecord_HarmFragment): Promise<void> => {
    try {
      await change({ variables: { id: harm.id, version: against.version, input } });
      onDone();
    } catch (e) {
      const { data } = faultOf(e).code === 'STALE' ? await client.query({ query: HarmPageDocument, variables: { id: harm.id }, fetchPolicy: 'network-only' }) : { data: undefined };
      if (!data?.harm) throw e;
      setClash({ mine: input, theirs: data.harm });
    }
  };
  if (clash) {
    const names: Record<keyof HarmDraft, string> = { kind: t`Kind`, groups: t`Who was affected`, summary: t`What happened`, country: t`Country`, district: t`District`, whenOn: t`When`, system: t`ID system`, feature: t`Which part of it`, peopleAffected: t`How many people`, source: t`Source`, sureness: t`How sure` };
    const theirs = draftOfHarm(clash.theirs);
    const mine = { ...theirs, ...Object.fromEntries(Object.entries(clash.mine).map(([name, value]) => [name, Array.isArray(value) ? value : String(value ?? '')])) } as HarmDraft;
    return (
      <Conflict fields={differing(mine, theirs).map((name) => ({ key: name, label: names[name], mine: [mine[name]].flat().join(', '), theirs: [theirs[name]].flat().join(', ') }))}
        keepMine={() => { setClash(null); send(clash.mine, clash.theirs).catch(failed); }} keepTheirs={() => { setBase(clash.theirs); setClash(null); onDone(); }} />
    );
  }
  return <HarmForm draft={draft} onChange={(patch) => { setDraft((before) => ({ ...before, ...patch })); }} save={<Trans>Save the harm</Trans>} readers={readers} onSave={(input) => send(input, base)} onCancel={onDone} />;
}
