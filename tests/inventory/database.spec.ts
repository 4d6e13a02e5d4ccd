import { ClaimStanding, CollectiveRule, codesOf, CaseStatus, DateBasis, DecisionKind, HoldingForce, OpinionType, Treatment, UsedKind, UserKind, DispositionCode, EventType, Favours, FindingResult, IdentifierType, PartyProtection, PartyRole, PrecedentRelation, ProceedingLinkType, Remedy, ProceedingStatus, ReportedResult, Sureness, CaseResult } from '@amparo/domain';
import { deadlineKinds, deadlineStates, PeriodUnit, reminderSteps, TriggerBasis } from '@amparo/domain/deadlines';
import { ComplianceLevel, DueKind, OrderPeriodUnit, OrderStatus, PeriodFrom } from '@amparo/domain/orders';
import { StageEntryKind } from '@amparo/domain/procedures';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../support/database.ts';

let owner: pg.Client;
let drop: () => Promise<void>;
beforeAll(async () => {
  const db = await freshDatabase();
  drop = db.drop;
  owner = new pg.Client(db.ownerUrl);
  await owner.connect();
});
afterAll(async () => { await owner.end(); await drop(); });

const rows = async <T extends Record<string, unknown>>(text: string, params: unknown[] = []) => (await owner.query(text, params)).rows as T[];
const tables = () => rows<{ name: string; schema: string; rls: boolean; force: boolean; owner: string }>(
  `select c.relname name, n.nspname schema, relrowsecurity rls, relforcerowsecurity force, relowner::regrole::text owner
   from pg_class c join pg_namespace n on n.oid = relnamespace where nspname in ('app', 'audit', 'auth') and relkind in ('r', 'p', 'v', 'm') order by 1`);

describe('every table', () => {
  it('has row security, forced, and belongs to the owner role', async () => {
    const all = await tables();
    expect(all.length).toBeGreaterThan(30);
    expect(all.filter((t) => !t.rls || !t.force || t.owner !== 'lit_owner')).toEqual([]);
  });

  it('lets the definer role see all by a policy that is the constant true, and the backup role read', async () => {
    const policies = await rows<{ schemaname: string; tablename: string; policyname: string; roles: string; cmd: string; qual: string; with_check: string | null }>(
      `select schemaname, tablename, policyname, array_to_string(roles, ',') roles, cmd, qual, with_check from pg_policies where schemaname in ('app', 'audit')`);
    for (const t of await tables()) {
      const of = policies.filter((p) => p.schemaname === t.schema && p.tablename === t.name);
      expect(of.filter((p) => p.policyname === 'acl_all' && p.roles === 'lit_acl' && p.qual === 'true' && p.with_check === 'true'), `${t.name}: acl_all`).toHaveLength(1);
      expect(of.filter((p) => p.policyname === 'backup_all' && p.roles === 'lit_backup' && p.cmd === 'SELECT'), `${t.name}: backup_all`).toHaveLength(1);
      expect(of.filter((p) => !['lit_acl', 'lit_backup', 'lit_user'].includes(p.roles)), `${t.name}: a policy for somebody else`).toEqual([]);
    }
  });

  it('has a policy for each verb that a request may use, and no right without one', async () => {
    const missing = await rows(`
      select c.relname, v.verb from pg_class c join pg_namespace n on n.oid = c.relnamespace
      cross join (values ('SELECT'), ('INSERT'), ('UPDATE'), ('DELETE')) v(verb)
      where n.nspname in ('app', 'audit') and c.relkind = 'r'
        and case v.verb when 'DELETE' then has_table_privilege('lit_user', c.oid, 'DELETE') else has_any_column_privilege('lit_user', c.oid, v.verb) end
        and not exists (select from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname and p.roles = '{lit_user}' and p.cmd in (v.verb, 'ALL'))`);
    expect(missing).toEqual([]);
  });

  it('never grants the columns that hold the readers, nor secrets', async () => {
    const granted = await rows(`
      select c.relname, a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid and attnum > 0 and not attisdropped
      where relnamespace in ('app'::regnamespace, 'audit'::regnamespace) and relkind = 'r' and attname = any ($1)
        and (has_column_privilege('lit_user', c.oid, a.attnum, 'SELECT') or has_column_privilege('lit_user', c.oid, a.attnum, 'UPDATE') or has_column_privilege('lit_user', c.oid, a.attnum, 'INSERT'))`,
    [['acl', 'eacl', 'sacl', 'password_hash', 'token_hash', 'ipad', 'opad', 'email']]);
    expect(granted).toEqual([]);
  });

  it('never lets a request set the level by hand', async () => {
    const settable = await rows(`
      select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid where relnamespace = 'app'::regnamespace and attname = 'level'
        and (has_column_privilege('lit_user', c.oid, a.attnum, 'UPDATE') or has_column_privilege('lit_user', c.oid, a.attnum, 'INSERT'))`);
    expect(settable).toEqual([]);
  });
});

it('every foreign key has an index that begins with its columns', async () => {
  const bare = await rows(`
    select conrelid::regclass::text t, conname from pg_constraint k where contype = 'f' and connamespace in ('app'::regnamespace, 'audit'::regnamespace)
      and not exists (select from pg_index i where i.indrelid = k.conrelid and i.indpred is null
        and (select array_agg(x) from unnest((i.indkey::int2[])[0:cardinality(k.conkey) - 1]) x) @> k.conkey::int2[])`);
  expect(bare).toEqual([]);
});

it('constraints are named by us: every foreign key, check and unique constraint says its table and column', async () => {
  const odd = await rows(`select conrelid::regclass::text t, conname from pg_constraint where contype in ('f', 'c', 'u') and connamespace = 'app'::regnamespace and conname ~ '[0-9]$'`);
  expect(odd).toEqual([]);
});

describe('functions', () => {
  it('that run with more rights fix their search path and are nobody else\'s', async () => {
    const loose = await rows(`
      select oid::regprocedure::text f from pg_proc where pronamespace in ('app'::regnamespace, 'auth'::regnamespace, 'audit'::regnamespace)
        and prosecdef and (proconfig is null or not exists (select from unnest(proconfig) c where c like 'search_path=pg_catalog, pg_temp') or proowner::regrole::text <> 'lit_acl')`);
    expect(loose).toEqual([]);
  });
  it('are not executable by everybody', async () => {
    const open = await rows(`
      select p.oid::regprocedure::text f from pg_proc p where pronamespace in ('app'::regnamespace, 'auth'::regnamespace, 'audit'::regnamespace)
        and (proacl is null or exists (select from aclexplode(proacl) a where a.grantee = 0))`);
    expect(open).toEqual([]);
  });
  it('used in policies are never IMMUTABLE nor PARALLEL SAFE when they read the context', async () => {
    const wrong = await rows(`select proname from pg_proc where pronamespace = 'app'::regnamespace and proname in ('ctx', 'principals', 'floor_level', 'uid', 'is_open') and (provolatile = 'i' or proparallel = 's')`);
    expect(wrong).toEqual([]);
  });
});

describe('roles', () => {
  it('hold no power over the server, and only the login role may become a request', async () => {
    expect(await rows(`select rolname from pg_roles where rolname like 'lit\\_%' and (rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls)`)).toEqual([]);
    expect(await rows(`select m.member::regrole::text who from pg_auth_members m where m.roleid = 'lit_user'::regrole and m.member::regrole::text not in ('lit_api', current_user)`)).toEqual([]);
    expect(await rows(`select m.member::regrole::text who from pg_auth_members m where m.roleid in ('lit_acl'::regrole, 'lit_owner'::regrole) and m.member::regrole::text like 'lit\\_%'`)).toEqual([]);
  });
  it('cannot make temporary tables or objects', async () => {
    const [r] = await rows(`select has_database_privilege('lit_user', current_database(), 'TEMP') t, has_database_privilege('lit_api', current_database(), 'TEMP') a,
      has_schema_privilege('lit_user', 'app', 'CREATE') c, has_schema_privilege('lit_user', 'auth', 'USAGE') u, has_schema_privilege('lit_user', 'pgboss', 'USAGE') p`);
    expect(r).toEqual({ t: false, a: false, c: false, u: false, p: false });
  });
});

describe('every code is the same on both sides', () => {
  const pairs: [string, readonly string[]][] = [
    ['legal_case_status_check', codesOf(CaseStatus)], ['proceeding_status_check', codesOf(ProceedingStatus)], ['proceeding_identifier_type_check', codesOf(IdentifierType)],
    ['proceeding_link_type_check', codesOf(ProceedingLinkType)], ['proc_event_type_check', codesOf(EventType)], ['proc_event_basis_check', codesOf(DateBasis)],
    ['proc_event_reported_result_check', codesOf(ReportedResult)], ['case_party_role_check', codesOf(PartyRole)], ['case_party_protection_check', codesOf(PartyProtection)],
    ['disposition_code_check', codesOf(DispositionCode)], ['disposition_favours_check', codesOf(Favours)], ['finding_result_check', codesOf(FindingResult)],
    ['case_precedent_relation_check', codesOf(PrecedentRelation)], ['harm_sureness_check', codesOf(Sureness)], ['precedent_result_check', codesOf(CaseResult)],
    ['deadline_kind_check', deadlineKinds], ['deadline_status_check', deadlineStates], ['deadline_trigger_basis_check', codesOf(TriggerBasis)], ['deadline_extension_by_unit_check', codesOf(PeriodUnit)],
    ['law_version_kind_check', ['rule', 'calendar']], ['law_version_state_check', ['proposed', 'in_force', 'replaced', 'refused']],
    ['claim_standing_check', codesOf(ClaimStanding)], ['claim_collective_type_check', codesOf(CollectiveRule)], ['decision_kind_check', codesOf(DecisionKind)], ['opinion_type_check', codesOf(OpinionType)],
    ['holding_force_check', codesOf(HoldingForce)], ['decision_treatment_treatment_check', codesOf(Treatment)], ['reliance_used_kind_check', codesOf(UsedKind)], ['reliance_user_kind_check', codesOf(UserKind)], ['reliance_opinion_type_check', codesOf(OpinionType)],
    ['order_item_type_check', codesOf(Remedy)], ['order_item_due_kind_check', codesOf(DueKind)], ['order_item_period_unit_check', codesOf(OrderPeriodUnit)], ['order_item_period_from_check', codesOf(PeriodFrom)],
    ['stage_entry_kind_check', codesOf(StageEntryKind)], ['stage_entry_basis_check', codesOf(DateBasis)],
    ['calendar_feed_deadlines_as_check', ['todo', 'event']], ['calendar_tombstone_kind_check', ['hearing', 'deadline']], ['notice_kind_check', ['reminder', 'recounted']], ['notice_step_check', [...reminderSteps]], ['notice_mail_check', ['queued', 'sent', 'off', 'dropped']],
    ['order_status_status_check', codesOf(OrderStatus)], ['compliance_observation_state_check', codesOf(ComplianceLevel)],
  ];
  it.each(pairs)('%s', async (constraint, codes) => {
    const [r] = await rows<{ d: string }>('select pg_get_constraintdef(oid) d from pg_constraint where conname = $1', [constraint]);
    const inSql = [...(r?.d ?? '').matchAll(/'([a-z_0-9]+)'::text/g)].map((m) => m[1]).sort();
    expect(inSql).toEqual([...codes].sort());
  });
  it('no other check of codes is left out of this list', async () => {
    const all = (await rows<{ conname: string }>(`select conname from pg_constraint where contype = 'c' and connamespace = 'app'::regnamespace and pg_get_constraintdef(oid) ~ 'ANY \\(ARRAY\\[''[a-z_]+''::text'`)).map((r) => r.conname).sort();
    const known = [...pairs.map(([c]) => c), 'sign_in_link_purpose_check', 'last_check_subject_check', 'membership_roles_check', 'reminder_choice_steps_check'];
    expect(all.filter((c) => !known.includes(c))).toEqual([]);
  });
});
