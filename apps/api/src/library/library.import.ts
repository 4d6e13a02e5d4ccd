import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Command } from '../platform/command.ts';
import { FileFault, readListFile } from './library-file.ts';
import { asLibrarian, loadLibrary } from './library.load.ts';

const usage = 'Usage: import precedents FILE [--courts FILE] [--systems FILE] [--dry-run] [--report OUT.json]';

/** `import precedents`: 0 when everything was taken, 1 when a record was refused (the others are in) or a file could not be read, 2 when asked wrongly. */
export const importLibrary: Command = async (args, { url, say }) => {
  const asked = optionsOf(args);
  if (!asked) { say(usage); return 2; }
  const { file, options } = asked;
  try {
    const [precedents, courts, systems] = await Promise.all([readListFile(file), options.courts ? readListFile(options.courts) : undefined, options.systems ? readListFile(options.systems) : undefined]);
    const report = await asLibrarian(url, (client) => loadLibrary(client, { precedents, ...(courts && { courts }), ...(systems && { systems }) }, say), () => !options['dry-run']);
    for (const r of report.refused.slice(0, 50)) say(`Refused: ${r.record || 'the file'}${r.field ? `, ${r.field}` : ''}: ${r.reason} (${r.file})`);
    if (report.refused.length > 50) say(`… and ${report.refused.length - 50} more faults${options.report ? `, all in ${options.report}` : '; --report OUT.json writes them all'}.`);
    if (options.report) await writeFile(options.report, `${JSON.stringify(report, null, 2)}\n`);
    say(`${options['dry-run'] ? 'Dry run, nothing written: ' : ''}${report.added} added, ${report.changed} changed, ${report.unchanged} unchanged, ${new Set(report.refused.map((r) => `${r.file} ${r.record}`)).size} refused.`);
    return report.refused.length ? 1 : 0;
  } catch (e) {
    const { code, message } = e as { code?: string; message: string };
    say(e instanceof FileFault ? message : `The import stopped and nothing was written: ${message || code}`);
    return 1;
  }
};

function optionsOf(args: string[]) {
  try {
    const { positionals, values } = parseArgs({ args, allowPositionals: true, options: { courts: { type: 'string' }, systems: { type: 'string' }, report: { type: 'string' }, 'dry-run': { type: 'boolean' } } });
    const [file] = positionals;
    return file && positionals.length === 1 ? { file, options: values } : null;
  } catch { return null; }
}
