// Sees to it that nothing outlives the process that started it. Its standard input is a pipe from there: when that ends, however it ends,
// this one stops the API first and the database last, removes what was only for once, and ends too.
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { isSame, until } from './lock.mjs';

for (const s of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(s, () => undefined);
const charge = { processes: [], database: null, remove: [] };
for await (const line of createInterface({ input: process.stdin })) Object.assign(charge, JSON.parse(line));

const { processes, database, remove } = charge;
const send = (signal) => { for (const p of processes) if (isSame(p)) try { process.kill(p.pid, signal); } catch { /* it has just ended */ } };
send('SIGTERM');
if (!(await until(() => !processes.some(isSame), 5_000))) send('SIGKILL');
if (database && existsSync(join(database.data, 'postmaster.pid'))) {
  const stop = (mode, seconds) => spawnSync(database.pgCtl, ['-D', database.data, '-m', mode, '-w', '-t', String(seconds), 'stop'], { ...database.who, cwd: '/', stdio: 'ignore' });
  if (stop('fast', 20).status !== 0) stop('immediate', 10);
}
for (const path of remove) rmSync(path, { recursive: true, force: true });
