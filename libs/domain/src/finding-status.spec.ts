import { describe, expect, it } from 'vitest';
import { deriveResult, type DispositionCode, type Favours, type FindingFact, findingStatuses, type FindingResult, type Limb, type ResultFacts, rulingsOf, tally, tallyForLimb } from './index.ts';

type Row = [claim: string, proceeding: string, code: DispositionCode, favours: Favours, decidedOn?: string];
const rows = (list: Row[]) => list.map(([claimId, proceedingId, code, favours, decidedOn]) => ({ claimId, proceedingId, code, favours, decidedOn: decidedOn ?? null }));
const finding = (id: string, claimId: string, proceedingId: string, result: FindingResult = 'not_satisfied', limb: Limb = 'necessity', opinionType?: string): FindingFact => ({ id, claimId, proceedingId, limb, result, opinionType: opinionType ?? null });
const status = (facts: ResultFacts, findings: FindingFact[]) => Object.fromEntries(findingStatuses(facts, findings).map((each) => [each.id, each.status]));

describe('Scenario 3: partial win reversed on appeal', () => {
  const first: ResultFacts = {
    claims: [{ id: 'A', proceedingId: 'high' }, { id: 'B', proceedingId: 'high' }],
    dispositions: rows([['A', 'high', 'allowed', 'us', '2023-02-01'], ['B', 'high', 'dismissed_on_merits', 'other', '2023-02-01']]),
    proceedings: [{ id: 'high', status: 'decided' }], links: [],
  };
  const appealed: ResultFacts = { ...first, proceedings: [...first.proceedings, { id: 'appeal', status: 'active' }], links: [{ fromId: 'appeal', toId: 'high', type: 'appeal_from' }] };
  const reversed: ResultFacts = { ...appealed, proceedings: [{ id: 'high', status: 'decided' }, { id: 'appeal', status: 'final' }], dispositions: [...first.dispositions, ...rows([['A', 'appeal', 'allowed', 'other', '2024-06-01']])] };
  const findings = [finding('fA', 'A', 'high'), finding('fB', 'B', 'high', 'satisfied')];

  it('the result goes from partly won to lost at the final instance, and the steps say why', () => {
    expect([deriveResult(first).result, deriveResult(appealed).result]).toEqual(['partly_won', 'partly_won']);
    const derived = deriveResult(reversed);
    expect(derived).toMatchObject({ result: 'lost', decidedOn: '2024-06-01' });
    expect(derived.steps.map(({ code, claimId, proceedingId }) => [code, claimId, proceedingId])).toEqual([['counts', 'A', 'appeal'], ['superseded', 'A', 'high'], ['counts', 'B', 'high'], ['all_lost', undefined, undefined]]);
  });
  it('A\'s lower finding is reversed, B\'s untouched, and while the appeal is pending neither', () => {
    expect([status(first, findings), status(appealed, findings)]).toEqual([{ fA: null, fB: null }, { fA: null, fB: null }]);
    expect(findingStatuses(reversed, findings)).toEqual([
      { id: 'fA', status: 'reversed', steps: [{ code: 'differs_on_claim', proceedingId: 'appeal' }] }, { id: 'fB', status: 'untouched', steps: [{ code: 'not_before_it', proceedingId: 'appeal' }] },
    ]);
  });
  it('the win-rate for the limb goes from 1/2 to 0/2, the claim counted once', () => {
    expect([tallyForLimb(first, findings, 'necessity'), tallyForLimb(reversed, findings, 'necessity')]).toMatchObject([{ won: 1, of: 2 }, { won: 0, lost: 2, of: 2 }]);
    expect(tallyForLimb(first, findings, 'legality').of).toBe(0);
    expect(tallyForLimb(first, [finding('fA', 'A', 'high', 'not_reached'), finding('d', 'B', 'high', 'satisfied', 'necessity', 'dissenting')], 'necessity').of).toBe(0);
  });
  it('nor does it matter whether the appeal took up the claim or wrote it anew', () => {
    const anew: ResultFacts = { ...reversed, claims: [...first.claims, { id: 'A2', proceedingId: 'appeal', lineageOfId: 'A' }], dispositions: [...first.dispositions, ...rows([['A2', 'appeal', 'allowed', 'other', '2024-06-01']])] };
    expect(rulingsOf(anew)).toEqual(rulingsOf(reversed));
    expect([deriveResult(anew).result, status(anew, findings), tallyForLimb(anew, [...findings, finding('fA2', 'A2', 'appeal', 'satisfied')], 'necessity')]).toMatchObject(['lost', { fA: 'reversed', fB: 'untouched' }, { won: 0, of: 2 }]);
  });
  it('before the appeal decides, the claim taken up anew does not reopen the case', () => {
    const waiting: ResultFacts = { ...appealed, claims: [...first.claims, { id: 'A2', proceedingId: 'appeal', lineageOfId: 'A' }] };
    expect([deriveResult(waiting).result, deriveResult(waiting).steps.map(({ code }) => code)]).toEqual(['partly_won', ['counts', 'under_appeal', 'counts', 'under_appeal', 'claims_differ']]);
  });
});

describe('Results count claims along their line', () => {
  it('the worked example: a line that went abroad is a ruling at home and one abroad', () => {
    const facts: ResultFacts = {
      claims: [{ id: 'collect', proceedingId: 'sc' }, { id: 'store', proceedingId: 'sc' }, { id: 'card', proceedingId: 'hrc', lineageOfId: 'store' }],
      dispositions: rows([['store', 'sc', 'allowed', 'us'], ['collect', 'pc', 'dismissed_on_merits', 'other'], ['card', 'hrc', 'allowed', 'us']]),
      proceedings: [{ id: 'sc' }, { id: 'pc' }, { id: 'hrc' }], links: [{ fromId: 'pc', toId: 'sc', type: 'appeal_from' }, { fromId: 'hrc', toId: 'pc', type: 'exhausted_for' }],
    };
    expect([deriveResult(facts).result, tally(rulingsOf(facts))]).toMatchObject(['partly_won', { won: 2, lost: 1, of: 3 }]);
    expect(deriveResult({ ...facts, dispositions: facts.dispositions.slice(0, 2) }).steps).toContainEqual({ code: 'open', claimId: 'card' });
  });
  it('joined petitions go up together: the appeal from the lead settles the member\'s claim once', () => {
    const facts: ResultFacts = {
      claims: [{ id: 'dna58', proceedingId: 'p58' }], dispositions: rows([['dna58', 'p58', 'allowed', 'us'], ['dna58', 'appeal', 'allowed', 'other']]),
      proceedings: [{ id: 'p56' }, { id: 'p58' }, { id: 'appeal' }], links: [{ fromId: 'p58', toId: 'p56', type: 'consolidated_into' }, { fromId: 'appeal', toId: 'p56', type: 'appeal_from' }],
    };
    expect([deriveResult(facts).result, rulingsOf(facts).length]).toEqual(['lost', 1]);
  });
  it('claims that continue one another in a circle do not hang', () => {
    const facts: ResultFacts = { claims: [{ id: 'a', lineageOfId: 'b' }, { id: 'b', lineageOfId: 'a' }], dispositions: rows([['a', 'p', 'allowed', 'us']]), proceedings: [{ id: 'p' }], links: [] };
    expect(deriveResult(facts).result).toBeTypeOf('string');
  });
});

describe('Invariant 5: an end without a ruling on the merits is neither a loss nor a win', () => {
  it.each<DispositionCode>(['inadmissible', 'struck_out', 'withdrawn', 'settled'])('%s is in no rate', (code) => {
    const facts: ResultFacts = { claims: [{ id: 'a' }, { id: 'b' }], dispositions: rows([['a', 'p', code, 'other'], ['b', 'p', 'allowed', 'us']]), proceedings: [{ id: 'p' }], links: [] };
    expect(tallyForLimb(facts, [finding('f', 'a', 'p'), finding('g', 'b', 'p')], 'necessity')).toMatchObject({ won: 1, lost: 0, no_merits: 1, of: 1 });
  });
});

describe('Invariant 6: an interim order never changes a disposition', () => {
  it('what was hung on an interim order is passed over: no win when granted, no loss when set aside', () => {
    for (const favours of ['us', 'other'] as const) {
      const facts: ResultFacts = { claims: [{ id: 'a' }], dispositions: [{ claimId: 'a', proceedingId: 'p', code: 'allowed', favours, decisionKind: 'interim_order' }], proceedings: [{ id: 'p' }], links: [] };
      expect([deriveResult(facts).result, tally(rulingsOf(facts)).of]).toEqual(['pending', 0]);
    }
  });
});

describe('Invariant 7: what a later court did to a finding, per claim', () => {
  const chain = (middle: Row | undefined, top: Row | undefined): ResultFacts => ({
    claims: [{ id: 'a' }], dispositions: rows([['a', 'low', 'allowed', 'us'], ...[middle, top].filter((row) => row !== undefined)]),
    proceedings: ['low', 'mid', 'top'].map((id) => ({ id, status: id === 'top' && !top ? 'active' : 'decided' })),
    links: [{ fromId: 'top', toId: 'mid', type: 'appeal_from' }, { fromId: 'mid', toId: 'low', type: 'appeal_from' }],
  });
  const low = [finding('f', 'a', 'low')];
  it.each<[string, Row | undefined, Row | undefined, string]>([
    ['affirmed', ['a', 'mid', 'dismissed_on_merits', 'us'], undefined, 'affirmed'],
    ['reversed, then restored', ['a', 'mid', 'allowed', 'other'], ['a', 'top', 'allowed', 'us'], 'affirmed'],
    ['affirmed, then reversed', ['a', 'mid', 'dismissed_on_merits', 'us'], ['a', 'top', 'allowed', 'other'], 'reversed'],
    ['an appeal withdrawn', ['a', 'mid', 'withdrawn', 'none'], undefined, 'untouched'],
    ['sent back', ['a', 'mid', 'remitted', 'none'], undefined, 'reversed'],
    ['won whole below, in part above', ['a', 'mid', 'partly_allowed', 'mixed'], undefined, 'reversed'],
    ['a decided appeal that says nothing on the claim', undefined, undefined, 'untouched'],
  ])('%s', (_, middle, top, expected) => expect(status(chain(middle, top), low)).toEqual({ f: expected }));
  it('sent back stays set aside, however the new hearing ends', () => {
    const facts: ResultFacts = {
      claims: [{ id: 'a' }], dispositions: rows([['a', 'A', 'allowed', 'us'], ['a', 'B', 'remitted', 'none'], ['a', 'A2', 'allowed', 'us']]), proceedings: ['A', 'B', 'A2'].map((id) => ({ id, status: 'decided' })),
      links: [{ fromId: 'B', toId: 'A', type: 'appeal_from' }, { fromId: 'A2', toId: 'B', type: 'remitted_from' }],
    };
    expect([status(facts, [finding('f', 'a', 'A')]), deriveResult(facts).result]).toEqual([{ f: 'reversed' }, 'won']);
  });
  it('the same limb above says more than the claim: the loss stands on another limb', () => {
    const facts = chain(['a', 'mid', 'allowed', 'other'], undefined);
    const [lower] = findingStatuses(facts, [...low, finding('g', 'a', 'mid', 'not_satisfied')]);
    expect(lower).toEqual({ id: 'f', status: 'affirmed', steps: [{ code: 'same_on_limb', proceedingId: 'mid' }] });
    expect(status(facts, [...low, finding('g', 'a', 'mid', 'satisfied')])['f']).toBe('reversed');
    expect(status(facts, [...low, finding('g', 'a', 'mid', 'satisfied', 'necessity', 'dissenting')])['f']).toBe('reversed');
  });
  it('a dissent is nobody\'s to reverse, and a treaty body reverses no court', () => {
    expect(status(chain(['a', 'mid', 'allowed', 'other'], undefined), [finding('d', 'a', 'low', 'satisfied', 'necessity', 'dissenting')])).toEqual({ d: null });
    const abroad: ResultFacts = { claims: [{ id: 'a' }], dispositions: rows([['a', 'court', 'dismissed_on_merits', 'other'], ['a', 'committee', 'allowed', 'us']]), proceedings: [{ id: 'court' }, { id: 'committee' }], links: [{ fromId: 'committee', toId: 'court', type: 'exhausted_for' }] };
    expect(status(abroad, [finding('f', 'a', 'court', 'satisfied')])).toEqual({ f: null });
  });
  it('no ruling below to compare with', () => {
    const facts: ResultFacts = { ...chain(['a', 'mid', 'allowed', 'other'], undefined), dispositions: rows([['a', 'mid', 'allowed', 'other']]) };
    expect(findingStatuses(facts, low)[0]).toMatchObject({ status: 'untouched', steps: [{ code: 'not_comparable' }] });
  });
});
