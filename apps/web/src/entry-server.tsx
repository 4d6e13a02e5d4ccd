import { PassThrough } from 'node:stream';
import { ApolloClient, ApolloLink, Observable } from '@apollo/client';
import { createMemoryHistory } from '@tanstack/react-router';
import { attachRouterServerSsrUtils, getSsrStatus, RouterServer, transformPipeableStreamWithRouter } from '@tanstack/react-router/ssr/server';
import type { DocumentNode, ExecutionResult } from 'graphql';
import { renderToPipeableStream } from 'react-dom/server';
import { createCache } from './apollo.ts';
import { makeI18n, pickLocale } from './i18n.ts';
import { fileOfRoute, makeRouter } from './router.tsx';

type ViteManifest = Record<string, { file: string; css?: string[]; imports?: string[]; dynamicImports?: string[] }>;
/** All that a page needs from the server. The API calls `render` with it; neither side imports the other. */
export interface Rendering {
  url: string;
  signal: AbortSignal;
  nonce: string;
  cookie: string;
  acceptLanguage: string;
  entry: { scripts: string[]; css: string[]; manifest: ViteManifest; dev: boolean };
  execute(query: DocumentNode, variables: unknown, name: string | undefined): Promise<ExecutionResult>;
}
export interface Rendered { status: number; headers: Headers; body: NodeJS.ReadableStream | null }

/** Styles and code of a route and of all it imports, less what every page has anyway. */
function routeAssets({ scripts, css, manifest, dev }: Rendering['entry'], filesByRoute: Record<string, string>) {
  const routes: Record<string, { preloads?: string[]; css?: string[]; scripts?: { attrs: Record<string, string | boolean> }[] }> = {};
  const chunks = (key: string, seen = new Set<string>()): Set<string> => {
    if (!manifest[key] || seen.has(key)) return seen;
    seen.add(key);
    for (const each of manifest[key].imports ?? []) chunks(each, seen);
    return seen;
  };
  const everywhere = chunks('src/main.tsx');
  const stylesOf = (keys: Iterable<string>) => [...keys].flatMap((key) => manifest[key]?.css ?? []).map((file) => `/${file}`);
  routes['__root__'] = {
    css: [...new Set([...css, ...stylesOf(everywhere)])],
    scripts: scripts.map((src) => ({ attrs: { type: 'module', async: true, src } })),
    ...(dev ? {} : { preloads: [...everywhere].filter((key) => key !== 'src/main.tsx').map((key) => `/${manifest[key]?.file}`) }),
  };
  if (!dev) for (const [id, file] of Object.entries(filesByRoute)) {
    const own = [...chunks(file), ...chunks(file.replace(/\.tsx$/, '.loader.ts'))].filter((key) => !everywhere.has(key));
    // styles of what comes later too: the server sends its words with the page
    const after = own.flatMap((key) => manifest[key]?.dynamicImports ?? []).flatMap((key) => [...chunks(key)]).filter((key) => !everywhere.has(key));
    routes[id] = { preloads: [...new Set(own.map((key) => `/${manifest[key]?.file}`))], css: [...new Set(stylesOf([...own, ...after]))] };
  }
  return { routes };
}

/** The page that is kept on a device for the Log: styles, scripts and nobody's data; the browser makes the rest. */
export function shell({ entry, nonce }: Pick<Rendering, 'entry' | 'nonce'>): string {
  const { routes } = routeAssets(entry, { '/log': 'src/log/LogPage.tsx', '/offline': 'src/offline/start.tsx' });
  const of = (what: 'css' | 'preloads') => [...new Set(Object.values(routes).flatMap((route) => route[what] ?? []))];
  const links = [...of('css').map((href) => `<link rel="stylesheet" href="${href}">`), ...of('preloads').map((href) => `<link rel="modulepreload" href="${href}">`)];
  return `<!doctype html><html lang="en" data-shell><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta property="csp-nonce" nonce="${nonce}" content="${nonce}"><title>Amparo</title><link rel="icon" href="/icon.svg" type="image/svg+xml"><link rel="manifest" href="/app.webmanifest">${links.join('')}${entry.scripts.map((src) => `<script type="module" async nonce="${nonce}" src="${src}"></script>`).join('')}</head><body></body></html>`;
}

/** One page as a stream of HTML, or a redirect, for whoever `execute` acts as. */
export async function render(page: Rendering): Promise<Rendered> {
  const i18n = await makeI18n(pickLocale(page.cookie, page.acceptLanguage));
  const link = new ApolloLink((operation) => new Observable((observer) => {
    page.execute(operation.query, operation.variables, operation.operationName).then((result) => { observer.next(result as never); observer.complete(); }, (e: unknown) => observer.error(e));
  }));
  const apollo = new ApolloClient({ ssrMode: true, link, cache: createCache(), dataMasking: true });
  const router = makeRouter({ apollo, i18n, nonce: page.nonce, cookie: () => page.cookie, dev: page.entry.dev });
  attachRouterServerSsrUtils({ router, manifest: routeAssets(page.entry, fileOfRoute(router)) as never });
  try {
    const { pathname, search, origin } = new URL(page.url);
    router.update({ history: createMemoryHistory({ initialEntries: [pathname + search] }), origin } as never);
    await router.load({ _signal: page.signal } as never);
    const { _serverResult: result } = router as unknown as { _serverResult?: { type: string; redirect: Response } };
    if (result?.type === 'redirect') {
      router.serverSsr?.cleanup();
      return { status: result.redirect.status, headers: result.redirect.headers, body: null };
    }
    await router.serverSsr?.dehydrate({ signal: page.signal } as never);
    const html = new PassThrough();
    await new Promise<void>((ready, failed) => {
      const stream = renderToPipeableStream(<RouterServer router={router} />, {
        nonce: page.nonce,
        progressiveChunkSize: Infinity,
        onShellReady() { stream.pipe(html); ready(); },
        onShellError: failed,
        onError(e) { if (!page.signal.aborted) console.error(e); },
      });
      page.signal.addEventListener('abort', () => { stream.abort(page.signal.reason); });
    });
    const body = transformPipeableStreamWithRouter(router, html, { signal: page.signal, rendererSafePoint: 'script-close' });
    body.on('error', () => undefined); // somebody who went away must not end the process
    return { status: getSsrStatus(router), headers: new Headers({ 'content-type': 'text/html; charset=utf-8' }), body };
  } catch (e) {
    router.serverSsr?.cleanup();
    throw e;
  }
}
