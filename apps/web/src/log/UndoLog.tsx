import { useMutation } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { faultOf } from '../apollo.ts';
import { faultWords } from '../fault-words.ts';
import { UndoLogDocument } from '../gql/graphql.ts';
import { Button } from '../ui/Button.tsx';
import { useToast } from '../ui/Toast.tsx';
import { readAgain } from './log-cache.ts';

/** Takes an entry back. Its author may, for ten minutes, without a word. */
export function useUndoLog(): (event: { id: string; legalCaseId: string }) => Promise<void> {
  const { i18n, t } = useLingui();
  const toast = useToast();
  const [undo, { client }] = useMutation(UndoLogDocument);
  return async (event) => {
    try {
      await undo({ variables: { id: event.id } });
      client.cache.evict({ id: client.cache.identify({ __typename: 'ProcEvent', id: event.id }) ?? '' });
      client.cache.gc();
      readAgain(client);
      toast({ words: t`Taken back. Nothing of it is kept in the timeline.` });
    } catch (e) {
      toast({ words: t`Could not take it back. ${i18n._(faultWords[faultOf(e).code])}`, alarm: true });
    }
  };
}

/** "Undo" on the event itself, as long as it can be. */
export function UndoLog({ event }: { event: { id: string; legalCaseId: string; undoUntil?: string | null } }) {
  const undo = useUndoLog();
  const until = event.undoUntil ? Date.parse(event.undoUntil) : 0;
  const [open, setOpen] = useState(false); // the server's clock and the reader's differ: only the browser decides
  useEffect(() => {
    const left = until - Date.now();
    setOpen(left > 0);
    if (left <= 0) return;
    const timer = setTimeout(() => { setOpen(false); }, left);
    return () => { clearTimeout(timer); };
  }, [until]);
  if (!open) return null;
  return <div data-print="no"><Button look="text" onClick={() => void undo(event)}><Trans>Undo</Trans></Button></div>;
}
