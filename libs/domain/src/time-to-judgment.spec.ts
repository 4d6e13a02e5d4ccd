import { describe, expect, it } from 'vitest';
import { timeBetween, timeToJudgment } from './index.ts';

describe('Scenario 12: time to judgment', () => {
  it('starts at the first filing, before the case was moved', () => {
    const { of, chain } = timeToJudgment([{ id: 'X', openedOn: '2023-06-15' }, { id: 'Y', openedOn: '2024-02-01' }], [{ fromId: 'Y', toId: 'X', type: 'transferred_from' }], [{ proceedingId: 'Y', on: '2024-06-15' }]);
    expect(of.get('Y')).toEqual({ from: '2023-06-15', to: '2024-06-15', days: { min: 366, max: 366 } });
    expect(chain).toMatchObject({ from: '2023-06-15', courts: 1 });
  });
  it('runs through every court to the last judgment; rough dates give a span', () => {
    const links = [{ fromId: 'pc', toId: 'sc', type: 'appeal_from' }, { fromId: 'hrc', toId: 'pc', type: 'exhausted_for' }];
    const { chain, of } = timeToJudgment([{ id: 'sc', openedOn: '2013' }, { id: 'pc', openedOn: '2016' }, { id: 'hrc', openedOn: '2017-12-15' }, { id: 'else', openedOn: '2001' }], links, [{ proceedingId: 'hrc', on: '2021-03-24' }, { proceedingId: 'sc', on: '2015-05-29' }, { proceedingId: 'pc', on: '2016-10-31' }]);
    expect(chain).toEqual({ from: '2013', to: '2021-03-24', days: { min: 2640, max: 3004 }, courts: 3 });
    expect(of.get('pc')?.days).toEqual({ min: 0, max: 304 });
  });
  it('a joined file waits for the judgment in its lead; one without a judgment or a filing has none', () => {
    const { of, chain } = timeToJudgment([{ id: '56', openedOn: '2019-02-01' }, { id: '58', openedOn: '2019-02-08' }, { id: 'coa', openedOn: null }], [{ fromId: '58', toId: '56', type: 'consolidated_into' }, { fromId: 'coa', toId: '56', type: 'appeal_from' }], [{ proceedingId: '56', on: '2020-01-30' }]);
    expect([of.get('56')?.days.max, of.get('58')?.days.max, of.has('coa'), chain?.courts]).toEqual([363, 356, false, 1]);
    expect([timeBetween('2020', null), timeBetween('2021-01-01', '2020-01-01'), timeToJudgment([], [], []).chain]).toEqual([undefined, undefined, undefined]);
  });
});
