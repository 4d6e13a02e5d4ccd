import { expect, test } from 'vitest';
import type { Fault } from '../apollo.ts';
import { makeQueue, type Outcome, waitAfter } from './queue.ts';
import type { Place, Shelf } from './shelf.ts';
import { keepDraft, keepHand, keptDraft, keptHand, lockVault, openVault, renewVault } from './vault.ts';

const canary = 'CANARY-call-the-clerk';
const keyOf = (n: number) => btoa(String.fromCharCode(...new Uint8Array(32).fill(n)));
/** A device: what lies on its disk, and nothing else. */
function device() {
  const disk = new Map<string, unknown>();
  const at = (place: Place, name: string) => `${place} ${name}`;
  const shelf: Shelf = {
    get: async (place, name) => disk.get(at(place, name)),
    all: async (place) => [...disk].filter(([k]) => k.startsWith(`${place} `)).map(([, v]) => v),
    put: async (place, name, value) => { disk.set(at(place, name), structuredClone(value)); },
    remove: async (place, name) => { disk.delete(at(place, name)); },
    clear: async (which) => { for (const k of disk.keys()) if (which.includes(k.split(' ')[0] as Place)) disk.delete(k); },
  };
  /** Everything on the disk as bytes, keys left out: those scripts cannot read. */
  const dump = () => [...disk].map(([k, v]) => k + JSON.stringify(v, (_, x: unknown) => (x instanceof ArrayBuffer || ArrayBuffer.isView(x) ? new TextDecoder('latin1').decode(x as ArrayBuffer) : x instanceof CryptoKey ? 'a key' : x))).join('\n');
  return { disk, shelf, dump };
}
const now = () => new Date('2025-06-10T12:00:00Z');
const until = '2025-06-11T12:00:00Z';
const person = (shelf: Shelf, who: string, n: number) => renewVault(shelf, 'device', async () => ({ person: who, key: keyOf(n), until }));
interface Entry { id: string; note: string }
type Answer = Outcome<string>;
const fault = (code: string, problem?: string): Answer => ({ fault: { code: code as Fault['code'], fields: problem ? [{ field: 'by', problem }] : [] } });

/** The queue of whoever is signed in, with a server that keeps each key once. `signal`: what becomes of the next sendings, in order; then all go well. */
async function queueOf(shelf: Shelf, who = 'grace', n = 1) {
  const vault = await person(shelf, who, n);
  const signal: (Answer | 'lost answer')[] = [], sent: string[] = [], events = new Map<string, string>();
  let turn: Promise<unknown> = Promise.resolve();
  const queue = makeQueue<Entry, { text: string }, string>({
    shelf, vault, now,
    alone: <T>(work: () => Promise<T>) => { const mine = turn.then(work); turn = mine.catch(() => undefined); return mine; },
    send: async (entry) => {
      sent.push(entry.id);
      const next = signal.shift();
      if (next && next !== 'lost answer') return next;
      events.set(entry.id, entry.note);
      return next ? fault('OFFLINE') : { sent: entry.id };
    },
  });
  return { queue, vault, signal, sent, events };
}
const entry = (id: string): [Entry, { text: string }] => [{ id, note: canary }, { text: canary }];
const states = (of: { shown(): readonly { id: string; state: string }[] }) => of.shown().map(({ id, state }) => `${id} ${state}`);

test('an entry is sealed on the disk before anybody is told it was kept, and leaves when the server has it', async () => {
  const { shelf, dump } = device();
  const { queue, events } = await queueOf(shelf);
  await queue.add(...entry('a'));
  expect(states(queue)).toEqual(['a waiting']);
  expect(dump()).not.toContain(canary);
  await queue.flush();
  expect([states(queue), [...events.keys()], await shelf.all('queue')]).toEqual([['a sent'], ['a'], []]);
});

test('a lost answer is asked for again, and the event is one', async () => {
  const { shelf } = device();
  const { queue, signal, sent, events } = await queueOf(shelf);
  signal.push('lost answer', fault('OFFLINE'));
  await queue.add(...entry('a'));
  for (let n = 0; n < 3; n++) await queue.flush();
  expect(sent).toEqual(['a', 'a', 'a']);
  expect(events.size).toBe(1);
  expect(states(queue)).toEqual(['a sent']);
});

test('the order is kept: without a signal nothing overtakes', async () => {
  const { shelf } = device();
  const { queue, signal, sent } = await queueOf(shelf);
  for (const id of ['c', 'a', 'b']) await queue.add(...entry(id));
  signal.push({ sent: 'c' }, fault('OFFLINE'));
  await queue.flush();
  expect([sent, states(queue)]).toEqual([['c', 'a'], ['a waiting', 'b waiting', 'c sent']]);
  await queue.flush();
  expect(sent).toEqual(['c', 'a', 'a', 'b']);
});

test('what is refused stays, says why, keeps nobody back, and can be set right or discarded', async () => {
  const { shelf } = device();
  const { queue, signal, sent } = await queueOf(shelf);
  for (const id of ['a', 'b', 'c']) await queue.add(...entry(id));
  signal.push(fault('NOT_FOUND'), fault('INVALID'));
  await queue.flush();
  expect(queue.shown().map(({ id, state, fault: f }) => [id, state, f?.code])).toEqual([['a', 'refused', 'NOT_FOUND'], ['b', 'refused', 'INVALID'], ['c', 'sent', undefined]]);
  await queue.flush();
  expect(sent, 'it is not tried again by itself').toEqual(['a', 'b', 'c']);
  await queue.hold('b');
  await queue.add({ id: 'b', note: 'right' }, { text: 'right' });
  const gone = await queue.discard('a');
  await queue.flush();
  expect(sent).toEqual(['a', 'b', 'c', 'b']);
  if (gone) await queue.restore(gone);
  expect(states(queue)[0]).toBe('a refused');
});

test('what its person is changing is not sent meanwhile, also after a crash', async () => {
  const { shelf } = device();
  const { queue, sent } = await queueOf(shelf);
  await queue.add(...entry('a'));
  await queue.hold('a');
  const { queue: after } = await queueOf(shelf);
  await Promise.all([queue.flush(), after.flush()]);
  expect([sent, states(after)]).toEqual([[], ['a held']]);
});

test('a server that fails at one entry again and again does not keep back those behind it', async () => {
  const { shelf } = device();
  const { queue, signal } = await queueOf(shelf);
  for (const id of ['a', 'b']) await queue.add(...entry(id));
  signal.push(fault('INTERNAL'), fault('INTERNAL'), fault('INTERNAL'), fault('INTERNAL'));
  for (let n = 0; n < 4; n++) await queue.flush();
  expect(states(queue)).toEqual(['a refused', 'b sent']);
});

test('two windows send at once, and each entry goes once', async () => {
  const { shelf } = device();
  const { queue, sent } = await queueOf(shelf);
  for (const id of ['a', 'b']) await queue.add(...entry(id));
  await Promise.all([queue.flush(), queue.flush(), queue.flush()]);
  expect(sent).toEqual(['a', 'b']);
});

test('a browser that was killed in the middle of sending sends the same again', async () => {
  const { shelf } = device();
  const first = await queueOf(shelf);
  await first.queue.add(...entry('a'));
  first.signal.push('lost answer'); // the server has it; the browser died before it knew
  await first.queue.flush();
  const after = await queueOf(shelf);
  await after.queue.load();
  expect(after.queue.shown()[0]?.entry).toEqual({ id: 'a', note: canary });
});

test('SHR-07: a session that ended keeps the entries sealed for their person; another sees none and sends none', async () => {
  const { shelf, dump, disk } = device();
  const grace = await queueOf(shelf);
  await keepHand(shelf, grace.vault, { cases: [canary] });
  await keepDraft(shelf, grace.vault, 'window', canary);
  await grace.queue.add(...entry('a'));
  grace.signal.push(fault('UNAUTHENTICATED'));
  await grace.queue.flush();
  expect(states(grace.queue), 'the session has ended: nothing is lost, nothing refused').toEqual(['a waiting']);
  await lockVault(shelf);
  expect(await openVault(shelf, now().getTime())).toBeNull();
  expect([...disk.keys()].map((k) => k.split(' ')[0])).toEqual(['draft', 'queue']);
  for (const word of [canary, 'grace']) expect(dump()).not.toContain(word);

  const joseph = await queueOf(shelf, 'joseph', 2);
  await joseph.queue.flush();
  await joseph.queue.load();
  expect([joseph.queue.shown(), joseph.sent, await keptDraft(shelf, joseph.vault, 'window')]).toEqual([[], [], null]);

  const back = await queueOf(shelf);
  await back.queue.flush();
  expect([...back.events.entries(), await keptDraft(shelf, back.vault, 'window')]).toEqual([['a', canary], canary]);
  await keepDraft(shelf, back.vault, 'window', null);
  expect(disk.size).toBe(1); // the key
});

test('somebody else signs in while the window is open: the server refuses, and the entry waits on', async () => {
  const { shelf } = device();
  const { queue, signal } = await queueOf(shelf);
  await queue.add(...entry('a'));
  signal.push(fault('CONFLICT', 'other_person'));
  await queue.flush();
  expect(states(queue)).toEqual(['a waiting']);
});

test('the vault has its time, and belongs to one person', async () => {
  const { shelf } = device();
  const vault = await person(shelf, 'grace', 1);
  await keepHand(shelf, vault, ['ISER']);
  expect(await keptHand(shelf, vault)).toEqual(['ISER']);
  await person(shelf, 'grace', 1);
  expect(await keptHand(shelf, vault), 'a new session of the same person').toEqual(['ISER']);
  expect(await openVault(shelf, Date.parse('2025-06-11T12:00:01Z'))).toBeNull();
  expect(await shelf.all('hand')).toEqual([]);
  await person(shelf, 'grace', 1);
  await keepHand(shelf, vault, ['ISER']);
  await person(shelf, 'joseph', 2);
  expect(await shelf.all('hand')).toEqual([]);
});

test('a phone whose clock is two days ahead keeps its vault, and one that is behind does not keep it longer', async () => {
  const { shelf } = device();
  const days = 2 * 86_400_000, at = (hours: number) => now().getTime() + hours * 3_600_000;
  for (const skew of [days, -days]) {
    await renewVault(shelf, 'device', async () => ({ person: 'grace', key: keyOf(1), until }), () => skew);
    expect(await openVault(shelf, at(23) + skew), `ahead by ${skew}`).not.toBeNull();
    expect(await openVault(shelf, at(25) + skew), `ahead by ${skew}`).toBeNull();
  }
});

test('a sealed entry opens only where it was put, and scripts cannot read the key', async () => {
  const { shelf, disk } = device();
  const { queue, vault } = await queueOf(shelf);
  await queue.add(...entry('a'));
  const [name, box] = [...disk].find(([k]) => k.startsWith('queue '))!;
  disk.set(name, { ...(box as object), seq: 7 });
  await queue.load();
  expect(queue.shown()).toEqual([]);
  await expect(crypto.subtle.exportKey('raw', vault.key)).rejects.toThrow('not extractable');
});

test('tries come further and further apart, five minutes at most', () => {
  expect([1, 2, 3, 20].map((n) => waitAfter(n, 0.5))).toEqual([2000, 4000, 8000, 300_000]);
  expect([waitAfter(1, 0), waitAfter(1, 1)]).toEqual([1500, 2500]);
});
