import { fold, icsCalendar, type IcsEntry } from '@amparo/exports';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readIcs } from '../support/ics.ts';

const entry = (more: Partial<IcsEntry>): IcsEntry => ({ kind: 'event', uid: '1@amparo', sequence: 1, changedAt: '2026-02-01T10:00:00Z', when: { day: '2026-03-30' }, summary: 'Court date – Heron', state: 'confirmed', ...more });
const write = (entries: IcsEntry[]) => icsCalendar({ name: 'Amparo', entries });
const lines = (bytes: Uint8Array): Uint8Array[] => {
  const found: Uint8Array[] = [];
  for (let from = 0; from < bytes.length;) { const end = bytes.findIndex((b, i) => i >= from && b === 13 && bytes[i + 1] === 10); expect(end, 'every line ends with CRLF').toBeGreaterThanOrEqual(0); found.push(bytes.subarray(from, end)); from = end + 2; }
  return found;
};
const utf8 = new TextDecoder('utf-8', { fatal: true });

describe('field case CAL-01', () => {
  const titles = [
    `${'x'.repeat(66)}é after the fold`, `${'x'.repeat(65)}🏛 courthouse`, 'ورشة: المحاكم, الأدلة; والحلول \\ تمرين', 'First line\nSecond line, with; marks and a \\n that is typed', `${'y'.repeat(64)}\n• bullet after an escaped break`,
  ];
  const all = titles.flatMap((title) => ['', 'a', 'ab', 'abc', 'abcd'].map((before) => before + title));
  const bytes = write(all.map((summary, n) => entry({ uid: `${n}@amparo`, summary })));
  it('every physical line has at most 75 octets, ends with CRLF and is valid UTF-8 by itself', () => {
    for (const line of lines(bytes)) { expect(line.length).toBeLessThanOrEqual(75); expect(() => utf8.decode(line)).not.toThrow(); }
  });
  it('an independent parser reads 25 events and gives each title back exactly', () => {
    expect(readIcs(bytes).map(({ summary }) => summary)).toEqual(all);
  });
  it('no escape is parted by a fold', () => {
    for (const line of lines(bytes)) expect(utf8.decode(line)).not.toMatch(/(?:^|[^\\])(?:\\\\)*\\$/u);
  });
  it('any text comes back as it was', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.string({ unit: 'grapheme-composite', maxLength: 300 }), (a, b) => {
      const summary = `x${a}\n;,\\${b}`;
      const written = write([entry({ summary, description: b || 'none' })]);
      for (const line of lines(written)) expect(line.length).toBeLessThanOrEqual(75);
      expect(readIcs(written)[0]?.summary).toBe(summary);
    }));
  });
  it('what no line can hold is left out: a property cannot be smuggled in', () => {
    const read = readIcs(write([entry({ summary: 'x\r\nATTENDEE:mailto:a@b.example\u0000\u001b' })]));
    expect(read).toHaveLength(1);
    expect(read[0]).toMatchObject({ summary: 'x\nATTENDEE:mailto:a@b.example' });
    expect(read[0]?.text).not.toMatch(/^ATTENDEE/mu);
  });
});

describe('field case CAL-04', () => {
  const hearings = [
    ['Europe/Brussels', '2026-03-30T10:00', '2026-03-30T08:00Z'], ['America/Jamaica', '2026-11-02T09:30', '2026-11-02T14:30Z'], ['Africa/Casablanca', '2026-02-25T10:00', '2026-02-25T10:00Z'], ['Africa/Casablanca', '2026-04-08T10:00', '2026-04-08T09:00Z'],
    ['America/Asuncion', '2026-07-06T10:00', '2026-07-06T13:00Z'], ['America/Mexico_City', '2026-07-06T10:00', '2026-07-06T16:00Z'], ['Asia/Almaty', '2026-07-06T10:00', '2026-07-06T05:00Z'], ['Europe/Paris', '2026-10-26T09:15', '2026-10-26T08:15Z'], ['Africa/Cairo', '2026-07-06T10:00', '2026-07-06T07:00Z'],
  ] as const;
  const at = ([zone, local, instant]: readonly [string, string, string], n: number) => ({ entry: entry({ uid: `${n}@amparo`, when: { day: local.slice(0, 10), time: local.slice(11), zone } }), instant: new Date(instant).toISOString() });
  it('nine instants, from the VTIMEZONE of the file alone', () => {
    const all = hearings.map(at), text = utf8.decode(write(all.map((each) => each.entry)));
    expect(readIcs(text).map(({ instant }) => instant)).toEqual(all.map(({ instant }) => instant));
    for (const zone of new Set(hearings.map(([z]) => z))) expect(text.match(new RegExp(`^TZID:${zone}\r$`, 'gmu'))).toHaveLength(1);
  });
  it('a zone that gave up summer time is right before and after', () => {
    const years = [['America/Asuncion', '2023-07-03T10:00', '2023-07-03T14:00Z'], ['America/Asuncion', '2024-01-08T10:00', '2024-01-08T13:00Z'], ['America/Asuncion', '2025-07-07T10:00', '2025-07-07T13:00Z'],
      ['America/Mexico_City', '2022-07-04T10:00', '2022-07-04T15:00Z'], ['America/Mexico_City', '2023-07-04T10:00', '2023-07-04T16:00Z'], ['Asia/Almaty', '2024-01-08T10:00', '2024-01-08T04:00Z'], ['Asia/Almaty', '2024-04-08T10:00', '2024-04-08T05:00Z']] as const;
    const all = years.map(at);
    expect(readIcs(write(all.map((each) => each.entry))).map(({ instant }) => instant)).toEqual(all.map(({ instant }) => instant));
  });
  it('every court\'s zone, on any hour of ten years, is the instant that its clocks say', () => {
    const zones = ['Africa/Casablanca', 'Africa/Cairo', 'Africa/Kampala', 'America/Asuncion', 'America/Sao_Paulo', 'Asia/Kolkata', 'Asia/Kathmandu', 'Europe/London', 'Pacific/Chatham', 'America/St_Johns', 'Asia/Tehran'];
    fc.assert(fc.property(fc.constantFrom(...zones), fc.array(fc.integer({ min: 0, max: 3650 * 96 }), { minLength: 1, maxLength: 12 }), (zone, quarters) => {
      const when = quarters.map((n) => Temporal.PlainDateTime.from('2019-01-01T00:00').add({ minutes: 15 * n }));
      // an hour that a change of clocks skips or repeats names no instant of its own
      const firm = when.filter((w) => w.toZonedDateTime(zone, { disambiguation: 'earlier' }).equals(w.toZonedDateTime(zone, { disambiguation: 'later' })));
      const written = write(firm.map((w, n) => entry({ uid: `${n}@amparo`, when: { day: w.toPlainDate().toString(), time: w.toPlainTime().toString().slice(0, 5), zone } })));
      expect(readIcs(written).map(({ instant }) => instant)).toEqual(firm.map((w) => new Date(w.toZonedDateTime(zone).epochMilliseconds).toISOString()));
    }), { numRuns: 40 });
  });
  it('a day without an hour has no zone, and an hour whose zone nobody knows is a day', () => {
    const [day, strange, bare] = readIcs(write([entry({ when: { day: '2026-03-30' } }), entry({ when: { day: '2026-03-30', time: '10:00', zone: 'Mars/Olympus' } }), entry({ when: { day: '2026-03-30', time: '10:00' } })]));
    for (const read of [day, strange, bare]) expect(read).toMatchObject({ day: '2026-03-30', instant: null, zone: null });
  });
});

it('a deadline is a task with its alarms, done at 100, cancelled when moot; the same entries are the same octets', () => {
  const todo = (state: IcsEntry['state']) => entry({ kind: 'todo', state, when: { day: '2026-06-24', time: '23:59', zone: 'Africa/Kampala' }, alarms: ['2026-06-10T04:00:00Z', '2026-06-23T04:00:00Z'] });
  const [open, done, off] = readIcs(write([todo('open'), todo('done'), todo('cancelled')]));
  expect(open).toMatchObject({ type: 'vtodo', status: 'NEEDS-ACTION', percent: 0, instant: '2026-06-24T20:59:00.000Z', class: 'CONFIDENTIAL', alarms: ['2026-06-10T04:00:00Z', '2026-06-23T04:00:00Z'] });
  expect(done).toMatchObject({ status: 'COMPLETED', percent: 100, alarms: [] });
  expect(off).toMatchObject({ status: 'CANCELLED', alarms: [] });
  expect(write([todo('open')])).toEqual(write([todo('open')]));
});
it('a line of exactly 75 octets is not folded, one of 76 is', () => {
  expect(fold('x'.repeat(75))).toBe('x'.repeat(75));
  expect(fold('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`);
});
