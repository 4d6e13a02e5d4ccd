import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statements } from '../../apps/api/src/platform/db.ts';
import { citationIsUnverified } from '../../apps/api/src/precedents/unverified.ts';
import { asWriter, desk, libraryFile, runImport } from '../support/library.ts';
import { makeWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => { world = await makeWorld(); });
afterAll(() => world.end());

const whole = `fragment Whole on Precedent { slug shortName title country respondentStates court { slug name parent { name } } courtName courtLevel courtLevelLabel judges docketNumber neutralCitation ecli otherCitations
  parties { petitioners { name type typeLabel } respondents { name type typeLabel } interestedParties { name type typeLabel } amici { name type typeLabel } } claimantSide filedOn decidedOn
  system { slug name country biometrics { id label } mandatory mandatoryLabel centralised function functionLabel note system { slug } } harms { id label } affectedGroups { id label } expertise { id label }
  rights { concept { id label } instrument article } issues findings { limb label finding note } outcome outcomeLabel forClaimant result remedies { type label detail } summary
  timeline { on kind kindLabel stage stageLabel description } history { relation label note slug precedent { slug } } cites { treatment label note verified slug precedent { slug } } citedBy { slug verified treatment label precedent { slug } }
  languages sources { type ref basis note } confidence unverified notes extra { name json } }`;
const records = libraryFile('precedents.json') as Record<string, any>[];
const get = async (slug: string) => (await world.gql('stranger', `${whole} query($slug: String!) { precedent(slug: $slug) { ...Whole } }`, { slug })).data.precedent;
const labelled = (value: unknown): boolean => !(value === null || value === undefined || value === '');

describe('a record', () => {
  it('answers with every known value of the file, for all forty-one', async () => {
    for (const raw of records) {
      const p = await get(raw['slug']);
      const parties = (list: { name: string; type: string }[]) => list.map(({ name, type }) => ({ name, type, typeLabel: expect.any(String) }));
      const ids = (list: string[]) => list.map((id) => ({ id, label: expect.any(String) }));
      expect(p, raw['slug']).toMatchObject({
        shortName: raw['short_name'], title: raw['title'], country: raw['country'], respondentStates: raw['respondent_states'], court: { slug: raw['court'] }, courtName: raw['court_name'], courtLevel: raw['court_level'],
        judges: raw['judges'], docketNumber: raw['docket_number'], neutralCitation: raw['neutral_citation'], ecli: raw['ecli'], otherCitations: raw['other_citations'],
        parties: { petitioners: parties(raw['parties'].petitioners), respondents: parties(raw['parties'].respondents), interestedParties: parties(raw['parties'].interested_parties), amici: parties(raw['parties'].amici) },
        claimantSide: raw['claimant_side'], filedOn: raw['filing_date']?.value ?? null, decidedOn: raw['decision_date']?.value ?? null,
        system: { slug: raw['id_system'].system, name: raw['id_system'].name, country: raw['id_system'].country, biometrics: ids(raw['id_system'].biometrics), mandatory: raw['id_system'].mandatory, centralised: raw['id_system'].centralised, function: raw['id_system'].function, note: raw['id_system'].note },
        harms: ids(raw['harms']), affectedGroups: ids(raw['affected_groups']), expertise: ids(raw['expertise']),
        rights: raw['rights'].map((r: any) => ({ concept: { id: r.right }, instrument: r.instrument, article: r.article })), issues: raw['issues'],
        findings: raw['tests'].map((t: any) => ({ finding: t.finding, note: t.note })), outcome: raw['outcome'], forClaimant: raw['for_claimant'],
        remedies: raw['remedies'].map((r: any) => ({ type: r.type, detail: r.detail })), summary: raw['holding_summary'],
        timeline: raw['timeline'].map((e: any) => ({ on: e.date, kind: e.kind, stage: e.stage, description: e.description })), history: raw['history'].map((h: any) => ({ slug: h.case, relation: h.relation, note: h.note })),
        cites: raw['cites'].map((c: any) => ({ slug: c.case, note: c.note })), languages: raw['languages'], sources: raw['sources'], confidence: raw['confidence'], unverified: raw['unverified'], notes: raw['notes'], extra: [],
      });
      expect(p.citedBy.map((c: { slug: string }) => c.slug).sort()).toEqual(raw['cited_by']);
      // a code is never shown where the vocabulary has a word for it
      for (const [code, label] of [[p.courtLevel, p.courtLevelLabel], [p.outcome, p.outcomeLabel], ...p.timeline.flatMap((e: any) => [[e.kind, e.kindLabel], [e.stage, e.stageLabel]])]) { expect(labelled(label)).toBe(true); expect(label).not.toBe(code); }
    }
  });

  it('speaks the language of the one who asks', async () => {
    const r = await world.app.inject({ method: 'POST', url: '/graphql', headers: { cookie: 'lang=fr' }, payload: { query: '{ precedent(slug: "in-puttaswamy-privacy-2017") { courtLevelLabel harms { label } rights { concept { label } } } }' } });
    expect(JSON.stringify(r.json())).toContain('Droit au respect de la vie privée');
  });

  it('that does not exist is null, and so is an odd slug', async () => {
    for (const slug of ['no-such', '', "'", 'x'.repeat(1000)]) expect(await get(slug)).toBeNull();
  });

  it('tells citations that rest on memory from the others, from either end', async () => {
    const kenya = await get('ke-nubian-rights-forum-niims-2020');
    expect(Object.fromEntries(kenya.cites.map((c: any) => [c.slug, c.verified]))).toEqual({
      'in-puttaswamy-aadhaar-2018': true, 'in-puttaswamy-privacy-2017': true, 'jm-robinson-nids-2019': true, 'mu-madhewoo-supreme-court-2015': false, 'coe-s-and-marper-2008': false,
    });
    const mauritius = await get('mu-madhewoo-supreme-court-2015');
    expect(mauritius.citedBy.find((c: any) => c.slug === 'ke-nubian-rights-forum-niims-2020').verified).toBe(false);
  });

  it('shows what came in without a column of its own', async () => {
    const total = async () => (await world.gql('stranger', '{ precedents(first: 1) { total } }')).data.precedents.total as number;
    expect(await total()).toBe(41);
    const files = desk();
    const odd: Record<string, any> = { ...structuredClone(records[0]), slug: 'xx-odd-2024', panel: { size: 3 } };
    odd['sources'][0].archived = 'https://example.org/a';
    const done = await runImport(world.ownerUrl, files.at('r.json'), [files.write('odd.json', [odd])]);
    files.clear();
    expect(done.report?.added).toBe(1);
    expect((await get('xx-odd-2024')).extra).toEqual([{ name: 'panel', json: '{"size":3}' }, { name: 'sources[0].archived', json: '"https://example.org/a"' }]);
    // the running server found the new record by itself: the list is held in memory and the import told it
    await expect.poll(total).toBe(42);
    await asWriter(world.ownerUrl, (c) => c.query(`delete from app.precedent where slug = 'xx-odd-2024'; select pg_notify('amparo', '{"c":null,"t":"library","i":""}')`));
  });
});

it.each([
  [['cites'], 0, 'a-b-c', true], [['cites[1]'], 1, 'a-b-c', true], [['cites[1]'], 0, 'a-b-c', false], [['cites[0..2]'], 2, 'a-b-c', true], [['cites[0..2]'], 3, 'a-b-c', false],
  [['cites (one-b-c, two-b-c)'], 0, 'two-b-c', true], [['cites (one-b-c)'], 0, 'two-b-c', false], [['cites (from memory)'], 0, 'two-b-c', true], [['title', 'other_citations'], 0, 'a-b-c', false], [[], 0, 'a-b-c', false],
])('the note %j covers citation %i of %s: %s', (unverified, index, slug, is) => { expect(citationIsUnverified(unverified, { index, slug })).toBe(is); });

/**
 * How many statements each page of the library may send. Opening and ending the transaction come besides (3 messages in two round trips); vocabularies, courts and what a search found are held.
 * A page of one record and a page of a hundred cost the same.
 */
describe('statement budgets', () => {
  async function spent(query: string, variables: Record<string, unknown> = {}): Promise<number> {
    let heard = 0;
    statements.heard = () => { heard++; };
    try { const r = await world.gql('stranger', query, variables); expect(r.errors).toBeUndefined(); } finally { delete statements.heard; }
    return heard;
  }
  const list = `query($first: Int!, $filter: PrecedentFilter) { precedents(first: $first, filter: $filter) { total facets { name values { id label count } } years { year matching } pageInfo { endCursor }
    rows { passages { place text marks } precedent { slug shortName court { name } respondentStates docketNumber neutralCitation result decidedOn findings { limb finding } } } } }`;
  const budgets: [string, number, string, Record<string, unknown>?][] = [
    ['the list', 2, list, { first: 100 }],
    ['a search', 3, list, { first: 100, filter: { text: 'privacy' } }],
    ['a record', 8, `${whole} { precedent(slug: "ke-nubian-rights-forum-niims-2020") { ...Whole } }`],
    ['twenty records whole', 8, `${whole} { precedents(first: 20) { rows { precedent { ...Whole } } } }`],
    ['all courts', 2, '{ courts { slug name levelLabel parent { name } children { slug } precedentCount precedents { slug } } }'],
    ['all systems', 4, '{ idSystems { slug name statusLabel biometrics { label } precedentCount neverLitigated { label } precedents { slug } } }'],
    ['a harm\'s page', 6, '{ conceptPage(scheme: "harms", id: "exclusion") { concept { label } precedents { slug court { name } } affectedGroups { label count } results { id count } systems { slug } related { label } neverLitigated } }'],
    ['a comparison of six', 4, '{ comparison(slugs: ["ke-nubian-rights-forum-niims-2020", "in-puttaswamy-aadhaar-2018", "jm-robinson-nids-2019", "mu-madhewoo-supreme-court-2015", "un-madhewoo-v-mauritius-2021", "nl-syri-2020"]) { columns { slug court { name } judges } rows { label question differ cells { finding note } } reliance { from to verified } missing } }'],
  ];
  it.each(budgets)('%s: at most %i', async (_name, most, query, variables) => {
    await spent(query, variables); // fills what is held in memory
    const n = await spent(query, variables);
    expect(n).toBeGreaterThan(0);
    expect(n).toBeLessThanOrEqual(most);
  });
  it('do not grow with the page', async () => {
    for (const filter of [null, { text: 'identity' }]) {
      await spent(list, { first: 1, filter }); // what a search finds is held from then on
      expect(await spent(list, { first: 1, filter })).toBe(await spent(list, { first: 100, filter }));
    }
  });
});
