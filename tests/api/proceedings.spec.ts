import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { timeZone } from '../../libs/domain/src/input-parts.ts';
import { caseQuery, codeOf, does, done, newCase, newProceeding } from '../support/case-text.ts';
import { makeWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => { world = await makeWorld(); });
afterAll(async () => { await world.end(); });
const read = async (id: string) => (await world.gql('lead', caseQuery, { id })).data.legalCase;
const add = (id: string, input: object) => does(world, 'lead', 'addProceeding', { legalCaseId: ['ID!', id], input: ['ProceedingInput!', { courtSlug: 'ug-high-court', ...input }] }, 'id timeZone ordinal matter status');
const link = (caseId: string, fromId: string, toId: string, type: string) => does(world, 'lead', 'addProceedingLink', { legalCaseId: ['ID!', caseId], input: ['ProceedingLinkInput!', { fromId, toId, type }] }, 'id type');
const number = (proceedingId: string, value: string, more: object = {}) => done(world, 'lead', 'addIdentifier', { proceedingId: ['ID!', proceedingId], input: ['IdentifierInput!', { type: 'petition', value, ...more }] }, 'id value version preferred');

describe('a proceeding', () => {
  it('counts its days in the time of its court, and asks where the country has several', async () => {
    const { id } = await newCase(world);
    expect((await add(id, {})).data?.addProceeding).toEqual({ id: expect.any(String), timeZone: 'Africa/Kampala', ordinal: 0, matter: 'petition', status: 'active' });
    expect((await add(id, { courtSlug: 'un-human-rights-committee', status: 'anticipated' })).data?.addProceeding).toMatchObject({ timeZone: 'Europe/Zurich', ordinal: 1 });
    expect((await add(id, { timeZone: 'America/Lima' })).data?.addProceeding).toMatchObject({ timeZone: 'America/Lima' });
    await world.owner.query(`insert into app.court (slug, ordinal, country, name, name_local, local_language, level, fingerprint) values ('mx-somewhere', 99, 'MX', 'A court', 'Un juzgado', 'es', 'first_instance', '')`);
    await vi.waitFor(async () => { expect((await add(id, { courtSlug: 'mx-somewhere' })).errors?.[0]?.extensions).toEqual({ code: 'INVALID', fields: [{ field: 'timeZone', problem: 'required' }] }); }); // courts are held until the database says that they changed
    expect((await add(id, { courtSlug: 'mx-somewhere', timeZone: 'America/Tijuana' })).errors).toBeUndefined();
  });
  it('takes the zone of the new court when it moves', async () => {
    const { id } = await newCase(world);
    const p = await newProceeding(world, id);
    const change = (version: number, input: object) => does(world, 'lead', 'changeProceeding', { id: ['ID!', p.id], version: ['Int!', version], input: ['ProceedingInput!', input] }, 'version timeZone status court { slug }');
    expect((await change(1, { courtSlug: 'ke-high-court', status: 'transferred' })).data?.changeProceeding).toEqual({ version: 2, timeZone: 'Africa/Nairobi', status: 'transferred', court: { slug: 'ke-high-court' } });
    expect(codeOf(await change(1, { courtSlug: 'ke-high-court' }))).toBe('STALE');
  });
  it.each([
    [{ courtSlug: 'no-such-court' }, 'courtSlug', 'unknown'], [{ timeZone: 'Mars/Olympus' }, 'timeZone', 'unknown_time_zone'], [{ openedOn: '2023-02-29' }, 'openedOn', 'not_a_date'], [{ stage: 'waiting' }, 'stage', 'unknown_code'],
    [{ status: 'won' }, 'status', 'unknown_code'], [{ judges: ['x'.repeat(201)] }, 'judges[0]', 'too_long'], [{ ordinal: -1 }, 'ordinal', 'too_small'],
  ])('refuses %j', async (input, field, problem) => {
    const { id } = await newCase(world);
    expect((await add(id, input)).errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', fields: [{ field, problem }] });
    expect((await read(id)).proceedings).toEqual([]);
  });
});

it('a zone is a place of the IANA list: an abbreviation is refused, and every zone that is taken is one the database counts with', async () => {
  const { id } = await newCase(world);
  for (const zone of ['CAT', 'IST', 'EAT', 'US/Pacific-New', 'SystemV/AST4ADT', 'Mars/Olympus']) {
    const answer = await does(world, 'lead', 'addProceeding', { legalCaseId: ['ID!', id], input: ['ProceedingInput!', { courtSlug: 'ke-high-court', timeZone: zone }] }, 'id');
    expect(answer.errors?.[0]?.extensions, zone).toMatchObject({ code: 'INVALID', fields: [{ field: 'timeZone', problem: 'unknown_time_zone' }] });
  }
  const taken = Intl.supportedValuesOf('timeZone').filter((zone) => timeZone.safeParse(zone).success);
  expect(taken.length).toBeGreaterThan(300);
  expect((await world.owner.query('select z from unnest($1::text[]) z where not app.is_zone(z)', [taken])).rows).toEqual([]);
  expect((await world.owner.query("select app.is_zone('CAT') c")).rows).toEqual([{ c: false }]);
});

describe('a number', () => {
  it('is end-dated and marked, never overwritten nor deleted, and one is preferred', async () => {
    const { id } = await newCase(world);
    const p = await newProceeding(world, id);
    const old = await number(p.id, 'MC No. 86 of 2022', { preferred: true, disputed: true });
    const now = await number(p.id, 'HCT-00-CV-MC-0066-2022', { preferred: true });
    const after = (await read(id)).proceedings[0].identifiers;
    expect(after.map((i: { value: string; preferred: boolean; disputed: boolean }) => [i.value, i.preferred, i.disputed])).toEqual([['HCT-00-CV-MC-0066-2022', true, false], ['MC No. 86 of 2022', false, true]]);
    expect((await read(id)).mainNumber).toEqual({ value: 'HCT-00-CV-MC-0066-2022' });
    const change = (input: object) => does(world, 'lead', 'changeIdentifier', { id: ['ID!', now.id], version: ['Int!', 1], input: ['ChangeIdentifierInput!', input] }, 'validTo version');
    expect(codeOf(await change({ value: 'Other' }))).toBe('INVALID');
    expect((await change({ validTo: '2024-01-01' })).data?.changeIdentifier).toEqual({ validTo: '2024-01-01', version: 2 });
    expect((await read(id)).mainNumber).toEqual({ value: 'MC No. 86 of 2022' });
    expect((await does(world, 'lead', 'changeIdentifier', { id: ['ID!', now.id], version: ['Int!', 2], input: ['ChangeIdentifierInput!', { validFrom: '2024-02' }] }, 'id')).errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'validTo', problem: 'ends_before_start' }] });
    const api = new pg.Client(world.apiUrl);
    await api.connect();
    await api.query('set role lit_user');
    await expect(api.query('update app.proceeding_identifier set value = $1', ['x'])).rejects.toThrow('permission denied');
    await api.end();
    expect(old.version).toBe(1);
  });
});

describe('links', () => {
  it('form no circle of appeals, whatever the way round', async () => {
    const { id } = await newCase(world);
    const [a, b, c] = [await newProceeding(world, id), await newProceeding(world, id), await newProceeding(world, id)];
    expect((await link(id, b.id, a.id, 'appeal_from')).errors).toBeUndefined();
    expect((await link(id, c.id, b.id, 'cassation_of')).errors).toBeUndefined();
    expect((await link(id, a.id, c.id, 'appeal_from')).errors?.[0]?.extensions).toEqual({ code: 'INVALID', fields: [{ field: 'fromId', problem: 'closes_circle' }] });
    expect((await link(id, a.id, c.id, 'parallel_to')).errors).toBeUndefined();
    expect((await link(id, a.id, a.id, 'appeal_from')).errors?.[0]?.extensions).toMatchObject({ fields: [{ field: 'toId', problem: 'same_proceeding' }] });
    expect(codeOf(await link(id, b.id, a.id, 'appeal_from'))).toBe('CONFLICT');
    expect((await read(id)).links).toHaveLength(3);
  });
  it('tie no proceeding of another case', async () => {
    const [x, y] = [await newCase(world), await newCase(world)];
    const [a, b] = [await newProceeding(world, x.id), await newProceeding(world, y.id)];
    const [other, none] = [await link(x.id, a.id, b.id, 'parallel_to'), await link(x.id, a.id, randomUUID(), 'parallel_to')];
    expect(other.errors?.[0]?.extensions).toEqual(none.errors?.[0]?.extensions);
    expect(codeOf(other)).toBe('INVALID');
  });
});
