/** One line of a spreadsheet, safe to open: a cell that looks like a formula is text. */
const cell = (value: string): string => {
  const text = /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
/** Rows as CSV (RFC 4180, with the mark that lets spreadsheets read UTF-8). */
export const csvOf = (rows: readonly (readonly string[])[]): string => `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;

/** Hands a file made in this browser to the person: what is on screen never travels for it. */
export function saveFile(name: string, type: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  setTimeout(() => { URL.revokeObjectURL(url); }, 1000);
}
