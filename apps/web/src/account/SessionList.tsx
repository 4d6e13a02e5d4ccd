import { useMutation } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { faultOf } from '../apollo.ts';
import { faultWords } from '../fault-words.ts';
import { AccountPageDocument, type AccountPageQuery, SessionList_RemoveSessionDocument } from '../gql/graphql.ts';
import { forgetDrafts } from '../shell/session.ts';
import { knock } from '../sign-in/door.ts';
import { doorFault } from '../sign-in/words.tsx';
import { momentWords } from '../today/date-locale.ts';
import { Button } from '../ui/Button.tsx';
import { useToast } from '../ui/Toast.tsx';
import styles from './Account.module.css';

/** Every browser one is signed in with; each can be signed out from here, or all at once. */
export function SessionList({ sessions }: { sessions: AccountPageQuery['sessions'] }) {
  const { i18n, t } = useLingui(), toast = useToast();
  const [remove] = useMutation(SessionList_RemoveSessionDocument, { refetchQueries: [AccountPageDocument] });
  const [busy, setBusy] = useState(false);
  const when = (at: string) => momentWords(i18n.locale, new Date(at));

  const end = async (id: string) => {
    try { await remove({ variables: { id } }); toast({ words: t`Signed out there.` }); } catch (e) { toast({ words: i18n._(faultWords[faultOf(e).code]), alarm: true }); }
  };
  const everywhere = async () => {
    setBusy(true);
    const answer = await knock('sign-out-everywhere');
    if (answer.ok) { forgetDrafts(); const device = await import('../offline/device.ts'); await device.forgetDraft(); await device.leaveDevice(); location.assign('/sign-in'); }
    else { setBusy(false); toast({ words: doorFault(answer.code, answer.seconds), alarm: true }); }
  };
  return (
    <>
      <ul className={styles['sessions']}>
        {sessions.map(({ id, agent, createdAt, seenAt, current }) => (
          <li key={id}>
            <div>
              <strong>{agent ?? <Trans>A browser</Trans>}</strong>
              <small suppressHydrationWarning>{current ? <Trans>This one. Signed in {when(createdAt)}</Trans> : <Trans>Last used {when(seenAt)}</Trans>}</small>
            </div>
            {!current && <Button size="small" onClick={() => { void end(id); }}><Trans>Sign out there</Trans></Button>}
          </li>
        ))}
      </ul>
      <Button look="danger" busy={busy} onClick={() => { void everywhere(); }}><Trans>Sign out everywhere</Trans></Button>
      <p className={styles['note']}><Trans>Also here. Open pages on other devices close within seconds, and the addresses of calendar feeds end with them.</Trans></p>
    </>
  );
}
