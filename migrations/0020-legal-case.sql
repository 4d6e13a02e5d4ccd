-- The case, who may read it, and what its children inherit.
set local role lit_owner;
create table app.legal_case (
  id uuid primary key default gen_random_uuid(),
  lead_organisation_id uuid not null constraint legal_case_lead_organisation_id_fkey references app.organisation,
  level smallint not null default 0 constraint legal_case_level_check check (level between 0 and 2),
  title text not null constraint legal_case_title_check check (length(title) between 1 and 300),
  short_name text constraint legal_case_short_name_check check (length(short_name) between 1 and 80),
  summary text constraint legal_case_summary_check check (length(summary) <= 10000),
  goals jsonb not null constraint legal_case_goals_check check (jsonb_typeof(goals) = 'array' and jsonb_array_length(goals) between 1 and 20),
  countries text[] not null constraint legal_case_countries_check check (cardinality(countries) between 1 and 20),
  status text not null default 'live' constraint legal_case_status_check check (status in
    ('intake', 'assessing', 'declined', 'planning', 'approved', 'pre_action', 'live', 'awaiting_judgment', 'post_judgment', 'implementing', 'closed', 'paused', 'merged', 'transferred_lead')),
  archived_at timestamptz,
  demo boolean not null default false,
  created_by uuid default app.uid() constraint legal_case_created_by_fkey references app.person,
  sent text, level_reason text constraint legal_case_level_reason_check check (length(level_reason) <= 1000),
  acl int[] not null default '{}', eacl int[] not null default '{}', sacl int[] not null default '{}',
  version int not null default 1,
  created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  tsv tsvector generated always as (to_tsvector('simple'::regconfig, title || ' ' || coalesce(short_name, '') || ' ' || coalesce(summary, ''))) stored);
comment on column app.legal_case.level is '0 case team, 1 named organisations, 2 coalition. There is no public rung: that is the publication desk''s.';
comment on column app.legal_case.sent is 'Fingerprint of what was sent with a key of the client''s own: the same again is answered with this row, something else is refused.';
create index legal_case_lead_organisation_id_idx on app.legal_case (lead_organisation_id);
create index legal_case_created_by_idx on app.legal_case (created_by);
create index legal_case_updated_idx on app.legal_case (updated_at desc, id desc) include (level, acl);
create index legal_case_tsv_idx on app.legal_case using gin (tsv, acl) with (fastupdate = off);
create table app.case_grant (
  id uuid primary key default gen_random_uuid(),
  legal_case_id uuid not null constraint case_grant_legal_case_id_fkey references app.legal_case on delete cascade,
  principal int not null constraint case_grant_principal_fkey references app.principal,
  cap smallint not null constraint case_grant_cap_check check (cap & 1 = 1 and cap between 1 and 15),
  agreement text constraint case_grant_agreement_check check (length(agreement) between 1 and 300),
  agreement_on date, reason text constraint case_grant_reason_check check (length(reason) <= 1000),
  granted_by uuid default app.uid() constraint case_grant_granted_by_fkey references app.person,
  created_at timestamptz not null default now(),
  constraint case_grant_legal_case_id_principal_key unique (legal_case_id, principal));
comment on column app.case_grant.cap is '1 read, 2 edit, 4 strategy, 8 share. People of the team hold grants of their own; an organisation''s grant sleeps while the case is at level 0.';
create index case_grant_principal_idx on app.case_grant (principal);
create index case_grant_granted_by_idx on app.case_grant (granted_by);
create table app.case_child (table_name text primary key, team_only boolean not null, by_row boolean not null default false);
comment on table app.case_child is 'Which tables inherit the readers of their case. Written by app.protect_case_child alone.';
comment on column app.case_child.by_row is 'The table has a column team_only: some of its rows are the team''s alone.';
select app.protect(t) from unnest(array['app.legal_case', 'app.case_grant', 'app.case_child']::regclass[]) t;

set local role lit_acl;
-- The one place that derives readers. Organisations' grants sleep at level 0; strategy (4) never follows the level.
create function app.acl_of(c uuid, l smallint, what smallint) returns int[] language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(p order by p), '{}') from (
    select 2 p where what = 1 and l >= 2
    union select g.principal from app.case_grant g join app.principal pr on pr.id = g.principal
      where g.legal_case_id = c and g.cap & what = what and (pr.kind = 4 or l >= 1)) s $$;
create function app.has_cap(c uuid, what smallint) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as
$$ select exists (select from app.case_grant g join app.legal_case k on k.id = g.legal_case_id join app.principal pr on pr.id = g.principal
     where g.legal_case_id = c and g.cap & what = what and (pr.kind = 4 or k.level >= 1) and g.principal = any (app.principals())) $$;
create function app.reacl(c uuid) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
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
create function app.t_legal_case_new() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare own int := (select principal from app.person where id = app.uid());
begin
  if own is not null then new.acl := array[own]; new.eacl := array[own]; new.sacl := array[own]; end if;
  return new;
end $$;
create function app.t_legal_case_added() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into app.case_grant (legal_case_id, principal, cap) select new.id, principal, 15 from app.person where id = app.uid();
  return null;
end $$;
create function app.t_grant() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin perform app.reacl(coalesce(new.legal_case_id, old.legal_case_id)); return null; end $$;
-- A child takes its readers from the case under a lock, so that no change of sharing can slip in between.
create function app.t_case_child() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare k record; team_only boolean := tg_argv[0]::boolean or coalesce((to_jsonb(new) ->> 'team_only')::boolean, false);
begin
  select level, acl, eacl into k from app.legal_case where id = new.legal_case_id for share;
  new.level := case when team_only then 0 else coalesce(k.level, 0) end;
  new.eacl := coalesce(k.eacl, '{}');
  new.acl := case when team_only then app.acl_of(new.legal_case_id, 0::smallint, 1::smallint) else coalesce(k.acl, '{}') end;
  return new;
end $$;
-- Ids only: whoever listens reads again under their own context. c: the case, t: the table, i: the row, k: what was done.
-- o: the team's own; nobody else is to hear of it. What leaves the team, or comes back to it, everybody who reads the case hears.
create function app.t_notify() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare o jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end; n jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end; r jsonb := coalesce(n, o);
begin
  perform pg_notify('amparo', json_build_object('c', r ->> tg_argv[0], 't', tg_table_name, 'i', r ->> 'id',
    'k', case tg_op when 'INSERT' then 'add' when 'UPDATE' then 'change' else 'remove' end,
    'o', coalesce((coalesce(o, n) ->> 'team_only')::boolean and (r ->> 'team_only')::boolean, (select k.team_only from app.case_child k where k.table_name = tg_table_name), false))::text);
  return null;
end $$;

set local role lit_owner;
-- A trigger `of version` would hear only statements that name the column; another trigger counts it up: hence `when`.
-- One line makes a table a child of the case: readers, policies, history, events, versions. It needs id, legal_case_id, level, acl, eacl, version, updated_at.
create function app.protect_case_child(name text, team_only boolean default false) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
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

create trigger new_legal_case before insert on app.legal_case for each row execute function app.t_legal_case_new();
create trigger added_legal_case after insert on app.legal_case for each row execute function app.t_legal_case_added();
create trigger touch_legal_case before update on app.legal_case for each row execute function app.t_touch();
create trigger history_legal_case after insert or update on app.legal_case for each row execute function app.t_history('id', 'false');
create trigger notify_legal_case after insert on app.legal_case for each row execute function app.t_notify('id');
create trigger notify_legal_case_changed after update on app.legal_case for each row
  when (old.version <> new.version or old.level <> new.level) execute function app.t_notify('id');
create trigger regrant after insert or update or delete on app.case_grant for each row execute function app.t_grant();
create trigger history_case_grant after insert or update or delete on app.case_grant for each row execute function app.t_history('legal_case_id', 'true');
create trigger notify_case_grant after insert or update or delete on app.case_grant for each row execute function app.t_notify('legal_case_id');
create policy read_legal_case on app.legal_case for select to lit_user using (level >= (select app.floor_level()) or acl && (select app.principals()));
create policy add_legal_case on app.legal_case for insert to lit_user with check (level = 0 and (select app.uid()) is not null and app.can_open_for(lead_organisation_id));
create policy change_legal_case on app.legal_case for update to lit_user using (eacl && (select app.principals())) with check (eacl && (select app.principals()));
-- A grant that sleeps reads nothing, not even itself: whoever was taken back learns no more of the case.
create policy read_case_grant on app.case_grant for select to lit_user using (principal = any ((select app.principals())::int[]) and app.has_cap(legal_case_id, 1::smallint) or app.has_cap(legal_case_id, 2::smallint));
create policy read_row_version on audit.row_version for select to lit_user using (legal_case_id is not null and app.has_cap(legal_case_id, 2::smallint));
grant select (id, lead_organisation_id, level, title, short_name, summary, goals, countries, status, archived_at, demo, created_by, sent, version, created_at, updated_at),
  insert (id, lead_organisation_id, title, short_name, summary, goals, countries, status, sent),
  update (title, short_name, summary, goals, countries, status, archived_at) on app.legal_case to lit_user;
grant select (id, legal_case_id, principal, cap, agreement, agreement_on, reason, granted_by, created_at) on app.case_grant to lit_user;
grant select (id, table_name, row_id, legal_case_id, team_only, op, was, became, actor, operator, at) on audit.row_version to lit_user;

set local role lit_acl;
grant execute on function app.has_cap, app.acl_of to lit_owner;
grant execute on function app.has_cap to lit_user;
-- Sharing. Only who holds "share" on the case; an organisation needs an agreement on file, said at the time of sharing.
create function app.share_case(c uuid, organisation uuid, agreement text, agreement_on date, reason text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare p int;
begin
  if not app.has_cap(c, 8::smallint) then raise insufficient_privilege; end if;
  if agreement is null or agreement_on is null then raise check_violation using constraint = 'case_grant_agreement_check', table = 'case_grant'; end if;
  select o.principal into p from app.organisation o where o.id = share_case.organisation and (o.coalition or o.principal = any (app.principals()));
  if p is null then raise foreign_key_violation using constraint = 'case_grant_organisation_id_fkey', table = 'case_grant'; end if;
  insert into app.case_grant (legal_case_id, principal, cap, agreement, agreement_on, reason) values (c, p, 1, share_case.agreement, share_case.agreement_on, share_case.reason)
    on conflict (legal_case_id, principal) do update set agreement = excluded.agreement, agreement_on = excluded.agreement_on, reason = excluded.reason, granted_by = app.uid();
  update app.legal_case set level = 1 where id = c and level = 0;
  perform app.reacl(c);
end $$;
create function app.unshare_case(c uuid, organisation uuid) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not app.has_cap(c, 8::smallint) then raise insufficient_privilege; end if;
  delete from app.case_grant g using app.organisation o where o.id = unshare_case.organisation and g.principal = o.principal and g.legal_case_id = c;
  update app.legal_case set level = 0 where id = c and level = 1 and not exists (
    select from app.case_grant g join app.principal p on p.id = g.principal where g.legal_case_id = c and p.kind = 3);
  perform app.reacl(c);
end $$;
-- 2 opens to the coalition, 1 goes back to the organisations named so far, 0 back to the team and forgets no record of who once could read.
create function app.set_case_level(c uuid, l smallint, reason text default null) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not app.has_cap(c, 8::smallint) then raise insufficient_privilege; end if;
  if l = 1 and not exists (select from app.case_grant g join app.principal p on p.id = g.principal where g.legal_case_id = c and p.kind = 3)
    then raise check_violation using constraint = 'legal_case_level_check', table = 'legal_case'; end if;
  update app.legal_case set level = l, level_reason = set_case_level.reason where id = c and level <> l;
  perform app.reacl(c);
end $$;
-- Team: cap 0 takes the person out. The last person who may share stays. Only confirmed colleagues of the asker can be asked in.
create function app.set_case_member(c uuid, who uuid, cap smallint) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare p int;
begin
  if not app.has_cap(c, 8::smallint) then raise insufficient_privilege; end if;
  select principal into p from app.person where id = who and (exists (select from app.membership m where m.person_id = who and m.confirmed_at is not null and m.organisation_id in (select app.my_organisations()))
    or exists (select from app.case_grant g where g.legal_case_id = c and g.principal = person.principal)) and not (disabled and set_case_member.cap > 0);
  -- Whoever has never come may still come by a link that somebody else holds.
  if set_case_member.cap > 0 and exists (select from app.person x where x.principal = p and x.first_signed_in_at is null)
    then raise check_violation using constraint = 'case_grant_newcomer_check', table = 'case_grant'; end if;
  if p is null then raise foreign_key_violation using constraint = 'case_grant_person_id_fkey', table = 'case_grant'; end if;
  if set_case_member.cap = 0 then delete from app.case_grant g where g.legal_case_id = c and g.principal = p;
  else insert into app.case_grant (legal_case_id, principal, cap) values (c, p, set_case_member.cap)
    on conflict (legal_case_id, principal) do update set cap = excluded.cap; end if;
  if not exists (select from app.case_grant g join app.principal pr on pr.id = g.principal where g.legal_case_id = c and pr.kind = 4 and g.cap & 8 = 8)
    then raise check_violation using constraint = 'case_grant_last_lead_check', table = 'case_grant'; end if;
end $$;
-- Who can read this, in names. The team sees all; any other reader sees the lead and itself, so that allies do not learn of each other.
-- Organisations whose grant sleeps cannot read it and are not named.
create function app.case_readers(c uuid) returns table (kind text, id uuid, name text, country text, cap smallint, agreement text, agreement_on date, organisation_id uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with k as (select l.id, l.level, l.lead_organisation_id, app.has_cap(l.id, 2::smallint) team from app.legal_case l
    where l.id = c and (l.level >= app.floor_level() or l.acl && app.principals()))
  select 'lead', o.id, o.name, o.country, 15::smallint, null, null, o.id from k join app.organisation o on o.id = k.lead_organisation_id
  union all
  select 'organisation', o.id, o.name, o.country, g.cap, g.agreement, g.agreement_on, o.id from k join app.case_grant g on g.legal_case_id = k.id
    join app.organisation o on o.principal = g.principal where k.level >= 1 and (k.team or g.principal = any (app.principals()))
  union all
  select 'person', p.id, p.name, null, g.cap, null, null, (select m.organisation_id from app.membership m where m.person_id = p.id order by m.since, m.id limit 1)
    from k join app.case_grant g on g.legal_case_id = k.id join app.person p on p.principal = g.principal where k.team or g.principal = any (app.principals()) $$;
-- The lead's name goes with the case, also where the organisation itself is not in the reader's list.
create function app.case_leads(cs uuid[]) returns table (legal_case_id uuid, id uuid, name text, country text, about text, coalition boolean, demo boolean, version int)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select k.id, o.id, o.name, o.country, o.about, o.coalition, o.demo, o.version from app.legal_case k join app.organisation o on o.id = k.lead_organisation_id
  where k.id = any (cs) and (k.level >= (select app.floor_level()) or k.acl && (select app.principals())) $$;
-- What the asker may do with each of these cases, by the very rules of the policies. A case that is not readable has no row.
create function app.case_caps(cs uuid[]) returns table (id uuid, edit boolean, share boolean, notes boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select k.id, coalesce(bool_or(g.cap & 2 = 2 and (p.kind = 4 or k.level >= 1)), false), coalesce(bool_or(g.cap & 8 = 8 and (p.kind = 4 or k.level >= 1)), false), coalesce(bool_or(p.kind = 4), false)
  from app.legal_case k left join app.case_grant g on g.legal_case_id = k.id and g.principal = any ((select app.principals())::int[]) left join app.principal p on p.id = g.principal
  where k.id = any (cs) and (k.level >= (select app.floor_level()) or k.acl && (select app.principals())) group by k.id $$;
-- The cases on whose team the asker is.
create function app.my_cases() returns setof uuid language sql stable security definer set search_path = pg_catalog, pg_temp as
$$ select g.legal_case_id from app.case_grant g join app.person p on p.principal = g.principal where p.id = app.uid() $$;
create function app.search_legal_case(q tsquery) returns setof uuid language sql stable parallel restricted security definer rows 500
set search_path = pg_catalog, pg_temp set enable_seqscan = off as
$$ select id from app.legal_case where tsv @@ q and acl && (select app.principals()) $$;
grant execute on function app.share_case, app.unshare_case, app.set_case_level, app.set_case_member, app.case_readers, app.case_leads, app.case_caps, app.my_cases, app.search_legal_case to lit_user;
