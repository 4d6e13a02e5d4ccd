import { describe, expect, it } from 'vitest';
import {
  addHolding, alignedAt, authenticLanguages, check, conflictFaults, dayShown, decision, type DecisionInput, deriveAuthority, deriveResult, dispositionFaults, findingStatuses, formatLegalDate, languageConflict,
  opinionAt, partialNeedsLimbs, pinpoint, treatmentGaps, type TreatmentFact, voteText,
} from './index.ts';
import type { z } from 'zod';

const [one, other, third] = [1, 2, 3].map((n) => `6f2d1c3e-6f3a-4a5e-9d53-00000000000${n}`) as [string, string, string];
const faults = (schema: z.ZodType, input: unknown) => {
  const result = check(schema, input);
  return 'refused' in result ? result.refused.map(({ field, reason }) => `${field} ${reason}`.trim()) : [];
};
const taken = (input: unknown): DecisionInput => {
  const result = check(decision, input);
  if ('refused' in result) throw new Error(JSON.stringify(result.refused));
  return result.ok;
};

/** The review of the Aadhaar judgment: five judges, four against reopening, one for keeping the petitions pending. */
const review = {
  kind: 'judgment', proceedingIds: [one],
  dates: [{ on: '2021-01-11', basis: 'dated', timeZone: 'Asia/Kolkata', used: true }, { on: '2021-01-20', basis: 'published' }],
  citations: [{ type: 'neutral', value: '2021 INSC 14', preferred: true }, { type: 'report', value: '[2021] 1 SCR 681' }],
  panel: [{ name: 'A', presiding: true, author: true }, { name: 'B' }, { name: 'C', author: true }, { name: 'D' }, { name: 'E' }],
  votes: [{ issue: 'Dismissal of the review petitions', for: 4, against: 1 }],
  opinions: [{ type: 'majority', authors: ['A'], joiners: ['B', 'D', 'E'], fromParagraph: 1, toParagraph: 4 }, { type: 'dissenting', authors: ['C'], fromParagraph: 5, toParagraph: 30 }],
};
const change = (more: object) => ({ ...review, ...more });

describe('Invariant 3: a decision has a proceeding, the court\'s own opinion, and votes that sum', () => {
  it('the review order of 2021 is taken whole', () => expect(faults(decision, review)).toEqual([]));
  it.each<[string, object, string]>([
    ['no proceeding', { proceedingIds: [] }, 'proceedingIds too_few'], ['one proceeding twice', { proceedingIds: [one, one] }, 'proceedingIds repeated'], ['no date', { dates: [] }, 'dates too_few'],
    ['a date that does not exist', { dates: [{ on: '2021-02-30', basis: 'dated' }] }, 'dates[0].on not_a_date'], ['a date without its basis', { dates: [{ on: '2021-01-11' }] }, 'dates[0].basis required'],
    ['one basis twice', { dates: [{ on: '2021-01-11', basis: 'dated' }, { on: '2021-01-12', basis: 'dated' }] }, 'dates basis_repeated'],
    ['two days used', { dates: review.dates.map((each) => ({ ...each, used: true })) }, 'dates several_used'], ['a zone without a day', { dates: [{ on: '2021-01', basis: 'dated', timeZone: 'Asia/Kolkata' }] }, 'dates[0].timeZone day_needed'],
    ['the court\'s diary is no date of a decision', { dates: [{ on: '2021-01-11', basis: 'listed' }] }, 'dates[0].basis unknown_code'],
    ['only a dissent', { opinions: [{ type: 'dissenting', authors: ['C'] }] }, 'opinions no_leading_opinion'], ['no opinion', { opinions: [] }, 'opinions too_few'],
    ['five of five are not six', { votes: [{ issue: 'x', for: 5, against: 1 }] }, 'votes[0] vote_does_not_sum'], ['a vote below nought', { votes: [{ issue: 'x', for: -1, against: 6 }] }, 'votes[0].for too_small'],
    ['a vote on one issue twice', { votes: [...review.votes, ...review.votes] }, 'votes repeated'], ['a vote without a bench', { panel: [], opinions: [{ type: 'majority' }] }, 'panel required'],
    ['an author who is not on the bench', { opinions: [{ type: 'single', authors: ['Z'] }] }, 'opinions[0].authors[0] not_on_panel'], ['two presiding', { panel: review.panel.map((each) => ({ ...each, presiding: true })) }, 'panel several_presiding'],
    ['paragraphs backwards', { opinions: [{ type: 'single', fromParagraph: 9, toParagraph: 3 }] }, 'opinions[0].toParagraph ends_before_start'], ['a size that is not the bench\'s', { panelSize: 7 }, 'panelSize differs_from_panel'],
    ['two preferred citations', { citations: review.citations.map((each) => ({ ...each, preferred: true })) }, 'citations several_preferred'], ['one citation twice', { citations: [review.citations[1], review.citations[1]] }, 'citations repeated'],
  ])('%s', (_, more, fault) => expect(faults(decision, change(more))).toContain(fault));
  it('the recused and the absent do not vote, preside or write', () => {
    const away = [{ name: 'A', presiding: true, author: true }, { name: 'B' }, { name: 'C', author: true }, { name: 'D', part: 'recused' }, { name: 'E', part: 'absent' }];
    const opinions = [{ type: 'majority', authors: ['A'], joiners: ['B'] }, { type: 'dissenting', authors: ['C'] }];
    expect(faults(decision, change({ panel: away, opinions, votes: [{ issue: 'x', for: 2, against: 1 }] }))).toEqual([]);
    expect(faults(decision, change({ panel: away, opinions }))).toEqual(['votes[0] vote_does_not_sum']);
    expect(faults(decision, change({ panel: away, opinions: [{ type: 'majority', authors: ['A'], joiners: ['D'] }], votes: [] }))).toEqual(['opinions[0].joiners[0] did_not_sit']);
    expect(faults(decision, change({ panel: [{ name: 'A', part: 'recused', presiding: true }], opinions: [{ type: 'single' }], votes: [] }))).toContain('panel[0].part did_not_sit');
  });
  it('where no names are on file the size of the bench does', () => {
    expect(faults(decision, change({ panel: [], panelSize: 5, opinions: [{ type: 'majority' }] }))).toEqual([]);
    expect(faults(decision, change({ panel: [], panelSize: 3, opinions: [{ type: 'majority' }] }))).toEqual(['votes[0] vote_does_not_sum']);
  });
});

describe('Scenario 4: split bench', () => {
  const order = taken(review);
  it('the vote shows 4–1, and both days are kept', () => {
    expect(order.votes.map(voteText)).toEqual(['4–1']);
    expect(order.dates.map(({ on, basis }) => `${basis} ${formatLegalDate(on, 'en')}`)).toEqual(['dated 11 Jan 2021', 'published 20 Jan 2021']);
    expect(dayShown(order.dates)?.on).toBe('2021-01-11');
    expect(dayShown([{ on: '2016-11-02', basis: 'published' }, { on: '2016-10-31', basis: 'pronounced' }])?.on).toBe('2016-10-31');
  });
  it('a pinpoint in the dissent is stored as dissenting, and the holdings stay as they were', () => {
    const at = opinionAt(order.opinions, { paragraph: 14 });
    expect(at?.type).toBe('dissenting');
    const holdings = [{ proposition: 'No ground for review', opinionType: 'majority' as const }];
    expect(addHolding(holdings, { proposition: 'Keep them pending', opinionType: at?.type })).toEqual({ holdings, fault: { field: 'pinpoint', reason: 'not_the_courts_opinion' } });
    expect(addHolding(holdings, { proposition: 'A change of law is no ground', opinionType: opinionAt(order.opinions, { paragraph: 2 })?.type }).holdings).toHaveLength(2);
    expect(addHolding(holdings, { proposition: 'x', opinionType: opinionAt(order.opinions, { paragraph: 99 })?.type }).fault?.reason).toBe('opinion_unknown');
    expect(opinionAt([{ type: 'single' }], { paragraph: 3 })?.type).toBe('single');
    expect(faults(pinpoint, {})).toEqual(['required']);
    expect(faults(pinpoint, { opinion: 1 })).toEqual([]);
  });
  it('the main judgment stays good, with the question referred named beside it', () => {
    const referred: TreatmentFact = { id: 't1', treatment: 'referred_to_larger_bench', relation: 'same', byOpinion: 'majority', point: 'question X' };
    const cited: TreatmentFact = { id: 't2', treatment: 'overruled', relation: 'same', byOpinion: 'dissenting', pinpoint: '¶ 14', reviewers: ['a', 'b'] };
    expect(deriveAuthority({ treatments: [referred, cited] })).toEqual({
      status: 'good', steps: [{ code: 'question_referred', treatmentId: 't1', point: 'question X' }, { code: 'dissent_changes_nothing', treatmentId: 't2' }, { code: 'nothing_against_it' }],
    });
  });
});

describe('Invariants 9 and 10: who can take authority away', () => {
  const by = (more: Partial<TreatmentFact>): TreatmentFact => ({ id: 't', treatment: 'overruled', relation: 'superior', byOpinion: 'majority', pinpoint: '¶ 1', reviewers: ['a', 'b'], ...more });
  it.each<[Partial<TreatmentFact>, string]>([
    [{}, 'overruled'], [{ relation: 'same' }, 'overruled'], [{ point: 'on privacy' }, 'overruled_in_part'], [{ relation: 'foreign' }, 'good'], [{ relation: 'international' }, 'good'], [{ relation: 'inferior' }, 'good'],
    [{ byOpinion: 'dissenting' }, 'good'], [{ byOpinion: 'concurring' }, 'good'], [{ reviewers: ['a'] }, 'good'], [{ reviewers: ['a', 'a'] }, 'good'], [{ pinpoint: null }, 'good'],
    [{ treatment: 'reversed', relation: 'same' }, 'good'], [{ treatment: 'not_followed', relation: 'foreign' }, 'good'], [{ treatment: 'doubted' }, 'doubted'], [{ treatment: 'limited' }, 'good_in_part'],
    [{ treatment: 'distinguished' }, 'good'], [{ treatment: 'followed' }, 'good'], [{ treatment: 'superseded_by_statute', relation: 'same' }, 'superseded'],
  ])('%j: %s', (more, status) => expect(deriveAuthority({ treatments: [by(more)] }).status).toBe(status));
  it('its own fate comes first', () => {
    expect(deriveAuthority({ treatments: [by({ treatment: 'doubted' })], claims: { reversed: 2, standing: 0 } }).status).toBe('reversed');
    expect(deriveAuthority({ treatments: [], claims: { reversed: 1, standing: 2 } }).status).toBe('good_in_part');
    expect([deriveAuthority({ treatments: [], underAppeal: true }).status, deriveAuthority({ treatments: [], stayed: true, underAppeal: true }).status, deriveAuthority({ treatments: [], known: false }).status]).toEqual(['under_appeal', 'stayed', 'unknown']);
  });
  it('what a treatment still lacks', () => {
    expect(treatmentGaps({ treatment: 'distinguished', relation: 'foreign' })).toEqual(['pinpoint']);
    expect(treatmentGaps({ treatment: 'reversed', relation: 'foreign', pinpoint: '¶ 1', reviewers: ['a'] })).toEqual(['second_reader', 'court_with_power']);
    expect(treatmentGaps({ treatment: 'followed', relation: 'foreign' })).toEqual([]);
  });
});

describe('Scenario 5: bilingual judgment', () => {
  const texts = [{ language: 'es', version: 'translation', status: 'unofficial_translation', translator: 'A user' }, { language: 'fr', version: 'original', status: 'authentic' }, { language: 'en', version: 'original', status: 'authentic' }];
  const judgment = taken(change({ expressions: texts }));
  it('¶ 14 stands side by side in both, both authentic, the translation behind', () => {
    expect(authenticLanguages(judgment.expressions)).toEqual(['fr', 'en']);
    expect(alignedAt(judgment.expressions, { paragraph: 14 })).toMatchObject({ paragraph: 14, texts: [{ language: 'fr', status: 'authentic' }, { language: 'en', status: 'authentic' }, { language: 'es', status: 'unofficial_translation' }] });
    expect(alignedAt(judgment.expressions, {})).toBeUndefined();
  });
  it('invariant 21: a translation is authentic only where a source says so', () => {
    const spanish = (more: object) => faults(decision, change({ expressions: [{ language: 'es', version: 'translation', status: 'authentic', ...more }] }));
    expect(spanish({})).toEqual(['expressions[0].source authentic_translation_needs_source']);
    expect(spanish({ source: 'Rules of the Court, rule 42' })).toEqual([]);
    expect(faults(decision, change({ expressions: [{ language: 'fr', version: 'original', status: 'machine_translation' }] }))).toEqual(['expressions[0].status only_translations_are_not_authentic']);
  });
  it('a conflict of languages is noted between authentic texts alone', () => {
    expect(faults(languageConflict, { paragraph: 14, languages: ['fr', 'en'], note: '"nécessaire" stands for "reasonable"' })).toEqual([]);
    expect(faults(languageConflict, { paragraph: 14, languages: ['fr'], note: 'x' })).toEqual(['languages too_few']);
    expect(conflictFaults(judgment.expressions, { languages: ['fr', 'es'] })).toEqual([{ field: 'languages[1]', reason: 'not_authentic' }]);
  });
  it.each<[object, string]>([
    [{ language: 'French', version: 'original', status: 'authentic' }, 'expressions[0].language not_a_language'], [{ language: 'fr', version: 'original', status: 'authentic', url: 'javascript:alert(1)' }, 'expressions[0].url not_an_address'],
    [{ language: 'fr', version: 'original', status: 'authentic', sha256: 'abc' }, 'expressions[0].sha256 not_a_hash'],
  ])('%j is refused', (text, fault) => expect(faults(decision, change({ expressions: [text] }))).toEqual([fault]));
});

describe('A disposition is per claim and decision', () => {
  const row = { claimId: one, proceedingId: other, decisionId: third, code: 'allowed', favours: 'us' } as const;
  const of = { kind: 'judgment', proceedingIds: [other], claimsBefore: [one] } as const;
  const reasons = (...args: Parameters<typeof dispositionFaults>) => dispositionFaults(...args).map(({ field, reason }) => `${field} ${reason}`);
  it('one, and not a second', () => {
    expect(reasons([], row, of)).toEqual([]);
    expect(reasons([row], row, of)).toEqual(['claimId disposed_already']);
    expect(reasons([{ ...row, decisionId: null }], { ...row, decisionId: null }, of)).toEqual(['claimId disposed_already']);
  });
  it('invariant 6: none on an interim order; and only where the claim stood', () => {
    expect(reasons([], row, { ...of, kind: 'interim_order' })).toEqual(['decisionId interim_order_decides_no_claim']);
    expect(reasons([], row, { ...of, proceedingIds: [one], claimsBefore: [] })).toEqual(['proceedingId not_of_this_decision', 'claimId not_before_this_court']);
  });
  it('invariant 4: "partly" asks for limbs that differ', () => {
    const partly = { ...row, code: 'partly_allowed', favours: 'mixed' } as const;
    const finding = (id: string, limb: 'legality' | 'necessity', result: 'satisfied' | 'not_satisfied' | 'partly') => ({ id, claimId: one, proceedingId: other, limb, result });
    expect([partialNeedsLimbs(row, []), partialNeedsLimbs(partly, []), partialNeedsLimbs(partly, [finding('a', 'legality', 'satisfied'), finding('b', 'necessity', 'satisfied')])]).toEqual([false, true, true]);
    expect([partialNeedsLimbs(partly, [finding('a', 'legality', 'satisfied'), finding('b', 'necessity', 'not_satisfied')]), partialNeedsLimbs(partly, [finding('a', 'legality', 'partly')])]).toEqual([false, false]);
  });
  it('authority follows the findings of the claims', () => {
    const facts = { claims: [{ id: 'a' }], dispositions: [{ claimId: 'a', proceedingId: 'p', code: 'allowed', favours: 'us' }, { claimId: 'a', proceedingId: 'q', code: 'allowed', favours: 'other' }] as const, proceedings: [{ id: 'p' }, { id: 'q' }], links: [{ fromId: 'q', toId: 'p', type: 'appeal_from' }] };
    const reversed = findingStatuses(facts, [{ id: 'f', claimId: 'a', proceedingId: 'p', limb: 'overall', result: 'not_satisfied' }]).filter(({ status }) => status === 'reversed').length;
    expect([deriveAuthority({ treatments: [], claims: { reversed, standing: 0 } }).status, deriveResult(facts).result]).toEqual(['reversed', 'lost']);
  });
});
