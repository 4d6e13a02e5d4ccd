import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aCase, makeWorld, type World } from '../support/world.ts';

let world: World;
let api: pg.Client;
let tables: string[];
beforeAll(async () => {
  world = await makeWorld();
  await aCase(world);
  api = new pg.Client(world.apiUrl);
  await api.connect();
  tables = (await world.owner.query(`select format('%I.%I', schemaname, tablename) t from pg_tables where schemaname in ('app', 'audit') order by 1`)).rows.map((r) => r.t as string);
});
afterAll(async () => { await api.end(); await world.end(); });

/** Rows a request's role gets from every table; a table it may not read at all counts as 0. */
async function seen(before: (c: pg.Client) => Promise<unknown>): Promise<Record<string, number>> {
  const got: Record<string, number> = {};
  await api.query('begin');
  try {
    await api.query('set local role lit_user');
    await before(api);
    for (const t of tables) {
      await api.query('savepoint s');
      const n = await api.query(`select count(*)::int n from ${t}`).then((r) => r.rows[0].n as number, async (e: { code: string }) => { await api.query('rollback to s'); if (e.code !== '42501') throw e; return 0; });
      if (n) got[t] = n;
    }
  } finally { await api.query('rollback'); }
  return got;
}

it('without a context there is nothing, not even the public library', async () => {
  expect(await seen(async () => undefined)).toEqual({});
});

it('setting every app.* variable by hand opens nothing', async () => {
  const lead = world.people.lead.id;
  const forged = [`${lead}|1|0|{1,2,3,4,5,6,7,8,9,10,11,12,13}|${0}|0#${'0'.repeat(64)}`, lead, '{1,2,11,12}', 'lit_acl', 'true'];
  for (const value of forged) {
    expect(await seen(async (c) => {
      for (const name of ['ctx', 'user_id', 'uid', 'person', 'principals', 'floor_level', 'level', 'role', 'token', 'org']) await c.query('select set_config($1, $2, true)', [`app.${name}`, value]);
    })).toEqual({});
  }
});

it('a context copied from another transaction, or left over on the connection, opens nothing', async () => {
  const opened = async () => {
    await api.query('begin');
    await api.query('set local role lit_user');
    await api.query('select app.ctx_open($1)', [world.people.lead.token]);
    const ctx = (await api.query("select current_setting('app.ctx') c")).rows[0].c as string;
    const mine = (await api.query('select count(*)::int n from app.legal_case')).rows[0].n as number;
    await api.query('commit');
    return { ctx, mine };
  };
  const { ctx, mine } = await opened();
  expect(mine).toBe(1); // the door works: what follows fails for the right reason
  expect(await seen((c) => c.query("select set_config('app.ctx', $1, true)", [ctx]))).toEqual({});
  await api.query("select set_config('app.ctx', $1, false)", [ctx]);
  expect(await seen(async () => undefined)).toEqual({});
  await api.query("select set_config('app.ctx', '', false)");
});

it('nothing else that the key signs is ever taken for a context', async () => {
  expect(await seen(async (c) => {
    await c.query('reset role'); // as the login role, which may have marks of browsers made
    const { rows: [at] } = await c.query<{ pid: number; t: string }>("select pg_backend_pid() pid, extract(epoch from transaction_timestamp())::text t");
    for (const nonce of [`1|2|{1,2,3,4,5,6,7,8,9,10,11,12,13,14,15}|${at?.pid}|${at?.t}`, `x|1|0|{1,2,11,12,13,14,15,16,17,18,19,20}|${at?.pid}|${at?.t}`]) {
      const { rows: [mark] } = await c.query<{ m: string }>("select auth.browser_mark('x', $1) m", [nonce]);
      const mac = mark?.m.split('.').at(-1);
      await c.query("select set_config('app.ctx', $1, true)", [`browser|${nonce}|x#${mac}`]);
    }
    await c.query('set local role lit_user');
  })).toEqual({});
});

it('an unknown, expired or idle session and a disabled person open nothing', async () => {
  expect(await seen((c) => c.query('select app.ctx_open($1)', ['no such token']))).toEqual({});
  const { member } = world.people;
  await world.owner.query("update app.session set idle_until = now() - interval '1 second' where person_id = $1", [member.id]);
  expect(await seen((c) => c.query('select app.ctx_open($1)', [member.token]))).toEqual({});
  await world.owner.query("update app.session set idle_until = now() + interval '1 hour', expires_at = now() - interval '1 second' where person_id = $1", [member.id]);
  expect(await seen((c) => c.query('select app.ctx_open($1)', [member.token]))).toEqual({});
  await world.owner.query("update app.session set expires_at = now() + interval '1 hour' where person_id = $1", [member.id]);
  await world.owner.query('update app.person set disabled = true where id = $1', [member.id]);
  expect(await seen((c) => c.query('select app.ctx_open($1)', [member.token]))).toEqual({});
  await world.owner.query('update app.person set disabled = false where id = $1', [member.id]);
});

it('the login role without a scope reads no table at all', async () => {
  for (const t of tables) await expect(api.query(`select 1 from ${t} limit 1`), t).rejects.toMatchObject({ code: '42501' });
});

it('what a request must never do is refused, whoever asks', async () => {
  const id = (await world.owner.query('select id from app.legal_case limit 1')).rows[0].id as string;
  const forbidden = [
    'truncate app.legal_case', 'create table app.x (a int)', 'create temp table x (a int)', 'alter table app.legal_case disable row level security', 'drop table app.legal_case',
    'set role lit_acl', 'set role lit_owner', 'set local role lit_backup', 'set session authorization postgres', 'copy app.legal_case to program \'true\'', "copy app.legal_case from '/etc/passwd'",
    "select pg_read_file('/etc/passwd')", 'select acl from app.legal_case', "update app.legal_case set acl = '{1}'", 'update app.legal_case set level = 2', 'select * from app.secret', "select app.mac('x')",
    "select app.sign_ctx('x', 1::smallint, 0::smallint, '{1}')", `select app.reacl('${id}')`, 'select password_hash from app.person', 'select email from app.person', 'select token_hash from app.session',
    'select * from pgboss.job', "select app.put_job('mail', '{}')", `insert into app.case_grant (legal_case_id, principal, cap) values ('${id}', 1, 1)`, 'delete from app.legal_case', 'delete from audit.row_version', 'update app.case_child set team_only = false',
  ];
  for (const who of ['lead', 'member', 'steward'] as const) {
    for (const text of forbidden) {
      await api.query('begin');
      try {
        await api.query('set local role lit_user');
        await api.query('select app.ctx_open($1)', [world.people[who].token]);
        await expect(api.query(text), `${who}: ${text}`).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|42883|0A000)$/) as string });
      } finally { await api.query('rollback'); }
    }
  }
});

it('row_security = off never shows more', async () => {
  await api.query('begin');
  await api.query('set local role lit_user');
  await api.query('set local row_security = off');
  await expect(api.query('select count(*) from app.organisation')).rejects.toMatchObject({ code: '42501' });
  await api.query('rollback');
});

it('an unseen id and a missing id are refused alike', async () => {
  const { id } = await aCase(world);
  const q = 'query($id: ID!) { legalCase(id: $id) { id title } }';
  const unseen = await world.gql('member', q, { id });
  const missing = await world.gql('member', q, { id: randomUUID() });
  expect(unseen).toEqual(missing);
});
