import { useMutation } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import { faultOf } from '../apollo.ts';
import { faultWords } from '../fault-words.ts';
import { problemOf } from '../problem-words.ts';
import { AccountForm_ChangeMeDocument, type AccountPageQuery } from '../gql/graphql.ts';
import { chooseLocale, type Locale, localeNames, locales } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import { SelectField, TextField } from '../ui/Fields.tsx';
import { useToast } from '../ui/Toast.tsx';
import styles from './Account.module.css';

/** One's name, as colleagues read it, and the language of pages and mails. */
export function AccountForm({ me }: { me: NonNullable<AccountPageQuery['me']> }) {
  const { t, i18n } = useLingui(), toast = useToast();
  const [change, { loading, error }] = useMutation(AccountForm_ChangeMeDocument);
  const [locale, setLocale] = useState<Locale>(locales.find((l) => l === me.locale) ?? 'en');
  const fault = error && faultOf(error), inName = fault?.fields.find((f) => f.field === 'name');

  const save = async (e: FormEvent<HTMLFormElement>) => {
    e.preventDefault();
    const name = String(new FormData(e.currentTarget).get('name'));
    const { data } = await change({ variables: { input: { name, locale } } }).catch(() => ({ data: undefined }));
    if (!data) return;
    if (locale !== i18n.locale) chooseLocale(locale); else toast({ words: t`Saved. Your colleagues see this name.` });
  };
  return (
    <form className={styles['form']} onSubmit={(e) => { void save(e); }}>
      <TextField label={<Trans>Name</Trans>} name="name" autoComplete="name" required maxLength={200} defaultValue={me.name} error={inName && i18n._(problemOf(inName.problem))} />
      <SelectField label={<Trans>Language</Trans>} hint={<Trans>Of these pages, and of mails to you.</Trans>} value={locale} onChange={(e) => { setLocale(e.currentTarget.value as Locale); }} data={locales.map((value) => ({ value, label: localeNames[value] }))} />
      {fault && !inName && <p role="alert" className={styles['fault']}>{i18n._(faultWords[fault.code])}</p>}
      <Button type="submit" busy={loading}><Trans>Save</Trans></Button>
    </form>
  );
}
