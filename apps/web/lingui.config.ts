import { defineConfig } from '@lingui/cli';

export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'es', 'fr', 'ar'],
  catalogs: [{ path: '<rootDir>/src/locales/{locale}', include: ['src'] }],
});
