import { createHash } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import type { CommandContext } from '../platform/command.ts';
import { FileFault, type JsonFile, readJsonFile } from './library-file.ts';
import { asLibrarian, loadLibrary } from './library.load.ts';

const folder = join(import.meta.dirname, '../../library');
const names = ['vocabularies', 'courts', 'systems', 'precedents'] as const;
const paths: Record<(typeof names)[number], string> = { vocabularies: 'vocabularies.json', courts: 'courts.json', systems: 'id-systems.json', precedents: 'precedents.json' };

/** Loads the reference library that comes with the product; does nothing when these very files were loaded before. */
export async function seedLibrary({ url, say }: Pick<CommandContext, 'url' | 'say'>): Promise<void> {
  const files = await Promise.all(names.map(async (name) => ({ name, file: await readJsonFile(join(folder, paths[name])) })));
  const prints = new Map(files.map(({ name, file }) => [name as string, createHash('sha256').update(file.bytes).digest('base64url')]));
  if (await loaded(url, prints)) return;
  say('Loading the reference library …');
  const report = await asLibrarian(url, async (client) => {
    const done = await loadLibrary(client, Object.fromEntries(files.map(({ name, file }) => [name, shortNamed(file, paths[name])])), say);
    if (done.refused.length) throw new FileFault('The reference library that comes with Amparo', `It is damaged. ${done.refused.map((r) => `${r.file} ${r.record} ${r.field}: ${r.reason}`).slice(0, 3).join(' ')}`);
    for (const [name, print] of prints) await client.query('insert into app.library_file (name, fingerprint) values ($1, $2) on conflict (name) do update set fingerprint = excluded.fingerprint, imported_at = clock_timestamp()', [name, print]);
    return done;
  });
  say(`Reference library: ${report.added} added, ${report.changed} changed, ${report.unchanged} unchanged.`);
}

const shortNamed = (file: JsonFile, name: string): JsonFile => ({ ...file, name });

/** One short look, without a lock: a second start must not be slower for it. */
async function loaded(url: string, prints: Map<string, string>): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin; set local role lit_acl');
    const { rows } = await client.query<{ name: string; fingerprint: string }>('select name, fingerprint from app.library_file');
    return rows.filter((r) => prints.get(r.name) === r.fingerprint).length === prints.size;
  } finally { await client.end(); }
}
