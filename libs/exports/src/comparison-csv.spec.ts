import { expect, test } from 'vitest';
import { comparisonCsv, listCsv } from './comparison-csv.ts';
import { samplePack } from './sample-pack.ts';

const textOf = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

test('a list begins with a byte order mark, ends its lines with CRLF and quotes what needs it', () => {
  const csv = textOf(listCsv([{ a: 'x, "y"\nz', b: null as string | null, c: -3 }], [
    { head: 'A', value: (row) => row.a },
    { head: 'B', value: (row) => row.b },
    { head: 'C', value: (row) => row.c },
  ]));
  expect(csv).toBe('\ufeffA,B,C\r\n"x, ""y""\nz",,-3\r\n');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠x', ' =1', '\u200b=1', '\ufeff=1', "\u0000=cmd|'/c calc'!A1", '\n=1'])('a cell that a spreadsheet may take for a formula begins with a quote: %j', (cell) => {
  const csv = textOf(listCsv([cell], [{ head: cell, value: (row) => row }]));
  for (const line of csv.slice(1).match(/"(?:[^"]|"")*"|[^\r\n]+/g) ?? []) expect(line.replace(/^"/, '')).toMatch(/^'/);
});

test('the comparison has a line for each legal test and says what it rests on', () => {
  const pack = samplePack('en', 4);
  const lines = textOf(comparisonCsv(pack)).slice(1).split('\r\n');
  expect(lines[0]).toBe(`Test,Courts differ,${pack.precedents.map((precedent) => precedent.name).join(',')}`);
  expect(lines.filter((line) => line.startsWith('Necessity'))[0]).toContain('Courts differ,Partly met: DNA and GPS held unnecessary and intrusive,Met,Not met,Partly met');
  expect(lines.join('\n')).toContain('Not coded yet');
  expect(lines.at(-2)).toContain('"Reference record, not reviewed by two members"');
});

test('one answer alone is not called the same answer', () => {
  const pack = samplePack('en', 4);
  const [first, ...others] = pack.comparison.rows;
  const alone = { ...first!, differ: false, cells: first!.cells.map((cell, at) => (at === 0 ? cell : { ...cell, finding: null })) };
  expect(first!.cells[0]!.finding).toBeTruthy();
  expect(textOf(comparisonCsv({ ...pack, comparison: { rows: [alone, ...others] } }))).toContain(`${first!.label},Only one coded,`);
});
