import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';
import { complaints, enter } from './visit.ts';

interface Named { name: string; type: string }
interface Precedent { slug: string; short_name: string; title: string; judges: string[]; docket_number: string | null; neutral_citation: string | null; ecli: string | null; other_citations: string[]; parties: Record<string, Named[]>;
  issues: string[]; tests: { note: string | null }[]; remedies: { detail: string }[]; holding_summary: string; timeline: { description: string }[]; rights: { instrument: string; article: string | null }[]; sources: { ref: string; note: string | null }[];
  history: { note: string | null }[]; cites: { note: string | null }[]; id_system: { name: string; note: string | null }; notes: string | null; unverified: string[] }
const library = JSON.parse(readFileSync(join(import.meta.dirname, '../../apps/api/library/precedents.json'), 'utf8')) as Precedent[];
const publicPaths = ['/precedents', '/precedents/jm-robinson-nids-2019', '/precedents/compare?c=jm-robinson-nids-2019,in-puttaswamy-aadhaar-2018', '/systems', '/systems/jm-nids', '/courts', '/courts/ug-high-court', '/harm-types/exclusion', '/rights/privacy'];

test.describe('with JavaScript off', () => {
  test.use({ javaScriptEnabled: false });
  for (const path of publicPaths) test(`${path} is readable`, async ({ page }) => {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(200);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(300);
  });
  test('the search works as a form', async ({ page }) => {
    await page.goto('/precedents');
    await page.getByRole('searchbox').first().fill('fingerprints');
    await page.keyboard.press('Enter');
    await expect(page.locator('mark').first()).toBeVisible();
  });
});

for (const path of publicPaths) test(`${path} hydrates without a complaint and without asking again`, async ({ page }) => {
  const heard = complaints(page);
  const asked: string[] = [];
  page.on('request', (r) => { if (new URL(r.url()).pathname === '/graphql') asked.push(r.postData() ?? ''); });
  await page.goto(path, { waitUntil: 'networkidle' });
  expect(heard).toEqual([]);
  expect(asked).toEqual([]);
});

for (const slug of ['jm-robinson-nids-2019', 'ke-nubian-rights-forum-niims-2020', 'un-madhewoo-v-mauritius-2021']) test(`every known value of ${slug} stands on its page`, async ({ page }) => {
  const r = library.find((p) => p.slug === slug)!;
  await page.goto(`/precedents/${slug}`);
  await page.locator('details').evaluateAll((all) => { for (const d of all) (d as HTMLDetailsElement).open = true; });
  const flat = (s: string) => s.replaceAll(/\s+/gu, ' ').toLocaleLowerCase('en');
  const text = flat(await page.locator('body').innerText());
  const values = [r.short_name, r.title, ...r.judges, r.docket_number, r.neutral_citation, r.ecli, ...r.other_citations, ...Object.values(r.parties).flat().map((p) => p.name), ...r.issues, ...r.tests.map((t) => t.note), ...r.remedies.map((x) => x.detail),
    r.holding_summary, ...r.timeline.map((t) => t.description), ...r.rights.flatMap((x) => [x.instrument, x.article]), ...r.sources.flatMap((s) => [s.ref, s.note]), ...r.history.map((h) => h.note), ...r.cites.map((c) => c.note), r.id_system.name, r.id_system.note, r.notes, ...r.unverified];
  expect(values.filter((v): v is string => !!v && !text.includes(flat(v)))).toEqual([]);
  expect(text).toContain('reference record, not reviewed by two members');
});

test('public pages stay light, strict and free of anything private', async ({ request }) => {
  for (const path of ['/precedents', '/precedents/jm-robinson-nids-2019', '/systems', '/courts']) {
    const r = await request.get(path);
    const html = await r.text();
    expect(gzipSync(html).length, `${path}: HTML`).toBeLessThanOrEqual(15_000);
    expect(r.headers()['content-security-policy']).toMatch(/script-src 'nonce-[^']+' 'strict-dynamic'/);
    expect(r.headers()['content-security-policy']).not.toMatch(/script-src[^;]*unsafe/);
    expect(r.headers()['cache-control']).toContain('no-store');
    const css = await Promise.all([...new Set([...html.matchAll(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g), ...html.matchAll(/<link[^>]+href="([^"]+\.css)"/g)].map((m) => m[1]!))].map(async (href) => gzipSync(await (await request.get(href)).body()).length));
    expect(css.reduce((a, b) => a + b, 0), `${path}: CSS`).toBeLessThanOrEqual(15_000);
  }
});

/** What a page asks for before it can be used: every script its HTML names, gzipped. Editors, dialogs and the live connection come later. */
async function firstScripts(page: Page, path: string) {
  const html = await (await page.request.get(path)).text();
  const names = new Set([...html.matchAll(/(?:href|src)="(\/assets\/[^"]+\.js)"/gu)].map((m) => m[1]!));
  const sizes = await Promise.all([...names].map(async (name) => gzipSync(await (await page.request.get(name)).body()).length));
  return sizes.reduce((a, b) => a + b, 0);
}
test('no first route asks for more than 200 kB of JavaScript', async ({ page }) => {
  test.setTimeout(120_000);
  const light = async (paths: string[]) => { for (const path of paths) expect.soft(await firstScripts(page, path), path).toBeLessThanOrEqual(200_000); };
  await light([...publicPaths, '/sign-in', '/link/of-no-use', '/help', '/no-such-page']);
  await enter(page, 'lawyer');
  const answer = await page.request.post('/graphql', { data: { query: '{ cases(first: 1) { nodes { id } } harms(first: 1) { nodes { id } } }' } });
  const { data } = (await answer.json()) as { data: Record<'cases' | 'harms', { nodes: { id: string }[] }> };
  const [legalCase, harm] = [data.cases.nodes[0]!.id, data.harms.nodes[0]!.id];
  await light(['/today', '/calendar', '/log', '/account', '/precedents', '/cases', '/cases/new', '/orders', ...['', '/proceedings', '/claims', '/decisions', '/orders', '/people', '/changes', '/edit'].map((tab) => `/cases/${legalCase}${tab}`), '/harms', '/harms/new', `/harms/${harm}`]);
  await page.context().clearCookies();
  await enter(page, 'steward');
  await light(['/members', '/today']);
});

test('a signed-in lawyer\'s public page sends no private word along', async ({ page }) => {
  await enter(page, 'lawyer', '/precedents');
  const html = await (await page.request.get('/precedents/ug-iser-ndaga-muntu-2025')).text();
  expect(html).not.toContain('Ask the registry');
});
