-- Harms: documented once, linked to the cases, claims and precedents they stand behind, private like the case until shared.
set local role lit_owner;
create table app.harm (
  id uuid primary key default gen_random_uuid(),
  kind_scheme text not null default 'harms' constraint harm_kind_scheme_check check (kind_scheme = 'harms'), kind text not null,
  groups text[] not null default '{}' constraint harm_groups_check check (cardinality(groups) <= 20),
  summary text not null constraint harm_summary_check check (length(summary) between 1 and 5000),
  country text not null constraint harm_country_check check (country ~ '^[A-Z]{2}$'),
  district text constraint harm_district_check check (length(district) <= 120),
  when_edtf text not null default '', sort_key text not null default '',
  id_system_id uuid constraint harm_id_system_id_fkey references app.id_system,
  feature text constraint harm_feature_check check (length(feature) <= 120),
  people_affected int constraint harm_people_affected_check check (people_affected between 1 and 100000000),
  source text not null constraint harm_source_check check (length(source) between 1 and 500),
  sureness text not null constraint harm_sureness_check check (sureness in ('confirmed', 'likely', 'reported', 'unclear')),
  created_by uuid default app.uid() constraint harm_created_by_fkey references app.person,
  home_case_id uuid constraint harm_home_case_id_fkey references app.legal_case,
  level smallint not null default 0, acl int[] not null default '{}', eacl int[] not null default '{}',
  version int not null default 1, created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  constraint harm_kind_fkey foreign key (kind_scheme, kind) references app.concept (scheme, id));
comment on column app.harm.district is 'No finer than the district: a house or a village would point at people.';
comment on column app.harm.home_case_id is 'Derived: the case whose team keeps the harm when no link to a case is left. Null: no case has ever stood behind it, it is its writer''s own.';
create index harm_home_case_id_idx on app.harm (home_case_id);
create index harm_kind_idx on app.harm (kind_scheme, kind);
create index harm_id_system_id_idx on app.harm (id_system_id);
create index harm_created_by_idx on app.harm (created_by);
create index harm_updated_idx on app.harm (updated_at desc, id desc);
create table app.harm_link (
  id uuid primary key default gen_random_uuid(),
  harm_id uuid not null constraint harm_link_harm_id_fkey references app.harm on delete cascade,
  legal_case_id uuid constraint harm_link_legal_case_id_fkey references app.legal_case on delete cascade,
  claim_id uuid, precedent_id uuid constraint harm_link_precedent_id_fkey references app.precedent,
  follows_case boolean not null default false,
  level smallint not null default 0, acl int[] not null default '{}', eacl int[] not null default '{}',
  created_at timestamptz not null default now(),
  constraint harm_link_claim_id_fkey foreign key (legal_case_id, claim_id) references app.claim (legal_case_id, id) on delete cascade,
  constraint harm_link_target_check check (num_nonnulls(legal_case_id, precedent_id) = 1 and (claim_id is null or legal_case_id is not null)),
  constraint harm_link_key unique nulls not distinct (harm_id, legal_case_id, claim_id, precedent_id));
comment on column app.harm_link.follows_case is 'false: of the case only its team reads the harm; true: whoever reads the case reads the harm.';
create index harm_link_harm_id_idx on app.harm_link (harm_id);
create index harm_link_legal_case_id_idx on app.harm_link (legal_case_id, claim_id);
create index harm_link_precedent_id_idx on app.harm_link (precedent_id);
select app.protect(t) from unnest(array['app.harm', 'app.harm_link']::regclass[]) t;

set local role lit_acl;
-- A harm's readers: through each linked case its team or, where it follows the case, the case's readers. Who wrote it keeps it until a case first stands
-- behind it; from then on it is the teams', whoever leaves a team leaves its harms, and without a link it stays with the team of the last case: its home.
create function app.reacl_harm(h uuid) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform from app.harm where id = h for no key update;
  update app.harm_link x set level = case when x.follows_case then c.level else 0 end, eacl = c.eacl,
      acl = case when x.follows_case then c.acl else app.acl_of(c.id, 0::smallint, 1::smallint) end
    from app.legal_case c where x.harm_id = h and c.id = x.legal_case_id;
  update app.harm k set
    level = coalesce((select max(x.level) from app.harm_link x where x.harm_id = h and x.legal_case_id is not null), 0),
    acl = (select coalesce(array_agg(distinct p), '{}') from (
      select principal p from app.person where id = k.created_by and k.home_case_id is null
      union select unnest(app.acl_of(k.home_case_id, 0::smallint, 1::smallint)) where not exists (select from app.harm_link x where x.harm_id = h and x.legal_case_id is not null)
      union select unnest(x.acl) from app.harm_link x where x.harm_id = h and x.legal_case_id is not null) s),
    eacl = (select coalesce(array_agg(distinct p), '{}') from (
      select principal p from app.person where id = k.created_by and k.home_case_id is null
      union select unnest(app.acl_of(k.home_case_id, 0::smallint, 2::smallint)) where not exists (select from app.harm_link x where x.harm_id = h and x.legal_case_id is not null)
      union select unnest(x.eacl) from app.harm_link x where x.harm_id = h and x.legal_case_id is not null) s)
    where id = h;
  update app.harm_link x set level = k.level, acl = k.acl, eacl = k.eacl from app.harm k where k.id = h and x.harm_id = h and x.legal_case_id is null;
end $$;
create function app.t_harm_new() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  new.acl := coalesce((select array[principal] from app.person where id = new.created_by), '{}'); new.eacl := new.acl;
  return new;
end $$;
create function app.t_harm_link_new() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare k record;
begin
  if new.legal_case_id is null then select level, acl, eacl into k from app.harm where id = new.harm_id for share;
  else select case when new.follows_case then level else 0::smallint end as level, eacl,
      case when new.follows_case then acl else app.acl_of(id, 0::smallint, 1::smallint) end as acl
    into k from app.legal_case where id = new.legal_case_id for share; end if;
  new.level := coalesce(k.level, 0); new.acl := coalesce(k.acl, '{}'); new.eacl := coalesce(k.eacl, '{}');
  return new;
end $$;
create function app.t_harm_link() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare c uuid := coalesce(new.legal_case_id, old.legal_case_id);
begin
  update app.harm set home_case_id = c where id = coalesce(new.harm_id, old.harm_id) and exists (select from app.legal_case k where k.id = c)
    and (home_case_id is null or tg_op = 'DELETE' and not exists (select from app.harm_link x where x.harm_id = old.harm_id and x.legal_case_id is not null));
  perform app.reacl_harm(coalesce(new.harm_id, old.harm_id));
  return null;
end $$;
-- A case whose readers change takes its harms along.
create function app.t_case_harms() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform app.reacl_harm(h) from (select harm_id h from app.harm_link where legal_case_id = new.id union select id from app.harm where home_case_id = new.id order by 1) s;
  return null;
end $$;
create function app.can_edit_harm(h uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as
$$ select exists (select from app.harm where id = h and eacl && app.principals()) $$;
-- Who may let others see it: whoever may share every case that stands behind it, or its home; as long as there is none, who wrote it.
-- What stays within one case (`within`, a link for its team alone) asks of that case nothing but that it stands there already.
create function app.can_share_harm(h uuid, within uuid default null) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with linked as (select legal_case_id c from app.harm_link where harm_id = h and legal_case_id is not null),
    behind as (select c from linked union select home_case_id from app.harm where id = h and home_case_id is not null and not exists (select from linked))
  select app.can_edit_harm(h) and (coalesce(within in (select c from behind), false) or not exists (select from behind where not app.has_cap(c, 8::smallint))) $$;
grant execute on function app.can_edit_harm, app.can_share_harm to lit_user;

set local role lit_owner;
create trigger new_harm before insert on app.harm for each row execute function app.t_harm_new();
create trigger touch_harm before update on app.harm for each row execute function app.t_touch();
create trigger history_harm after insert or update or delete on app.harm for each row execute function app.t_history('', 'true');
create trigger new_harm_link before insert on app.harm_link for each row execute function app.t_harm_link_new();
create trigger readers_of_harm after insert or update of follows_case or delete on app.harm_link for each row execute function app.t_harm_link();
create trigger history_harm_link after insert or update of follows_case or delete on app.harm_link for each row execute function app.t_history('legal_case_id', 'true');
create trigger readers_of_harms after update of acl, eacl, level on app.legal_case for each row
  when (old.acl <> new.acl or old.eacl <> new.eacl or old.level <> new.level) execute function app.t_case_harms();
create policy read_harm on app.harm for select to lit_user using (level >= (select app.floor_level()) or acl && (select app.principals()));
create policy add_harm on app.harm for insert to lit_user with check ((select app.uid()) is not null and eacl && (select app.principals()));
create policy change_harm on app.harm for update to lit_user using (eacl && (select app.principals())) with check (eacl && (select app.principals()));
create policy remove_harm on app.harm for delete to lit_user using (created_by = (select app.uid()) and eacl && (select app.principals()));
create policy read_harm_link on app.harm_link for select to lit_user using (level >= (select app.floor_level()) or acl && (select app.principals()));
create policy add_harm_link on app.harm_link for insert to lit_user with check (eacl && (select app.principals()) and acl && (select app.principals()) and app.can_edit_harm(harm_id)
  and (legal_case_id is null or app.can_share_harm(harm_id, case when not follows_case then legal_case_id end)));
create policy change_harm_link on app.harm_link for update to lit_user using (eacl && (select app.principals())) with check (eacl && (select app.principals()) and (not follows_case or app.can_share_harm(harm_id)));
create policy remove_harm_link on app.harm_link for delete to lit_user using (eacl && (select app.principals()));
create policy read_harm_version on audit.row_version for select to lit_user using (table_name = 'harm' and app.can_edit_harm(row_id));
grant select (id, kind_scheme, kind, groups, summary, country, district, when_edtf, sort_key, id_system_id, feature, people_affected, source, sureness, created_by, home_case_id, level, version, created_at, updated_at),
  insert (id, kind, groups, summary, country, district, when_edtf, sort_key, id_system_id, feature, people_affected, source, sureness),
  update (kind, groups, summary, country, district, when_edtf, sort_key, id_system_id, feature, people_affected, source, sureness), delete on app.harm to lit_user;
grant select (id, harm_id, legal_case_id, claim_id, precedent_id, follows_case, level, created_at), insert (id, harm_id, legal_case_id, claim_id, precedent_id, follows_case),
  update (follows_case), delete on app.harm_link to lit_user;

-- A harm that changes is told to whoever has a case open that it stands behind, as the case's own records are.
set local role lit_acl;
-- The team's own (o) unless the harm follows the case, or did so until now.
create function app.t_harm_notify() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare o jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end; n jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end; r jsonb := coalesce(n, o);
begin
  perform pg_notify('amparo', json_build_object('c', l.c, 't', tg_table_name, 'i', r ->> 'id',
      'k', case tg_op when 'INSERT' then 'add' when 'UPDATE' then 'change' else 'remove' end, 'o', not l.follows)::text)
    from (select x.legal_case_id c, x.follows_case follows from app.harm_link x where tg_table_name = 'harm' and x.harm_id = (r ->> 'id')::uuid
      union select (r ->> 'legal_case_id')::uuid, coalesce((o ->> 'follows_case')::boolean, false) or coalesce((n ->> 'follows_case')::boolean, false) where tg_table_name = 'harm_link') l
    where l.c is not null;
  return null;
end $$;
grant execute on function app.t_harm_notify to lit_owner;
set local role lit_owner;
create trigger notify_harm after update on app.harm for each row when (old.version <> new.version) execute function app.t_harm_notify();
create trigger notify_harm_link after insert or update of follows_case or delete on app.harm_link for each row execute function app.t_harm_notify();
