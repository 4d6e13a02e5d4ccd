import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { libraryFile } from '../support/library.ts';
import { makeWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => { world = await makeWorld(); });
afterAll(() => world.end());

const query = `query($first: Int!, $after: String, $filter: PrecedentFilter) { precedents(first: $first, after: $after, filter: $filter) {
  total rows { precedent { slug shortName result decidedOn } passages { place placeLabel text marks } }
  facets { name values { id label count } } years { year count matching } pageInfo { endCursor hasNextPage } } }`;
interface Row { precedent: { slug: string; shortName: string; result: string; decidedOn: string | null }; passages: { place: string; placeLabel: string; text: string; marks: number[] }[] }
interface Page { total: number; rows: Row[]; facets: { name: string; values: { id: string; label: string; count: number }[] }[]; years: { year: number; count: number; matching: number }[]; pageInfo: { endCursor: string | null; hasNextPage: boolean } }
async function list(filter: object | null = null, first = 100, after: string | null = null): Promise<Page> {
  const r = await world.gql('stranger', query, { first, after, filter });
  if (!r.data) throw new Error(JSON.stringify(r.errors));
  return r.data.precedents as Page;
}
const fault = async (variables: object) => (await world.gql('stranger', query, { first: 5, ...variables })).errors?.[0]?.extensions;
const slugs = (p: Page) => p.rows.map((r) => r.precedent.slug);
const facet = (p: Page, name: string) => Object.fromEntries(p.facets.find((f) => f.name === name)?.values.map((v) => [v.id, v.count]) ?? []);
const marked = (p: Row['passages'][number]) => p.marks.flatMap((at, i) => (i % 2 ? [] : [p.text.slice(at, p.marks[i + 1])]));
const all = libraryFile('precedents.json') as Record<string, any>[];

describe('the list of precedents', () => {
  it('is read without signing in, whole, newest first, with results as the data says', async () => {
    const page = await list();
    expect(page.total).toBe(41);
    expect(facet(page, 'result')).toEqual({ won: 19, lost: 10, partly_won: 7, no_merits: 4, pending: 1 });
    const dates = page.rows.map((r) => r.precedent.decidedOn).filter((d) => d !== null);
    expect(dates).toEqual([...dates].sort().reverse());
    expect(page.years.reduce((n, y) => n + y.count, 0)).toBe(dates.length);
  });

  it('counts respondent States as countries: a case against Mauritius in London counts for Mauritius', async () => {
    expect(slugs(await list({ countries: ['MU'] })).sort()).toEqual(all.filter((r) => r['respondent_states'].includes('MU')).map((r) => r['slug']).sort());
  });

  it('goes on where the page ended, each record once, in every order', async () => {
    for (const sort of ['newest', 'oldest', 'name']) {
      const found: string[] = [];
      for (let after: string | null = null, more = true; more;) {
        const page: Page = await list({ sort }, 7, after);
        found.push(...slugs(page));
        ({ endCursor: after, hasNextPage: more } = page.pageInfo);
      }
      expect(found).toEqual(slugs(await list({ sort })));
      expect(new Set(found).size).toBe(41);
    }
  });

  it('filters by each facet, whose own counts stay as they were', async () => {
    const open = await list(), lost = await list({ results: ['lost'] });
    expect(lost.total).toBe(10);
    expect(facet(lost, 'result')).toEqual(facet(open, 'result'));
    expect(Object.values(facet(lost, 'country')).reduce((a, b) => a + b, 0)).toBeLessThan(Object.values(facet(open, 'country')).reduce((a, b) => a + b, 0));
    for (const [name, field] of [['country', 'countries'], ['court_level', 'courtLevels'], ['harm', 'harms'], ['right', 'rights'], ['result', 'results'], ['feature', 'features']] as const) {
      for (const [id, count] of Object.entries(facet(open, name)).slice(0, 3)) expect((await list({ [field]: [id] }, 1)).total, `${name} ${id}`).toBe(count);
    }
  });

  it('tells "not coded yet" from "not addressed" for the chosen test', async () => {
    const safeguards = facet(await list({ limb: 'safeguards' }), 'finding');
    const coded = all.flatMap((r) => r['tests'].filter((t: { test: string }) => t.test === 'data-protection-safeguards').map((t: { finding: string }) => t.finding));
    expect(safeguards['not_addressed']).toBe(coded.filter((f) => f === 'not_addressed').length);
    expect(safeguards['not_coded']).toBe(41 - coded.length);
    expect((await list({ limb: 'safeguards', findings: ['not_coded'] })).total).toBe(41 - coded.length);
  });

  it('finds a harm by the kind above it', async () => {
    const broad = slugs(await list({ harms: ['exclusion'] }));
    for (const slug of slugs(await list({ harms: ['exclusion-health'] }))) expect(broad).toContain(slug);
    expect((await list({ harms: ['exclusion-health'] })).total).toBeGreaterThan(0);
  });

  it('finds nothing, and no fault, for values that no record has', async () => {
    for (const filter of [{ harms: ['no-such'] }, { countries: ['ZZ'] }, { results: ['sideways'] }, { systems: ['x'] }, { courts: ['x'] }, { features: ['x'] }, { limb: 'x', findings: ['satisfied'] }, { fromYear: 2999 }]) expect((await list(filter)).total, JSON.stringify(filter)).toBe(0);
  });
});

describe('a search', () => {
  it('for "fingerprints" among compulsory biometrics finds twelve decisions, each with the words that speak of it', async () => {
    const page = await list({ text: 'fingerprints', harms: ['mass-biometric-collection'], limb: 'safeguards' });
    expect(page.total).toBe(12);
    expect(facet(page, 'harm')).toMatchObject({ 'mass-biometric-collection': 12 });
    expect(facet(page, 'country')).toMatchObject({ MU: 3, DE: 2, NL: 2, FR: 2, TW: 1 });
    expect(facet(page, 'finding')).toEqual({ satisfied: 5, not_satisfied: 4, not_coded: 2, not_addressed: 1 });
    for (const row of page.rows) {
      expect(row.passages.filter((p) => p.place !== 'short_name').length, row.precedent.slug).toBeLessThanOrEqual(2);
      expect(row.passages.length, row.precedent.slug).toBeGreaterThan(0);
      const raw = JSON.stringify(all.find((r) => r['slug'] === row.precedent.slug));
      for (const p of row.passages) {
        for (const word of marked(p)) expect(word).toMatch(/^fingerprint/i);
        expect(raw).toContain(JSON.stringify(p.text).slice(1, -1));
      }
    }
    const madhewoo = page.rows.find((r) => r.precedent.slug === 'mu-madhewoo-supreme-court-2015');
    expect(madhewoo?.passages.map((p) => [p.placeLabel, p.text])).toEqual([
      ['In short', 'Taking fingerprints for the card limited privacy but was justified for public order.'],
      ['Order', 'Retention and storage of fingerprints and other biometric data in the register unconstitutional'],
    ]);
  });

  it('takes a number however it is written, accents or none, and an unfinished last word', async () => {
    for (const text of ['C-291/12', 'c 291 12', 'C29112']) expect(slugs(await list({ text })), text).toEqual(['eu-schwarz-bochum-2013']);
    expect(slugs(await list({ text: 'identité' }))).toEqual(slugs(await list({ text: 'IDENTITE' })));
    expect(slugs(await list({ text: 'madhew' })).sort()).toEqual(['mu-madhewoo-privy-council-2016', 'mu-madhewoo-supreme-court-2015', 'un-madhewoo-v-mauritius-2021']);
  });

  it('needs every word', async () => {
    const one = await list({ text: 'privacy' }), two = await list({ text: 'privacy passport' });
    expect(two.total).toBeLessThan(one.total);
    expect(two.total).toBeGreaterThan(0);
  });

  it('is never an error for odd text', async () => {
    for (const text of ["'; drop table", '& | ! ( ) :*', '"', '\\', '%', '*', '   ', 'the', 'و', '指紋', '🙂', '<->', 'a:b']) expect(typeof (await list({ text })).total, text).toBe('number');
  });
});

describe('a faulty question is refused with the field that is at fault', () => {
  it.each([
    [{ filter: { text: 'x'.repeat(201) } }, 'text', 'too_long'],
    [{ filter: { text: 'a\0b' } }, 'text', 'control_character'],
    [{ filter: { text: 'a\ud800' } }, 'text', 'broken_character'],
    [{ filter: { sort: 'sideways' } }, 'sort', 'unknown'],
    [{ filter: { harms: Array.from({ length: 101 }, (_, i) => `h${i}`) } }, 'harms', 'too_long'],
    [{ filter: { fromYear: -1 } }, 'fromYear', 'out_of_range'],
    [{ first: 0 }, 'first', 'out_of_range'],
    [{ first: 101 }, 'first', 'out_of_range'],
    [{ after: 'nonsense' }, 'after', 'malformed'],
  ])('%j', async (variables, field, problem) => {
    expect(await fault(variables)).toMatchObject({ code: 'INVALID', fields: [{ field, problem }] });
  });
});
