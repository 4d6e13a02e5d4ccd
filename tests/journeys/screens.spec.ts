import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Page, test } from '@playwright/test';
import { accessible, enter } from './visit.ts';

// A picture of each page under .amparo/screens, so that anyone can look at the whole product in a minute; and axe on each.
const folder = join(import.meta.dirname, '../../.amparo/screens');
mkdirSync(folder, { recursive: true });
const four = 'ke-nubian-rights-forum-niims-2020,in-puttaswamy-aadhaar-2018,jm-robinson-nids-2019,mu-madhewoo-supreme-court-2015';
const open: [string, string][] = [['sign-in', '/sign-in'], ['precedents', '/precedents'], ['precedents-search', '/precedents?q=fingerprints'], ['precedent', '/precedents/mu-madhewoo-supreme-court-2015'], ['compare', `/precedents/compare?c=${four}`],
  ['courts', '/courts'], ['court', '/courts/ke-high-court'], ['systems', '/systems'], ['system', '/systems/ke-huduma-namba'], ['harm-type', '/harm-types/exclusion'], ['right', '/rights/privacy'], ['help', '/help'], ['not-found', '/no-such-page']];
const inside: [string, string][] = [['today', '/today'], ['calendar', '/calendar?month=2025-06'], ['calendar-list', '/calendar?view=list'], ['cases', '/cases'], ['case', 'ISER'], ['case-kenya', 'Nubian'], ['case-mauritius', 'Madhewoo'], ['case-proceedings', 'Nubian/proceedings'], ['case-claims', 'Nubian/claims'], ['case-decisions', 'Madhewoo/decisions'], ['case-orders', 'Madhewoo/orders'], ['case-forums', 'ISER/forums'], ['case-people', 'ISER/people'], ['case-changes', 'ISER/changes'], ['case-edit', 'ISER/edit'],
  ['case-forums', 'ISER/forums?on=2025-06-10'], ['case-forums-mauritius', 'Madhewoo/forums'], ['case-new', '/cases/new'], ['log', '/log'], ['orders', '/orders'], ['deadline-rules', '/deadline-rules'], ['members', '/members'], ['harms', '/harms'], ['harm-new', '/harms/new'], ['account', '/account']];

async function addressOf(page: Page, path: string): Promise<string> {
  if (path.startsWith('/')) return path;
  const [name = '', tab] = path.split('/');
  const answer = await page.request.post('/graphql', { data: { query: '{ cases(first: 50) { nodes { id shortName title } } }' } });
  const { data } = (await answer.json()) as { data: { cases: { nodes: { id: string; shortName: string | null; title: string }[] } } };
  const found = data.cases.nodes.find((c) => `${c.shortName} ${c.title}`.includes(name));
  return `/cases/${found?.id ?? name}${tab ? `/${tab}` : ''}`;
}
async function shoot(page: Page, name: string, path: string) {
  await page.goto(await addressOf(page, path), { waitUntil: 'networkidle' });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  await accessible(page, true); // all pages are pictured, whatever the first one lacks
}

for (const [look, width, colorScheme, lang] of [['1440', 1440, 'light', 'en'], ['1440-dark', 1440, 'dark', 'en'], ['390', 390, 'light', 'en'], ['390-dark', 390, 'dark', 'en'], ['1440-rtl', 1440, 'light', 'ar']] as const) {
  test(`every page at ${look}`, async ({ browser, baseURL }) => {
    test.setTimeout(600_000); // forty pages, each read by axe
    const context = await browser.newContext({ viewport: { width, height: width === 390 ? 844 : 1000 }, colorScheme, reducedMotion: 'reduce', ...(baseURL ? { baseURL } : {}) });
    const page = await context.newPage();
    if (lang !== 'en') await context.addCookies([{ name: 'lang', value: lang, url: baseURL! }]);
    for (const [name, path] of open) await shoot(page, `${name}-${look}`, path);
    if (lang === 'en') await enter(page, 'lawyer');
    else { await page.request.post('/auth/demo', { data: { email: 'grace@tamarisk.example' }, headers: { origin: baseURL! } }); }
    for (const [name, path] of inside) await shoot(page, `${name}-${look}`, path);
    await context.close();
  });
}
