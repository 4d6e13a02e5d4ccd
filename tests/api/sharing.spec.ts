import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseQuery, codeOf, does, done, log, logged, newCase, newProceeding, setLevel, share, wholeCase } from '../support/case-text.ts';
import { listenTo } from '../support/subscribe.ts';
import { cast, makeWorld, type Who, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => { world = await makeWorld(); });
afterAll(async () => { await world.end(); });
const everybody = ['stranger', ...Object.keys(cast)] as (Who | 'stranger')[];
const read = async (who: Who | 'stranger', id: string) => (await world.gql(who, caseQuery, { id })).data?.legalCase ?? null;
const readersOf = async (id: string) => { const who = []; for (const w of everybody) if (await read(w, id)) who.push(w); return who; };
const coalition = ['lead', 'colleague', 'ally', 'member', 'reviewer', 'facilitator', 'steward'];

describe('who can read', () => {
  it('widens step by step and narrows at once', async () => {
    const { id } = await newCase(world);
    expect(await readersOf(id)).toEqual(['lead']);
    await share(world, id);
    expect(await readersOf(id)).toEqual(['lead', 'ally']);
    await setLevel(world, id, 'coalition');
    expect((await readersOf(id)).filter((w) => w !== 'teammate')).toEqual(coalition);
    await setLevel(world, id, 'named_allies', null);
    expect(await readersOf(id)).toEqual(['lead', 'ally']);
    await done(world, 'lead', 'unshareLegalCase', { id: ['ID!', id], organisationId: ['ID!', world.people.ally.organisationId] }, 'level');
    expect(await readersOf(id)).toEqual(['lead']);
  });
  it('the team sees all readers with their agreement, an ally itself and the lead', async () => {
    const { id } = await newCase(world);
    await share(world, id);
    await share(world, id, world.people.member.organisationId);
    expect((await read('lead', id)).readers.map((r: { kind: string; name: string }) => `${r.kind} ${r.name}`)).toEqual(['lead Alder Law', 'organisation Birch Trust', 'organisation Cedar Network', 'person Test lead']);
    const asAlly = await read('ally', id);
    expect(asAlly.readers).toMatchObject([{ kind: 'lead', name: 'Alder Law' }, { kind: 'organisation', name: 'Birch Trust', agreement: 'MoU 7/2025', agreementOn: '2025-01-15' }]);
    expect(asAlly.viewerCan).toEqual({ edit: false, share: false, notes: false });
    await setLevel(world, id, 'case_team', null);
    expect((await read('lead', id)).readers.map((r: { name: string }) => r.name), 'a grant that sleeps names no reader').toEqual(['Alder Law', 'Test lead']);
  });
  it('needs the agreement on file and its exact date; the coalition a reason; named allies at least one', async () => {
    const { id } = await newCase(world);
    const sharing = (input: object) => does(world, 'lead', 'shareLegalCase', { id: ['ID!', id], input: ['ShareLegalCaseInput!', { organisationIds: [world.people.ally.organisationId], agreement: 'A', agreementOn: '2025-01-15', ...input }] }, 'id');
    expect((await sharing({ agreement: ' ' })).errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'agreement', problem: 'required' }] });
    expect((await sharing({ agreementOn: '2025-01' })).errors?.[0]?.extensions).toMatchObject({ fields: [{ field: 'agreementOn', problem: 'day_needed' }] });
    expect((await sharing({ organisationIds: [] })).errors?.[0]?.extensions).toMatchObject({ fields: [{ field: 'organisationIds', problem: 'too_few' }] });
    const [unknown, hidden] = [await sharing({ organisationIds: [randomUUID()] }), await sharing({ organisationIds: [world.people.outsider.organisationId] })];
    expect(codeOf(unknown)).toBe('INVALID');
    expect(unknown.errors?.[0]?.extensions.fields).toEqual([{ field: 'organisationId', problem: 'unknown' }]);
    expect(hidden.errors?.[0]?.extensions).toEqual(unknown.errors?.[0]?.extensions);
    const level = (to: string, reason: string | null) => does(world, 'lead', 'setLegalCaseLevel', { id: ['ID!', id], level: ['ShareLevel!', to], reason: ['String', reason] }, 'id');
    expect((await level('coalition', null)).errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'reason', problem: 'required' }] });
    expect((await level('named_allies', 'why')).errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'level' }] });
    expect(await readersOf(id)).toEqual(['lead']);
  });
  it('a person of the team works, reads notes, and leaves nothing behind when taken out; the last who may share stays', async () => {
    const { id } = await newCase(world);
    await log(world, logged(id, { privateNote: 'Ask the registry' }));
    const member = (personId: string, cap: number) => does(world, 'lead', 'setCaseMember', { id: ['ID!', id], personId: ['ID!', personId], cap: ['Int!', cap] }, 'id');
    expect((await member(world.people.teammate.id, 7)).errors).toBeUndefined();
    expect(await read('teammate', id)).toMatchObject({ viewerCan: { edit: true, share: false, notes: true }, events: [{ privateNote: 'Ask the registry' }] });
    expect((await member(world.people.teammate.id, 0)).errors).toBeUndefined();
    expect(await read('teammate', id)).toBeNull();
    expect((await member(world.people.lead.id, 7)).errors?.[0]?.extensions.code).toBe('INVALID');
    expect((await read('lead', id)).viewerCan.share).toBe(true);
    expect((await member(world.people.ally.id, 7)).errors?.[0]?.extensions.code, 'people one cannot see cannot be asked in').toBe('INVALID');
  });
});

describe('a private note', () => {
  it('is in no answer, no event and no error of anybody outside the team, at any level', async () => {
    const canary = `CANARY-${randomUUID()}`;
    const { id } = await newCase(world, { title: 'With a note' });
    const everyone = await Promise.all(everybody.map((w) => listenTo(world, w)));
    const key = randomUUID();
    const made = (await log(world, { ...logged(id), id: key, privateNote: canary })).data?.logEvent;
    await share(world, id);
    for (const level of ['named_allies', 'coalition', 'case_team']) {
      await setLevel(world, id, level);
      await does(world, 'lead', 'changeEvent', { id: ['ID!', made.id], version: ['Int!', (await read('lead', id)).events[0].version], input: ['ChangeEventInput!', { privateNote: `${canary} ${level}` }] }, '__typename');
      for (const who of everybody.filter((w) => w !== 'lead')) {
        const answers = [
          await world.gql(who, caseQuery, { id }), await world.gql(who, `{ cases(first: 50) { nodes { ${wholeCase} } } }`), await world.gql(who, '{ today { news { privateNote title } waiting { privateNote } } }'),
          await world.gql(who, 'query($t: String!) { search(text: $t, first: 20) { title hint } cases(first: 9, filter: { text: $t }) { total } }', { t: canary }),
          await world.gql(who, 'query($id: ID!) { caseChanges(id: $id, first: 50) { nodes { was became } } }', { id }),
          await log(world, { ...logged(id), id: key, privateNote: canary }, who, 'id privateNote'),
        ];
        expect(JSON.stringify(answers).replaceAll(JSON.stringify(canary), ''), `${who} at ${level}`).not.toContain(canary);
      }
    }
    await new Promise((r) => setTimeout(r, 300));
    expect(JSON.stringify(everyone.map((l) => l.raw))).not.toContain(canary);
    expect(everyone[everybody.indexOf('ally')]?.heard.filter((h) => h.table === 'event_note')).toEqual([]);
    expect(everyone[everybody.indexOf('lead')]?.heard.some((h) => h.table === 'event_note')).toBe(true);
    for (const l of everyone) l.end();
  });
});

describe('what the team plans, and the time it spends', () => {
  it('stays with the team at any level, also live, until it has happened; dates that a court set are shared', async () => {
    const canary = `CANARY-${randomUUID()}`;
    const { id } = await newCase(world);
    await share(world, id);
    const ally = await listenTo(world, 'ally', id);
    const plan = (await log(world, logged(id, { type: 'filing', on: '2099-05-01', planned: true, title: canary }))).data?.logEvent;
    const hearing = (await log(world, logged(id, { on: '2099-06-01', planned: true, title: 'Listed', minutesSpent: 77 }))).data?.logEvent;
    expect(await ally.next((h) => h.rowId === hearing.id)).not.toBeNull();
    for (const level of ['coalition', 'named_allies']) {
      await setLevel(world, id, level, level === 'coalition' ? 'why' : null);
      const theirs = await read('ally', id);
      expect(theirs.events).toMatchObject([{ id: hearing.id, minutesSpent: null, version: 1, title: 'Listed' }]);
      expect(theirs.nextDates.map((d: { id: string }) => d.id)).toEqual([hearing.id]);
      expect(JSON.stringify([theirs, await world.gql('ally', `{ cases(first: 50) { nodes { ${wholeCase} } } today { news { title } nextDates { title } } }`)])).not.toContain(canary);
      expect((await read('lead', id)).events.find((e: { id: string }) => e.id === hearing.id)).toMatchObject({ minutesSpent: 77, version: 2 });
    }
    const changing = (event: string, version: number, input: object) => does(world, 'lead', 'changeEvent', { id: ['ID!', event], version: ['Int!', version], input: ['ChangeEventInput!', input] }, '__typename ... on ChangedEvent { event { version } }');
    await new Promise((r) => setTimeout(r, 500)); // what came before is heard
    const heard = ally.heard.length;
    await changing(plan.id, 1, { title: `${canary} later` });
    await changing(hearing.id, 2, { minutesSpent: 90, privateNote: canary });
    await new Promise((r) => setTimeout(r, 300));
    expect(ally.heard.slice(heard), 'nothing of all this is an ally\'s to hear').toEqual([]);
    expect((await read('ally', id)).events[0].version).toBe(1);
    expect((await changing(plan.id, 2, { planned: false, on: '2025-06-01', title: 'Filed' })).data?.changeEvent).toMatchObject({ event: { version: 3 } });
    expect(await ally.next((h) => h.rowId === plan.id)).toMatchObject({ kind: 'change' });
    expect((await read('ally', id)).events.map((e: { title: string }) => e.title)).toEqual(['Listed', 'Filed']);
    await changing(plan.id, 3, { planned: true, on: '2099-05-02' });
    expect((await read('ally', id)).events).toHaveLength(1);
    await new Promise((r) => setTimeout(r, 500)); // that it left the ally's sight is still the ally's to hear
    const before = ally.heard.length;
    await done(world, 'lead', 'removeEvent', { id: ['ID!', plan.id] });
    await new Promise((r) => setTimeout(r, 300));
    expect(ally.heard.slice(before)).toEqual([]);
    ally.end();
  });
});

describe('live changes', () => {
  it('reach the ally within two seconds while the case is shared, and never a stranger or another member', async () => {
    const { id } = await newCase(world);
    const [lead, ally, member, outsider] = await Promise.all((['lead', 'ally', 'member', 'outsider'] as const).map((w) => listenTo(world, w)));
    await log(world, logged(id));
    expect(await lead?.next((h) => h.table === 'proc_event' && h.kind === 'add')).toMatchObject({ id });
    await share(world, id);
    expect(await ally?.next((h) => h.id === id)).not.toBeNull();
    const first = (await log(world, logged(id, { on: '2025-07-01' }))).data?.logEvent;
    expect(await ally?.next((h) => h.rowId === first.id)).toMatchObject({ id, table: 'proc_event', kind: 'add' });
    await done(world, 'lead', 'removeEvent', { id: ['ID!', first.id] });
    expect(await ally?.next((h) => h.rowId === first.id && h.kind === 'remove')).not.toBeNull();
    await done(world, 'lead', 'unshareLegalCase', { id: ['ID!', id], organisationId: ['ID!', world.people.ally.organisationId] }, 'id');
    await new Promise((r) => setTimeout(r, 200));
    const before = ally?.heard.length;
    const second = (await log(world, logged(id, { on: '2025-07-02' }))).data?.logEvent;
    expect(await lead?.next((h) => h.rowId === second.id)).not.toBeNull();
    await new Promise((r) => setTimeout(r, 200));
    expect(ally?.heard.length, 'nothing after the case was taken back').toBe(before);
    expect([member?.heard, outsider?.heard]).toEqual([[], []]);
    for (const l of [lead, ally, member, outsider]) l?.end();
  });
  it('of another organisation\'s share are not an ally\'s to hear', async () => {
    const { id } = await newCase(world);
    await share(world, id);
    const ally = await listenTo(world, 'ally', id);
    await share(world, id, world.people.member.organisationId);
    await new Promise((r) => setTimeout(r, 400));
    expect(ally.heard).toEqual([]);
    ally.end();
  });
  it('are refused to who is not signed in', async () => {
    const nobody = await listenTo(world, 'stranger');
    expect(await nobody.closed).toBe(401);
  });
});

describe('a private link to a public record (SHR-01)', () => {
  it('leaves what everybody else sees of that record as it was, byte for byte', async () => {
    const name = 'ZQ-OSPREY';
    const { id } = await newCase(world, { title: name, shortName: name });
    const records = `precedent(slug: "jm-robinson-nids-2019") { slug shortName citedBy { slug } harmRecords { id summary } court { slug cases { id title } precedentCount } system { system { slug cases { id title } harms { id } precedentCount } } }
      idSystem(slug: "jm-nids") { cases { id title } harms { id } precedents { slug } neverLitigated { id } precedentCount } court(slug: "jm-supreme-court") { cases { id title } }
      conceptPage(scheme: "rights", id: "privacy") { cases { id title } harms { id } precedents { slug } } harmsPage: conceptPage(scheme: "harms", id: "mass-biometric-collection") { cases { id title } harms { id } }
      search(text: "${name}", first: 20) { id title } byParty: search(text: "Attorney General of Jamaica", first: 20) { id title } precedents(first: 50, filter: { text: "Robinson" }) { total rows { precedent { slug } } facets { name values { id count } } }
      comparison(slugs: ["jm-robinson-nids-2019", "mu-madhewoo-supreme-court-2015"], caseId: "${id}") { columns { slug } ownCase { id title } }`;
    const others = ['stranger', 'member', 'reviewer', 'steward', 'ally', 'colleague'] as const;
    const look = async () => Promise.all(others.map(async (who) => (await world.app.inject({ method: 'POST', url: '/graphql', headers: who === 'stranger' ? {} : { cookie: `amparo=${world.people[who].token}` }, payload: { query: `{ ${records} }` } })).body));
    const before = await look();
    expect(before.some((b) => b.includes('"errors"')), before[0]).toBe(false);

    const p = await newProceeding(world, id, { courtSlug: 'jm-supreme-court' });
    await done(world, 'lead', 'changeLegalCase', { id: ['ID!', id], version: ['Int!', 1], input: ['ChangeLegalCaseInput!', { systems: ['jm-nids'] }] }, '__typename');
    const link = await done(world, 'lead', 'linkPrecedent', { legalCaseId: ['ID!', id], slug: ['String!', 'jm-robinson-nids-2019'], relation: ['String!', 'relies_on'], note: ['String', name] }, 'id');
    await done(world, 'lead', 'addParty', { legalCaseId: ['ID!', id], input: ['PartyInput!', { name: 'Attorney General of Jamaica', kind: 'state_body', role: 'respondent' }] }, 'id');
    await done(world, 'lead', 'addClaim', { legalCaseId: ['ID!', id], input: ['ClaimInput!', { act: name, rightConcept: 'privacy' }] }, 'id');
    const harm = await done(world, 'lead', 'addHarm', { input: ['HarmInput!', { kind: 'mass-biometric-collection', groups: [], summary: name, country: 'JM', system: 'jm-nids', source: name, sureness: 'reported' }] }, 'id');
    await done(world, 'lead', 'linkHarm', { input: ['LinkHarmInput!', { harmId: harm.id, legalCaseId: id, followsCase: true }] }, 'id');
    await done(world, 'lead', 'linkHarm', { input: ['LinkHarmInput!', { harmId: harm.id, precedentSlug: 'jm-robinson-nids-2019' }] }, 'id');

    expect(await look()).toEqual(before);
    const mine = (await world.gql('lead', `{ ${records} }`)).data;
    expect(mine).toMatchObject({
      precedent: { harmRecords: [{ id: harm.id }], court: { cases: [{ id }] }, system: { system: { cases: [{ id }], harms: [{ id: harm.id }] } } }, idSystem: { cases: [{ id }] }, court: { cases: [{ id }] },
      conceptPage: { cases: [{ id }] }, harmsPage: { harms: [{ id: harm.id }], cases: [{ id }] }, search: [{ id }], comparison: { ownCase: { id } },
    });
    expect((await read('lead', id)).precedents).toMatchObject([{ relation: 'relies_on', precedent: { slug: 'jm-robinson-nids-2019' } }]);
    await done(world, 'lead', 'unlinkPrecedent', { id: ['ID!', link.id] });
    await done(world, 'lead', 'removeProceeding', { id: ['ID!', p.id] });
    expect(await look(), 'and no shadow stays').toEqual(before);
  });
});
