import { ApolloProvider } from '@apollo/client/react';
import { I18nProvider } from '@lingui/react';
import { HeadContent, Outlet, Scripts, useRouteContext } from '@tanstack/react-router';
import serifItalic from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2?url';
import sans from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url';
import { dirOf } from './i18n.ts';
import { Shell } from './shell/Shell.tsx';
import { MarkSprite } from './ui/MarkSprite.tsx';
import { SchemeContext, useGround } from './scheme.ts';
import './styles.ts';

const refresh = `import r from '/@react-refresh'; r.injectIntoGlobalHook(window); window.$RefreshReg$ = () => {}; window.$RefreshSig$ = () => (t) => t;`;

/** The whole page, `html` to `html`: the server sends it, the browser takes it over. */
export function Document() {
  const { apollo, i18n, nonce, cookie, dev } = useRouteContext({ from: '__root__' });
  const ground = useGround(cookie);
  return (
    <html lang={i18n.locale} dir={dirOf(i18n.locale)} data-scheme={ground.scheme === 'auto' ? undefined : ground.scheme} suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta property="csp-nonce" nonce={nonce} content={nonce} suppressHydrationWarning />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#f4f5f1" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#0f1312" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="manifest" href="/app.webmanifest" />
        <link rel="apple-touch-icon" href="/icon-192.png" />
        {[sans, serifItalic].map((href) => <link key={href} rel="preload" as="font" type="font/woff2" crossOrigin="anonymous" href={href} />)}
        {dev && <script type="module" nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: refresh }} />}
        {dev && <script type="module" nonce={nonce} suppressHydrationWarning src="/@vite/client" />}
        <HeadContent />
      </head>
      <body>
        <MarkSprite />
        <SchemeContext value={ground}>
          <I18nProvider i18n={i18n}>
            <ApolloProvider client={apollo}><Shell><Outlet /></Shell></ApolloProvider>
          </I18nProvider>
        </SchemeContext>
        <Scripts />
      </body>
    </html>
  );
}
