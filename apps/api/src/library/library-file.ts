import { isUtf8 } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import { shown, visible } from './refusal.ts';

/** A file that cannot be taken at all. The reason is a sentence for a person and says what to do. */
export class FileFault extends Error {
  readonly file: string;
  readonly reason: string;
  constructor(file: string, reason: string) { super(`${file}: ${reason}`); this.file = file; this.reason = reason; }
}

const most = 10 << 20;
const starts: [string, number[]][] = [['UTF-16', [0xff, 0xfe]], ['UTF-16', [0xfe, 0xff]], ['a byte order mark', [0xef, 0xbb, 0xbf]]];

export interface JsonFile { name: string; json: unknown; bytes: Buffer }
export interface ListFile extends JsonFile { json: unknown[] }

const unread: Readonly<Record<string, string>> = { ENOENT: 'There is no such file: correct the path.', EISDIR: 'It is a folder: name the file in it.', EACCES: 'It may not be read by this user: change its rights.' };

/** Reads JSON in UTF-8; every way in which a file can be wrong as a whole has its own sentence. */
export async function readJsonFile(path: string): Promise<JsonFile> {
  const fault = (why: string) => new FileFault(path, why);
  const { bytes, size } = await read(path).catch((e: { code?: string }) => { throw fault(unread[e.code ?? ''] ?? `It cannot be read (${e.code ?? 'unknown'}): copy it to another place and try again.`); });
  if (!bytes) throw fault(`It is larger than 10 MB (${(size / (1 << 20)).toFixed(1)} MB): split it.`);
  if (!bytes.length) throw fault('It is empty: an empty list is written [].');
  const odd = starts.find(([, start]) => start.every((b, i) => bytes[i] === b));
  if (odd) throw fault(`It begins with ${odd[0] === 'UTF-16' ? 'the mark of UTF-16' : odd[0]}: save it as UTF-8 without a byte order mark.`);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (!isUtf8(bytes)) throw fault(`It is not UTF-8: ${lineWith(text, text.indexOf('\ufffd'))} holds bytes that are none. Save it as UTF-8.`);
  if (text.includes('\0')) throw fault(`It is not UTF-8 text: ${lineWith(text, text.indexOf('\0'))} holds NUL characters. Save it as UTF-8.`);
  try { return { name: path, json: JSON.parse(text), bytes }; } catch (e) { throw fault(`It is not JSON: ${visible((e as Error).message).slice(0, 200)}. Correct it there, or write the file anew with a program that knows JSON.`); }
}

async function read(path: string): Promise<{ bytes?: Buffer; size: number }> {
  const { size } = await stat(path);
  return size > most ? { size } : { bytes: await readFile(path), size };
}
/** Where somebody has to look: the number of the line and what is seen around the place. */
const lineWith = (text: string, at: number): string => {
  const start = text.lastIndexOf('\n', at) + 1;
  return `line ${text.slice(0, start).split('\n').length} (“${shown(text.slice(start), at - start)}”)`;
};

/** The same, where the file has to be a list of records. */
export async function readListFile(path: string): Promise<ListFile> {
  const { json, ...file } = await readJsonFile(path);
  if (!Array.isArray(json)) throw new FileFault(path, `It is not a list of records but begins “${shown(file.bytes.toString().trimStart())}”: put the records between [ and ].`);
  return { ...file, json: json as unknown[] };
}
