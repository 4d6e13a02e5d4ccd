import { expect, it } from 'vitest';
import { together, wrote } from './two-writers.ts';

const stored = { name: 'Cypress', word: '', judges: ['A'] };
it('what the other wrote in another field stands, and so does mine', () => {
  const written = wrote({ base: stored, value: stored }, stored, { name: 'Cypress House' });
  const theirs = { ...stored, word: 'Petitioner', judges: ['A', 'B'] };
  expect(together(written, theirs)).toEqual({ shown: { name: 'Cypress House', word: 'Petitioner', judges: ['A', 'B'] }, clash: [] });
  expect(together(wrote(written, theirs, { judges: ['A', 'B', 'C'] }), theirs)).toEqual({ shown: { name: 'Cypress House', word: 'Petitioner', judges: ['A', 'B', 'C'] }, clash: [] });
});
it('where both wrote, it clashes; the same thing twice does not', () => {
  const written = wrote({ base: stored, value: stored }, stored, { name: 'Cypress House', word: 'Petitioner' });
  expect(together(written, { ...stored, name: 'Cypress Hall', word: 'Petitioner' })).toEqual({ shown: { name: 'Cypress House', word: 'Petitioner', judges: ['A'] }, clash: ['name'] });
  // Going on writing does not make the clash go away.
  expect(together(wrote(written, { ...stored, name: 'Cypress Hall' }, { judges: [] }), { ...stored, name: 'Cypress Hall' }).clash).toEqual(['name']);
});
