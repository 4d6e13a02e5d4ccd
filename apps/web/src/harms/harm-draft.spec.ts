import { expect, test } from 'vitest';
import { differing, emptyHarm, harmInput } from './harm-draft.ts';

const whole = emptyHarm({ kind: 'exclusion-health', groups: ['older-persons'], summary: ' Turned away. ', country: 'UG', source: 'Affidavit', sureness: 'likely' });
const faults = async (draft: typeof whole) => { const answer = await harmInput(draft); return 'refused' in answer ? answer.refused.fields : []; };

test('blank fields are sent as not known, a number without its marks', async () => {
  expect(await harmInput({ ...whole, peopleAffected: '1,200' })).toMatchObject({ ok: { summary: 'Turned away.', district: null, whenOn: null, system: null, peopleAffected: 1200 } });
});
test('what is needed is named, field by field', async () => {
  expect((await faults(emptyHarm())).filter(({ problem }) => problem === 'required').map(({ field }) => field).sort()).toEqual(['country', 'kind', 'sureness', 'source', 'summary'].sort());
});
test('a place finer than the district is refused', async () => {
  expect(await faults({ ...whole, district: 'Plot 14, Kampala Road' })).toEqual([{ field: 'district', problem: 'too_exact_place' }]);
  expect(await faults({ ...whole, district: 'Karamoja' })).toEqual([]);
});
test('a number that is none is a fault of its field', async () => {
  expect(await faults({ ...whole, peopleAffected: 'many' })).toMatchObject([{ field: 'peopleAffected' }]);
});
test('lists differ by what they hold', () => {
  expect(differing(whole, { ...whole, groups: ['children'], source: 'Affidavit ' })).toEqual(['groups']);
});
