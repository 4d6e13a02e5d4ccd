import { type Fault, faultOf } from '../apollo.ts';
import { emptyDraft, isBegun, type LogDraft, type LogEntry, type LogStart } from './log-draft.ts';

export interface LogState {
  /** Whose draft it is: somebody else in the same window never sees it. */
  person: string;
  draft: LogDraft;
  phase: 'writing' | 'sending' | 'failed';
  /** Exactly what was sent, to be sent again unchanged. */
  entry: LogEntry | null;
  /** Why it failed; null after a reload, when nobody knows whether it arrived. */
  fault: Fault | null;
  /** Was the sheet open? Then it comes back after a reload or a new sign-in. */
  open: boolean;
}
type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
export type Saved<Event> = { saved: Event; draft: LogDraft } | { fault: Fault } | { busy: true };

const key = 'amparo.log';

/**
 * The one draft of this window. It stays, with its id, until the server said yes: over a reload, a lost signal and a
 * session that ran out. It lies sealed on the device; until that is open, and where a browser cannot, in the window's own storage.
 */
export function makeLogStore(first: Kept | undefined, newId: () => string) {
  let storage = first;
  let state: LogState | null = null;
  const listeners = new Set<() => void>();
  const put = (next: LogState | null): void => {
    state = next;
    if (next && (isBegun(next.draft) || next.open)) storage?.setItem(key, JSON.stringify(next));
    else storage?.removeItem(key);
    for (const listen of listeners) listen();
  };
  /** What was kept. A send that the reload cut off may have arrived: it is offered again, and the same id makes it one event. */
  const kept = (person: string): LogState | null => {
    const text = storage?.getItem(key);
    if (!text) return null;
    const found = JSON.parse(text) as LogState;
    if (found.person !== person) { storage?.removeItem(key); return null; }
    return found.phase === 'sending' ? { ...found, phase: 'failed', fault: null } : found;
  };
  return {
    state: (): LogState | null => state,
    subscribe: (listen: () => void): (() => void) => { listeners.add(listen); return () => { listeners.delete(listen); }; },
    /** What is written lies elsewhere from now on; nothing of it stays where it was. */
    moveTo(next: Kept): void {
      const here = storage?.getItem(key);
      storage?.removeItem(key);
      storage = next;
      const begun = state && (isBegun(state.draft) || state.phase !== 'writing'), there = state && !begun ? kept(state.person) : null;
      if (state && there) put({ ...there, open: state.open || there.open }); // an untouched sheet gives way to what was begun before
      else if (state) put(state);
      else if (here && !next.getItem(key)) next.setItem(key, here);
    },
    /** Takes up what was kept. Answers whether the sheet should stand open. */
    restore(person: string): boolean {
      if (state?.person === person) return false;
      state = null;
      const found = kept(person);
      if (found) put(found);
      return !!found && (found.open || found.phase === 'failed');
    },
    /** Goes on with what was begun, else starts anew where it was opened from. The page is no sheet that has to come back over others. */
    begin(person: string, start: LogStart = {}, asSheet = true): void {
      const before = state?.person === person ? state : kept(person);
      if (before && (isBegun(before.draft) || before.phase !== 'writing')) put({ ...before, open: asSheet });
      else put({ person, draft: emptyDraft(newId(), start), phase: 'writing', entry: null, fault: null, open: asSheet });
    },
    /** Opens again what had been put on the device to wait. */
    take(person: string, draft: LogDraft): void { put({ person, draft, phase: 'writing', entry: null, fault: null, open: state?.open ?? false }); },
    change(change: (draft: LogDraft) => LogDraft): void {
      if (!state || state.phase === 'sending') return;
      put({ ...state, draft: change(state.draft), phase: 'writing', entry: null, fault: null });
    },
    close(): void { if (state) put({ ...state, open: false }); },
    discard(): void { put(null); },
    /** Sends once, however often it is called. What failed keeps its text and what was sent. */
    async save<Event>(entryOf: (draft: LogDraft) => LogEntry, send: (entry: LogEntry) => Promise<Event>): Promise<Saved<Event>> {
      if (!state || state.phase === 'sending') return { busy: true };
      const entry = state.entry ?? entryOf(state.draft);
      const sending: LogState = { ...state, phase: 'sending', entry, fault: null, open: false };
      put(sending);
      try {
        const saved = await send(entry);
        put(null);
        return { saved, draft: sending.draft };
      } catch (e) {
        const fault = faultOf(e);
        put({ ...sending, phase: 'failed', fault, open: true });
        return { fault };
      }
    },
  };
}
export type LogStore = ReturnType<typeof makeLogStore>;

/** A window may refuse storage altogether; then a draft lasts as long as the page. */
function windowStorage(): Storage | undefined {
  try { return globalThis.sessionStorage; } catch { return undefined; }
}
export const logStore: LogStore = makeLogStore(typeof window === 'undefined' ? undefined : windowStorage(), () => crypto.randomUUID());
