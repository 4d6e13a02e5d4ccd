import { deadlineById } from '@amparo/domain/deadlines';
import { describe, expect, it } from 'vitest';
import { stripOf } from './days-strip.ts';

describe('the strip of days', () => {
  it('begins on the ruling, numbers the days that count and ends on the last day', () => {
    const strip = stripOf(deadlineById('UG-1', { on: '2025-06-10', basis: 'pronounced' }));
    expect(strip).toHaveLength(15);
    expect(strip[0]).toEqual({ day: '2025-06-10', no: null, closed: false, first: true, last: false });
    expect(strip[4]).toMatchObject({ day: '2025-06-14', no: 4, closed: true });
    expect(strip.at(-1)).toEqual({ day: '2025-06-24', no: 14, closed: false, first: false, last: true });
  });
  it('leaves closed days unnumbered where they do not count', () => {
    const strip = stripOf(deadlineById('ZA-1', { on: '2026-03-20', basis: 'pronounced' }));
    expect(strip.at(-1)).toMatchObject({ last: true });
    expect(strip.find((each) => 'day' in each && each.day === '2026-03-21')).toMatchObject({ no: null, closed: true });
  });
  it('shows of a long period its first and last days', () => {
    const strip = stripOf(deadlineById('EA-1', { on: '2025-06-10' }));
    expect(strip).toHaveLength(17);
    expect(strip[8]).toMatchObject({ gap: expect.any(Number) });
  });
  it('is empty where there is no day', () => { expect(stripOf(deadlineById('UN-4', { on: '2025-03', basis: 'exhausted' }))).toEqual([]); });
});
