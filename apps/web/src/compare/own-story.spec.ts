import { expect, test } from 'vitest';
import { ownAfterwards, ownOrders } from './own-story.ts';

const code = (word: string) => word;
const words = { disposition: code, linkType: code, proceedingStatus: code, event: ({ title, outcome, type }: Facts['nextDates'][number]) => title ?? outcome ?? type };
type Facts = Parameters<typeof ownOrders>[0];
const event = (id: string, type: string, on: string, more: Partial<Facts['events'][number]> = {}): Facts['events'][number] =>
  ({ id, type, on, planned: false, title: null, outcome: null, outcomeDetail: null, reportedResult: null, publicNote: null, ...more });
const court = (id: string, name: string, status: string): Facts['proceedings'][number] => ({ id, judges: [], status, court: { id: `court-${id}`, name } });
const facts: Facts = {
  claims: [
    { id: 'c1', act: 'Central register', dispositions: [{ id: 'd2', code: 'dismissed_on_merits', decidedOn: '2021-05', note: null }, { id: 'd1', code: 'allowed', decidedOn: '2020-01-30', note: 'Declared void.' }] },
    { id: 'c2', act: 'Fees', dispositions: [{ id: 'd3', code: 'not_reached', decidedOn: null, note: null }] },
  ],
  events: [
    event('e1', 'order', '2019-04-01', { outcome: 'interim', outcomeDetail: 'granted', publicNote: 'Enrolment voluntary.' }),
    event('e2', 'hearing', '2019-09-24'), event('e3', 'judgment', '2020-01-30'), event('e4', 'application', '2019-03-02'),
    event('e5', 'enforcement', '2022-02-01', { title: 'Committee set up' }), event('e6', 'mention', '2022-03-01'), event('e7', 'order', '2030-01-01', { planned: true }),
  ],
  links: [{ id: 'l1', fromId: 'p2', toId: 'p1', type: 'appeal_from', on: '2020-03', note: null }, { id: 'l2', fromId: 'gone', toId: 'p1', type: 'appeal_from', on: null, note: null }, { id: 'l3', fromId: 'p1', toId: 'p2', type: 'consolidated_into', on: null, note: null }],
  proceedings: [court('p1', 'High Court', 'decided'), court('p2', 'Court of Appeal', 'active')],
  nextDates: [{ id: 'n1', on: '2030-06-01', type: 'hearing', title: null, outcome: null, outcomeDetail: null, reportedResult: null }],
};

test('ordered: what became of each claim and the orders on the way, oldest first, without a day last', () => {
  expect(ownOrders(facts, words)).toEqual([
    { on: '2019-04-01', text: 'interim (Enrolment voluntary)' },
    { on: '2020-01-30', text: 'Central register: allowed (Declared void)' },
    { on: '2021-05', text: 'Central register: dismissed_on_merits' },
    { on: null, text: 'Fees: not_reached' },
  ]);
});

test('afterwards: appeals, what happened since the first decision, the next dates; no mentions, no order twice, no joined petition, no proceeding that one may not see', () => {
  expect(ownAfterwards(facts, words)).toEqual([
    { on: '2020-03', text: 'Court of Appeal: appeal_from High Court, active' },
    { on: '2022-02-01', text: 'Committee set up' },
    { on: '2030-06-01', text: 'hearing' },
  ]);
});

test('before any decision nothing is afterwards but what is to come', () => {
  const pending = { ...facts, claims: [], links: [], events: facts.events.filter(({ type }) => type !== 'judgment') };
  expect(ownAfterwards(pending, words)).toEqual([{ on: '2030-06-01', text: 'hearing' }]);
});
