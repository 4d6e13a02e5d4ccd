import { passwordFault } from '@amparo/domain';
import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useState } from 'react';
import { knock } from '../sign-in/door.ts';
import { doorFault, passwordFaultWords } from '../sign-in/words.tsx';
import { Button } from '../ui/Button.tsx';
import { PasswordField } from '../ui/Fields.tsx';
import { useToast } from '../ui/Toast.tsx';
import styles from './Account.module.css';

/** Sets or changes the password. The same rule speaks here and on the server. */
export function PasswordForm({ email, needsCurrent }: { email: string; needsCurrent: boolean }) {
  const { t } = useLingui(), toast = useToast();
  const [busy, setBusy] = useState(false), [needed, setNeeded] = useState(needsCurrent);
  const [faults, setFaults] = useState<Record<string, ReactNode>>({});

  const save = async (e: FormEvent<HTMLFormElement>) => {
    e.preventDefault();
    const form = e.currentTarget, given = new FormData(form);
    const password = String(given.get('password')), current = needed ? String(given.get('current')) : undefined;
    const fault = passwordFault(password, email);
    if (fault) { setFaults({ password: passwordFaultWords(fault) }); return; }
    setBusy(true); setFaults({});
    const answer = await knock('password', { password, ...(current ? { current } : {}) });
    setBusy(false);
    if (answer.ok) { form.reset(); setNeeded(true); toast({ words: t`Saved. You are signed out everywhere else.` }); return; }
    if (answer.fields.some((f) => f.field === 'current')) setNeeded(true);
    setFaults(answer.fields.length ? Object.fromEntries(answer.fields.map((f) => [f.field, passwordFaultWords(f.problem)])) : { form: doorFault(answer.code, answer.seconds) });
  };
  return (
    <form className={styles['form']} onSubmit={(e) => { void save(e); }}>
      <input type="text" name="username" autoComplete="username" defaultValue={email} hidden readOnly />
      {needed && <PasswordField label={<Trans>Present password</Trans>} name="current" autoComplete="current-password" required error={faults['current']} />}
      <PasswordField label={<Trans>New password</Trans>} name="password" autoComplete="new-password" required error={faults['password']} hint={<Trans>12 to 128 characters of any kind. Three or four words together are good.</Trans>} />
      {faults['form'] && <p role="alert" className={styles['fault']}>{faults['form']}</p>}
      <Button type="submit" busy={busy}><Trans>Save password</Trans></Button>
    </form>
  );
}
