import { type Browser, expect, test } from '@playwright/test';
import { accessible, complaints, enter, press } from './visit.ts';

const page = async (browser: Browser, timezoneId: string) => (await browser.newContext({ viewport: { width: 1440, height: 1000 }, timezoneId })).newPage();
const title = 'Application for annulment';

test('scenario 8, time zone: the court\'s day stands, the reader\'s clock is beside it, and another phone zone moves nothing', async ({ browser }) => {
  const nairobi = await page(browser, 'Africa/Nairobi');
  const heard = complaints(nairobi);
  await enter(nairobi, 'lawyer', '/cases');
  await nairobi.getByRole('link', { name: /ISER \(Ndaga Muntu\)/ }).first().click();
  await nairobi.getByRole('button', { name: 'Add a deadline' }).click();
  const form = nairobi.getByRole('dialog', { name: 'Add a deadline' });
  await form.getByLabel('Rule', { exact: true }).fill('EU-1');
  await form.getByRole('option', { name: /EU-1/ }).first().click();
  await form.getByLabel(/^What is due/).fill(title);
  await form.getByLabel('Runs from', { exact: true }).fill('31 Aug 2026');
  await form.getByLabel(/^Which day is that/).selectOption('notified');
  await expect(form.getByText(/10 Nov(ember)? 2026/).first()).toBeVisible();
  await accessible(nairobi);
  await form.getByRole('button', { name: 'Add the deadline' }).click();
  await expect(form).toBeHidden();
  await nairobi.getByRole('region', { name: 'Deadlines' }).getByRole('button', { name: title }).click();
  const sheet = nairobi.getByRole('dialog', { name: 'How counted' });
  await expect(sheet.getByText(/10 Nov(ember)? 2026, 23:59 Luxembourg \(your time: .*11 Nov(ember)? 2026, 01:59\)/).first()).toBeVisible();
  const where = nairobi.url();
  expect(heard).toEqual([]);

  const lima = await page(browser, 'America/Lima');
  await enter(lima, 'lawyer', new URL(where).pathname);
  const there = lima.getByRole('dialog', { name: 'How counted' });
  await press(lima.getByRole('region', { name: 'Deadlines' }).getByRole('button', { name: title }), there);
  await expect(there.getByText(/10 Nov(ember)? 2026, 23:59 Luxembourg \(your time: .*10 Nov(ember)? 2026, 17:59\)/).first()).toBeVisible();
  // Whoever counted it cannot be the second person; what was tried leaves again.
  await expect(there.getByText(/somebody else of the team confirms it/i)).toBeVisible();
  await there.getByRole('button', { name: 'Remove' }).click();
  await lima.getByRole('button', { name: 'Remove the deadline' }).click();
  await expect(lima.getByRole('region', { name: 'Deadlines' }).getByRole('button', { name: title })).toHaveCount(0);
});

test('a court gave sixty days, stopped the clock for ten and gave a week more: every step is shown, and the form still knows it', async ({ browser }) => {
  const lawyer = await page(browser, 'Africa/Kampala');
  await enter(lawyer, 'lawyer', '/cases');
  await lawyer.getByRole('link', { name: /ISER \(Ndaga Muntu\)/ }).first().click();
  await lawyer.getByRole('button', { name: 'Add a deadline' }).click();
  const form = lawyer.getByRole('dialog', { name: 'Add a deadline' });
  await form.getByText('A court order', { exact: true }).click();
  await form.getByLabel('Which order').fill('Order 3 of 2 March 2027');
  await form.getByLabel(/^What is due/).fill('Report on registration');
  await form.getByLabel(/^Within/).fill('60');
  await form.getByLabel('Runs from', { exact: true }).fill('2 Mar 2027');
  await form.getByText('Stays, time left out, and other circumstances').click();
  await form.getByRole('button', { name: 'Add a stretch of time' }).click();
  await form.getByLabel('From', { exact: true }).fill('10 Mar 2027');
  await form.getByLabel('Runs again on').fill('9 Mar 2027');
  await form.getByRole('button', { name: 'Add the deadline' }).click();
  await expect(form.getByRole('alert').first()).toContainText(/before it begins|ends before/i); // refused, by name and with the remedy
  await form.getByLabel('Runs again on').fill('20 Mar 2027');
  await expect(form.getByText(/11 May 2027/).first()).toBeVisible(); // 1 May and ten days
  await form.getByRole('button', { name: 'Add the deadline' }).click();
  await expect(form).toBeHidden();

  await lawyer.getByRole('region', { name: 'Deadlines' }).getByRole('button', { name: 'Report on registration' }).click();
  const sheet = lawyer.getByRole('dialog', { name: 'How counted' });
  await sheet.getByRole('button', { name: 'Add an extension' }).click();
  await sheet.getByLabel('Which order').fill('Order of 1 May 2027');
  await sheet.getByLabel(/^Or longer by/).fill('1');
  await sheet.getByLabel('Counted in').selectOption('week');
  await sheet.getByRole('button', { name: 'Add the extension' }).click();
  await expect(sheet.getByText(/18 May 2027/).first()).toBeVisible();
  await sheet.getByRole('button', { name: 'Change', exact: true }).click();
  await expect(lawyer.getByLabel('Runs again on')).toHaveValue('20 Mar 2027');
  await lawyer.keyboard.press('Escape');
  await lawyer.getByRole('region', { name: 'Deadlines' }).getByRole('button', { name: 'Report on registration' }).click();
  await sheet.getByRole('button', { name: 'Remove' }).click();
  await lawyer.getByRole('button', { name: 'Remove the deadline' }).click();
  await expect(sheet).toBeHidden();
});
