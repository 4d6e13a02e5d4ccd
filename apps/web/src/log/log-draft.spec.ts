import { expect, test } from 'vitest';
import { addDays, emptyDraft, entryOf, isWeekend, likelyCase, likelyProceeding, type LogChoice, missingIn, withCase, withOutcome } from './log-draft.ts';
import { dayIn } from '../today/date-locale.ts';

const kampala: LogChoice = {
  id: 'case-1',
  proceedings: [
    { id: 'high', timeZone: 'Africa/Kampala', status: 'active', ordinal: 0, court: { country: 'UG' } },
    { id: 'appeal', timeZone: 'Africa/Kampala', status: 'anticipated', ordinal: 1, court: { country: 'UG' } },
  ],
  nextDates: [],
};
const noon = new Date('2025-06-10T12:00:00Z');
const draft = { ...emptyDraft('id-1', { caseId: 'case-1' }), outcome: 'adjourned' as const };

test('a day is the day in the court, not the day of the reader', () => {
  const late = new Date('2025-06-10T22:30:00Z');
  expect(dayIn('Africa/Kampala', late)).toBe('2025-06-11');
  expect(dayIn('America/Bogota', late)).toBe('2025-06-10');
  expect(entryOf(draft, kampala, late).on).toBe('2025-06-11');
});

test('days are counted over the ends of months and years, also where clocks change', () => {
  expect(addDays('2025-12-20', 14)).toBe('2026-01-03');
  expect(addDays('2024-02-27', 7)).toBe('2024-03-05');
  expect(addDays('2025-03-29', 7)).toBe('2025-04-05');
});

test('the day of rest is that of the country', () => {
  expect(isWeekend('2025-06-14', 'UG')).toBe(true); // a Saturday
  expect(isWeekend('2025-06-13', 'UG')).toBe(false);
  expect(isWeekend('2025-06-13', 'JO')).toBe(true); // a Friday
  expect(isWeekend('2025-06-15', 'UN-HRC')).toBe(true); // a body: Sunday
});

test('the sheet starts at what is in court today, wherever the reader is', () => {
  const listed: LogChoice = { ...kampala, id: 'case-2', nextDates: [{ id: 'e', on: '2025-06-11', proceedingId: 'appeal', type: 'hearing' }] };
  const evening = new Date('2025-06-10T22:30:00Z'); // the 11th in Kampala
  expect(likelyCase([kampala, listed], evening)?.id).toBe('case-2');
  expect(likelyProceeding(listed, evening)).toBe('appeal');
  expect(likelyCase([kampala, listed], noon)?.id).toBe('case-1'); // nothing today: the server's order
});

test('without a listing it is the latest proceeding that is open', () => {
  expect(likelyProceeding(kampala, noon)).toBe('high');
  const decided = kampala.proceedings.map((each) => (each.id === 'high' ? { ...each, status: 'decided' } : each));
  expect(likelyProceeding({ ...kampala, proceedings: decided }, noon)).toBe('high'); // the appeal is only possible
  expect(likelyProceeding({ ...kampala, proceedings: [] }, noon)).toBeNull();
});

test('another outcome takes back the answers of the one before', () => {
  const judged = { ...withOutcome(draft, 'judgment_delivered'), reported: 'lost' as const };
  expect(entryOf(judged, kampala, noon)).toMatchObject({ type: 'judgment', outcome: 'judgment_delivered', reportedResult: 'lost' });
  const back = withOutcome(judged, 'interim');
  expect(back.reported).toBeNull();
  expect(entryOf({ ...back, detail: 'granted' }, kampala, noon)).toMatchObject({ outcomeDetail: 'granted', reportedResult: null });
  expect(withOutcome({ ...back, detail: 'granted' }, 'interim').detail).toBe('granted');
});

test('an answer that does not belong to the outcome is not sent', () => {
  expect(entryOf({ ...draft, detail: 'granted', reported: 'won' }, kampala, noon)).toMatchObject({ outcomeDetail: null, reportedResult: null });
});

test('the next date is counted from the day of the hearing, and a reserved judgment is followed by its delivery', () => {
  const past = { ...draft, on: '2025-06-03', outcome: 'heard_reserved' as const, next: { kind: 'days' as const, days: 14 } };
  expect(entryOf(past, kampala, noon)).toMatchObject({ on: '2025-06-03', nextOn: '2025-06-17', nextType: 'judgment' });
  expect(entryOf({ ...past, next: { kind: 'day', on: '2025-09-01' } }, kampala, noon).nextOn).toBe('2025-09-01');
  expect(entryOf({ ...past, next: { kind: 'day', on: '' } }, kampala, noon)).toMatchObject({ nextOn: null, nextType: null });
});

test('blank notes and minutes that are no number are not sent', () => {
  expect(entryOf({ ...draft, privateNote: '  ', publicNote: ' seen ', minutes: 'an hour' }, kampala, noon)).toMatchObject({ privateNote: null, publicNote: 'seen', minutesSpent: null });
  expect(entryOf({ ...draft, minutes: '45' }, kampala, noon).minutesSpent).toBe(45);
});

test('another case takes its own day with it, and what is missing is named', () => {
  expect(withCase({ ...draft, on: '2025-06-03' }, 'case-2', null)).toMatchObject({ caseId: 'case-2', on: null, outcome: 'adjourned' });
  expect(missingIn(emptyDraft('x'))).toEqual(['case', 'outcome']);
});
