import type { Fault } from '../apollo.ts';
import { type Sealed, seal, unseal } from './seal.ts';
import type { Shelf } from './shelf.ts';
import type { Vault } from './vault.ts';

/** waiting: for the signal. held: its own person is changing it. refused: the server said why; it stays until it is set right or discarded. */
export type RowState = 'waiting' | 'sending' | 'held' | 'refused' | 'sent';
/** An entry as it waits, sealed. `E`: what is sent; `D`: what the form needs to open it again. */
export interface Row<E = unknown, D = unknown> {
  id: string; seq: number; entry: E; draft: D;
  state: Exclude<RowState, 'sending' | 'sent'>; fault: Fault | null; tries: number;
  /** When it was written, ISO 8601, by the corrected clock. */
  at: string;
}
interface Boxed extends Sealed { id: string; owner: string; seq: number }
export type Outcome<S> = { sent: S } | { fault: Fault };
export interface Shown<E, D> extends Omit<Row<E, D>, 'state'> { state: RowState; sent?: unknown }

/** What no repeating will mend: the entry itself is at fault, or the case is closed to its person. */
const forGood: ReadonlySet<string> = new Set(['FORBIDDEN', 'NOT_FOUND', 'INVALID', 'CONFLICT', 'STALE']);
/** A server that fails at this entry again and again must not keep back those behind it. */
const patience = 4;
const firstWait = 2_000, longestWait = 300_000;
/** How long until the next try, in ms: doubled each time, never all phones in the same second. */
export const waitAfter = (tries: number, chance: number): number => Math.round(Math.min(firstWait * 2 ** Math.max(0, tries - 1), longestWait) * (0.75 + chance / 2));

export interface QueueParts<E, S> {
  shelf: Shelf; vault: Vault;
  send(entry: E): Promise<Outcome<S>>;
  now(): Date;
  /** One sender at a time, over all windows and the service worker. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** Something changed: told to the other windows. */
  told?(): void;
}

/**
 * The entries of one person on one device, in the order they were written. What is here is on the disk, sealed, before anybody is
 * told that it was kept; it leaves when the server has said yes, and only then. Sent again with the same key it is the same event.
 */
export function makeQueue<E extends { id: string }, D, S>(parts: QueueParts<E, S>) {
  const { shelf, vault } = parts;
  let shown: Shown<E, D>[] = [];
  const listeners = new Set<() => void>();
  const about = (id: string, seq: number) => `${vault.owner}|queue|${id}|${seq}`;
  const show = (next: Shown<E, D>[]): void => { shown = next; for (const listen of listeners) listen(); };

  const read = async (boxed: Boxed): Promise<Row<E, D> | undefined> => unseal<Row<E, D>>(vault.key, about(boxed.id, boxed.seq), boxed);
  const rows = async (): Promise<Row<E, D>[]> => {
    const mine = ((await shelf.all('queue')) as Boxed[]).filter(({ owner }) => owner === vault.owner);
    return (await Promise.all(mine.map(read))).filter((row) => row !== undefined).sort((a, b) => a.seq - b.seq);
  };
  const write = async (row: Row<E, D>): Promise<void> => {
    await shelf.put('queue', `${vault.owner}|${row.id}`, { id: row.id, owner: vault.owner, seq: row.seq, ...(await seal(vault.key, about(row.id, row.seq), row)) } satisfies Boxed);
  };
  const find = async (id: string): Promise<Row<E, D> | undefined> => (await rows()).find((row) => row.id === id);
  const drop = (id: string): Promise<void> => shelf.remove('queue', `${vault.owner}|${id}`);
  /** Shows what lies there, with what was just sent beside it. */
  const load = async (sending?: string): Promise<void> => {
    const there = await rows();
    show([...there.map((row) => ({ ...row, state: row.id === sending ? ('sending' as const) : row.state })), ...shown.filter(({ state, id }) => state === 'sent' && !there.some((row) => row.id === id))]);
  };
  const change = async (id: string, patch: Partial<Row<E, D>>): Promise<void> => {
    await parts.alone(async () => { const row = await find(id); if (row) await write({ ...row, ...patch }); });
    await load();
    parts.told?.();
  };

  /** One entry. True: the next may follow. */
  const one = async (row: Row<E, D>, answers: Map<string, Outcome<S>>): Promise<boolean> => {
    await load(row.id);
    const outcome = await parts.send(row.entry);
    answers.set(row.id, outcome);
    if ('sent' in outcome) {
      await drop(row.id);
      show([...shown.filter(({ id }) => id !== row.id), { ...row, state: 'sent', sent: outcome.sent }]);
      return true;
    }
    const { fault } = outcome, tries = row.tries + 1;
    if (fault.code === 'UNAUTHENTICATED' || fault.fields.some(({ problem }) => problem === 'other_person')) return false;
    const refused = forGood.has(fault.code) || (fault.code === 'INTERNAL' && tries >= patience);
    await write({ ...row, tries, fault, state: refused ? 'refused' : 'waiting' });
    return refused;
  };

  return {
    shown: (): readonly Shown<E, D>[] => shown,
    subscribe: (listen: () => void): (() => void) => { listeners.add(listen); return () => { listeners.delete(listen); }; },
    load,
    /** Keeps an entry; the same id again takes the place of the one that was there. It is on the disk when this returns. */
    async add(entry: E, draft: D): Promise<void> {
      await parts.alone(async () => {
        const all = await rows(), before = all.find((row) => row.id === entry.id);
        await write({ id: entry.id, seq: before?.seq ?? (all.at(-1)?.seq ?? 0) + 1, entry, draft, state: 'waiting', fault: null, tries: before?.tries ?? 0, at: parts.now().toISOString() });
      });
      await load();
      parts.told?.();
    },
    /** Its person opens it again: it is not sent while it is being changed. */
    hold: (id: string): Promise<void> => change(id, { state: 'held' }),
    /** Sent with the next round, as it stands. */
    release: (id: string): Promise<void> => change(id, { state: 'waiting', fault: null, tries: 0 }),
    async discard(id: string): Promise<Row<E, D> | undefined> {
      const row = await parts.alone(async () => { const found = await find(id); await drop(id); return found; });
      show(shown.filter((each) => each.id !== id));
      parts.told?.();
      return row;
    },
    /** Whoever wrote it has been told: it leaves the list. */
    told(id: string): void { show(shown.filter((row) => row.id !== id || row.state !== 'sent')); },
    /** Puts back what was discarded. */
    async restore(row: Row<E, D>): Promise<void> { await write(row); await load(); parts.told?.(); },
    /** Sends what waits, in order, one after the other; stops where the signal does. What came of each, by id. */
    async flush(): Promise<Map<string, Outcome<S>>> {
      const answers = new Map<string, Outcome<S>>();
      await parts.alone(async () => {
        for (const { id } of (await rows()).filter(({ state }) => state === 'waiting')) {
          const row = await find(id); // another window may have sent or discarded it
          if (row?.state === 'waiting' && !(await one(row, answers))) break;
        }
      });
      await load();
      if (answers.size) parts.told?.();
      return answers;
    },
  };
}
export type Queue<E extends { id: string }, D, S> = ReturnType<typeof makeQueue<E, D, S>>;
