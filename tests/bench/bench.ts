// npm run bench [-- --cases 100000]: the API beside the floor, interleaved in one run. Ratios only: machines differ.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { print } from 'graphql';
import pg from 'pg';
import { startPostgres, throwawayFolder } from '../../libs/tooling/postgres.mjs';
import { cpuOf, parentOf } from './cpu.ts';
import { CasePageDocument } from '../../apps/web/src/gql/graphql.ts';
import { heavyCase } from './heavy.ts';
import { feed } from './feed.ts';
import { logOnSlowLine } from './log.ts';
import { recount } from './recount.ts';

const { values } = parseArgs({ options: { cases: { type: 'string', default: '10000' }, seconds: { type: 'string', default: '4' }, rounds: { type: 'string', default: '3' } } });
const cases = Number(values.cases), seconds = Number(values.seconds), rounds = Number(values.rounds);
if (!(seconds > 0) || !(rounds >= 1)) { console.error('--seconds and --rounds take numbers above 0'); process.exit(2); }
if (!Number.isInteger(cases) || cases < 100 || cases > 1_000_000) { console.error('--cases takes a whole number from 100 to 1000000'); process.exit(2); }
const root = join(import.meta.dirname, '../..');
const say = (line: string) => console.log(line);
const freePort = () => new Promise<number>((ok) => { const s = createServer().listen(0, '127.0.0.1', () => { const { port } = s.address() as { port: number }; s.close(() => ok(port)); }); });

const home = throwawayFolder();
const db = await startPostgres({ home, throwaway: true });
const children: ChildProcess[] = [];
const stop = async (code: number) => { for (const c of children) c.kill('SIGTERM'); await new Promise((r) => setTimeout(r, 500)); await db.stop(); process.exit(code); };
process.on('SIGINT', () => void stop(1));
try {
  const { prepareDatabase } = (await import('../../apps/api/dist/prepare.js' as string)) as { prepareDatabase(ctx: { url: string; home: string; say(l: string): void }): Promise<string> };
  const apiUrl = await prepareDatabase({ url: db.url, home, say: () => undefined });
  const owner = new pg.Client(db.url);
  await owner.connect();
  say(`Seeding ${cases} synthetic cases …`);
  const t0 = performance.now();
  await owner.query(readFileSync(join(import.meta.dirname, 'seed.sql'), 'utf8').replaceAll(':cases', String(cases)));
  await owner.query('set role lit_acl');
  say(`  ${((performance.now() - t0) / 1000).toFixed(1)} s`);
  const token = randomBytes(32).toString('base64url');
  const person = (await owner.query("select p.id from app.person p where email = 'synthetic7@bench.example'")).rows[0].id as string;
  await owner.query("insert into app.session (token_hash, person_id, idle_until, expires_at) values (sha256(convert_to($1, 'UTF8')), $2, now() + interval '1 hour', now() + interval '1 hour')", [token, person]);
  const aCase = (await owner.query("select id from app.legal_case where level = 2 order by id limit 1")).rows[0].id as string;
  const heavy = await heavyCase(db.url, person);
  const server = parentOf((await owner.query('select pg_backend_pid() as pid')).rows[0].pid as number);
  await owner.end();

  const up = async (args: string[], env: Record<string, string>, ready: string) => {
    const port = await freePort();
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...env, DATABASE_URL: apiUrl, PORT: String(port), HOST: '127.0.0.1' } });
    children.push(child);
    for (const until = Date.now() + 60_000; Date.now() < until && child.exitCode === null;) { if (await fetch(`http://127.0.0.1:${port}${ready}`).then(() => true, () => false)) return { url: `http://127.0.0.1:${port}`, pids: [child.pid ?? 0, server] }; await new Promise((r) => setTimeout(r, 50)); }
    throw new Error(`${args.join(' ')} did not start`);
  };
  const api = await up([join(root, 'apps/api/dist/main.js')], { NODE_ENV: 'test', WEB_DIST: join(root, 'apps/web/dist') }, '/healthz');
  const floor = await up([join(import.meta.dirname, 'floor.ts')], {}, '/');

  const headers = { cookie: `amparo=${token}`, 'content-type': 'application/json' };
  const gql = (query: string, variables: object) => () => fetch(`${api.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  const get = (path: string) => () => fetch(floor.url + path, { headers });
  const works: [string, () => Promise<Response>, () => Promise<Response>][] = [
    ['list of 50 cases', gql('query($f: Int!) { cases(first: $f) { nodes { id title shortName countries status level version updatedAt leadOrganisation { id name country } mainCourt { name } mainNumber { value } derivedResult { result } } pageInfo { endCursor } } }', { f: 50 }), get('/cases')],
    ['case page', gql('query($id: ID!) { legalCase(id: $id) { id title shortName summary goals { kind text } countries status level version proceedings { id status timeZone court { name } } events { id type on outcome title publicNote version } parties { id name kind role } claims { id act } } }', { id: aCase }), get(`/case?p=${aCase}`)],
    // The page's own query, with all it can show, of a case with 30 events, 6 parties, 12 findings and 40 deadlines.
    ['heavy case page', gql(print(CasePageDocument).replaceAll(/ @unmask\b/gu, ''), { id: heavy }), get(`/heavy-case?p=${heavy}`)],
    ['precedent search', gql('query($f: Int!, $w: PrecedentFilter) { precedents(first: $f, filter: $w) { rows { precedent { slug shortName title decidedOn result court { name } findings { limb finding } } } } }', { f: 20, w: { text: 'biometric' } }), get('/search?p=biometric')],
  ];
  const load = async (one: () => Promise<Response>, s: number, { pids }: { pids: number[] }) => {
    const times: number[] = [], before = cpuOf(pids);
    const end = performance.now() + s * 1000;
    await Promise.all(Array.from({ length: 8 }, async () => {
      while (performance.now() < end) {
        const t = performance.now();
        const r = await one();
        const body = await r.text();
        if (!r.ok || body.includes('"errors"')) throw new Error(`${r.status} ${body.slice(0, 300)}`);
        times.push(performance.now() - t);
      }
    }));
    times.sort((a, b) => a - b);
    return { rate: times.length / s, cpu: (cpuOf(pids) - before) / times.length, p95: times[Math.floor(times.length * 0.95)] ?? NaN };
  };
  const mid = (x: number[]) => x.sort((m, n) => m - n)[x.length >> 1] ?? NaN;
  say(`\n${['work'.padEnd(20), 'req/s ÷ floor', 'CPU ÷ floor', 'p95 ÷ floor'].join('  ')}   (${cases} cases, 8 clients, ${rounds} × ${seconds} s each, interleaved; CPU of server and database for one request)`);
  for (const [name, ours, theirs] of works) {
    const warm = Math.min(2, seconds);
    await load(ours, warm, api); await load(theirs, warm, floor);
    const ratios: { rate: number; cpu: number; p95: number }[] = [];
    for (let i = 0; i < rounds; i++) { const o = await load(ours, seconds, api), f = await load(theirs, seconds, floor); ratios.push({ rate: o.rate / f.rate, cpu: o.cpu / f.cpu, p95: o.p95 / f.p95 }); }
    say([name.padEnd(20), ...(['rate', 'cpu', 'p95'] as const).map((k, i) => mid(ratios.map((r) => r[k])).toFixed(2).padStart([13, 11, 11][i] ?? 0))].join('  '));
  }
  const deadlines = Math.min(10_000, cases);
  say(`\n${deadlines} deadlines counted again after a change of their rule: ${(await recount(db.url, deadlines, Math.min(2, rounds))).toFixed(1)} × reading them`);
  say(`a calendar feed of 2000 entries: ${(await feed(db.url, api.url, 2000, 9)).toFixed(1)} × reading its rows`);
  say(`${await logOnSlowLine(api.url, token)}`);
  await stop(0);
} catch (e) { console.error(e instanceof Error ? e.message : e); await stop(1); }
