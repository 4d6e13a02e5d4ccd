import { expect, test } from '@playwright/test';
import { accessible, complaints, enter } from './visit.ts';

test('Scenario 1: heard and reserved is shown at once, the stage is suggested, accepted with one tap, and stands in the history with its event', async ({ page }) => {
  const heard = complaints(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await enter(page, 'ally', '/cases');
  await page.getByRole('link', { name: /Nubian Rights Forum/ }).first().click();
  await page.getByRole('navigation').getByText('Log', { exact: true }).last().click();
  await page.getByRole('radio', { name: 'Heard, reserved' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  const suggested = page.getByRole('listitem').filter({ hasText: 'Stage:' });
  await expect(suggested).toContainText('judgment reserved?');
  await expect(page.getByRole('region', { name: 'Proceedings' })).toContainText('judgment reserved'); // as logged, before anybody answers
  await accessible(page);
  await suggested.getByRole('button', { name: /^Accept/ }).click();
  await expect(suggested).toHaveCount(0);
  await page.getByRole('link', { name: 'Proceedings', exact: true }).click();
  const now = page.locator('[aria-current="step"]').filter({ hasText: 'judgment reserved' });
  await expect(now.getByRole('link', { name: /Heard, judgment reserved/ })).toBeVisible();
  await accessible(page);
  await now.getByRole('button', { name: /^Undo/ }).click();
  await expect(page.getByText('undone', { exact: true }).first()).toBeVisible();
  expect(heard).toEqual([]);
});

test('the lanes say the same as a table: three courts of Mauritius, with the claims each link carries and the years it took', async ({ page }) => {
  await enter(page, 'lawyer', '/cases');
  await page.getByRole('link', { name: /Madhewoo/ }).first().click();
  const lanes = page.getByRole('region', { name: 'Proceedings' });
  await expect(lanes).toContainText('From first filing to last judgment: 7 to 8 years');
  await lanes.getByRole('button', { name: 'Show as table' }).click();
  const links = lanes.getByRole('table', { name: 'How they stand to one another' });
  await expect(links.getByRole('row').filter({ hasText: 'appeal from' })).toContainText('Compulsory taking of fingerprints');
  await expect(links.getByRole('row').filter({ hasText: 'after exhausting remedies in' })).toContainText('Fingerprint kept on the card');
  await accessible(page);
});
