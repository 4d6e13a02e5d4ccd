import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { caseQuery, codeOf, does, done, newCase, newProceeding, setLevel, share } from '../support/case-text.ts';
import { listenTo } from '../support/subscribe.ts';
import { makeWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => { world = await makeWorld(); });
afterAll(async () => { await world.end(); });
const add = (id: string, input: object) => does(world, 'lead', 'addParty', { legalCaseId: ['ID!', id], input: ['PartyInput!', { name: 'A party', kind: 'ngo', role: 'claimant', ...input }] }, 'id version name role localLabel protection');

it('a party has a canonical role and beside it the word of the forum', async () => {
  const { id } = await newCase(world);
  const p = await newProceeding(world, id);
  const made = (await add(id, { proceedingId: p.id, localLabel: 'Applicant', orderNo: 1, fromOn: '2022-04' })).data?.addParty;
  expect(made).toMatchObject({ role: 'claimant', localLabel: 'Applicant', protection: 'none' });
  const change = (version: number, input: object) => does(world, 'lead', 'changeParty', { id: ['ID!', made.id], version: ['Int!', version], input: ['PartyInput!', { name: 'A party', kind: 'ngo', role: 'claimant', ...input }] }, 'name protection version');
  expect((await change(1, { name: 'Abel Birch', shownAs: 'A. B.', protection: 'initials' })).data?.changeParty).toEqual({ name: 'A. B.', protection: 'initials', version: 2 });
  expect(codeOf(await change(1, {}))).toBe('STALE');
  expect((await does(world, 'lead', 'removeParty', { id: ['ID!', made.id] })).data?.removeParty).toBe(true);
  expect((await world.gql('lead', caseQuery, { id })).data.legalCase.parties).toEqual([]);
});

it.each([
  [{ name: '' }, 'name', 'required'], [{ role: 'hero' }, 'role', 'unknown_code'], [{ protection: 'secret' }, 'protection', 'unknown_code'], [{ orderNo: 0 }, 'orderNo', 'too_small'],
  [{ fromOn: '2023-02-29' }, 'fromOn', 'not_a_date'], [{ name: 'a\u0000' }, 'name', 'control_character'], [{ kind: 'k'.repeat(61) }, 'kind', 'too_long'],
  [{ protection: 'initials' }, 'shownAs', 'required'], [{ protection: 'pseudonym', shownAs: 'the a PARTY' }, 'shownAs', 'shows_the_name'],
])('refuses %j', async (input, field, problem) => {
  const { id } = await newCase(world);
  expect((await add(id, input)).errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', fields: [{ field, problem }] });
  expect((await world.gql('lead', caseQuery, { id })).data.legalCase.parties).toEqual([]);
});

it('the true name of a protected party never leaves the team: not in the case, its history, search, lists, live events nor any row of the database', async () => {
  const canary = 'CANARYNAME';
  const { id } = await newCase(world);
  await share(world, id);
  await setLevel(world, id, 'coalition');
  const listening = await listenTo(world, 'ally', id);
  const input = (n: number, more: object) => ({ name: `${canary} ${n}`, kind: 'individual', role: 'claimant', ...more });
  await add(id, input(1, { protection: 'initials', shownAs: 'Q.Z.' }));
  await add(id, input(2, { protection: 'pseudonym', shownAs: 'Marula' }));
  const sealed = (await add(id, input(3, { protection: 'sealed' }))).data?.addParty;
  await done(world, 'lead', 'changeParty', { id: ['ID!', sealed.id], version: ['Int!', 1], input: ['PartyInput!', { name: `${canary} 33`, kind: 'individual', role: 'claimant' }] }, 'id');
  const late = (await add(id, { name: 'plain' })).data?.addParty;
  await done(world, 'lead', 'changeParty', { id: ['ID!', late.id], version: ['Int!', 1], input: ['PartyInput!', input(4, { protection: 'sealed' })] }, 'id');
  const parties = async (who: 'lead' | 'ally') => (await world.gql(who, caseQuery, { id })).data.legalCase.parties.map((p: { name: string; trueName: string | null }) => [p.name, p.trueName]);
  expect(await parties('lead')).toEqual([['Q.Z.', `${canary} 1`], ['Marula', `${canary} 2`], ['[sealed]', `${canary} 33`], ['[sealed]', `${canary} 4`]]);
  expect(await parties('ally')).toEqual([['Q.Z.', null], ['Marula', null], ['[sealed]', null], ['[sealed]', null]]);
  expect(JSON.stringify(await world.gql('lead', 'query($id: ID!) { caseChanges(id: $id, first: 50) { nodes { was became teamOnly } } }', { id }))).toContain(canary);
  for (const who of ['ally', 'member', 'colleague', 'steward', 'outsider', 'stranger'] as const) {
    const heard = await Promise.all([
      world.gql(who, caseQuery, { id }), world.gql(who, 'query($id: ID!) { caseChanges(id: $id, first: 50) { nodes { was became } } }', { id }),
      world.gql(who, `{ search(text: "${canary}", first: 20) { title } }`), world.gql(who, `{ cases(first: 20, filter: { text: "${canary}" }) { total nodes { title } facets { name values { id label } } } }`), world.gql(who, '{ today { news { title } } }'),
    ]);
    expect(JSON.stringify(heard).toUpperCase(), who).not.toContain(canary);
  }
  const api = new pg.Client(world.apiUrl);
  await api.connect();
  const columns = (await world.owner.query(`select format('%I.%I', n.nspname, c.relname) t, string_agg(format('%I::text', a.attname), ', ') list from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and has_column_privilege('lit_user', c.oid, a.attnum, 'SELECT') where n.nspname in ('app', 'audit') and c.relkind = 'r' group by 1`)).rows as { t: string; list: string }[];
  const found = async (who: 'lead' | 'ally') => {
    await api.query('begin'); await api.query('set local role lit_user'); await api.query('select app.ctx_open($1)', [world.people[who].token]);
    const at = [];
    for (const { t, list } of columns) if ((await api.query(`select 1 from ${t} where concat_ws(' ', ${list}) ilike $1 limit 1`, [`%${canary}%`])).rowCount) at.push(t);
    await api.query('rollback');
    return at.sort();
  };
  expect([await found('lead'), await found('ally')]).toEqual([['app.party_name', 'audit.row_version'], []]);
  await api.end();
  await new Promise((r) => setTimeout(r, 200));
  expect(listening.heard.map((e) => e.table)).toContain('case_party');
  expect(listening.heard.filter((e) => e.table === 'party_name')).toEqual([]);
  listening.end();
});
