export interface CsvColumn<Row> { head: string; value(row: Row): string | number | boolean | null | undefined }

// Also in full width, also after blanks that a spreadsheet skips.
const formula = /^[\s\u200b\u200e\u200f\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;

/** A cell that a spreadsheet would take for a formula gets an apostrophe, so that opening a file never runs anything. */
const cell = (value: string | number | boolean | null | undefined): string => {
  const text = typeof value === 'string' && formula.test(value) ? `'${value}` : String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** RFC 4180 with a byte order mark, which spreadsheets need to read it as UTF-8. */
export const toCsv = <Row>(rows: readonly Row[], columns: readonly CsvColumn<Row>[]): string =>
  `\uFEFF${[columns.map((c) => cell(c.head)), ...rows.map((row) => columns.map((c) => cell(c.value(row))))].map((line) => `${line.join(',')}\r\n`).join('')}`;
