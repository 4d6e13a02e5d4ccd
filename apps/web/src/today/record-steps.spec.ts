import { expect, test } from 'vitest';
import { recordSteps } from './record-steps.ts';

const bare = { outcome: 'judgment_delivered', proceedingId: 'high', publicNote: null, incomplete: ['reported_result'], legalCase: { findings: [{ proceedingId: 'appeal' }], claims: [{ dispositions: [] }] } };
const open = (event: Parameters<typeof recordSteps>[0]) => recordSteps(event).filter(({ done }) => !done).map(({ step }) => step);

test('a judgment asks for its result, its claims and its findings in that court', () => {
  expect(open(bare)).toEqual(['result', 'claims', 'findings', 'public_note']);
  expect(open({ ...bare, incomplete: [], publicNote: 'Dismissed.', legalCase: { findings: [{ proceedingId: 'high' }], claims: [{ dispositions: [{ proceedingId: 'high' }] }] } })).toEqual([]);
});
test('an adjournment asks for the next date, a mention for nothing of the kind', () => {
  expect(open({ ...bare, outcome: 'adjourned', incomplete: ['next_date'] })).toEqual(['next_date', 'public_note']);
  expect(open({ ...bare, outcome: 'directions_given', incomplete: [] })).toEqual(['public_note']);
});
test('what the server misses is never shown as done', () => {
  expect(open({ ...bare, outcome: 'interim', incomplete: ['outcome_detail', 'proceeding'] })).toEqual(['court', 'outcome', 'public_note']);
});
