import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asOwner, openToApi } from '../../apps/api/src/platform/migrate.ts';
import { prepareDatabase } from '../../apps/api/src/prepare.ts';
import { startPostgres, throwawayFolder } from '../../libs/tooling/postgres.mjs';

const at = (url: string, database: string) => { const u = new URL(url); u.pathname = `/${database}`; return u.href; };
const name = () => `t_${randomBytes(6).toString('hex')}`;

/**
 * Once per run: a throw-away server (or the one of TEST_DB_URL) and in it a template, migrated and with the reference library loaded.
 * The server and its folder end with this process, also when it is killed.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const given = process.env['TEST_DB_URL'];
  const home = given ? join(tmpdir(), `amparo-test-${createHash('sha256').update(given).digest('hex').slice(0, 8)}`) : throwawayFolder();
  if (given) mkdirSync(home, { recursive: true, mode: 0o755 }); // one per server, since the roles and their password are the server's
  process.env['AMPARO_STORE'] ??= join(home, 'store');
  const server = given ? null : await startPostgres({ home, throwaway: true });
  const url = given ?? server!.url;
  const template = name();
  await asOwner(url, (c) => c.query(`create database ${template}`));
  await prepareDatabase({ url: at(url, template), home, say: () => undefined });
  Object.assign(process.env, { TEST_OWNER_URL: url, TEST_TEMPLATE: template, TEST_HOME: home });
  return async () => {
    if (server) await server.stop(); else await asOwner(url, (c) => c.query(`drop database if exists ${template} with (force)`));
  };
}

/** The server's own vacuum cannot be sent away by who owns the database, and leaves by itself in a moment. */
async function drop(owner: { query(text: string): Promise<unknown> }, database: string, tries = 20): Promise<void> {
  try { await owner.query(`drop database ${database} with (force)`); } catch (e) {
    if ((e as { code?: string }).code !== '42501' || tries === 0) throw e;
    await new Promise((ok) => setTimeout(ok, 250));
    await drop(owner, database, tries - 1);
  }
}

/** A database of its own for one spec file: a clone of the template, with the owner's address and the API's. */
export async function freshDatabase(): Promise<{ ownerUrl: string; apiUrl: string; drop(): Promise<void> }> {
  const { TEST_OWNER_URL: url, TEST_TEMPLATE: template, TEST_HOME: home } = process.env;
  if (!url || !template || !home) throw new Error('No test database: run vitest with tests/vitest.config.ts.');
  const database = name();
  await asOwner(url, (c) => c.query(`create database ${database} template ${template}`));
  const ownerUrl = at(url, database);
  return { ownerUrl, apiUrl: await openToApi(ownerUrl, home), drop: () => asOwner(url, (c) => drop(c, database)) };
}
