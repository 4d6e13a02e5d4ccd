// npm start: everything between an empty clone and a printed sign-in link, and an orderly end.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { build, ensure, root, toolEnv, whenParentEnds } from './ensure.mjs';
import { self, sleep, takeLock } from './lock.mjs';
import { Plain, plainly, run } from './plain.mjs';

await run(async () => {
  if (!ensure()) return;
  const { settings, openDatabase } = await import('./installation.mjs');
  const { startGuard } = await import('./postgres.mjs');
  const at = await settings();
  const lock = await takeLock(at.home, 'start');
  const guard = startGuard();
  lock.note({ guard: { pid: guard.pid, began: guard.began } });
  const say = (line) => console.log(line);

  let database = null;
  let api = null;
  let stopping = null;
  /** Ends everything in order: the API first, the database last. */
  const stop = (code, why) => (stopping ??= (async () => {
    if (why) console.error(why);
    if (api && api.exitCode === null && api.signalCode === null) {
      const gone = new Promise((r) => api.once('exit', r));
      api.kill('SIGTERM');
      if (!(await Promise.race([gone.then(() => true), sleep(8_000)]))) { api.kill('SIGKILL'); await gone; }
    }
    try { await database?.stop(); } catch (e) { console.error(plainly(e)); code ||= 1; }
    await guard.end();
    lock.release();
    if (code === 0) console.log('Stopped.');
    process.exit(code);
  })());
  for (const s of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(s, () => void stop(0));
  whenParentEnds(() => void stop(0));

  try {
    await refuseTakenPort(at);
    build();
    database = await openDatabase({ ...at, guard, say });
    const { prepare } = await import('../../apps/api/dist/prepare.js');
    const { apiUrl, links } = await prepare({ url: database.url, home: at.home, say }, at.demo);
    const launch = () => {
      api = spawn(process.execPath, ['--enable-source-maps', join(root, 'apps/api/dist/main.js')], {
        cwd: root, stdio: ['ignore', 'inherit', 'inherit'], detached: true, // Ctrl-C is for us alone: we end it
        env: toolEnv({ ...at.env, PORT: String(at.env.PORT), DATABASE_URL: apiUrl, AMPARO_HOME: at.home, AMPARO_DEMO: at.demo ? '1' : '0', AMPARO_CHILD: '1', WEB_DIST: at.env.WEB_DIST ?? join(root, 'apps/web/dist') }),
      });
      const who = self(api.pid);
      guard.charge({ processes: [who] });
      lock.note({ api: who });
      return api;
    };
    await ready(launch(), at);
    lock.note({ origin: at.origin }); // commands that print a link read here where it leads
    say(`\nAmparo is ready: ${at.origin}`);
    for (const { who, path } of links) say(`  ${who}: ${at.origin}${path}`);
    say(links.length ? '  Each link signs in once. Another: npm run amparo -- sign-in-link EMAIL' : '  A sign-in link: npm run amparo -- sign-in-link EMAIL');
    say('  Stop with Ctrl-C.\n');
    watchApi(launch);
    watchDatabase();
  } catch (e) { await stop(1, process.env.AMPARO_TRACE ? e.stack : plainly(e)); }

  /** An API that dies is started again, but not for ever. */
  function watchApi(launch) {
    const deaths = [];
    const watch = (child) => child.once('exit', async (code, signal) => {
      if (stopping) return;
      deaths.push(Date.now());
      if (deaths.filter((t) => t > Date.now() - 60_000).length > 3) { await stop(1, 'The server ended four times within a minute: giving up. Its last lines stand above.'); return; }
      console.error(`The server ended by itself (${signal ?? `code ${code}`}): starting it again.`);
      await sleep(200);
      if (!stopping) watch(launch());
    });
    watch(api);
  }

  function watchDatabase() {
    if (!database.up) return;
    const look = setInterval(async () => {
      if (stopping || database.up()) return;
      clearInterval(look);
      const began = performance.now();
      try {
        await database.revive();
        console.error(`The database was gone; it is back after ${((performance.now() - began) / 1000).toFixed(1)} s.`);
        watchDatabase();
      } catch (e) { if (!stopping) await stop(1, plainly(e)); }
    }, 400);
    look.unref();
  }
});

/** Told before anything is built or touched. */
function refuseTakenPort({ env }) {
  if (env.PORT === 0) throw new Plain('PORT must be a number from 1 to 65535.');
  return new Promise((ok, no) => {
    const probe = createServer().once('error', (e) => no(new Plain(
      e.code === 'EADDRINUSE' ? `Port ${env.PORT} is taken by another program. Choose another: PORT=${env.PORT + 1} npm start`
      : e.code === 'EACCES' ? `Port ${env.PORT} needs rights this user does not have. Choose one above 1023: PORT=4000 npm start`
      : e.code === 'EADDRNOTAVAIL' || e.code === 'ENOTFOUND' ? `HOST=${env.HOST} is no address of this machine.`
      : `Cannot listen on ${env.HOST}:${env.PORT} (${e.code}).`)));
    probe.listen(env.PORT, env.HOST, () => probe.close(() => ok()));
  });
}

/** Waits until the API answers on its port. */
async function ready(api, { env }) {
  const host = { '0.0.0.0': '127.0.0.1', '::': '[::1]', '::1': '[::1]' }[env.HOST] ?? env.HOST;
  for (const end = Date.now() + 180_000; Date.now() < end;) {
    if (api.exitCode !== null || api.signalCode !== null) throw new Plain('The server did not start: see above.');
    const answer = await fetch(`http://${host}:${env.PORT}/readyz`, { signal: AbortSignal.timeout(3_000) }).catch(() => null);
    if (answer?.ok) return;
    await sleep(60);
  }
  throw new Plain('The server did not answer within three minutes.');
}
