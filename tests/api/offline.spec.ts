import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, does, log, logged, newCase, newProceeding, setLevel, share } from '../support/case-text.ts';
import { makeWorld, type Who, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => { world = await makeWorld(); });
afterAll(async () => { await world.end(); });

interface Twin { same: boolean | null; version: number; eventId: string }
interface Seen { id: string; version: number; publicNote: string | null; privateNote: string | null; outcome: string | null; twin: Twin | null }
const eventsOf = async (id: string, who: Who = 'lead'): Promise<Seen[] | undefined> =>
  (await world.gql(who, 'query($id: ID!) { legalCase(id: $id) { events { id version publicNote privateNote outcome twin { same version eventId } } } }', { id })).data?.legalCase?.events;
const pair = (one: { id: string; version: number }, other: { id: string; version: number }, same: boolean | null, pairVersion = 0, who: Who | 'stranger' = 'lead') =>
  does(world, who, 'pairEvents', { input: ['PairEventsInput!', { eventId: one.id, eventVersion: one.version, otherId: other.id, otherVersion: other.version, same, pairVersion }] }, 'id twin { same version eventId }');
/** A case whose team is two, and what both logged of one hearing. */
async function twoPhones() {
  const { id } = await newCase(world);
  const proceedingId = (await newProceeding(world, id)).id;
  await does(world, 'lead', 'setCaseMember', { id: ['ID!', id], personId: ['ID!', world.people.teammate.id], cap: ['Int!', 7] }, 'id');
  const mine = logged(id, { proceedingId, outcome: 'adjourned', publicNote: 'Adjourned by the bench', privateNote: 'Ask the registry', by: world.people.lead.id });
  const hers = logged(id, { proceedingId, outcome: 'heard_reserved', publicNote: 'Judgment reserved', by: world.people.teammate.id });
  return { id, proceedingId, mine, hers };
}

describe('SHR-07: two phones without a signal log the same hearing', () => {
  it('both texts are kept whoever comes first, once each however often they are sent, and the later is marked', async () => {
    const { id, mine, hers } = await twoPhones();
    expect(codeOf(await log(world, hers, 'teammate'))).toBeUndefined();
    for (let n = 0; n < 3; n++) expect(codeOf(await log(world, mine)), 'a lost answer is asked for again').toBeUndefined();
    await Promise.all([log(world, hers, 'teammate'), log(world, mine), log(world, hers, 'teammate')]);
    const events = await eventsOf(id) ?? [];
    expect(events).toHaveLength(2);
    const [first, second] = [events.find((e) => e.publicNote === 'Judgment reserved')!, events.find((e) => e.publicNote === 'Adjourned by the bench')!];
    expect(first.twin).toBeNull();
    expect(second.twin).toEqual({ same: null, version: 0, eventId: first.id });
    expect([first.outcome, second.outcome, second.privateNote]).toEqual(['heard_reserved', 'adjourned', 'Ask the registry']);
  });
  it('in another person\'s session an entry is refused, and nothing is written', async () => {
    const { id, mine } = await twoPhones();
    expect((await log(world, mine, 'teammate')).errors?.[0]?.extensions).toEqual({ code: 'CONFLICT', fields: [{ field: 'by', problem: 'other_person' }] });
    expect(await eventsOf(id)).toEqual([]);
    expect(codeOf(await log(world, mine)), 'its own person sends it later').toBeUndefined();
  });
  it('where access ended meanwhile it is refused as if there were no such case', async () => {
    const { id, hers } = await twoPhones();
    await does(world, 'lead', 'setCaseMember', { id: ['ID!', id], personId: ['ID!', world.people.teammate.id], cap: ['Int!', 0] }, 'id');
    const absent = { ...hers, legalCaseId: randomUUID() };
    expect(codeOf(await log(world, hers, 'teammate'))).toBe('NOT_FOUND');
    expect(await log(world, hers, 'teammate')).toEqual(await log(world, absent, 'teammate'));
    expect(await eventsOf(id)).toEqual([]);
  });
});

describe('a possible duplicate', () => {
  const two = async () => {
    const phones = await twoPhones();
    await log(world, phones.mine);
    await log(world, phones.hers, 'teammate');
    const events = await eventsOf(phones.id) ?? [];
    return { ...phones, first: events.find((e) => e.outcome === 'adjourned')!, second: events.find((e) => e.outcome === 'heard_reserved')! };
  };
  it('is one hearing: both texts stand together; the answer can be changed and taken back', async () => {
    const { id, first, second } = await two();
    expect((await pair(second, first, true)).data?.['pairEvents'].twin).toEqual({ same: true, version: 1, eventId: first.id });
    const kept = await eventsOf(id, 'teammate');
    expect(kept?.map((e) => e.publicNote).sort()).toEqual(['Adjourned by the bench', 'Judgment reserved']);
    expect((await pair(second, first, false, 1)).data?.['pairEvents'].twin).toBeNull();
    expect((await pair(first, second, null, 2)).errors).toBeUndefined();
    expect((await eventsOf(id))?.find((e) => e.id === second.id)?.twin).toEqual({ same: null, version: 0, eventId: first.id });
  });
  it('that is another hearing is marked no more, for anybody of the team', async () => {
    const { id, first, second } = await two();
    expect(codeOf(await pair(second, first, false))).toBeUndefined();
    for (const who of ['lead', 'teammate'] as const) expect((await eventsOf(id, who))?.map((e) => e.twin), who).toEqual([null, null]);
  });
  it('is answered for the versions that were seen, by one person at a time', async () => {
    const { first, second } = await two();
    const input = { publicNote: 'Adjourned to July' };
    expect(codeOf(await does(world, 'lead', 'changeEvent', { id: ['ID!', first.id], version: ['Int!', first.version], input: ['ChangeEventInput!', input] }, '__typename'))).toBeUndefined();
    expect(codeOf(await pair(second, first, true)), 'the other text changed meanwhile').toBe('STALE');
    const now = { id: first.id, version: first.version + 1 };
    const at = await Promise.all([pair(second, now, true), pair(second, now, false, 0, 'teammate')]);
    expect(at.map(codeOf).sort(), JSON.stringify(at)).toEqual(['STALE', undefined].sort());
    expect(codeOf(await pair(second, now, null, 7))).toBe('STALE');
  });
  it('is nothing to those outside the team, who see two events as before', async () => {
    const { id, first, second } = await two();
    await share(world, id);
    expect((await eventsOf(id, 'ally'))?.map((e) => e.twin)).toEqual([null, null]);
    expect(codeOf(await pair(second, { ...first, version: 1 }, true, 0, 'ally'))).toBe('FORBIDDEN');
    await setLevel(world, id, 'coalition');
    expect((await eventsOf(id, 'member'))?.map((e) => e.twin)).toEqual([null, null]);
    expect(await eventsOf(id, 'outsider')).toBeUndefined();
    expect(await pair(second, first, true, 0, 'outsider')).toEqual(await pair({ id: randomUUID(), version: 1 }, { id: randomUUID(), version: 1 }, true, 0, 'outsider'));
  });
  it('can only be what the rule calls alike: another day, another court, another case, itself', async () => {
    const { id, proceedingId, first } = await two();
    const other = await newCase(world);
    for (const [what, input] of [['another day', logged(id, { proceedingId, on: '2025-06-11' })], ['no court', logged(id)], ['another case', logged(other.id)]] as const) {
      const made = (await log(world, input)).data?.logEvent as { id: string; version: number };
      expect((await pair(made, first, true)).errors?.[0]?.extensions, what).toEqual({ code: 'INVALID', fields: [{ field: 'otherId', problem: 'not_alike' }] });
    }
    expect(codeOf(await pair(first, first, true))).toBe('INVALID');
  });
});

describe('the key of a device', () => {
  const open = (who: Who | 'stranger', device: string) => does<{ key: string; until: string }>(world, who, 'openDevice', { device: ['ID!', device] }, 'key until');
  it('is the same for the same person and device, and another for everybody else', async () => {
    const device = randomUUID();
    const key = (await open('lead', device)).data?.['openDevice']?.key;
    expect(Buffer.from(key ?? '', 'base64')).toHaveLength(32);
    expect((await open('lead', device)).data?.['openDevice']?.key).toBe(key);
    expect((await open('lead', randomUUID())).data?.['openDevice']?.key).not.toBe(key);
    expect((await open('teammate', device)).data?.['openDevice']?.key).not.toBe(key);
    expect(codeOf(await open('stranger', device))).toBe('UNAUTHENTICATED');
  });
  it('is forgotten after 36 hours without contact, and never outlives the session', async () => {
    const until = async () => Date.parse((await open('lead', randomUUID())).data?.['openDevice']?.until ?? '') - Date.now();
    expect(await until()).toBeLessThanOrEqual(24 * 3_600_000 + 1000); // the session of this test ends in a day
    await world.owner.query("update app.session set expires_at = now() + interval '7 days' where person_id = $1", [world.people.lead.id]);
    expect(Math.round((await until()) / 3_600_000)).toBe(36);
  });
  it('is refused beyond fifty devices, and for what is no device', async () => {
    for (let n = 0; n < 50; n++) await open('member', randomUUID());
    expect((await open('member', randomUUID())).errors?.[0]?.extensions).toEqual({ code: 'TOO_MANY', fields: [{ field: 'device', problem: 'too_many' }] });
    expect(codeOf(await open('lead', "' or 1=1"))).toBe('INVALID');
  });
  it('is reached by no request but this one', async () => {
    const { rows } = await world.owner.query("select has_any_column_privilege('lit_user', 'app.device_key', 'select') as reads, has_any_column_privilege('lit_api', 'app.device_key', 'select') as api");
    expect(rows[0]).toEqual({ reads: false, api: false });
  });
});
