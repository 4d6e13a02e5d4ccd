import { expect, it } from 'vitest';
import { differingTexts, type Entry, mayBeSame, possibleDuplicatesOf } from './duplicates.ts';

const one: Entry = { id: 'a', legalCaseId: 'c', proceedingId: 'p', type: 'hearing', on: '2025-06-10', planned: false, loggedById: 'grace', at: '2025-06-10T10:00:00.000Z' };
const two: Entry = { ...one, id: 'b', loggedById: 'joseph', at: '2025-06-10T10:05:00.000Z' };

it('two phones that logged the same hearing: same proceeding, same day, same kind', () => {
  expect(mayBeSame(one, two)).toBe(true);
  expect(mayBeSame(one, { ...two, loggedById: 'grace' }), 'one person with two phones').toBe(true);
  expect(mayBeSame(one, one), 'an entry is no duplicate of itself').toBe(false);
});
it.each<[string, Partial<Entry>]>([
  ['another case', { legalCaseId: 'd' }], ['another court', { proceedingId: 'q' }], ['no court', { proceedingId: null }], ['another day', { on: '2025-06-11' }], ['another kind', { type: 'filing' }],
  ['a date to come', { planned: true }], ['a record that nobody logged', { loggedById: null }],
])('%s is another event', (_, change) => { expect(mayBeSame(one, { ...two, ...change })).toBe(false); });
it('two people\'s words for one sitting are one kind; one person\'s are two', () => {
  expect(mayBeSame(one, { ...two, type: 'mention' })).toBe(true);
  expect(mayBeSame(one, { ...two, type: 'mention', loggedById: 'grace' })).toBe(false);
});
it('a month or a day that is unsure says too little', () => {
  for (const on of ['2025-06', '2025-06~', '2025', '']) expect(mayBeSame({ ...one, on }, { ...two, on }), on).toBe(false);
});
it('the later entry is marked, as a duplicate of the first; of two at the same moment always the same one', () => {
  expect(possibleDuplicatesOf(one, [one, two])).toEqual([]);
  expect(possibleDuplicatesOf(two, [one, two])).toEqual([one]);
  const third = { ...two, id: 'c', at: '2025-06-10T11:00:00.000Z' };
  expect(possibleDuplicatesOf(third, [two, third, one]).map(({ id }) => id)).toEqual(['a', 'b']);
  const atOnce = { ...two, at: one.at };
  expect([possibleDuplicatesOf(one, [atOnce]), possibleDuplicatesOf(atOnce, [one])]).toEqual([[], [one]]);
});
it('what differs is named, also where only one says it', () => {
  expect(differingTexts({ outcome: 'adjourned', publicNote: 'Seen', minutesSpent: 30 }, { outcome: 'heard_reserved', publicNote: 'Seen', privateNote: 'Ask' })).toEqual(['outcome', 'privateNote', 'minutesSpent']);
});
