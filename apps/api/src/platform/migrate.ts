import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { migrationOf, sqlFiles, type SqlFile } from './migrations.ts';

/** Something about the installation that a person must mend: shown as one line, without a trace. */
export class InstallationError extends Error {}
const oldestServer = 15;
const nothing = () => undefined;
/** TypeORM would print a failure that the thrown error tells already. */
const silent = { logQuery: nothing, logQueryError: nothing, logQuerySlow: nothing, logSchemaBuild: nothing, logMigration: nothing, log: nothing };

/** Opens a connection as the installation's owner, does `work`, closes it. */
export async function asOwner<T>(url: string, work: (c: pg.Client) => Promise<T>): Promise<T> {
  const c = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  c.on('error', () => undefined); // a lost connection already rejects the query that runs
  await c.connect();
  try { return await work(c); } finally { await c.end(); }
}

/**
 * Brings a database to the state of `migrations/`, as superuser or as a plain role that owns it and may create roles.
 * @returns the files applied now
 */
export async function migrate(url: string, files = sqlFiles()): Promise<string[]> {
  await asOwner(url, refuseUnfit);
  const source = new DataSource({
    type: 'postgres', url, installExtensions: false, logging: false, migrations: files.map(migrationOf),
    migrationsTransactionMode: 'each', migrationsTableName: 'migration', logger: silent, poolErrorHandler: () => undefined,
  });
  await source.initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.query("select pg_advisory_lock(hashtext('amparo migrations'))");
    await lock.query('create table if not exists migration_file (file text primary key, sha256 text not null, applied_at timestamptz not null default now())');
    const applied = (await lock.query('select file, sha256 from migration_file')) as Pick<SqlFile, 'file' | 'sha256'>[];
    refuseChanged(applied, files);
    await source.runMigrations();
    return files.map((f) => f.file).filter((f) => !applied.some((a) => a.file === f));
  } finally {
    await lock.release();
    await source.destroy();
  }
}

function refuseChanged(applied: Pick<SqlFile, 'file' | 'sha256'>[], files: SqlFile[]) {
  for (const { file, sha256 } of applied) {
    const now = files.find((f) => f.file === file);
    if (!now) throw new InstallationError(`This database has migration ${file}, which this version of Amparo does not know: it was used by a newer one. Use that version.`);
    if (now.sha256 !== sha256) throw new InstallationError(`migrations/${file} was changed after it was applied to this database. Put the change into a new file (or, where the data may go: npm run amparo -- reset).`);
  }
}

async function refuseUnfit(c: pg.Client) {
  const { rows: [r] } = await c.query<{ major: number; version: string; who: string; db: string; owner: boolean; creates: boolean; made: boolean; member: boolean; encoding: string }>(`
    select current_setting('server_version_num')::int / 10000 as major, current_setting('server_version') as version, current_user as who, datname as db,
      pg_has_role(datdba, 'usage') as owner, rolsuper or rolcreaterole as creates, pg_encoding_to_char(encoding) as encoding,
      exists (select from pg_roles where rolname = 'lit_owner') as made,
      rolsuper or coalesce((select bool_and(pg_has_role(rolname, 'member')) from pg_roles where rolname in ('lit_owner', 'lit_acl')), false) as member
    from pg_roles, pg_database where rolname = current_user and datname = current_database()`);
  if (!r) throw new InstallationError('The database does not tell who is connected.');
  if (r.major < oldestServer) throw new InstallationError(`The database server is PostgreSQL ${r.version}; Amparo needs ${oldestServer} or later.`);
  if (r.encoding !== 'UTF8') throw new InstallationError(`Database ${r.db} is encoded as ${r.encoding}; Amparo needs UTF8.`);
  if (!r.owner) throw new InstallationError(`Role ${r.who} must own database ${r.db}: ALTER DATABASE "${r.db}" OWNER TO "${r.who}".`);
  if (!r.creates) throw new InstallationError(`Role ${r.who} may not create roles: ALTER ROLE "${r.who}" CREATEROLE.`);
  if (r.made && !r.member) throw new InstallationError(`The roles lit_owner and lit_acl were made by somebody else on this server. Their maker must run: GRANT lit_owner, lit_acl, lit_api, lit_backup TO "${r.who}" WITH ADMIN OPTION.`);
}

/**
 * What a clone or a restore does not inherit, said again at every start: nobody may make temporary tables, only the two login roles may enter.
 * Gives the login role this installation's password, kept in `home`.
 * @returns the address the API connects with
 */
export async function openToApi(url: string, home: string): Promise<string> {
  const file = join(home, 'api-password');
  if (!existsSync(file)) { mkdirSync(home, { recursive: true }); writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 }); }
  const password = readFileSync(file, 'utf8').trim();
  await asOwner(url, async (c) => {
    await c.query(`do $$ begin
      execute format('revoke all on database %I from public', current_database());
      execute format('grant connect on database %I to lit_api, lit_backup', current_database());
    end $$`);
    const { rows } = await c.query("select r from unnest(array['lit_api', 'lit_user']) r where has_database_privilege(r, current_database(), 'temporary')");
    if (rows.length) throw new InstallationError('The right to make temporary tables could not be taken from everybody: the role of DATABASE_URL must own the database.');
    // Roles are the server's: installations (and tests) that open at the same moment meet at this row, and the loser simply says it again.
    for (let attempt = 1; ; attempt++) {
      try { await c.query(`alter role lit_api password ${c.escapeLiteral(password)}`); break; } catch (e) { if ((e as { code?: string }).code !== 'XX000' || attempt === 20) throw e; }
      await new Promise((resolve) => setTimeout(resolve, 10 * attempt));
    }
  });
  const api = new URL(url);
  api.username = 'lit_api';
  api.password = password;
  return api.href;
}
