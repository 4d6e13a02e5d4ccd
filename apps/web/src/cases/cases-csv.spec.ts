import { expect, it } from 'vitest';
import { csvOf } from './cases-csv.ts';

it('keeps commas, quotes and lines inside their cell', () => {
  expect(csvOf([['A, "b"', 'c\nd']])).toBe('\uFEFF"A, ""b""","c\nd"\r\n');
});
it('never lets a case name be run as a formula', () => {
  expect(csvOf([['=1+1', '-2', '@x', 'MC 86']])).toBe("\uFEFF'=1+1,'-2,'@x,MC 86\r\n");
});
