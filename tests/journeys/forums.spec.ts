import { expect, type Page, test } from '@playwright/test';
import { accessible, complaints, enter } from './visit.ts';

test.describe.configure({ mode: 'serial', timeout: 120_000 });

async function uganda(page: Page): Promise<string> {
  await enter(page, 'lawyer', '/cases');
  await page.getByRole('link', { name: /ISER \(Ndaga Muntu\)/ }).first().click();
  await page.getByRole('link', { name: 'Where next' }).click();
  await expect(page.getByRole('heading', { name: 'Where this case can go next' })).toBeVisible();
  return new URL(page.url()).pathname;
}
const row = (page: Page, id: string) => page.locator(`tr[data-forum="${id}"]`);

test('a lawyer asks where the Uganda case can go on the day of the ruling, reads why, chooses and records why', async ({ page }) => {
  const heard = complaints(page);
  const place = await uganda(page);
  await expect(row(page, 'ug-court-of-appeal')).toContainText('Can be extended with leave'); // long over today
  await page.getByText(/^If filed on/).click();
  await page.getByLabel(/^Day of filing/).fill('10 June 2025');
  await page.getByRole('button', { name: 'Ask for that day' }).click();
  await page.waitForURL(/on=2025-06-10/);
  await expect(row(page, 'ug-court-of-appeal')).toContainText('14 days');
  await expect(row(page, 'eacj')).toContainText('Last day Sun 10 Aug 2025 does not move');
  await expect(row(page, 'au-achpr')).toContainText('Required, not finished');
  await expect(row(page, 'au-afchpr')).toContainText('No entry on file: Declaration, art. 34(6)');
  await expect(page.locator('li[data-forum="coe-ecthr"]')).toContainText('Another region: not for Uganda.');
  await accessible(page);

  await page.getByRole('button', { name: /^Why: Court of Appeal of Uganda/ }).click();
  await expect(page.getByText('Last day Tue 24 June 2025. Aim for Mon 23 June 2025.')).toBeVisible();
  await expect(page.getByText('Open until Tue 24 June 2025: 14 days left.')).toBeVisible();
  await accessible(page);

  for (const name of [/^Compare Court of Appeal of Uganda/, /^Compare African Commission/]) await page.getByRole('checkbox', { name }).check();
  await expect(page.getByRole('region', { name: 'Compared forums' }).getByRole('columnheader')).toHaveCount(3);

  await page.getByRole('button', { name: 'Record the decision' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: 'Record the decision' }).click();
  await expect(sheet.getByRole('alert').first()).toContainText('This is needed'); // nothing said, nothing recorded
  await sheet.getByLabel('The decision').fill('Give notice of appeal first.');
  await sheet.getByLabel('Why', { exact: true }).fill('It keeps the other doors usable.');
  await sheet.getByLabel(/^African Commission on Human/).selectOption('rejected');
  await sheet.getByLabel(/^Why not: African Commission/).fill('Remedies at home come first.');
  await accessible(page);
  await sheet.getByRole('button', { name: 'Record the decision' }).click();
  await expect(page.getByText('Recorded. Only the case team can read it.')).toBeVisible();
  const memo = page.locator('article[data-memo="1"]');
  await expect(memo).toContainText('Court of Appeal of Uganda');
  await expect(memo).toContainText('Remedies at home come first.');
  await expect(memo).toContainText('Grace Alder');
  await memo.locator('summary').click();
  await expect(memo.getByRole('row', { name: /Court of Appeal of Uganda/ })).toContainText('24 June 2025');

  await page.goto(place); // today the doors stand otherwise, and the memo says so
  await expect(memo).toContainText('Court of Appeal of Uganda: open, with a last day (24 June 2025) then, time is over (24 June 2025) now.');
  expect(heard).toEqual([]);
});

test('a second memo takes the place of the first, which stays; on a phone, in Arabic and for nobody else', async ({ page, browser }) => {
  const place = await uganda(page);
  await page.getByRole('button', { name: 'Write another memo' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('The decision').fill('Wait for Nairobi.');
  await sheet.getByLabel('Why', { exact: true }).fill('The appeal there asks the same.');
  await sheet.getByLabel(/^African Commission on Human/).selectOption('chosen');
  await sheet.getByRole('button', { name: 'Record the decision' }).click();
  await expect(page.locator('article[data-memo="2"]')).toContainText('Wait for Nairobi.');
  await page.getByText('1 earlier memo').click();
  await expect(page.locator('article[data-memo="1"]')).toContainText('Give notice of appeal first.');

  await page.setViewportSize({ width: 390, height: 844 });
  await page.context().addCookies([{ name: 'lang', value: 'ar', url: new URL(page.url()).origin }]);
  await page.goto(`${place}?on=2025-06-10`);
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await accessible(page);

  const other = await browser.newPage();
  await enter(other, 'ally', '/cases');
  await other.goto(place);
  await expect(other.getByText('This page does not exist, or you cannot read it')).toBeVisible();
  await other.close();
});
