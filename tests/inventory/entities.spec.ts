import 'reflect-metadata';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase } from '../support/database.ts';

let owner: pg.Client, source: DataSource, drop: () => Promise<void>;
beforeAll(async () => {
  const db = await freshDatabase();
  drop = db.drop;
  process.env['DATABASE_URL'] = db.apiUrl;
  owner = new pg.Client(db.ownerUrl);
  await owner.connect();
  const { entities } = await import('../../apps/api/src/app.module.ts');
  source = await new DataSource({ type: 'postgres', url: db.ownerUrl, entities, installExtensions: false }).initialize();
});
afterAll(async () => { await source.destroy(); await owner.end(); await drop(); });

/** Columns that no entity maps, on purpose: derived readers, search vectors, what only definer functions touch. */
const unmapped = new Set(['acl', 'eacl', 'sacl', 'tsv', 'fingerprint', 'imported_at', 'normalised', 'sort_key', 'kind_scheme', 'principal', 'password_hash', 'email', 'token_hash']);

it('every column an entity maps exists, and every readable column is mapped or named here', async () => {
  const faults: string[] = [];
  for (const m of source.entityMetadatas) {
    const columns = (await owner.query(`select a.attname name, has_column_privilege('lit_user', a.attrelid, a.attnum, 'SELECT') readable, a.attnotnull required, a.atthasdef has_default
      from pg_attribute a where attrelid = $1::regclass and attnum > 0 and not attisdropped`, [m.tablePath])).rows as { name: string; readable: boolean }[];
    const names = new Set(columns.map((c) => c.name));
    const mapped = new Set(m.columns.map((c) => c.databaseName));
    for (const c of mapped) if (!names.has(c)) faults.push(`${m.tablePath}.${c} is mapped but does not exist`);
    for (const c of columns) if (c.readable && !mapped.has(c.name) && !unmapped.has(c.name)) faults.push(`${m.tablePath}.${c.name} is readable but not mapped`);
    for (const c of m.columns) if (!columns.find((x) => x.name === c.databaseName)?.readable) faults.push(`${m.tablePath}.${c.databaseName} is mapped but a request may not read it`);
  }
  expect(faults).toEqual([]);
});

it('every table a request may read is an entity, or is read by plain SQL and named here', async () => {
  const bySql = new Set(['app.concept_scheme', 'app.precedent_concept', 'app.precedent_right', 'app.precedent_finding', 'app.precedent_link', 'app.citation', 'app.calendar_tombstone', 'app.case_grant', 'app.event_note', 'audit.row_version', 'app.case_system', 'app.harm_link', 'app.library_file']);
  const entities = new Set(source.entityMetadatas.map((m) => m.tablePath));
  const readable = (await owner.query(`select format('%s.%s', n.nspname, c.relname) t from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('app', 'audit') and relkind = 'r' and has_any_column_privilege('lit_user', c.oid, 'SELECT')`)).rows.map((r) => r.t as string);
  expect(readable.filter((t) => !entities.has(t) && !bySql.has(t))).toEqual([]);
});
