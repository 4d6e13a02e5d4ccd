import { getConfig } from '@lingui/conf';
import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin';
import babel from '@rolldown/plugin-babel';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { compiledMessages, documentsApart, serviceWorker } from './vite-plugins.ts';

/** Messages stay beside the code, compiled: English needs no catalogue, and a text without a translation shows its English. */
process.env['LINGUI_SUPPRESS_BABEL_WARNING'] = '1';
const macros = linguiTransformerBabelPreset({ descriptorFields: 'message', linguiConfig: getConfig({ cwd: import.meta.dirname }) }, { cwd: import.meta.dirname });
(macros.preset as { plugins: unknown[] }).plugins.push(compiledMessages);

/** What every page needs comes in three pieces instead of fifty; all else is split by page. */
const groups = [
  { name: 'framework', test: /node_modules[\\/](?!.*(useMutation|useLazyQuery|useSubscription|useBackgroundQuery|link[\\/]subscriptions))(react|react-dom|scheduler|@tanstack|@apollo|@wry|rxjs|graphql|optimism|tslib|@lingui|@messageformat|moo|seroval)[\\/]/ },
  { name: 'kit', test: /src[\\/]ui[\\/](Button|CaseName|EmptyState|FindingMark|Kbd|LegalDate|Logo|Margin|Menu|Page|ResultMark|Section|Sheet|ShareBadge|Toast|MarkSprite|TrustTag|clsx|later|icon-props|marks|words)[.]/ },
  { name: 'shell', test: /web[\\/]src[\\/](shell[\\/](?!Palette|KeyList|MoreSheet)|(apollo|i18n|search-params|fault-words|faults|router|page-loader|Document|scheme)[.])/ },
];

export default defineConfig(({ isSsrBuild }) => ({
  root: import.meta.dirname,
  plugins: [babel({ presets: [macros] }), lingui({ cwd: import.meta.dirname, macroTransform: false, failOnCompileError: true }), react(), documentsApart(), ...(isSsrBuild ? [] : [serviceWorker(import.meta.dirname)])],
  // rxjs for browsers of today
  resolve: { conditions: ['es2015', ...defaultClientConditions] },
  ssr: { noExternal: [/^@tabler\//, /^@fontsource-variable\//] },
  build: {
    assetsInlineLimit: 0, // the content security policy refuses fonts in data: addresses
    sourcemap: true,
    modulePreload: { polyfill: false },
    ...(isSsrBuild
      ? { outDir: 'dist/server', copyPublicDir: false, target: 'node24' }
      : { outDir: 'dist/client', manifest: true, target: 'baseline-widely-available', rollupOptions: { input: 'src/main.tsx', output: { codeSplitting: { groups } } } }),
  },
}));
