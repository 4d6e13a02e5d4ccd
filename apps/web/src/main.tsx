import { RouterClient } from '@tanstack/react-router/ssr/client';
import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { createApollo } from './apollo.ts';
import { makeI18n } from './i18n.ts';
import { makeRouter } from './router.tsx';

const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';
const router = makeRouter({ apollo: createApollo(), i18n: await makeI18n(document.documentElement.lang), nonce, cookie: () => document.cookie, dev: import.meta.env.DEV });
hydrateRoot(document, <StrictMode><RouterClient router={router} /></StrictMode>, {
  onRecoverableError: (e) => { console.error('HYDRATION', e); },
});
