import { AppError } from './errors.ts';

/** A page mark: the sort value and the id of the last row, so that what changes meanwhile neither repeats nor hides a row that stayed. */
export const cursorOf = (key: string, id: string): string => Buffer.from(JSON.stringify([key, id])).toString('base64url');

/** What a sort value looks like, by the type it is compared as: anything else would be a fault of the database's. */
const isKey = {
  text: (key: string) => !key.includes('\0') && key.isWellFormed(),
  bigint: (key: string) => /^\d{1,18}$/.test(key),
  timestamptz: (key: string) => {
    const [, day, time] = /^([12]\d{3}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.\d{1,6})?[+-](?:0\d|1[0-5])(?::[0-5]\d){0,2}$/.exec(key) ?? [];
    const at = new Date(`${day}T${time}Z`); // a day that does not exist becomes another, or none
    return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day ?? '-');
  },
};
const isId = (id: string) => id === '0' || /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);

/** Reads a page mark. One that was tampered with is refused. */
export function readCursor(cursor: string | null | undefined, type: keyof typeof isKey): [key: string, id: string] | null {
  if (cursor === null || cursor === undefined) return null;
  let read: unknown;
  try { read = JSON.parse(Buffer.from(cursor, 'base64url').toString()); } catch { read = undefined; }
  if (Array.isArray(read) && read.length === 2 && typeof read[0] === 'string' && typeof read[1] === 'string' && isKey[type](read[0]) && isId(read[1]) && (read[1] === '0') === (type === 'bigint')) return [read[0], read[1]];
  throw new AppError('INVALID', 'This page mark is not one of ours. Start again from the first page.', { fields: [{ field: 'after', problem: 'malformed' }] });
}
