import { countryCodes } from '@amparo/domain';
import { useMutation } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useId, useRef, useState } from 'react';
import { faultOf } from '../apollo.ts';
import { faultWords } from '../fault-words.ts';
import { problemOf } from '../problem-words.ts';
import { OrganisationForm_AddDocument, OrganisationForm_ChangeDocument } from '../gql/graphql.ts';
import { namer } from '../library/countries.ts';
import { Button } from '../ui/Button.tsx';
import { Conflict } from '../ui/Conflict.tsx';
import { CheckField, SelectField, TextArea, TextField } from '../ui/Fields.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import styles from './Members.module.css';
import type { MembersOrganisation } from './MembersPage.tsx';

/** Adds an organisation, or changes it. */
export function OrganisationForm({ organisation, onClose, onSaved, onStale }: { organisation: MembersOrganisation | undefined; onClose(): void; onSaved(): void; /** Somebody was faster: reads the organisation anew. */ onStale(): Promise<unknown> }) {
  const { i18n, t } = useLingui(), form = useId();
  const [add, adding] = useMutation(OrganisationForm_AddDocument), [change, changing] = useMutation(OrganisationForm_ChangeDocument);
  const error = adding.error ?? changing.error, fault = error && faultOf(error);
  const inField = (name: string) => { const f = fault?.fields.find(({ field }) => field === name); return f && i18n._(problemOf(f.problem)); };
  const countryOf = namer(i18n.locale, null);
  const countries = countryCodes.map((value) => ({ value, label: countryOf(value) })).sort((a, b) => a.label.localeCompare(b.label, i18n.locale));

  const sheet = useRef<HTMLFormElement>(null);
  const [mine, setMine] = useState<{ name: string; country: string; about: string; coalition: boolean }>();
  const said = (yes: boolean) => (yes ? t`yes` : t`no`);
  const differing = mine && organisation ? [
    { key: 'name', label: t`Name`, mine: mine.name, theirs: organisation.name }, { key: 'country', label: t`Country`, mine: countryOf(mine.country), theirs: countryOf(organisation.country) },
    { key: 'about', label: t`About`, mine: mine.about, theirs: organisation.about ?? '' }, { key: 'coalition', label: t`In the coalition`, mine: said(mine.coalition), theirs: said(organisation.coalition) },
  ].filter((f) => f.mine !== f.theirs) : [];

  const save = async (e: FormEvent<HTMLFormElement>) => {
    e.preventDefault();
    const given = new FormData(e.currentTarget);
    setMine(undefined);
    const input = { name: String(given.get('name')), country: String(given.get('country')), about: String(given.get('about')), coalition: given.get('coalition') === 'on' };
    try {
      if (organisation) await change({ variables: { id: organisation.id, version: organisation.version, input } }); else await add({ variables: { input } });
      onSaved();
    } catch (e) { // shown from the mutation's state
      if (faultOf(e).code === 'STALE') { await onStale(); setMine(input); }
    }
  };
  return (
    <Sheet
      title={organisation ? <Trans>Change {organisation.name}</Trans> : <Trans>Add an organisation</Trans>} onClose={onClose}
      foot={<Button look="brand" type="submit" form={form} busy={adding.loading || changing.loading}>{organisation ? <Trans>Save organisation</Trans> : <Trans>Add organisation</Trans>}</Button>}
    >
      <form ref={sheet} id={form} onSubmit={(e) => { void save(e); }}>
        {mine && <Conflict fields={differing} busy={changing.loading} keepMine={() => { sheet.current?.requestSubmit(); }} keepTheirs={onClose} />}
        <TextField label={<Trans>Name</Trans>} name="name" required maxLength={200} defaultValue={organisation?.name} error={inField('name')} />
        <SelectField label={<Trans>Country</Trans>} name="country" required error={inField('country')} defaultValue={organisation?.country ?? ''} data={[{ value: '', label: t`Choose a country`, disabled: true }, ...countries]} />
        <TextArea label={<Trans>About</Trans>} optional name="about" rows={3} maxLength={2000} defaultValue={organisation?.about ?? ''} error={inField('about')} />
        <CheckField name="coalition" defaultChecked={organisation?.coalition ?? true} label={<><Trans>In the coalition</Trans><small className={styles['small']}><Trans>Its members read what others share with the coalition.</Trans></small></>} />
        {fault && !mine && !fault.fields.length && <p role="alert" className={styles['fault']}>{i18n._(faultWords[fault.code])}</p>}
      </form>
    </Sheet>
  );
}
