// The floor: node:http, pg, one named prepared statement whose JSON PostgreSQL builds, inside a transaction with the signed context.
import { createServer } from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
pool.on('error', () => undefined);
const one = (body: string) => `select coalesce(json_agg(row_to_json(r)), '[]')::text j from (${body}) r`;
const floors: Record<string, { name: string; text: string }> = {
  '/cases': { name: 'cases', text: one(`
    select c.id, c.title, c.short_name, c.countries, c.status, c.level, c.version, c.updated_at,
      (select row_to_json(o) from (select id, name, country from app.organisation where id = c.lead_organisation_id) o) lead,
      (select row_to_json(p) from (select p.id, p.status, t.name court, (select value from app.proceeding_identifier i where i.proceeding_id = p.id and i.legal_case_id = c.id order by preferred desc limit 1) number
        from app.proceeding p join app.court t on t.id = p.court_id where p.legal_case_id = c.id order by p.ordinal limit 1) p) proceeding,
      (select json_agg(x) from (select favours, code from app.disposition d where d.legal_case_id = c.id) x) dispositions
    from app.legal_case c order by c.updated_at desc, c.id desc limit 50`) },
  '/case': { name: 'case', text: one(`
    select c.*, (select json_agg(p) from (select p.id, p.status, p.time_zone, t.name court from app.proceeding p join app.court t on t.id = p.court_id where p.legal_case_id = c.id order by p.ordinal) p) proceedings,
      (select json_agg(e) from (select id, type, on_edtf, outcome, title, public_note, version from app.proc_event e where e.legal_case_id = c.id order by sort_key desc limit 200) e) events,
      (select json_agg(y) from (select id, name, kind, role from app.case_party y where y.legal_case_id = c.id) y) parties,
      (select json_agg(y) from (select id, act from app.claim y where y.legal_case_id = c.id) y) claims
    from (select id, title, short_name, summary, goals, countries, status, level, version from app.legal_case where id = $1::uuid) c`) },
  '/heavy-case': { name: 'heavy-case', text: one(`
    select c.*, (select json_agg(p) from (select p.id, p.status, p.time_zone, t.name court from app.proceeding p join app.court t on t.id = p.court_id where p.legal_case_id = c.id order by p.ordinal) p) proceedings,
      (select json_agg(e) from (select id, type, on_edtf, outcome, title, public_note, version from app.proc_event e where e.legal_case_id = c.id order by sort_key desc limit 200) e) events,
      (select json_agg(y) from (select id, name, kind, role from app.case_party y where y.legal_case_id = c.id) y) parties,
      (select json_agg(y) from (select id, act from app.claim y where y.legal_case_id = c.id) y) claims,
      (select json_agg(y) from (select id, proceeding_id, claim_id, limb, result, note, pinpoint, version from app.finding y where y.legal_case_id = c.id) y) findings,
      (select json_agg(y) from (select id, title, kind, rule_id, trigger_edtf, working_on, latest_on, cut_off, zone, status, critical, version, computed from app.deadline y where y.legal_case_id = c.id order by latest_on, created_at, id) y) deadlines
    from (select id, title, short_name, summary, goals, countries, status, level, version from app.legal_case where id = $1::uuid) c`) },
  '/search': { name: 'search', text: one(`
    select p.slug, p.short_name, p.title, p.decided_edtf, p.result, t.name court, (select json_agg(f) from (select limb, finding from app.precedent_finding f where f.precedent_id = p.id) f) findings
    from app.precedent p join app.court t on t.id = p.court_id where p.id in (select app.search_precedent(to_tsquery('simple', $1))) order by p.decided_key desc, p.id desc limit 20`) },
};

createServer((req, res) => {
  const u = new URL(req.url ?? '/', 'http://floor');
  const f = floors[u.pathname];
  const token = /amparo=([\w-]+)/.exec(req.headers.cookie ?? '')?.[1];
  if (!f) { res.writeHead(404).end(); return; }
  void (async () => {
    const c = await pool.connect();
    try {
      await c.query('begin read only; set local role lit_user');
      await c.query({ name: 'ctx', text: 'select app.ctx_open($1)', values: [token] });
      const p = u.searchParams.get('p');
      const { rows } = await c.query<{ j: string }>({ ...f, ...(p ? { values: [p] } : {}) });
      await c.query('commit');
      res.writeHead(200, { 'content-type': 'application/json' }).end(rows[0]?.j ?? '[]');
    } catch (e) { await c.query('rollback').catch(() => undefined); res.writeHead(500).end(String(e)); } finally { c.release(); }
  })();
}).listen(Number(process.env['PORT']), '127.0.0.1', () => console.log('floor'));
