import { ruleById } from '@amparo/domain/deadlines';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, type GraphQLObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, does, done, judgment, logged, orderOf, newCase, newProceeding, share } from '../support/case-text.ts';
import { makeWorld, type Who, type World } from '../support/world.ts';

/** Every operation of the contract stands here with whom it serves. A new one that is not placed fails the run. */
const schema = buildSchema(readFileSync(join(import.meta.dirname, '../../apps/api/schema.graphql'), 'utf8'));
const rootFields = (t: GraphQLObjectType | null | undefined) => Object.keys(t?.getFields() ?? {}).sort();

interface Fixture { caseId: string; version: number; proceeding: string; second: string; identifier: string; link: string; event: string; entry: string; heard: string; twin: string; party: string; claim: string; disposition: string; finding: string; precedent: string; harm: string; harmLink: string; decision: string; opinion: string; later: string; holding: string; treatment: string; reliance: string; order: string; orderStep: string; stay: string; observation: string; deadline: string; extended: string; extension: string }
type Args = Record<string, [type: string, value: unknown]>;
/** second: a second person of the team; who wrote it is refused. */
type Rule = 'team' | 'lead' | 'second';
const id = (v: string): ['ID!', string] => ['ID!', v];
const one: ['Int!', number] = ['Int!', 1];
const partyInput = { name: 'A party', kind: 'ngo', role: 'claimant' };
const harmInput = { kind: 'exclusion', groups: [], summary: 'A harm', country: 'UG', source: 'A report', sureness: 'reported' };
const deadlineInput = { kind: 'manual', title: 'A date', by: '2099-01-01', zone: 'Africa/Kampala', critical: false };
const memoInput = { decision: 'CANARY-MEMO', reasons: 'Because', chosen: ['au-achpr'] };
const aRule = () => { const rule = ruleById('UG-1'); return JSON.stringify({ ...rule, forum: rule?.forum.id }); };
const proceedingInput = { courtSlug: 'ug-high-court' };

/** What is done to a case and the records below it: the team may, or the lead alone. */
const onACase: Record<string, [Rule, (f: Fixture) => Args, fields: string]> = {
  changeLegalCase: ['team', (f) => ({ id: id(f.caseId), version: ['Int!', f.version], input: ['ChangeLegalCaseInput!', { summary: 'x' }] }), '__typename'],
  archiveLegalCase: ['team', (f) => ({ id: id(f.caseId), version: ['Int!', f.version], archived: ['Boolean!', true] }), 'id'],
  shareLegalCase: ['lead', (f) => ({ id: id(f.caseId), input: ['ShareLegalCaseInput!', { organisationIds: [world.people.ally.organisationId], agreement: 'A', agreementOn: '2025-01-01' }] }), 'id'],
  unshareLegalCase: ['lead', (f) => ({ id: id(f.caseId), organisationId: id(world.people.ally.organisationId) }), 'id'],
  setLegalCaseLevel: ['lead', (f) => ({ id: id(f.caseId), level: ['ShareLevel!', 'coalition'], reason: ['String', 'why'] }), 'id'],
  setCaseMember: ['lead', (f) => ({ id: id(f.caseId), personId: id(world.people.colleague.id), cap: ['Int!', 1] }), 'id'],
  addProceeding: ['team', (f) => ({ legalCaseId: id(f.caseId), input: ['ProceedingInput!', proceedingInput] }), 'id'],
  changeProceeding: ['team', (f) => ({ id: id(f.proceeding), version: one, input: ['ProceedingInput!', { ...proceedingInput, status: 'reserved' }] }), 'id'],
  transferProceeding: ['team', (f) => ({ id: id(f.proceeding), version: one, input: ['TransferInput!', { courtSlug: 'ug-court-of-appeal', on: '2025-01-02', number: 'P 2' }] }), 'proceeding { id }'],
  removeProceeding: ['team', (f) => ({ id: id(f.second) }), ''],
  addIdentifier: ['team', (f) => ({ proceedingId: id(f.proceeding), input: ['IdentifierInput!', { type: 'petition', value: 'P 9 of 2024' }] }), 'id'],
  changeIdentifier: ['team', (f) => ({ id: id(f.identifier), version: one, input: ['ChangeIdentifierInput!', { validTo: '2024' }] }), 'id'],
  addProceedingLink: ['team', (f) => ({ legalCaseId: id(f.caseId), input: ['ProceedingLinkInput!', { fromId: f.proceeding, toId: f.second, type: 'parallel_to' }] }), 'id'],
  changeProceedingLink: ['team', (f) => ({ id: id(f.link), version: one, input: ['ChangeProceedingLinkInput!', { note: 'x', claimIds: [f.claim] }] }), 'id'],
  removeProceedingLink: ['team', (f) => ({ id: id(f.link) }), ''],
  logEvent: ['team', (f) => ({ input: ['LogEventInput!', logged(f.caseId)] }), 'id'],
  changeEvent: ['team', (f) => ({ id: id(f.event), version: one, input: ['ChangeEventInput!', { title: 'x' }] }), '__typename'],
  moveStage: ['team', (f) => ({ input: ['MoveStageInput!', { proceedingId: f.proceeding, stage: 'served' }] }), 'id'],
  answerStage: ['team', (f) => ({ eventId: id(f.heard), stage: ['String!', 'reserved'], accept: ['Boolean!', true] }), 'id'],
  undoStage: ['team', (f) => ({ entryId: id(f.entry) }), 'id'],
  pairEvents: ['team', (f) => ({ input: ['PairEventsInput!', { eventId: f.event, eventVersion: 2, otherId: f.twin, otherVersion: 1, same: true, pairVersion: 0 }] }), 'id'],
  removeEvent: ['team', (f) => ({ id: id(f.event) }), ''],
  addParty: ['team', (f) => ({ legalCaseId: id(f.caseId), input: ['PartyInput!', partyInput] }), 'id'],
  changeParty: ['team', (f) => ({ id: id(f.party), version: one, input: ['PartyInput!', { ...partyInput, name: 'Another' }] }), 'id'],
  removeParty: ['team', (f) => ({ id: id(f.party) }), ''],
  addClaim: ['team', (f) => ({ legalCaseId: id(f.caseId), input: ['ClaimInput!', { act: 'An act' }] }), 'id'],
  changeClaim: ['team', (f) => ({ id: id(f.claim), version: one, input: ['ClaimInput!', { act: 'Another act' }] }), 'id'],
  removeClaim: ['team', (f) => ({ id: id(f.claim) }), ''],
  setDisposition: ['team', (f) => ({ input: ['DispositionInput!', { claimId: f.claim, proceedingId: f.proceeding, code: 'allowed', favours: 'us' }] }), 'id'],
  removeDisposition: ['team', (f) => ({ id: id(f.disposition) }), ''],
  setFinding: ['team', (f) => ({ input: ['FindingInput!', { proceedingId: f.proceeding, limb: 'necessity', result: 'satisfied' }] }), 'id'],
  removeFinding: ['team', (f) => ({ id: id(f.finding) }), ''],
  changeDisposition: ['team', (f) => ({ id: id(f.disposition), version: one, input: ['ChangeDispositionInput!', { code: 'allowed', favours: 'us' }] }), 'id'],
  addDecision: ['team', (f) => ({ legalCaseId: id(f.caseId), input: ['DecisionInput!', judgment([f.proceeding])] }), 'id'],
  changeDecision: ['team', (f) => ({ id: id(f.decision), version: one, input: ['DecisionInput!', judgment([f.proceeding], { title: 'x', opinions: [{ id: f.opinion, type: 'single' }] })] }), '__typename'],
  removeDecision: ['team', (f) => ({ id: id(f.later) }), ''],
  addHolding: ['team', (f) => ({ decisionId: id(f.decision), input: ['HoldingInput!', { proposition: 'A holding', force: 'ratio', at: { paragraph: 1 } }] }), 'id'],
  removeHolding: ['team', (f) => ({ id: id(f.holding) }), ''],
  addDecisionTreatment: ['team', (f) => ({ input: ['DecisionTreatmentInput!', { citingId: f.decision, citedId: f.later, opinionId: f.opinion, treatment: 'followed' }] }), 'id'],
  reviewDecisionTreatment: ['second', (f) => ({ id: id(f.treatment) }), 'id'],
  removeDecisionTreatment: ['team', (f) => ({ id: id(f.treatment) }), ''],
  addReliance: ['team', (f) => ({ legalCaseId: id(f.caseId), input: ['RelianceInput!', { usedKind: 'decision', usedId: f.decision, userKind: 'brief', title: 'A brief' }] }), 'id'],
  reviewReliance: ['team', (f) => ({ id: id(f.reliance) }), 'id'],
  removeReliance: ['team', (f) => ({ id: id(f.reliance) }), ''],
  addDeadline: ['team', (f) => ({ input: ['AddDeadlineInput!', { ...deadlineInput, legalCaseId: f.caseId }] }), 'id'],
  changeDeadline: ['team', (f) => ({ id: id(f.deadline), version: one, input: ['ChangeDeadlineInput!', { ...deadlineInput, by: '2099-02-02' }] }), 'id'],
  confirmDeadline: ['team', (f) => ({ id: id(f.deadline), version: one, input: ['ConfirmDeadlineInput!', { on: '2099-01-01', source: 'Order 1' }] }), 'id'],
  extendDeadline: ['team', (f) => ({ id: id(f.deadline), version: one, input: ['ExtendDeadlineInput!', { order: 'Order 2', until: '2099-03-03' }] }), 'id'],
  removeDeadlineExtension: ['team', (f) => ({ id: id(f.extension) }), 'id'],
  settleDeadline: ['team', (f) => ({ id: id(f.deadline), version: one, input: ['SettleDeadlineInput!', { outcome: 'moot', note: 'Settled' }] }), 'id'],
  seeDeadline: ['team', (f) => ({ id: id(f.deadline), version: one }), 'id'],
  removeDeadline: ['team', (f) => ({ id: id(f.deadline) }), ''],
  addForumMemo: ['team', (f) => ({ input: ['AddForumMemoInput!', { ...memoInput, legalCaseId: f.caseId, after: 1 }] }), 'id'],
  addOrder: ['team', (f) => ({ input: ['OrderItemInput!', orderOf(f.decision)] }), 'id'],
  changeOrder: ['team', (f) => ({ id: id(f.order), version: one, input: ['OrderItemInput!', orderOf(f.decision, { ourWords: 'x' })] }), 'id'],
  removeOrder: ['team', (f) => ({ id: id(f.order) }), ''],
  addOrderStep: ['team', (f) => ({ input: ['OrderStepInput!', { orderId: f.order, status: 'varied', on: '2025-06-01' }] }), 'id'],
  removeOrderStep: ['team', (f) => ({ id: id(f.orderStep) }), ''],
  addStay: ['team', (f) => ({ input: ['OrderStayInput!', { orderIds: [f.order], from: '2025-06-01' }] }), 'id'],
  endStay: ['team', (f) => ({ stayId: id(f.stay), to: ['String', '2025-07-01'] }), 'id'],
  addObservation: ['team', (f) => ({ input: ['ObservationInput!', { orderId: f.order, on: '2025-06-01', level: 'none', evidence: ['A letter'] }] }), 'id'],
  changeObservation: ['team', (f) => ({ id: id(f.observation), version: one, input: ['ObservationInput!', { orderId: f.order, on: '2025-06-01', level: 'partial', evidence: ['A letter'] }] }), 'id'],
  removeObservation: ['team', (f) => ({ id: id(f.observation) }), ''],
  verifyObservation: ['second', (f) => ({ id: id(f.observation) }), 'id'],
  confirmStillRight: ['team', (f) => ({ kind: ['FreshKind!', 'order'], id: id(f.order) }), 'stale'],
  linkPrecedent: ['team', (f) => ({ legalCaseId: id(f.caseId), slug: ['String!', 'jm-robinson-nids-2019'], relation: ['String!', 'relies_on'] }), 'id'],
  unlinkPrecedent: ['team', (f) => ({ id: id(f.precedent) }), ''],
  changeHarm: ['team', (f) => ({ id: id(f.harm), version: one, input: ['HarmInput!', { ...harmInput, summary: 'Another' }] }), 'id'],
  linkHarm: ['team', (f) => ({ input: ['LinkHarmInput!', { harmId: f.harm, precedentSlug: 'jm-robinson-nids-2019' }] }), 'id'],
  changeHarmLink: ['team', (f) => ({ id: id(f.harmLink), followsCase: ['Boolean!', false] }), 'id'],
  unlinkHarm: ['team', (f) => ({ id: id(f.harmLink) }), 'id'],
};
/** What every signed-in person does to what is their own, each with specs of its own beside the slice. */
const onesOwn = ['changeReminders', 'readNotices', 'addCalendarFeed', 'removeCalendarFeed', 'rotateCalendarFeed', 'addHarm', 'addLegalCase', 'changeMe', 'openDevice', 'removeHarm', 'removeSession'];
/** The steward's. */
const stewards: Record<string, [() => Args, fields: string]> = {
  addOrganisation: [() => ({ input: ['AddOrganisationInput!', { name: `Org ${randomUUID().slice(0, 6)}`, country: 'KE', coalition: true }] }), 'id'],
  changeOrganisation: [() => ({ id: id(world.people.member.organisationId), version: one, input: ['ChangeOrganisationInput!', { about: 'About' }] }), 'id'],
  addMember: [() => ({ input: ['AddMemberInput!', { organisationId: world.people.member.organisationId, email: `n${randomUUID().slice(0, 6)}@x.example`, name: 'New', roles: ['member'] }] }), 'link'],
  confirmMember: [() => ({ id: id(waiting) }), 'id'],
  changeMember: [() => ({ id: id(membership), version: one, roles: ['[String!]!', ['member']] }), 'id'],
  removeMember: [() => ({ id: id(membership) }), ''],
  proposeLawVersion: [() => ({ input: ['ProposeLawInput!', { kind: 'rule', body: aRule() }] }), 'id'],
  decideLawVersion: [() => ({ id: id(proposal), version: one, approved: ['Boolean!', false] }), 'id'],
  disablePerson: [() => ({ id: id(world.people.facilitator.id), disabled: ['Boolean!', true] }), ''],
};
/** Asked by stewards alone. */
const stewardsQueries: Record<string, () => [query: string, variables: Record<string, unknown>]> = {
  lawPreview: () => ['query($body: String!) { lawPreview(kind: rule, body: $body) { touched } }', { body: aRule() }],
};
/** Readable by everybody, signed in or not. */
const publicQueries: Record<string, string> = {
  comparison: '{ comparison(slugs: ["jm-robinson-nids-2019"]) { missing } }', conceptPage: '{ conceptPage(scheme: "harms", id: "exclusion") { neverLitigated } }', conceptScheme: '{ conceptScheme(id: "harms") { id } }',
  procedureTracks: '{ procedureTracks(courtSlug: "ug-high-court") { key } }',
  deadlineRules: '{ deadlineRules { id } }', forumCalendars: '{ forumCalendars { id } }',
  court: '{ court(slug: "ug-high-court") { id } }', courts: '{ courts { id } }', demoPeople: '{ demoPeople { role } }', idSystem: '{ idSystem(slug: "jm-nids") { id } }', idSystems: '{ idSystems { id } }', me: '{ me { id } }',
  precedent: '{ precedent(slug: "jm-robinson-nids-2019") { id } }', precedents: '{ precedents(first: 1) { total } }', search: '{ search(text: "robinson", first: 5) { title } }',
};
/** Needs a person; what it holds is decided row by row (access-matrix, sharing and slice specs). */
const personsQueries: Record<string, string> = {
  calendar: '{ calendar(range: { from: "2025-06-01", to: "2025-07-31" }) { entries { title } } }', calendarChoices: '{ calendarChoices { cases { name } } }', calendarFeeds: '{ calendarFeeds { id } }', noticeCount: '{ noticeCount }', notices: '{ notices(first: 5) { id } }', reminderChoice: '{ reminderChoice { mail } }',
  cases: '{ cases(first: 5) { total nodes { title } } }', colleagues: '{ colleagues { name } }', decision: `{ decision(id: "${randomUUID()}") { id } }`, harms: '{ harms(first: 5) { total nodes { summary } } }', harm: `{ harm(id: "${randomUUID()}") { id } }`, sameMatters: '{ sameMatters(courtSlug: "ug-high-court", numbers: ["MC 86 of 2022"]) { how } }', order: `{ order(id: "${randomUUID()}") { id } }`, orders: '{ orders(first: 5) { orders nodes { id } } }', legalCase: `{ legalCase(id: "${randomUUID()}") { id } }`,
  deadline: `{ deadline(id: "${randomUUID()}") { id } }`, deadlines: '{ deadlines(first: 5) { nodes { title } } }', forumChoice: `{ forumChoice(legalCaseId: "${randomUUID()}") { computed } }`, forumMemo: `{ forumMemo(id: "${randomUUID()}") { id } }`, deadlinePreview: '{ deadlinePreview(input: { kind: rule, ruleId: "UG-1", triggerOn: "2025-06-10" }) }',
  law: '{ law(kind: rule, lawId: "UG-1") }', lawVersions: '{ lawVersions(first: 5) { id } }',
  logChoices: '{ logChoices { title } }', members: '{ members { id } }', organisations: '{ organisations { name } }', sessions: '{ sessions { id } }', today: '{ today { date } }', caseChanges: `{ caseChanges(id: "${randomUUID()}", first: 5) { nodes { id } } }`,
};

let world: World;
let membership: string, waiting: string, proposal: string;
beforeAll(async () => {
  world = await makeWorld();
  membership = (await world.owner.query('select id from app.membership where person_id = $1', [world.people.reviewer.id])).rows[0].id as string;
  waiting = (await world.owner.query("insert into app.membership (organisation_id, person_id) values ($1, $2) returning id", [world.people.steward.organisationId, world.people.facilitator.id])).rows[0].id as string;
  await world.owner.query('update app.membership set confirmed_at = null, vouched = false, added_by = $2 where id = $1', [waiting, world.people.reviewer.id]);
  proposal = (await world.owner.query("insert into app.law_version (kind, law_id, revision, body, proposed_by) values ('rule', 'UG-1a', 1, '{}', $1) returning id", [world.people.reviewer.id])).rows[0].id as string;
});
afterAll(async () => { await world.end(); });

async function fixture(): Promise<Fixture> {
  const c = await newCase(world);
  const made = async (name: string, args: Args, fields = 'id') => (await done<{ id: string }>(world, 'lead', name, args, fields)).id;
  const proceeding = (await newProceeding(world, c.id)).id, second = (await newProceeding(world, c.id)).id;
  const identifier = await made('addIdentifier', { proceedingId: id(proceeding), input: ['IdentifierInput!', { type: 'petition', value: 'P 1' }] });
  const link = await made('addProceedingLink', { legalCaseId: id(c.id), input: ['ProceedingLinkInput!', { fromId: second, toId: proceeding, type: 'appeal_from' }] });
  const event = await made('logEvent', { input: ['LogEventInput!', logged(c.id, { privateNote: 'CANARY-NOTE' })] });
  const entry = (await done<{ stageHistory: { id: string }[] }>(world, 'lead', 'moveStage', { input: ['MoveStageInput!', { proceedingId: proceeding, stage: 'filed', through: true }] }, 'stageHistory { id }')).stageHistory.at(-1)!.id;
  const heard = await made('logEvent', { input: ['LogEventInput!', logged(c.id, { proceedingId: proceeding, outcome: 'heard_reserved' })] });
  const twin = await made('logEvent', { input: ['LogEventInput!', logged(c.id)] });
  const party = await made('addParty', { legalCaseId: id(c.id), input: ['PartyInput!', partyInput] });
  const claim = await made('addClaim', { legalCaseId: id(c.id), input: ['ClaimInput!', { act: 'An act' }] });
  const disposition = await made('setDisposition', { input: ['DispositionInput!', { claimId: claim, proceedingId: proceeding, code: 'dismissed_on_merits', favours: 'other' }] });
  const finding = await made('setFinding', { input: ['FindingInput!', { proceedingId: proceeding, limb: 'legality', result: 'satisfied' }] });
  const precedent = await made('linkPrecedent', { legalCaseId: id(c.id), slug: ['String!', 'ke-nubian-rights-forum-niims-2020'], relation: ['String!', 'learn_from'] });
  const harm = await made('addHarm', { input: ['HarmInput!', harmInput] });
  const decide = async (...p: string[]) => done<{ id: string; opinions: { id: string }[] }>(world, 'lead', 'addDecision', { legalCaseId: id(c.id), input: ['DecisionInput!', judgment(p)] }, 'id opinions { id }');
  const { id: decision, opinions: [own] } = await decide(proceeding), later = await decide(second, proceeding);
  const holding = await made('addHolding', { decisionId: id(decision), input: ['HoldingInput!', { proposition: 'A holding', force: 'ratio', at: { paragraph: 1 } }] });
  const treatment = await made('addDecisionTreatment', { input: ['DecisionTreatmentInput!', { citingId: later.id, citedId: decision, opinionId: later.opinions[0]!.id, treatment: 'followed' }] });
  const reliance = await made('addReliance', { legalCaseId: id(c.id), input: ['RelianceInput!', { usedKind: 'decision', usedId: decision, userKind: 'brief', title: 'A brief' }] });
  const deadline = await made('addDeadline', { input: ['AddDeadlineInput!', { ...deadlineInput, legalCaseId: c.id, title: 'CANARY-DEADLINE' }] });
  const extended = await made('addDeadline', { input: ['AddDeadlineInput!', { ...deadlineInput, legalCaseId: c.id }] });
  const { extensions: [extension] } = await done<{ extensions: { id: string }[] }>(world, 'lead', 'extendDeadline', { id: id(extended), version: one, input: ['ExtendDeadlineInput!', { order: 'Order 2', until: '2099-03-03' }] }, 'extensions { id }');
  await made('addForumMemo', { input: ['AddForumMemoInput!', { ...memoInput, legalCaseId: c.id, after: 0 }] });
  const order = await made('addOrder', { input: ['OrderItemInput!', orderOf(decision)] });
  const [{ steps: [stayed] }] = await done<[{ steps: [{ id: string; stayId: string }] }]>(world, 'lead', 'addStay', { input: ['OrderStayInput!', { orderIds: [order], from: '2025-05-01' }] }, 'steps { id stayId }');
  const observation = await made('addObservation', { input: ['ObservationInput!', { orderId: order, on: '2025-05-01', level: 'none', evidence: ['A letter'] }] });
  const linked = await done<{ links: { id: string; legalCase: { id: string } | null }[] }>(world, 'lead', 'linkHarm', { input: ['LinkHarmInput!', { harmId: harm, legalCaseId: c.id, followsCase: true }] }, 'links { id legalCase { id } }');
  await done(world, 'lead', 'setCaseMember', { id: id(c.id), personId: id(world.people.teammate.id), cap: ['Int!', 7] }, 'id');
  await share(world, c.id);
  const version = (await world.gql('lead', 'query($i: ID!) { legalCase(id: $i) { version } }', { i: c.id })).data.legalCase.version as number;
  return { caseId: c.id, version, proceeding, second, identifier, link, event, entry, heard, twin, party, claim, disposition, finding, precedent, harm, harmLink: linked.links[0]!.id, decision, opinion: own!.id, later: later.id, holding, treatment, reliance, order, orderStep: stayed.id, stay: stayed.stayId, observation, deadline, extended, extension: extension!.id };
}
const elsewhere = (f: Fixture): Fixture => Object.fromEntries(Object.entries(f).map(([k, v]) => [k, typeof v === 'string' ? randomUUID() : v])) as unknown as Fixture;

it('every operation of the contract is placed', () => {
  expect(rootFields(schema.getMutationType())).toEqual([...Object.keys(onACase), ...onesOwn, ...Object.keys(stewards)].sort());
  expect(rootFields(schema.getQueryType())).toEqual([...Object.keys(publicQueries), ...Object.keys(personsQueries), ...Object.keys(stewardsQueries)].sort());
  expect(rootFields(schema.getSubscriptionType())).toEqual(['legalCaseChanged']); // judged in sharing.spec
});

describe('on a case that is shared with the ally', () => {
  it.each(Object.keys(onACase))('%s', async (name) => {
    const [rule, args, fields] = onACase[name]!;
    const f = await fixture();
    const absent = elsewhere(f);
    expect(codeOf(await does(world, 'stranger', name, args(f), fields)), 'stranger').toBe('UNAUTHENTICATED');
    for (const who of ['member', 'colleague', 'steward', 'outsider', 'reviewer', 'facilitator'] as Who[]) {
      const unseen = await does(world, who, name, args(f), fields);
      expect(unseen.errors?.length, `${who} is refused`).toBeGreaterThan(0);
      expect(unseen, `${who}: unseen and absent are one`).toEqual(await does(world, who, name, args(absent), fields));
    }
    const ally = codeOf(await does(world, 'ally', name, args(f), fields));
    expect(['FORBIDDEN', 'NOT_FOUND'], `ally: ${ally}`).toContain(ally);
    const teammate = await does(world, 'teammate', name, args(f), fields);
    if (rule === 'lead') expect(codeOf(teammate), 'teammate').toBe('FORBIDDEN');
    else expect(teammate.errors, 'teammate').toBeUndefined();
    const g = rule === 'lead' ? f : await fixture();
    const lead = await does(world, 'lead', name, args(g), fields);
    if (rule === 'second') expect(codeOf(lead), 'lead').toBe('INVALID');
    else expect(lead.errors, 'lead').toBeUndefined();
  });
});

describe('the steward\'s', () => {
  it.each(Object.keys(stewards))('%s', async (name) => {
    const [args, fields] = stewards[name]!;
    expect(codeOf(await does(world, 'stranger', name, args(), fields))).toBe('UNAUTHENTICATED');
    for (const who of ['lead', 'ally', 'member', 'outsider'] as Who[]) expect(['FORBIDDEN', 'NOT_FOUND', 'INVALID'], who).toContain(codeOf(await does(world, who, name, args(), fields)));
    expect((await does(world, 'steward', name, args(), fields)).errors).toBeUndefined();
  });
});

describe('queries', () => {
  it.each(Object.keys(stewardsQueries))('%s is the stewards\'', async (name) => {
    const asked = stewardsQueries[name]!();
    expect(codeOf(await world.gql('stranger', ...asked))).toBe('UNAUTHENTICATED');
    for (const who of ['lead', 'member', 'outsider'] as Who[]) expect(codeOf(await world.gql(who, ...asked)), who).toBe('FORBIDDEN');
    expect((await world.gql('steward', ...asked)).errors).toBeUndefined();
  });
  it.each(Object.keys(publicQueries))('%s is public', async (name) => {
    expect((await world.gql('stranger', publicQueries[name]!)).errors).toBeUndefined();
  });
  it.each(Object.keys(personsQueries))('%s needs a person', async (name) => {
    expect(codeOf(await world.gql('stranger', personsQueries[name]!))).toBe('UNAUTHENTICATED');
    for (const who of ['member', 'steward', 'outsider'] as Who[]) expect([undefined, 'NOT_FOUND'], who).toContain(codeOf(await world.gql(who, personsQueries[name]!)));
  });
});
