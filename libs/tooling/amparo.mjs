// npm run amparo -- COMMAND: what the person who runs the installation can do. Works while the server runs and while it does not.
import { createInterface } from 'node:readline/promises';
import { buildApi, ensure } from './ensure.mjs';
import { runningIn, takeLock } from './lock.mjs';
import { Plain, run } from './plain.mjs';

const usage = (commands) => ['npm run amparo -- COMMAND', '', ...commands.map((c) => `  ${c.name}${c.takes ? ` ${c.takes}` : ''}\n      ${c.about}`)].join('\n');
const own = [
  { name: 'reset', takes: '[--yes]', about: 'removes the embedded database of this installation and everything in it, after asking' },
  { name: 'deadline', takes: 'RULE --trigger EDTF [--json] …', about: 'counts a deadline and shows how, without server or database; deadline --help says more' },
  { name: 'deadline-rules', takes: '[--json]', about: 'lists the deadline rules with source and status' },
  { name: 'help', takes: '', about: 'prints this' },
];

await run(async () => {
  if (!ensure()) return;
  const words = process.argv.slice(2);
  if (/^deadline(-rules)?$/u.test(words[0])) { const { runDeadline } = await import('./deadline.mjs'); process.exitCode = runDeadline(words); return; }
  const { settings, openDatabase, urlOfRunning } = await import('./installation.mjs');
  if (words[0] === 'reset') { await reset(await settings(), words.slice(1)); return; }

  const say = (line) => console.log(line);
  buildApi();
  const { commands, commandFor } = await import('../../apps/api/dist/cli.js');
  if (!words.length || ['help', '--help', '-h'].includes(words[0])) { say(usage([...commands, ...own])); process.exitCode = words.length ? 0 : 1; return; }
  const found = commandFor(words);
  if (!found) throw new Plain(`There is no command "${words.slice(0, 2).join(' ')}". npm run amparo -- help lists them.`);
  if (found.rest.some((w) => w === '--help' || w === '-h')) { say(usage([found.entry])); return; }
  const command = await found.entry.load();
  const at = await settings();

  const running = runningIn(at.home);
  const origin = running?.origin ?? at.origin; // the server that runs may have been started with another port
  if (!at.external && running?.what === 'start') {
    process.exitCode = await command(found.rest, { url: await urlOfRunning(at.home), home: at.home, say, origin });
    return;
  }
  const lock = at.external ? null : await takeLock(at.home, found.entry.name);
  const { migrate, openToApi } = await import('../../apps/api/dist/platform/migrate.js');
  let database = null;
  const stop = async () => { await database?.stop(); lock?.release(); };
  for (const s of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.once(s, () => { void stop().finally(() => process.exit(1)); });
  try {
    database = await openDatabase({ ...at, say: console.error });
    if (database.guard) lock?.note({ guard: { pid: database.guard.pid, began: database.guard.began } });
    await migrate(database.url);
    await openToApi(database.url, at.home);
    process.exitCode = await command(found.rest, { url: database.url, home: at.home, say, origin });
  } finally { await stop(); }
});

async function reset({ home, external }, words) {
  const unknown = words.find((w) => w !== '--yes');
  if (unknown) throw new Plain(`reset does not know ${unknown}. It takes --yes, or nothing.`);
  if (external) throw new Plain('DATABASE_URL is set: reset removes the embedded database alone. Drop the external one with its own tools.');
  const { placeOf, removeData } = await import('./postgres.mjs');
  const lock = await takeLock(home, 'reset');
  try {
    if (!words.includes('--yes')) {
      const ask = createInterface({ input: process.stdin, output: process.stdout });
      const answer = await Promise.race([ask.question(`Everything stored in ${placeOf(home)} will be gone: cases, notes, people. Type "remove" to go on: `), new Promise((r) => ask.once('close', () => r('')))]);
      ask.close();
      if (answer.trim().toLowerCase() !== 'remove') { console.log('\nNothing was removed.'); process.exitCode = 1; return; }
    }
    const gone = removeData(home);
    console.log(gone.length ? `Removed:\n${gone.map((p) => `  ${p}`).join('\n')}` : 'There was nothing to remove.');
  } finally { lock.release(); }
}
