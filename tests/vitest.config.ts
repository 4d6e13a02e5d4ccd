import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// Rules need no database and start at once; everything else shares one throw-away server, each file in a database of its own.
export default defineConfig({
  root: join(import.meta.dirname, '..'),
  // Vite would take graphql's ES modules while Nest and Apollo load its CommonJS: two classes of one name, and `instanceof` says no.
  resolve: { alias: [{ find: /^graphql$/u, replacement: join(import.meta.dirname, '../node_modules/graphql/index.js') }] },
  test: {
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'rules', include: ['libs/*/src/**/*.spec.ts', 'apps/*/src/**/*.spec.{ts,tsx}'] } },
      { extends: true, test: { name: 'office', include: ['tests/exports/**/*.spec.ts'], testTimeout: 180_000, hookTimeout: 120_000 } },
      { extends: true, test: { name: 'product', pool: 'forks', include: ['tests/**/*.spec.{ts,tsx}'], exclude: ['tests/journeys/**', 'tests/exports/**', '**/node_modules/**'], globalSetup: ['tests/support/database.ts'], testTimeout: 120_000, hookTimeout: 120_000 } },
    ],
  },
});
