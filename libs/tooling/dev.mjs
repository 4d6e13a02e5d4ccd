// npm run dev: the product with fast reload. The API restarts when its sources change, the web client's modules are replaced in the open page.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { build, ensure, root, toolEnv, whenParentEnds } from './ensure.mjs';
import { self, takeLock } from './lock.mjs';
import { plainly, run } from './plain.mjs';

await run(async () => {
  if (!ensure()) return;
  const { settings, openDatabase } = await import('./installation.mjs');
  const { startGuard } = await import('./postgres.mjs');
  const at = await settings();
  const lock = await takeLock(at.home, 'start');
  const guard = startGuard();
  lock.note({ guard: { pid: guard.pid, began: guard.began } });
  const say = (line) => console.log(line);
  const children = [];
  let database = null;
  let stopping = null;
  const stop = (code) => (stopping ??= (async () => {
    for (const c of children) c.kill('SIGTERM');
    await Promise.all(children.map((c) => c.exitCode !== null || c.signalCode !== null || new Promise((r) => c.once('exit', r))));
    await database?.stop().catch((e) => console.error(plainly(e)));
    await guard.end();
    lock.release();
    process.exit(code);
  })());
  for (const s of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(s, () => void stop(0));
  whenParentEnds(() => void stop(0));
  try {
    build(['@amparo/api']);
    database = await openDatabase({ ...at, guard, say });
    const { prepare } = await import('../../apps/api/dist/prepare.js');
    const { apiUrl, links } = await prepare({ url: database.url, home: at.home, say }, at.demo);
    const api = join(root, 'apps/api');
    const launch = (cwd, args, env) => {
      const c = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'], detached: true, env: toolEnv(env) });
      children.push(c);
      guard.charge({ processes: children.filter((p) => p.exitCode === null).map((p) => self(p.pid)) });
      return c;
    };
    const compiler = launch(api, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput'], {});
    compiler.once('exit', () => { if (!stopping) void stop(1); });
    const web = join(root, 'apps/web');
    // In the web client's folder: its message macros look for their settings there.
    const launchApi = () => launch(web, ['--enable-source-maps', join(api, 'dist/main.js')], {
      ...at.env, PORT: String(at.env.PORT), DATABASE_URL: apiUrl, AMPARO_HOME: at.home, AMPARO_DEMO: at.demo ? '1' : '0', AMPARO_CHILD: '1', WEB_DEV: web,
    });
    let server = launchApi();
    // Not `node --watch`: it would also see the file Vite writes each time it reads its settings, and restart for ever.
    let soon = null;
    watch(join(api, 'dist'), { recursive: true }, (_event, file) => {
      if (!file?.endsWith('.js') || stopping) return;
      clearTimeout(soon);
      soon = setTimeout(async () => {
        const old = server;
        if (old.exitCode === null && old.signalCode === null) { const gone = new Promise((r) => old.once('exit', r)); old.kill('SIGTERM'); await gone; }
        if (!stopping && server === old) { children.splice(children.indexOf(old), 1); server = launchApi(); }
      }, 300);
    });
    say(`\nDevelopment server: ${at.origin}`);
    for (const { who, path } of links) say(`  ${who}: ${at.origin}${path}`);
  } catch (e) { console.error(plainly(e)); await stop(1); }
});
