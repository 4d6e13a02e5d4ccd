import { expect, test } from 'vitest';
import { changesOf, differing, draftOfEvent, withAnswer } from './event-draft.ts';

const event = {
  id: 'e', type: 'judgment', on: '2025-06-10', basis: null, atTime: null, proceedingId: 'c0ffee00-0000-4000-8000-000000000001', outcome: 'judgment_delivered', outcomeDetail: null, reportedResult: 'lost',
  title: null, publicNote: 'dismissed', privateNote: null, source: null, minutesSpent: 30,
} as never;
const before = draftOfEvent(event);

test('only what was changed is sent', async () => {
  expect(await changesOf(before, { ...before, publicNote: ' dismissed ', title: 'Judgment' })).toEqual({ ok: { title: 'Judgment' } });
});
test('a field that was emptied is sent as empty, minutes as a number', async () => {
  expect(await changesOf(before, { ...before, publicNote: '', minutesSpent: '45' })).toEqual({ ok: { publicNote: null, minutesSpent: 45 } });
});
test('another outcome takes its answers with it', async () => {
  expect(withAnswer(before, { outcome: 'interim' })).toMatchObject({ outcome: 'interim', reportedResult: '' });
  expect(await changesOf(before, withAnswer(before, { outcome: 'adjourned' }))).toEqual({ ok: { outcome: 'adjourned', reportedResult: null } });
});
test('a fault names its field', async () => {
  expect(await changesOf(before, { ...before, minutesSpent: 'long', on: '2025-02-30' })).toMatchObject({ refused: { code: 'INVALID', fields: [{ field: 'on' }, { field: 'minutesSpent' }] } });
});
test('two versions differ only where they differ', () => {
  expect(differing({ ...before, title: 'Mine' }, { ...before, title: 'Theirs', source: 'cause list' })).toEqual(['title', 'source']);
});
