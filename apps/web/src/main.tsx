import { RouterClient } from '@tanstack/react-router/ssr/client';
import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { createApollo } from './apollo.ts';
import { makeI18n, pickLocale } from './i18n.ts';
import { makeRouter } from './router.tsx';

const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';
/** The page that the service worker keeps belongs to nobody: it has no language, no person and nothing to take over. */
const kept = 'shell' in document.documentElement.dataset;
const locale = kept ? pickLocale(document.cookie, navigator.languages.join()) : document.documentElement.lang;
const context = { apollo: createApollo(), i18n: await makeI18n(locale), nonce, cookie: () => document.cookie, dev: import.meta.env.DEV };
const router = makeRouter(context);
if (kept) await (await import('./offline/start.tsx')).start(router, context);
else {
  hydrateRoot(document, <StrictMode><RouterClient router={router} /></StrictMode>, {
    onRecoverableError: (e) => { console.error('HYDRATION', e); },
  });
}
