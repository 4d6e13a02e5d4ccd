import { stringify } from 'csv-stringify/sync';
import { printable, recordReference, type Pack } from './pack.ts';

export interface CsvColumn<Row> {
  head: string;
  value: (row: Row) => string | number | boolean | null | undefined;
}

// What a spreadsheet may take for a formula, also in full width, also after blanks it would skip.
const FORMULA = /^[\s\u200b\u200e\u200f\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;

/** Rows as CSV after RFC 4180, in UTF-8 with a byte order mark, so that spreadsheets read every script; a cell that looks like a formula begins with a quote. */
export function listCsv<Row>(rows: Iterable<Row>, columns: CsvColumn<Row>[]): Uint8Array {
  const lines = [columns.map((column) => safeCell(column.head))];
  for (const row of rows) lines.push(columns.map((column) => cellText(column.value(row))));
  return new TextEncoder().encode(stringify(lines, { bom: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ }));
}

/** The comparison as a table: a line for each legal test, a column for each precedent; finding and reason share a cell, so that it reads as on the page. */
export function comparisonCsv(pack: Pick<Pack, 'precedents' | 'comparison' | 'words' | 'sourceUrlBase'>): Uint8Array {
  const { words, precedents } = pack;
  const columns: CsvColumn<string[]>[] = [words.test, words.differ, ...precedents.map((precedent) => precedent.name)].map((head, index) => ({ head, value: (row) => row[index] }));
  const facts: [string, (index: number) => string][] = [
    [words.country, (at) => precedents[at]!.country],
    [words.court, (at) => precedents[at]!.court],
    [words.decided, (at) => precedents[at]!.decided?.edtf ?? ''],
    [words.cite, (at) => precedents[at]!.citations.join('; ')],
    [words.result, (at) => `${precedents[at]!.resultLabel} (${words.asCoded})`],
    [words.record, (at) => recordReference(pack, precedents[at]!).text],
  ];
  const rows = [
    ...pack.comparison.rows.map((row) => [
      row.label,
      row.differ ? words.differ : [words.notCoded, words.onlyOne][row.cells.filter(({ finding }) => finding).length] ?? words.same,
      ...row.cells.map((cell) => [cell.finding ? cell.findingLabel : words.notCoded, cell.note].filter(Boolean).join(': ')),
    ]),
    ...facts.map(([label, value]) => [label, '', ...precedents.map((_, at) => value(at))]),
    [words.level, '', ...precedents.map(() => words.referenceRecord)],
  ];
  return listCsv(rows, columns);
}

function cellText(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return '';
  // A number cannot be a formula: -3 stays a number.
  return typeof value === 'string' ? safeCell(value) : String(value);
}

function safeCell(text: string): string {
  // Judged before the control characters go: a leading CR is a way in, too.
  const risky = FORMULA.test(text);
  const clean = printable(text);
  return risky || FORMULA.test(clean) ? `'${clean}` : clean;
}
