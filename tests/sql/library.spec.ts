import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase } from '../support/database.ts';

const tables = ['library_file', 'concept_scheme', 'concept', 'court', 'id_system', 'precedent', 'precedent_concept', 'precedent_right', 'precedent_finding', 'precedent_link', 'citation'];
let db: Awaited<ReturnType<typeof freshDatabase>>;
let api: pg.Client;
beforeAll(async () => { db = await freshDatabase(); api = new pg.Client(db.apiUrl); await api.connect(); });
afterAll(async () => { await api.end(); await db.drop(); });

/** As a request would: in a transaction of the user role, with the public context or with none. */
async function asRequest<T>(context: 'public' | 'none', work: () => Promise<T>): Promise<T> {
  await api.query('begin; set local role lit_user');
  try { if (context === 'public') await api.query('select app.ctx_public()'); return await work(); } finally { await api.query('rollback'); }
}
const rows = async (text: string) => (await api.query<{ n: number }>(`select count(*)::int as n from ${text}`)).rows[0]?.n ?? -1;

it.each(tables)('%s: without a context there is no row, for the public there are', async (table) => {
  expect(await asRequest('none', () => rows(`app.${table}`))).toBe(0);
  expect(await asRequest('public', () => rows(`app.${table}`))).toBeGreaterThan(0);
});

it('the door to the text search is shut without a context', async () => {
  const search = "app.search_precedent(to_tsquery('english', 'privacy'))";
  expect(await asRequest('none', () => rows(search))).toBe(0);
  expect(await asRequest('public', () => rows(search))).toBeGreaterThan(5);
});

it.each(tables)('%s: no request writes it', async (table) => {
  const column = { library_file: 'name', concept_scheme: 'id', concept: 'id', court: 'slug', id_system: 'slug', precedent: 'slug' }[table] ?? 'precedent_id';
  for (const verb of [`insert into app.${table} default values`, `update app.${table} set ${column} = ${column}`, `delete from app.${table}`]) {
    await expect(asRequest('public', () => api.query(verb)), verb).rejects.toMatchObject({ code: '42501' });
  }
});

it('the search uses its index, not a scan of all texts', async () => {
  const owner = new pg.Client(db.ownerUrl);
  await owner.connect();
  try {
    await owner.query('begin; set local role lit_acl; set local enable_seqscan = off');
    const plan = (await owner.query<{ 'QUERY PLAN': string }>("explain select id from app.precedent where tsv @@ to_tsquery('english', 'privacy')")).rows.map((r) => r['QUERY PLAN']).join('\n');
    expect(plan).toContain('precedent_tsv_idx');
  } finally { await owner.end(); }
});
