import { useMutation, useQuery } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Fault } from '../apollo.ts';
import { type LogChoice_LegalCaseFragment, LogSheetCaseDocument, LogSheetDocument, LogSheetSaveDocument } from '../gql/graphql.ts';
import { useLog } from '../shell/log-door.tsx';
import { clockTime } from '../today/date-locale.ts';
import { useToast } from '../ui/Toast.tsx';
import { expected, intoTimeline, readAgain } from './log-cache.ts';
import { entryOf, likelyCase, likelyProceeding, type LogDraft, type LogStart, missingIn } from './log-draft.ts';
import { logStore, type LogState } from './log-store.ts';
import { savedWords } from './log-words.ts';
import { useUndoLog } from './UndoLog.tsx';

export interface LogForm {
  state: LogState | null;
  /** Cases to choose from: what is in court today first. */
  choices: LogChoice_LegalCaseFragment[];
  chosen: LogChoice_LegalCaseFragment | undefined;
  proceeding: LogChoice_LegalCaseFragment['proceedings'][number] | undefined;
  loading: boolean;
  fault: unknown;
  /** Save was asked for, so what is missing is named. */
  asked: boolean;
  missing: ('case' | 'outcome')[];
  now: Date;
  change(change: (draft: LogDraft) => LogDraft): void;
  /** A case found by its name joins the choices. */
  offer(found: LogChoice_LegalCaseFragment): void;
  save(): Promise<void>;
}

/** The working parts of sheet and page. `onLeave`: the entry is on its way, the sheet may go. */
export function useLogForm(start: LogStart, onLeave: (caseId: string) => void, asSheet = true): LogForm {
  const { t, i18n } = useLingui();
  const toast = useToast(), reopen = useLog(), undo = useUndoLog();
  const [now] = useState(() => new Date());
  const [asked, setAsked] = useState(false);
  const [found, setFound] = useState<LogChoice_LegalCaseFragment[]>([]);
  const state = useSyncExternalStore(logStore.subscribe, logStore.state, () => null);
  const { data, loading, error } = useQuery(LogSheetDocument, { fetchPolicy: 'cache-and-network' });
  const [send, { client }] = useMutation(LogSheetSaveDocument);
  const me = data?.me;
  const { caseId, proceedingId, on } = start;
  useEffect(() => { if (me) logStore.begin(me.id, { caseId, proceedingId, on }, asSheet); }, [me, caseId, proceedingId, on, asSheet]);

  const draft = state?.draft;
  const own = [...found, ...(data?.logChoices ?? [])].filter(({ viewerCan }) => viewerCan.edit);
  const wanted = draft?.caseId;
  const apart = useQuery(LogSheetCaseDocument, { variables: { id: wanted ?? '' }, skip: !wanted || loading || own.some(({ id }) => id === wanted) });
  const extra = apart.data?.legalCase;
  const choices = extra?.viewerCan.edit ? [extra, ...own] : own;
  const chosen = wanted ? choices.find(({ id }) => id === wanted) : (likelyCase(choices, now) as LogChoice_LegalCaseFragment | undefined);
  const chosenProceeding = draft?.proceedingId ?? (chosen && likelyProceeding(chosen, now));
  const missing = draft ? missingIn({ ...draft, caseId: chosen?.id ?? null }) : [];

  const failed = (fault: Fault) => {
    if (fault.code === 'UNAUTHENTICATED') location.assign(`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`);
    else { toast({ words: t`Not saved yet. Your text is kept on this device.`, alarm: true }); reopen(chosen?.id); }
  };
  const save = async (): Promise<void> => {
    setAsked(true);
    if (!me || !chosen || missing.length || state?.phase === 'sending') return;
    const sent = logStore.save((written) => entryOf(written, chosen, new Date()), async (entry) => {
      const { data: answer } = await send({
        variables: { input: entry },
        optimisticResponse: { logEvent: expected(entry, me, proceedingOf(chosen, entry.proceedingId)?.timeZone ?? null, new Date()) },
        update: (cache, { data: got }) => { if (got) intoTimeline(cache, got.logEvent); },
      });
      return answer?.logEvent;
    });
    onLeave(chosen.id);
    const outcome = await sent;
    if ('fault' in outcome) { failed(outcome.fault); return; }
    if (!('saved' in outcome) || !outcome.saved) return;
    const event = outcome.saved;
    readAgain(client);
    const time = clockTime(i18n.locale, new Date());
    toast({ words: t`Saved ${time}. ${i18n._(savedWords[chosen.level])}`, undo: () => undo(event), ms: 10_000 });
  };
  return {
    state, choices, chosen, proceeding: chosen && proceedingOf(chosen, chosenProceeding ?? null), loading: loading && !data, fault: data ? undefined : error, asked, missing, now,
    change: logStore.change, offer: (each) => { setFound((before) => [each, ...before]); }, save,
  };
}

const proceedingOf = (of: LogChoice_LegalCaseFragment, id: string | null) => of.proceedings.find((each) => each.id === id);
