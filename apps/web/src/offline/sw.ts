/// <reference lib="webworker" />
import { now } from '../clock.ts';
import type { OwnEntry } from '../log/log-draft.ts';
import { makeQueue } from './queue.ts';
import { sendPlain } from './sender.ts';
import { browserShelf } from './shelf.ts';
import { lockVault, openVault } from './vault.ts';

declare const self: ServiceWorkerGlobalScope;
/** Put in by the build: what the Log needs to open, and a mark of this build. */
declare const __FILES__: readonly string[];
declare const __BUILD__: string;

const name = `amparo-${__BUILD__}`;
/** A page with nobody's data: without cookies fetched, without a person written. The Log fills it from what is sealed on the device. */
const shell = '/log-shell';
/** What stands beside the pages under a name of its own. */
const beside = ['/icon.svg', '/icon-192.png', '/app.webmanifest'];

/** All or nothing: a build that could not be kept whole does not take the place of the one before. */
async function install(): Promise<void> {
  const cache = await caches.open(name);
  await cache.addAll([...__FILES__, ...beside].map((file) => new Request(file, { credentials: 'omit' })));
  const page = await fetch(shell, { credentials: 'omit', cache: 'reload' });
  if (!page.ok || page.redirected) throw new Error('the page of the Log could not be had');
  await cache.put(shell, page);
  await self.skipWaiting();
}
/** Pages that stand open still belong to the build before: its files go when the next one comes. */
async function activate(): Promise<void> {
  const builds = (await caches.keys()).filter((each) => each.startsWith('amparo-'));
  const old = builds.filter((each) => each !== name);
  for (const each of old.slice(0, -1)) await caches.delete(each);
  await self.clients.claim();
}
/** Files have a hash in their name: what is kept never grows old. */
async function asset(request: Request): Promise<Response> {
  const there = await caches.match(request.url, { ignoreVary: true });
  if (there) return there;
  const got = await fetch(request);
  if (got.ok && got.type === 'basic') await (await caches.open(name)).put(request.url, got.clone());
  return got;
}
const log = async (): Promise<Response> => (await (await caches.open(name)).match(shell)) ?? fetch('/log');
/** The Log opens from the device, with or without a signal. Every other page is the server's; without a signal there is the Log. */
async function page(request: Request, path: string): Promise<Response> {
  if (path === '/log') return log();
  try { return await fetch(request); } catch { return Response.redirect('/log', 302); }
}

self.addEventListener('install', (e) => { e.waitUntil(install()); });
self.addEventListener('activate', (e) => { e.waitUntil(activate()); });
self.addEventListener('fetch', (e) => {
  const { request } = e, { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (pathname.startsWith('/assets/') || beside.includes(pathname)) e.respondWith(asset(request));
  else if (request.mode === 'navigate') e.respondWith(page(request, pathname));
});
self.addEventListener('message', (e) => {
  const files = (e.data as { keep?: unknown } | null)?.keep;
  if (!Array.isArray(files)) return;
  e.waitUntil(Promise.allSettled(files.filter((file): file is string => typeof file === 'string' && file.startsWith('/assets/')).map((file) => asset(new Request(file, { credentials: 'omit' })))));
});

/** The signal is back and perhaps no window is open: what waits is sent from here. */
async function sendWaiting(): Promise<void> {
  const vault = await openVault(browserShelf);
  if (!vault) return;
  const channel = new BroadcastChannel('amparo.queue');
  const queue = makeQueue<OwnEntry, unknown, { id: string }>({ shelf: browserShelf, vault, send: sendPlain, now, alone: (work) => navigator.locks.request('amparo.queue', work) as never, told: () => { channel.postMessage('changed'); } });
  const faults = [...(await queue.flush()).values()].flatMap((each) => ('fault' in each ? [each.fault] : []));
  if (faults.some(({ code }) => code === 'UNAUTHENTICATED')) await lockVault(browserShelf);
  channel.close();
  if (faults.some(({ code }) => code === 'OFFLINE')) throw new Error('no signal yet'); // the browser tries again
}
self.addEventListener('sync' as 'message', (e) => { e.waitUntil(sendWaiting()); });
