import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { wholeCase } from '../support/case-text.ts';
import { makeWorld, type World } from '../support/world.ts';

let world: World;
const tokens: Record<string, string> = {};
const gql = async (email: string, query: string, variables: object = {}) =>
  (await world.app.inject({ method: 'POST', url: '/graphql', headers: { cookie: `amparo=${tokens[email]}` }, payload: { query, variables } })).json();

beforeAll(async () => {
  world = await makeWorld();
  const { seedDemo } = await import('../../apps/api/src/demo/demo.seed.ts');
  await seedDemo({ url: world.ownerUrl, say: () => undefined });
  await seedDemo({ url: world.ownerUrl, say: () => undefined });
  for (const { id, email } of (await world.owner.query('select id, email from app.person where demo')).rows as { id: string; email: string }[]) {
    tokens[email] = randomBytes(32).toString('base64url');
    await world.owner.query("insert into app.session (token_hash, person_id, idle_until, expires_at) values (sha256(convert_to($1, 'UTF8')), $2, now() + interval '1 hour', now() + interval '1 day')", [tokens[email], id]);
  }
});
afterAll(async () => { await world.end(); });

const names = async (email: string) => ((await gql(email, '{ cases(first: 50) { nodes { shortName level demo derivedResult { result } } } }')).data.cases.nodes as { shortName: string }[]).map((c) => c.shortName).sort();

it('is there once, however often it is loaded, and each sample person reads what their place allows', async () => {
  expect(await names('grace@tamarisk.example')).toEqual(['ISER (Ndaga Muntu)', 'Madhewoo', 'Nubian Rights Forum']);
  expect(await names('joseph@quillwort.example')).toEqual(['Nubian Rights Forum']);
  expect(await names('lucia@marram.example')).toEqual(['Madhewoo', 'Nubian Rights Forum']);
  expect(await names('noor@eelgrass.example')).toEqual(['Nubian Rights Forum']);
  expect(await names('anil@glasswort.example')).toEqual(['Nubian Rights Forum']);
});

it('derives the results of the three cases', async () => {
  const { nodes } = (await gql('grace@tamarisk.example', '{ cases(first: 50, filter: { sort: "name" }) { nodes { shortName derivedResult { result decidedOn } lastDecidedOn mainCourt { slug } mainNumber { value disputed } } } }')).data.cases;
  expect(nodes).toEqual([
    { shortName: 'ISER (Ndaga Muntu)', derivedResult: { result: 'lost', decidedOn: '2025-06-10' }, lastDecidedOn: '2025-06-10', mainCourt: { slug: 'ug-high-court' }, mainNumber: { value: 'Miscellaneous Cause No. 86 of 2022', disputed: true } },
    { shortName: 'Madhewoo', derivedResult: { result: 'partly_won', decidedOn: '2021-03-24' }, lastDecidedOn: '2021-03-24', mainCourt: { slug: 'mu-supreme-court' }, mainNumber: { value: '2015 SCJ 177', disputed: false } },
    { shortName: 'Nubian Rights Forum', derivedResult: { result: 'partly_won', decidedOn: '2020-01-30' }, lastDecidedOn: '2020-01-30', mainCourt: { slug: 'ke-high-court' }, mainNumber: { value: 'Consolidated Petitions Nos. 56, 58 and 59 of 2019', disputed: false } },
  ]);
});

it('fills the screens: lanes, timeline, parties, findings, harms, own dates', async () => {
  const { nodes } = (await gql('grace@tamarisk.example', `{ cases(first: 3) { nodes { ${wholeCase.replace('events {', 'events(first: 40) {')} } } }`)).data.cases;
  for (const c of nodes) {
    expect(c.proceedings.length, c.shortName).toBeGreaterThan(2);
    for (const field of ['events', 'parties', 'claims', 'findings', 'precedents', 'systems', 'goals']) expect(c[field].length, `${c.shortName} ${field}`).toBeGreaterThan(0);
    expect(c.nextDates.length > 0, `${c.shortName}: dates that a team planned are its own`).toBe(c.viewerCan.notes);
    expect(c.demo).toBe(true);
  }
  const uganda = nodes.find((c: { shortName: string }) => c.shortName.startsWith('ISER'));
  expect(uganda.events.map((e: { on: string }) => e.on)).toContain('[2022-04-13,2022-04-25]');
  expect(uganda.harms).toHaveLength(2);
  expect(uganda.proceedings[0].identifiers.map((i: { value: string; disputed: boolean }) => [i.value, i.disputed])).toEqual([['Miscellaneous Cause No. 86 of 2022', true], ['HCT-00-CV-MC-0066-2022', true]]);
  const waiting = (await gql('grace@tamarisk.example', '{ today { waiting { title incomplete } nextDates { title } overdue { id } } logChoices { shortName } }')).data;
  expect(waiting.today.waiting).toEqual([{ title: 'First hearing', incomplete: ['outcome'] }]);
  expect(waiting.today.nextDates.length).toBeGreaterThan(0);
  expect(waiting.logChoices).toEqual([{ shortName: 'ISER (Ndaga Muntu)' }]);
});

it('has what the courts decided and ordered: one judgment in three petitions, one number of which finds it', async () => {
  const fields = 'nodes { shortName decisions { title kind day { on } proceedings { id } dispositions { code status } authority { status } opinions { type } } findings { decisionId status } }';
  const { nodes } = (await gql('grace@tamarisk.example', `{ cases(first: 3, filter: { sort: "name" }) { ${fields} } }`)).data.cases;
  const [uganda, mauritius, kenya] = nodes as { shortName: string; findings: { decisionId: string | null }[]; decisions: { title: string; kind: string; day: { on: string }; proceedings: object[]; dispositions: object[]; authority: { status: string } }[] }[];
  expect(kenya?.decisions.map((d) => [d.kind, d.day.on, d.proceedings.length, d.dispositions.length])).toEqual([['judgment', '2020-01-30', 3, 4], ['interim_order', '2019-04-01', 3, 0]]);
  expect(mauritius?.decisions.map((d) => [d.kind, d.day.on, d.dispositions.length, d.authority.status])).toEqual([['views', '2021-03-24', 1, 'good'], ['judgment', '2016-10-31', 1, 'good'], ['judgment', '2015-05-29', 2, 'good'], ['interim_order', '2013', 0, 'good']]);
  expect(uganda?.decisions.map((d) => [d.kind, d.dispositions.length])).toEqual([['ruling', 3]]);
  for (const c of [uganda, mauritius, kenya]) for (const f of c?.findings ?? []) expect(f.decisionId, c?.shortName).not.toBeNull();
  const found = (await gql('joseph@quillwort.example', '{ search(text: "petition 58 2019", first: 10) { kind title } }')).data.search;
  expect(found).toContainEqual({ kind: 'decision', title: 'Judgment of three judges' });
});
it('shows the orders across the cases, with what is not known said so', async () => {
  const { orders } = (await gql('grace@tamarisk.example', '{ orders(first: 20) { orders cases past pastUnknown nodes { mark legalCase { shortName } state { group mark due { on startToConfirm } } } } }')).data;
  expect(orders).toMatchObject({ orders: 4, cases: 2, past: 1, pastUnknown: 1 });
  expect(orders.nodes[0]).toEqual({ mark: 'c', legalCase: { shortName: 'Madhewoo' }, state: { group: 'past', mark: 'unknown', due: { on: '2022-01-17', startToConfirm: true } } });
  expect(orders.nodes.slice(1).map((o: { state: { group: string } }) => o.state.group)).toEqual(['no_day', 'no_day', 'no_day']);
});

it('keeps the private notes of each team with that team', async () => {
  const notesOf = async (email: string) => ((await gql(email, '{ cases(first: 50) { nodes { shortName events { privateNote } } } }')).data.cases.nodes as { shortName: string; events: { privateNote: string | null }[] }[])
    .filter((c) => c.events.some((e) => e.privateNote)).map((c) => c.shortName);
  expect(await notesOf('grace@tamarisk.example')).toEqual(['ISER (Ndaga Muntu)']);
  expect(await notesOf('joseph@quillwort.example')).toEqual(['Nubian Rights Forum']);
  expect(await notesOf('noor@eelgrass.example')).toEqual([]);
});
