import { AppError } from './errors.ts';

/** A page mark: the sort value and the id of the last row, so that what changes meanwhile neither repeats nor hides a row that stayed. */
export const cursorOf = (key: string, id: string): string => Buffer.from(JSON.stringify([key, id])).toString('base64url');

/** Reads a page mark. One that was tampered with is refused. */
export function readCursor(cursor: string | null | undefined): [key: string, id: string] | null {
  if (cursor === null || cursor === undefined) return null;
  let read: unknown;
  try { read = JSON.parse(Buffer.from(cursor, 'base64url').toString()); } catch { read = undefined; }
  if (Array.isArray(read) && read.length === 2 && typeof read[0] === 'string' && typeof read[1] === 'string' && !read[0].includes('\0') && /^[0-9a-f-]{1,36}$/.test(read[1])) return [read[0], read[1]];
  throw new AppError('INVALID', 'This page mark is not one of ours. Start again from the first page.', { fields: [{ field: 'after', problem: 'malformed' }] });
}
