import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';

/** The five sample people of the demo. */
export const demo = { lawyer: 'Grace Alder', ally: 'Joseph Teasel', reviewer: 'Lucía Vetch', facilitator: 'Noor Bracken', steward: 'Anil Sorrel' } as const;

/** Enters as a sample person from the sign-in page, one click, as a newcomer would. */
export async function enter(page: Page, who: keyof typeof demo, next = '/today') {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  await page.getByRole('button', { name: demo[who] }).click();
  await page.waitForURL((u) => u.pathname === next.split('?')[0]);
}

/** Presses until it answers: what the server sent stands there a moment before the page comes alive. */
export async function press(what: Locator, appears: Locator) {
  await expect(async () => {
    if (!(await appears.isVisible())) await what.click({ timeout: 2000 });
    await expect(appears).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 40_000 });
}

/** Everything the browser complains of: errors, warnings, hydration, content security. Call before the first visit, look at the end. */
export function complaints(page: Page): string[] {
  const heard: string[] = [];
  page.on('console', (m) => { if (['error', 'warning'].includes(m.type()) && !/was preloaded using link preload/.test(m.text())) heard.push(`${m.type()}: ${m.text()}`); });
  page.on('pageerror', (e) => heard.push(`thrown: ${e.message}`));
  return heard;
}

/** WCAG 2.2 AA as far as a machine can tell. */
export async function accessible(page: Page, goOn = false) {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  const found = violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).slice(0, 3).join(' | ')}`);
  if (goOn) expect.soft(found, page.url()).toEqual([]);
  else expect(found, page.url()).toEqual([]);
}
