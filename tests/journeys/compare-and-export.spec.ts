import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { accessible, complaints } from './visit.ts';

const four = ['ke-nubian-rights-forum-niims-2020', 'in-puttaswamy-aadhaar-2018', 'jm-robinson-nids-2019', 'mu-madhewoo-supreme-court-2015'];

test('anyone compares Kenya, India, Jamaica and Mauritius on necessity and takes the table along', async ({ page }) => {
  const heard = complaints(page);
  await page.goto('/precedents?q=biometric');
  await expect(page.getByRole('heading', { name: 'Precedents', level: 1 })).toBeVisible();
  await accessible(page);
  await page.goto(`/precedents/compare?c=${four.join(',')}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('four courts');
  const necessity = page.getByRole('row', { name: /Necessity/ });
  const cells = await necessity.getByRole('cell').allInnerTexts();
  expect(cells.map((c) => /Not met|Partly met|Met|Not coded yet|Not addressed/.exec(c)?.[0])).toEqual(['Partly met', 'Met', 'Not met', 'Partly met']); // Mauritius 2015, India 2018, Jamaica 2019, Kenya 2020
  await accessible(page);
  await page.getByText('Export', { exact: true }).click();
  const save = async (name: string) => { const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]); return readFileSync(await file.path()); };
  const csv = (await save('Table')).toString('utf8');
  expect(csv).toContain('Necessity');
  for (const name of ['Madhewoo', 'Puttaswamy', 'Robinson', 'Nubian Rights Forum']) expect(csv).toContain(name);
  expect(csv).toMatch(/Reference record/i);
  expect((await save('Handout')).subarray(0, 2).toString()).toBe('PK');
  expect((await save('Slides')).subarray(0, 2).toString()).toBe('PK');
  expect(heard).toEqual([]);
});

test('on a phone one test stands on the screen, the cases below each other', async ({ browser }) => {
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true })).newPage();
  await page.goto(`/precedents/compare?c=${four.join(',')}`);
  await expect(page.getByRole('heading', { name: /Legality|Necessity/ }).first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await accessible(page);
});
