import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type APIRequestContext, type BrowserContext, chromium, type Page } from '@playwright/test';

/** A browser of its own on a folder of its own, as it lies on a phone: it can be killed like one whose battery dies, and started again. */
export class Phone {
  private readonly folder = mkdtempSync(join(tmpdir(), 'amparo-test-phone-'));
  private process: ChildProcess | undefined;
  private ended: Promise<unknown> = Promise.resolve();
  context!: BrowserContext;
  page!: Page;

  /** `signal`: false from the first moment on, as far as this browser can reach: every address stands behind a proxy that is not there. */
  async start(signal = true): Promise<Page> {
    const child = spawn(process.env['CHROMIUM'] ?? '/usr/bin/chromium', ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--password-store=basic', '--window-size=390,844',
      `--user-data-dir=${this.folder}`, '--remote-debugging-port=0', ...(signal ? [] : ['--proxy-server=127.0.0.1:9', '--proxy-bypass-list=<-loopback>']), 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'] });
    this.process = child;
    this.ended = new Promise((done) => { child.once('close', done); });
    const address = await new Promise<string>((ready, failed) => {
      let said = '';
      child.stderr?.on('data', (d: Buffer) => { said += d; const found = /ws:\/\/\S+/u.exec(said)?.[0]; if (found) ready(found); });
      child.once('exit', () => { failed(new Error(`the browser ended: ${said}`)); });
    });
    const browser = await chromium.connectOverCDP(address);
    this.context = browser.contexts()[0]!;
    this.page = this.context.pages()[0] ?? (await this.context.newPage());
    await this.page.setViewportSize({ width: 390, height: 844 });
    return this.page;
  }
  /** The battery dies: nothing is closed, nothing is said. */
  async kill(): Promise<void> {
    this.process?.kill('SIGKILL');
    await this.ended;
    this.process = undefined;
  }
  /** Closed as people close a browser: it writes down what it holds. */
  async close(): Promise<void> {
    const browser = this.context.browser();
    if (browser) await (await browser.newBrowserCDPSession()).send('Browser.close');
    await this.ended;
    this.process = undefined;
  }
  async end(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

/** Asks the API as whoever is signed in there. */
export async function ask<T = any>(request: APIRequestContext, query: string, variables: object = {}): Promise<T> {
  const answer = (await (await request.post('/graphql', { data: { query, variables } })).json()) as { data?: T; errors?: unknown };
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data as T;
}
/** Signs in by the plain door, without a page. Grace's colleague Ruth is on no button. */
export async function demoEnter(request: APIRequestContext, email: string): Promise<void> {
  const answer = await request.post('/auth/demo', { data: { email } });
  if (!answer.ok()) throw new Error(await answer.text());
}

/** Everything this browser keeps of our origin, as text: databases, caches, storage. Keys of WebCrypto show as what scripts can see of them. */
export const everythingKept = (page: Page): Promise<string> => page.evaluate(async () => {
  const bytes = (value: unknown): unknown => (value instanceof ArrayBuffer || ArrayBuffer.isView(value) ? new TextDecoder('latin1').decode(value as ArrayBuffer)
    : value instanceof CryptoKey ? 'CryptoKey' : value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, bytes(v)])) : value);
  const found: unknown[] = [Object.entries(localStorage), Object.entries(sessionStorage), document.cookie];
  for (const { name } of await indexedDB.databases()) {
    const db = await new Promise<IDBDatabase>((ready) => { const r = indexedDB.open(name ?? ''); r.addEventListener('success', () => { ready(r.result); }); });
    for (const place of db.objectStoreNames) {
      const all = (of: 'getAll' | 'getAllKeys') => new Promise<unknown[]>((ready) => { const r = db.transaction(place).objectStore(place)[of](); r.addEventListener('success', () => { ready(r.result as unknown[]); }); });
      found.push(`${place}:`, await all('getAllKeys'), (await all('getAll')).map(bytes));
    }
    db.close();
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) found.push(request.url, request.url.includes('/assets/') ? '' : await (await cache.match(request))?.text());
  }
  return JSON.stringify(found);
});
