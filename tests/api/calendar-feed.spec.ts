import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { statements } from '../../apps/api/src/platform/db.ts';
import { codeOf, does, done, log, logged, newCase, newProceeding, setLevel, share } from '../support/case-text.ts';
import { type ReadEntry, readIcs } from '../support/ics.ts';
import { makeWorld, type Who, type World } from '../support/world.ts';

let world: World;
let clock: { now(): Date };
const realNow = () => new Date();
const at = (instant: string) => { clock.now = () => new Date(instant); };
beforeAll(async () => {
  world = await makeWorld();
  clock = world.app.get((await import('../../apps/api/src/platform/clock.ts')).Clock);
  at('2026-02-10T12:00:00Z');
}, 120_000);
afterAll(async () => { clock.now = realNow; delete statements.heard; await world.end(); });

interface Made { feed: { id: string; hint: string }; address: string }
const wanted = { hearings: true, deadlines: true, onlyMine: false, deadlinesAs: 'todo' };
const addFeed = (who: Who | 'stranger', more: object = {}) => does<Made>(world, who, 'addCalendarFeed', { input: ['CalendarFeedInput!', { ...wanted, ...more }] }, 'feed { id hint } address');
const newFeed = async (who: Who = 'lead', more: object = {}): Promise<Made> => { const a = await addFeed(who, more); if (a.errors) throw new Error(JSON.stringify(a.errors)); return a.data!['addCalendarFeed']!; };
let addresses = 0;
/** Each request from an address of its own, so that no limit carries over. */
const fetchFeed = (address: string, headers: Record<string, string> = {}, from?: string) => world.app.inject({ method: 'GET', url: new URL(address).pathname, headers, remoteAddress: from ?? `10.9.${addresses >> 8}.${addresses++ & 255}` });
const read = async (feed: { address: string }): Promise<ReadEntry[]> => { const r = await fetchFeed(feed.address); expect(r.statusCode, r.body).toBe(200); return readIcs(r.rawPayload); };
const aTeam = async (more: Record<string, unknown> = {}) => {
  const c = await newCase(world, more);
  await done(world, 'lead', 'setCaseMember', { id: ['ID!', c.id], personId: ['ID!', world.people.teammate.id], cap: ['Int!', 7] }, 'id');
  const { codeName } = (await world.gql('lead', 'query($id: ID!) { legalCase(id: $id) { codeName } }', { id: c.id })).data.legalCase as { codeName: string };
  return { id: c.id, codeName };
};
const aDate = async (legalCaseId: string, more: object = {}) => (await log(world, logged(legalCaseId, { planned: true, on: '2026-03-18', ...more }))).data!.logEvent as { id: string; version: number };
const move = (e: { id: string; version: number }, input: object) => done<{ event: { id: string; version: number } }>(world, 'lead', 'changeEvent', { id: ['ID!', e.id], version: ['Int!', e.version], input: ['ChangeEventInput!', input] }, '... on ChangedEvent { event { id version } }').then(({ event }) => event);
const deadline = (legalCaseId: string, more: object = {}) => done<{ id: string; version: number }>(world, 'lead', 'addDeadline', { input: ['AddDeadlineInput!', { legalCaseId, kind: 'rule', ruleId: 'UG-1', triggerOn: '2026-02-02', triggerBasis: 'pronounced', title: 'CANARY-ACT', ...more }] }, 'id version');
/** All of an answer that somebody could tell apart. */
const whole = (r: Awaited<ReturnType<typeof fetchFeed>>) => ({ status: r.statusCode, body: r.rawPayload.toString('base64'), headers: Object.fromEntries(Object.entries(r.headers).filter(([name]) => name !== 'date')) });
const guessed = () => fetchFeed(`http://x/f/${Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url')}.ics`);

describe('a feed', () => {
  it('is shown once: the database holds a hash, the list the last letters', async () => {
    const { feed, address } = await newFeed('lead', { name: 'Phone' });
    expect(address).toMatch(/\/f\/[\w-]{43}\.ics$/u);
    const token = /([\w-]{43})\.ics$/u.exec(address)![1]!;
    expect(token.slice(-4)).toBe(feed.hint);
    const { rows } = await world.owner.query('select f::text as row, (select string_agg(v::text, \' \') from audit.row_version v) as history from app.calendar_feed f where id = $1', [feed.id]);
    expect(rows[0].row + rows[0].history).not.toContain(token);
    expect(JSON.stringify(await world.gql('lead', '{ calendarFeeds { id hint name lastReadAt } }'))).not.toContain(token);
    await fetchFeed(address);
    // written down once the answer is on its way
    await vi.waitFor(async () => { expect((await world.gql('lead', '{ calendarFeeds { id lastReadAt } }')).data.calendarFeeds.find((f: { id: string }) => f.id === feed.id).lastReadAt).toBeTruthy(); });
    expect((await world.gql('teammate', '{ calendarFeeds { id } }')).data.calendarFeeds).toEqual([]);
    expect(await does(world, 'teammate', 'rotateCalendarFeed', { id: ['ID!', feed.id] }, 'address')).toEqual(await does(world, 'teammate', 'rotateCalendarFeed', { id: ['ID!', crypto.randomUUID()] }, 'address'));
    expect(codeOf(await does(world, 'teammate', 'removeCalendarFeed', { id: ['ID!', feed.id] }))).toBe('NOT_FOUND');
  });
  it('holds court dates by code name and court, in the court\'s zone, and no other word (scenario 6)', async () => {
    const { id, codeName } = await aTeam({ title: 'CANARY-TITLE v State', shortName: 'CANARY-SHORT', summary: 'CANARY-SUMMARY' });
    const p = await newProceeding(world, id, { courtUnit: 'CANARY-ROOM' });
    await done(world, 'lead', 'addIdentifier', { proceedingId: ['ID!', p.id], input: ['IdentifierInput!', { type: 'petition', value: 'CANARY 12/2026' }] }, 'id');
    await done(world, 'lead', 'addParty', { legalCaseId: ['ID!', id], input: ['PartyInput!', { name: 'CANARY-CLIENT', shownAs: 'S.A.', kind: 'individual', role: 'claimant', protection: 'initials' }] }, 'id');
    await aDate(id, { proceedingId: p.id, atTime: '09:30', title: 'CANARY-EVENT', publicNote: 'CANARY-NOTE', privateNote: 'CANARY-PRIVATE', source: 'CANARY-SOURCE' });
    await aDate(id, { type: 'context', title: 'CANARY-OWN', on: '2026-03-19' });
    await aDate(id, { title: 'CANARY-ROUGH', on: '2026-04' });
    await deadline(id);
    const feed = await newFeed('lead', { legalCaseId: id });
    const r = await fetchFeed(feed.address);
    expect(r.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(r.body.replaceAll('\r\n ', '')).not.toMatch(/CANARY|S\.A\.|Alder|Test lead/u);
    const [hearing, own, due, ...more] = readIcs(r.rawPayload);
    expect(more).toEqual([]);
    expect(hearing).toMatchObject({ type: 'vevent', summary: `Court date – ${codeName}`, zone: 'Africa/Kampala', instant: '2026-03-18T06:30:00.000Z', status: 'CONFIRMED', class: 'CONFIDENTIAL', location: 'High Court of Uganda' });
    expect(own).toMatchObject({ summary: `Own date – ${codeName}`, day: '2026-03-19', instant: null });
    expect(due).toMatchObject({ type: 'vtodo', summary: `Deadline, to confirm – ${codeName}`, day: '2026-02-13', zone: 'Africa/Kampala', status: 'NEEDS-ACTION', percent: 0, alarms: ['2026-02-07T04:00:00Z', '2026-02-06T04:00:00Z', '2026-02-10T04:00:00Z', '2026-02-12T04:00:00Z'].sort() });
    await world.owner.query("update app.person set locale = 'fr' where id = $1", [world.people.lead.id]);
    expect((await read(feed))[0]?.summary).toBe(`Date au tribunal – ${codeName}`);
    await world.owner.query("update app.person set locale = 'en' where id = $1", [world.people.lead.id]);
  });
  it('keeps an entry\'s UID, counts its SEQUENCE up, and sends what is off as cancelled, rough dates too', async () => {
    const { id } = await aTeam();
    const p = await newProceeding(world, id);
    const feed = await newFeed('lead', { legalCaseId: id });
    let e = await aDate(id, { proceedingId: p.id, atTime: '09:30' });
    const first = (await read(feed))[0]!;
    e = await move(e, { on: '2026-03-20', atTime: '11:00' });
    const second = (await read(feed))[0]!;
    expect(second).toMatchObject({ uid: first.uid, day: '2026-03-20', instant: '2026-03-20T08:00:00.000Z', status: 'CONFIRMED' });
    expect(second.sequence).toBeGreaterThan(first.sequence);
    e = await move(e, { on: '2026-04', atTime: null });
    const rough = (await read(feed))[0]!;
    expect(rough).toMatchObject({ uid: first.uid, day: '2026-03-20', status: 'CANCELLED' });
    expect(rough.sequence).toBeGreaterThan(second.sequence);
    e = await move(e, { on: '2026-04-09' });
    const again = await read(feed);
    expect(again).toMatchObject([{ uid: first.uid, day: '2026-04-09', status: 'CONFIRMED' }]);
    expect(again[0]!.sequence).toBeGreaterThanOrEqual(rough.sequence);
    await done(world, 'lead', 'removeEvent', { id: ['ID!', e.id] });
    const off = await read(feed);
    expect(off).toMatchObject([{ uid: first.uid, day: '2026-04-09', status: 'CANCELLED' }]);
    expect(off[0]!.sequence).toBeGreaterThan(again[0]!.sequence);
    const before = (await read(await newFeed('lead', { legalCaseId: id })))[0]!.uid;
    expect(before, 'the same in every feed of a person').toBe(first.uid);
    at('2026-12-31T12:00:00Z');
    expect(await read(feed), 'long past').toEqual([]);
    at('2026-02-10T12:00:00Z');
  });
  it('what took place is no cancelled date; a next date that its event\'s undoing takes along is', async () => {
    const { id } = await aTeam();
    const feed = await newFeed('lead', { legalCaseId: id });
    const e = await aDate(id);
    await move(e, { planned: false, outcome: 'heard_reserved' });
    expect(await read(feed)).toEqual([]);
    const heard = (await log(world, logged(id, { on: '2026-02-09', outcome: 'adjourned', nextOn: '2026-05-04' }))).data!.logEvent as { id: string };
    expect(await read(feed)).toMatchObject([{ day: '2026-05-04', status: 'CONFIRMED' }]);
    await done(world, 'lead', 'removeEvent', { id: ['ID!', heard.id] });
    expect(await read(feed)).toMatchObject([{ day: '2026-05-04', status: 'CANCELLED' }]);
  });
  it('a deadline is done at 100, cancelled when it is no longer due, late by the court\'s clock, and of an event\'s kind where it is asked so', async () => {
    const { id, codeName } = await aTeam();
    const feed = await newFeed('lead', { legalCaseId: id, hearings: false }), asEvents = await newFeed('lead', { legalCaseId: id, deadlinesAs: 'event' });
    const d = await deadline(id, { ownerId: world.people.teammate.id });
    expect(await read(asEvents)).toMatchObject([{ type: 'vevent', day: '2026-02-13', instant: null, status: 'CONFIRMED' }]);
    expect(await read(await newFeed('lead', { legalCaseId: id, onlyMine: true }))).toEqual([]);
    at('2026-02-18T12:00:00Z');
    expect((await read(feed))[0]?.summary).toBe(`Overdue – ${codeName}`);
    at('2026-02-10T12:00:00Z');
    const met = await done<{ id: string; version: number }>(world, 'lead', 'settleDeadline', { id: ['ID!', d.id], version: ['Int!', d.version], input: ['SettleDeadlineInput!', { outcome: 'met', on: '2026-02-09' }] }, 'id version');
    expect(await read(feed)).toMatchObject([{ status: 'COMPLETED', percent: 100, alarms: [] }]);
    const open = await done<{ id: string; version: number }>(world, 'lead', 'settleDeadline', { id: ['ID!', d.id], version: ['Int!', met.version], input: ['SettleDeadlineInput!', { outcome: 'open' }] }, 'id version');
    await done(world, 'lead', 'settleDeadline', { id: ['ID!', d.id], version: ['Int!', open.version], input: ['SettleDeadlineInput!', { outcome: 'moot', note: 'CANARY-WHY' }] }, 'id');
    expect(await read(feed)).toMatchObject([{ status: 'CANCELLED' }]);
    await done(world, 'lead', 'removeDeadline', { id: ['ID!', d.id] });
    expect(await read(feed)).toMatchObject([{ status: 'CANCELLED', summary: `Deadline – ${codeName}` }]);
  });
  it('field case CAL-04: nine hearings read with no zone data but the feed\'s own', async () => {
    const { id } = await aTeam();
    const hearings = [['Europe/Brussels', '2026-03-30T10:00', '2026-03-30T08:00Z'], ['America/Jamaica', '2026-11-02T09:30', '2026-11-02T14:30Z'], ['Africa/Casablanca', '2026-02-25T10:00', '2026-02-25T10:00Z'], ['Africa/Casablanca', '2026-04-08T10:00', '2026-04-08T09:00Z'],
      ['America/Asuncion', '2026-07-06T10:00', '2026-07-06T13:00Z'], ['America/Mexico_City', '2026-07-06T10:00', '2026-07-06T16:00Z'], ['Asia/Almaty', '2026-07-06T10:00', '2026-07-06T05:00Z'], ['Europe/Paris', '2026-10-26T09:15', '2026-10-26T08:15Z'], ['Africa/Cairo', '2026-07-06T10:00', '2026-07-06T07:00Z']] as const;
    for (const [timeZone, local] of hearings) await aDate(id, { proceedingId: (await newProceeding(world, id, { timeZone })).id, on: local.slice(0, 10), atTime: local.slice(11) });
    const found = await read(await newFeed('lead', { legalCaseId: id }));
    expect(found.map(({ zone, instant }) => `${zone} ${instant}`).sort()).toEqual(hearings.map(([zone, , instant]) => `${zone} ${new Date(instant).toISOString()}`).sort());
  });
  it('of a team, of a case, of an organisation; of nothing else', async () => {
    const one = await aTeam(), two = await aTeam();
    await aDate(one.id); await aDate(two.id);
    const names = async (more: object, who: Who = 'lead') => (await read(await newFeed(who, more))).map(({ summary }) => summary.split(' – ')[1]);
    expect(await names({ legalCaseId: one.id })).toEqual([one.codeName]);
    expect(await names({})).toEqual(expect.arrayContaining([one.codeName, two.codeName]));
    expect(await names({ organisationId: world.people.ally.organisationId })).toEqual([]);
    expect(await names({}, 'ally')).toEqual([]);
    expect(codeOf(await addFeed('ally', { legalCaseId: one.id }))).toBe('NOT_FOUND');
    expect(await addFeed('ally', { legalCaseId: one.id })).toEqual(await addFeed('ally', { legalCaseId: crypto.randomUUID() }));
    await share(world, one.id);
    await deadline(one.id);
    const shared = await newFeed('ally', { legalCaseId: one.id });
    expect((await read(shared)).map(({ type }) => type), 'court dates alone').toEqual(['vevent']);
    await done(world, 'lead', 'unshareLegalCase', { id: ['ID!', one.id], organisationId: ['ID!', world.people.ally.organisationId] }, 'id');
    expect(whole(await fetchFeed(shared.address))).toEqual(whole(await guessed()));
    await setLevel(world, one.id, 'case_team', null);
  });
  it('answers 304 to who has it already, and anew once something changed', async () => {
    const { id } = await aTeam();
    const feed = await newFeed('lead', { legalCaseId: id });
    const { headers } = await fetchFeed(feed.address);
    const etag = String(headers['etag']);
    for (const said of [etag, `W/${etag}`, `"x", ${etag}`]) { const r = await fetchFeed(feed.address, { 'if-none-match': said }); expect([r.statusCode, r.body]).toEqual([304, '']); }
    await aDate(id);
    expect((await fetchFeed(feed.address, { 'if-none-match': etag })).statusCode).toBe(200);
    expect(headers['cache-control']).toBe('private, no-cache');
  });
});

describe('an address that opens nothing', () => {
  it('is one answer: guessed, rotated, taken back, shut out, gone, not confirmed', async () => {
    const never = whole(await guessed());
    expect(never.status).toBe(404);
    const same = async (feed: Made, why: string) => { expect(whole(await fetchFeed(feed.address)), why).toEqual(never); };
    const opens = async (feed: Made) => { expect((await fetchFeed(feed.address)).statusCode).toBe(200); };

    const rotated = await newFeed();
    const next = await done<Made>(world, 'lead', 'rotateCalendarFeed', { id: ['ID!', rotated.feed.id] }, 'feed { id hint } address');
    await same(rotated, 'rotated'); await opens(next);
    await done(world, 'lead', 'removeCalendarFeed', { id: ['ID!', next.feed.id] });
    await same(next, 'taken back');

    const shut = await newFeed('facilitator');
    await opens(shut);
    await done(world, 'steward', 'disablePerson', { id: ['ID!', world.people.facilitator.id], disabled: ['Boolean!', true] });
    await same(shut, 'shut out');
    await done(world, 'steward', 'disablePerson', { id: ['ID!', world.people.facilitator.id], disabled: ['Boolean!', false] });
    await same(shut, 'and does not come back');

    const member = await newFeed('reviewer');
    await opens(member);
    await world.owner.query('update app.membership set confirmed_at = null where person_id = $1', [world.people.reviewer.id]);
    await same(member, 'not confirmed');
    await world.owner.query('update app.membership set confirmed_at = now() where person_id = $1', [world.people.reviewer.id]);
    await opens(member);
    const { rows: [row] } = await world.owner.query('select id from app.membership where person_id = $1', [world.people.reviewer.id]);
    await done(world, 'steward', 'removeMember', { id: ['ID!', row.id] });
    await same(member, 'removed');
    await world.owner.query('insert into app.membership (organisation_id, person_id) values ($1, $2)', [world.people.reviewer.organisationId, world.people.reviewer.id]);
    await same(member, 'and does not come back');
    for (const odd of ['.ics', '%00', 'x'.repeat(500), '..%2f..%2fetc', "' or 1=1 --"]) expect((await world.app.inject({ method: 'GET', url: `/f/${encodeURI(odd)}`, remoteAddress: '10.8.0.1' })).statusCode, odd).toBeGreaterThanOrEqual(400);
  });
  it('a session is no key to a feed, and a feed no key to anything else', async () => {
    const { address } = await newFeed('teammate');
    const token = /([\w-]{43})\.ics$/u.exec(address)![1]!;
    expect(codeOf((await world.app.inject({ method: 'POST', url: '/graphql', headers: { cookie: `amparo=${token}` }, payload: { query: '{ today { date } }' } })).json())).toBe('UNAUTHENTICATED');
    expect(whole(await fetchFeed(`http://x/f/${world.people.teammate.token}.ics`))).toEqual(whole(await guessed()));
  });
  it('can be tried sixty times a minute from one address, by nobody else\'s doing', async () => {
    const feed = await newFeed();
    let refused;
    for (let n = 0; n < 61; n++) refused = await fetchFeed(`http://x/f/${'a'.repeat(42)}${n % 10}`, {}, '10.7.7.7');
    expect(refused?.statusCode).toBe(429);
    expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(0);
    expect((await fetchFeed(feed.address, {}, '10.7.7.7')).statusCode).toBe(429);
    expect((await fetchFeed(feed.address, {}, '10.7.7.8')).statusCode).toBe(200);
  });
});

it('a feed of 2 000 entries takes as many statements as one of ten', async () => {
  const { id } = await aTeam();
  const p = await newProceeding(world, id);
  const feed = await newFeed('lead', { legalCaseId: id });
  const fill = (n: number) => world.owner.query(`insert into app.proc_event (legal_case_id, proceeding_id, type, on_edtf, sort_key, at_time, time_zone, planned) select $1, $2, 'hearing', to_char(date '2026-03-01' + n, 'YYYY-MM-DD'), to_char(date '2026-03-01' + n, 'YYYYMMDD') || '0', '10:00', 'Africa/Kampala', true from generate_series(1, $3::int) n`, [id, p.id, n]);
  const count = async (entries: number) => { let n = 0; statements.heard = () => { n++; }; const found = await read(feed); delete statements.heard; expect(found).toHaveLength(entries); return n; };
  await fill(10);
  const few = await count(10);
  await fill(1990);
  expect(await count(2000)).toBe(few);
});
it('a person keeps twenty feeds at most, and asks for something in each', async () => {
  const problems = (a: Awaited<ReturnType<typeof addFeed>>) => a.errors?.[0]?.extensions.fields;
  expect(problems(await addFeed('member', { hearings: false, deadlines: false }))).toEqual([{ field: 'deadlines', problem: 'too_few' }]);
  expect(problems(await addFeed('member', { deadlinesAs: 'poem' }))?.[0]?.field).toBe('deadlinesAs');
  expect(problems(await addFeed('member', { name: 'x\ny' }))).toEqual([{ field: 'name', problem: 'control_character' }]);
  for (let n = 0; n < 20; n++) await newFeed('member');
  expect(problems(await addFeed('member'))).toEqual([{ field: 'most', problem: 'calendar_feed_most_check' }]);
  expect(codeOf(await addFeed('stranger'))).toBe('UNAUTHENTICATED');
});
