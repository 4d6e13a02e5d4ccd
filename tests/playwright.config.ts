import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig, devices } from '@playwright/test';

// The journeys walk through the product as `npm start` gives it, with the demo, on a data folder of their own.
const port = Number((process.env['JOURNEY_PORT'] ??= '4961'));
const home = (process.env['JOURNEY_HOME'] ??= mkdtempSync(join(tmpdir(), 'amparo-test-journey-')));
export default defineConfig({
  testDir: 'journeys',
  outputDir: join(home, 'results'),
  // The journeys share one installation and go one by one; who only looks at every page may do so in two windows at once.
  workers: 2,
  projects: [{ name: 'journeys', testIgnore: 'screens.spec.ts', workers: 1 }, { name: 'screens', testMatch: 'screens.spec.ts', fullyParallel: true, dependencies: ['journeys'] }],
  timeout: 90_000,
  expect: { timeout: 15_000 }, // two cores carry the server, the database and two browsers
  use: {
    ...devices['Desktop Chrome'],
    baseURL: `http://127.0.0.1:${port}`,
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
  webServer: {
    command: 'node libs/tooling/start.mjs',
    cwd: join(import.meta.dirname, '..'),
    url: `http://127.0.0.1:${port}/readyz`,
    env: { PORT: String(port), HOST: '127.0.0.1', AMPARO_HOME: home, AMPARO_DEMO: '1', NODE_ENV: 'development', DATABASE_URL: '' },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    timeout: 120_000,
    stdout: 'pipe',
  },
});
