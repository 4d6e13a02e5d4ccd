import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  citedBy, courtsInParentOrder, isIsoCountry, type Known, limbFromFile, readCourt, readIdSystem, readPrecedent, readRecords, readVocabularies, type PrecedentRecord,
  writeCourt, writeIdSystem, writePrecedent, writeVocabularies,
} from './index.ts';

type Json = Record<string, unknown>;
const file = (name: string) => JSON.parse(readFileSync(new URL(`../../../apps/api/library/${name}.json`, import.meta.url), 'utf8')) as never;
const raw = { precedents: file('precedents') as Json[], courts: file('courts') as Json[], systems: file('id-systems') as Json[], vocabularies: file('vocabularies') as Json };

const vocabularies = readVocabularies(raw.vocabularies);
const concepts = new Set(vocabularies.schemes.flatMap(({ id, concepts: own }) => own.map((each) => `${id} ${each.id}`)));
const courtSlugs = new Set(raw.courts.map(({ slug }) => slug));
const systemSlugs = new Set(raw.systems.map(({ slug }) => slug));
const known: Known = {
  has: (scheme, concept) => concepts.has(`${scheme} ${concept}`),
  hasCourt: (slug) => courtSlugs.has(slug),
  hasSystem: (slug) => systemSlugs.has(slug),
  isCountry: (code) => isIsoCountry(code) || concepts.has(`bodies ${code}`) || raw.courts.some(({ country }) => country === code),
};
const kenya = raw.precedents[0] as Json;
const taken = (value: unknown): PrecedentRecord => {
  const result = readPrecedent(value, known);
  if ('refused' in result) throw new Error(JSON.stringify(result.refused));
  return result.ok;
};
const faults = (change: Json, from: Json = kenya) => {
  const result = readPrecedent({ ...from, ...change }, known);
  return 'refused' in result ? result.refused.map(({ field, reason }) => `${field}: ${reason}`) : [];
};
/** Equal to the letter: the order of keys included. */
const same = (written: unknown, before: unknown) => expect(JSON.stringify(written, null, 1)).toBe(JSON.stringify(before, null, 1));

describe('The library comes in and goes out unchanged', () => {
  it('41 precedents, to the letter, with "cited by" found again', () => {
    const { records, refused } = readRecords(raw.precedents, (each) => readPrecedent(each, known), ({ slug }) => slug);
    expect(refused).toEqual([]);
    expect(records).toHaveLength(41);
    const citing = citedBy(records);
    same(records.map((record) => writePrecedent(record, citing.get(record.slug) ?? [])), raw.precedents);
  });
  it('45 courts, 30 systems, 22 schemes with 285 concepts', () => {
    const courts = readRecords(raw.courts, (each) => readCourt(each, known), ({ slug }) => slug);
    const systems = readRecords(raw.systems, (each) => readIdSystem(each, known), ({ slug }) => slug);
    expect([...courts.refused, ...systems.refused, ...vocabularies.refused]).toEqual([]);
    same(courts.records.map(writeCourt), raw.courts);
    same(systems.records.map(writeIdSystem), raw.systems);
    same(vocabularies.head && writeVocabularies(vocabularies.head, vocabularies.schemes), raw.vocabularies);
    expect(concepts.size).toBe(285);
  });
  it('speaks the codes of the domain inside', () => {
    const record = taken(kenya);
    expect(record.findings.map(({ limb }) => limb)).toEqual((kenya['tests'] as Json[]).map(({ test }) => limbFromFile(String(test))));
    expect(record).toMatchObject({ filedOn: '2019-02', decidedOn: '2020-01-30', result: expect.stringMatching(/won/u) });
    expect(raw.precedents.map((each) => taken(each)).filter(({ result }) => result === 'no_merits')).toHaveLength(4);
  });
  it('keeps what it has no field for, at every depth, whatever it is called', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'grapheme', minLength: 1 }).map((key) => `x ${key}`), fc.jsonValue({ maxDepth: 3 })), (more) => {
        fc.pre(!/\\u0000|\\ud[89a-f]|__proto__/iu.test(JSON.stringify(more))); // what is refused, see below
        const party = { name: 'A', type: 'ngo', ...more };
        const before = {
          ...kenya, ...more, extra: more, summary: more, filedOn: 1, result: 2, filing_date: { value: '2019-02', precision: 'month', ...more }, parties: { ...(kenya['parties'] as Json), amici: [party], ...more },
          tests: [{ test: 'suitability', finding: 'partly', note: null, ...more }], cites: [{ case: 'unknown-yet', treatment: 'departed', note: null, ...more }],
        };
        expect(writePrecedent(taken(before), kenya['cited_by'] as string[])).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });
});

describe('A faulty record is refused alone, and says where', () => {
  const nul = 'a\u0000b';
  it.each<[string, Json, string]>([
    ['a day that does not exist', { decision_date: { value: '2023-02-29', precision: 'day' } }, 'decision_date.value: no_such_day'],
    ['a precision that does not fit', { decision_date: { value: '2023-02', precision: 'day' } }, 'decision_date.value: precision_mismatch'],
    ['a date in words', { filing_date: { value: 'spring', precision: 'day' } }, 'filing_date.value: not_a_date'],
    ['a date that is a number', { filing_date: 2019 }, 'filing_date: wrong_type'],
    ['a day in the timeline', { timeline: [{ date: '2023-02-30', precision: 'day', kind: 'filed', stage: 'filing', description: 'x' }] }, 'timeline[0].date: no_such_day'],
    ['a harm nobody knows', { harms: ['privacy', 'exclusion'] }, 'harms[0]: unknown_code'],
    ['a harm named twice', { harms: ['exclusion', 'exclusion'] }, 'harms: repeated'],
    ['a test nobody knows', { tests: [{ test: 'rational_connection', finding: 'partly', note: null }] }, 'tests[0].test: unknown_code'],
    ['a finding nobody knows', { tests: [{ test: 'legality', finding: 'maybe', note: null }] }, 'tests[0].finding: unknown_code'],
    ['a treatment nobody knows', { cites: [{ case: 'a', treatment: 'loved', note: null }] }, 'cites[0].treatment: unknown_code'],
    ['a prototype passing for a code', { outcome: 'constructor' }, 'outcome: unknown_code'],
    ['a result nobody knows', { for_claimant: 'draw' }, 'for_claimant: unknown_code'],
    ['a court that is nowhere', { court: 'xx-court' }, 'court: unknown_court'],
    ['a system that is nowhere', { id_system: { ...(kenya['id_system'] as Json), system: 'xx-id' } }, 'id_system.system: unknown_system'],
    ['a country that is none', { respondent_states: ['UK'] }, 'respondent_states[0]: unknown_country'],
    ['text where a list belongs', { judges: 'Mumbi Ngugi' }, 'judges: wrong_type'],
    ['a number where text belongs', { title: 7 }, 'title: wrong_type'],
    ['NUL', { title: nul }, 'title: control_character'],
    ['half a surrogate pair', { short_name: '\ud83d' }, 'short_name: broken_character'],
    ['text that turns its own direction', { short_name: 'a\u202eb' }, 'short_name: direction_override'],
    ['a summary too long', { holding_summary: 'x'.repeat(10_001) }, 'holding_summary: too_long'],
    ['notes too long', { notes: 'x'.repeat(5001) }, 'notes: too_long'],
    ['a name too long', { short_name: 'x'.repeat(501) }, 'short_name: too_long'],
    ['an empty slug', { slug: '' }, 'slug: required'],
    ['a slug in capitals', { slug: 'KE Case' }, 'slug: not_a_slug'],
    ['no slug', { slug: undefined }, 'slug: required'],
    ['an address that is a script', { sources: [{ type: 'url', ref: 'javascript:alert(1)', basis: 'found', note: null }] }, 'sources[0].ref: not_a_web_address'],
    ['a field that would change every object', { more: JSON.parse('{"__proto__": {"a": 1}}') as Json }, 'more.__proto__: unknown_field'],
    ['NUL in a field we do not know', { extra_field: { deep: [nul] } }, 'extra_field.deep[0]: control_character'],
    ['a number that is none', { extra_field: Infinity }, 'extra_field: too_large'],
  ])('%s', (_, change, expected) => {
    expect(faults(change)).toContain(expected);
  });
  it('says everything that is wrong at once', () => {
    expect(faults({ title: 7, court: 'xx', harms: ['no'] })).toHaveLength(3);
  });
  it('refuses the second of two with one slug, and no others', () => {
    const { records, refused } = readRecords([kenya, raw.precedents[1], kenya, 'junk'], (each) => readPrecedent(each, known), ({ slug }) => slug);
    expect(records).toHaveLength(2);
    expect(refused.map(({ record, field, reason }) => `${record} ${field} ${reason}`)).toEqual([`${String(kenya['slug'])} slug repeated`, '#4  wrong_type']);
  });
  it('a file that is no list is refused as a whole', () => {
    expect(readRecords({}, (each) => readPrecedent(each, known), ({ slug }) => slug).refused).toMatchObject([{ record: '', field: '', reason: 'wrong_type' }]);
  });
  it('never throws, whatever comes', () => {
    fc.assert(fc.property(fc.anything(), fc.constantFrom(...Object.keys(kenya)), (value, key) => {
      readPrecedent(value, known);
      readPrecedent({ ...kenya, [key]: value }, known);
      readCourt(value, known);
      readIdSystem(value, known);
      readVocabularies(value);
    }), { numRuns: 300 });
  });
  it('a citation to a record not in the library yet is kept', () => {
    expect(taken({ ...kenya, cites: [{ case: 'not-here-yet', treatment: 'followed', note: null }] }).cites[0]?.target).toBe('not-here-yet');
  });
});

describe('Courts stand under their appeal courts', () => {
  const court = (slug: string, parent: string | null) => {
    const result = readCourt({ ...raw.courts[0], slug, parent }, known);
    if ('refused' in result) throw new Error(slug);
    return result.ok;
  };
  const nowhere = () => false;
  it('parents come first', () => {
    const { courts, refused } = courtsInParentOrder(raw.courts.map((each) => court(String(each['slug']), each['parent'] as string | null)), nowhere);
    expect(refused).toEqual([]);
    expect(courts).toHaveLength(45);
    for (const [at, { parent }] of courts.entries()) if (parent) expect(courts.slice(0, at).some(({ slug }) => slug === parent)).toBe(true);
  });
  it('a circle of parents and a parent that is nowhere refuse the courts that hang on them, and no others', () => {
    const { courts, refused } = courtsInParentOrder([court('a', 'b'), court('b', 'a'), court('c', 'a'), court('d', 'gone'), court('e', 'd'), court('f', null), court('g', 'here')], (slug) => slug === 'here');
    expect(courts.map(({ slug }) => slug).sort()).toEqual(['f', 'g']);
    expect(refused.map(({ record, reason }) => `${record} ${reason}`).sort()).toEqual(['a parent_circle', 'b parent_circle', 'c parent_circle', 'd unknown_court', 'e unknown_court']);
  });
  it('a body never seen comes with its court; a country that is none does not', () => {
    expect(readCourt({ ...raw.courts[0], country: 'EACJ' }, known)).toHaveProperty('ok');
    for (const country of ['XX', 'UK', 'Kenya', 'ke']) expect(readCourt({ ...raw.courts[0], country }, known)).toMatchObject({ refused: [{ field: 'country', reason: 'unknown_country' }] });
  });
});

describe('Vocabularies', () => {
  const scheme = (concepts_: Json[]) => ({ title: 'T', languages: ['en'], license_note: null, schemes: [{ id: 's', prefLabel: { en: 'S' }, definition: 'd', used_by: [], concepts: concepts_ }] });
  const concept = (id: string, broader: string | null, prefLabel: Json = { en: id }) => ({ id, prefLabel, definition: 'd', broader, sources: [] });
  it.each<[string, Json[], string]>([
    ['a concept twice', [concept('a', null), concept('a', null)], 'concepts[1].id repeated'],
    ['a broader concept that is nowhere', [concept('a', 'b')], 'concepts[0].broader unknown_code'],
    ['concepts in a circle', [concept('a', 'b'), concept('b', 'a')], 'concepts[0].broader parent_circle'],
    ['no English label', [concept('a', null, { es: 'a' })], 'concepts[0].prefLabel.en required'],
  ])('%s', (_, concepts_, expected) => {
    expect(readVocabularies(scheme(concepts_)).refused.map(({ field, reason }) => `${field} ${reason}`)).toContain(expected);
  });
});
