import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { done, newCase, newProceeding } from '../support/case-text.ts';
import { aCase, makeWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => { world = await makeWorld(); });
afterAll(() => world.end());
const four = ['ke-nubian-rights-forum-niims-2020', 'in-puttaswamy-aadhaar-2018', 'jm-robinson-nids-2019', 'mu-madhewoo-supreme-court-2015'];
const ask = (slugs: string[]) => world.gql('stranger', `query($slugs: [String!]!) { comparison(slugs: $slugs) { columns { slug } rows { limb label question differ cells { slug finding note reason } }
  reliance { from to treatment label verified } missing } }`, { slugs });
const compare = async (slugs: string[]) => (await ask(slugs)).data.comparison;
const at = (c: any, limb: string) => c.rows.find((r: any) => r.limb === limb);

describe('a comparison', () => {
  it('of Kenya, India, Jamaica and Mauritius on necessity reads as in the records, oldest first', async () => {
    const c = await compare(four);
    expect(c.columns.map((p: any) => p.slug)).toEqual(['mu-madhewoo-supreme-court-2015', 'in-puttaswamy-aadhaar-2018', 'jm-robinson-nids-2019', 'ke-nubian-rights-forum-niims-2020']);
    expect(at(c, 'necessity')).toMatchObject({ question: 'Was a milder way open?', differ: true });
    expect(at(c, 'necessity').cells.map((x: any) => x.finding)).toEqual(['partly', 'satisfied', 'not_satisfied', 'partly']);
    expect(at(c, 'rational_connection').cells[0]).toEqual({ slug: 'mu-madhewoo-supreme-court-2015', finding: null, note: null, reason: 'not_coded' });
    expect(c.rows.slice(0, 8).map((r: any) => r.limb)).toEqual(['legality', 'legitimate_aim', 'rational_connection', 'necessity', 'balancing', 'safeguards', 'non_discrimination_prima_facie', 'public_participation']);
    // one court alone answered: nobody differs
    expect(at(c, 'public_participation').differ).toBe(false);
    expect(c.rows.every((r: any) => r.question.endsWith('?') && r.label)).toBe(true);
  });

  it('draws who used whom, and marks what rests on memory', async () => {
    const arcs = (await compare(four)).reliance.map((r: any) => `${r.from} → ${r.to} ${r.verified}`);
    expect(arcs.sort()).toEqual([
      'in-puttaswamy-aadhaar-2018 → jm-robinson-nids-2019 true', 'in-puttaswamy-aadhaar-2018 → ke-nubian-rights-forum-niims-2020 true',
      'jm-robinson-nids-2019 → ke-nubian-rights-forum-niims-2020 true', 'mu-madhewoo-supreme-court-2015 → ke-nubian-rights-forum-niims-2020 false',
    ]);
  });

  it('keeps a test that only some records have, behind the fixed ones', async () => {
    const c = await compare(['un-madhewoo-v-mauritius-2021', 'oas-yean-bosico-2005']);
    for (const row of c.rows.slice(8)) expect(row.cells.some((x: any) => x.finding !== null)).toBe(true);
  });

  it('says which were asked for and are not there, counts a slug once, and refuses a seventh', async () => {
    expect(await compare(['no-such', 'nl-syri-2020', 'nl-syri-2020'])).toMatchObject({ columns: [{ slug: 'nl-syri-2020' }], missing: ['no-such'] });
    expect(await compare([])).toMatchObject({ columns: [], missing: [], reliance: [] });
    expect((await ask(['a', 'b', 'c', 'd', 'e', 'f', 'g'])).errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'slugs', problem: 'too_many' }] });
  });
});

describe('a case of one\'s own beside them', () => {
  it('brings what was ordered and what came after for those who may read it, and does not exist for others', async () => {
    const { id } = await newCase(world);
    const [below, above] = [await newProceeding(world, id), await newProceeding(world, id, { courtSlug: 'ug-court-of-appeal' })];
    await done(world, 'lead', 'addProceedingLink', { legalCaseId: ['ID!', id], input: ['ProceedingLinkInput!', { fromId: above.id, toId: below.id, type: 'appeal_from', on: '2020-03' }] }, 'id');
    const claim = await done(world, 'lead', 'addClaim', { legalCaseId: ['ID!', id], input: ['ClaimInput!', { act: 'Own act' }] }, 'id');
    await done(world, 'lead', 'setDisposition', { input: ['DispositionInput!', { claimId: claim.id, proceedingId: below.id, code: 'allowed', favours: 'us', decidedOn: '2020-01-30' }] }, 'id');
    const beside = (who: Parameters<World['gql']>[0]) => world.gql(who, `query($slugs: [String!]!, $caseId: ID) { comparison(slugs: $slugs, caseId: $caseId) { columns { slug }
      ownCase { id proceedings { id status court { name } } claims { act dispositions { code decidedOn note } } events { id type } links { fromId toId type on } nextDates { id } } } }`, { slugs: four, caseId: id });
    expect((await beside('lead')).data.comparison.ownCase).toMatchObject({ claims: [{ act: 'Own act', dispositions: [{ code: 'allowed', decidedOn: '2020-01-30' }] }], links: [{ fromId: above.id, toId: below.id, type: 'appeal_from', on: '2020-03' }] });
    for (const who of ['outsider', 'stranger'] as const) expect((await beside(who)).data.comparison, who).toMatchObject({ columns: [{}, {}, {}, {}], ownCase: null });
  });
});

describe('a file that leaves the product', () => {
  const get = (url: string, headers: Record<string, string> = {}) => world.app.inject({ method: 'GET', url, headers: { host: 'localhost:4000', ...headers } });
  const c = four.join(',');

  it('is the same for everybody, signed in or not, and never holds a case that was set beside the decisions', async () => {
    const legalCase = await aCase(world);
    for (const path of [`/exports/comparison.csv?c=${c}`, `/exports/comparison.csv?c=${c}&case=${legalCase.id}&caseId=${legalCase.id}`, `/exports/handout.docx?c=${c}&case=${legalCase.id}`, `/exports/slides.pptx?c=${c}&case=${legalCase.id}`, '/exports/precedents.csv?harm=exclusion']) {
      const stranger = await get(path), lead = await get(path, { cookie: `amparo=${world.people.lead.token}` });
      expect(stranger.statusCode).toBe(200);
      expect(lead.rawPayload.equals(stranger.rawPayload)).toBe(true);
      expect(lead.rawPayload.equals((await get(path.replace(/&case.*/u, ''))).rawPayload)).toBe(true);
    }
  });

  it('comparison.csv holds the table, in the asked language, with the mark of a reference record', async () => {
    const en = await get(`/exports/comparison.csv?c=${c}`), es = await get(`/exports/comparison.csv?c=${c}&lang=es`);
    expect(en.headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="amparo-comparison.csv"', 'x-content-type-options': 'nosniff' });
    expect(en.payload).toMatch(/\r\nNecessity[^\r]*,Courts differ,Partly met,Met,Not met,Partly met: DNA and GPS held unnecessary and intrusive\r\n/);
    expect(en.payload).toContain('Reference record, not reviewed by two members');
    expect(en.payload).not.toContain('localhost');
    expect(en.payload).toContain('"jm-robinson-nids-2019, in the Amparo library"');
    expect(es.payload).toContain('No cumplido');
    expect(es.payload).not.toContain('Not met');
  });

  it('precedents.csv holds every row of the list that the page shows, in its order', async () => {
    const csv = await get('/exports/precedents.csv?q=fingerprints&harm=mass-biometric-collection&sort=oldest');
    const names = csv.payload.split('\r\n').slice(1, -1);
    expect(names).toHaveLength(12);
    expect(names[0]).toContain('Interpretation No. 603');
    expect((await get('/exports/precedents.csv')).payload.split('\r\n').slice(1, -1)).toHaveLength(41);
    expect((await get('/exports/precedents.csv?country=MU&country=KE&result=lost&from=2010&to=2020')).payload.split('\r\n').slice(1, -1)).toHaveLength(1);
    expect(csv.payload).toContain('"Reference record, not reviewed by two members"');
  });

  it.each([['handout.docx', 'word/document.xml'], ['slides.pptx', 'ppt/slides/slide1.xml']])('%s is a real office file with the mark', async (name, part) => {
    const r = await get(`/exports/${name}?c=${c}`);
    expect(r.statusCode).toBe(200);
    expect(r.headers['content-disposition']).toBe(`attachment; filename="amparo-${name}"`);
    const zip = await JSZip.loadAsync(r.rawPayload);
    expect(zip.file(part)).not.toBeNull();
    const all = (await Promise.all(Object.values(zip.files).filter((f) => f.name.endsWith('.xml')).map((f) => f.async('string')))).join('').replace(/<[^>]+>/g, '');
    for (const words of ['Reference record, not reviewed by two members', 'Robinson (NIDS)', 'How 4 courts answered the same questions']) expect(all).toContain(words);
    expect((await get(`/exports/${name}?c=${c}`)).rawPayload.equals(r.rawPayload)).toBe(true);
    // another record is called by its name, not by the key of the file
    expect(all).not.toContain('coe-s-and-marper-2008');
    expect(all).toContain('Marper');
  });

  it.each([
    ['/exports/comparison.csv', 400, 'INVALID'], ['/exports/handout.docx?c=', 400, 'INVALID'], ['/exports/handout.docx?c=a,b,c,d,e,f,g', 400, 'INVALID'], ['/exports/slides.pptx?c=no-such', 404, 'NOT_FOUND'],
    [`/exports/precedents.csv?q=${'x'.repeat(201)}`, 400, 'INVALID'], ['/exports/precedents.csv?q=a%00b', 400, 'INVALID'], ['/exports/precedents.csv?sort=sideways', 400, 'INVALID'],
  ])('%s is refused with a code and nothing to download', async (url, status, code) => {
    const r = await get(url);
    expect([r.statusCode, (r.json() as { code: string }).code, r.headers['content-disposition']]).toEqual([status, code, undefined]);
  });

  it.each([['amparo.example.org', true], ['192.168.1.20:4000', true], ['localhost:4000', false], ['127.0.0.1:4000', false], ['[::1]:4000', false], ['demo.localhost', false], ['0.0.0.0:4000', false]])('asked for at %s, it prints the address of a record: %s', async (host, printed) => {
    for (const path of ['comparison.csv?c=nl-syri-2020', 'precedents.csv?q=syri']) {
      const { payload } = await get(`/exports/${path}`, { host });
      expect(payload.includes(`http://${host}/precedents/nl-syri-2020`)).toBe(printed);
      expect(payload.includes('nl-syri-2020, in the Amparo library')).toBe(!printed);
    }
  });

  it('never repeats a host header that is no host', async () => {
    const r = await get(`/exports/comparison.csv?c=nl-syri-2020`, { host: 'evil.example/?x=' });
    expect(r.payload).not.toContain('evil');
  });
});
