import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, does, done, log, logged, newCase, newProceeding, setLevel } from '../support/case-text.ts';
import { makeWorld, type Who, type World } from '../support/world.ts';

/** Every operation on cases and harms × everybody × is the case open to them: the answer's code, and the same one for what does not exist. */
interface Rows { case: string; proceeding: string; second: string; number: string; link: string; event: string; party: string; claim: string; disposition: string; finding: string; precedent: string; harm: string; harmLink: string }
type Args = Parameters<typeof does>[3];
interface Operation { name: string; args(r: Rows, w: World): Args; fields?: string; by?: 'lead' }

const text = (value: string): [string, string] => ['String!', value];
const id = (value: string): [string, string] => ['ID!', value];
const one: [string, number] = ['Int!', 1];
const operations: Operation[] = [
  { name: 'changeLegalCase', args: (r) => ({ id: id(r.case), version: one, input: ['ChangeLegalCaseInput!', { title: 'New' }] }), fields: '__typename' },
  { name: 'archiveLegalCase', args: (r) => ({ id: id(r.case), version: one, archived: ['Boolean!', true] }), fields: 'id' },
  { name: 'shareLegalCase', args: (r, w) => ({ id: id(r.case), input: ['ShareLegalCaseInput!', { organisationIds: [w.people.facilitator.organisationId], agreement: 'A', agreementOn: '2025-01-01' }] }), fields: 'id', by: 'lead' },
  { name: 'unshareLegalCase', args: (r, w) => ({ id: id(r.case), organisationId: id(w.people.facilitator.organisationId) }), fields: 'id', by: 'lead' },
  { name: 'setLegalCaseLevel', args: (r) => ({ id: id(r.case), level: ['ShareLevel!', 'case_team'] }), fields: 'id', by: 'lead' },
  { name: 'setCaseMember', args: (r, w) => ({ id: id(r.case), personId: id(w.people.colleague.id), cap: one }), fields: 'id', by: 'lead' },
  { name: 'addProceeding', args: (r) => ({ legalCaseId: id(r.case), input: ['ProceedingInput!', { courtSlug: 'ug-high-court' }] }), fields: 'id' },
  { name: 'changeProceeding', args: (r) => ({ id: id(r.proceeding), version: one, input: ['ProceedingInput!', { courtSlug: 'ug-high-court', status: 'stayed' }] }), fields: 'id' },
  { name: 'addIdentifier', args: (r) => ({ proceedingId: id(r.proceeding), input: ['IdentifierInput!', { type: 'petition', value: 'X 1', preferred: true }] }), fields: 'id' },
  { name: 'changeIdentifier', args: (r) => ({ id: id(r.number), version: one, input: ['ChangeIdentifierInput!', { disputed: true }] }), fields: 'id' },
  { name: 'addProceedingLink', args: (r) => ({ legalCaseId: id(r.case), input: ['ProceedingLinkInput!', { fromId: r.proceeding, toId: r.second, type: 'parallel_to' }] }), fields: 'id' },
  { name: 'removeProceedingLink', args: (r) => ({ id: id(r.link) }) },
  { name: 'logEvent', args: (r) => ({ input: ['LogEventInput!', logged(r.case)] }), fields: 'id' },
  { name: 'changeEvent', args: (r) => ({ id: id(r.event), version: one, input: ['ChangeEventInput!', { title: 'New', privateNote: 'N' }] }), fields: '__typename' },
  { name: 'removeEvent', args: (r) => ({ id: id(r.event) }) },
  { name: 'addParty', args: (r) => ({ legalCaseId: id(r.case), input: ['PartyInput!', { name: 'P', kind: 'ngo', role: 'amicus' }] }), fields: 'id' },
  { name: 'changeParty', args: (r) => ({ id: id(r.party), version: one, input: ['PartyInput!', { name: 'P', kind: 'ngo', role: 'amicus' }] }), fields: 'id' },
  { name: 'removeParty', args: (r) => ({ id: id(r.party) }) },
  { name: 'addClaim', args: (r) => ({ legalCaseId: id(r.case), input: ['ClaimInput!', { act: 'A' }] }), fields: 'id' },
  { name: 'changeClaim', args: (r) => ({ id: id(r.claim), version: one, input: ['ClaimInput!', { act: 'B' }] }), fields: 'id' },
  { name: 'setDisposition', args: (r) => ({ input: ['DispositionInput!', { claimId: r.claim, proceedingId: r.proceeding, code: 'settled', favours: 'none' }] }), fields: 'id' },
  { name: 'removeDisposition', args: (r) => ({ id: id(r.disposition) }) },
  { name: 'setFinding', args: (r) => ({ input: ['FindingInput!', { proceedingId: r.proceeding, limb: 'legality', result: 'partly' }] }), fields: 'id' },
  { name: 'removeFinding', args: (r) => ({ id: id(r.finding) }) },
  { name: 'linkPrecedent', args: (r) => ({ legalCaseId: id(r.case), slug: text('mx-panaut-2022'), relation: text('learn_from') }), fields: 'id' },
  { name: 'unlinkPrecedent', args: (r) => ({ id: id(r.precedent) }) },
  { name: 'changeHarm', args: (r) => ({ id: id(r.harm), version: one, input: ['HarmInput!', harm('Said better')] }), fields: 'id' },
  { name: 'linkHarm', args: (r) => ({ input: ['LinkHarmInput!', { harmId: r.harm, legalCaseId: r.case, claimId: r.claim }] }), fields: 'id' },
  { name: 'changeHarmLink', by: 'lead', args: (r) => ({ id: id(r.harmLink), followsCase: ['Boolean!', true] }), fields: 'id' },
  { name: 'unlinkHarm', args: (r) => ({ id: id(r.harmLink) }), fields: 'id' },
  { name: 'removeHarm', args: (r) => ({ id: id(r.harm) }), by: 'lead' },
  { name: 'removeClaim', args: (r) => ({ id: id(r.claim) }) },
  { name: 'removeProceeding', args: (r) => ({ id: id(r.proceeding) }) },
];
/** Whoever is signed in may begin something of their own; who is not is sent to the door. */
const beginnings = ['addLegalCase', 'addHarm'];
const ofPeople = /^(changeMe|removeSession|disablePerson|(add|change)Organisation|(add|change|confirm|remove)Member)$/;
/** What came later is asked in the same way where all operations stand: tests/inventory/operations.spec. */
const ofLaterSlices = /(Decision|DecisionTreatment|Holding|Reliance|Order|OrderStep|Stay|Observation|StillRight|Deadline|DeadlineExtension|LawVersion|changeDisposition|CalendarFeed|ForumMemo|changeReminders|readNotices|(answer|move|undo)Stage|changeProceedingLink|transferProceeding|openDevice|pairEvents)$/;
const harm = (summary: string) => ({ kind: 'exclusion-health', groups: [], summary, country: 'UG', source: 'S', sureness: 'reported' });

let world: World;
beforeAll(async () => { world = await makeWorld(); });
afterAll(async () => { await world.end(); });

async function arrange(open: boolean): Promise<Rows> {
  const made = await newCase(world, { systems: ['ug-ndaga-muntu'] });
  await done(world, 'lead', 'setCaseMember', { id: id(made.id), personId: id(world.people.teammate.id), cap: ['Int!', 7] }, 'id');
  const [p, q] = [await newProceeding(world, made.id), await newProceeding(world, made.id)];
  const add = async (name: string, args: Args) => (await done(world, 'lead', name, args, 'id')).id as string;
  const claim = await add('addClaim', { legalCaseId: id(made.id), input: ['ClaimInput!', { act: 'A' }] });
  const h = await add('addHarm', { input: ['HarmInput!', harm('A harm')] });
  const linked = await done(world, 'lead', 'linkHarm', { input: ['LinkHarmInput!', { harmId: h, legalCaseId: made.id, followsCase: true }] }, 'links { id }');
  const rows: Rows = {
    case: made.id, proceeding: p.id, second: q.id, claim, harm: h, harmLink: linked.links[0].id,
    number: await add('addIdentifier', { proceedingId: id(p.id), input: ['IdentifierInput!', { type: 'petition', value: 'N 1' }] }),
    link: await add('addProceedingLink', { legalCaseId: id(made.id), input: ['ProceedingLinkInput!', { fromId: q.id, toId: p.id, type: 'appeal_from' }] }),
    event: (await log(world, logged(made.id))).data?.logEvent.id, party: await add('addParty', { legalCaseId: id(made.id), input: ['PartyInput!', { name: 'P', kind: 'ngo', role: 'claimant' }] }),
    disposition: await add('setDisposition', { input: ['DispositionInput!', { claimId: claim, proceedingId: p.id, code: 'allowed', favours: 'us' }] }),
    finding: await add('setFinding', { input: ['FindingInput!', { proceedingId: p.id, limb: 'necessity', result: 'partly' }] }),
    precedent: await add('linkPrecedent', { legalCaseId: id(made.id), slug: text('jm-robinson-nids-2019'), relation: text('relies_on') }),
  };
  if (open) await setLevel(world, made.id, 'coalition');
  return rows;
}
const nowhere = (): Rows => Object.fromEntries(['case', 'proceeding', 'second', 'number', 'link', 'event', 'party', 'claim', 'disposition', 'finding', 'precedent', 'harm', 'harmLink'].map((k) => [k, randomUUID()])) as unknown as Rows;

it('no operation that changes something is left out', () => {
  const schema = readFileSync(new URL('../../apps/api/schema.graphql', import.meta.url), 'utf8');
  const names = [...(/type Mutation \{([\s\S]*?)\n\}/.exec(schema)?.[1] ?? '').matchAll(/^ {2}(\w+)[(:]/gm)].map((m) => m[1] ?? '').filter((n) => !ofPeople.test(n) && !ofLaterSlices.test(n));
  expect(names.length).toBeGreaterThan(30);
  expect(names.sort()).toEqual([...operations.map((o) => o.name), ...beginnings].sort());
});

describe.each([['of the team alone', false], ['open to the coalition', true]] as const)('a case %s', (_, open) => {
  const others = ['stranger', 'colleague', 'ally', 'member', 'reviewer', 'facilitator', 'steward', 'outsider'] as const;
  let rows: Rows;
  beforeAll(async () => { rows = await arrange(open); });

  it.each(operations)('$name', async ({ name, args, fields, by }) => {
    for (const who of others) {
      const answer = await does(world, who, name, args(rows, world), fields);
      expect(codeOf(answer), `${who}: ${JSON.stringify(answer)}`).toBe(who === 'stranger' ? 'UNAUTHENTICATED' : open && who !== 'outsider' ? 'FORBIDDEN' : 'NOT_FOUND');
      if (!open || who === 'outsider') expect(await does(world, who, name, args(nowhere(), world), fields), `${who}, of nothing`).toEqual(answer);
    }
    const fresh = await arrange(open);
    if (by === 'lead') expect(codeOf(await does(world, 'teammate', name, args(fresh, world), fields)), 'who works on it').toBe('FORBIDDEN');
    const worked = await does(world, by ?? 'teammate', name, args(fresh, world), fields);
    expect(worked.errors, JSON.stringify(worked)).toBeUndefined();
    expect(worked.data?.[name]).toBeTruthy();
  });
});

it.each(beginnings)('%s needs a person, whoever they are', async (name) => {
  const of = (who: Who | 'stranger') => (name === 'addHarm' ? { input: ['HarmInput!', harm('Mine')] } : {
    input: ['AddLegalCaseInput!', { leadOrganisationId: world.people[who === 'stranger' ? 'lead' : who].organisationId, title: 'T', goals: [{ kind: 'legal', text: 'g' }], countries: ['UG'] }] }) as Args;
  expect(codeOf(await does(world, 'stranger', name, of('stranger'), 'id'))).toBe('UNAUTHENTICATED');
  for (const who of ['lead', 'ally', 'facilitator', 'steward', 'outsider'] as const) expect((await does(world, who, name, of(who), 'id')).errors, who).toBeUndefined();
});

it.each(['cases(first: 1) { total }', 'today { date }', 'logChoices { id }', 'harms(first: 1) { total }', `legalCase(id: "${randomUUID()}") { id }`, `harm(id: "${randomUUID()}") { id }`, `caseChanges(id: "${randomUUID()}", first: 1) { nodes { id } }`])('{ %s } needs a person', async (query) => {
  expect(codeOf(await world.gql('stranger', `{ ${query} }`))).toBe('UNAUTHENTICATED');
});

describe('bad input to a case', () => {
  const bad: [string, Record<string, unknown>, string, string][] = [
    ['no goal', { goals: [] }, 'goals', 'too_few'], ['an empty goal', { goals: [{ kind: 'legal', text: ' ' }] }, 'goals[0].text', 'required'], ['an unknown kind of goal', { goals: [{ kind: 'fame', text: 'g' }] }, 'goals[0].kind', 'unknown_code'],
    ['no title', { title: '' }, 'title', 'required'], ['too long a title', { title: 'x'.repeat(301) }, 'title', 'too_long'], ['a title with NUL', { title: 'a\u0000' }, 'title', 'control_character'], ['half a character', { summary: '\udc00' }, 'summary', 'broken_character'],
    ['an unknown country', { countries: ['UK'] }, 'countries[0]', 'unknown_country'], ['a country twice', { countries: ['UG', 'UG'] }, 'countries', 'repeated'], ['no country', { countries: [] }, 'countries', 'too_few'],
    ['an unknown status', { status: 'won' }, 'status', 'unknown_code'], ['an unknown system', { systems: ['nope'] }, 'systems[0]', 'unknown'], ['a key that is no id', { id: 'x' }, 'id', 'not_an_id'],
  ];
  it.each(bad)('%s', async (_, more, field, problem) => {
    const count = async () => (await world.owner.query('select count(*)::int n from app.legal_case')).rows[0].n;
    const before = await count();
    const input = { leadOrganisationId: world.people.lead.organisationId, title: 'T', goals: [{ kind: 'legal', text: 'g' }], countries: ['UG'], ...more };
    const answer = await does(world, 'lead', 'addLegalCase', { input: ['AddLegalCaseInput!', input] }, 'id');
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', fields: [{ field, problem }] });
    expect(await count()).toBe(before);
  });
  it('an id that is none', async () => {
    expect((await world.gql('lead', '{ legalCase(id: "1 or 1=1") { id } }')).errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'id', problem: 'not_an_id' }] });
  });
  it('over a hundred systems, a wrong type, an unknown field: nothing written, the server still answers', async () => {
    const c = await newCase(world);
    const change = (input: object) => does(world, 'lead', 'changeLegalCase', { id: id(c.id), version: one, input: ['ChangeLegalCaseInput!', input] }, '__typename');
    for (const input of [{ systems: Array.from({ length: 101 }, (_, i) => `s-${i}`) }, { title: 5 }, { level: 'coalition' }, { __proto__x: 1 }]) expect(codeOf(await change(input)), JSON.stringify(input).slice(0, 40)).toBe('INVALID');
    expect((await world.gql('lead', 'query($id: ID!) { legalCase(id: $id) { version } }', { id: c.id })).data.legalCase.version).toBe(1);
  });
});
