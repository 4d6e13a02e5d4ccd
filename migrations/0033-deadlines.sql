-- Deadlines of a case, for its team alone, and the law they are counted by: rules and calendars in versions that two stewards agreed on.
set local role lit_owner;
create table app.law_version (
  id uuid primary key default gen_random_uuid(),
  kind text not null constraint law_version_kind_check check (kind in ('rule', 'calendar')),
  law_id text not null constraint law_version_law_id_check check (length(law_id) between 1 and 80),
  revision int not null constraint law_version_revision_check check (revision >= 1),
  body jsonb not null constraint law_version_body_check check (jsonb_typeof(body) = 'object' and length(body::text) <= 200000),
  state text not null default 'proposed' constraint law_version_state_check check (state in ('proposed', 'in_force', 'replaced', 'refused')),
  note text constraint law_version_note_check check (length(note) <= 1000),
  proposed_by uuid default app.uid() constraint law_version_proposed_by_fkey references app.person,
  decided_by uuid constraint law_version_decided_by_fkey references app.person, decided_at timestamptz,
  touched int, recounted int, moved int, recounted_at timestamptz,
  version int not null default 1, created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  constraint law_version_revision_key unique (kind, law_id, revision),
  constraint law_version_decided_by_check check (state = 'proposed' or state = 'refused' or decided_by is distinct from proposed_by));
comment on table app.law_version is 'A deadline rule or a court calendar as stewards changed it: the whole record. What is not here is as shipped. In force only by a second person.';
comment on column app.law_version.revision is 'Counted up for each rule and calendar; what is shipped is 0. None comes into force after a later one has.';
comment on column app.law_version.touched is 'Open deadlines counted by this law when it came into force; recounted: done so far; moved: of these, those whose day or status is another now.';
create unique index law_version_in_force_key on app.law_version (kind, law_id) where state = 'in_force';
create index law_version_proposed_by_idx on app.law_version (proposed_by);
create index law_version_decided_by_idx on app.law_version (decided_by);
select app.protect('app.law_version');

create table app.deadline (
  id uuid primary key default gen_random_uuid(),
  legal_case_id uuid not null constraint deadline_legal_case_id_fkey references app.legal_case on delete cascade,
  proceeding_id uuid,
  title text not null constraint deadline_title_check check (length(title) between 1 and 200),
  kind text not null constraint deadline_kind_check check (kind in ('rule', 'order', 'manual')),
  rule_id text constraint deadline_rule_id_check check (length(rule_id) <= 20 and (rule_id is not null) = (kind = 'rule')), rule_version int,
  calendar_id text constraint deadline_calendar_id_check check (length(calendar_id) <= 80), calendar_version int,
  trigger_edtf text not null default '' constraint deadline_trigger_edtf_check check (length(trigger_edtf) <= 60),
  trigger_basis text constraint deadline_trigger_basis_check check (trigger_basis in ('pronounced', 'dated', 'signed', 'published', 'served', 'received', 'filed', 'effective', 'listed', 'notified', 'known', 'occurred',
    'ended', 'exhausted', 'concluded', 'final', 'refused', 'granted', 'transmitted', 'discovered', 'heard', 'lodged')),
  trigger_confirmed boolean not null default true,
  trigger_event_id uuid,
  asked jsonb not null default '{}' constraint deadline_asked_check check (jsonb_typeof(asked) = 'object' and length(asked::text) <= 20000),
  computed jsonb not null constraint deadline_computed_check check (jsonb_typeof(computed) = 'object' and length(computed::text) <= 200000),
  working_on date, latest_on date, cut_off timestamptz, zone text not null constraint deadline_zone_check check (length(zone) between 1 and 60 and app.is_zone(zone)),
  status text not null default 'open' constraint deadline_status_check check (status in ('open', 'met', 'extended', 'missed', 'moot', 'not_computable')),
  critical boolean not null default true,
  owner_id uuid constraint deadline_owner_id_fkey references app.person,
  written_by uuid default app.uid() constraint deadline_written_by_fkey references app.person,
  confirmed_on date, confirmed_source text constraint deadline_confirmed_source_check check (length(confirmed_source) between 1 and 500),
  confirmed_by uuid constraint deadline_confirmed_by_fkey references app.person, confirmed_name text, confirmed_at timestamptz,
  met_on_edtf text constraint deadline_met_on_edtf_check check (length(met_on_edtf) between 1 and 60), settled_note text constraint deadline_settled_note_check check (length(settled_note) <= 1000),
  recounted jsonb, sent text,
  level smallint not null default 0, acl int[] not null default '{}', eacl int[] not null default '{}',
  version int not null default 1, created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  constraint deadline_legal_case_id_id_key unique (legal_case_id, id),
  constraint deadline_proceeding_id_fkey foreign key (legal_case_id, proceeding_id) references app.proceeding (legal_case_id, id) on delete set null (proceeding_id),
  constraint deadline_trigger_event_id_fkey foreign key (trigger_event_id) references app.proc_event on delete set null,
  constraint deadline_confirmed_on_check check (num_nonnulls(confirmed_on, confirmed_source, confirmed_by, confirmed_at) in (0, 4)),
  constraint deadline_confirmed_by_check check (not critical or confirmed_by is null or confirmed_by is distinct from written_by));
comment on column app.deadline.asked is 'What the engine was asked beside the trigger: excluded time, stays, the order''s own period. With the extensions the whole question, so that it can be asked again.';
comment on column app.deadline.computed is 'The engine''s answer with its trace. working_on, latest_on and cut_off are what holds: the answer, or the day a named lawyer confirmed.';
comment on column app.deadline.status is 'As last written. What is open may have been missed since: the court''s clock decides on reading, and the sweep writes it down for the history.';
comment on column app.deadline.recounted is 'What a new version of the law did to it, until somebody of the team has seen it.';
create index deadline_proceeding_id_idx on app.deadline (legal_case_id, proceeding_id);
create index deadline_trigger_event_id_idx on app.deadline (trigger_event_id);
create index deadline_owner_id_idx on app.deadline (owner_id);
create index deadline_written_by_idx on app.deadline (written_by);
create index deadline_confirmed_by_idx on app.deadline (confirmed_by);
create index deadline_cut_off_idx on app.deadline (cut_off) where status in ('open', 'extended');
create index deadline_rule_idx on app.deadline (rule_id, id) where status not in ('met', 'moot');
create index deadline_calendar_idx on app.deadline (calendar_id, id) where status not in ('met', 'moot');
create table app.deadline_extension (
  id uuid primary key default gen_random_uuid(),
  legal_case_id uuid not null, deadline_id uuid not null,
  order_text text not null constraint deadline_extension_order_text_check check (length(order_text) between 1 and 300),
  on_edtf text constraint deadline_extension_on_edtf_check check (length(on_edtf) <= 60),
  until_on text constraint deadline_extension_until_on_check check (length(until_on) <= 40),
  by_n int constraint deadline_extension_by_n_check check (by_n between 1 and 3650),
  by_unit text constraint deadline_extension_by_unit_check check (by_unit in ('hour', 'calendar_day', 'business_day', 'week', 'month', 'year')),
  decision_id uuid, reason text constraint deadline_extension_reason_check check (length(reason) <= 1000),
  level smallint not null default 0, acl int[] not null default '{}', eacl int[] not null default '{}',
  version int not null default 1, created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  constraint deadline_extension_how_check check ((until_on is null) = (by_n is not null) and (by_n is null) = (by_unit is null)),
  constraint deadline_extension_deadline_id_fkey foreign key (legal_case_id, deadline_id) references app.deadline (legal_case_id, id) on delete cascade,
  constraint deadline_extension_decision_id_fkey foreign key (legal_case_id, decision_id) references app.decision (legal_case_id, id) on delete set null (decision_id));
create index deadline_extension_deadline_id_idx on app.deadline_extension (legal_case_id, deadline_id);
create index deadline_extension_decision_id_idx on app.deadline_extension (legal_case_id, decision_id);
select app.protect_case_child(t, team_only => true) from unnest(array['deadline', 'deadline_extension']) t;

do $$
declare t record; kept text[] := array['level', 'acl', 'eacl', 'version', 'created_at', 'updated_at', 'written_by', 'confirmed_by', 'confirmed_name', 'confirmed_at'];
begin
  for t in select c.relname name, string_agg(quote_ident(a.attname), ', ') filter (where a.attname <> all (array['acl', 'eacl'])) readable,
      string_agg(quote_ident(a.attname), ', ') filter (where a.attname <> all (kept)) writable,
      string_agg(quote_ident(a.attname), ', ') filter (where a.attname <> all (kept || array['id', 'legal_case_id', 'deadline_id', 'sent', 'kind'])) changeable
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'app'::regnamespace and c.relname in ('deadline', 'deadline_extension') group by c.relname loop
    execute format('grant select (%s), insert (%s), update (%s), delete on app.%I to lit_user', t.readable, t.writable, t.changeable, t.name);
  end loop;
end $$;
grant select (id, kind, law_id, revision, body, state, note, proposed_by, decided_by, decided_at, recounted_at, version, created_at, updated_at), insert (id, kind, law_id, body, note), update (state, note) on app.law_version to lit_user;
create policy read_law_version on app.law_version for select to lit_user using ((select app.is_open()) and (state in ('in_force', 'replaced') or (select app.is_steward())));
create policy add_law_version on app.law_version for insert to lit_user with check ((select app.is_steward()) and proposed_by = (select app.uid()));
create policy change_law_version on app.law_version for update to lit_user using ((select app.is_steward())) with check ((select app.is_steward()));

set local role lit_acl;
-- Who owns it is on the team; who counted it is remembered; who confirms signs with their own name, as a lawyer, and never what they counted themselves.
create function app.t_deadline() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare me uuid := app.uid(); unsigned boolean := false;
begin
  -- Before anything is said about the team: whoever may not write here is told that alone.
  if me is not null and not app.has_cap(new.legal_case_id, 2::smallint) then raise insufficient_privilege; end if;
  if new.owner_id is not null and (tg_op = 'INSERT' or new.owner_id is distinct from old.owner_id) and not exists (
      select from app.case_grant g join app.person p on p.principal = g.principal where g.legal_case_id = new.legal_case_id and p.id = new.owner_id)
    then raise foreign_key_violation using constraint = 'deadline_owner_id_fkey', table = 'deadline'; end if;
  if new.trigger_event_id is not null and not exists (select from app.proc_event e where e.id = new.trigger_event_id and e.legal_case_id = new.legal_case_id)
    then raise foreign_key_violation using constraint = 'deadline_trigger_event_id_fkey', table = 'deadline'; end if;
  if tg_op = 'INSERT' then
    new.written_by := coalesce(me, new.written_by);
    unsigned := new.confirmed_on is not null;
  else
    if me is not null and (new.rule_id, new.calendar_id, new.trigger_edtf, new.trigger_basis, new.trigger_confirmed, new.asked) is distinct from (old.rule_id, old.calendar_id, old.trigger_edtf, old.trigger_basis, old.trigger_confirmed, old.asked)
      then new.written_by := me; end if;
    unsigned := new.confirmed_on is not null and (new.confirmed_on, new.confirmed_source) is distinct from (old.confirmed_on, old.confirmed_source);
    if not unsigned and (new.confirmed_on is null or (new.latest_on, new.cut_off) is distinct from (old.latest_on, old.cut_off)) then -- signed for another day than the one that holds now
      new.confirmed_on := null; new.confirmed_source := null; new.confirmed_by := null; new.confirmed_name := null; new.confirmed_at := null;
    end if;
  end if;
  if unsigned and me is not null then
    if new.kind = 'rule' and not exists (select from app.membership m where m.person_id = me and m.confirmed_at is not null and 'lawyer' = any (m.roles))
      then raise check_violation using constraint = 'deadline_lawyer_check', table = 'deadline'; end if;
    new.confirmed_by := me; new.confirmed_at := now();
    new.confirmed_name := (select p.name from app.person p where p.id = me);
  end if;
  return new;
end $$;
-- Proposed by one steward, decided by another; what comes into force replaces what was, and every open deadline it touches is counted again.
create function app.t_law_version() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare now_in_force int := coalesce((select max(v.revision) from app.law_version v where v.kind = new.kind and v.law_id = new.law_id and v.state in ('in_force', 'replaced')), 0);
begin
  if tg_op = 'INSERT' then
    perform pg_advisory_xact_lock(hashtext('law ' || new.kind || new.law_id));
    new.revision := 1 + coalesce((select max(v.revision) from app.law_version v where v.kind = new.kind and v.law_id = new.law_id), 0);
    return new;
  end if;
  if new.state = old.state or old.state = 'in_force' and new.state = 'replaced' then return new; end if;
  if old.state <> 'proposed' or new.state not in ('in_force', 'refused') then raise check_violation using constraint = 'law_version_state_check', table = 'law_version'; end if;
  new.decided_by := app.uid(); new.decided_at := now();
  if new.state = 'in_force' then
    perform pg_advisory_xact_lock(hashtext('deadline law')); -- who is counting by the old law ends first, who comes later waits and counts by the new one
    -- Another version came into force after this one was written: it would be lost unseen.
    if now_in_force > new.revision then raise check_violation using constraint = 'law_version_revision_check', table = 'law_version'; end if;
    update app.law_version v set state = 'replaced', version = v.version + 1, updated_at = now() where v.kind = new.kind and v.law_id = new.law_id and v.state = 'in_force';
    new.touched := app.law_touches(new.kind, new.law_id); new.recounted := 0; new.moved := 0;
    perform app.put_job('recount', jsonb_build_object('lawVersionId', new.id));
  end if;
  return new;
end $$;
-- How many open deadlines are counted by a rule or a calendar, in whatever case: for stewards the number alone.
create function app.law_touches(of_kind text, of_law text) returns int language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select count(*)::int from app.deadline d where app.is_steward() and d.status not in ('met', 'moot') and case of_kind when 'rule' then d.rule_id = of_law else d.calendar_id = of_law end $$;
-- How far counting again has come. Numbers over all cases are for stewards; everybody else reads nothing.
create function app.law_progress(versions uuid[]) returns table (id uuid, touched int, recounted int, moved int) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select v.id, v.touched, v.recounted, v.moved from app.law_version v where v.id = any (versions) and app.is_steward() $$;
grant execute on function app.law_touches, app.law_progress to lit_user;
grant execute on function app.t_deadline, app.t_law_version to lit_owner;

-- Doors of the two jobs: they act for nobody, so they pass only what counting needs, no title, no case.
create function auth.law_in_force() returns table (kind text, body jsonb) language sql stable security definer set search_path = pg_catalog, pg_temp as
$$ select v.kind, v.body from app.law_version v where v.state = 'in_force' order by v.kind, v.law_id $$;
create function auth.deadlines_of_law(v uuid, after_id uuid, n int, only_ids uuid[]) returns table (id uuid, version int, kind text, "ruleId" text, "calendarId" text, "triggerOn" text, "triggerBasis" text, "triggerConfirmed" boolean, asked jsonb, zone text, computed jsonb, extensions jsonb)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select d.id, d.version, d.kind, d.rule_id, d.calendar_id, d.trigger_edtf, d.trigger_basis, d.trigger_confirmed, d.asked, d.zone, d.computed,
    (select coalesce(jsonb_agg(jsonb_build_object('order', x.order_text, 'on', x.on_edtf, 'until', x.until_on, 'periodN', x.by_n, 'periodUnit', x.by_unit) order by x.created_at, x.id), '[]') from app.deadline_extension x where x.deadline_id = d.id)
  from app.law_version l join app.deadline d on d.status not in ('met', 'moot') and case l.kind when 'rule' then d.rule_id = l.law_id else d.calendar_id = l.law_id end
  where l.id = v and l.state = 'in_force' and (after_id is null or d.id > after_id) and (only_ids is null or d.id = any (only_ids)) order by d.id limit n $$;
-- Writes a batch of new answers and gives back those whose question somebody changed meanwhile. The old trace stays in the history.
create function auth.recount_deadlines(v uuid, rows jsonb) returns setof uuid language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query with u as (
    select * from jsonb_to_recordset(rows) u(id uuid, version int, computed jsonb, "ruleVersion" int, "calendarVersion" int, "workingOn" date, "latestOn" date, "cutOff" timestamptz, zone text, status text, changed boolean, recounted jsonb)
  ), written as (
    update app.deadline d set computed = u.computed, rule_version = u."ruleVersion", calendar_version = u."calendarVersion",
        working_on = case when u.changed then u."workingOn" else d.working_on end, latest_on = case when u.changed then u."latestOn" else d.latest_on end,
        cut_off = case when u.changed then u."cutOff" else d.cut_off end, zone = u.zone, status = case when u.changed then u.status else d.status end,
        recounted = case when u.changed then u.recounted else d.recounted end, version = d.version + 1, updated_at = now()
      from u where d.id = u.id and d.version = u.version and d.status not in ('met', 'moot') and d.computed is distinct from u.computed returning d.id, u.changed
  ), late as (
    select u.id from u join app.deadline d on d.id = u.id where not (d.version = u.version and d.computed = u.computed) and d.status not in ('met', 'moot') and not exists (select from written w where w.id = u.id)
  ), counted as (
    update app.law_version l set recounted = least(l.touched, coalesce(l.recounted, 0) + jsonb_array_length(rows) - (select count(*)::int from late)), moved = coalesce(l.moved, 0) + (select count(*)::int from written w where w.changed) where l.id = v
  ) select late.id from late;
end $$;
create function auth.recount_done(v uuid) returns void language sql security definer set search_path = pg_catalog, pg_temp as
$$ update app.law_version set recounted_at = now() where id = v and recounted_at is null $$;
-- A minute is in time as long as it lasts: what was due by 23:59 is late from 0:00.
create function auth.miss_deadlines(at timestamptz) returns int language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare n int;
begin
  update app.deadline d set status = 'missed', version = d.version + 1, updated_at = now() where d.status in ('open', 'extended') and d.met_on_edtf is null and d.cut_off <= at - interval '1 minute';
  get diagnostics n = row_count;
  return n;
end $$;
grant execute on function auth.law_in_force, auth.deadlines_of_law, auth.recount_deadlines, auth.recount_done, auth.miss_deadlines to lit_api;
select pgboss.create_queue('recount', '{"policy": "standard", "notify": true, "retryLimit": 5, "retryDelay": 5, "retryBackoff": true, "expireInSeconds": 900, "retentionSeconds": 86400, "deleteAfterSeconds": 60}');

set local role lit_owner;
create trigger own before insert or update on app.deadline for each row execute function app.t_deadline();
create trigger law before insert or update on app.law_version for each row execute function app.t_law_version();
create trigger touch before update on app.law_version for each row execute function app.t_touch();
create trigger history after insert or update on app.law_version for each row execute function app.t_history('', 'false');
create trigger notify_version after insert or update on app.law_version for each row execute function app.t_notify('');
