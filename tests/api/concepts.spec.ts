import { afterAll, beforeAll, expect, it } from 'vitest';
import { libraryFile } from '../support/library.ts';
import { makeWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => { world = await makeWorld(); });
afterAll(() => world.end());
const page = async (scheme: string, id: string) => (await world.gql('stranger', `query($scheme: String!, $id: String!) { conceptPage(scheme: $scheme, id: $id) { concept { id label definition broader instruments { instrument articles } extra { name json } }
  precedents { slug result } affectedGroups { id label count } results { id label count } systems { slug } related { id } neverLitigated } }`, { scheme, id })).data.conceptPage;
const precedents = libraryFile('precedents.json') as Record<string, any>[];
const vocabularies = libraryFile('vocabularies.json') as { schemes: any[] };
const concepts = (scheme: string) => vocabularies.schemes.find((s) => s.id === scheme).concepts as any[];

it('a scheme answers with all its concepts, in the language of the one who asks', async () => {
  for (const scheme of vocabularies.schemes) {
    for (const lang of ['en', 'es', 'fr']) {
      const r = await world.app.inject({ method: 'POST', url: '/graphql', headers: { cookie: `lang=${lang}` }, payload: { query: `{ conceptScheme(id: "${scheme.id}") { label definition concepts { scheme id label definition broader } } }` } });
      expect((r.json() as any).data.conceptScheme, `${scheme.id} ${lang}`).toEqual({
        label: scheme.prefLabel[lang], definition: scheme.definition, concepts: scheme.concepts.map((c: any) => ({ scheme: scheme.id, id: c.id, label: c.prefLabel[lang], definition: c.definition, broader: c.broader })),
      });
    }
  }
});

it('a harm\'s page holds the records that speak of it or of a kind below it, whom they name and with what result', async () => {
  for (const { id } of concepts('harms')) {
    const family = [id, ...concepts('harms').filter((c) => c.broader === id).map((c) => c.id)];
    const mine = precedents.filter((p) => p['harms'].some((h: string) => family.includes(h)));
    const p = await page('harms', id);
    expect(p.precedents.map((x: any) => x.slug).sort(), id).toEqual(mine.map((r) => r['slug']).sort());
    expect(p.neverLitigated, id).toBe(mine.length === 0);
    const results = Object.fromEntries(p.results.map((r: any) => [r.id, r.count]));
    expect(results).toEqual({
      won: mine.filter((r) => r['for_claimant'] === 'win').length, partly_won: mine.filter((r) => r['for_claimant'] === 'partial').length, lost: mine.filter((r) => r['for_claimant'] === 'loss').length,
      no_merits: mine.filter((r) => r['for_claimant'] === 'none').length, pending: mine.filter((r) => r['for_claimant'] === 'pending').length,
    });
    const groups = mine.flatMap((r) => r['affected_groups'] as string[]);
    expect(Object.fromEntries(p.affectedGroups.map((g: any) => [g.id, g.count]))).toEqual(Object.fromEntries([...new Set(groups)].map((g) => [g, groups.filter((x) => x === g).length])));
    expect(p.systems.map((s: any) => s.slug).sort()).toEqual([...new Set(mine.map((r) => r['id_system'].system).filter(Boolean))].sort());
  }
});

it('a right\'s page has its instruments and what its vocabulary says besides', async () => {
  const p = await page('rights', 'privacy');
  expect(p.concept.instruments).toContainEqual({ instrument: 'ICCPR', articles: ['17'] });
  expect(p.concept.extra.map((e: any) => e.name)).toEqual(expect.arrayContaining(['sources', 'note']));
  expect(p.precedents.length).toBe(precedents.filter((r) => r['rights'].some((x: any) => x.right === 'privacy')).length);
  const never = concepts('rights').filter((c) => !precedents.some((r) => r['rights'].some((x: any) => x.right === c.id)));
  for (const c of never) expect((await page('rights', c.id)).neverLitigated).toBe(true);
});

it('shows what stands above, below and beside', async () => {
  expect((await page('harms', 'exclusion-health')).related.map((c: any) => c.id)).toEqual(concepts('harms').filter((c) => c.id === 'exclusion' || (c.broader === 'exclusion' && c.id !== 'exclusion-health')).map((c) => c.id));
});

it('only harms and rights have a page', async () => {
  for (const [scheme, id] of [['harms', 'no-such'], ['outcomes', 'upheld'], ['', ''], ['rights', 'exclusion']]) expect(await page(scheme as string, id as string)).toBeNull();
});
