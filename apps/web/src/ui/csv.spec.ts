import { expect, test } from 'vitest';
import { toCsv } from './csv.ts';

test('a table quotes what needs quoting and disarms what a spreadsheet would run', () => {
  const csv = toCsv([{ a: '=HYPERLINK("x")', b: -3 }, { a: 'one, "two"\nthree', b: null }], [{ head: 'Name', value: (r) => r.a }, { head: 'N', value: (r) => r.b }]);
  expect(csv).toBe('\uFEFFName,N\r\n"\'=HYPERLINK(""x"")",-3\r\n"one, ""two""\nthree",\r\n');
});
