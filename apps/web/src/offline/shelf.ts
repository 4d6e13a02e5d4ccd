/** The places of this device's own database. Everything in `hand`, `draft` and `queue` is sealed. */
export type Place = 'key' | 'hand' | 'draft' | 'queue';
const places: readonly Place[] = ['key', 'hand', 'draft', 'queue'];

/** A small database by place and name. The browser's own; in tests, a map. */
export interface Shelf {
  get(place: Place, name: string): Promise<unknown>;
  all(place: Place): Promise<unknown[]>;
  put(place: Place, name: string, value: unknown): Promise<void>;
  remove(place: Place, name: string): Promise<void>;
  /** Empties places in one step: all of them or none. */
  clear(which: readonly Place[]): Promise<void>;
}

const answered = <T>(request: IDBRequest<T>): Promise<T> => new Promise((ready, failed) => {
  request.addEventListener('success', () => { ready(request.result); });
  request.addEventListener('error', () => { failed(request.error ?? new Error('the device’s database refused')); });
});
const finished = (transaction: IDBTransaction): Promise<void> => new Promise((ready, failed) => {
  transaction.addEventListener('complete', () => { ready(); });
  for (const end of ['error', 'abort']) transaction.addEventListener(end, () => { failed(transaction.error ?? new Error('the device’s database refused')); });
});

let opened: Promise<IDBDatabase> | undefined;
const open = (): Promise<IDBDatabase> => (opened ??= (() => {
  const request = indexedDB.open('amparo', 1);
  request.addEventListener('upgradeneeded', () => { for (const place of places) request.result.createObjectStore(place); });
  return answered(request).then((db) => {
    db.addEventListener('versionchange', () => { db.close(); opened = undefined; });
    db.addEventListener('close', () => { opened = undefined; });
    return db;
  }).catch((e: unknown) => { opened = undefined; throw e; });
})());

/** `strict`: a kept entry lies on the disk before anybody is told so, also when the battery dies in the next moment. */
async function within<T>(which: readonly Place[], mode: IDBTransactionMode, work: (of: IDBTransaction) => IDBRequest<T> | undefined): Promise<T | undefined> {
  const transaction = (await open()).transaction([...which], mode, { durability: 'strict' });
  const done = finished(transaction), request = work(transaction);
  const result = request && (await answered(request));
  await done;
  return result;
}

/** The browser's database. */
export const browserShelf: Shelf = {
  get: (place, name) => within([place], 'readonly', (of) => of.objectStore(place).get(name) as IDBRequest<unknown>),
  all: async (place) => (await within([place], 'readonly', (of) => of.objectStore(place).getAll() as IDBRequest<unknown[]>)) ?? [],
  put: async (place, name, value) => { await within([place], 'readwrite', (of) => of.objectStore(place).put(value, name)); },
  remove: async (place, name) => { await within([place], 'readwrite', (of) => of.objectStore(place).delete(name)); },
  clear: async (which) => { await within(which, 'readwrite', (of) => { for (const place of which) of.objectStore(place).clear(); return undefined; }); },
};
