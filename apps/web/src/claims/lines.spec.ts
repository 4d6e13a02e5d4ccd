import { expect, it } from 'vitest';
import { inLines } from './lines.ts';

const claim = (id: string, ordinal: number, lineageOfId: string | null = null) => ({ id, ordinal, lineageOfId });
const ids = (claims: { id: string }[]) => claims.map(({ id }) => id).join(' ');

it('a claim is followed by what carries it on, not by the next in the order', () => {
  expect(ids(inLines([claim('a', 0), claim('b', 1), claim('a2', 2, 'a'), claim('a3', 3, 'a2')]))).toBe('a a2 a3 b');
});
it('one whose forerunner may not be read stands for itself, and a circle hides nobody', () => {
  expect(ids(inLines([claim('x', 0, 'gone')]))).toBe('x');
  expect(ids(inLines([claim('x', 0, 'y'), claim('y', 1, 'x')]))).toBe('x y');
});
