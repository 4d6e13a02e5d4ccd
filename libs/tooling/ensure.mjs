// What every command does first. Nothing here may import a package: on a fresh machine there is none yet.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Plain } from './plain.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
export const binFolder = join(root, 'node_modules/.bin');
const bundled = join(binFolder, process.platform === 'win32' ? 'node.cmd' : 'node');
const floor = [24, 11];

/** This process's environment with the workspace's programs, the bundled Node among them, first in the path. */
export const toolEnv = (more = {}) => ({ ...process.env, PATH: `${binFolder}${delimiter}${process.env.PATH}`, NX_DAEMON: 'false', NX_TUI: 'false', ...more });

/** Installs the packages when the lock file is newer than what is installed. */
export function ensurePackages() {
  const stamp = join(root, 'node_modules/.package-lock.json');
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs) return;
  console.error('Installing packages (about a minute) …');
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const r = spawnSync(npm[0], [...npm.slice(1), 'ci', '--loglevel=error', '--no-audit', '--no-fund'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (r.status !== 0) throw new Plain('The packages could not be installed: see npm\'s lines above. Is the network or the npm registry reachable?');
}

const fits = (version) => { const [major, minor] = version.split('.').map(Number); return major > floor[0] || (major === floor[0] && minor >= floor[1]); };

/**
 * Installs, and goes on under the bundled Node where this one is too old.
 * @returns false in a process that only stands in front of the one under the bundled Node
 */
export function ensure() {
  ensurePackages();
  if (fits(process.versions.node)) return true;
  if (!existsSync(bundled) || process.env.AMPARO_REEXEC) throw new Plain(`Amparo needs Node ${floor.join('.')} or newer; this is ${process.versions.node}, and no bundled one fits this machine.`);
  const child = spawn(bundled, process.argv.slice(1), { stdio: 'inherit', env: toolEnv({ AMPARO_REEXEC: '1' }) });
  for (const s of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(s, () => { if (s !== 'SIGINT') child.kill(s); }); // Ctrl-C reaches the child by itself
  child.on('exit', (code, signal) => process.exit(signal ? 1 : code));
  whenParentEnds(() => child.kill('SIGTERM'));
  return false;
}

/** npm does not pass a signal on to what it started, and a killed process cannot: so its children look for themselves. */
export function whenParentEnds(then) {
  if (!process.env.npm_lifecycle_event && !process.env.AMPARO_REEXEC) return;
  const parent = process.ppid;
  const look = setInterval(() => { if (process.ppid !== parent) { clearInterval(look); then(); } }, 300);
  look.unref();
}

/** Runs a program of the workspace and shows its output as it comes. @returns the exit code */
export function tool(name, args, { cwd = root, env = {} } = {}) {
  const r = spawnSync(join(binFolder, process.platform === 'win32' ? `${name}.cmd` : name), args, { cwd, stdio: 'inherit', env: toolEnv(env), shell: process.platform === 'win32' });
  if (r.error) throw r.error;
  return r.status ?? 1;
}

/** What the files of these places look like: their names, sizes and times, without reading them. */
function lookOf(places) {
  const hash = createHash('sha256');
  const add = (path) => { const s = statSync(path, { throwIfNoEntry: false }); hash.update(`${path} ${s?.size} ${s?.mtimeMs}\n`); };
  for (const place of places) {
    add(place);
    if (statSync(place, { throwIfNoEntry: false })?.isDirectory()) for (const e of readdirSync(place, { recursive: true, withFileTypes: true })) if (e.isFile()) add(join(e.parentPath, e.name));
  }
  return hash.digest('base64url');
}

/** The API alone, which the commands need: nothing is asked of Nx (several seconds) while its sources and what was built of them look as they did after the last build. */
export function buildApi() {
  const projects = ['apps/api', 'libs/domain', 'libs/exports'].map((p) => join(root, p));
  const settings = ['package-lock.json', 'tsconfig.json', 'nx.json', ...projects.flatMap((p) => ['package.json', 'tsconfig.json', 'tsconfig.build.json'].map((f) => join(p, f)))].map((f) => resolve(root, f));
  const sources = () => lookOf([...settings, ...projects.map((p) => join(p, 'src'))]);
  const built = () => lookOf(projects.map((p) => join(p, 'dist')));
  const stamp = join(root, 'dist/api.built');
  const before = sources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === `${before} ${built()}`) return;
  build(['@amparo/api']);
  if (process.env.AMPARO_BUILT) return; // built by somebody else, who knows
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, `${before} ${built()}`);
}

/** Builds what changed since the last time; silent unless it fails. Tests of the start build once and say so. */
export function build(projects = []) {
  if (process.env.AMPARO_BUILT) return;
  console.error('Building what changed …'); // progress goes to standard error: a command's own lines are standard output
  const args = [join(root, 'node_modules/nx/dist/bin/nx.js'), 'run-many', '-t', 'build', '--output-style=static', ...(projects.length ? [`--projects=${projects.join(',')}`] : [])];
  // always for production: who starts with NODE_ENV=development would else keep a client that expects the development server
  const r = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', env: { ...toolEnv(), NODE_ENV: 'production' }, maxBuffer: 64e6 });
  if (r.status === 0) return;
  const said = `${r.stdout}\n${r.stderr}`;
  if (/ENOSPC|No space left/i.test(said)) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
  console.error(said.trim());
  throw new Plain('The build failed: see above.');
}
