-- What is the team's alone although the case is shared: dates it planned for itself, and the time it spent.
set local role lit_owner;
alter table app.event_note add minutes_spent int constraint event_note_minutes_spent_check check (minutes_spent between 0 and 1440);
alter table app.event_note alter body drop not null;
comment on table app.event_note is 'What stands beside an event for the case team alone, whatever the level of the case: private note, time spent. Emptied, never removed: its version must not run backwards.';
alter table app.proc_event add team_only boolean not null default false;
comment on column app.proc_event.team_only is 'Planned, and not by a court: a date of the team''s own, which shows what it is about to do. Derived, see app.t_event_team_only.';
alter table app.case_child add by_row boolean not null default false;
comment on column app.case_child.by_row is 'The table has a column team_only: some of its rows are the team''s alone.';
grant select (minutes_spent), insert (minutes_spent), update (minutes_spent) on app.event_note to lit_user;
grant select (team_only) on app.proc_event to lit_user;

set local role lit_acl;
insert into app.event_note (id, legal_case_id, minutes_spent) select id, legal_case_id, minutes_spent from app.proc_event where minutes_spent is not null
  on conflict (id) do update set minutes_spent = excluded.minutes_spent;
update app.case_child set by_row = true where table_name = 'proc_event';
create function app.t_event_team_only() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  new.team_only := new.planned and new.type not in ('hearing', 'mention', 'order', 'judgment');
  return new;
end $$;
grant execute on function app.t_event_team_only to lit_owner;
-- Readers again, now row by row where a table says so.
create or replace function app.reacl(c uuid) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare k record; team int[]; t record;
begin
  perform from app.legal_case where id = c for no key update;
  update app.legal_case set acl = app.acl_of(c, level, 1::smallint), eacl = app.acl_of(c, level, 2::smallint), sacl = app.acl_of(c, level, 4::smallint)
    where id = c returning level, acl, eacl into k;
  team := app.acl_of(c, 0::smallint, 1::smallint);
  for t in select table_name, case when by_row then 'team_only' else team_only::text end own from app.case_child order by table_name loop
    execute format('update app.%I set level = case when %s then 0 else $1 end, acl = case when %s then $2 else $3 end, eacl = $4 where legal_case_id = $5', t.table_name, t.own, t.own)
      using k.level, team, k.acl, k.eacl, c;
  end loop;
end $$;
create or replace function app.t_case_child() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare k record; team_only boolean := tg_argv[0]::boolean or coalesce((to_jsonb(new) ->> 'team_only')::boolean, false);
begin
  select level, acl, eacl into k from app.legal_case where id = new.legal_case_id for share;
  new.level := case when team_only then 0 else coalesce(k.level, 0) end;
  new.eacl := coalesce(k.eacl, '{}');
  new.acl := case when team_only then app.acl_of(new.legal_case_id, 0::smallint, 1::smallint) else coalesce(k.acl, '{}') end;
  return new;
end $$;
-- o: the team's own; nobody else is to hear of it. What leaves the team, or comes back to it, everybody who reads the case hears.
create or replace function app.t_notify() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare o jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end; n jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end; r jsonb := coalesce(n, o);
begin
  perform pg_notify('amparo', json_build_object('c', r ->> tg_argv[0], 't', tg_table_name, 'i', r ->> 'id',
    'k', case tg_op when 'INSERT' then 'add' when 'UPDATE' then 'change' else 'remove' end,
    'o', coalesce((coalesce(o, n) ->> 'team_only')::boolean and (r ->> 'team_only')::boolean, (select k.team_only from app.case_child k where k.table_name = tg_table_name), false))::text);
  return null;
end $$;
-- The history says of each row whether it was the team's alone.
create or replace function app.t_history() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare skip text[] := array['acl', 'eacl', 'sacl', 'tsv', 'updated_at', 'version', 'sort_key', 'sent', 'team_only', 'home_case_id', 'used_case_id', 'reviewed_cause'];
  o jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) - skip end; n jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) - skip end;
  was jsonb; became jsonb; c text := tg_argv[0];
  own boolean := tg_argv[1]::boolean or coalesce((case tg_op when 'DELETE' then to_jsonb(old) else to_jsonb(new) end ->> 'team_only')::boolean, false);
begin
  if tg_op = 'UPDATE' then
    select jsonb_object_agg(k, o -> k), jsonb_object_agg(k, n -> k) into was, became from jsonb_object_keys(n) k where o -> k is distinct from n -> k;
    if was is null then return null; end if;
  else was := o; became := n; end if;
  insert into audit.row_version (table_name, row_id, legal_case_id, team_only, op, was, became, actor, operator)
    values (tg_table_name, (coalesce(n, o) ->> 'id')::uuid, case when c <> '' then (coalesce(n, o) ->> c)::uuid end, own,
      case tg_op when 'INSERT' then 'add' when 'UPDATE' then 'change' else 'remove' end, was, became, app.uid(), app.uid() is null);
  return null;
end $$;

set local role lit_owner;
alter table app.proc_event drop minutes_spent;
drop trigger readers on app.proc_event;
-- In the order of their names: first whose the row is, then who reads it.
create trigger own before insert or update of planned, type on app.proc_event for each row execute function app.t_event_team_only();
create trigger readers before insert or update of legal_case_id, planned, type on app.proc_event for each row execute function app.t_case_child('false');

set local role lit_acl;
update app.proc_event set planned = planned where planned; -- derives whose it is
select app.reacl(id) from app.legal_case;
set local role lit_owner;
-- A trigger `of version` hears only statements that name the column; here another trigger counts it up. So changes were not told, only what came and went.
create or replace function app.protect_case_child(name text, team_only boolean default false) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
declare t text := format('app.%I', name);
begin
  perform app.protect(t::regclass);
  execute format('create index %I on %s (legal_case_id)', name || '_legal_case_id_idx', t);
  execute format('create trigger readers before insert or update of legal_case_id on %s for each row execute function app.t_case_child(%L)', t, team_only);
  execute format('create trigger touch before update on %s for each row execute function app.t_touch()', t);
  execute format('create trigger history after insert or update or delete on %s for each row execute function app.t_history(''legal_case_id'', %L)', t, team_only);
  execute format('create trigger notify_changed after insert or delete on %s for each row execute function app.t_notify(''legal_case_id'')', t);
  execute format('create trigger notify_version after update on %s for each row when (old.version <> new.version) execute function app.t_notify(''legal_case_id'')', t);
  execute format('create policy read_%s on %s for select to lit_user using (level >= (select app.floor_level()) or acl && (select app.principals()))', name, t);
  execute format('create policy add_%s on %s for insert to lit_user with check (eacl && (select app.principals()) and acl && (select app.principals()))', name, t);
  execute format('create policy change_%s on %s for update to lit_user using (eacl && (select app.principals())) with check (eacl && (select app.principals()) and acl && (select app.principals()))', name, t);
  execute format('create policy remove_%s on %s for delete to lit_user using (eacl && (select app.principals()))', name, t);
  set local role lit_acl;
  execute format('insert into app.case_child values (%L, %L)', name, team_only);
  set local role lit_owner;
end $$;
do $$
declare t regclass;
begin
  for t in select tgrelid from pg_trigger where tgname = 'notify_version' loop
    execute format('drop trigger notify_version on %s', t);
    execute format('create trigger notify_version after update on %s for each row when (old.version <> new.version) execute function app.t_notify(''legal_case_id'')', t);
  end loop;
end $$;
drop trigger notify_legal_case_changed on app.legal_case;
create trigger notify_legal_case_changed after update on app.legal_case for each row
  when (old.version <> new.version or old.level <> new.level) execute function app.t_notify('id');
