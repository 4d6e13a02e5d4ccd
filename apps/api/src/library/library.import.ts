import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Command } from '../platform/command.ts';
import { FileFault, type ListFile, readListFile } from './library-file.ts';
import { asLibrarian, type LibraryReport, loadLibrary } from './library.load.ts';
import type { Refusal } from './refusal.ts';

const usage = 'Usage: import precedents FILE [--courts FILE] [--systems FILE] [--dry-run] [--report OUT.json]';

/** `import precedents`: 0 when everything was taken, 1 when a record was refused (the others are in) or a file could not be read, 2 when asked wrongly. */
export const importLibrary: Command = async (args, { url, say }) => {
  const asked = optionsOf(args);
  if (!asked) { say(usage); return 2; }
  const { file, options } = asked;
  const paths = { precedents: file, courts: options.courts, systems: options.systems };
  const files = await filesAt(paths);
  try {
    const report: LibraryReport = Array.isArray(files)
      ? { added: 0, changed: 0, unchanged: 0, refused: files }
      : await asLibrarian(url, (client) => loadLibrary(client, files, say), () => !options['dry-run']);
    for (const r of report.refused.slice(0, 50)) say(lineOf(r));
    if (report.refused.length > 50) say(`… and ${report.refused.length - 50} more faults${options.report ? `, all in ${options.report}` : '; --report OUT.json writes them all'}.`);
    if (!Array.isArray(files)) {
      const read = Object.values(files).reduce((sum, { json }) => sum + json.length, 0);
      say(`${options['dry-run'] ? 'Dry run, nothing written: ' : ''}${read} read, ${report.added} added, ${report.changed} changed, ${report.unchanged} unchanged, ${read - report.added - report.changed - report.unchanged} refused.`);
    }
    const written = !options.report || (await writeReport(options.report, report, say));
    return report.refused.length || !written ? 1 : 0;
  } catch (e) {
    const { code, message } = e as { code?: string; message: string };
    say(`The import stopped and nothing was written: ${message || code}`);
    return 1;
  }
};

/** The files, all of them lists; or, when one cannot be taken, what is wrong with each. */
async function filesAt(paths: Record<string, string | undefined>): Promise<Record<string, ListFile> | Refusal[]> {
  const files: Record<string, ListFile> = {};
  const refused: Refusal[] = [];
  for (const [name, path] of Object.entries(paths)) {
    if (path === undefined) continue;
    try { files[name] = await readListFile(path); } catch (e) {
      if (!(e instanceof FileFault)) throw e;
      refused.push({ file: e.file, record: '', field: '', reason: e.reason });
    }
  }
  return refused.length ? refused : files;
}

const lineOf = ({ file, record, field, reason }: Refusal): string => `Refused: ${[file, record, field].filter(Boolean).join(', ')}: ${reason}`;

async function writeReport(path: string, report: LibraryReport, say: (line: string) => void): Promise<boolean> {
  try { await writeFile(path, `${JSON.stringify(report, null, 2)}\n`); return true; } catch (e) {
    say(`The report cannot be written to ${path} (${(e as { code?: string }).code ?? 'unknown'}); what stands above was done. Name another file with --report.`);
    return false;
  }
}

function optionsOf(args: string[]) {
  try {
    const { positionals, values } = parseArgs({ args, allowPositionals: true, options: { courts: { type: 'string' }, systems: { type: 'string' }, report: { type: 'string' }, 'dry-run': { type: 'boolean' } } });
    const [file] = positionals;
    return file && positionals.length === 1 ? { file, options: values } : null;
  } catch { return null; }
}
