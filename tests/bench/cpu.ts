import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

interface Used { pid: number; parent: number; seconds: number }
/** Every process of this machine with the CPU it has used, in the finest grain the system tells. */
function processes(): Used[] {
  if (process.platform !== 'linux') {
    return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,time='], { encoding: 'utf8' }).trim().split('\n').map((line) => {
      const [pid, parent, time = ''] = line.trim().split(/\s+/u);
      return { pid: Number(pid), parent: Number(parent), seconds: time.split(/[-:]/u).reduce((sum, part) => sum * 60 + Number(part), 0) };
    });
  }
  return readdirSync('/proc').filter((name) => /^\d+$/u.test(name)).flatMap((name) => {
    try {
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8').replace(/^.*\)/u, '').trim().split(' '); // from the state on; a hundred ticks a second
      return [{ pid: Number(name), parent: Number(fields[1]), seconds: (Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14])) / 100 }];
    } catch { return []; } // ended meanwhile
  });
}

/** The parent of a process: a database's backend names its server. */
export const parentOf = (pid: number): number => processes().find((p) => p.pid === pid)?.parent ?? pid;
/** CPU seconds of these processes and of all their children, up to now. */
export const cpuOf = (pids: readonly number[]): number => processes().reduce((sum, p) => (pids.includes(p.pid) || pids.includes(p.parent) ? sum + p.seconds : sum), 0);
