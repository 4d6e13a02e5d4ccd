// One process at a time has charge of a data folder: the start, or a command while nothing is started.
import { spawnSync } from 'node:child_process';
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Plain } from './plain.mjs';

export const alive = (pid) => { if (!pid) return false; try { process.kill(pid, 0); return true; } catch (e) { return e.code === 'EPERM'; } };

/** When a process began: with its number this names one process, even after numbers were used again. */
export function beganAt(pid) {
  try { return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')[19]; } catch { /* no /proc on this system */ }
  return process.platform === 'win32' ? '' : (spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '').trim();
}
export const self = (pid = process.pid) => ({ pid, began: beganAt(pid) });
export const isSame = (who) => !!who && alive(who.pid) && beganAt(who.pid) === who.began;
export const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
/** Waits until `done` is true. @returns whether it became so in time */
export async function until(done, ms, step = 50) {
  for (const end = Date.now() + ms; ;) { if (await done()) return true; if (Date.now() > end) return false; await sleep(step); }
}

const fileOf = (home) => join(home, 'running.json');
export function holderOf(home) {
  try { return JSON.parse(readFileSync(fileOf(home), 'utf8')); } catch (e) { if (e.code === 'ENOENT') return null; if (e instanceof SyntaxError) return { what: 'nothing' }; throw e; }
}
/** Who has charge of this folder right now, if anybody. */
export const runningIn = (home) => { const h = holderOf(home); return h && isSame(h) ? h : null; };

/** Step by step: Node's own `recursive` never comes back where the system says of a folder in an existing one that it does not exist, as in /proc. */
function makeFolder(path, mode) {
  if (!existsSync(dirname(path))) makeFolder(dirname(path), mode);
  try { mkdirSync(path, { mode }); } catch (e) { if (e.code !== 'EEXIST' || !statSync(path).isDirectory()) throw e; }
}

/**
 * Takes charge of the folder. A lock left by a killed process is recovered: what it started is waited for, then ended.
 * @returns note: adds a line to the lock; release: gives it back
 */
export async function takeLock(home, what) {
  try { makeFolder(home, process.getuid?.() === 0 ? 0o755 : 0o700); } catch (e) { // as root the database's own user must pass through
    const why = { EEXIST: 'it is a file, not a folder', ENOENT: 'no folder can be made there' }[e.code];
    throw why ? new Plain(`${home} cannot be used (${why}). Choose another data folder with AMPARO_HOME.`) : e;
  }
  const file = fileOf(home);
  const mine = { what, ...self() };
  const draft = `${file}.${process.pid}`;
  for (let n = 0; ; n++) {
    writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 });
    try { linkSync(draft, file); rmSync(draft); break; } catch (e) { rmSync(draft, { force: true }); if (e.code !== 'EEXIST' || n > 5) throw e; }
    const other = holderOf(home);
    if (other && isSame(other)) throw new Plain(other.what === 'start' ? `Amparo is already running in ${home} (process ${other.pid}). Stop it first, or use it.` : `Another command works on ${home} right now (process ${other.pid}: ${other.what}). Try again when it has ended.`);
    const aside = `${file}.stale.${process.pid}`;
    try { renameSync(file, aside); } catch (e) { if (e.code === 'ENOENT') continue; throw e; }
    const taken = JSON.parse(readFileSync(aside, 'utf8') || '{}');
    if (isSame(taken)) { linkSync(aside, file); rmSync(aside); continue; } // somebody recovered it between our two looks
    rmSync(aside);
    await clearAfter(other);
  }
  const write = () => { writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 }); renameSync(draft, file); };
  return { note: (more) => { Object.assign(mine, more); write(); }, release: () => rmSync(file, { force: true }) };
}

/** The guard of a killed process stops what that one had started; only if it was killed too do we do it here. */
async function clearAfter(killed) {
  if (!killed?.guard && !killed?.api) return;
  console.log('The last run ended without stopping; clearing up …');
  await until(() => !isSame(killed.guard), 30_000);
  for (const [who, ms] of [[killed.api, 3_000], [killed.guard, 0]]) {
    if (isSame(who) && !(await until(() => !isSame(who), ms))) process.kill(who.pid, 'SIGKILL');
  }
}
