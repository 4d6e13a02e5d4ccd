import { countryCodes } from '@amparo/domain';
import { useMutation } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useId } from 'react';
import { faultOf } from '../apollo.ts';
import { faultWords, problemOf } from '../fault-words.ts';
import { OrganisationForm_AddDocument, OrganisationForm_ChangeDocument } from '../gql/graphql.ts';
import { namer } from '../library/countries.ts';
import { Field } from '../sign-in/Field.tsx';
import { Button } from '../ui/Button.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import styles from './Members.module.css';
import type { MembersOrganisation } from './MembersPage.tsx';

/** Adds an organisation, or changes it. */
export function OrganisationForm({ organisation, onClose, onSaved }: { organisation: MembersOrganisation | undefined; onClose(): void; onSaved(): void }) {
  const { i18n, t } = useLingui(), form = useId();
  const [add, adding] = useMutation(OrganisationForm_AddDocument), [change, changing] = useMutation(OrganisationForm_ChangeDocument);
  const error = adding.error ?? changing.error, fault = error && faultOf(error);
  const inField = (name: string) => { const f = fault?.fields.find(({ field }) => field === name); return f && i18n._(problemOf(f.problem)); };
  const countryOf = namer(i18n.locale, null);
  const countries = countryCodes.map((code) => ({ code, name: countryOf(code) })).sort((a, b) => a.name.localeCompare(b.name, i18n.locale));

  const save = async (e: FormEvent<HTMLFormElement>) => {
    e.preventDefault();
    const given = new FormData(e.currentTarget);
    const input = { name: String(given.get('name')), country: String(given.get('country')), about: String(given.get('about')), coalition: given.get('coalition') === 'on' };
    try {
      if (organisation) await change({ variables: { id: organisation.id, version: organisation.version, input } }); else await add({ variables: { input } });
      onSaved();
    } catch { /* shown from the mutation's state */ }
  };
  return (
    <Sheet
      title={organisation ? <Trans>Change {organisation.name}</Trans> : <Trans>Add an organisation</Trans>} onClose={onClose}
      foot={<Button look="brand" type="submit" form={form} busy={adding.loading || changing.loading}>{organisation ? <Trans>Save organisation</Trans> : <Trans>Add organisation</Trans>}</Button>}
    >
      <form id={form} onSubmit={(e) => { void save(e); }}>
        <Field label={<Trans>Name</Trans>} name="name" required maxLength={200} defaultValue={organisation?.name} fault={inField('name')} />
        <label className={styles['select']}><span><Trans>Country</Trans></span>
          <select name="country" required defaultValue={organisation?.country ?? ''}><option value="" disabled>{t`Choose a country`}</option>{countries.map(({ code, name }) => <option key={code} value={code}>{name}</option>)}</select>
        </label>
        <label className={styles['select']}><span>{t`About (optional)`}</span><textarea name="about" rows={3} maxLength={2000} defaultValue={organisation?.about ?? ''} /></label>
        <label className={styles['tick']}>
          <input type="checkbox" name="coalition" defaultChecked={organisation?.coalition ?? true} />
          <span>{t`In the coalition`}<small>{t`Its members read what others share with the coalition.`}</small></span>
        </label>
        {fault && !fault.fields.length && <p role="alert" className={styles['fault']}>{i18n._(faultWords[fault.code])}</p>}
      </form>
    </Sheet>
  );
}
