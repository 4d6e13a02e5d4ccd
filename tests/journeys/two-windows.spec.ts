import { type Browser, expect, test } from '@playwright/test';
import { enter, press } from './visit.ts';

const wide = { viewport: { width: 1280, height: 900 } };
const caseOf = async (browser: Browser, who: 'lawyer' = 'lawyer') => {
  const page = await (await browser.newContext(wide)).newPage();
  await enter(page, who, '/cases');
  await page.getByRole('link', { name: /ISER \(Ndaga Muntu\)/ }).first().click();
  await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
  return page;
};

test('two windows write one party: the other\'s field stays, and where both wrote the same field both texts stand side by side', async ({ browser }) => {
  const a = await caseOf(browser), b = await caseOf(browser);
  for (const page of [a, b]) {
    await page.goto(`${new URL(page.url()).pathname}/edit`);
    await press(page.getByRole('region', { name: 'Parties' }).getByRole('button', { name: /^Edit CIPESA/ }), page.getByRole('button', { name: 'Save the party' }));
  }
  const word = (page: typeof a) => page.getByRole('region', { name: 'Parties' }).getByLabel(/^Word of the court/), name = (page: typeof a) => page.getByRole('region', { name: 'Parties' }).getByLabel('Name', { exact: true });
  const before = { word: await word(a).inputValue(), name: await name(a).inputValue() };
  await name(a).fill('CIPESA (one)');
  await word(b).fill('Friend of the court');
  await b.getByRole('button', { name: 'Save the party' }).click();
  await expect(word(a)).toHaveValue('Friend of the court'); // came by itself, and what is typed here stays
  await expect(name(a)).toHaveValue('CIPESA (one)');
  await b.getByRole('region', { name: 'Parties' }).getByRole('button', { name: /^Edit CIPESA/ }).click();
  await name(b).fill('CIPESA (two)');
  await b.getByRole('button', { name: 'Save the party' }).click();
  await expect(b.getByText('CIPESA (two)').first()).toBeVisible();
  await a.getByRole('button', { name: 'Save the party' }).click();
  const both = a.getByRole('alert').filter({ hasText: 'Somebody else changed this' });
  await expect(both).toContainText('CIPESA (one)');
  await expect(both).toContainText('CIPESA (two)');
  await both.getByRole('button', { name: 'Keep mine' }).click();
  await expect(a.getByRole('button', { name: 'Save the party' })).toBeHidden();
  await a.getByRole('region', { name: 'Parties' }).getByRole('button', { name: /^Edit CIPESA/ }).click();
  await expect(word(a)).toHaveValue('Friend of the court');
  await name(a).fill(before.name);
  await word(a).fill(before.word);
  await a.getByRole('button', { name: 'Save the party' }).click();
  await expect(a.getByText('CIPESA (one)')).toHaveCount(0);
});

test('signing out everywhere closes what stands open in other windows', async ({ browser }) => {
  const a = await caseOf(browser), b = await caseOf(browser);
  await a.goto('/today');
  await expect(a.getByRole('heading', { level: 1 })).toBeVisible();
  const c = await (await browser.newContext(wide)).newPage();
  await enter(c, 'lawyer', '/account');
  await c.getByRole('button', { name: 'Sign out everywhere' }).click();
  await c.waitForURL(/sign-in/);
  for (const page of [a, b]) await page.waitForURL(/sign-in/, { timeout: 10_000 });
});

test('after signing in nobody is taken to another site', async ({ page }) => {
  for (const next of ['//evil.example', 'https://evil.example/', '/\\evil.example']) {
    await page.context().clearCookies();
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await page.getByRole('button', { name: 'Grace Alder' }).click();
    await page.waitForURL((url) => url.pathname === '/today');
  }
});

test('a dialog that closes gives the focus back to where one was', async ({ page }) => {
  await enter(page, 'lawyer', '/cases');
  const first = page.getByRole('link', { name: /ISER \(Ndaga Muntu\)/ }).first();
  await first.focus();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Search and commands' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(first).toBeFocused();
});
