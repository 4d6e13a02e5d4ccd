import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, placeOf, throwawayFolder } from '../../libs/tooling/postgres.mjs';

const root = join(import.meta.dirname, '../..');
type Settings = Record<string, string>;
/** The environment of one installation: a data folder, a port, nothing of the tests' own. */
function environment(home: string, port: number, more: Settings): NodeJS.ProcessEnv {
  return { ...process.env, NODE_ENV: 'development', DATABASE_URL: '', AMPARO_DEMO: '0', AMPARO_HOME: home, PORT: String(port), AMPARO_BUILT: '1', npm_lifecycle_event: '', ...more };
}

/** An installation of its own on this machine, driven by the commands a person types. */
export class Installation {
  readonly home = throwawayFolder();
  private readonly children: ChildProcess[] = [];
  private constructor(readonly port: number, readonly settings: Settings) {}
  static async make(settings: Settings = {}): Promise<Installation> { return new Installation(await freePort(), settings); }
  get url(): string { return `http://127.0.0.1:${this.port}`; }

  /** Types `npm start` and waits until it is ready or has ended. */
  async start(): Promise<{ child: ChildProcess; said(): string; ended: Promise<number | null> }> {
    const child = spawn(process.execPath, [join(root, 'libs/tooling/start.mjs')], { env: environment(this.home, this.port, this.settings), stdio: ['ignore', 'pipe', 'pipe'] });
    this.children.push(child);
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (d: Buffer) => { text += d; });
    const ended = new Promise<number | null>((r) => child.once('close', (code) => r(code)));
    await until(() => text.includes('Amparo is ready') || child.exitCode !== null, 120_000);
    return { child, said: () => text, ended };
  }

  /** Types `npm run amparo -- …` and waits for its end. */
  command(words: string[], input = ''): { code: number | null; said: string } {
    const r = spawnSync(process.execPath, [join(root, 'libs/tooling/amparo.mjs'), ...words], { env: environment(this.home, this.port, this.settings), encoding: 'utf8', input, timeout: 180_000 });
    return { code: r.status, said: `${r.stdout}${r.stderr}` };
  }

  /** The processes the lock names. */
  get running(): { pid: number; api?: { pid: number }; guard: { pid: number } } { return JSON.parse(readFileSync(join(this.home, 'running.json'), 'utf8')); }
  get databaseProcess(): number { return Number(readFileSync(join(placeOf(this.home), 'pg/postmaster.pid'), 'utf8').split('\n')[0]); }
  async ready(ms = 60_000): Promise<boolean> { return until(async () => (await fetch(`${this.url}/readyz`).catch(() => null))?.ok === true, ms); }

  /** Every living process that carries this data folder in its environment. */
  processes(): string[] {
    return readdirSync('/proc').filter((n) => /^\d+$/.test(n) && Number(n) !== process.pid).flatMap((n) => {
      try { return readFileSync(`/proc/${n}/environ`, 'utf8').split('\0').includes(`AMPARO_HOME=${this.home}`) ? [readFileSync(`/proc/${n}/cmdline`, 'utf8').replaceAll('\0', ' ').slice(0, 80)] : []; } catch { return []; }
    });
  }

  async end(): Promise<void> {
    for (const c of this.children) if (c.exitCode === null && c.signalCode === null) { c.kill('SIGTERM'); await new Promise((r) => c.once('exit', r)); }
    await until(() => this.processes().length === 0, 30_000);
    const place = placeOf(this.home);
    for (const path of [place, this.home]) if (existsSync(path)) rmSync(path, { recursive: true, force: true });
  }
}

export async function until(done: () => boolean | Promise<boolean>, ms: number): Promise<boolean> {
  for (const end = Date.now() + ms; ;) { if (await done()) return true; if (Date.now() > end) return false; await new Promise((r) => setTimeout(r, 50)); }
}
