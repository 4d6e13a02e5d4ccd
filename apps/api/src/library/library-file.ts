import { readFile, stat } from 'node:fs/promises';

/** A file that cannot be taken at all. The message is one line for a person and says what to do. */
export class FileFault extends Error {}

const most = 10 << 20;
const starts: [string, number[]][] = [['UTF-16', [0xff, 0xfe]], ['UTF-16', [0xfe, 0xff]], ['a byte order mark', [0xef, 0xbb, 0xbf]]];

export interface JsonFile { name: string; json: unknown; bytes: Buffer }

/** Reads JSON in UTF-8; every way in which a file can be wrong as a whole has its own sentence. */
export async function readJsonFile(path: string): Promise<JsonFile> {
  const fault = (why: string) => new FileFault(`${path}: ${why}`);
  let bytes: Buffer;
  try {
    const { size } = await stat(path);
    if (size > most) throw fault(`is larger than 10 MB (${(size / (1 << 20)).toFixed(1)} MB); split it.`);
    bytes = await readFile(path);
  } catch (e) {
    if (e instanceof FileFault) throw e;
    const { code } = e as { code?: string };
    throw fault(code === 'ENOENT' ? 'there is no such file.' : code === 'EISDIR' ? 'is a folder, not a file.' : code === 'EACCES' ? 'may not be read by this user.' : `cannot be read (${code ?? 'unknown'}).`);
  }
  const odd = starts.find(([, start]) => start.every((b, i) => bytes[i] === b));
  if (odd) throw fault(`begins with ${odd[0] === 'UTF-16' ? 'the mark of UTF-16' : odd[0]}; save it as UTF-8 without a byte order mark.`);
  if (!bytes.length) throw fault('is empty.');
  let text: string;
  try { text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes); } catch { throw fault('is not UTF-8; save it as UTF-8.'); }
  if (text.includes('\0')) throw fault('is not UTF-8 text: it holds NUL characters; save it as UTF-8.');
  try { return { name: path, json: JSON.parse(text), bytes }; } catch (e) { throw fault(`is not JSON: ${(e as Error).message.replace(/\s+/gu, ' ').slice(0, 160)}`); }
}

/** The same, where the file has to be a list of records. */
export async function readListFile(path: string): Promise<JsonFile> {
  const file = await readJsonFile(path);
  if (!Array.isArray(file.json)) throw new FileFault(`${path}: is not a list of records; it has to begin with "[".`);
  return file;
}
