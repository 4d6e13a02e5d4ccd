import { expect, test } from 'vitest';
import { added, afterwards, moved, removed, withRow } from './compare-search.ts';
import { arcTiers } from './reliance-arcs.ts';

test('an arc rises above those it spans, and arcs that do not meet share a height', () => {
  expect(arcTiers([{ from: 0, to: 3 }, { from: 1, to: 2 }, { from: 2, to: 3 }])).toEqual([{ from: 0, to: 3, tier: 2 }, { from: 1, to: 2, tier: 1 }, { from: 2, to: 3, tier: 1 }]);
});
test('arcs that cross do not lie on one another', () => {
  const [first, second] = arcTiers([{ from: 0, to: 2 }, { from: 1, to: 3 }]);
  expect(first?.tier).not.toBe(second?.tier);
});
test('moving a column makes the order the reader’s own, and never moves past the ends', () => {
  expect(moved({ c: 'c,a,b' }, ['a', 'b', 'c'], 'b', -1)).toEqual({ c: 'b,a,c', order: 'mine' });
  expect(moved({ c: 'a,b' }, ['a', 'b'], 'a', -1)).toEqual({ c: 'a,b' });
});
test('six columns are the most; removing one leaves the rest', () => {
  expect(added({ c: 'a,b,c,d,e,f' }, 'g').c).toBe('a,b,c,d,e,f');
  expect(removed({ c: 'a,b' }, 'a').c).toBe('b');
  expect(removed({ c: 'a' }, 'a')).toEqual({});
});
test('a row is put away and shown again', () => {
  expect(withRow(withRow({ c: 'a' }, 'necessity', false), 'necessity', true)).toEqual({ c: 'a' });
});
test('what happened in the month of a day-exact judgment is not called later', () => {
  const timeline = ['2015', '2015-05-29', '2016-01', '2014-12-01'].map((on) => ({ on, description: on }));
  expect(afterwards({ decidedOn: '2015-05-29', timeline }).map(({ on }) => on)).toEqual(['2016-01']);
});
