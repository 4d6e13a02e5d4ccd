import { randomUUID } from 'node:crypto';
import type { Answer, Who, World } from './world.ts';

/** Everything of a case that a page could show, for comparing what two people see. */
export const wholeCase = `id title shortName summary goals { kind text } countries status level archivedAt demo version createdAt updatedAt
  leadOrganisation { id name country } viewerCan { edit share notes } readers { kind id name country cap agreement agreementOn organisationId } systems { id slug }
  proceedings { id courtUnit matter status statusNow stage template templateVersion stageHistory { id stage kind on basis note undoneAt event { id title } writtenBy { id } } stageChoices { stage { code word } over } suggestion { event { id } stage { code } over status } judges openedOn closedOn timeZone ordinal version court { id slug name } identifiers { id proceedingId type value issuer source validFrom validTo disputed preferred version } }
  links { id fromId toId type on note orderEventId claimIds version }
  events { id legalCaseId proceedingId type on basis atTime timeZone planned outcome outcomeDetail reportedResult title publicNote privateNote source minutesSpent followsId loggedBy { id name } version createdAt undoUntil incomplete }
  nextDates { id on } parties { id proceedingId name trueName kind role localLabel orderNo protection fromOn toOn version }
  claims { id proceedingId act feature provision rightConcept standing collective lineageOfId ordinal version dispositions { id claimId proceedingId decisionId code favours decidedOn note pinpoint version status } }
  findings { id proceedingId decisionId opinionId status statusSteps { code proceedingId } claimId limb label result note pinpoint source version } derivedResult { result decidedOn steps { code text claimId proceedingId } }
  precedents { id relation note version precedent { slug } } harms { id summary } mainCourt { slug } mainNumber { value } lastDecidedOn`;
/** Beside it what courts decided and ordered. */
export const lawOfCase = `decisions { id kind title summary dates { on basis timeZone source used } day { on } citations { type value } expressions { language version status } conflicts { paragraph note } panel { name part } votes { issue for against text } source version
    proceedings { id } opinions { id type authors joiners fromParagraph toParagraph } holdings { id proposition } treatments { id treatment relation } authority { status steps { code } }
    orders { id } }
  orders { id words ourWords state { status mark group due { status on } } steps { id status } observations { id level publicNote privateNote evidence writtenBy { id } } freshness { stale lastChecked } } freshness { stale }
  reliances { id title usedKind userKind opinionType needsReviewSince causeCode finding { id } decision { id } precedent { slug } }`;
export const caseQuery = `query($id: ID!) { legalCase(id: $id) { ${wholeCase} ${lawOfCase} } }`;

/** A mutation with typed variables, said in one line: `does(world, 'lead', 'addParty', { legalCaseId: ['ID!', id], input: ['PartyInput!', {…}] }, 'id')`. */
export async function does<T = any>(world: World, who: Who | 'stranger', name: string, args: Record<string, [type: string, value: unknown]>, fields = ''): Promise<Answer<Record<string, T>>> {
  const names = Object.keys(args);
  const query = `mutation(${names.map((n) => `$${n}: ${args[n]?.[0]}`).join(', ')}) { ${name}(${names.map((n) => `${n}: $${n}`).join(', ')})${fields ? ` { ${fields} }` : ''} }`;
  return world.gql(who, query, Object.fromEntries(names.map((n) => [n, args[n]?.[1]])));
}
/** The same, expected to work: the value it answers with. */
export async function done<T = any>(...asked: Parameters<typeof does>): Promise<T> {
  const answer = await does(...asked);
  if (answer.errors) throw new Error(`${asked[2]}: ${JSON.stringify(answer.errors)}`);
  return answer.data?.[asked[2]] as T;
}
export const codeOf = (a: Answer<any>): string | undefined => a.errors?.[0]?.extensions.code;

export const newCase = (world: World, more: Record<string, unknown> = {}, who: Who = 'lead') => done<{ id: string; version: number }>(world, who, 'addLegalCase', {
  input: ['AddLegalCaseInput!', { leadOrganisationId: world.people[who].organisationId, title: `Case ${randomUUID().slice(0, 8)}`, goals: [{ kind: 'legal', text: 'A goal' }], countries: ['UG'], ...more }],
}, 'id version');
export const newProceeding = (world: World, legalCaseId: string, more: Record<string, unknown> = {}) => done<{ id: string; version: number; timeZone: string }>(world, 'lead', 'addProceeding', {
  legalCaseId: ['ID!', legalCaseId], input: ['ProceedingInput!', { courtSlug: 'ug-high-court', ...more }],
}, 'id version timeZone ordinal');
export const logged = (legalCaseId: string, more: Record<string, unknown> = {}) => ({ id: randomUUID(), legalCaseId, type: 'hearing', on: '2025-06-10', ...more });
export const log = (world: World, input: Record<string, unknown>, who: Who | 'stranger' = 'lead', fields = 'id version followsId planned on') => does(world, who, 'logEvent', { input: ['LogEventInput!', input] }, fields);
export const share = (world: World, id: string, organisationId = world.people.ally.organisationId) => done(world, 'lead', 'shareLegalCase', { id: ['ID!', id], input: ['ShareLegalCaseInput!', { organisationIds: [organisationId], agreement: 'MoU 7/2025', agreementOn: '2025-01-15' }] }, 'id level');
export const setLevel = (world: World, id: string, level: string, reason: string | null = 'Agreed in the meeting') => done(world, 'lead', 'setLegalCaseLevel', { id: ['ID!', id], level: ['ShareLevel!', level], reason: ['String', reason] }, 'id level');

/** A judgment of these proceedings, by one judge; more as given. */
export const judgment = (proceedingIds: string[], more: Record<string, unknown> = {}) => ({ kind: 'judgment', proceedingIds, dates: [{ on: '2020-01-30', basis: 'pronounced' }], opinions: [{ type: 'single' }], ...more });
export const addDecision = (world: World, legalCaseId: string, input: object, who: Who = 'lead', fields = 'id version opinions { id type }') => does(world, who, 'addDecision', { legalCaseId: ['ID!', legalCaseId], input: ['DecisionInput!', input] }, fields);
export const newDecision = async (world: World, legalCaseId: string, input: object): Promise<{ id: string; version: number; opinions: { id: string; type: string }[] }> => {
  const answer = await addDecision(world, legalCaseId, input);
  if (answer.errors) throw new Error(`addDecision: ${JSON.stringify(answer.errors)}`);
  return answer.data?.['addDecision'];
};

/** An order "within 60 days" of that decision; more as given. */
export const orderOf = (decisionId: string, more: Record<string, unknown> = {}) => ({ decisionId, ourWords: 'End double registration', type: 'mandamus', addressee: 'State', dueKind: 'period', periodLength: 60, periodUnit: 'calendar_day', periodFrom: 'decision', ...more });
