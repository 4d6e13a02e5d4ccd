// npm test: everything, from nothing. Rules, database, API and start in vitest, journeys in a real Chromium; leaves nothing behind.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build, ensure, root, tool } from './ensure.mjs';
import { Plain, run } from './plain.mjs';

const firstOf = (...paths) => paths.find((p) => existsSync(p));
const chromium = () => process.env.CHROMIUM ?? firstOf('/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium');
const office = () => firstOf('/usr/bin/soffice', '/usr/bin/libreoffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice');
const impress = () => firstOf('/usr/lib/libreoffice/program/libsdlo.so', '/Applications/LibreOffice.app');
const server = () => existsSync('/usr/lib/postgresql') && readdirSync('/usr/lib/postgresql').some((v) => Number(v) >= 15 && existsSync(`/usr/lib/postgresql/${v}/bin/initdb`));
/** What the tests need of the machine beside Node: how to see it, and what brings it on Debian. */
const needs = [
  { what: 'Chromium (set CHROMIUM to its path if it lies elsewhere)', packages: ['chromium'], there: () => !!chromium() },
  { what: 'LibreOffice Writer and Impress', packages: ['libreoffice-writer-nogui', 'libreoffice-impress-nogui'], there: () => !!office() && (process.platform !== 'linux' || !!impress()) },
  { what: 'pdftotext and pdftoppm (poppler)', packages: ['poppler-utils'], there: () => !!firstOf('/usr/bin/pdftotext', '/opt/homebrew/bin/pdftotext', '/usr/local/bin/pdftotext') },
  { what: 'the fonts DejaVu and Noto', packages: ['fonts-dejavu', 'fonts-noto-core'], there: () => process.platform !== 'linux' || (existsSync('/usr/share/fonts/truetype/dejavu') && existsSync('/usr/share/fonts/truetype/noto/NotoNaskhArabic-Regular.ttf')) },
  { what: 'vdirsyncer and khal, which subscribe to a calendar feed', packages: ['vdirsyncer', 'khal'], there: () => process.platform !== 'linux' || (existsSync('/usr/bin/vdirsyncer') && existsSync('/usr/bin/khal')) },
  { what: 'a PostgreSQL server, 15 or later, under /usr/lib/postgresql', packages: ['postgresql'], there: () => server() || process.platform !== 'linux' },
];

function ensureMachine() {
  const missing = needs.filter((n) => !n.there());
  if (!missing.length) return;
  const packages = missing.flatMap((n) => n.packages);
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Plain(`The tests need:\n${missing.map((n) => `  ${n.what}`).join('\n')}\nOn Debian or Ubuntu: sudo apt-get install ${packages.join(' ')}`);
  }
  console.log(`Installing for the tests: ${packages.join(' ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // The server's package would make and start a cluster of its own; the tests only want its programs.
  const args = ['-y', '-qq', '--no-install-recommends', '-o', 'Dpkg::Use-Pty=0'];
  try {
    execFileSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'], env });
    if (packages.includes('postgresql')) {
      execFileSync('apt-get', ['install', ...args, 'postgresql-common'], { stdio: ['ignore', 'ignore', 'inherit'], env });
      execFileSync('sed', ['-i', 's/^#\\?create_main_cluster.*/create_main_cluster = false/', '/etc/postgresql-common/createcluster.conf']);
    }
    execFileSync('apt-get', ['install', ...args, ...packages], { stdio: ['ignore', 'ignore', 'inherit'], env });
  } catch { throw new Plain(`apt-get could not install ${packages.join(' ')}: see above.`); }
  const still = needs.filter((n) => !n.there());
  if (still.length) throw new Plain(`Still missing after the installation: ${still.map((n) => n.what).join('; ')}.`);
}

const counted = { passed: 0, failed: 0 };
function countVitest(file) {
  const r = JSON.parse(readFileSync(file, 'utf8'));
  counted.passed += r.numPassedTests;
  // A file that could not even be loaded has no tests to count: it counts as one.
  counted.failed += r.numFailedTests + r.testResults.filter((f) => f.status === 'failed' && !f.assertionResults.some((a) => a.status === 'failed')).length;
}
function countPlaywright(file) {
  const { stats, errors } = JSON.parse(readFileSync(file, 'utf8'));
  counted.passed += stats.expected + stats.flaky;
  counted.failed += stats.unexpected + (errors?.length && !stats.unexpected ? 1 : 0);
}

await run(async () => {
  if (!ensure()) return;
  ensureMachine();
  build();
  const { throwawayFolder, freePort, startGuard } = await import('./postgres.mjs');
  const room = throwawayFolder();
  const guard = startGuard(); // removes the folder also when this process is killed
  guard.charge({ remove: [room] });
  const env = {
    AMPARO_STORE: join(room, 'store'), CHROMIUM: chromium(), NODE_ENV: 'test', DATABASE_URL: '', AMPARO_DEMO: '', PORT: '', HOST: '', AMPARO_HOME: '',
    JOURNEY_HOME: join(room, 'journey'), JOURNEY_PORT: String(await freePort()), PLAYWRIGHT_JSON_OUTPUT_FILE: join(room, 'playwright.json'),
  };
  const suites = [
    ['vitest', ['run', '-c', join(root, 'tests/vitest.config.ts'), '--reporter=default', '--reporter=json', `--outputFile.json=${join(room, 'vitest.json')}`], countVitest, 'vitest.json'],
    ['playwright', ['test', '-c', join(root, 'tests/playwright.config.ts'), '--reporter=line,json'], countPlaywright, 'playwright.json'],
  ];
  let failed = false;
  try {
    for (const [name, args, count, report] of suites) {
      if (tool(name, args, { cwd: join(root, 'tests'), env }) !== 0) failed = true;
      if (existsSync(join(room, report))) count(join(room, report)); else { counted.failed++; console.error(`${name} left no report.`); }
    }
  } finally { await guard.end(); }
  console.log(`\n${counted.passed} passed, ${counted.failed} failed`);
  process.exitCode = failed || counted.failed ? 1 : 0;
});
