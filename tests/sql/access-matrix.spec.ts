import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cast, makeWorld, type Who, type World } from '../support/world.ts';

/** Who × what state × which table × which verb, compared with rules written here from the sharing page, not from the SQL. */
const personas = ['stranger', ...Object.keys(cast)] as (Who | 'stranger')[];
const states = ['team', 'shared with the ally', 'coalition', 'narrowed from coalition', 'unshared again', 'asleep: shared, then back to team'] as const;
type State = (typeof states)[number];

const team = (who: Who | 'stranger') => who === 'lead' || who === 'teammate';
const inCoalition = (who: Who | 'stranger') => who !== 'stranger' && who !== 'outsider';
/** The rules, in words: the team always; named organisations while they are named; the coalition while it is open to it. Notes: the team alone. */
function mayRead(who: Who | 'stranger', state: State, teamOnly: boolean): boolean {
  if (team(who)) return true;
  if (teamOnly) return false;
  if (state === 'coalition') return inCoalition(who);
  return state === 'shared with the ally' && who === 'ally';
}
const mayWrite = (who: Who | 'stranger') => team(who);

let world: World;
let api: pg.Client;
let caseId: string;
let children: { table_name: string; team_only: boolean }[];
const column: Record<string, string> = { // a business column of each table, to try an update with
  legal_case: 'title', proceeding: 'court_unit', proceeding_identifier: 'valid_to', proceeding_link: 'note', proc_event: 'title', event_note: 'body', event_pair: 'same', case_party: 'name', party_name: 'name', claim: 'act',
  disposition: 'note', finding: 'note', case_system: 'id_system_id', case_precedent: 'note', harm: 'summary', harm_link: 'follows_case',
  decision: 'title', decision_proceeding: '', opinion: 'summary', holding: 'proposition', decision_treatment: 'point', reliance: 'title',
  order_item: 'our_words', order_status: 'note', compliance_observation: 'public_note', compliance_note: 'body', last_check: 'note',
  deadline: 'title', deadline_extension: 'reason', forum_memo: '',
};

beforeAll(async () => {
  world = await makeWorld();
  const { owner, people } = world;
  const one = async (text: string, params: unknown[] = []) => (await owner.query(text, params)).rows[0].id as string;
  const court = await one('select id from app.court order by slug limit 1');
  const system = await one('select id from app.id_system order by slug limit 1');
  const precedent = await one('select id from app.precedent order by slug limit 1');
  caseId = await one(`insert into app.legal_case (lead_organisation_id, title, goals, countries) values ($1, 'Matrix', '[{"kind":"legal","text":"x"}]', '{UG}') returning id`, [people.lead.organisationId]);
  for (const [who, cap] of [['lead', 15], ['teammate', 7]] as const) await owner.query('insert into app.case_grant (legal_case_id, principal, cap) select $1, principal, $3 from app.person where id = $2', [caseId, people[who].id, cap]);
  const p1 = await one(`insert into app.proceeding (legal_case_id, court_id, time_zone) values ($1, $2, 'Africa/Kampala') returning id`, [caseId, court]);
  const p2 = await one(`insert into app.proceeding (legal_case_id, court_id, time_zone) values ($1, $2, 'Africa/Kampala') returning id`, [caseId, court]);
  await owner.query(`insert into app.proceeding_identifier (legal_case_id, proceeding_id, type, value, normalised) values ($1, $2, 'petition', 'MC 1/2022', 'mc 1 2022')`, [caseId, p1]);
  const link = await one(`insert into app.proceeding_link (legal_case_id, from_id, to_id, type) values ($1, $2, $3, 'appeal_from') returning id`, [caseId, p2, p1]);
  await owner.query(`insert into app.stage_entry (legal_case_id, proceeding_id, kind, stage) values ($1, $2, 'moved', 'filed')`, [caseId, p1]);
  const event = await one(`insert into app.proc_event (legal_case_id, proceeding_id, type, on_edtf) values ($1, $2, 'hearing', '2025-06-10') returning id`, [caseId, p1]);
  await owner.query(`insert into app.event_note (id, legal_case_id, body) values ($1, $2, 'PRIVATE')`, [event, caseId]);
  const twin = await one(`insert into app.proc_event (legal_case_id, proceeding_id, type, on_edtf) values ($1, $2, 'hearing', '2025-06-10') returning id`, [caseId, p1]);
  await owner.query('insert into app.event_pair (legal_case_id, event_id, other_id, same) values ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), true)', [caseId, event, twin]);
  await owner.query(`insert into app.proc_event (legal_case_id, type, on_edtf, planned) values ($1, 'context', '2099-01-01', true), ($1, 'hearing', '2099-01-02', true)`, [caseId]);
  await owner.query(`insert into app.case_party (legal_case_id, name, kind, role) values ($1, 'A party', 'ngo', 'claimant')`, [caseId]);
  await owner.query(`insert into app.party_name (id, legal_case_id, name) select id, legal_case_id, 'PRIVATE' from app.case_party where legal_case_id = $1`, [caseId]);
  const claim = await one(`insert into app.claim (legal_case_id, act) values ($1, 'An act') returning id`, [caseId]);
  await owner.query('insert into app.proceeding_link_claim (legal_case_id, link_id, claim_id) values ($1, $2, $3)', [caseId, link, claim]);
  const begin = () => owner.query('begin'), commit = () => owner.query('commit'); // a decision is whole at commit
  const decision = async (p: string) => {
    await begin();
    const d = await one(`insert into app.decision (legal_case_id, kind, dates) values ($1, 'judgment', '[{"on":"2025","basis":"dated"}]') returning id`, [caseId]);
    await owner.query('insert into app.decision_proceeding (legal_case_id, decision_id, proceeding_id) values ($1, $2, $3)', [caseId, d, p]);
    const o = await one(`insert into app.opinion (legal_case_id, decision_id, type) values ($1, $2, 'single') returning id`, [caseId, d]);
    await commit();
    return [d, o] as const;
  };
  const [[d1, o1], [d2, o2]] = [await decision(p1), await decision(p2)];
  await owner.query(`insert into app.holding (legal_case_id, decision_id, opinion_id, proposition, force) values ($1, $2, $3, 'A holding', 'ratio')`, [caseId, d1, o1]);
  await owner.query(`insert into app.decision_treatment (legal_case_id, citing_id, cited_id, opinion_id, treatment) values ($1, $2, $3, $4, 'followed')`, [caseId, d2, d1, o2]);
  await owner.query(`insert into app.reliance (legal_case_id, used_kind, used_id, user_kind, title) values ($1, 'decision', $2, 'brief', 'A brief')`, [caseId, d1]);
  const order = await one(`insert into app.order_item (legal_case_id, decision_id, our_words, type, due_kind) values ($1, $2, 'Do it', 'mandamus', 'no_limit') returning id`, [caseId, d1]);
  await owner.query(`insert into app.order_status (legal_case_id, order_item_id, status, from_edtf) values ($1, $2, 'varied', '2025')`, [caseId, order]);
  const seen = await one(`insert into app.compliance_observation (legal_case_id, order_item_id, on_edtf, state) values ($1, $2, '2025', 'unknown') returning id`, [caseId, order]);
  await owner.query(`insert into app.compliance_note (id, legal_case_id, body) values ($1, $2, 'PRIVATE')`, [seen, caseId]);
  await owner.query(`insert into app.last_check (legal_case_id, subject, subject_id) values ($1, 'order', $2)`, [caseId, order]);
  await owner.query(`insert into app.disposition (legal_case_id, claim_id, proceeding_id, code, favours) values ($1, $2, $3, 'allowed', 'us')`, [caseId, claim, p1]);
  await owner.query(`insert into app.finding (legal_case_id, proceeding_id, limb, result) values ($1, $2, 'necessity', 'satisfied')`, [caseId, p1]);
  await owner.query('insert into app.case_system (legal_case_id, id_system_id) values ($1, $2)', [caseId, system]);
  await owner.query(`insert into app.case_precedent (legal_case_id, precedent_id, relation) values ($1, $2, 'relies_on')`, [caseId, precedent]);
  const harm = await one(`insert into app.harm (kind, summary, country, source, sureness, created_by) values ('exclusion', 'A harm', 'UG', 'A report', 'reported', $1) returning id`, [people.lead.id]);
  await owner.query('insert into app.harm_link (harm_id, legal_case_id, follows_case) values ($1, $2, true)', [harm, caseId]);
  const due = await one(`insert into app.deadline (legal_case_id, title, kind, computed, zone) values ($1, 'PRIVATE', 'manual', '{}', 'Africa/Kampala') returning id`, [caseId]);
  await owner.query(`insert into app.deadline_extension (legal_case_id, deadline_id, order_text, until_on) values ($1, $2, 'Order 2', '2099-01-01')`, [caseId, due]);
  await owner.query(`insert into app.forum_memo (legal_case_id, number, decision, reasons, chosen, filed_on, snapshot) values ($1, 1, 'PRIVATE', 'PRIVATE', '{eacj}', '2025-06-10', '{}')`, [caseId]);
  await owner.query(`insert into app.calendar_tombstone (legal_case_id, entry_id, kind, on_day, sequence, team_only) values ($1, gen_random_uuid(), 'hearing', '2099-01-02', 2, false)`, [caseId]);
  children = (await owner.query('select table_name, team_only from app.case_child order by 1')).rows as typeof children;
  api = new pg.Client(world.apiUrl);
  await api.connect();
});
afterAll(async () => { await api.end(); await world.end(); });

async function become(state: State) {
  const level = async (l: number) => asLead('select app.set_case_level($1, $2::smallint)', [caseId, l]);
  const share = () => asLead(`select app.share_case($1, $2, 'Agreement 1', '2025-01-02', 'why')`, [caseId, world.people.ally.organisationId]);
  const unshare = () => asLead('select app.unshare_case($1, $2)', [caseId, world.people.ally.organisationId]);
  await unshare();
  await level(0);
  if (state === 'shared with the ally') await share();
  else if (state === 'coalition') await level(2);
  else if (state === 'narrowed from coalition') { await level(2); await level(0); }
  else if (state === 'unshared again') { await share(); await unshare(); }
  else if (state.startsWith('asleep')) { await share(); await level(0); }
}
async function asLead(text: string, params: unknown[]) {
  await api.query('begin');
  await api.query('set local role lit_user');
  await api.query('select app.ctx_open($1)', [world.people.lead.token]);
  await api.query(text, params);
  await api.query('commit');
}
/** Runs `work` as that person and undoes it. */
async function as<T>(who: Who | 'stranger', work: () => Promise<T>): Promise<T> {
  await api.query('begin');
  try {
    await api.query('set local role lit_user');
    await (who === 'stranger' ? api.query('select app.ctx_public()') : api.query('select app.ctx_open($1)', [world.people[who].token]));
    return await work();
  } finally { await api.query('rollback'); }
}
/** Rows touched, or the SQLSTATE of the refusal. */
async function tried(text: string, params: unknown[] = [caseId]): Promise<number | string> {
  await api.query('savepoint s');
  try { return (await api.query(text, params)).rowCount ?? 0; } catch (e) { return (e as { code: string }).code; } finally { await api.query('rollback to s'); }
}

describe.each(states)('a case that is %s', (state) => {
  beforeAll(() => become(state));

  it.each(personas)('%s', async (who) => {
    await as(who, async () => {
      const all = [{ table_name: 'legal_case', team_only: false }, ...children, { table_name: 'harm', team_only: false }, { table_name: 'harm_link', team_only: false }];
      for (const { table_name: t, team_only } of all) {
        const where = t === 'legal_case' ? 'id = $1' : t === 'harm' ? 'id in (select harm_id from app.harm_link where legal_case_id = $1)' : 'legal_case_id = $1';
        const may = mayRead(who, state, team_only);
        const n = (await api.query(`select count(*)::int n from app.${t} where ${where}`, [caseId])).rows[0].n as number;
        expect(n > 0, `reads ${t}`).toBe(may);
        if (column[t]) { // some rows only come and go
          const touched = await tried(`update app.${t} set ${column[t]} = ${column[t]} where ${where}`);
          expect(typeof touched === 'number' && touched > 0, `changes ${t}: ${touched}`).toBe(t === 'harm_link' ? who === 'lead' : mayWrite(who)); // it follows the case: that is sharing
        }
        if (t === 'forum_memo') { // written once: nobody changes or removes it, not even the team
          expect([await tried(`update app.${t} set decision = decision where ${where}`), await tried(`delete from app.${t} where ${where}`)], 'a memo stays').toEqual(['42501', '42501']);
          const again = await tried(`insert into app.forum_memo (legal_case_id, number, decision, reasons, chosen, filed_on, snapshot) values ($1, 2, 'x', 'x', '{eacj}', '2025-06-10', '{}')`);
          expect(again === 1, `adds a memo: ${again}`).toBe(mayWrite(who));
          continue;
        }
        if (['legal_case', 'harm', 'proceeding_identifier', 'decision', 'stage_entry', 'calendar_tombstone'].includes(t)) continue; // a decision with orders stays, and what is only added to
        const gone = await tried(`delete from app.${t} where ${where}`);
        expect(typeof gone === 'number' && gone > 0, `removes from ${t}: ${gone}`).toBe(mayWrite(who));
      }
      const dates = (await api.query('select team_only, planned, type from app.proc_event where legal_case_id = $1 and planned order by on_edtf', [caseId])).rows;
      const listed = { team_only: false, planned: true, type: 'hearing' };
      expect(dates, 'reads dates').toEqual(team(who) ? [{ team_only: true, planned: true, type: 'context' }, listed] : mayRead(who, state, false) ? [listed] : []);
      const added = await tried(`insert into app.proc_event (legal_case_id, type, on_edtf) values ($1, 'hearing', '2025-01-01')`);
      expect(added === 1, `adds an event: ${added}`).toBe(mayWrite(who));
      const noted = await tried(`insert into app.case_party (legal_case_id, name, kind, role) values ($1, 'X', 'ngo', 'claimant') returning id`);
      expect(noted === 1, `adds a party: ${noted}`).toBe(mayWrite(who));
      expect(typeof (await tried(`select app.share_case($1, '${world.people.member.organisationId}', 'A', '2025-01-01', null)`)) === 'number', 'shares').toBe(who === 'lead');
      expect(typeof (await tried('select app.set_case_level($1, 2::smallint)')) === 'number', 'opens').toBe(who === 'lead');
      expect(((await api.query('select count(*)::int n from audit.row_version where legal_case_id = $1', [caseId])).rows[0].n as number) > 0, 'reads the history').toBe(team(who));
      const readers = (await api.query('select kind, name from app.case_readers($1)', [caseId])).rows as { kind: string; name: string }[];
      expect(readers.length > 0, 'sees who can read').toBe(mayRead(who, state, false));
      const grants = (await api.query('select id from app.case_grant where legal_case_id = $1', [caseId])).rows.length;
      expect(grants > 0, `sees grants: ${grants}`).toBe(team(who) || who === 'ally' && state === 'shared with the ally');
      if (who === 'ally' && state === 'shared with the ally') expect(readers.map((r) => r.name).sort()).toEqual(['Alder Law', 'Birch Trust']);
    });
  });
});

it('a feed is its person\'s alone: nobody else reads, changes or takes it back, and its hash is nobody\'s', async () => {
  const { rows: [feed] } = await world.owner.query("insert into app.calendar_feed (person_id, token_hash, hint) values ($1, app.hash('matrix'), 'trix') returning id", [world.people.teammate.id]);
  for (const who of personas) {
    await as(who, async () => {
      const mine = who === 'teammate' ? 1 : 0;
      expect((await api.query('select id from app.calendar_feed where id = $1', [feed.id])).rowCount, who).toBe(mine);
      expect(await tried('select token_hash from app.calendar_feed', []), who).toBe('42501');
      expect(await tried("update app.calendar_feed set name = 'x'", []), who).toBe('42501');
      expect(await tried("insert into app.calendar_feed (id) values (gen_random_uuid())", []), who).toBe('42501');
      expect((await api.query('select app.rotate_feed($1, $2) as done', [feed.id, `x${who}`])).rows[0].done, who).toBe(mine === 1);
      expect((await api.query('select * from app.feed_of($1)', [`x${who}`])).rowCount, who).toBe(mine);
      expect(await tried('delete from app.calendar_feed where id = $1', [feed.id]), who).toBe(mine);
    });
  }
});
it('the key of a feed opens its owner\'s context and no other\'s, and a session\'s key is none', async () => {
  await world.owner.query("insert into app.calendar_feed (person_id, token_hash, hint) values ($1, app.hash('feed of the ally'), 'ally')", [world.people.ally.id]);
  const opens = async (token: string) => { await api.query('begin'); try { await api.query('set local role lit_user'); return (await api.query('select app.ctx_feed($1) as who', [token])).rows[0].who as string | null; } finally { await api.query('rollback'); } };
  expect(await opens('feed of the ally')).toBe(world.people.ally.id);
  for (const none of ['guessed', '', world.people.ally.token]) expect(await opens(none)).toBeNull();
});

it('readers of every child equal those derived anew from the case (no drift)', async () => {
  for (const { table_name: t, team_only } of children) {
    const own = t === 'proc_event' || t === 'calendar_tombstone' ? 'x.team_only' : String(team_only);
    const drift = await world.owner.query(`select x.id from app.${t} x join app.legal_case k on k.id = x.legal_case_id
      where x.level <> case when ${own} then 0 else k.level end or x.eacl <> k.eacl or x.acl <> case when ${own} then app.acl_of(k.id, 0::smallint, 1::smallint) else k.acl end`);
    expect(drift.rows, t).toEqual([]);
  }
});

it('an event follows one of its own case only', async () => {
  const other = (await world.owner.query(`insert into app.legal_case (lead_organisation_id, title, goals, countries) values ($1, 'Another', '[{"kind":"legal","text":"x"}]', '{UG}') returning id`, [world.people.lead.organisationId])).rows[0].id as string;
  const foreign = (await world.owner.query(`insert into app.proc_event (legal_case_id, type, on_edtf) values ($1, 'hearing', '2025') returning id`, [other])).rows[0].id as string;
  await as('lead', async () => {
    const follows = (id: string) => tried(`insert into app.proc_event (legal_case_id, type, on_edtf, planned, follows_id) values ($1, 'hearing', '2099', true, $2)`, [caseId, id]);
    expect(await follows(foreign)).toBe('23503');
    expect(await follows((await api.query('select id from app.proc_event where legal_case_id = $1 limit 1', [caseId])).rows[0].id as string)).toBe(1);
  });
});

it('sharing that races with new children leaves none wider than its case', async () => {
  const many = await Promise.all(Array.from({ length: 6 }, async () => { const c = new pg.Client(world.apiUrl); await c.connect(); return c; }));
  const act = async (c: pg.Client, text: string, params: unknown[]) => {
    try {
      await c.query('begin'); await c.query('set local role lit_user'); await c.query('select app.ctx_open($1)', [world.people.lead.token]);
      await c.query(text, params); await c.query('commit');
    } catch (e) { await c.query('rollback'); if (!['40P01', '40001'].includes((e as { code: string }).code)) throw e; }
  };
  await Promise.all(many.map(async (c, n) => {
    for (let i = 0; i < 25; i++) await (n < 2 ? act(c, 'select app.set_case_level($1, $2::smallint)', [caseId, (i % 2) * 2]) : act(c, `insert into app.proc_event (legal_case_id, type, on_edtf) values ($1, 'mention', '2025-01-01')`, [caseId]));
  }));
  await Promise.all(many.map((c) => c.end()));
  const drift = await world.owner.query('select count(*)::int n from app.proc_event x join app.legal_case k on k.id = x.legal_case_id where not x.team_only and (x.acl <> k.acl or x.level <> k.level)');
  expect(drift.rows[0].n).toBe(0);
});
