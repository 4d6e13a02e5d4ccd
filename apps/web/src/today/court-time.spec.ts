import { expect, test } from 'vitest';
import { momentOf, placeOf, readersTime } from './court-time.ts';

test('a listing is a moment in the court, over clock changes too', () => {
  expect(momentOf('2025-06-10', '09:30', 'Africa/Kampala').toISOString()).toBe('2025-06-10T06:30:00.000Z');
  expect(momentOf('2026-03-29', '12:00', 'Europe/Luxembourg').toISOString()).toBe('2026-03-29T10:00:00.000Z');
  expect(momentOf('2026-03-28', '12:00', 'Europe/Luxembourg').toISOString()).toBe('2026-03-28T11:00:00.000Z');
});
test('the reader hears of their own time only where it is another', () => {
  expect(readersTime('2026-11-10', '23:59', 'Europe/Luxembourg', 'Africa/Nairobi')).toEqual({ day: '2026-11-11', time: '01:59' });
  expect(readersTime('2025-06-10', '09:30', 'Africa/Kampala', 'Africa/Nairobi')).toBeNull();
});
test('a zone is called by its city', () => {
  expect(placeOf('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
});
