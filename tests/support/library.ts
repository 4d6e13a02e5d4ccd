import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { importLibrary } from '../../apps/api/src/library/library.import.ts';

export const libraryFolder = join(import.meta.dirname, '../../apps/api/library');
export const libraryFile = (name: string): any => JSON.parse(readFileSync(join(libraryFolder, name), 'utf8'));

/** A folder for the files of one spec. */
export function desk() {
  const folder = mkdtempSync(join(tmpdir(), 'amparo-library-'));
  const at = (name: string) => join(folder, name);
  return { at, write: (name: string, content: unknown) => { writeFileSync(at(name), content instanceof Uint8Array || typeof content === 'string' ? content : JSON.stringify(content)); return at(name); }, clear: () => rmSync(folder, { recursive: true }) };
}

export interface Report { added: number; changed: number; unchanged: number; refused: { file: string; record: string; field: string; reason: string }[] }
/** Runs `import precedents` in this process, as the command line would. */
export async function runImport(url: string, reportPath: string, args: string[]): Promise<{ code: number; said: string[]; report: Report | null }> {
  const said: string[] = [];
  rmSync(reportPath, { force: true });
  const code = await importLibrary([...args, '--report', reportPath], { url, home: '', say: (line) => said.push(line) });
  let report: Report | null = null;
  try { report = JSON.parse(readFileSync(reportPath, 'utf8')) as Report; } catch (e) { if ((e as { code?: string }).code !== 'ENOENT') throw e; }
  return { code, said, report };
}

/** What the library holds, as its writer sees it. */
export async function asWriter<T>(url: string, work: (c: pg.Client) => Promise<T>): Promise<T> {
  const c = new pg.Client(url);
  await c.connect();
  try { await c.query('set role lit_acl'); return await work(c); } finally { await c.end(); }
}
