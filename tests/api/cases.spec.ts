import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseQuery, codeOf, does, done, log, logged, newCase, newProceeding } from '../support/case-text.ts';
import { makeWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => { world = await makeWorld(); });
afterAll(async () => { await world.end(); });
const read = async (who: Parameters<World['gql']>[0], id: string) => (await world.gql(who, caseQuery, { id })).data?.legalCase;

describe('opening a case', () => {
  it('puts the one who opens it on the team and everybody else outside', async () => {
    const { id } = await newCase(world, { systems: ['ug-ndaga-muntu'], shortName: 'Kite' });
    expect(await read('lead', id)).toMatchObject({ shortName: 'Kite', level: 'case_team', status: 'live', version: 1, viewerCan: { edit: true, share: true, notes: true }, systems: [{ slug: 'ug-ndaga-muntu' }], leadOrganisation: { name: 'Alder Law' } });
    for (const who of ['colleague', 'ally', 'member', 'reviewer', 'facilitator', 'steward', 'outsider'] as const) expect(await read(who, id), who).toBeNull();
    expect(codeOf(await world.gql('stranger', caseQuery, { id }))).toBe('UNAUTHENTICATED');
  });
  it('is for an organisation of one\'s own, and says the same of one that does not exist', async () => {
    for (const organisation of [world.people.ally.organisationId, randomUUID()]) {
      const a = await does(world, 'lead', 'addLegalCase', { input: ['AddLegalCaseInput!', { leadOrganisationId: organisation, title: 'X', goals: [{ kind: 'legal', text: 'g' }], countries: ['UG'] }] }, 'id');
      expect(a.errors?.[0]?.extensions).toEqual({ code: 'INVALID', fields: [{ field: 'leadOrganisationId', problem: 'unknown' }] });
    }
  });
  it('twice with the same key is one case; the same key for something else is refused', async () => {
    const key = { id: randomUUID(), title: 'Once' };
    const [a, b] = [await newCase(world, key), await newCase(world, key)];
    expect(b).toEqual(a);
    await expect(newCase(world, { ...key, title: 'Twice' })).rejects.toThrow('CONFLICT');
  });
  it('with a key that somebody else has used says nothing of their case', async () => {
    const key = randomUUID();
    const hers = await newCase(world, { id: key });
    const mine = await newCase(world, { id: key }, 'ally');
    expect(mine.id).not.toBe(hers.id);
    expect(await newCase(world, { id: hers.id }, 'ally')).toMatchObject({ version: 1 });
  });
});

describe('changing a case', () => {
  const change = (who: Parameters<typeof does>[1], id: string, version: number, input: object) => does(world, who, 'changeLegalCase', { id: ['ID!', id], version: ['Int!', version], input: ['ChangeLegalCaseInput!', input] }, '__typename ... on ChangedLegalCase { legalCase { id version title summary systems { slug } } } ... on StaleLegalCase { current { id version title } }');
  it('moves the version; a stale change writes nothing and brings the case as it stands', async () => {
    const { id } = await newCase(world, { title: 'First' });
    expect((await change('lead', id, 1, { title: 'Second', summary: 'Text' })).data?.changeLegalCase).toMatchObject({ __typename: 'ChangedLegalCase', legalCase: { version: 2, title: 'Second', summary: 'Text' } });
    expect((await change('lead', id, 1, { title: 'Third' })).data?.changeLegalCase).toEqual({ __typename: 'StaleLegalCase', current: { id, version: 2, title: 'Second' } });
    expect((await change('lead', id, 2, { summary: null })).data?.changeLegalCase.legalCase).toMatchObject({ version: 3, title: 'Second', summary: null });
  });
  it('of its systems alone moves the version as well', async () => {
    const { id } = await newCase(world, { systems: ['ug-ndaga-muntu'] });
    expect((await change('lead', id, 1, { systems: ['ke-huduma-namba'] })).data?.changeLegalCase.legalCase).toMatchObject({ version: 2, systems: [{ slug: 'ke-huduma-namba' }] });
    expect((await change('lead', id, 2, { systems: ['no-such-system'] })).errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'systems[0]', problem: 'unknown' }] });
    expect((await read('lead', id)).systems).toMatchObject([{ slug: 'ke-huduma-namba' }]);
  });
  it('of a case one cannot see is as of one that does not exist', async () => {
    const { id } = await newCase(world);
    const [unseen, absent] = [await change('member', id, 1, { title: 'X' }), await change('member', randomUUID(), 1, { title: 'X' })];
    expect(unseen).toEqual(absent);
    expect(codeOf(unseen)).toBe('NOT_FOUND');
  });
  it('archives and brings back', async () => {
    const { id } = await newCase(world, { title: 'Old matter' });
    const archive = (version: number, archived: boolean) => done(world, 'lead', 'archiveLegalCase', { id: ['ID!', id], version: ['Int!', version], archived: ['Boolean!', archived] }, 'archivedAt version');
    const titles = async (archived: boolean) => (await world.gql('lead', 'query($a: Boolean) { cases(first: 100, filter: { archived: $a }) { nodes { title } } }', { a: archived })).data.cases.nodes.map((c: { title: string }) => c.title);
    expect((await archive(1, true)).archivedAt).not.toBeNull();
    expect(await titles(false)).not.toContain('Old matter');
    expect(await titles(true)).toContain('Old matter');
    expect((await archive(2, false)).archivedAt).toBeNull();
    expect(await titles(false)).toContain('Old matter');
  });
});

describe('the list', () => {
  const list = (who: Parameters<World['gql']>[0], filter: object, first = 100, after: string | null = null) => world.gql(who, `query($first: Int!, $after: String, $filter: CaseFilter) { cases(first: $first, after: $after, filter: $filter) {
    nodes { id title } total facets { name values { id label count } } pageInfo { endCursor hasNextPage } } }`, { first, after, filter });
  it('finds by words of the title and by number however it is written', async () => {
    const { id } = await newCase(world, { title: 'Quokka residents v Registrar', countries: ['KE'] });
    const p = await newProceeding(world, id);
    await done(world, 'lead', 'addIdentifier', { proceedingId: ['ID!', p.id], input: ['IdentifierInput!', { type: 'petition', value: 'HCT-00-CV-MC-0066-2022' }] }, 'id');
    for (const text of ['quokka', 'resid quok', 'MC 0066', '0066-2022', 'hct 00 cv']) expect((await list('lead', { text })).data.cases.nodes.map((c: { id: string }) => c.id), text).toEqual([id]);
    for (const text of ["quokka' or 1=1", '& | !', '%']) expect((await list('lead', { text })).data.cases.nodes, text).toEqual([]);
    expect((await list('ally', { text: 'quokka' })).data.cases).toMatchObject({ nodes: [], total: 0 });
  });
  it('counts only what one may read, each facet without its own choice', async () => {
    const before = (await list('lead', {})).data.cases;
    await newCase(world, { countries: ['JM', 'KE'], status: 'planning' });
    const after = (await list('lead', { countries: ['JM'] })).data.cases;
    const count = (c: typeof after, facet: string, id: string) => c.facets.find((f: { name: string }) => f.name === facet)?.values.find((v: { id: string }) => v.id === id)?.count ?? 0;
    expect(after.total).toBe(1);
    expect(count(after, 'country', 'KE')).toBe(count(before, 'country', 'KE') + 1);
    expect(count(after, 'status', 'planning')).toBe(1);
    expect(after.facets.find((f: { name: string }) => f.name === 'country').values.find((v: { id: string }) => v.id === 'JM').label).toBe('Jamaica');
    expect((await list('outsider', {})).data.cases).toMatchObject({ nodes: [], total: 0 });
    expect((await list('outsider', {})).data.cases.facets.flatMap((f: { values: unknown[] }) => f.values)).toEqual([]);
  });
  it.each(['updated', 'name', 'decided', 'next'])('pages through everything once, in the order %s', async (sort) => {
    const whole = (await list('lead', { sort })).data.cases.nodes.map((c: { id: string }) => c.id);
    const paged: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { nodes, pageInfo }: { nodes: { id: string }[]; pageInfo: { endCursor: string | null; hasNextPage: boolean } } = (await list('lead', { sort }, 2, after)).data.cases;
      paged.push(...nodes.map((c) => c.id));
      ({ endCursor: after, hasNextPage: more } = pageInfo);
    }
    expect(paged).toEqual(whole);
    expect(whole.length).toBeGreaterThan(4);
  });
  it('filters by the derived result', async () => {
    const { id } = await newCase(world, { title: 'Won matter' });
    const p = await newProceeding(world, id);
    const claim = await done(world, 'lead', 'addClaim', { legalCaseId: ['ID!', id], input: ['ClaimInput!', { act: 'The register', rightConcept: 'privacy' }] }, 'id');
    await done(world, 'lead', 'setDisposition', { input: ['DispositionInput!', { claimId: claim.id, proceedingId: p.id, code: 'allowed', favours: 'us', decidedOn: '2025-06-10' }] }, 'id');
    expect((await read('lead', id)).derivedResult).toMatchObject({ result: 'won', decidedOn: '2025-06-10' });
    expect((await list('lead', { results: ['won'] })).data.cases.nodes).toEqual([{ id, title: 'Won matter' }]);
    const pending = (await list('lead', { results: ['pending'] })).data.cases;
    expect(pending.nodes.map((c: { id: string }) => c.id)).not.toContain(id);
    expect((await list('lead', { results: ['won', 'pending'] })).data.cases.total).toBe(pending.total + 1);
    expect(pending.facets.find((f: { name: string }) => f.name === 'result').values).toEqual([{ id: 'won', label: 'won', count: 1 }, { id: 'pending', label: 'pending', count: pending.total }]);
  });
  it('takes no page of more than a hundred, no mark of another\'s making, no unknown code', async () => {
    expect((await list('lead', {}, 101)).errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'first', problem: 'too_large' }] });
    expect((await list('lead', {}, 0)).errors?.[0]?.extensions).toMatchObject({ fields: [{ field: 'first', problem: 'too_small' }] });
    expect((await list('lead', {}, 5, 'nonsense')).errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'after', problem: 'malformed' }] });
    expect((await list('lead', { statuses: ['nope'] })).errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'statuses[0]', problem: 'unknown_code' }] });
    expect((await list('lead', { sort: 'id' })).errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'sort', problem: 'unknown_code' }] });
  });
});

it('the history is written by the database, for those who may edit alone', async () => {
  const { id } = await newCase(world, { title: 'With a past' });
  await log(world, logged(id, { privateNote: 'Ask the registry for the file' }));
  const changes = (who: Parameters<World['gql']>[0], first: number, after: string | null = null) => world.gql(who, `query($id: ID!, $first: Int!, $after: String) { caseChanges(id: $id, first: $first, after: $after) {
    nodes { tableName op was became actor operator teamOnly at } pageInfo { endCursor hasNextPage } } }`, { id, first, after });
  const all = (await changes('lead', 50)).data.caseChanges;
  expect(all.nodes.map((n: { tableName: string }) => n.tableName)).toEqual(['event_note', 'proc_event', 'legal_case', 'case_grant']);
  expect(all.nodes[0]).toMatchObject({ op: 'add', actor: 'Test lead', operator: false, teamOnly: true });
  const page = (await changes('lead', 3)).data.caseChanges;
  expect(page.pageInfo.hasNextPage).toBe(true);
  expect((await changes('lead', 3, page.pageInfo.endCursor)).data.caseChanges.nodes).toEqual(all.nodes.slice(3));
  expect(codeOf(await changes('ally', 5))).toBe('NOT_FOUND');
});
