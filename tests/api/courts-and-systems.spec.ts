import { afterAll, beforeAll, expect, it } from 'vitest';
import { libraryFile } from '../support/library.ts';
import { makeWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => { world = await makeWorld(); });
afterAll(() => world.end());
const read = async (query: string, variables?: Record<string, unknown>) => { const r = await world.gql('stranger', query, variables); if (r.errors) throw new Error(JSON.stringify(r.errors)); return r.data; };

const courts = libraryFile('courts.json') as Record<string, any>[];
const systems = libraryFile('id-systems.json') as Record<string, any>[];
const precedents = libraryFile('precedents.json') as Record<string, any>[];

it('every court says all that the file knows, with its appeal court above and those that appeal to it below', async () => {
  const { courts: found } = await read('{ courts { slug country name nameLocal localLanguage level levelLabel parent { slug } children { slug } website note precedentCount precedents { slug } extra { name } } }');
  expect(found).toHaveLength(courts.length);
  for (const raw of courts) {
    const mine = precedents.filter((p) => p['court'] === raw['slug']).map((p) => p['slug']);
    const c = found.find((x: any) => x.slug === raw['slug']);
    expect(c).toMatchObject({
      country: raw['country'], name: raw['name'], nameLocal: raw['name_local'], localLanguage: raw['local_language'], level: raw['level'], parent: raw['parent'] ? { slug: raw['parent'] } : null,
      website: raw['website'], note: raw['note'], precedentCount: mine.length, extra: [],
    });
    expect(c.children.map((x: any) => x.slug).sort()).toEqual(courts.filter((x) => x['parent'] === raw['slug']).map((x) => x['slug']).sort());
    expect(c.precedents.map((x: any) => x.slug).sort()).toEqual(mine.sort());
    expect(c.levelLabel).not.toBe(raw['level']);
  }
});

it('every ID system says all that the file knows; what is not known is null and not false', async () => {
  const { idSystems: found } = await read(`{ idSystems { slug country name nameLocal identifier launched status statusLabel legalBasis function functionLabel mandatoryInLaw mandatoryDeFacto biometrics { id } centralisedDatabase
    dataProtectionLaw { name year note } funders vendors openSource statistics { label value asOf unit } sources { type ref basis note } confidence unverified notes precedentCount extra { name } } }`);
  expect(found).toHaveLength(systems.length);
  for (const raw of systems) {
    expect(found.find((x: any) => x.slug === raw['slug']), raw['slug']).toMatchObject({
      country: raw['country'], name: raw['name'], nameLocal: raw['name_local'], identifier: raw['identifier'], launched: raw['launched'], status: raw['status'], legalBasis: raw['legal_basis'], function: raw['function'],
      mandatoryInLaw: raw['mandatory_in_law'], mandatoryDeFacto: raw['mandatory_de_facto'], biometrics: raw['biometrics'].map((id: string) => ({ id })), centralisedDatabase: raw['centralised_database'],
      dataProtectionLaw: raw['data_protection_law'], funders: raw['funders'], vendors: raw['vendors'], openSource: raw['open_source'],
      statistics: raw['statistics'].map((s: any) => ({ label: s.label, value: String(s.value), asOf: s.as_of, unit: s.unit })), sources: raw['sources'], confidence: raw['confidence'], unverified: raw['unverified'], notes: raw['notes'],
      precedentCount: precedents.filter((p) => p['id_system'].system === raw['slug']).length, extra: [],
    });
  }
});

it('a system names the kinds of harm that no record on it speaks of', async () => {
  const harms = (libraryFile('vocabularies.json').schemes as any[]).find((s) => s.id === 'harms').concepts as { id: string; broader: string | null }[];
  const { idSystems } = await read('{ idSystems { slug neverLitigated { id } } }');
  for (const s of idSystems) {
    const spoken = new Set(precedents.filter((p) => p['id_system'].system === s.slug).flatMap((p) => p['harms'] as string[]));
    const silent = (h: { id: string }) => ![h.id, ...harms.filter((x) => x.broader === h.id).map((x) => x.id)].some((id) => spoken.has(id));
    // a family nobody spoke of stands for all of its kinds; of a family somebody spoke of, each kind nobody named
    const never = harms.filter((h) => silent(h) && !harms.some((family) => family.id === h.broader && silent(family))).map((h) => h.id);
    expect(s.neverLitigated.map((h: any) => h.id), s.slug).toEqual(never);
  }
  expect(idSystems.some((s: any) => s.neverLitigated.length > 0)).toBe(true);
});

it('what does not exist is null', async () => {
  expect(await read('{ court(slug: "no-such") { slug } idSystem(slug: "no-such") { slug } conceptScheme(id: "no-such") { id } }')).toEqual({ court: null, idSystem: null, conceptScheme: null });
  expect((await read('{ court(slug: "ke-high-court") { name } idSystem(slug: "in-aadhaar") { name } }'))).toEqual({ court: { name: 'High Court of Kenya' }, idSystem: { name: 'Aadhaar' } });
});
