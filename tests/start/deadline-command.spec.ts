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
  it.each(['2025-21', '2015/..', '2025-03/..', '2025-03-01/2025-04', '../2025', 'unknown', 'XXXX', '202X', '20XX', '2025-03?', '2025?', '..', '', '[2025-03-01..2025-03-09]', '2025-~03', 'March 2025', 'about 2019'])(
    'takes %j for a rough date, in JSON and in words', (trigger) => {
      for (const id of ['ECHR-1', 'KE-1', 'UN-1', 'MX-2']) {
        expect(run('deadline', id, '--trigger', trigger, '--json')).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('"not_computable"') });
        expect(run('deadline', id, '--trigger', trigger)).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('Cannot be counted') });
      }
      expect(run('deadline', 'AF-1', '--trigger', trigger, '--json')).toMatchObject({ status: 0, stdout: expect.stringContaining('"undefined"') });
    });
  it('names the first day possible, as vector 14 has it', () => {
    expect(json('deadline', 'ECHR-1', '--trigger', 'March 2025')).toMatchObject({ status: 'not_computable', earliestPossible: '2025-03-01', latestDate: null, workingDate: null });
    expect(json('deadline', 'ECHR-1', '--trigger', '2025-21')).toMatchObject({ earliestPossible: '2025-03-01' });
  });
  it('says all or nothing in words, also beyond the years that dates are written in', () => {
    const { status, stdout } = run('deadline', 'ECHR-1', '--trigger', '2999-12-31');
    expect(status).toBe(0);
    expect(stdout).toContain('3000-04-30');
    expect(stdout).toContain('Confirm');
    expect(run('deadline', 'order', '--within', '3650 years', '--trigger', '2025-01-01', '--zone', 'Africa/Nairobi').stdout).toContain('5675-01-01');
  });
  it('counts from the last day an order names: DDL-06 c', () => {
    expect(json('deadline', 'order', '--by', '2026-10-21T16:00', '--zone', 'Europe/Dublin', '--extend', '7 days')).toMatchObject({ cutOff: '2026-10-28T16:00:00+00:00', byRule: { cutOff: '2026-10-21T16:00:00+01:00' } });
    expect(json('deadline', 'order', '--by', '2026-10-21', '--zone', 'Europe/Dublin')).toMatchObject({ latestDate: '2026-10-21', cutOff: '2026-10-21T23:59:00+01:00' });
    expect(json('deadline', 'order', '--within', 'six months', '--trigger', '2025-01-21', '--zone', 'Africa/Nairobi')).toMatchObject({ latestDate: '2025-07-21' });
  });
  it('answers by the id it was asked by: the bare one means the first', () => {
    expect(['UG-1', 'ug-1', 'UG-1a', 'UN-2', 'UN-2c', 'ECHR-1a'].map((id) => json('deadline', id, '--trigger', '2025-06-10')['rule'])).toEqual(['UG-1', 'UG-1', 'UG-1a', 'UN-2', 'UN-2c', 'ECHR-1']);
    expect((json('deadline', 'UG-1', '--trigger', '2025-06-10')['trace'] as { step: string }[]).find(({ step }) => step === 'rule')).toMatchObject({ rule: 'UG-1a' });
  });
  it('takes a basis in any case and by its usual name', () => {
    expect(['NOTIFIED', 'Notification', ' notified '].map((basis) => json('deadline', 'EU-1', '--trigger', '2026-08-31', '--basis', basis)['latestDate'])).toEqual(['2026-11-10', '2026-11-10', '2026-11-10']);
    expect(['LODGED', 'lodging', 'Filed'].map((basis) => json('deadline', 'KE-2c', '--trigger', '2026-02-12', '--basis', basis)['status'])).toEqual(['computed', 'computed', 'computed']);
    expect(json('deadline', 'MX-1b', '--trigger', '2026-03-11', '--basis', 'entry-into-force')).toMatchObject({ latestDate: '2026-04-21' });
  });
  it.each([
    [['deadline', 'KE-1', '--trigger', '3000-01-01'], 'year_out_of_range', 'trigger'], [['deadline', 'KE-1', '--trigger', '2025-06-10T25:00'], 'no_such_hour', 'trigger'], [['deadline', 'KE-1', '--trigger', '2025-04/2025-03'], 'ends_before_start', 'trigger'],
    [['deadline', 'KE-1', '--trigger', '10/06/2025'], 'not_a_date', 'trigger'], [['deadline', 'KE-1', '--trigger', '2'.repeat(70)], 'too_long', 'trigger'], [['deadline', 'KE-1', '--trigger', '2025-01-01', '--basis', 'constructor'], 'unknown_code', 'basis'],
    [['deadline', 'order', '--within', '5 days', '--trigger', '2025-01-01'], 'required', 'zone'], [['deadline', 'order', '--within', '5 days', '--by', '2025-01-01', '--zone', 'Africa/Nairobi'], 'one_of_within_and_by', 'by'],
    [['deadline', 'order', '--by', '2025-02-30', '--zone', 'Africa/Nairobi'], 'no_such_day', 'by'], [['deadline', 'order', '--zone', 'Africa/Nairobi'], 'required', 'within'], [['deadline', 'order', '--within', 'some days', '--zone', 'Africa/Nairobi'], 'wrong_format', 'within'],
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
