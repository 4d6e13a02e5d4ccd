import type { ApolloClient } from '@apollo/client';
import { faultOf } from '../apollo.ts';
import { clockSkew, now } from '../clock.ts';
import { LogSheetDocument, type LogSheetQuery, type LogSheetSaveMutation, LogSheetSaveDocument, OpenDeviceDocument, ShellMeDocument, type ShareLevel } from '../gql/graphql.ts';
import { expected, intoTimeline, readAgain } from '../log/log-cache.ts';
import type { LogDraft, OwnEntry } from '../log/log-draft.ts';
import { logStore } from '../log/log-store.ts';
import { makeQueue, type Outcome, type Queue, type Shown, waitAfter } from './queue.ts';
import { browserShelf } from './shelf.ts';
import { keepDraft, keepHand, keptDraft, keptHand, lockVault, openVault, renewVault, type Vault } from './vault.ts';

type Saved = LogSheetSaveMutation['logEvent'];
/** What the form needs to open an entry again, and the list to name it. */
export interface Waiting { draft: LogDraft; name: string; level: ShareLevel; timeZone: string | null }
export type WaitingRow = Shown<OwnEntry, Waiting>;
/** What the Log must know without a signal: who writes, and their cases by the names the team uses. */
export type Hand = LogSheetQuery & { at: string };

export interface DeviceState {
  vault: Vault | null;
  queue: Queue<OwnEntry, Waiting, Saved> | null;
  rows: readonly WaitingRow[];
  /** Does the server answer? As far as the last try knows. */
  signal: boolean;
  /** When what is at hand was read, ISO 8601; null: it was read in this page. */
  asOf: string | null;
}
let state: DeviceState = { vault: null, queue: null, rows: [], signal: true, asOf: null };
const listeners = new Set<() => void>();
const put = (change: Partial<DeviceState>): void => { state = { ...state, ...change }; for (const listen of listeners) listen(); };
export const deviceState = (): DeviceState => state;
export const subscribeDevice = (listen: () => void): (() => void) => { listeners.add(listen); return () => { listeners.delete(listen); }; };

/** Private windows and old browsers have no place of their own; then the Log sends at once or says that it could not. */
const able = (): boolean => typeof indexedDB !== 'undefined' && typeof crypto.subtle !== 'undefined';
const mark = 'amparo.device';
/** A random name of this browser, nobody's; without it there was never anything kept here. */
const deviceId = (): string => {
  const id = localStorage.getItem(mark) ?? crypto.randomUUID();
  localStorage.setItem(mark, id);
  return id;
};

const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('amparo.queue');
let before: Promise<unknown> = Promise.resolve();
/** One sender over all windows; where the browser has no locks, over this one. */
const alone = <T>(work: () => Promise<T>): Promise<T> => {
  if ('locks' in navigator) return navigator.locks.request('amparo.queue', work) as Promise<T>;
  const mine = before.then(work, work);
  before = mine.catch(() => undefined);
  return mine;
};

let client: ApolloClient | undefined, timer: ReturnType<typeof setTimeout> | undefined, ending: ReturnType<typeof setTimeout> | undefined;

async function send(entry: OwnEntry): Promise<Outcome<Saved>> {
  const row = state.rows.find(({ id }) => id === entry.id), me = client?.readQuery({ query: ShellMeDocument })?.me;
  try {
    const answer = await client?.mutate({
      mutation: LogSheetSaveDocument, variables: { input: entry },
      ...(row && me ? { optimisticResponse: { logEvent: expected(entry, me, row.draft.timeZone, now()) } } : {}),
      update: (cache, { data }) => { if (data) intoTimeline(cache, data.logEvent); },
    });
    if (!answer?.data) return { fault: { code: 'OFFLINE', fields: [] } };
    return { sent: answer.data.logEvent };
  } catch (e) { return { fault: faultOf(e) }; }
}

/** Sends what waits; asks again later, as long as something waits and this window is open. */
export async function flushQueue(): Promise<Map<string, Outcome<Saved>>> {
  clearTimeout(timer);
  const { queue } = state;
  if (!queue) return new Map();
  const answers = await queue.flush();
  const said = [...answers.values()];
  if (said.some((each) => 'sent' in each) && client) readAgain(client);
  const faults = said.flatMap((each) => ('fault' in each ? [each.fault] : []));
  if (said.length) put({ signal: !faults.some(({ code }) => code === 'OFFLINE') });
  if (faults.some(({ code, fields }) => code === 'UNAUTHENTICATED' || fields.some(({ problem }) => problem === 'other_person'))) { await sessionEnded(); return answers; }
  const tries = Math.max(0, ...state.rows.filter((row) => row.state === 'waiting').map((row) => row.tries));
  if (state.rows.some((row) => row.state === 'waiting')) timer = setTimeout(() => void flushQueue(), waitAfter(tries, Math.random()));
  return answers;
}

function install(vault: Vault): void {
  clearTimeout(ending);
  ending = setTimeout(() => void leaveDevice(), Math.min(Math.max(0, vault.until - now().getTime()), 2 ** 31 - 1));
  if (state.vault?.person === vault.person && state.queue) { put({ vault }); return; }
  const queue: Queue<OwnEntry, Waiting, Saved> = makeQueue({ shelf: browserShelf, vault, now, alone, send, told: () => channel?.postMessage('changed') });
  queue.subscribe(() => { put({ rows: queue.shown() }); });
  put({ vault, queue, rows: [] });
}

/** Opens what lies on this device for the person on this page, before anything is asked of the network. */
export async function openDevice(to: ApolloClient, person?: string): Promise<Hand | null> {
  client = to;
  if (!able()) return null;
  const vault = await openVault(browserShelf);
  if (!vault || (person && vault.person !== person)) return null;
  install(vault);
  await state.queue?.load();
  await openDraft(vault);
  return (await keptHand<Hand>(browserShelf, vault)) ?? null;
}

/** Meets the server: the key anew, the cases as they are now, what waits is sent. Whoever is signed out loses what was at hand. */
export async function meetServer(person: string): Promise<void> {
  if (!client || !able()) return;
  const to = client;
  try {
    const vault = await renewVault(browserShelf, deviceId(), async (device) => {
      const { data } = await to.mutate({ mutation: OpenDeviceDocument, variables: { device }, fetchPolicy: 'no-cache' });
      if (!data) throw new Error('no key came');
      return { person: data.openDevice.personId, key: data.openDevice.key, until: data.openDevice.until };
    }, clockSkew);
    if (vault.person !== person) { location.reload(); return; } // somebody else has signed in, in another window
    install(vault);
    await openDraft(vault);
    const { data } = await to.query({ query: LogSheetDocument, fetchPolicy: 'network-only' });
    if (data) await keepHand(browserShelf, vault, { ...asKept(data), at: now().toISOString() } satisfies Hand);
    put({ signal: true, asOf: null });
    await state.queue?.load();
    await flushQueue();
    void navigator.storage?.persist?.(); // asks the browser not to clear it for want of room
  } catch (e) {
    const { code } = faultOf(e);
    if (code === 'UNAUTHENTICATED') { await sessionEnded(); return; }
    put({ signal: false });
  }
}
/** Code names, where a case has one: what lies on a phone names no client. */
const asKept = ({ me, logChoices }: LogSheetQuery): LogSheetQuery => ({ me, logChoices: logChoices.map((each) => ({ ...each, title: each.shortName ?? each.title })) });

/** Signs this device out: the key and all it opened go; entries that wait stay sealed until their person is back. */
export async function leaveDevice(): Promise<void> {
  clearTimeout(timer);
  clearTimeout(ending);
  draftOf = undefined;
  put({ vault: null, queue: null, rows: [], asOf: null });
  if (able()) await lockVault(browserShelf);
  channel?.postMessage('locked');
}

/** The server knows this session no more. The Log, which stands without the server, is left; other pages say so when they ask. */
async function sessionEnded(): Promise<void> {
  await leaveDevice();
  if (location.pathname === '/log') location.assign(`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`);
}

const owed = 'amparo.leave';
/** Somebody signed out where there was no signal: the server is to hear of it before anything else. */
export const signOutOwed = (): boolean => able() && localStorage.getItem(owed) !== null;
/** Ends the session on the server. False: no signal; it is owed then, and this device lets nobody in before. */
export async function endSession(): Promise<boolean> {
  const { ok } = await fetch('/auth/sign-out', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }).catch(() => ({ ok: false }));
  if (ok) localStorage.removeItem(owed); else localStorage.setItem(owed, '1');
  return ok;
}

/** Keeps an entry on the device, then sends it. Null: this device keeps nothing, send it as before. */
export async function enqueue(entry: OwnEntry, more: Waiting): Promise<{ outcome: Promise<Outcome<Saved> | undefined> } | null> {
  const { queue, vault } = state;
  if (!queue || !vault || vault.person !== entry.by) return null;
  try { await queue.add(entry, more); } catch { return null; } // no room, or the browser refuses: the form keeps it and says so
  void ask();
  return { outcome: flushQueue().then((answers) => answers.get(entry.id) ?? sentBefore(entry.id)) };
}
/** Another round was quicker. */
function sentBefore(id: string): Outcome<Saved> | undefined {
  const row = state.rows.find((each) => each.id === id);
  return row?.state === 'sent' ? { sent: row.sent as Saved } : row?.fault ? { fault: row.fault } : undefined;
}
/** Where the browser can, it sends for us when the signal is back and no window is open any more. */
async function ask(): Promise<void> {
  const at = (await navigator.serviceWorker?.getRegistration()) as (ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } }) | undefined;
  await at?.sync?.register('amparo.queue').catch(() => undefined); // not every browser lets pages ask; then the next visit sends
}

/** This window, by a name that says nothing: each has a draft of its own. */
const windowName = (): string => {
  const name = sessionStorage.getItem('amparo.window') ?? crypto.randomUUID();
  sessionStorage.setItem('amparo.window', name);
  return name;
};
let draftOf: string | undefined;
/** From here on what is being written lies sealed on the device; before, and where there is no vault, in the window's own storage. */
async function openDraft(vault: Vault): Promise<void> {
  if (draftOf === vault.owner) return;
  draftOf = vault.owner;
  const name = windowName();
  let text = await keptDraft(browserShelf, vault, name), written: Promise<unknown> = Promise.resolve();
  const set = (next: string | null): void => {
    text = next;
    written = written.then(() => (state.vault?.owner === vault.owner ? keepDraft(browserShelf, vault, name, text) : undefined)).catch((e: unknown) => { console.error('The draft is not kept.', e); });
  };
  logStore.moveTo({ getItem: () => text, setItem: (_, next) => { set(next); }, removeItem: () => { set(null); } });
  dispatchEvent(new Event('amparo-draft')); // what was begun before a reload or a new sign-in may come back now
}
/** Whoever signs out leaves no draft behind. */
export async function forgetDraft(): Promise<void> {
  const { vault } = state;
  if (vault) await keepDraft(browserShelf, vault, windowName(), null);
}
export const sayAsOf = (at: string | null): void => { put({ asOf: at }); };
export const saySignal = (signal: boolean): void => { put({ signal }); };

/** Listens for the signal, for other windows, and for the end of the session. Answers with how to stop. */
export function watchSignal(person: string): () => void {
  const back = () => void meetServer(person), away = () => { put({ signal: false }); };
  const seen = () => { if (document.visibilityState === 'visible' && state.rows.some((row) => row.state === 'waiting')) void flushQueue(); };
  const out = () => void sessionEnded();
  const heard = ({ data }: MessageEvent) => { if (data === 'changed') void state.queue?.load(); else if (state.vault) put({ vault: null, queue: null, rows: [] }); };
  addEventListener('online', back);
  addEventListener('offline', away);
  addEventListener('amparo-out', out);
  document.addEventListener('visibilitychange', seen);
  channel?.addEventListener('message', heard);
  return () => {
    removeEventListener('online', back);
    removeEventListener('offline', away);
    removeEventListener('amparo-out', out);
    document.removeEventListener('visibilitychange', seen);
    channel?.removeEventListener('message', heard);
  };
}
