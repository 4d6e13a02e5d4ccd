import { useMutation, useQuery } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { type Fault, faultOf } from '../apollo.ts';
import { now as serverNow } from '../clock.ts';
import { type LogChoice_LegalCaseFragment, LogSheetCaseDocument, LogSheetDocument, LogSheetSaveDocument } from '../gql/graphql.ts';
import { useLog } from '../shell/log-door.tsx';
import { clockTime } from '../today/date-locale.ts';
import { faultWords } from '../fault-words.ts';
import { useToast } from '../ui/Toast.tsx';
import { expected, intoTimeline, readAgain } from './log-cache.ts';
import { entryOf, likelyCase, likelyProceeding, type LogDraft, type LogStart, missingIn, type OwnEntry } from './log-draft.ts';
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
  /** On its way, while the page waits for what comes of it. */
  sending: boolean;
  missing: ('case' | 'outcome')[];
  now: Date;
  change(change: (draft: LogDraft) => LogDraft): void;
  /** A case found by its name joins the choices. */
  offer(found: LogChoice_LegalCaseFragment): void;
  save(): Promise<void>;
}

/** What keeps entries on the device comes after the form itself; the server, which renders the page, needs none of it. */
const offline = import.meta.env.SSR ? new Promise<never>(() => undefined) : import('../offline/device.ts');

/** The working parts of sheet and page. `onLeave`: the entry is on its way, the sheet may go. */
export function useLogForm(start: LogStart, onLeave: (caseId: string) => void, asSheet = true): LogForm {
  const { t, i18n } = useLingui();
  const toast = useToast(), reopen = useLog(), undo = useUndoLog();
  const [now] = useState(serverNow);
  const [asked, setAsked] = useState(false);
  const busy = useRef(false);
  const [sending, setSending] = useState(false);
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
  const told = (event: { id: string; legalCaseId: string }, level: LogChoice_LegalCaseFragment['level']) => {
    const time = clockTime(i18n.locale, new Date());
    toast({ words: t`Saved ${time}. ${i18n._(savedWords[level])}`, undo: () => undo(event), ms: 10_000 });
  };
  /** Onto the device first, sealed, then on its way. False: this device keeps nothing. */
  const saveHere = async (entry: OwnEntry, of: LogChoice_LegalCaseFragment, written: LogDraft): Promise<boolean> => {
    const { deviceState, enqueue } = await offline;
    const waiting = await enqueue(entry, { draft: written, name: of.shortName ?? of.title, level: of.level, timeZone: proceedingOf(of, entry.proceedingId)?.timeZone ?? null });
    if (!waiting) return false;
    if (asSheet) { logStore.discard(); onLeave(of.id); }
    if (!asSheet) setSending(true);
    const outcome = await waiting.outcome.finally(() => { setSending(false); });
    if (!asSheet) { logStore.discard(); setAsked(false); logStore.begin(entry.by, {}, false); }
    if (outcome && 'sent' in outcome) {
      deviceState().queue?.told(entry.id);
      if (!asSheet) onLeave(of.id);
      told(outcome.sent, of.level);
    } else if (outcome?.fault.code === 'UNAUTHENTICATED') failed(outcome.fault);
    else if (outcome && deviceState().rows.some(({ id, state: at }) => id === entry.id && at === 'refused')) toast({ words: t`Not taken. ${i18n._(faultWords[outcome.fault.code])} Your text waits under Log.`, alarm: true });
    else toast({ words: t`No signal. Saved on this phone, sent later.`, undo: async () => { await deviceState().queue?.discard(entry.id); }, ms: 10_000 });
    return true;
  };
  const save = async (): Promise<void> => {
    setAsked(true);
    if (draft && !(/^\d*$/u.test(draft.minutes.trim()) && Number(draft.minutes) <= 1440)) { toast({ words: t`Minutes spent: write a whole number, at most 1440.`, alarm: true }); return; }
    if (!me || !chosen || missing.length || !state || state.phase === 'sending' || busy.current) return;
    busy.current = true;
    const sealed = await saveHere({ ...(state.entry ?? entryOf(state.draft, chosen, serverNow())), by: me.id }, chosen, state.draft).catch((e: unknown) => { console.error(faultOf(e)); return false; }).finally(() => { busy.current = false; });
    if (sealed) return;
    const sent = logStore.save((written) => entryOf(written, chosen, serverNow()), async (entry) => {
      const own = { ...entry, by: me.id };
      const { data: answer } = await send({
        variables: { input: own },
        optimisticResponse: { logEvent: expected(own, me, proceedingOf(chosen, entry.proceedingId)?.timeZone ?? null, serverNow()) },
        update: (cache, { data: got }) => { if (got) intoTimeline(cache, got.logEvent); },
      });
      return answer?.logEvent;
    });
    onLeave(chosen.id);
    const outcome = await sent;
    if ('fault' in outcome) { failed(outcome.fault); return; }
    if (!('saved' in outcome) || !outcome.saved) return;
    readAgain(client);
    told(outcome.saved, chosen.level);
  };
  return {
    state, choices, chosen, proceeding: chosen && proceedingOf(chosen, chosenProceeding ?? null), loading: loading && !data, fault: data ? undefined : error, asked, sending, missing, now,
    change: logStore.change, offer: (each) => { setFound((before) => [each, ...before]); }, save,
  };
}

const proceedingOf = (of: LogChoice_LegalCaseFragment, id: string | null) => of.proceedings.find((each) => each.id === id);
