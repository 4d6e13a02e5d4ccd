import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statements } from '../../apps/api/src/platform/db.ts';
import { codeOf, done, log, logged, newCase, newProceeding, setLevel, share } from '../support/case-text.ts';
import { makeWorld, type Who, type World } from '../support/world.ts';

let world: World;
let clock: { now(): Date };
const realNow = () => new Date();
beforeAll(async () => {
  world = await makeWorld();
  clock = world.app.get((await import('../../apps/api/src/platform/clock.ts')).Clock);
}, 120_000);
afterAll(async () => { clock.now = realNow; delete statements.heard; await world.end(); });

interface Entry { id: string; kind: string; title: string; on: string | null; atTime: string | null; timeZone: string | null; status: string | null; workingOn: string | null; closed: string | null }
interface Answered { entries: Entry[]; overdue: Entry[]; undated: Entry[]; closures: { name: string; from: string; to: string; vacation: boolean; doubtful: boolean }[]; calendars: { id: string }[]; more: boolean }
const ask = (who: Who | 'stranger', range: object, filter: object | null = null) => world.gql(who, `query($range: CalendarRangeInput!, $filter: CalendarFilterInput) { calendar(range: $range, filter: $filter) {
  entries { id kind title on atTime timeZone status workingOn closed } overdue { id title on status } undated { title on } closures { name from to vacation doubtful } calendars { id } more } }`, { range, filter });
const shown = async (who: Who, range: object, filter: object | null = null): Promise<Answered> => { const a = await ask(who, range, filter); if (a.errors) throw new Error(JSON.stringify(a.errors)); return a.data.calendar as Answered; };
const summer = { from: '2025-05-26', to: '2025-08-03' };
const titles = (list: { title: string }[]) => list.map(({ title }) => title);
const deadline = (legalCaseId: string, more: object = {}, who: Who = 'lead') => done<{ id: string; version: number }>(world, who, 'addDeadline', { input: ['AddDeadlineInput!', { legalCaseId, kind: 'rule', ruleId: 'UG-1', triggerOn: '2025-06-10', triggerBasis: 'pronounced', title: 'Notice of appeal', ...more }] }, 'id version');
const aTeam = async () => {
  const c = await newCase(world, { shortName: 'Summer' });
  await done(world, 'lead', 'setCaseMember', { id: ['ID!', c.id], personId: ['ID!', world.people.teammate.id], cap: ['Int!', 7] }, 'id');
  return c.id;
};

describe('the calendar', () => {
  it('shows hearings, own dates and deadlines by day and court time, each where it is known', async () => {
    const id = await aTeam();
    const p = await newProceeding(world, id);
    for (const e of [
      { on: '2025-06-18', atTime: '09:30', type: 'mention', planned: true, title: 'Mention' }, { on: '2025-06-18', atTime: '08:00', type: 'hearing', planned: true, title: 'Hearing' },
      { on: '2025-07', type: 'hearing', planned: true, title: 'Directions' }, { on: '2025-06-20', type: 'context', planned: true, title: 'Our own date' },
      { on: '2025-06-10', type: 'judgment', title: 'Judgment' }, { on: '2025-06-11', type: 'media', title: 'Press' }, { on: '2025-09-01', type: 'hearing', planned: true, title: 'Later' },
    ]) await log(world, logged(id, { proceedingId: p.id, ...e }));
    clock.now = () => new Date('2025-06-10T12:00:00Z');
    await deadline(id);
    await deadline(id, { ruleId: 'UN-4', triggerOn: '2025-03', triggerBasis: 'exhausted', title: 'Complaint' });
    const c = await shown('lead', summer, { legalCaseId: id });
    expect(titles(c.entries)).toEqual(['Judgment', 'Hearing', 'Mention', 'Our own date', 'Notice of appeal']);
    expect(c.entries[2]).toMatchObject({ kind: 'hearing', on: '2025-06-18', atTime: '09:30', timeZone: 'Africa/Kampala' });
    expect(c.entries.at(-1)).toMatchObject({ kind: 'deadline', on: '2025-06-24', workingOn: '2025-06-23', atTime: '23:59', status: 'open' });
    expect(titles(c.undated).sort()).toEqual(['Complaint', 'Directions']);
    expect(c.calendars).toEqual(expect.arrayContaining([{ id: 'UG' }]));
    expect(c.closures).toEqual(expect.arrayContaining([expect.objectContaining({ name: 'Heroes’ Day', from: '2025-06-09', vacation: false }), expect.objectContaining({ from: '2025-07-15', to: '2025-08-15', vacation: true })]));
  });
  it('carries a missed date forward until it is settled, and says of a hearing that the court is closed', async () => {
    const id = await aTeam();
    const p = await newProceeding(world, id);
    await log(world, logged(id, { proceedingId: p.id, on: '2025-07-17', atTime: '10:00', planned: true, title: 'In vacation' }));
    const d = await deadline(id);
    clock.now = () => new Date('2025-07-01T12:00:00Z');
    const july = { from: '2025-07-01', to: '2025-07-31' };
    const c = await shown('lead', july, { legalCaseId: id });
    expect(c.overdue).toMatchObject([{ id: d.id, status: 'missed' }]);
    expect(c.entries).toMatchObject([{ title: 'In vacation', closed: expect.stringContaining('vacation') }]);
    await done(world, 'lead', 'settleDeadline', { id: ['ID!', d.id], version: ['Int!', d.version], input: ['SettleDeadlineInput!', { outcome: 'moot', note: 'Withdrawn' }] }, 'id');
    expect((await shown('lead', july, { legalCaseId: id })).overdue).toEqual([]);
  });
  it('is asked by case, by organisation and by person', async () => {
    const [one, two] = [await aTeam(), await newCase(world, {}, 'ally').then(({ id }) => id)];
    await log(world, logged(one, { on: '2025-06-18', planned: true, title: 'Of one' }));
    await log(world, logged(two, { on: '2025-06-19', planned: true, title: 'Of two' }), 'ally');
    await deadline(one, { title: 'Theirs', ownerId: world.people.teammate.id });
    await deadline(one, { title: 'Nobody\'s' });
    const of = async (filter: object) => titles((await shown('lead', summer, filter)).entries);
    expect((await of({ legalCaseId: one })).sort()).toEqual(['Nobody\'s', 'Of one', 'Theirs']);
    const teammates = await of({ legalCaseId: one, personId: world.people.teammate.id });
    expect(teammates.sort()).toEqual(['Of one', 'Theirs']);
    expect(await of({ legalCaseId: one, personId: world.people.ally.id })).toEqual([]);
    await setLevel(world, one, 'coalition');
    const allys = async (filter: object) => titles((await shown('ally', summer, filter)).entries);
    expect(await allys({})).toEqual(['Of two']);
    expect(await allys({ everything: true })).toEqual(expect.arrayContaining(['Of one', 'Of two']));
    expect(await allys({ everything: true, organisationId: world.people.lead.organisationId })).not.toContain('Of two');
    expect(await allys({ everything: true })).not.toContain('Theirs');
  });
  it('of a case one may not read is that of a case that does not exist; its team is nobody else\'s to ask for', async () => {
    const id = await aTeam();
    await log(world, logged(id, { on: '2025-06-18', planned: true, title: 'CANARY-DATE' }));
    for (const who of ['ally', 'member', 'steward', 'outsider', 'colleague'] as Who[]) {
      expect(await ask(who, summer, { legalCaseId: id })).toEqual(await ask(who, summer, { legalCaseId: crypto.randomUUID() }));
      expect(JSON.stringify(await ask(who, summer, { everything: true, personId: world.people.lead.id }))).not.toContain('CANARY');
      expect(JSON.stringify(await world.gql(who, '{ calendarChoices { people { id name } cases { name } organisations { name } } }'))).not.toContain(world.people.lead.id);
    }
    await share(world, id);
    expect(titles((await shown('ally', summer, { legalCaseId: id })).entries)).toEqual(['CANARY-DATE']);
    expect((await world.gql('ally', '{ calendarChoices { people { id } } }')).data.calendarChoices.people.map((p: { id: string }) => p.id)).not.toContain(world.people.lead.id);
  });
  it('reads each kind in one statement, however many there are', async () => {
    const id = await aTeam();
    for (let n = 10; n < 30; n++) await log(world, logged(id, { on: `2025-06-${n}`, planned: true, title: `Date ${n}` }));
    const count = async () => { let n = 0; statements.heard = () => { n++; }; await shown('lead', summer, { legalCaseId: id }); delete statements.heard; return n; };
    const before = await count();
    for (let n = 0; n < 10; n++) await deadline(id, { title: `Act ${n}` });
    expect(await count()).toBeLessThanOrEqual(before + 1); // the law is read once a calendar of it is used
    expect(before).toBeLessThanOrEqual(4);
  });
  it('refuses days that do not exist, the wrong way round, and more than a year', async () => {
    const faults = async (range: object, filter: object | null = null) => (await ask('lead', range, filter)).errors?.[0]?.extensions.fields?.map(({ field, problem }) => `${field} ${problem}`);
    expect(await faults({ from: '2025-02-30', to: '2025-03-01' })).toEqual([expect.stringContaining('from ')]);
    expect(await faults({ from: '2025-03-02', to: '2025-03-01' })).toEqual(['to ends_before_start']);
    expect(await faults({ from: '2024-01-01', to: '2026-03-01' })).toEqual(['to out_of_range']);
    expect(await faults(summer, { personId: 'nobody' })).toEqual(['personId not_an_id']);
    expect(codeOf(await ask('stranger', summer))).toBe('UNAUTHENTICATED');
  });
});

describe('a code name', () => {
  const codeName = async (id: string, who: Who = 'lead') => (await world.gql(who, 'query($id: ID!) { legalCase(id: $id) { codeName version } }', { id })).data.legalCase as { codeName: string; version: number };
  const change = async (id: string, name: string) => (await world.gql('lead', 'mutation($id: ID!, $v: Int!, $input: ChangeLegalCaseInput!) { changeLegalCase(id: $id, version: $v, input: $input) { __typename } }', { id, v: (await codeName(id)).version, input: { codeName: name } })).errors?.[0]?.extensions.fields;
  it('comes with the case, is no word of it, and is another for each case of an organisation', async () => {
    const names: string[] = [];
    for (let n = 0; n < 12; n++) names.push((await codeName((await newCase(world)).id)).codeName);
    expect(new Set(names).size).toBe(12);
    for (const name of names) expect(name).toMatch(/^[A-Z][a-z]+( \d+)?$/);
  });
  it('is changed by the team, but never to one that tells what it hides', async () => {
    const { id } = await newCase(world, { title: 'Weaver Community v Attorney General', shortName: 'Weaver' });
    await done(world, 'lead', 'addParty', { legalCaseId: ['ID!', id], input: ['PartyInput!', { name: 'Amina Said', kind: 'individual', role: 'claimant' }] }, 'id');
    expect(await change(id, 'Project weaver')).toEqual([{ field: 'codeName', problem: 'shows_the_name' }]);
    expect(await change(id, 'Amina')).toEqual([{ field: 'codeName', problem: 'shows_the_name' }]);
    expect(await change(id, 'x')).toEqual([{ field: 'codeName', problem: 'too_short' }]);
    expect(await change(id, 'Blue lamp')).toBeUndefined();
    expect((await codeName(id)).codeName).toBe('Blue lamp');
  });
});
