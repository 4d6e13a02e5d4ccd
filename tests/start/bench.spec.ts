import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const bench = (...args: string[]) => spawnSync(process.execPath, [join(root, 'libs/tooling/bench.mjs'), ...args], { cwd: root, encoding: 'utf8', env: { ...process.env, DATABASE_URL: '', AMPARO_BUILT: '1' } });

describe.skipIf(process.platform === 'win32')('npm run bench', () => {
  it('seeds, measures beside the floor and says every ratio', () => {
    const r = bench('--cases', '200', '--seconds', '0.5', '--rounds', '1');
    expect(r.status, r.stderr).toBe(0);
    for (const work of ['list of 50 cases', 'case page', 'precedent search']) expect(r.stdout).toMatch(new RegExp(`^${work} +\\d+\\.\\d\\d +\\d+\\.\\d\\d +\\d+\\.\\d\\d$`, 'm'));
  });
  it('refuses a number it cannot take', () => {
    for (const args of [['--cases', 'many'], ['--seconds', '0']]) expect(bench(...args)).toMatchObject({ status: 2, stderr: expect.stringMatching(/--cases|--seconds/) });
  });
});
