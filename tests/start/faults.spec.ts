import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { plainly } from '../../libs/tooling/plain.mjs';
import { throwawayFolder } from '../../libs/tooling/postgres.mjs';
import { readEnv } from '../../apps/api/src/platform/env.ts';

const root = join(import.meta.dirname, '../..');
const isRoot = process.getuid?.() === 0;
const start = (settings: Record<string, string>, uid?: number) => {
  const env = { ...process.env, NODE_ENV: 'development', DATABASE_URL: '', PORT: '4987', AMPARO_BUILT: '1', npm_lifecycle_event: '', ...settings };
  const r = spawnSync(process.execPath, [join(root, 'libs/tooling/start.mjs')], { env, encoding: 'utf8', timeout: 60_000, killSignal: 'SIGKILL', ...(uid ? { uid, gid: uid } : {}) });
  return { code: r.status, lines: `${r.stdout}${r.stderr}`.trim().split('\n') };
};
const made: string[] = [];
const folder = () => { const f = throwawayFolder(); made.push(f); return f; };
afterEach(() => { for (const f of made.splice(0)) rmSync(f, { recursive: true, force: true }); });

describe('what a person can mend is told in one line', () => {
  it('a data folder that is a file', () => {
    const file = join(folder(), 'file');
    writeFileSync(file, '');
    const r = start({ AMPARO_HOME: join(file, 'home') });
    expect(r).toMatchObject({ code: 1, lines: [expect.stringMatching(/cannot be used \(a part of the path is no folder\).*AMPARO_HOME/)] });
  });

  it('a data folder that is itself a file', () => {
    const file = join(folder(), 'file');
    writeFileSync(file, '');
    expect(start({ AMPARO_HOME: file })).toMatchObject({ code: 1, lines: [expect.stringMatching(/file cannot be used \(it is a file, not a folder\).*AMPARO_HOME/)] });
  });

  it.runIf(existsSync('/proc/self'))('a data folder where none can be made, and at once', () => {
    const began = Date.now();
    for (const home of ['/proc/x', '/proc/x/y']) expect(start({ AMPARO_HOME: home }), home).toMatchObject({ code: 1, lines: [expect.stringMatching(/^\/proc\/x.* cannot be used .*AMPARO_HOME/)] });
    expect(Date.now() - began).toBeLessThan(20_000);
  });

  it.runIf(isRoot)('a data folder this user may not write', () => {
    const locked = join(folder(), 'locked');
    mkdirSync(locked, { mode: 0o500 });
    const r = start({ AMPARO_HOME: locked }, 65534);
    expect(r).toMatchObject({ code: 1, lines: [expect.stringMatching(/locked.* cannot be used \(permission denied\).*AMPARO_HOME/)] });
  });

  it('data of another PostgreSQL', () => {
    const home = folder();
    mkdirSync(join(home, 'pg'));
    writeFileSync(join(home, 'pg/PG_VERSION'), '13\n');
    chmodSync(home, 0o755);
    const r = start({ AMPARO_HOME: home });
    expect(r).toMatchObject({ code: 1, lines: [expect.stringMatching(/written by PostgreSQL 13; this version of Amparo brings PostgreSQL \d+/)] });
    expect(existsSync(join(home, 'running.json'))).toBe(false);
  });

  it.runIf(isRoot && spawnSync('mount', ['--version']).status === 0)('a full disk', () => {
    const mounted = folder();
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=20m,mode=0755', 'tmpfs', mounted]).status !== 0) return expect(plainly(Object.assign(new Error(), { code: 'ENOSPC' }))).toContain('disk is full');
    try {
      const r = start({ AMPARO_HOME: join(mounted, 'home') });
      expect(r).toMatchObject({ code: 1, lines: [expect.stringMatching(/disk.* is full.*Make room/)] });
    } finally { spawnSync('umount', [mounted]); }
  });

  it('an address of the database that is none, or does not answer', () => {
    expect(start({ AMPARO_HOME: folder(), DATABASE_URL: 'mysql://x' })).toMatchObject({ code: 1, lines: ['Settings that cannot be used:', expect.stringContaining('DATABASE_URL: must look like postgres://')] });
    expect(start({ AMPARO_HOME: folder(), DATABASE_URL: 'postgres://a:b@127.0.0.1:1/x' })).toMatchObject({ code: 1, lines: [expect.stringContaining('connection refused')] });
  });

  it('all faulty settings at once', () => {
    expect(start({ AMPARO_HOME: folder(), PORT: 'x', AMPARO_DEMO: 'maybe' }).lines.join('\n')).toMatch(/PORT: [\s\S]*AMPARO_DEMO: /);
  });
});

describe('settings', () => {
  it('keep secrets apart: they show nothing when printed', () => {
    const { env, secrets } = readEnv({ DATABASE_URL: 'postgres://u:hunter2@h/d', SMTP_URL: 'smtp://u:hunter2@h' });
    expect(`${JSON.stringify({ env, secrets })} ${String(secrets)} ${Object.entries(secrets).join()}`).not.toContain('hunter2');
    expect(secrets.DATABASE_URL).toContain('hunter2');
    expect(Object.isFrozen(env)).toBe(true);
  });
});

describe.runIf(isRoot)('as root in a folder only root may enter', () => {
  it('data lie elsewhere, the start says where, and reset removes them', () => {
    const home = mkdtempSync(join(tmpdir(), 'amparo-test-private-'));
    made.push(home);
    chmodSync(home, 0o700);
    const store = join(folder(), 'store');
    const amparo = (...words: string[]) => spawnSync(process.execPath, [join(root, 'libs/tooling/amparo.mjs'), ...words], { env: { ...process.env, NODE_ENV: 'development', DATABASE_URL: '', AMPARO_HOME: home, AMPARO_STORE: store, AMPARO_BUILT: '1' }, encoding: 'utf8' });
    expect(amparo('sign-in-link', 'nobody@nowhere.example').stderr).toContain(`The database's data lie in ${store}/`);
    const r = amparo('reset', '--yes');
    expect(r.stdout).toContain(store);
    expect(existsSync(store)).toBe(false);
  });
});
