import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isIn, linkFor, post } from '../support/sign-in.ts';
import { makeWorld, type Who, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => { world = await makeWorld(); });
afterAll(() => world.end());

const addMember = (who: Who, input: object) => world.gql(who, 'mutation ($input: AddMemberInput!) { addMember(input: $input) { link member { id roles version person { id name } organisation { name } } } }', { input });
const newcomer = (email: string, more: object = {}) => ({ organisationId: world.people.lead.organisationId, email, name: 'New Comer', roles: ['lawyer'], ...more });
const code = (a: { errors?: { extensions: { code: string } }[] }) => a.errors?.[0]?.extensions.code;
const membershipOf = async (who: Who) => (await world.owner.query('select id, version from app.membership where person_id = $1', [world.people[who].id])).rows[0] as { id: string; version: number };

describe('a steward', () => {
  it('adds a newcomer, whose link works once and lets them set a password', async () => {
    const { data, errors } = await addMember('steward', newcomer('new@alderlaw.example'));
    expect(errors).toBeUndefined();
    expect(data.addMember.member).toMatchObject({ roles: ['lawyer'], person: { name: 'New Comer' }, organisation: { name: 'Alder Law' } });
    const token = /^\/link\/([\w-]{43})$/u.exec(data.addMember.link)?.[1];
    const opened = await post(world, 'link/use', { token });
    expect(opened.status).toBe(200);
    expect((await post(world, 'password', { password: 'three words or so' }, { as: opened.token })).status).toBe(200);
    expect((await post(world, 'sign-in', { email: 'NEW@alderlaw.example', password: 'three words or so' })).status).toBe(200);
  });
  it('gets no link for somebody who has been in before, who simply joins', async () => {
    await post(world, 'link/use', { token: await linkFor(world, world.people.ally.id) });
    const { data } = await addMember('steward', newcomer(world.people.ally.email.toUpperCase(), { name: 'Another Name' }));
    expect(data.addMember).toMatchObject({ link: null, member: { person: { id: world.people.ally.id, name: 'Test ally' } } });
    expect(code(await addMember('steward', newcomer(world.people.ally.email)))).toBe('CONFLICT');
  });
  it('gets one link only, for somebody who is nowhere yet, and no lead takes them into a team before they have come', async () => {
    const add = (organisationId: string) => world.gql('steward', 'mutation ($i: AddMemberInput!) { addMember(input: $i) { link member { person { id } } } }', { i: { organisationId, email: 'puppet@x.example', name: 'Puppet', roles: ['lawyer'] } });
    const first = (await add(world.people.lead.organisationId)).data.addMember;
    expect(first.link).toMatch(/^\/link\//);
    const made = await world.gql('lead', 'mutation ($i: AddLegalCaseInput!) { addLegalCase(input: $i) { id } }', { i: { leadOrganisationId: world.people.lead.organisationId, title: 'Secret', goals: [{ kind: 'legal', text: 'g' }], countries: ['UG'] } });
    const taken = await world.gql('lead', 'mutation ($id: ID!, $p: ID!) { setCaseMember(id: $id, personId: $p, cap: 7) { id } }', { id: made.data.addLegalCase.id, p: first.member.person.id });
    expect(taken.errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'personId' }] });
    expect((await add(world.people.ally.organisationId)).data.addMember.link).toBeNull();
  });
  it('changes roles, with the version they saw', async () => {
    const { id, version } = await membershipOf('teammate');
    const change = (v: number, roles: string[]) => world.gql('steward', 'mutation ($id: ID!, $v: Int!, $roles: [String!]!) { changeMember(id: $id, version: $v, roles: $roles) { roles version } }', { id, v, roles });
    expect((await change(version, ['lawyer', 'reviewer'])).data.changeMember).toEqual({ roles: ['lawyer', 'reviewer'], version: version + 1 });
    expect(code(await change(version, ['member']))).toBe('STALE');
    for (const roles of [[], ['king'], ['lawyer\u0000']]) expect(code(await change(version + 1, roles))).toBe('INVALID');
  });
  it('gives themselves nothing: no organisation, no role', async () => {
    expect(code(await addMember('steward', newcomer(world.people.steward.email)))).toBe('FORBIDDEN');
    const { id, version } = await membershipOf('steward');
    expect(code(await world.gql('steward', 'mutation ($id: ID!, $v: Int!) { changeMember(id: $id, version: $v, roles: ["steward", "lawyer"]) { id } }', { id, v: version }))).toBe('FORBIDDEN');
    expect(code(await world.gql('steward', 'mutation ($id: ID!) { removeMember(id: $id) }', { id }))).toBe('FORBIDDEN');
    expect(code(await world.gql('steward', 'mutation ($id: ID!) { disablePerson(id: $id, disabled: true) }', { id: world.people.steward.id }))).toBe('FORBIDDEN');
  });
  it('sees all members and not one case', async () => {
    const { data } = await world.gql('steward', '{ members { person { name } } organisations { name members { id } } }');
    expect(data.members.length).toBeGreaterThanOrEqual(9);
    await aCaseOf('lead');
    const { Db } = await import('../../apps/api/src/platform/db.ts');
    const db = world.app.get(Db);
    for (const [who, n] of [['lead', 1], ['steward', 0]] as const)
      expect(await db.as({ token: world.people[who].token }, () => db.sql("select 1 as x from app.legal_case where title = 'Alder v State'"))).toHaveLength(n);
  });
  it('adds and changes an organisation; two of one name clash', async () => {
    const add = (input: object) => world.gql('steward', 'mutation ($input: AddOrganisationInput!) { addOrganisation(input: $input) { id name country coalition version about } }', { input });
    const { data } = await add({ name: 'Gorse House', country: 'ke', coalition: true, about: ' ' });
    expect(data.addOrganisation).toMatchObject({ name: 'Gorse House', country: 'KE', coalition: true, version: 1, about: null });
    expect(code(await add({ name: 'gorse house', country: 'KE', coalition: true }))).toBe('CONFLICT');
    expect(code(await add({ name: 'Hazel', country: 'Kenya', coalition: true }))).toBe('INVALID');
    const changed = await world.gql('steward', 'mutation ($id: ID!) { changeOrganisation(id: $id, version: 1, input: { about: "Two rooms" }) { name about version } }', { id: data.addOrganisation.id });
    expect(changed.data.changeOrganisation).toEqual({ name: 'Gorse House', about: 'Two rooms', version: 2 });
  });
});

async function aCaseOf(who: Who): Promise<string> {
  const { Db } = await import('../../apps/api/src/platform/db.ts');
  const db = world.app.get(Db);
  await db.as({ token: world.people[who].token }, () => db.sql("insert into app.legal_case (id, lead_organisation_id, title, goals, countries) values ($1, $2, 'Alder v State', '[{\"kind\":\"legal\",\"text\":\"x\"}]', '{UG}')", [crypto.randomUUID(), world.people[who].organisationId]), true);
  const { rows } = await world.owner.query("select id from app.legal_case where title = 'Alder v State' order by created_at desc limit 1");
  return (rows[0] as { id: string }).id;
}

describe('everybody else', () => {
  it.each(['lead', 'ally', 'member', 'reviewer', 'facilitator', 'outsider'] as const)('%s changes nothing about people', async (who) => {
    const { id, version } = await membershipOf('colleague');
    for (const answer of [
      await addMember(who, newcomer(`x-${who}@alderlaw.example`)),
      await addMember(who, newcomer(world.people.reviewer.email)),
      await world.gql(who, 'mutation ($input: AddOrganisationInput!) { addOrganisation(input: $input) { id } }', { input: { name: `By ${who}`, country: 'UG', coalition: true } }),
      await world.gql(who, 'mutation ($id: ID!) { disablePerson(id: $id, disabled: true) }', { id: world.people.colleague.id }),
    ]) expect(code(answer)).toBe('FORBIDDEN');
    for (const answer of [
      await world.gql(who, 'mutation ($id: ID!, $v: Int!) { changeMember(id: $id, version: $v, roles: ["steward"]) { id } }', { id, v: version }),
      await world.gql(who, 'mutation ($id: ID!) { removeMember(id: $id) }', { id }),
    ]) expect(code(answer)).toBe(who === 'lead' ? 'FORBIDDEN' : 'NOT_FOUND');
  });
  it('know their own organisation\'s members and no other\'s', async () => {
    const { data } = await world.gql('member', '{ members { person { name } } colleagues { name } organisations { name members { person { name } } } }');
    const names = ['Test member', 'Test reviewer'];
    expect(data.members.map((m: { person: { name: string } }) => m.person.name).sort()).toEqual(names);
    expect(data.colleagues.map((p: { name: string }) => p.name)).toEqual(names);
    for (const o of data.organisations) expect(o.members.length > 0).toBe(o.name === 'Cedar Network');
    const outside = await world.gql('outsider', '{ organisations { name } }');
    expect(outside.data.organisations).toEqual([{ name: 'Fir Watch' }]);
  });
  it('are nobody when not signed in', async () => {
    expect((await world.gql('stranger', '{ me { id } }')).data).toEqual({ me: null });
    for (const name of ['organisations', 'members', 'colleagues', 'sessions']) expect(code(await world.gql('stranger', `{ ${name} { id } }`)), name).toBe('UNAUTHENTICATED');
    expect(code(await world.gql('stranger', 'mutation { changeMe(input: { name: "X" }) { id } }'))).toBe('UNAUTHENTICATED');
  });
  it('change their own name and language, nothing else', async () => {
    const change = (input: object) => world.gql('facilitator', 'mutation ($input: ChangeMeInput!) { changeMe(input: $input) { name locale email } }', { input });
    expect((await change({ name: ' Noor\u0301 ', locale: 'fr' })).data.changeMe).toMatchObject({ name: 'Noor\u0301'.normalize('NFC'), locale: 'fr' });
    for (const input of [{ name: '' }, { name: 'a\u0000b' }, { name: 'x'.repeat(201) }, { locale: 'xx' }]) expect(code(await change(input))).toBe('INVALID');
    expect(code(await change({ email: 'x@y.example' }))).toBe('INVALID');
  });
});

describe('a new member', () => {
  const confirm = (who: Who, id: string) => world.gql(who, 'mutation ($id: ID!) { confirmMember(id: $id) { id waiting mayConfirm } }', { id });
  const reads = async (token: string | null, id: string) => (await world.app.inject({ method: 'POST', url: '/graphql', headers: { cookie: `amparo=${token}` }, payload: { query: 'query ($id: ID!) { legalCase(id: $id) { id } me { roles organisations { id } } }', variables: { id } } })).json().data as { legalCase: { id: string } | null; me: { roles: string[]; organisations: { id: string }[] } };
  const shared = async (organisationId: string) => {
    const id = await aCaseOf('lead');
    await world.gql('lead', 'mutation ($id: ID!, $o: ID!) { shareLegalCase(id: $id, input: { organisationIds: [$o], agreement: "A", agreementOn: "2025-01-01" }) { id } }', { id, o: organisationId });
    return id;
  };
  it('reads nothing entrusted to the organisation, and holds no role, until a colleague other than the steward who added them has confirmed', async () => {
    const id = await shared(world.people.member.organisationId);
    const { link, member } = (await addMember('steward', newcomer('planted@x.example', { organisationId: world.people.member.organisationId, roles: ['lawyer', 'steward'] }))).data.addMember;
    const { token } = await post(world, 'link/use', { token: link.split('/')[2] });
    expect(await reads(token, id)).toEqual({ legalCase: null, me: { roles: [], organisations: [] } });
    const { data } = await world.gql('member', '{ members { id waiting mayConfirm person { name } } }');
    expect(data.members).toContainEqual({ id: member.id, waiting: true, mayConfirm: true, person: { name: 'New Comer' } });
    expect(code(await confirm('steward', member.id))).toBe('FORBIDDEN');
    expect(code(await confirm('lead', member.id))).toBe('NOT_FOUND');
    expect((await world.gql('steward', '{ members { id mayConfirm } }')).data.members).toContainEqual({ id: member.id, mayConfirm: false });
    expect((await confirm('member', member.id)).data.confirmMember).toEqual({ id: member.id, waiting: false, mayConfirm: false });
    expect(await reads(token, id)).toEqual({ legalCase: { id }, me: { roles: ['lawyer', 'steward'], organisations: [{ id: world.people.member.organisationId }] } });
    expect(code(await confirm('member', member.id)), 'once').toBe('FORBIDDEN');
  });
  it('of an organisation where nobody has come yet is confirmed by a second steward as soon as something is shared with it, and by no steward of the first one\'s making', async () => {
    const add = async (email: string, organisationId: string, roles = ['lawyer']) => (await addMember('steward', newcomer(email, { organisationId, roles }))).data.addMember;
    const { data: { addOrganisation: empty } } = await world.gql('steward', 'mutation { addOrganisation(input: { name: "Empty House", country: "KE", coalition: true }) { id } }');
    const puppet = await add('puppet-steward@x.example', empty.id, ['steward']);
    await post(world, 'link/use', { token: puppet.link.split('/')[2] });
    expect((await world.owner.query('select confirmed_at is not null c from app.membership where id = $1', [puppet.member.id])).rows, 'nothing is entrusted to it yet').toEqual([{ c: true }]);
    const { data: { addOrganisation: waits } } = await world.gql('steward', 'mutation { addOrganisation(input: { name: "Waiting House", country: "KE", coalition: true }) { id } }');
    const id = await shared(waits.id);
    const first = await add('first@x.example', waits.id);
    const { token } = await post(world, 'link/use', { token: first.link.split('/')[2] });
    expect((await reads(token, id)).legalCase).toBeNull();
    expect(code(await confirm('steward', first.member.id))).toBe('FORBIDDEN');
    const asPuppet = (await world.owner.query('select person_id from app.membership where id = $1', [puppet.member.id])).rows[0].person_id as string;
    const may = async (person: string) => {
      await world.owner.query('begin');
      await world.owner.query("select app.sign_ctx($1, 1::smallint, 2::smallint, '{1}')", [person]);
      const { rows: [{ can }] } = await world.owner.query('select app.can_confirm($1) can', [first.member.id]);
      await world.owner.query('rollback');
      return can as boolean;
    };
    expect(await may(asPuppet)).toBe(false);
    // Shutting out whoever came there makes no room for anybody's confirming.
    const { data: { addMember: late } } = await addMember('steward', newcomer('late@x.example', { organisationId: world.people.member.organisationId }));
    await world.gql('steward', 'mutation ($id: ID!) { disablePerson(id: $id, disabled: true) }', { id: world.people.member.id });
    await world.owner.query("update app.membership set roles = '{facilitator,steward}' where person_id = $1", [world.people.facilitator.id]);
    expect(code(await confirm('facilitator', late.member.id))).toBe('FORBIDDEN');
    await world.gql('steward', 'mutation ($id: ID!) { disablePerson(id: $id, disabled: false) }', { id: world.people.member.id });
    await world.owner.query("update app.membership set roles = '{facilitator,steward}' where person_id = $1", [world.people.facilitator.id]);
    expect((await confirm('facilitator', first.member.id)).errors).toBeUndefined();
    await world.owner.query("update app.membership set roles = '{facilitator}' where person_id = $1", [world.people.facilitator.id]);
    expect((await reads(token, id)).legalCase).toEqual({ id });
  });
});

describe('somebody whom only one steward has made', () => {
  const as = (token: string | null) => async (query: string, variables: object = {}) => (await world.app.inject({ method: 'POST', url: '/graphql', headers: { cookie: `amparo=${token}` }, payload: { query, variables } })).json() as { data: any; errors?: { extensions: { code: string } }[] };
  const come = async (email: string, organisationId: string, roles = ['lawyer']) => {
    const { link, member } = (await addMember('steward', newcomer(email, { organisationId, roles }))).data.addMember;
    const { token } = await post(world, 'link/use', { token: link.split('/')[2] });
    return { ask: as(token), member: member as { id: string } };
  };
  const share = (id: string, o: string) => world.gql('lead', 'mutation ($id: ID!, $o: ID!) { shareLegalCase(id: $id, input: { organisationIds: [$o], agreement: "A", agreementOn: "2025-01-01" }) { id } }', { id, o });

  it('works for a new organisation at once, and reads what is entrusted to it only when a second person has vouched for them', async () => {
    const { data: { addOrganisation: house } } = await world.gql('steward', 'mutation { addOrganisation(input: { name: "New House", country: "KE", coalition: true }) { id } }');
    const { ask, member } = await come('first-there@x.example', house.id, ['lawyer', 'steward']);
    const own = await ask('mutation ($i: AddLegalCaseInput!) { addLegalCase(input: $i) { id } }', { i: { leadOrganisationId: house.id, title: 'Own', goals: [{ kind: 'legal', text: 'g' }], countries: ['KE'] } });
    expect(own.errors).toBeUndefined();
    const id = await aCaseOf('lead');
    expect((await share(id, house.id)).errors).toBeUndefined();
    const open = await aCaseOf('lead');
    await world.gql('lead', 'mutation ($id: ID!) { setLegalCaseLevel(id: $id, level: coalition, reason: "r") { id } }', { id: open });
    const seen = async () => { const { data } = await ask('query ($a: ID!, $b: ID!) { a: legalCase(id: $a) { id } b: legalCase(id: $b) { id } me { roles } organisations { id } }', { a: id, b: open }); return { ...data, organisations: data.organisations.length > 1 }; };
    expect(await seen()).toEqual({ a: null, b: null, me: { roles: ['lawyer'] }, organisations: false });
    // No steward either: neither of people nor of the law.
    expect((await ask('mutation ($i: AddMemberInput!) { addMember(input: $i) { link } }', { i: newcomer('more@x.example', { organisationId: house.id }) })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await ask('mutation { proposeLawVersion(input: { kind: rule, body: "{}" }) { id } }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    await world.owner.query("update app.membership set roles = '{facilitator,steward}' where person_id = $1", [world.people.facilitator.id]);
    expect((await world.gql('facilitator', 'mutation ($id: ID!) { confirmMember(id: $id) { waiting } }', { id: member.id })).data.confirmMember).toEqual({ waiting: false });
    await world.owner.query("update app.membership set roles = '{facilitator}' where person_id = $1", [world.people.facilitator.id]);
    expect(await seen()).toEqual({ a: { id }, b: { id: open }, me: { roles: ['lawyer', 'steward'] }, organisations: true });
  });
  it('is confirmed only once they have come', async () => {
    const { link, member } = (await addMember('steward', newcomer('never-came@x.example', { organisationId: world.people.lead.organisationId }))).data.addMember;
    const confirm = () => world.gql('lead', 'mutation ($id: ID!) { confirmMember(id: $id) { waiting } }', { id: member.id });
    expect(code(await confirm())).toBe('FORBIDDEN');
    await post(world, 'link/use', { token: link.split('/')[2] });
    expect((await confirm()).data.confirmMember).toEqual({ waiting: false });
  });
  it('is no colleague yet: nobody is offered them for a team, and no lead takes them in', async () => {
    const { ask } = await come('no-colleague@x.example', world.people.lead.organisationId);
    const { data: { me } } = await ask('{ me { id } cases(first: 5) { nodes { id } } }');
    expect((await world.gql('lead', '{ colleagues { id } }')).data.colleagues.map((c: { id: string }) => c.id)).not.toContain(me.id);
    const taken = await world.gql('lead', 'mutation ($id: ID!, $p: ID!) { setCaseMember(id: $id, personId: $p, cap: 15) { id } }', { id: await aCaseOf('lead'), p: me.id });
    expect(taken.errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'personId' }] });
  });
});

describe('leaving', () => {
  it('an organisation takes its cases away at once, once somebody else may share them', async () => {
    const c = await aCaseOf('lead');
    await world.owner.query('insert into app.case_grant (legal_case_id, principal, cap) select $1, principal, 1 from app.person where id = $2', [c, world.people.teammate.id]);
    const reads = async (who: Who) => {
      const { Db } = await import('../../apps/api/src/platform/db.ts');
      const db = world.app.get(Db);
      return (await db.as({ token: world.people[who].token }, () => db.sql('select 1 as x from app.legal_case where id = $1', [c]))).length === 1;
    };
    expect([await reads('lead'), await reads('teammate')]).toEqual([true, true]);
    const { id } = await membershipOf('lead');
    const remove = () => world.gql('steward', 'mutation ($id: ID!) { removeMember(id: $id) }', { id });
    const refused = { code: 'INVALID', fields: [{ field: 'lastLead', problem: 'membership_last_lead_check' }] };
    expect((await remove()).errors?.[0]?.extensions, 'the last who may share hands over first').toEqual(refused);
    await world.owner.query('update app.person set disabled = true where id = $1', [world.people.lead.id]);
    expect((await remove()).errors?.[0]?.extensions, 'shut out: nobody else edits it, and who only reads gains nothing').toEqual(refused);
    expect(await reads('teammate')).toBe(true);
    await world.owner.query('update app.case_grant set cap = 3 where cap < 8 and principal in (select principal from app.person where id = $1)', [world.people.teammate.id]);
    await world.owner.query('insert into app.case_grant (legal_case_id, principal, cap) select k.id, p.principal, 15 from app.legal_case k, app.person p where p.id = $1 and k.id <> $2 on conflict (legal_case_id, principal) do update set cap = 15', [world.people.colleague.id, c]);
    expect((await remove()).data).toEqual({ removeMember: true });
    await world.owner.query('update app.person set disabled = false where id = $1', [world.people.lead.id]);
    expect([await reads('lead'), await reads('teammate')]).toEqual([false, true]);
    const { rows } = await world.owner.query('select g.cap, p.person from app.case_grant g join (select principal, name as person from app.person) p using (principal) where legal_case_id = $1', [c]);
    expect(rows).toEqual([{ cap: 15, person: 'Test teammate' }]);
  });
  it('altogether ends every session, and can be taken back', async () => {
    const { token } = await post(world, 'link/use', { token: await linkFor(world, world.people.outsider.id) });
    const disable = (disabled: boolean) => world.gql('steward', 'mutation ($id: ID!, $d: Boolean!) { disablePerson(id: $id, disabled: $d) }', { id: world.people.outsider.id, d: disabled });
    expect((await disable(true)).data).toEqual({ disablePerson: true });
    expect(await isIn(world, token)).toBe(false);
    expect((await post(world, 'link/use', { token: await linkFor(world, world.people.outsider.id) })).status).toBe(401);
    await disable(false);
    expect((await post(world, 'link/use', { token: await linkFor(world, world.people.outsider.id) })).status).toBe(200);
  });
});
