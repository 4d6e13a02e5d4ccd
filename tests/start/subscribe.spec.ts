import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { done, log, logged, newCase, newProceeding } from '../support/case-text.ts';
import { makeWorld, type World } from '../support/world.ts';

let world: World, address: string, room: string;
const zone = 'America/Jamaica';
beforeAll(async () => {
  world = await makeWorld();
  await world.app.listen(0, '127.0.0.1');
  room = mkdtempSync(join(tmpdir(), 'amparo-test-khal-'));
}, 120_000);
afterAll(async () => { rmSync(room, { recursive: true, force: true }); await world.end(); });

const env = () => ({ PATH: process.env['PATH'] ?? '', HOME: room, XDG_CONFIG_HOME: join(room, 'config'), XDG_DATA_HOME: join(room, 'data'), XDG_CACHE_HOME: join(room, 'cache'), TZ: 'UTC', LC_ALL: 'C.UTF-8', LANG: 'C.UTF-8' });
function run(program: string, ...args: string[]): Promise<string> {
  // the server answers from this very process, so the program must not be waited for by stopping it
  return new Promise((ok, fail) => {
    void import('node:child_process').then(({ execFile }) => execFile(program, args, { env: env(), timeout: 60_000 }, (e, stdout, stderr) => { if (e) fail(new Error(`${program} ${args.join(' ')}\n${stdout}${stderr}`)); else ok(stdout); }));
  });
}
/** The subscription as a person sets it up: vdirsyncer fetches, khal shows. */
function subscribe(url: string) {
  mkdirSync(join(room, 'config/vdirsyncer'), { recursive: true });
  mkdirSync(join(room, 'config/khal'), { recursive: true });
  mkdirSync(join(room, 'cal'), { recursive: true });
  writeFileSync(join(room, 'config/vdirsyncer/config'), `[general]\nstatus_path = "${room}/status/"\n[pair court]\na = "local"\nb = "amparo"\ncollections = null\nconflict_resolution = "b wins"\n[storage local]\ntype = "filesystem"\npath = "${room}/cal/"\nfileext = ".ics"\n[storage amparo]\ntype = "http"\nurl = "${url}"\n`);
  writeFileSync(join(room, 'config/khal/config'), `[calendars]\n[[court]]\npath = ${room}/cal/\ntype = calendar\nreadonly = True\n[locale]\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\nlocal_timezone = UTC\ndefault_timezone = UTC\n`);
}
const sync = () => run('vdirsyncer', 'sync', '--force-delete');
/** What khal shows of a year, each entry in its own line: day and hour by the reader's clock (UTC), words, place. */
const shown = async () => (await run('khal', 'list', '--format', '{start-date} {start-time}|{cancelled}{title}|{location}|', '--day-format', '', '2027-01-01', '365d')).split('\n').map((line) => line.trim()).filter((line) => line.includes('|'));

describe.skipIf(process.platform !== 'linux')('a real calendar program', () => {
  it('is here', () => { for (const program of ['vdirsyncer', 'khal']) expect(spawnSync(program, ['--version'], { env: { ...process.env, LC_ALL: 'C.UTF-8' } }).status, program).toBe(0); });
  it('shows the hearing, then its new time, then none', async () => {
    const { id } = await newCase(world);
    const { codeName } = (await world.gql('lead', 'query($id: ID!) { legalCase(id: $id) { codeName } }', { id })).data.legalCase as { codeName: string };
    const p = await newProceeding(world, id, { timeZone: zone });
    const e = (await log(world, logged(id, { proceedingId: p.id, planned: true, on: '2027-03-18', atTime: '09:30', title: 'CANARY-EVENT', privateNote: 'CANARY-NOTE' }))).data!.logEvent as { id: string; version: number };
    const made = await done<{ address: string }>(world, 'lead', 'addCalendarFeed', { input: ['CalendarFeedInput!', { hearings: true, deadlines: true, onlyMine: false, deadlinesAs: 'event' }] }, 'address');
    address = `${await world.app.getUrl()}${new URL(made.address).pathname}`;
    subscribe(address);
    await run('vdirsyncer', 'discover');
    await sync();
    expect(await shown()).toEqual([expect.stringMatching(new RegExp(`^2027-03-18 14:30\\|Court date – ${codeName}\\|High Court of Uganda\\|`, 'u'))]);

    await done(world, 'lead', 'changeEvent', { id: ['ID!', e.id], version: ['Int!', e.version], input: ['ChangeEventInput!', { on: '2027-04-06', atTime: '11:00' }] }, '__typename');
    const by = '2027-04-20';
    await done(world, 'lead', 'addDeadline', { input: ['AddDeadlineInput!', { legalCaseId: id, kind: 'manual', title: 'CANARY-ACT', by, zone, critical: false }] }, 'id');
    await sync();
    const moved = await shown();
    expect(moved).toEqual([expect.stringMatching(/^2027-04-06 16:00\|Court date/u), expect.stringMatching(new RegExp(`^${by} *\\|Deadline – ${codeName}`, 'u'))]);
    expect(moved.join('\n')).not.toContain('CANARY');

    await done(world, 'lead', 'removeEvent', { id: ['ID!', e.id] });
    await sync();
    const left = await shown();
    expect(left, 'said to be off').toEqual([expect.stringMatching(/^2027-04-06 16:00\|CANCELLED Court date/u), expect.stringContaining('Deadline')]);
    const { Clock } = await import('../../apps/api/src/platform/clock.ts');
    const clock = world.app.get(Clock), now = clock.now();
    clock.now = () => new Date(now.getTime() + 100 * 86_400_000);
    await sync();
    expect(await shown(), 'three months later it is no more').toEqual([expect.stringContaining('Deadline')]);
  }, 180_000);
  it('loses the subscription with the membership, as an address that never was', async () => {
    await done(world, 'steward', 'disablePerson', { id: ['ID!', world.people.lead.id], disabled: ['Boolean!', true] });
    await expect(sync()).rejects.toThrow(/404|[Nn]ot [Ff]ound|no such/u);
  }, 60_000);
});
