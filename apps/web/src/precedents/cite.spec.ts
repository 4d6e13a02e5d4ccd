import { expect, test } from 'vitest';
import { type Citable, citationFile, citationLine } from './cite.ts';

const decision: Citable = {
  slug: 'xx-a-v-b-2020', title: 'A & B_C {Ltd} v 100% \\ State', shortName: 'A v B', courtName: 'High Court', neutralCitation: '[2020] XXHC 1', docketNumber: 'No. 5 of 2019',
  otherCitations: [], ecli: null, decidedOn: '2020-01-30', languages: ['en'],
};
const url = 'https://host.example/precedents/xx-a-v-b-2020';
const text = (format: 'bibtex' | 'ris' | 'csl', change: Partial<Citable> = {}) => citationFile(format, { ...decision, ...change }, url).text;

test('signs that mean something to TeX are escaped', () => {
  expect(text('bibtex')).toContain('title = {{A \\& B\\_C \\{Ltd\\} v 100\\% \\textbackslash{} State}}');
});
test('a line break in a title begins no new field', () => {
  const title = 'A v B\nUR  - https://elsewhere.example\r\nER  - ';
  expect(text('ris', { title }).match(/^UR {2}- /gmu)).toHaveLength(1);
  expect(text('ris', { title }).match(/^ER {2}- /gmu)).toHaveLength(1);
  expect(text('bibtex', { title }).split('\n').filter((line) => line.includes('elsewhere'))).toHaveLength(1);
});
test('CSL is JSON that says no more of the date than is known', () => {
  expect(JSON.parse(text('csl'))).toMatchObject([{ type: 'legal_case', authority: 'High Court', issued: { 'date-parts': [[2020, 1, 30]] } }]);
  expect(JSON.parse(text('csl', { decidedOn: '2015' }))).toMatchObject([{ issued: { 'date-parts': [[2015]] } }]);
  expect(JSON.parse(text('csl', { decidedOn: '2025-03~' }))).toMatchObject([{ issued: { 'date-parts': [[2025, 3]], circa: true } }]);
  expect(JSON.parse(text('csl', { decidedOn: '[2022-04-13,2022-04-25]' }))).toMatchObject([{ issued: { 'date-parts': [[2022, 4]] } }]);
  expect(JSON.parse(text('csl', { decidedOn: null }))[0]).not.toHaveProperty('issued');
});
test('two possible days are no day in RIS', () => {
  expect(text('ris', { decidedOn: '[2022-04-13,2022-04-25]' })).toContain('DA  - 2022/04//');
});
test('the line to copy names title, number, court and day', () => {
  expect(citationLine({ ...decision, title: 'A v B' }, '30 Jan 2020')).toBe('A v B [2020] XXHC 1 (High Court, 30 Jan 2020)');
});
