// The installation this process works on: its settings, its folder, its database.
import { join, resolve } from 'node:path';
import { root } from './ensure.mjs';
import { runningIn, until } from './lock.mjs';
import { Plain } from './plain.mjs';
import { placeOf, serverOf, ownerUrl, startPostgres } from './postgres.mjs';

/** Settings from the environment, by the API's own table, before anything is built. */
export async function settings() {
  const { readEnv, isLoopback } = await import('../../apps/api/src/platform/env.ts');
  let read;
  try { read = readEnv(); } catch (e) { throw new Plain(e.message); }
  const { env, secrets } = read;
  const home = resolve(env.AMPARO_HOME ?? join(root, '.amparo'));
  if (secrets.DATABASE_URL) try { new URL(secrets.DATABASE_URL); } catch { throw new Plain('DATABASE_URL is no usable address: it must look like postgres://user:password@host:5432/database (special characters percent-encoded).'); }
  const demo = env.AMPARO_DEMO !== '0' && env.NODE_ENV !== 'production' && isLoopback(env.HOST) && !secrets.DATABASE_URL;
  const shown = ['0.0.0.0', '::'].includes(env.HOST) ? '127.0.0.1' : env.HOST.includes(':') ? `[${env.HOST}]` : env.HOST;
  return { env, external: secrets.DATABASE_URL, home, demo, origin: (env.PUBLIC_URL ?? `http://${shown}:${env.PORT}`).replace(/\/$/, '') };
}

/** The running embedded server of this home, as its owner's address; waits a little while it is being started or brought back. */
export async function urlOfRunning(home) {
  const data = join(placeOf(home), 'pg');
  let server = null;
  await until(() => { server = serverOf(data); return server?.ready || !runningIn(home); }, 60_000, 200);
  if (!server?.ready) throw new Plain(`The start that runs in ${home} has no database yet. Try again in a moment.`);
  return ownerUrl(home, server.port);
}

/** A database for as long as this process wants it: the external one, or the embedded one. */
export async function openDatabase({ external, home, say, guard }) {
  return external ? { url: external, place: home, up: null, stop: async () => undefined } : startPostgres({ home, say, ...(guard ? { guard } : {}) });
}
