import { expect, it } from 'vitest';
import { actsOf, differences, says } from './change-diff.ts';

const entry = (tableName: string, was: object | null, became: object | null) => ({ tableName, op: 'change', was: was && JSON.stringify(was), became: became && JSON.stringify(became) });

it('shows a field with both its values', () => {
  expect(differences(entry('legal_case', { title: 'A v B', level: 0 }, { title: 'A v C', level: 1 }))).toEqual([{ field: 'title', was: 'A v B', became: 'A v C' }, { field: 'level', was: 0, became: 1 }]);
});
it('keeps the keys of the machine and the level of what hangs on a case to itself', () => {
  expect(differences(entry('proc_event', null, { id: 'x', legal_case_id: 'y', level: 1, sent: 'z', type: 'hearing', title: null, planned: false }))).toEqual([{ field: 'type', was: null, became: 'hearing' }]);
});
it('shows what was removed', () => {
  expect(differences(entry('event_note', { body: 'Ask the registry' }, null))).toEqual([{ field: 'body', was: 'Ask the registry', became: null }]);
});
it('puts what one person did in one moment together, and nothing else', () => {
  const at = (s: number, actor: string) => ({ actor, at: new Date(Date.UTC(2025, 0, 1, 12, 0, s)).toISOString() });
  expect(actsOf([at(3, 'A'), at(3, 'A'), at(3, 'B'), at(0, 'B')]).map((act) => act.length)).toEqual([2, 1, 1]);
});
it('leaves out what only followed the level of the case', () => {
  expect(says(entry('proc_event', { level: 0 }, { level: 1 }))).toBe(false);
  expect(says(entry('legal_case', { level: 0 }, { level: 1 }))).toBe(true);
});
