import { acyclicLinkTypes, codesOf, numberKey, ProceedingLinkType } from '@amparo/domain';
import { canRecord, procedureTemplates, readTemplate, type StoredEntry, trackOf } from '@amparo/domain/procedures';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedDemo } from '../../apps/api/src/demo/demo.seed.ts';
import { seedProcedures } from '../../apps/api/src/procedure/procedure.seed.ts';
import { codeOf, does, done, judgment, log, logged, newCase, newDecision, newProceeding, setLevel } from '../support/case-text.ts';
import { makeWorld, type Who, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => { world = await makeWorld(); });
afterAll(async () => { await world.end(); });

const stages = 'id version status statusNow stage template templateVersion stageHistory { id kind stage on basis note undoneAt event { id } shown { word } } stageChoices { stage { code word } over } suggestion { event { id } stage { code word leavesTo { link to } } over status }';
const read = async (caseId: string, fields: string, who: Who = 'lead') => (await world.gql(who, `query($id: ID!) { legalCase(id: $id) { ${fields} } }`, { id: caseId })).data.legalCase;
const proceedingOf = async (caseId: string) => (await read(caseId, `proceedings { ${stages} }`)).proceedings[0];
const move = (proceedingId: string, stage: string, more: object = {}, who: Who = 'lead') => does(world, who, 'moveStage', { input: ['MoveStageInput!', { proceedingId, stage, ...more }] }, stages);
const answer = (eventId: string, stage: string, accept: boolean, who: Who = 'lead') => does(world, who, 'answerStage', { eventId: ['ID!', eventId], stage: ['String!', stage], accept: ['Boolean!', accept] }, stages);
const undo = (entryId: string) => does(world, 'lead', 'undoStage', { entryId: ['ID!', entryId] }, stages);
const event = async (legalCaseId: string, proceedingId: string, more: object) => (await log(world, logged(legalCaseId, { proceedingId, ...more }))).data?.logEvent.id as string;
const link = (caseId: string, fromId: string, toId: string, type: string, more: object = {}) => does(world, 'lead', 'addProceedingLink', { legalCaseId: ['ID!', caseId], input: ['ProceedingLinkInput!', { fromId, toId, type, ...more }] }, 'id type on claimIds version');
const claim = async (caseId: string, proceedingId: string | null, act: string) => (await done<{ id: string }>(world, 'lead', 'addClaim', { legalCaseId: ['ID!', caseId], input: ['ClaimInput!', { act, proceedingId }] }, 'id')).id;
const faultsOf = (a: { errors?: { extensions: { fields?: { field: string; problem: string }[] } }[] }) => a.errors?.[0]?.extensions.fields?.map(({ field, problem }) => `${field} ${problem}`);
const petition = async (more: object = {}) => {
  const { id } = await newCase(world);
  return { id, p: (await newProceeding(world, id, { courtSlug: 'ke-high-court', matter: 'Constitutional petition', ...more })).id };
};

describe('procedure templates', () => {
  it('are in the database as shipped, and a new proceeding follows the one that fits its court', async () => {
    const { rows } = await world.owner.query<{ id: string; version: number; body: unknown }>('select id, version, body from app.procedure_template where shipped order by id');
    expect(rows.map(({ id, version }) => `${id}@${version}`)).toEqual(procedureTemplates.map(({ id, version }) => `${id}@${version}`).sort());
    for (const { id, body } of rows) expect(readTemplate(body)).toEqual({ ok: procedureTemplates.find((t) => t.id === id) });
    const { id } = await petition();
    for (const [courtSlug, matter] of [['ke-court-of-appeal', 'Civil appeal'], ['un-human-rights-committee', 'Communication'], ['au-achpr', 'Communication']]) await newProceeding(world, id, { courtSlug, matter });
    await newProceeding(world, id, { template: '' });
    expect((await read(id, 'proceedings { template templateVersion procedure { name version fits } }')).proceedings.map((p: { template: string; templateVersion: number }) => [p.template, p.templateVersion])).toEqual([
      ['SM-CL/petition', 1], ['SM-CL/appeal', 1], ['SM-UN/communication', 1], ['SM-AF/commission', 1], [null, null]]);
  });
  it('are offered with the local words of the forum, those that fit first', async () => {
    const { procedureTracks } = (await world.gql('stranger', '{ procedureTracks(courtSlug: "ke-high-court") { key fits version verification stages { code word } } }')).data;
    expect(procedureTracks).toHaveLength(19);
    expect(procedureTracks.map((t: { fits: boolean }) => t.fits).indexOf(false)).toBe(1);
    expect(procedureTracks[0]).toMatchObject({ key: 'SM-CL/petition', version: 1, verification: 'unverified' });
    expect(procedureTracks[0].stages.find((s: { code: string }) => s.code === 'interim_ex_parte').word).toBe('Conservatory orders (ex parte)');
  });
  it('an unknown one, and one that would lose the history, are refused and nothing is written', async () => {
    const { id, p } = await petition({ stage: 'hearing' });
    const add = (template: string) => does(world, 'lead', 'addProceeding', { legalCaseId: ['ID!', id], input: ['ProceedingInput!', { courtSlug: 'ke-high-court', template }] }, 'id');
    expect(faultsOf(await add('SM-XX/petition'))).toEqual(['template unknown']);
    expect(faultsOf(await add('petition'))).toEqual(['template unknown_code']);
    expect(faultsOf(await does(world, 'lead', 'addProceeding', { legalCaseId: ['ID!', id], input: ['ProceedingInput!', { courtSlug: 'ke-high-court', stage: 'ag_opinion' }] }, 'id'))).toEqual(['stage not_of_this_procedure']);
    const change = (version: number, input: object) => does(world, 'lead', 'changeProceeding', { id: ['ID!', p], version: ['Int!', version], input: ['ProceedingInput!', { courtSlug: 'ke-high-court', ...input }] }, 'template stage');
    expect(faultsOf(await change(1, { template: 'SM-TU/tutela' }))).toEqual(['template stages_lost']);
    expect(faultsOf(await change(1, { stage: 'judgment' }))).toEqual(['stage moved_by_itself']);
    expect((await change(1, { template: 'SM-CL/appeal', stage: 'hearing' })).data?.changeProceeding).toEqual({ template: 'SM-CL/appeal', stage: 'hearing' });
    expect((await read(id, 'proceedings { id }')).proceedings).toHaveLength(1);
  });
  it('a deleted template in use: it stays for those who follow it, is taken up by nobody else, and cannot be deleted or changed', async () => {
    const { id, p } = await petition({ stage: 'filed' });
    const others = procedureTemplates.filter((t) => t.id !== 'SM-CL' && t.id !== 'SM-DPA');
    try {
      await seedProcedures({ url: world.ownerUrl }, others);
      const left = (await world.owner.query('select id, shipped from app.procedure_template order by id')).rows as { id: string; shipped: boolean }[];
      expect(left.filter((t) => !t.shipped).map((t) => t.id)).toEqual(['SM-CL']); // followed
      expect(left.map((t) => t.id)).not.toContain('SM-DPA'); // nobody follows it
      await expect.poll(async () => faultsOf(await does(world, 'lead', 'addProceeding', { legalCaseId: ['ID!', id], input: ['ProceedingInput!', { courtSlug: 'ke-high-court', template: 'SM-CL/petition' }] }, 'id'))).toEqual(['template withdrawn']);
      expect((await move(p, 'served')).data?.moveStage).toMatchObject({ stage: 'served', template: 'SM-CL/petition' });
      await expect(world.owner.query("delete from app.procedure_template where id = 'SM-CL'")).rejects.toMatchObject({ code: '23503', constraint: 'proceeding_template_id_fkey' });
      const changed = procedureTemplates.map((t) => (t.id === 'SM-CL' ? { ...t, name: 'Changed without a version of its own' } : t));
      await expect(seedProcedures({ url: world.ownerUrl }, changed)).rejects.toMatchObject({ code: 'CONFLICT', fields: [{ field: 'SM-CL@1', problem: 'changed_in_use' }] });
      expect((await world.owner.query("select body ->> 'name' as name from app.procedure_template where id = 'SM-CL'")).rows).toEqual([{ name: procedureTemplates[0]?.name }]);
      await seedProcedures({ url: world.ownerUrl }, changed.map((t) => (t.id === 'SM-CL' ? { ...t, version: 2 } : t)));
      await expect.poll(async () => (await world.gql('lead', '{ procedureTracks(courtSlug: "ke-high-court") { key version } }')).data.procedureTracks[0]).toEqual({ key: 'SM-CL/petition', version: 2 });
      expect((await proceedingOf(id)).templateVersion).toBe(1);
    } finally { await seedProcedures({ url: world.ownerUrl }); }
    await expect.poll(async () => (await world.gql('lead', '{ procedureTracks(courtSlug: "ke-high-court") { key version } }')).data.procedureTracks[0]).toEqual({ key: 'SM-CL/petition', version: 1 });
  });
});

describe('Scenario 1: thirty-second log', () => {
  it('heard and reserved: shown as reserved at once, the stage suggested and never forced; accepted, it is in the history with its event', async () => {
    const { id, p } = await petition({ stage: 'submissions' });
    const e = await event(id, p, { type: 'hearing', outcome: 'heard_reserved' });
    expect(await proceedingOf(id)).toMatchObject({ stage: 'submissions', status: 'active', statusNow: 'reserved', suggestion: { event: { id: e }, stage: { code: 'reserved' }, over: ['hearing'], status: 'reserved' }, stageHistory: [{ stage: 'submissions' }] });
    expect(faultsOf(await answer(e, 'judgment', true))).toBeUndefined();
    expect(codeOf(await answer(e, 'judgment', true)), 'another stage than the one that was shown').toBe('STALE');
    expect((await answer(e, 'reserved', true)).data?.answerStage).toMatchObject({ stage: 'reserved', status: 'reserved', statusNow: 'reserved', suggestion: null, stageHistory: [
      { stage: 'submissions', on: null, event: null }, { stage: 'hearing', kind: 'moved', on: null, event: null }, { stage: 'reserved', kind: 'accepted', on: '2025-06-10', event: { id: e } }] });
    expect((await answer(e, 'reserved', true)).data?.answerStage.stageHistory, 'sent twice').toHaveLength(3);
  });
  it('not now: nothing is written to the stage, and it is not asked again, until something else happens', async () => {
    const { id, p } = await petition({ stage: 'hearing' });
    const e = await event(id, p, { type: 'hearing', outcome: 'heard_reserved' });
    expect((await answer(e, 'reserved', false)).data?.answerStage).toMatchObject({ stage: 'hearing', status: 'active', statusNow: 'active', suggestion: null, stageHistory: [{ stage: 'hearing' }] });
    const given = await event(id, p, { type: 'judgment', on: '2025-09-01', outcome: 'judgment_delivered' });
    expect((await proceedingOf(id)).suggestion).toMatchObject({ event: { id: given }, stage: { code: 'judgment' }, over: [] });
  });
  it('undone: another entry says so, both stay, and the event may be asked of anew; taken back, the event leaves its entry without proof', async () => {
    const { id, p } = await petition({ stage: 'submissions' });
    const e = await event(id, p, { type: 'hearing', outcome: 'heard_reserved' });
    const last = (await answer(e, 'reserved', true)).data?.answerStage.stageHistory.at(-1);
    const after = (await undo(last.id)).data?.undoStage;
    expect(after).toMatchObject({ stage: 'submissions', status: 'active', suggestion: { stage: { code: 'reserved' } } });
    expect(after.stageHistory.map((h: { stage: string; undoneAt: string | null }) => [h.stage, h.undoneAt !== null])).toEqual([['submissions', false], ['hearing', true], ['reserved', true]]);
    expect(faultsOf(await undo(last.id))).toEqual(['id undone_already']);
    await answer(e, 'reserved', true);
    await done(world, 'lead', 'removeEvent', { id: ['ID!', e] });
    expect((await proceedingOf(id)).stageHistory.filter((h: { undoneAt: string | null }) => !h.undoneAt).at(-1)).toMatchObject({ stage: 'reserved', kind: 'accepted', event: null });
    for (const text of ["update app.stage_entry set stage = 'filed'", 'delete from app.stage_entry']) await expect(asUser(text)).rejects.toThrow('permission denied');
  });
  it('what was logged by a reader, of a planned date, or of another court suggests nothing; a reader can answer nothing', async () => {
    const { id, p } = await petition({ stage: 'hearing' });
    await event(id, p, { type: 'judgment', on: '2099-01-01', planned: true });
    await log(world, logged(id, { type: 'judgment', outcome: 'judgment_delivered' }));
    expect((await proceedingOf(id)).suggestion).toBeNull();
    const e = await event(id, p, { type: 'hearing', outcome: 'heard_reserved' });
    expect(await answer(e, 'reserved', true, 'member')).toEqual(await answer(randomUUID(), 'reserved', true, 'member'));
    await setLevel(world, id, 'coalition');
    for (const refused of [await answer(e, 'reserved', true, 'member'), await move(p, 'reserved', {}, 'member')]) expect(codeOf(refused)).toBe('FORBIDDEN');
    expect((await read(id, 'proceedings { stage stageHistory { stage } }', 'member')).proceedings).toEqual([{ stage: 'hearing', stageHistory: [{ stage: 'hearing' }] }]);
  });
});
const asUser = async (text: string) => {
  await world.owner.query('set role lit_user');
  try { return await world.owner.query(text); } finally { await world.owner.query('set role lit_acl'); }
};

describe('a stage that is moved', () => {
  it('goes where the procedure lets it, in the forum\'s words; an illegal move names the legal ones and writes nothing', async () => {
    const { id, p } = await petition({ stage: 'filed' });
    const there = (await proceedingOf(id)).stageChoices as { stage: { code: string; word: string | null }; over: string[] }[];
    expect(there.find(({ stage }) => stage.code === 'interim_ex_parte')).toMatchObject({ stage: { word: 'Conservatory orders (ex parte)' }, over: [] });
    expect(there.find(({ stage }) => stage.code === 'hearing')?.over).toEqual(['served', 'responses', 'submissions']);
    const skips = await move(p, 'hearing');
    expect([codeOf(skips), faultsOf(skips), skips.errors?.[0]?.message]).toEqual(['INVALID', ['stage stage_skips'], 'These come first: served, responses, submissions. They can be recorded with the day not known.']);
    expect(skips.errors?.[0]?.extensions.fields).toEqual([{ field: 'stage', problem: 'stage_skips', may: ['served', 'responses', 'submissions'] }]);
    expect((await proceedingOf(id)).stageHistory).toHaveLength(1);
    expect((await move(p, 'hearing', { through: true, on: '2024-03' })).data?.moveStage.stageHistory.map((h: { stage: string; on: string | null }) => [h.stage, h.on])).toEqual([['filed', null], ['served', null], ['responses', null], ['submissions', null], ['hearing', '2024-03']]);
    const back = await move(p, 'filed');
    expect(back.errors?.[0]?.extensions.fields).toEqual([{ field: 'stage', problem: 'stage_not_from_here', may: ['reserved', 'judgment'] }]);
    for (const [stage, problem] of [['hearing', 'stage_already_there'], ['ag_opinion', 'not_of_this_procedure'], ['dancing', 'unknown_code']] as const) expect(faultsOf(await move(p, stage))).toEqual([`stage ${problem}`]);
  });
  it('takes the day and basis of the event that proves it, of its own case alone', async () => {
    const { id, p } = await petition();
    const other = await petition();
    const e = await event(id, p, { type: 'filing', on: '2024-02-01', basis: 'filed' });
    // The team's own plan proves nothing to those who may not know of it.
    const plan = await event(id, p, { type: 'filing', planned: true, on: '2099-12-20' });
    expect(faultsOf(await move(p, 'drafting', { eventId: plan }))).toEqual(['eventId team_only']);
    for (const bad of [await event(other.id, other.p, { type: 'filing' }), randomUUID()]) expect(faultsOf(await move(p, 'drafting', { eventId: bad }))).toEqual(['eventId unknown']);
    expect((await move(p, 'filed', { through: true, eventId: e })).data?.moveStage.stageHistory).toMatchObject([{ stage: 'drafting', on: null }, { stage: 'filed', on: '2024-02-01', basis: 'filed', event: { id: e } }]);
  });
  it('one that was forgotten is added later where its day puts it', async () => {
    const { p } = await petition({ stage: 'filed' });
    await move(p, 'hearing', { through: true, on: '2024-06-01' });
    expect((await move(p, 'reserved', { on: '2024-06-02' })).data?.moveStage.stage).toBe('reserved');
    expect(faultsOf(await move(p, 'directions', { on: '2024-07-01' }))).toEqual(['stage stage_not_from_here']);
  });
  it('by two at once: the second is told; the same key sent twice is one entry', async () => {
    const { id, p } = await petition({ stage: 'hearing' });
    const after = (await proceedingOf(id)).stageHistory.at(-1).id;
    const two = await Promise.all([move(p, 'reserved', { after }), move(p, 'judgment', { after })]);
    expect(two.map(codeOf).sort()).toEqual(['STALE', undefined]);
    expect((await proceedingOf(id)).stageHistory).toHaveLength(2);
    const { p: q } = await petition({ stage: 'hearing' });
    const key = randomUUID();
    for (let n = 0; n < 2; n++) expect((await move(q, 'judgment', { id: key })).data?.moveStage.stageHistory).toHaveLength(2);
    expect(codeOf(await move(q, 'reserved', { id: key }))).toBe('CONFLICT');
  });
  it('without a procedure: it is to be chosen first', async () => {
    const { p } = await petition({ template: '' });
    expect(faultsOf(await move(p, 'filed'))).toEqual(['stage no_procedure']);
  });
});

describe('Invariant 2 and links', () => {
  it.each(codesOf(ProceedingLinkType))('%s: to oneself it is refused; it carries the claims it names', async (type) => {
    const { id, p: a } = await petition();
    const b = (await newProceeding(world, id)).id;
    const [one, two] = [await claim(id, a, 'One'), await claim(id, a, 'Two')];
    expect(faultsOf(await link(id, a, a, type))).toEqual(['toId same_proceeding']);
    expect(faultsOf(await link(id, b, a, type, { claimIds: [randomUUID()] }))).toEqual(['claimIds[0] unknown']);
    const answered = await link(id, b, a, type, { claimIds: [one] });
    expect(answered.errors).toBeUndefined();
    const made = answered.data?.addProceedingLink;
    expect(made).toMatchObject({ type, claimIds: [one] });
    expect(codeOf(await link(id, b, a, type))).toBe('CONFLICT');
    const back = await link(id, a, b, type);
    if (acyclicLinkTypes.has(type)) expect(faultsOf(back)).toEqual([`fromId ${type === 'remitted_from' ? 'remittal_needs_new_proceeding' : 'closes_circle'}`]);
    const change = (version: number, input: object) => does(world, 'lead', 'changeProceedingLink', { id: ['ID!', made.id], version: ['Int!', version], input: ['ChangeProceedingLinkInput!', input] }, 'claimIds note version');
    expect((await change(1, { claimIds: [two], note: 'By order' })).data?.changeProceedingLink).toEqual({ claimIds: [two], note: 'By order', version: 2 });
    expect(codeOf(await change(1, { note: 'x' }))).toBe('STALE');
    await done(world, 'lead', 'removeClaim', { id: ['ID!', two] });
    expect((await read(id, 'links { claimIds }')).links[0].claimIds, 'a link whose claim is gone does not carry all of a sudden').toEqual([]);
    expect((await change(2, { claimIds: [] })).data?.changeProceedingLink.claimIds, 'all').toBeNull();
  });
  it('A → B (appeal) → A′ (remitted) is legal, A → B → A is not; the database says the same', async () => {
    const { id, p: a } = await petition();
    const [b, again] = [(await newProceeding(world, id)).id, (await newProceeding(world, id)).id];
    await link(id, b, a, 'appeal_from');
    expect(faultsOf(await link(id, a, b, 'remitted_from'))).toEqual(['fromId remittal_needs_new_proceeding']);
    expect((await link(id, again, b, 'remitted_from')).errors).toBeUndefined();
    const { rows: [f] } = await world.owner.query<{ src: string }>("select prosrc as src from pg_proc where proname = 't_no_circle'");
    expect([...(/array\[([^\]]*)\]/u.exec(f?.src ?? '')?.[1] ?? '').matchAll(/'(\w+)'/gu)].map((m) => m[1]).sort()).toEqual([...acyclicLinkTypes].sort());
    await expect(world.owner.query("insert into app.proceeding_link (legal_case_id, from_id, to_id, type) values ($1, $2, $3, 'review_of')", [id, a, again])).rejects.toMatchObject({ constraint: 'proceeding_link_circle_check' });
  });
  it('two that would close a circle, at once: one is refused', async () => {
    const { id, p: a } = await petition();
    const b = (await newProceeding(world, id)).id;
    const both = await Promise.all([link(id, b, a, 'appeal_from'), link(id, a, b, 'appeal_from')]);
    expect(both.filter((x) => !x.errors)).toHaveLength(1);
  });
  it('a claim the appeal did not take is not decided there', async () => {
    const { id, p: a } = await petition();
    const b = (await newProceeding(world, id, { courtSlug: 'ke-court-of-appeal' })).id;
    const [collect, store] = [await claim(id, a, 'Collect'), await claim(id, a, 'Store')];
    expect((await link(id, b, a, 'appeal_from', { claimIds: [collect] })).errors).toBeUndefined();
    const d = (await newDecision(world, id, judgment([b]))).id;
    const decide = (claimId: string) => does(world, 'lead', 'setDisposition', { input: ['DispositionInput!', { claimId, proceedingId: b, decisionId: d, code: 'allowed', favours: 'us' }] }, 'id');
    expect((await decide(collect)).errors).toBeUndefined();
    expect(codeOf(await decide(store))).toBe('INVALID');
  });
});

describe('Invariant 26: joined and severed files', () => {
  it('keep their own parties, claims and dispositions, and one judgment is one decision', async () => {
    const { id, p: p56 } = await petition();
    const [p58, p59] = [(await newProceeding(world, id, { courtSlug: 'ke-high-court' })).id, (await newProceeding(world, id, { courtSlug: 'ke-high-court' })).id];
    const own: Record<string, string> = {};
    for (const p of [p56, p58, p59]) {
      await done(world, 'lead', 'addParty', { legalCaseId: ['ID!', id], input: ['PartyInput!', { proceedingId: p, name: `Petitioner of ${p.slice(0, 4)}`, kind: 'ngo', role: 'claimant' }] }, 'id');
      own[p] = await claim(id, p, `Claim of ${p.slice(0, 4)}`);
    }
    for (const p of [p58, p59]) expect((await link(id, p, p56, 'consolidated_into', { on: '2019-03-05' })).errors).toBeUndefined();
    expect(faultsOf(await link(id, p58, p59, 'consolidated_into'))).toContain('fromId joined_already');
    const d = (await newDecision(world, id, judgment([p56, p58, p59]))).id;
    for (const p of [p56, p58, p59]) await done(world, 'lead', 'setDisposition', { input: ['DispositionInput!', { claimId: own[p], proceedingId: p, decisionId: d, code: 'allowed', favours: 'us' }] }, 'id');
    const whole = () => read(id, 'proceedings { id } decisions { id proceedings { id } } parties { proceedingId name } claims { id proceedingId dispositions { proceedingId decisionId } }');
    const joined = await whole();
    expect([joined.decisions.length, joined.decisions[0].proceedings.length, joined.proceedings.length]).toEqual([1, 3, 3]);
    expect((await link(id, p59, p56, 'severed_from', { on: '2019-06-01' })).errors).toBeUndefined();
    expect((await link(id, p59, p56, 'consolidated_into', { on: '2019-09-01' })).errors, 'joined again').toBeUndefined();
    const severed = await whole();
    expect(severed).toEqual(joined);
    for (const p of [p56, p58, p59]) {
      expect(severed.parties.filter((x: { proceedingId: string }) => x.proceedingId === p)).toEqual([{ proceedingId: p, name: `Petitioner of ${p.slice(0, 4)}` }]);
      expect(severed.claims.filter((x: { proceedingId: string }) => x.proceedingId === p)).toEqual([{ id: own[p], proceedingId: p, dispositions: [{ proceedingId: p, decisionId: d }] }]);
    }
  });
});

describe('Scenario 12: case moved between courts', () => {
  it('the same proceeding shows both numbers with dates, and deadlines are counted by the new calendar, with a list of what changed', async () => {
    const { id, p } = await petition({ courtUnit: 'Station X', openedOn: '2024-01-10', stage: 'filed' });
    await done(world, 'lead', 'addIdentifier', { proceedingId: ['ID!', p], input: ['IdentifierInput!', { type: 'petition', value: 'Petition No. 12 of 2024', preferred: true }] }, 'id');
    const due = (more: object) => done<{ id: string; latestOn: string }>(world, 'lead', 'addDeadline', { input: ['AddDeadlineInput!', { legalCaseId: id, proceedingId: p, kind: 'order', title: 'File submissions', order: 'Directions of 24 April', triggerOn: '2024-04-24', periodN: 5, periodUnit: 'business_day', calendarId: 'KE', zone: 'Africa/Nairobi', critical: false, ...more }] }, 'id latestOn');
    const counted = await due({}), fixed = await due({ kind: 'manual', title: 'Own date', by: '2099-01-01', triggerOn: null, periodN: null, periodUnit: null, calendarId: null });
    const moved = await does(world, 'lead', 'transferProceeding', { id: ['ID!', p], version: ['Int!', 1], input: ['TransferInput!', { courtSlug: 'mu-supreme-court', courtUnit: 'Division Y', on: '2024-05-02', number: 'Constitutional Petition No. 89 of 2024' }] },
      'proceeding { id version court { slug } courtUnit timeZone stage identifiers { value issuer validFrom validTo preferred } } deadlines { deadline { id calendarId latestOn zone } before after otherRule }');
    expect(moved.data?.transferProceeding).toEqual({
      proceeding: { id: p, version: 2, court: { slug: 'mu-supreme-court' }, courtUnit: 'Division Y', timeZone: 'Indian/Mauritius', stage: 'filed', identifiers: [
        { value: 'Constitutional Petition No. 89 of 2024', issuer: null, validFrom: '2024-05-02', validTo: null, preferred: true },
        { value: 'Petition No. 12 of 2024', issuer: 'High Court of Kenya, Station X', validFrom: null, validTo: '2024-05-02', preferred: false }] },
      deadlines: [{ deadline: { id: counted.id, calendarId: 'MU', latestOn: expect.any(String), zone: 'Indian/Mauritius' }, before: counted.latestOn, after: expect.any(String), otherRule: false }],
    });
    expect(fixed.latestOn).toBe('2099-01-01');
    expect(faultsOf(await does(world, 'lead', 'transferProceeding', { id: ['ID!', p], version: ['Int!', 2], input: ['TransferInput!', { courtSlug: 'mu-supreme-court', courtUnit: 'Division Y' }] }, 'proceeding { id }'))).toEqual(['courtSlug there_already']);
    for (const text of ['12 of 2024', 'const pet 89/2024']) expect((await world.gql('lead', 'query($t: String!) { search(text: $t, first: 5) { kind id } }', { t: text })).data.search, text).toContainEqual({ kind: 'case', id });
  });
});

describe('two people editing one event', () => {
  it('the second is shown how it stands, and what the stage makes of it is what was saved', async () => {
    const { id, p } = await petition({ stage: 'hearing' });
    const e = await event(id, p, { type: 'hearing' });
    const change = (input: object) => does(world, 'lead', 'changeEvent', { id: ['ID!', e], version: ['Int!', 1], input: ['ChangeEventInput!', input] }, '__typename ... on StaleEvent { current { outcome } }');
    const both = [(await change({ outcome: 'heard_reserved' })).data?.changeEvent, (await change({ outcome: 'adjourned' })).data?.changeEvent];
    expect(both).toEqual([{ __typename: 'ChangedEvent' }, { __typename: 'StaleEvent', current: { outcome: 'heard_reserved' } }]);
    expect((await proceedingOf(id)).suggestion).toMatchObject({ stage: { code: 'reserved' } });
  });
});

describe('numbers and demo', () => {
  it('every stored number is kept under the key that libs/domain makes of it', async () => {
    const { id, p } = await petition();
    const printed = ['MC No. 86 of 2022', 'HCT-00-CV-MC-0066-2022', 'Pétition nº E008/2021', 'Amparo en revisión 12/2019', 'قضية رقم 86 لسنة 2022', '[2020] eKLR', 'Ｃ－６１／２２', '2 BvR 1/19'];
    for (const value of printed) await done(world, 'lead', 'addIdentifier', { proceedingId: ['ID!', p], input: ['IdentifierInput!', { type: 'other', value }] }, 'id');
    await seedDemo({ url: world.ownerUrl, say: () => undefined });
    const { rows } = await world.owner.query<{ value: string; normalised: string }>('select value, normalised from app.proceeding_identifier');
    expect(rows.length).toBeGreaterThan(printed.length);
    expect(rows.filter(({ value, normalised }) => normalised !== numberKey(value))).toEqual([]);
    const finds = async (text: string) => (await world.gql('lead', 'query($t: String!) { search(text: $t, first: 20) { id } }', { t: text })).data.search.some((h: { id: string }) => h.id === id);
    for (const text of ['mc 86/2022', 'Petition E8 of 2021', 'amparo 12 2019']) expect([text, await finds(text)]).toEqual([text, true]);
    for (const text of ['mc 6/2022', 'E80 2021', '1/201']) expect([text, await finds(text)]).toEqual([text, false]);
  });
  it('the demo went only where its procedures let it go, each stage dated by an event or with the day not known', async () => {
    const { rows } = await world.owner.query<{ proceeding: string; key: string; id: string; stage: string; fromOn: string | null; eventId: string | null; seq: number; day: string | null }>(
      `select p.id as proceeding, p.template_id || '/' || p.track as key, s.id, s.stage, s.from_edtf as "fromOn", s.event_id as "eventId", s.seq, e.on_edtf as day
       from app.legal_case c join app.proceeding p on p.legal_case_id = c.id left join app.stage_entry s on s.proceeding_id = p.id left join app.proc_event e on e.id = s.event_id where c.demo order by s.seq`);
    expect(rows.filter(({ key }) => !trackOf(key ?? ''))).toEqual([]);
    for (const [, entries] of Map.groupBy(rows.filter(({ id }) => id), (r) => r.proceeding)) {
      const there: StoredEntry[] = [];
      for (const { key, id, stage, fromOn, eventId, seq, day } of entries) {
        if (there.length) expect([key, stage, canRecord(trackOf(key) as never, there, { stage, fromOn })]).toEqual([key, stage, { allowed: true }]);
        expect(fromOn).toBe(day);
        there.push({ id, kind: 'moved', stage, fromOn, eventId, undoesId: null, seq, at: '' });
      }
    }
    expect((await world.owner.query('select l.type, count(x.id)::int n from app.proceeding_link l join app.legal_case c on c.id = l.legal_case_id and c.demo left join app.proceeding_link_claim x on x.link_id = l.id group by l.id, l.type order by 2 desc, 1')).rows.slice(0, 3)).toEqual([{ type: 'appeal_from', n: 3 }, { type: 'exhausted_for', n: 2 }, { type: 'appeal_from', n: 1 }]);
  });
});
