import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, does, done, newCase, setLevel, share } from '../support/case-text.ts';
import { listenTo } from '../support/subscribe.ts';
import { makeWorld, type Who, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => { world = await makeWorld(); });
afterAll(async () => { await world.end(); });
const input = (more: object = {}) => ({ kind: 'exclusion-health', groups: ['women'], summary: 'A clinic asked for the card', country: 'UG', source: 'A report', sureness: 'reported', ...more });
const add = (more: object = {}, who: Who | 'stranger' = 'lead') => does(world, who, 'addHarm', { input: ['HarmInput!', input(more)] }, 'id version level kind { id label } groups { id } whenOn system { slug } viewerCan { edit }');
const made = async (more: object = {}) => (await add(more)).data?.addHarm as { id: string };
const link = (more: object, who: Who = 'lead') => does(world, who, 'linkHarm', { input: ['LinkHarmInput!', more] }, 'id level links { id followsCase legalCase { id } claim { id } precedent { slug } }');
const linkNow = (more: object, who: Who = 'lead') => done(world, who, 'linkHarm', { input: ['LinkHarmInput!', more] }, 'id links { id }');
const read = async (who: Who | 'stranger', id: string) => (await world.gql(who, 'query($id: ID!) { harm(id: $id) { id level summary links { id legalCase { id } } viewerCan { edit } } }', { id })).data?.harm ?? null;

describe('a harm', () => {
  it('belongs to who wrote it until it stands behind a case, then to the team, and to the readers only if it follows', async () => {
    const h = (await add({ system: 'ug-ndaga-muntu', whenOn: '2024-03' })).data?.addHarm;
    expect(h).toMatchObject({ level: 'case_team', kind: { id: 'exclusion-health' }, groups: [{ id: 'women' }], whenOn: '2024-03', system: { slug: 'ug-ndaga-muntu' }, viewerCan: { edit: true } });
    expect(await read('teammate', h.id)).toBeNull();
    const { id } = await newCase(world);
    await done(world, 'lead', 'setCaseMember', { id: ['ID!', id], personId: ['ID!', world.people.teammate.id], cap: ['Int!', 7] }, 'id');
    const linked = (await link({ harmId: h.id, legalCaseId: id })).data?.linkHarm;
    expect(await read('teammate', h.id)).toMatchObject({ id: h.id, viewerCan: { edit: true } });
    await share(world, id);
    expect(await read('ally', h.id), 'the case is shared, the harm does not follow').toBeNull();
    const follow = (follows: boolean) => does(world, 'lead', 'changeHarmLink', { id: ['ID!', linked.links[0].id], followsCase: ['Boolean!', follows] }, 'level');
    expect((await follow(true)).data?.changeHarmLink).toEqual({ level: 'named_allies' });
    expect(await read('ally', h.id)).toMatchObject({ viewerCan: { edit: false } });
    expect(await read('member', h.id)).toBeNull();
    await setLevel(world, id, 'coalition');
    expect(await read('member', h.id)).not.toBeNull();
    await setLevel(world, id, 'case_team', null);
    for (const who of ['ally', 'member'] as const) expect(await read(who, h.id), who).toBeNull();
    expect((await does(world, 'lead', 'unlinkHarm', { id: ['ID!', linked.links[0].id] }, 'id links { id }')).data?.unlinkHarm).toEqual({ id: h.id, links: [] });
    expect(await read('teammate', h.id), 'it stays with the team of its last case').toMatchObject({ links: [], viewerCan: { edit: true } });
  });
  it('stays with the team when its writer leaves, also once the last link is gone', async () => {
    const member = (id: string, cap: number) => done(world, 'lead', 'setCaseMember', { id: ['ID!', id], personId: ['ID!', world.people.teammate.id], cap: ['Int!', cap] }, 'id');
    const { id } = await newCase(world);
    await member(id, 7);
    const h = (await add({}, 'teammate')).data?.addHarm;
    const { links: [{ id: linked }] } = await linkNow({ harmId: h.id, legalCaseId: id }, 'teammate');
    await member(id, 0);
    await does(world, 'lead', 'unlinkHarm', { id: ['ID!', linked] }, 'id');
    expect(await read('teammate', h.id)).toBeNull();
    expect(codeOf(await does(world, 'teammate', 'removeHarm', { id: ['ID!', h.id] }))).toBe('NOT_FOUND');
    const db = world.app.get((await import('../../apps/api/src/platform/db.ts')).Db);
    const history = (who: Who) => db.as({ token: world.people[who].token }, () => db.sql("select id from audit.row_version where table_name = 'harm' and row_id = $1", [h.id]));
    expect(await history('teammate'), 'nor its history').toEqual([]);
    expect((await history('lead')).length).toBeGreaterThan(0);
    expect((await world.gql('lead', 'query($id: ID!) { harm(id: $id) { home { id } viewerCan { edit share } links { id } } }', { id: h.id })).data.harm).toEqual({ home: { id }, viewerCan: { edit: true, share: true }, links: [] });
    await member(id, 3);
    expect(await read('teammate', h.id), 'whoever joins the team joins what it keeps').not.toBeNull();
    await member(id, 0);
    expect(await read('teammate', h.id)).toBeNull();
  });
  it('is shown to others only by who may share every case behind it', async () => {
    const { id } = await newCase(world);
    await done(world, 'lead', 'setCaseMember', { id: ['ID!', id], personId: ['ID!', world.people.teammate.id], cap: ['Int!', 7] }, 'id');
    const own = await newCase(world, {}, 'teammate');
    await done(world, 'teammate', 'setLegalCaseLevel', { id: ['ID!', own.id], level: ['ShareLevel!', 'coalition'], reason: ['String', 'why'] }, 'id');
    const h = await made();
    const { links: [{ id: linked }] } = await linkNow({ harmId: h.id, legalCaseId: id });
    const can = async (who: Who) => (await world.gql(who, 'query($id: ID!) { harm(id: $id) { viewerCan { edit share } } }', { id: h.id })).data.harm.viewerCan;
    expect([await can('lead'), await can('teammate')]).toEqual([{ edit: true, share: true }, { edit: true, share: false }]);
    const follow = (follows: boolean) => does(world, 'teammate', 'changeHarmLink', { id: ['ID!', linked], followsCase: ['Boolean!', follows] }, 'level');
    expect(codeOf(await follow(true))).toBe('FORBIDDEN');
    for (const followsCase of [true, false]) expect(codeOf(await link({ harmId: h.id, legalCaseId: own.id, followsCase }, 'teammate')), String(followsCase)).toBe('FORBIDDEN');
    await does(world, 'teammate', 'unlinkHarm', { id: ['ID!', linked] }, 'id');
    expect(codeOf(await link({ harmId: h.id, legalCaseId: own.id, followsCase: true }, 'teammate')), 'nor by way of its home').toBe('FORBIDDEN');
    expect((await link({ harmId: h.id, legalCaseId: id }, 'teammate')).errors, 'within the case, for its team').toBeUndefined();
    const claim = await done(world, 'lead', 'addClaim', { legalCaseId: ['ID!', id], input: ['ClaimInput!', { act: 'An act' }] }, 'id');
    expect((await link({ harmId: h.id, legalCaseId: id, claimId: claim.id }, 'teammate')).errors).toBeUndefined();
    expect(codeOf(await link({ harmId: h.id, legalCaseId: id, claimId: claim.id, followsCase: true }, 'teammate'))).toBe('FORBIDDEN');
    expect(await read('member', h.id)).toBeNull();
  });
  it('linked to a precedent is no wider for it', async () => {
    const h = await made();
    expect((await link({ harmId: h.id, precedentSlug: 'jm-robinson-nids-2019' })).data?.linkHarm).toMatchObject({ level: 'case_team', links: [{ precedent: { slug: 'jm-robinson-nids-2019' } }] });
    for (const who of ['stranger', 'colleague', 'ally', 'steward'] as const) expect((await world.gql(who, '{ precedent(slug: "jm-robinson-nids-2019") { harmRecords { id } } }')).data.precedent.harmRecords, who).toEqual([]);
  });
  it('cannot be linked, changed or removed by others, who learn nothing', async () => {
    const h = await made();
    const mine = await newCase(world, {}, 'ally');
    const ops = (id: string) => [
      link({ harmId: id, legalCaseId: mine.id }, 'ally'), does(world, 'ally', 'removeHarm', { id: ['ID!', id] }),
      does(world, 'ally', 'changeHarm', { id: ['ID!', id], version: ['Int!', 1], input: ['HarmInput!', input()] }, 'id'),
    ];
    const [there, absent] = [await Promise.all(ops(h.id)), await Promise.all(ops(randomUUID()))];
    expect(there).toEqual(absent);
    expect(there.map(codeOf)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
    expect(codeOf(await link({ harmId: h.id, legalCaseId: mine.id }))).toBe('NOT_FOUND');
  });
  it('stale is told', async () => {
    const h = await made();
    const change = () => does(world, 'lead', 'changeHarm', { id: ['ID!', h.id], version: ['Int!', 1], input: ['HarmInput!', input({ summary: 'Said better' })] }, 'summary version');
    expect((await change()).data?.changeHarm).toEqual({ summary: 'Said better', version: 2 });
    expect(codeOf(await change())).toBe('STALE');
  });
  it.each([
    [{ kind: 'nope' }, 'kind', 'unknown'], [{ groups: ['women', 'nope'] }, 'groups[1]', 'unknown'], [{ system: 'no-such' }, 'system', 'unknown'], [{ country: 'UK' }, 'country', 'unknown_country'], [{ district: 'Plot 12, Kira Road' }, 'district', 'too_exact_place'],
    [{ whenOn: '2023-02-29' }, 'whenOn', 'not_a_date'], [{ peopleAffected: 0 }, 'peopleAffected', 'too_small'], [{ sureness: 'maybe' }, 'sureness', 'unknown_code'], [{ source: '' }, 'source', 'required'],
  ])('refuses %j', async (more, field, problem) => {
    expect((await add(more)).errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', fields: [{ field, problem }] });
  });
  it('stands behind a case or a precedent, not both', async () => {
    const h = await made();
    expect((await link({ harmId: h.id })).errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', fields: [{ problem: 'case_or_precedent' }] });
  });
});

describe('the list of harms', () => {
  const list = (who: Who | 'stranger', filter: object = {}, first = 100, after: string | null = null) => world.gql(who, 'query($f: Int!, $a: String, $w: HarmFilter) { harms(first: $f, after: $a, filter: $w) { nodes { id } total facets { name values { id count } } pageInfo { endCursor hasNextPage } } }', { f: first, a: after, w: filter });
  it('holds what one may read, by kind with those below it', async () => {
    const h = await made({ kind: 'biometric-failure', summary: 'Worn fingerprints of quarry workers', country: 'IN' });
    const found = (await list('lead', { kinds: ['technical-failure'] })).data.harms;
    expect(found.nodes).toEqual([{ id: h.id }]);
    expect(found.facets.find((f: { name: string }) => f.name === 'country').values).toEqual([{ id: 'IN', count: 1 }]);
    expect((await list('lead', { text: 'quarry fingerprints' })).data.harms.total).toBe(1);
    expect((await list('lead', { text: '%' })).data.harms.total).toBe((await list('lead')).data.harms.total);
    expect((await list('member')).data.harms).toMatchObject({ nodes: [], total: 0 });
    expect(codeOf(await list('stranger'))).toBe('UNAUTHENTICATED');
  });
  it('pages through everything once', async () => {
    const whole = (await list('lead')).data.harms.nodes.map((h: { id: string }) => h.id);
    const paged: string[] = [];
    for (let after: string | null = null, more = true; more;) { const { nodes, pageInfo }: { nodes: { id: string }[]; pageInfo: { endCursor: string | null; hasNextPage: boolean } } = (await list('lead', {}, 2, after)).data.harms; paged.push(...nodes.map((h: { id: string }) => h.id)); ({ endCursor: after, hasNextPage: more } = pageInfo); }
    expect(paged).toEqual(whole);
  });
});

it('is told live to who has its case open: to the team always, to an ally only while it follows the case', async () => {
  const { id } = await newCase(world);
  await share(world, id);
  const [lead, ally, member] = await Promise.all((['lead', 'ally', 'member'] as const).map((who) => listenTo(world, who, id)));
  const h = await made();
  const change = (version: number) => does(world, 'lead', 'changeHarm', { id: ['ID!', h.id], version: ['Int!', version], input: ['HarmInput!', input({ summary: `Version ${version + 1}` })] }, 'version');
  const linked = (await link({ harmId: h.id, legalCaseId: id })).data?.linkHarm.links[0].id;
  expect(await lead?.next((e) => e.table === 'harm_link' && e.kind === 'add')).toMatchObject({ id, rowId: linked });
  expect((await change(1)).errors).toBeUndefined();
  expect(await lead?.next((e) => e.table === 'harm')).toMatchObject({ id, rowId: h.id, kind: 'change' });
  await new Promise((r) => setTimeout(r, 800));
  expect(ally?.heard.filter((e) => e.table.startsWith('harm')), 'the harm is the team\'s').toEqual([]);
  const follow = (follows: boolean) => does(world, 'lead', 'changeHarmLink', { id: ['ID!', linked], followsCase: ['Boolean!', follows] }, 'level');
  await follow(true);
  expect(await ally?.next((e) => e.table === 'harm_link')).toMatchObject({ id, kind: 'change' });
  await change(2);
  expect(await ally?.next((e) => e.table === 'harm')).toMatchObject({ id, rowId: h.id });
  await follow(false);
  await new Promise((r) => setTimeout(r, 800));
  const before = ally?.heard.length;
  await change(3);
  await does(world, 'lead', 'unlinkHarm', { id: ['ID!', linked] }, 'id');
  expect(await lead?.next((e) => e.table === 'harm_link' && e.kind === 'remove')).not.toBeNull();
  await new Promise((r) => setTimeout(r, 800));
  expect(ally?.heard.length).toBe(before);
  expect(member?.heard).toEqual([]);
  for (const l of [lead, ally, member]) l?.end();
});
