import { check, shareLegalCase } from '@amparo/domain';
import { expect, it } from 'vitest';
import { readDate } from './read-date.ts';

it('reads a date as rough as it is known', () => {
  expect(['5 Feb 2019', 'Mar 2025', 'c. 2019', ''].map((text) => readDate(text))).toEqual([{ ok: '2019-02-05' }, { ok: '2025-03' }, { ok: '2019~' }, { ok: '' }]);
  expect(readDate('31 Feb 2025')).toEqual({ refused: 'no_such_day' });
});

it('never advises what would be refused again where only a day will do', () => {
  expect(['Mar 2025', '2025', 'c. 2019', '2 Jne 2025', 'soon'].map((text) => readDate(text, true))).toEqual(Array.from({ length: 5 }, () => ({ refused: 'day_needed' })));
  expect(readDate('31 Feb 2025', true)).toEqual({ refused: 'no_such_day' });
});

it('says of a day what the server says of it, so that the field and the summary agree at every try', () => {
  const server = (agreementOn: string) => { const found = check(shareLegalCase, { organisationIds: ['018f0000-0000-7000-8000-000000000001'], agreement: 'Agreement 3', agreementOn, reason: null }); return 'refused' in found ? found.refused.map(({ field, reason }) => [field, reason]) : 'ok'; };
  for (const text of ['2 June 2025', '29 Feb 2024']) { const read = readDate(text, true); expect('ok' in read && server(read.ok)).toBe('ok'); }
  for (const rough of ['2025-03', '2019~', '2025']) expect(server(rough)).toEqual([['agreementOn', 'day_needed']]);
});
