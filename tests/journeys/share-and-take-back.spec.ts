import { expect, test } from '@playwright/test';
import { accessible, enter } from './visit.ts';

test('a lawyer shares a case with an ally, who follows it live, and takes it back; a stranger and other members never learn of it', async ({ browser, page: lawyer }) => {
  test.setTimeout(180_000); // four people, each in a browser of their own
  const others = await Promise.all(['ally', 'reviewer', 'steward'].map(async (who) => { const page = await (await browser.newContext()).newPage(); await enter(page, who as 'ally'); return page; }));
  const [ally, reviewer, steward] = others as [typeof lawyer, typeof lawyer, typeof lawyer];
  const stranger = await (await browser.newContext()).newPage();

  await enter(lawyer, 'lawyer', '/cases');
  await lawyer.getByRole('link', { name: /ISER \(Ndaga Muntu\)/ }).first().click();
  await expect(lawyer.getByRole('heading', { level: 1 })).toContainText('Initiative for Social');
  const address = new URL(lawyer.url()).pathname;
  const closed = async (page: typeof lawyer) => { await page.goto(address); await expect(page.getByText('This page does not exist, or you cannot read it')).toBeVisible(); };
  for (const page of others) await closed(page);
  await ally.goto('/cases');
  await expect(ally.getByText('ISER (Ndaga Muntu)')).toHaveCount(0);

  await lawyer.getByRole('button', { name: 'Share' }).first().click();
  await lawyer.getByLabel(/Quillwort Trust/).check();
  await lawyer.getByLabel('Agreement on file, reference').fill('Common-interest agreement 3/2025');
  await lawyer.getByLabel('Signed on').fill('2 June 2025');
  await accessible(lawyer);
  await lawyer.getByRole('button', { name: 'Share with Quillwort Trust now' }).click();
  await expect(lawyer.getByText('Shared with Quillwort Trust.')).toBeVisible({ timeout: 15_000 }); // the rules of what is sent are fetched with the first form

  await ally.goto(address);
  await expect(ally.getByRole('heading', { level: 1 })).toContainText('Initiative for Social');
  await expect(ally.getByText('Ask the registry')).toHaveCount(0); // private notes never leave the team
  expect(await ally.content()).not.toContain('Ask the registry');
  for (const page of [reviewer, steward]) await closed(page);
  await stranger.goto(address);
  await expect(stranger.getByRole('heading', { name: 'Sign in' })).toBeVisible();

  // an event logged here stands in the ally's open page within two seconds
  await ally.waitForTimeout(1500); // the page listens
  await lawyer.keyboard.press('Escape');
  await lawyer.getByRole('button', { name: 'Log' }).or(lawyer.getByRole('link', { name: 'Log' })).last().click();
  await lawyer.getByText('Directions').click();
  await lawyer.getByRole('button', { name: 'Save' }).click();
  await expect(ally.getByRole('region', { name: 'Timeline' }).getByText(/Directions/).first()).toBeVisible({ timeout: 4000 });

  await lawyer.reload();
  await lawyer.getByRole('button', { name: 'Share' }).first().click();
  await lawyer.locator('label', { hasText: 'The people named in the team' }).click();
  await lawyer.getByRole('button', { name: 'Back to the case team now' }).click();
  await expect(ally.getByText('This page does not exist, or you cannot read it')).toBeVisible({ timeout: 5000 });

  // taken back by mistake: Undo gives the ally's open page back without a reload
  await lawyer.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect(ally.getByRole('heading', { level: 1 })).toContainText('Initiative for Social', { timeout: 5000 });

  await lawyer.reload();
  await lawyer.getByRole('button', { name: 'Share' }).first().click();
  await lawyer.locator('label', { hasText: 'The people named in the team' }).click();
  await lawyer.getByRole('button', { name: 'Back to the case team now' }).click();
  await expect(ally.getByText('This page does not exist, or you cannot read it')).toBeVisible({ timeout: 5000 });
  await closed(ally);
});
