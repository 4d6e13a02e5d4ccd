import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One `NNNN-words.sql`: its text's hash is kept, so that a later change of an applied file is noticed. */
export interface SqlFile { file: string; sql: string; sha256: string }
export const migrationsFolder = join(import.meta.dirname, '../../../../migrations');

export function sqlFiles(dir = migrationsFolder): SqlFile[] {
  return readdirSync(dir).filter((f) => /^\d{4}-.*\.sql$/.test(f)).sort().map((file) => {
    const sql = readFileSync(join(dir, file), 'utf8').replaceAll('\r\n', '\n');
    return { file, sql, sha256: createHash('sha256').update(sql).digest('hex') };
  });
}

/** A file as a TypeORM migration class; the name must end in 13 digits, by which TypeORM orders. */
export function migrationOf({ file, sql, sha256 }: SqlFile): new () => MigrationInterface {
  const name = `${file.slice(5, -4).replace(/\W/g, '_')}${file.slice(0, 4).padStart(13, '0')}`;
  return class implements MigrationInterface {
    name = name;
    async up(q: QueryRunner) {
      try { await q.query(sql); } catch (e) { throw new Error(`migrations/${file} failed and left nothing behind: ${(e as Error).message}`, { cause: e }); }
      await q.query('reset role');
      await q.query('insert into migration_file (file, sha256) values ($1, $2)', [file, sha256]);
    }
    async down() { throw new Error('Migrations go forward only.'); }
  };
}
