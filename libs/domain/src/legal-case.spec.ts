import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  addLegalCase, canWiden, changeIdentifier, changeLegalCase, check, closesCircle, email, eventFits, harm, hasCap, levelOfNumber, line, linkHarm, logEvent, missingOf,
  optionalLine, paragraph, proceeding, proceedingLink, setLegalCaseLevel, shareLegalCase, ShareLevel,
} from './index.ts';

const [one, other] = ['6f2d1c3e-6f3a-4a5e-9d53-000000000001', '6f2d1c3e-6f3a-4a5e-9d53-000000000002'];
const faults = (schema: z.ZodType, input: unknown) => {
  const result = check(schema, input);
  return 'refused' in result ? result.refused.map(({ field, reason }) => `${field} ${reason}`.trim()) : [];
};
const aCase = { leadOrganisationId: one, title: 'Digital ID and pensions', goals: [{ kind: 'legal', text: 'A declaration' }], countries: ['UG'] };
const anEvent = { id: one, legalCaseId: other, type: 'hearing', on: '2026-03-10' };
const aHarm = { kind: 'exclusion-health', groups: ['older-persons'], summary: 'Turned away at the clinic', country: 'UG', source: 'Field note', sureness: 'reported' };

describe('Text', () => {
  it('is trimmed and composed, and keeps what people write in any script', () => {
    expect(check(line(80), '  Cafe\u0301 – भारत 🇺🇬 عربي\u200f \n')).toEqual({ ok: 'Café – भारत 🇺🇬 عربي\u200f' });
    expect(check(paragraph(80), 'one\r\ntwo\tthree')).toEqual({ ok: 'one\ntwo\tthree' });
  });
  it.each([['a\u0000b', 'control_character'], ['a\u0007', 'control_character'], ['a\nb', 'control_character'], ['\ud800', 'broken_character'], ['a\udc00b', 'broken_character'], ['a\u202eb', 'direction_override'], ['x'.repeat(11), 'too_long'], ['   ', 'required']])(
    '%j is refused', (text, why) => expect(faults(line(10), text)).toEqual([why]));
  it('says the limit, the missing and the wrong type', () => {
    expect(check(line(3), 'abcd')).toEqual({ refused: [{ field: '', reason: 'too_long', max: 3 }] });
    expect([undefined, null, 7, {}, ['a']].map((input) => faults(line(3), input)[0])).toEqual(['required', 'required', 'wrong_type', 'wrong_type', 'wrong_type']);
    expect(check(optionalLine(3), '  ')).toEqual({ ok: null });
  });
  it('addresses', () => {
    expect(check(email, ' Amina@Example.ORG ')).toEqual({ ok: 'amina@example.org' });
    for (const wrong of ['a@b', 'a b@c.de', 'a@b..c', '@b.c', 'a@b.c\r\nBcc: x@y.z', 'a@@b.c']) expect(faults(email, wrong)).not.toEqual([]);
  });
});

describe('A case', () => {
  it('needs a title, a goal, a country and a lead', () => {
    expect(check(addLegalCase, aCase)).toHaveProperty('ok.title', 'Digital ID and pensions');
    expect(faults(addLegalCase, {})).toEqual(['leadOrganisationId required', 'title required', 'goals required', 'countries required']);
    expect(faults(addLegalCase, { ...aCase, goals: [] })).toEqual(['goals too_few']);
  });
  it.each<[object, string]>([
    [{ level: 2 }, 'level unknown_field'], [{ title: 'x'.repeat(301) }, 'title too_long'], [{ shortName: 'x'.repeat(81) }, 'shortName too_long'], [{ countries: ['UK'] }, 'countries[0] unknown_country'],
    [{ countries: ['UG', 'UG'] }, 'countries repeated'], [{ goals: [{ kind: 'fame', text: 'x' }] }, 'goals[0].kind unknown_code'], [{ goals: [{ kind: 'legal', text: 'x', extra: 1 }] }, 'goals[0].extra unknown_field'],
    [{ status: 'constructor' }, 'status unknown_code'], [{ systems: ['No Slug'] }, 'systems[0] not_a_slug'], [{ leadOrganisationId: '7' }, 'leadOrganisationId not_an_id'], [{ goals: 'win' }, 'goals wrong_type'],
  ])('%j is refused', (change, expected) => expect(faults(addLegalCase, { ...aCase, ...change })).toEqual([expected]));
  it('a change may not empty what a case must have', () => {
    expect(faults(changeLegalCase, { title: null, goals: [], countries: null })).toEqual(['title required', 'goals too_few', 'countries required']);
    expect(check(changeLegalCase, { shortName: '' })).toEqual({ ok: { shortName: null } });
  });
});

describe('Sharing', () => {
  it('names organisations, an agreement and its day', () => {
    const share = { organisationIds: [other], agreement: 'Common-interest agreement 4/2026', agreementOn: '2026-01-15' };
    expect(check(shareLegalCase, share)).toHaveProperty('ok');
    expect(faults(shareLegalCase, { organisationIds: [other] })).toEqual(['agreement required', 'agreementOn required']);
    expect(faults(shareLegalCase, { ...share, agreementOn: '2026-01' })).toEqual(['agreementOn day_needed']);
    expect(faults(shareLegalCase, { ...share, organisationIds: [] })).toEqual(['organisationIds too_few']);
  });
  it('narrowing is instant, widening says why, the public rung is not for cases', () => {
    const rungs = Object.keys(ShareLevel) as ShareLevel[];
    for (const [at, from] of rungs.entries()) for (const to of rungs.slice(0, at + 1)) expect(canWiden(from, to)).toEqual({ allowed: true, needs: [] });
    expect(canWiden('case_team', 'named_allies')).toEqual({ allowed: true, needs: ['organisation', 'agreement'] });
    expect(canWiden('named_allies', 'coalition')).toEqual({ allowed: true, needs: ['reason'] });
    expect(canWiden('coalition', 'public')).toEqual({ allowed: false, why: 'publication_desk' });
    expect(faults(setLegalCaseLevel, { level: 'coalition' })).toEqual(['reason required']);
    expect(faults(setLegalCaseLevel, { level: 'public' })).toEqual(['level unknown_code']);
    expect([0, 1, 2].map(levelOfNumber)).toEqual(['case_team', 'named_allies', 'coalition']);
    expect(() => levelOfNumber(3)).toThrow(RangeError);
    expect([hasCap(7, 'edit'), hasCap(1, 'edit'), hasCap(7, 'share')]).toEqual([true, false, false]);
  });
});

describe('Proceedings', () => {
  it('a number is never overwritten', () => expect(faults(changeIdentifier, { value: '1 of 2026', type: 'petition' })).toEqual(['value unknown_field', 'type unknown_field']));
  it('zones and stages are real', () => {
    expect(faults(proceeding, { courtSlug: 'ug-high-court', timeZone: 'Africa/Kampala', stage: 'hearing' })).toEqual([]);
    expect(faults(proceeding, { courtSlug: 'ug-high-court', timeZone: 'Africa/Atlantis', stage: 'dancing', openedOn: '2023-02-29' })).toEqual(['stage unknown_code', 'openedOn not_a_date', 'timeZone unknown_time_zone']);
  });
  it('an appeal cannot come round to itself; a remittal to a new proceeding is fine', () => {
    const link = (fromId: string, toId: string, type = 'appeal_from') => ({ fromId, toId, type });
    expect(closesCircle([link('b', 'a')], link('a', 'b'))).toBe(true);
    expect(closesCircle([link('b', 'a'), link('c', 'b', 'review_of')], link('a', 'c', 'remitted_from'))).toBe(true);
    expect(closesCircle([link('b', 'a')], link('a2', 'b', 'remitted_from'))).toBe(false);
    expect(closesCircle([link('b', 'a')], link('a', 'b', 'parallel_to'))).toBe(false);
    expect(faults(proceedingLink, { fromId: one, toId: one, type: 'appeal_from' })).toEqual(['toId same_proceeding']);
  });
});

describe('A log entry', () => {
  it('needs no more than a case, a type and a day', () => expect(faults(logEvent, anEvent)).toEqual([]));
  it.each<[object, string]>([
    [{ on: '2023-02-29' }, 'on not_a_date'], [{ on: '' }, 'on required'], [{ outcome: 'adjourned', outcomeDetail: 'granted' }, 'outcomeDetail does_not_fit_outcome'], [{ outcomeDetail: 'granted' }, 'outcomeDetail does_not_fit_outcome'],
    [{ outcome: 'heard_reserved', reportedResult: 'won' }, 'reportedResult does_not_fit_outcome'], [{ atTime: '24:00' }, 'atTime not_a_time'], [{ on: '2026-03', atTime: '10:00' }, 'atTime day_needed'],
    [{ privateNote: 'x'.repeat(10_001) }, 'privateNote too_long'], [{ publicNote: 'x'.repeat(5001) }, 'publicNote too_long'], [{ minutesSpent: 1441 }, 'minutesSpent too_large'], [{ minutesSpent: 1.5 }, 'minutesSpent wrong_type'],
    [{ minutesSpent: Number.NaN }, 'minutesSpent wrong_type'], [{ id: undefined }, 'id required'], [{ note: 'x' }, 'note unknown_field'],
  ])('%j is refused', (change, expected) => expect(faults(logEvent, { ...anEvent, ...change })).toEqual([expected]));
  it('after a change its parts still fit', () => {
    expect(eventFits({ on: '2026-03-10', outcome: 'interim', outcomeDetail: 'granted' })).toEqual([]);
    expect(eventFits({ on: '2026-03', atTime: '10:00', outcome: 'settled', outcomeDetail: 'granted', reportedResult: 'won' })).toHaveLength(3);
  });
  it('says what it still lacks, and nothing of a date to come', () => {
    const logged = { type: 'hearing', planned: false, proceedingId: one, hasNext: false };
    expect(missingOf({ ...logged, planned: true })).toEqual([]);
    expect(missingOf(logged)).toEqual(['outcome']);
    expect(missingOf({ ...logged, outcome: 'adjourned' })).toEqual(['next_date']);
    expect(missingOf({ ...logged, outcome: 'interim' })).toEqual(['outcome_detail']);
    expect(missingOf({ ...logged, proceedingId: null, outcome: 'judgment_delivered' })).toEqual(['proceeding', 'reported_result']);
    expect(missingOf({ ...logged, outcome: 'interim', outcomeDetail: 'granted' })).toEqual([]);
  });
});

describe('A harm', () => {
  it.each(['Karamoja', 'Moroto District', 'Ward 7', '1st arrondissement', "Côte-d'Or", 'Nairobi, Kibera constituency', 'Distrito 9', 'Saint-Denis'])('%s is coarse enough', (district) =>
    expect(faults(harm, { ...aHarm, district })).toEqual([]));
  it.each(['0.3476, 32.5825', "0°20'51\"N", '6GGJ8GXH+2V', '12 Kampala Road', 'Plot 45', 'House No. 7', 'P.O. Box 123', 'Kaabong village', 'calle 12', 'Rue de la Paix 5', '00100456'])('%s points at people', (district) =>
    expect(faults(harm, { ...aHarm, district })).toEqual(['district too_exact_place']));
  it('stands behind one thing', () => {
    expect(faults(linkHarm, { harmId: one, legalCaseId: other })).toEqual([]);
    expect(faults(linkHarm, { harmId: one, precedentSlug: 'a', legalCaseId: other })).toEqual(['legalCaseId case_or_precedent']);
    expect(faults(linkHarm, { harmId: one })).toEqual(['legalCaseId case_or_precedent']);
  });
});

describe('A text that is no date', () => {
  it('is a fault also where its precision is asked for, never an exception', () => {
    expect(faults(shareLegalCase, { organisationIds: [other], agreement: 'x', agreementOn: 'tomorrow' })).toEqual(['agreementOn not_a_date']);
    expect(faults(logEvent, { ...anEvent, on: 'tomorrow', atTime: '10:00' })).toEqual(['on not_a_date']);
  });
});

describe('Any input at all', () => {
  it('is taken or refused with a code for every fault, never an exception', () => {
    const schemas = [addLegalCase, changeLegalCase, shareLegalCase, proceeding, logEvent, harm, linkHarm] as z.ZodType[];
    const keys = fc.constantFrom(...Object.keys(aCase), ...Object.keys(anEvent), ...Object.keys(aHarm));
    fc.assert(fc.property(fc.constantFrom(...schemas), fc.constantFrom(aCase, anEvent, aHarm), keys, fc.anything(), (schema, base, key, value) => {
      for (const input of [value, { ...base, [key]: value }]) {
        const result = check(schema, input);
        if ('refused' in result) for (const { reason } of result.refused) expect(reason).toMatch(/^[a-z_]+$/u);
      }
    }), { numRuns: 500 });
  });
});
