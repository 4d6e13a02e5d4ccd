import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../../apps/api/src/platform/migrate.ts';
import { account, freePort, throwawayFolder } from '../../libs/tooling/postgres.mjs';
import { Installation, until } from '../support/start.ts';

const installed = '/usr/lib/postgresql';
const version = existsSync(installed) ? readdirSync(installed).filter((v) => Number(v) >= 15 && existsSync(join(installed, v, 'bin/initdb'))).sort()[0] : undefined;

// On Linux `npm test` brings the server; elsewhere the embedded one is the only one at hand.
describe.runIf(process.platform === 'linux')("a PostgreSQL of one's own, with a plain role that owns the database", () => {
  let place = '';
  const who = account();
  let port = 0;
  let server: ChildProcess;
  let admin: pg.Client;
  const as = (role: string, database = 'amparo_own') => `postgres://${role}:p%40ss@127.0.0.1:${port}/${database}`;
  beforeAll(async () => {
    if (!version) throw new Error(`No PostgreSQL server under ${installed}: npm test installs or names it.`);
    place = throwawayFolder();
    const bin = join(installed, version, 'bin');
    const data = join(place, 'data');
    mkdirSync(data, { mode: 0o700 });
    if (who.uid !== undefined) chownSync(data, who.uid, who.gid);
    const made = spawnSync(join(bin, 'initdb'), ['-D', data, '-U', 'admin', '--auth=trust', '--no-sync', '--encoding=UTF8', '--locale=C.UTF-8'], { ...who, cwd: '/', encoding: 'utf8' });
    if (made.status !== 0) throw new Error(made.stderr);
    port = await freePort();
    server = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), '-c', 'unix_socket_directories=', '-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off'], { ...who, cwd: '/', stdio: 'ignore' });
    await until(async () => { admin = new pg.Client(`postgres://admin@127.0.0.1:${port}/postgres`); return admin.connect().then(() => true, () => false); }, 20_000);
    for (const sql of ["create role owner login createrole password 'p@ss'", "create role guest login password 'p@ss'", 'create database amparo_own owner owner', 'create database amparo_late owner owner']) await admin.query(sql);
  });
  afterAll(async () => {
    await admin?.end();
    if (server?.exitCode === null) { server.kill('SIGINT'); await new Promise((r) => server.once('exit', r)); }
    if (place) rmSync(place, { recursive: true, force: true });
  });

  it('refuses a role that does not own the database, in one line', async () => {
    await expect(migrate(as('guest'))).rejects.toThrow('Role guest must own database amparo_own');
  });

  it('refuses a changed migration by its name', async () => {
    const file = { file: '0001-a.sql', sql: 'select 1', sha256: 'one' };
    await migrate(as('owner', 'amparo_late'), [file]);
    await expect(migrate(as('owner', 'amparo_late'), [{ ...file, sha256: 'two' }])).rejects.toThrow('migrations/0001-a.sql was changed after it was applied');
    await expect(migrate(as('owner', 'amparo_late'), [])).rejects.toThrow('0001-a.sql, which this version of Amparo does not know');
  });

  it('leaves nothing of a migration that fails, and names the file', async () => {
    const broken = { file: '0002-b.sql', sql: 'create table half (); select 1/0', sha256: 'x' };
    await expect(migrate(as('owner', 'amparo_late'), [{ file: '0001-a.sql', sql: 'select 1', sha256: 'one' }, broken])).rejects.toThrow('migrations/0002-b.sql failed and left nothing behind: division by zero');
    const c = new pg.Client(as('owner', 'amparo_late'));
    await c.connect();
    expect((await c.query("select to_regclass('half') t")).rows[0].t).toBeNull();
    await c.end();
  });

  it('runs the whole product, without the demo', async () => {
    const at = await Installation.make({ DATABASE_URL: as('owner'), AMPARO_DEMO: '1' });
    try {
      const s = await at.start();
      expect(s.said()).toContain('Amparo is ready');
      expect((await admin.query("select rolsuper, rolbypassrls from pg_roles where rolname like 'lit\\_%'")).rows.filter((r) => r.rolsuper || r.rolbypassrls)).toEqual([]);
      const c = new pg.Client(as('owner'));
      await c.connect();
      await c.query('set role lit_acl');
      expect((await c.query('select count(*)::int n from app.organisation where demo')).rows[0].n).toBe(0);
      expect((await c.query('select count(*)::int n from app.precedent')).rows[0].n).toBeGreaterThan(40);
      await c.end();
      s.child.kill('SIGTERM');
      expect(await s.ended).toBe(0);
      expect(existsSync(join(at.home, 'pg'))).toBe(false);
    } finally { await at.end(); }
  });
});
