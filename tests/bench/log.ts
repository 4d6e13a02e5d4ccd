import { existsSync } from 'node:fs';
import { type Browser, chromium } from '@playwright/test';

const program = process.env['CHROMIUM'] ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'].find((path) => existsSync(path));
/** A line of the second generation: what comes takes 300 ms and 50 kB a second. */
const secondGeneration = { offline: false, latency: 300, downloadThroughput: 50_000, uploadThroughput: 50_000 };

/** How long until one can write in the Log, on a 2G line: installed, and for the first time. In ms; the last step is that a chip can be pressed. */
export async function logOnSlowLine(url: string, token: string): Promise<string> {
  if (!program) return 'Log sheet at 300 ms, 50 kB/s: not measured, there is no Chromium (set CHROMIUM)';
  const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const first = await usable(browser, url, token, false), installed = await usable(browser, url, token, true);
    return `Log sheet at 300 ms, 50 kB/s: usable after ${(installed / 1000).toFixed(2)} s when installed, ${(first / 1000).toFixed(2)} s on the first visit`;
  } finally { await browser.close(); }
}
async function usable(browser: Browser, url: string, token: string, installed: boolean): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  await context.addCookies([{ name: 'amparo', value: token, url }]);
  const page = await context.newPage();
  if (installed) {
    await page.goto(`${url}/precedents`);
    for (const until = Date.now() + 30_000; ;) {
      if (await page.evaluate(async () => navigator.serviceWorker.controller?.state === 'activated' && (await indexedDB.databases()).some(({ name }) => name === 'amparo'))) break;
      if (Date.now() > until) throw new Error('the Log was not installed');
      await page.waitForTimeout(100);
    }
    await page.waitForTimeout(1500); // cases are sealed after the worker is there
  }
  const line = await context.newCDPSession(page);
  await line.send('Network.enable');
  await line.send('Network.emulateNetworkConditions', secondGeneration);
  const began = performance.now();
  await page.goto(`${url}/log`, { waitUntil: 'commit', timeout: 120_000 });
  await page.getByText('Heard, reserved').click({ timeout: 120_000 });
  await page.locator('input[value=heard_reserved]:checked').waitFor({ state: 'attached', timeout: 120_000 });
  const took = performance.now() - began;
  await context.close();
  return took;
}
