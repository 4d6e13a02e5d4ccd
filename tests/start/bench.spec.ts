import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
async function bench(...args: string[]) {
  const child = spawn(process.execPath, [join(root, 'libs/tooling/bench.mjs'), ...args], { cwd: root, env: { ...process.env, DATABASE_URL: '', AMPARO_BUILT: '1' } });
  const [said, fault, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { said, fault, code: code as number };
}

describe.skipIf(process.platform === 'win32')('npm run bench', () => {
  it('seeds, measures beside the floor and says every ratio', async () => {
    const { said, fault, code } = await bench('--cases', '200', '--seconds', '0.5', '--rounds', '1');
    expect(code, fault).toBe(0);
    expect(said).toMatch(/^200 deadlines counted again .*: \d+\.\d × reading them$/mu);
    expect(said).toMatch(/^a calendar feed of 2000 entries: \d+\.\d × reading its rows$/mu);
    expect(said).toMatch(/^Log sheet at 300 ms, 50 kB\/s: (usable after \d+\.\d\d s when installed, \d+\.\d\d s on the first visit|not measured)/mu);
    for (const work of ['list of 50 cases', 'case page', 'heavy case page', 'precedent search']) expect(said).toMatch(new RegExp(`^${work} +\\d+\\.\\d\\d +\\d+\\.\\d\\d +\\d+\\.\\d\\d$`, 'm'));
  }, 300_000);
  it('refuses a number it cannot take', async () => {
    for (const args of [['--cases', 'many'], ['--seconds', '0']]) expect(await bench(...args)).toMatchObject({ code: 2, fault: expect.stringMatching(/--cases|--seconds/) });
  });
});
