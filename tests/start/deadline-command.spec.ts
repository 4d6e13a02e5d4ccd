import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';

/** The deadline engine by hand: no server, no database, JSON alone on standard output, and a line for a person when something typed is wrong. */
const root = join(import.meta.dirname, '../..');
const { runDeadline } = (await import(join(root, 'libs/tooling/deadline.mjs'))) as { runDeadline(words: string[]): number };

/** The command itself, in this process: starting it forty times would take longer than all it does. */
function run(...words: string[]) {
  const said = { out: [] as string[], err: [] as string[] };
  const spies = [vi.spyOn(console, 'log').mockImplementation((line: string) => void said.out.push(line)), vi.spyOn(console, 'error').mockImplementation((line: string) => void said.err.push(line))];
  try {
    return { status: runDeadline(words), stdout: said.out.join('\n'), stderr: said.err.join('\n') };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
/** As npm starts it, with a data folder and a database that cannot be used. */
const started = (...words: string[]) => spawnSync(process.execPath, [join(root, 'libs/tooling/amparo.mjs'), ...words], { encoding: 'utf8', env: { ...process.env, AMPARO_HOME: '/nowhere', DATABASE_URL: '' } });
const json = (...words: string[]) => JSON.parse(run(...words, '--json').stdout) as Record<string, unknown>;

describe('npm run amparo -- deadline', () => {
  it('prints what the engine found, in the order of the page', () => {
    const { status, stdout, stderr } = started('deadline', 'EU-1', '--trigger', '2026-08-31', '--basis', 'notified', '--reader-zone=Africa/Nairobi', '--json');
    expect([status, stderr]).toEqual([0, '']);
    const result = JSON.parse(stdout) as Record<string, unknown>;
    expect(Object.keys(result).slice(0, 10)).toEqual(['rule', 'version', 'status', 'workingDate', 'latestDate', 'cutOff', 'zone', 'strictness', 'verification', 'trace']);
    expect(result).toMatchObject({ rule: 'EU-1', status: 'computed', latestDate: '2026-11-10', cutOff: '2026-11-10T23:59:00+01:00', reader: { day: '2026-11-11', hour: '01:59' } });
  });
  it('shows people how it was counted', () => {
    const { status, stdout } = run('deadline', 'UG-1', '--trigger', '2025-06-10');
    expect(status).toBe(0);
    for (const text of ['Aim for       Mon 23 June 2025', 'Last day      Tue 24 June 2025', 'Day 1 is Wed 11 June 2025; 14 days end on Tue 24 June 2025', 'Sat 23 Aug 2025, moves to Mon 25 Aug 2025', 'not verified']) expect(stdout).toContain(text);
  });
  it('chooses by the decision, leaves out stays, extends, takes unknown digits as rough', () => {
    expect(json('deadline', 'ECHR-1', '--trigger', '2022-03-01', '--decided', '2022-01-31')).toMatchObject({ version: 1, latestDate: '2022-09-01' });
    expect(json('deadline', 'GH-2b', '--trigger', '2025-03-03', '--stay', '2025-03-10/2025-03-17')).toMatchObject({ latestDate: '2025-03-31' });
    expect(json('deadline', 'UG-1', '--trigger', '2025-06-10', '--extend', '7 days')).toMatchObject({ latestDate: '2025-07-01', byRule: { latestDate: '2025-06-24' } });
    expect(json('deadline', 'KE-1', '--trigger', '2025-03-XX')).toMatchObject({ status: 'not_computable', earliestPossible: '2025-03-01' });
    expect(json('deadline', 'order', '--within', '48 hours', '--trigger', '2026-03-28T10:00', '--zone', 'Europe/Dublin')).toMatchObject({ rule: null, cutOff: '2026-03-30T11:00:00+01:00' });
  });
  it.each([
    [['deadline', 'XX-1', '--trigger', '2025-01-01'], 'unknown_rule', 'rule'], [['deadline', 'KE-1', '--trigger', '2023-02-29'], 'no_such_day', 'trigger'], [['deadline', 'KE-1', '--trigger', 'soon'], 'not_a_date', 'trigger'],
    [['deadline', 'KE-1', '--trigger', '2025-01-01', '--basis', 'guessed'], 'unknown_code', 'basis'], [['deadline', 'KE-1'], 'required', 'trigger'], [['deadline'], 'required', 'rule'],
    [['deadline', 'order', '--within', '0 days', '--trigger', '2025-01-01', '--zone', 'Africa/Nairobi'], 'period_too_short', 'within'], [['deadline', 'order', '--within', '10000 days', '--trigger', '2025-01-01', '--zone', 'Africa/Nairobi'], 'period_too_long', 'within'],
    [['deadline', 'KE-1', '--trigger', '2025-01-01', '--wrong'], 'unknown_option', 'wrong'],
  ])('%j fails: %s', (words, code, field) => {
    const { status, stdout, stderr } = run(...words, '--json');
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code, field, remedy: expect.stringMatching(/./u) } });
  });
  it('fails as a command fails', () => {
    const { status, stdout, stderr } = started('deadline', 'KE-1', '--trigger', '2023-02-29');
    expect([status, stdout, stderr]).toEqual([1, '', '--trigger "2023-02-29" does not exist. That day does not exist: look at the day and the month again.\n']);
  });
  it('lists every rule with source and status', () => {
    const rules = JSON.parse(run('deadline-rules', '--json').stdout) as { rule: string; row: string; source: string; status: string }[];
    expect(new Set(rules.map(({ row }) => row)).size).toBe(65);
    expect(rules.every(({ source, status }) => source.length > 0 && ['unverified', 'disputed'].includes(status))).toBe(true);
  });
});
