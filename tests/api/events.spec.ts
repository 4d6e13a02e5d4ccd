import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseQuery, codeOf, does, log, logged, newCase, newProceeding, setLevel, share } from '../support/case-text.ts';
import { makeWorld, type Who, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => { world = await makeWorld(); });
afterAll(async () => { await world.end(); });
const eventsOf = async (id: string, who: Parameters<World['gql']>[0] = 'lead') => (await world.gql(who, caseQuery, { id })).data?.legalCase?.events;
const change = (id: string, version: number, input: object, who: Parameters<typeof does>[1] = 'lead') => does(world, who, 'changeEvent', { id: ['ID!', id], version: ['Int!', version], input: ['ChangeEventInput!', input] },
  '__typename ... on ChangedEvent { event { id version title publicNote privateNote outcome } } ... on StaleEvent { current { id version title publicNote } }');

describe('logging', () => {
  it('says what an event follows only to who may read that: a hidden date leaves no trace', async () => {
    const { id } = await newCase(world);
    await share(world, id);
    const { data } = await log(world, logged(id, { type: 'filing', planned: true, on: '2098-12-10', nextOn: '2099-01-15', nextType: 'hearing' }));
    const eventsFor = async (who: Who) => (await world.gql(who, 'query($id: ID!) { legalCase(id: $id) { events { type followsId } } }', { id })).data.legalCase.events;
    expect(await eventsFor('lead')).toContainEqual({ type: 'hearing', followsId: data?.logEvent.id });
    expect(await eventsFor('ally')).toEqual([{ type: 'hearing', followsId: null }]);
  });
  it('keeps the private note apart and makes of the next date a planned event that points back', async () => {
    const { id } = await newCase(world);
    const p = await newProceeding(world, id);
    const made = (await log(world, logged(id, { proceedingId: p.id, outcome: 'adjourned', publicNote: 'Adjourned', privateNote: 'Ask the registry', nextOn: '2099-01-15', nextType: 'mention', minutesSpent: 45 }))).data?.logEvent;
    const [next, event] = await eventsOf(id);
    expect(event).toMatchObject({ id: made.id, publicNote: 'Adjourned', privateNote: 'Ask the registry', timeZone: 'Africa/Kampala', planned: false, minutesSpent: 45, loggedBy: { name: 'Test lead' }, incomplete: [] });
    expect(next).toMatchObject({ type: 'mention', on: '2099-01-15', planned: true, followsId: made.id, basis: 'listed', proceedingId: p.id });
    expect(new Date(event.undoUntil).getTime() - Date.now()).toBeGreaterThan(9 * 60_000);
    expect((await world.gql('lead', caseQuery, { id })).data.legalCase.nextDates).toEqual([{ id: next.id, on: '2099-01-15' }]);
  });
  it('twice, also at the same moment, is one event; the same key for something else is refused', async () => {
    const { id } = await newCase(world);
    const input = logged(id, { privateNote: 'Once', nextOn: '2099-02-01' });
    const answers = await Promise.all([1, 2, 3].map(() => log(world, input)));
    const again = await log(world, input);
    expect(new Set([...answers, again].map((a) => a.data?.logEvent.id)).size, JSON.stringify(answers)).toBe(1);
    expect(await eventsOf(id)).toHaveLength(2);
    expect((await log(world, { ...input, privateNote: 'Other' })).errors?.[0]?.extensions).toEqual({ code: 'CONFLICT', fields: [{ field: 'id', problem: 'taken' }] });
    expect(codeOf(await change(again.data?.logEvent.id, 1, { title: 'Changed later' }))).toBeUndefined();
    expect((await log(world, input)).data?.logEvent, 'a late repeat of what was sent still gives that event').toMatchObject({ id: again.data?.logEvent.id, version: 2 });
  });
  it('with the id of an event one cannot see is as with any other id', async () => {
    const [hers, mine] = [await newCase(world), await newCase(world, {}, 'ally')];
    const input = logged(hers.id);
    const unseen = (await log(world, input)).data?.logEvent.id as string;
    for (const id of [unseen, input.id, randomUUID()]) {
      const a = await log(world, { ...logged(mine.id), id }, 'ally', 'legalCaseId version planned');
      expect(a, id).toEqual({ data: { logEvent: { legalCaseId: mine.id, version: 1, planned: false } } });
    }
    const [there, absent] = [await log(world, logged(hers.id), 'ally'), await log(world, logged(randomUUID()), 'ally')];
    expect(there).toEqual(absent);
    expect(codeOf(there)).toBe('NOT_FOUND');
  });
  it('is for the team; a reader is told so, without a trace left', async () => {
    const { id } = await newCase(world);
    await setLevel(world, id, 'coalition');
    expect(codeOf(await log(world, logged(id), 'member'))).toBe('FORBIDDEN');
    expect(codeOf(await log(world, logged(id), 'outsider'))).toBe('NOT_FOUND');
    expect(codeOf(await log(world, logged(id), 'stranger'))).toBe('UNAUTHENTICATED');
    expect(await eventsOf(id)).toEqual([]);
  });
  it('in a proceeding of another case is refused like in none', async () => {
    const [a, b] = [await newCase(world), await newCase(world)];
    const p = await newProceeding(world, b.id);
    const [other, none] = [await log(world, logged(a.id, { proceedingId: p.id })), await log(world, logged(a.id, { proceedingId: randomUUID() }))];
    expect(other.errors?.[0]?.extensions).toEqual({ code: 'INVALID', fields: [{ field: 'proceedingId', problem: 'unknown' }] });
    expect(none.errors?.[0]?.extensions).toEqual(other.errors?.[0]?.extensions);
  });
});

describe('changing', () => {
  it('shows both versions when somebody was faster, and writes nothing', async () => {
    const { id } = await newCase(world);
    const e = (await log(world, logged(id, { title: 'First' }))).data?.logEvent;
    expect((await change(e.id, 1, { title: 'Second' })).data?.changeEvent).toMatchObject({ __typename: 'ChangedEvent', event: { version: 2, title: 'Second' } });
    expect((await change(e.id, 1, { title: 'Third', publicNote: 'x' })).data?.changeEvent).toEqual({ __typename: 'StaleEvent', current: { id: e.id, version: 2, title: 'Second', publicNote: null } });
    const two = await Promise.all([change(e.id, 2, { title: 'A' }), change(e.id, 2, { title: 'B' })]);
    expect(two.map((a) => a.data?.changeEvent.__typename).sort()).toEqual(['ChangedEvent', 'StaleEvent']);
  });
  it('of the private note alone moves the version for the team, and emptying removes it', async () => {
    const { id } = await newCase(world);
    const e = (await log(world, logged(id))).data?.logEvent;
    expect((await change(e.id, 1, { privateNote: 'New' })).data?.changeEvent.event).toMatchObject({ version: 2, privateNote: 'New' });
    expect((await change(e.id, 2, { privateNote: 'Newer' })).data?.changeEvent.event).toMatchObject({ version: 3, privateNote: 'Newer' });
    expect((await change(e.id, 3, { privateNote: '' })).data?.changeEvent.event).toMatchObject({ version: 4, privateNote: null });
    expect((await change(e.id, 3, { privateNote: 'Overwritten' })).data?.changeEvent.__typename, 'somebody who saw the note before it was emptied').toBe('StaleEvent');
    expect((await change(e.id, 4, { title: 'Untouched' })).data?.changeEvent.event).toMatchObject({ version: 5, privateNote: null });
  });
  it('of the time spent keeps the note, and the other way round', async () => {
    const { id } = await newCase(world);
    const e = (await log(world, logged(id, { privateNote: 'Stays', minutesSpent: 30 }))).data?.logEvent;
    expect(e.version).toBe(2);
    expect((await change(e.id, 2, { minutesSpent: 45 })).data?.changeEvent.event).toMatchObject({ version: 3, privateNote: 'Stays' });
    expect((await change(e.id, 3, { privateNote: null, title: 'Both' })).data?.changeEvent.event).toMatchObject({ version: 5, privateNote: null, title: 'Both' });
    expect((await eventsOf(id))[0]).toMatchObject({ minutesSpent: 45, privateNote: null });
    const two = await Promise.all([change(e.id, 5, { privateNote: 'A' }), change(e.id, 5, { privateNote: 'B' })]);
    expect(two.map((a) => a.data?.changeEvent.__typename).sort()).toEqual(['ChangedEvent', 'StaleEvent']);
  });
  it('keeps the fields in tune with each other', async () => {
    const { id } = await newCase(world);
    const e = (await log(world, logged(id, { outcome: 'interim', outcomeDetail: 'granted' }))).data?.logEvent;
    expect((await change(e.id, 1, { outcome: 'settled' })).errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'outcomeDetail', problem: 'does_not_fit_outcome' }] });
    expect((await change(e.id, 1, { outcome: 'settled', outcomeDetail: null })).data?.changeEvent.event).toMatchObject({ outcome: 'settled' });
  });
  it('of what one cannot see, or may only read, is refused', async () => {
    const { id } = await newCase(world);
    const e = (await log(world, logged(id))).data?.logEvent;
    expect(await change(e.id, 1, { title: 'X' }, 'member')).toEqual(await change(randomUUID(), 1, { title: 'X' }, 'member'));
    await setLevel(world, id, 'coalition');
    expect(codeOf(await change(e.id, 1, { title: 'X' }, 'member'))).toBe('FORBIDDEN');
  });
});

describe('taking back', () => {
  const remove = (id: string, who: Parameters<typeof does>[1] = 'lead') => does(world, who, 'removeEvent', { id: ['ID!', id] });
  it('takes the next date along while it is only planned', async () => {
    const { id } = await newCase(world);
    const e = (await log(world, logged(id, { nextOn: '2099-03-01' }))).data?.logEvent;
    expect((await remove(e.id)).data?.removeEvent).toBe(true);
    expect(await eventsOf(id)).toEqual([]);
    expect(codeOf(await remove(e.id))).toBe('NOT_FOUND');
  });
  it('leaves a next date that has happened meanwhile', async () => {
    const { id } = await newCase(world);
    const e = (await log(world, logged(id, { nextOn: '2025-07-01' }))).data?.logEvent;
    const next = (await eventsOf(id)).find((x: { planned: boolean }) => x.planned);
    expect((await change(next.id, 1, { planned: false, outcome: 'directions_given' } as object)).errors).toBeUndefined();
    await remove(e.id);
    expect(await eventsOf(id)).toMatchObject([{ id: next.id, planned: false, followsId: null }]);
  });
  it('is the team\'s: a reader is refused, to anybody else there is nothing', async () => {
    const { id } = await newCase(world);
    const e = (await log(world, logged(id, { nextOn: '2099-03-01' }))).data?.logEvent;
    expect(codeOf(await remove(e.id, 'member'))).toBe('NOT_FOUND');
    await setLevel(world, id, 'coalition');
    expect(codeOf(await remove(e.id, 'member'))).toBe('FORBIDDEN');
    expect(await eventsOf(id)).toHaveLength(2);
  });
});

describe('bad input to the log', () => {
  const bad: [string, Record<string, unknown>, string, string][] = [
    ['a day that does not exist', { on: '2023-02-29' }, 'on', 'not_a_date'], ['an empty day', { on: '' }, 'on', 'required'], ['a date in words', { on: 'next Tuesday' }, 'on', 'not_a_date'],
    ['an unknown type', { type: 'party' }, 'type', 'unknown_code'], ['an unknown outcome', { outcome: 'victory' }, 'outcome', 'unknown_code'], ['a detail that does not fit', { outcome: 'settled', outcomeDetail: 'granted' }, 'outcomeDetail', 'does_not_fit_outcome'],
    ['a result without a judgment', { outcome: 'adjourned', reportedResult: 'won' }, 'reportedResult', 'does_not_fit_outcome'], ['a time of no day', { on: '2025-06', atTime: '09:00' }, 'atTime', 'day_needed'], ['an impossible time', { atTime: '25:00' }, 'atTime', 'not_a_time'],
    ['an id that is none', { id: '1' }, 'id', 'not_an_id'], ['a case id that is none', { legalCaseId: "' or 1=1" }, 'legalCaseId', 'not_an_id'], ['too long a title', { title: 'x'.repeat(301) }, 'title', 'too_long'],
    ['NUL', { title: 'a\u0000b' }, 'title', 'control_character'], ['half a character', { publicNote: 'a\ud800b' }, 'publicNote', 'broken_character'], ['a turned direction', { title: 'a\u202eb' }, 'title', 'direction_override'],
    ['time spent beyond a day', { minutesSpent: 1441 }, 'minutesSpent', 'too_large'], ['negative time', { minutesSpent: -1 }, 'minutesSpent', 'too_small'], ['a next date that does not exist', { nextOn: '2025-13-01' }, 'nextOn', 'not_a_date'],
  ];
  it.each(bad)('%s', async (_, more, field, problem) => {
    const { id } = await newCase(world);
    const a = await log(world, logged(id, more));
    expect(a.errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', fields: [{ field, problem }] });
    expect(a.data ?? null).toBeNull();
    expect(await eventsOf(id)).toEqual([]);
  });
  it('an unknown field is refused by its name', async () => {
    const { id } = await newCase(world);
    const a = await log(world, logged(id, { level: 2 }));
    expect(codeOf(a)).toBe('INVALID');
    expect(a.errors?.[0]?.message).toContain('level');
    expect(await eventsOf(id)).toEqual([]);
  });
});
