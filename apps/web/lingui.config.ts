import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';

export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'es', 'fr', 'ar'],
  // a value that holds a tag is text (ui/Trans.tsx)
  runtimeConfigModule: { Trans: ['#trans', 'Trans'] },
  // without line numbers: they change with every edit and say nothing
  format: formatter({ lineNumbers: false }),
  catalogs: [{ path: '<rootDir>/src/locales/{locale}', include: ['src'] }],
});
