import { expect, test } from '@playwright/test';
import { accessible, complaints, enter } from './visit.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

test('a lawyer logs a hearing from a phone in at most six taps, sees it on the timeline, and takes it back', async ({ page }) => {
  const heard = complaints(page);
  await enter(page, 'lawyer', '/cases');
  await page.getByRole('link', { name: /ISER \(Ndaga Muntu\)/ }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Initiative for Social and Economic Rights');
  await accessible(page);

  let taps = 0;
  const tap = async (what: ReturnType<typeof page.locator>) => { taps++; await what.tap(); };
  await tap(page.getByRole('navigation').getByText('Log', { exact: true }).last());
  await expect(page.getByText('ISER (Ndaga Muntu)').last()).toBeVisible(); // the case is chosen already
  await tap(page.getByRole('radio', { name: 'Heard, reserved' }));
  await tap(page.getByRole('radio', { name: /In 14 days/ }));
  await expect(page.getByText('Only the case team can read this')).toBeVisible();
  await accessible(page);
  await tap(page.getByRole('button', { name: 'Save' }));
  expect(taps).toBeLessThanOrEqual(6);
  await expect(page.getByText(/Only the case team can read it/).first()).toBeVisible();

  await page.reload();
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await expect(timeline.getByText(/Heard, judgment reserved/).first()).toBeVisible();
  expect(heard).toEqual([]);
});

test('the same entry can be undone within ten minutes, and its next date goes with it', async ({ page }) => {
  await enter(page, 'lawyer', '/log');
  await page.getByText('Adjourned').tap();
  await page.getByRole('radio', { name: /In 30 days/ }).tap();
  await page.getByRole('button', { name: 'Save' }).tap();
  await page.getByRole('button', { name: 'Undo' }).first().tap();
  await page.goto('/today');
  await expect(page.getByText('Adjourned')).toHaveCount(0);
});
