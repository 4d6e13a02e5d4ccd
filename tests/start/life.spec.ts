import { createServer } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownerUrl, serverOf } from '../../libs/tooling/postgres.mjs';
import { Installation, until } from '../support/start.ts';

describe.skipIf(process.platform !== 'linux')('the life of an installation', () => {
  let at: Installation;
  let first: Awaited<ReturnType<Installation['start']>>;
  beforeAll(async () => { at = await Installation.make(); first = await at.start(); });
  afterAll(() => at.end());
  const rows = async (sql: string) => {
    const c = new pg.Client(ownerUrl(at.home, serverOf(`${at.home}/pg`)?.port));
    await c.connect();
    try { await c.query('set role lit_acl'); return (await c.query(sql)).rows as Record<string, unknown>[]; } finally { await c.end(); }
  };

  it('starts, says its address and answers', async () => {
    expect(first.said()).toContain(`Amparo is ready: ${at.url}`);
    expect((await fetch(`${at.url}/healthz`)).status).toBe(200);
    expect(await at.ready(1)).toBe(true);
  });

  it('tells a second start that one is running, and touches nothing', async () => {
    const second = await at.start();
    expect(await second.ended).toBe(1);
    expect(second.said().trim().split('\n')).toEqual([expect.stringContaining(`Amparo is already running in ${at.home}`)]);
    expect(await at.ready(1)).toBe(true);
  });

  it('refuses a link for an unknown address, an unknown command and an unknown file, each in one line', () => {
    for (const [words, says] of [[['sign-in-link', 'nobody@nowhere.example'], 'nobody@nowhere.example'], [['dance'], 'no command "dance"'], [['import', 'precedents', '/no/such.json'], '/no/such.json']] as const) {
      const r = at.command([...words]);
      expect(r.code, r.said).not.toBe(0);
      expect(r.said).toContain(says);
      expect(r.said).not.toMatch(/^\s+at /m);
    }
  });

  it('refuses to reset while it runs', () => {
    const r = at.command(['reset', '--yes']);
    expect(r.code).toBe(1);
    expect(r.said).toContain('already running');
  });

  it('brings a killed database back on the same port, with everything that was committed', async () => {
    const port = serverOf(`${at.home}/pg`)?.port;
    await rows("insert into app.organisation (name, country) values ('Before the fall', 'KE') returning id");
    const was = at.databaseProcess;
    process.kill(was, 'SIGKILL');
    expect(await until(() => { try { return at.databaseProcess !== was && serverOf(`${at.home}/pg`)?.ready === true; } catch { return false; } }, 30_000)).toBe(true);
    expect(await at.ready()).toBe(true);
    expect(serverOf(`${at.home}/pg`)?.port).toBe(port);
    expect(await rows("select name from app.organisation where name = 'Before the fall'")).toHaveLength(1);
    expect(await until(() => first.said().includes('it is back'), 10_000), first.said()).toBe(true);
  });

  it('starts a killed API again', async () => {
    const was = at.running.api?.pid ?? 0;
    process.kill(was, 'SIGKILL');
    expect(await until(() => at.running.api?.pid !== was, 30_000)).toBe(true);
    expect(await at.ready()).toBe(true);
  });

  it('killed outright it leaves no process behind, and the next start recovers by itself', async () => {
    process.kill(first.child.pid ?? 0, 'SIGKILL');
    await first.ended;
    expect(await until(() => at.processes().length === 0, 30_000), at.processes().join('; ')).toBe(true);
    first = await at.start();
    expect(first.said()).toContain('Amparo is ready');
    expect(await rows("select name from app.organisation where name = 'Before the fall'")).toHaveLength(1);
  });

  it('started again at once after such a kill, it waits for the rest and runs', async () => {
    process.kill(first.child.pid ?? 0, 'SIGKILL');
    await first.ended;
    first = await at.start();
    expect(first.said()).toContain('Amparo is ready');
  });

  it('stops cleanly when asked, and says so', async () => {
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    expect(first.said().trimEnd()).toMatch(/Stopped\.$/);
    expect(await until(() => at.processes().length === 0, 20_000), at.processes().join('; ')).toBe(true);
  });

  it('works on a stopped installation too, and stops the database again', async () => {
    expect(at.command(['sign-in-link', 'nobody@nowhere.example']).said).toContain('nobody@nowhere.example');
    expect(await until(() => at.processes().length === 0, 20_000)).toBe(true);
  });

  it('resets only after asking', () => {
    expect(at.command(['reset'], 'no\n')).toMatchObject({ code: 1, said: expect.stringContaining('Nothing was removed') });
    expect(at.command(['reset'], '')).toMatchObject({ code: 1, said: expect.stringContaining('Nothing was removed') });
    expect(at.command(['reset'], 'remove\n')).toMatchObject({ code: 0, said: expect.stringContaining(`${at.home}/pg`) });
  });
});

it('says that the port is taken, before it touches anything', async () => {
  const at = await Installation.make();
  const other = createServer();
  await new Promise<void>((r) => { other.listen(at.port, '127.0.0.1', r); });
  try {
    const s = await at.start();
    expect(await s.ended).toBe(1);
    expect(s.said().trim()).toBe(`Port ${at.port} is taken by another program. Choose another: PORT=${at.port + 1} npm start`);
  } finally { other.close(); await at.end(); }
});
