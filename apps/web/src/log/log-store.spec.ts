import { expect, test } from 'vitest';
import { entryOf, type LogChoice, type LogEntry, withOutcome } from './log-draft.ts';
import { makeLogStore } from './log-store.ts';

const of: LogChoice = { id: 'case-1', proceedings: [{ id: 'p', timeZone: 'Africa/Kampala', status: 'active', ordinal: 0, court: { country: 'UG' } }], nextDates: [] };
const entry = (draft: Parameters<typeof entryOf>[0]) => entryOf(draft, of, new Date('2025-06-10T12:00:00Z'));

/** A window's storage, and a second window's worth of code reading it after a reload. */
function windowed() {
  const kept = new Map<string, string>();
  const storage = { getItem: (k: string) => kept.get(k) ?? null, setItem: (k: string, v: string) => { kept.set(k, v); }, removeItem: (k: string) => { kept.delete(k); } };
  let n = 0;
  return { kept, load: () => makeLogStore(storage, () => `id-${++n}`) };
}
function written(load: ReturnType<typeof windowed>['load']) {
  const log = load();
  log.begin('grace', { caseId: 'case-1' });
  log.change((draft) => ({ ...withOutcome(draft, 'adjourned'), privateNote: 'call the clerk' }));
  return log;
}

test('repeated taps on Save send once', async () => {
  const log = written(windowed().load);
  const sent: LogEntry[] = [];
  let answer = (_: string): void => undefined;
  const send = (e: LogEntry) => { sent.push(e); return new Promise<string>((ready) => { answer = ready; }); };
  const first = log.save(entry, send);
  expect(await log.save(entry, send)).toEqual({ busy: true });
  answer('event');
  expect(await first).toMatchObject({ saved: 'event' });
  expect(sent).toHaveLength(1);
  expect(await log.save(entry, send)).toEqual({ busy: true }); // nothing left to send
});

test('what could not be sent keeps its text and its id, and is sent again unchanged', async () => {
  const log = written(windowed().load);
  const sent: LogEntry[] = [];
  expect(await log.save(entry, (e) => { sent.push(e); return Promise.reject(new TypeError('Failed to fetch')); })).toMatchObject({ fault: { code: 'OFFLINE' } });
  expect(log.state()).toMatchObject({ phase: 'failed', draft: { privateNote: 'call the clerk' } });
  // tried again after midnight: the day of the first time stays
  await log.save((draft) => entryOf(draft, of, new Date('2025-06-12T12:00:00Z')), (e) => { sent.push(e); return Promise.resolve('event'); });
  expect(sent[1]).toEqual(sent[0]);
  expect(log.state()).toBeNull();
});

test('a draft survives a reload', () => {
  const { load } = windowed();
  written(load);
  const after = load();
  expect(after.restore('grace')).toBe(true);
  after.begin('grace');
  expect(after.state()).toMatchObject({ phase: 'writing', draft: { id: 'id-1', outcome: 'adjourned', privateNote: 'call the clerk' } });
});

test('a reload in the middle of sending offers the same entry again, under the same id', () => {
  const { load } = windowed();
  const log = written(load);
  void log.save(entry, () => new Promise(() => undefined));
  const sent = log.state()?.entry;
  const after = load();
  expect(after.restore('grace')).toBe(true);
  expect(after.state()).toMatchObject({ phase: 'failed', fault: null });
  expect(after.state()?.entry).toEqual(sent);
});

test('a session that ran out keeps the draft for its person, and for nobody else', async () => {
  const { load, kept } = windowed();
  const log = written(load);
  await log.save(entry, () => Promise.reject(Object.assign(new Error('no session'), { code: 'UNAUTHENTICATED' })));
  const same = load();
  expect(same.restore('grace')).toBe(true);
  expect(same.state()?.fault?.code).toBe('UNAUTHENTICATED');
  const other = load();
  expect(other.restore('joseph')).toBe(false);
  expect(other.state()).toBeNull();
  expect([...kept.values()].join()).not.toContain('call the clerk');
});

test('once saved, nothing stays behind', async () => {
  const { load, kept } = windowed();
  await written(load).save(entry, () => Promise.resolve('event'));
  expect(kept.size).toBe(0);
  expect(load().restore('grace')).toBe(false);
});

test('what was begun goes on; an untouched sheet starts where it is opened from', () => {
  const log = windowed().load();
  log.begin('grace', { caseId: 'case-1' });
  log.close();
  log.begin('grace', { caseId: 'case-2', on: '2025-06-03' });
  expect(log.state()?.draft).toMatchObject({ caseId: 'case-2', on: '2025-06-03' });
  log.change((draft) => withOutcome(draft, 'adjourned'));
  log.begin('grace', { caseId: 'case-3' });
  expect(log.state()?.draft.caseId).toBe('case-2');
});

test('the page of the Log leaves no sheet behind to come back over other pages', () => {
  const { load } = windowed();
  const log = load();
  log.begin('grace', { caseId: 'case-1' }, false);
  log.change((draft) => withOutcome(draft, 'adjourned'));
  const after = load();
  expect(after.restore('grace')).toBe(false);
  expect(after.state()?.draft.outcome).toBe('adjourned'); // the draft is there when the Log is opened
});

test('while an entry is being sent it cannot change', () => {
  const log = written(windowed().load);
  void log.save(entry, () => new Promise(() => undefined));
  log.change((draft) => ({ ...draft, privateNote: 'other' }));
  expect(log.state()?.draft.privateNote).toBe('call the clerk');
});

test('what was begun moves to where it lies sealed, and nothing stays in the window', () => {
  const { load, kept } = windowed(), sealed = windowed();
  const log = written(load);
  log.moveTo({ getItem: (k) => sealed.kept.get(k) ?? null, setItem: (k, v) => { sealed.kept.set(k, v); }, removeItem: (k) => { sealed.kept.delete(k); } });
  log.change((draft) => ({ ...draft, publicNote: 'seen' }));
  expect([...kept.values()]).toEqual([]);
  expect([...sealed.kept.values()].join()).toContain('call the clerk');
  const after = windowed(), before = sealed.kept.get('amparo.log') ?? '';
  after.kept.set('amparo.log', before);
  const later = after.load(), own = windowed();
  later.moveTo({ getItem: (k) => own.kept.get(k) ?? null, setItem: (k, v) => { own.kept.set(k, v); }, removeItem: (k) => { own.kept.delete(k); } });
  expect([after.kept.size, own.kept.get('amparo.log')]).toEqual([0, before]);
  const sheet = windowed().load();
  sheet.begin('grace'); // opened before the device was
  sheet.moveTo({ getItem: (k) => own.kept.get(k) ?? null, setItem: (k, v) => { own.kept.set(k, v); }, removeItem: (k) => { own.kept.delete(k); } });
  expect(sheet.state()?.draft).toMatchObject({ privateNote: 'call the clerk', publicNote: 'seen' });
});
