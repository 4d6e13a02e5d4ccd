-- Roles, the signed context of a request, and the helpers every protected table is made with.
-- Runs as a superuser or as a plain role that owns the database and has CREATEROLE (PostgreSQL 15 or later). Nobody has BYPASSRLS.
-- Roles belong to the cluster: another database of it (a test clone) may have made them already.
do $$
declare r record;
begin
  for r in select * from (values ('lit_owner', 'nologin'), ('lit_acl', 'nologin'), ('lit_user', 'nologin'),
      ('lit_api', 'login noinherit'), ('lit_backup', 'login noinherit')) v(n, o) loop
    if not exists (select from pg_roles where rolname = r.n) then
      begin execute format('create role %I %s', r.n, r.o); exception when duplicate_object or unique_violation then null; end;
    end if;
  end loop;
  -- From PostgreSQL 16 on the creator of a role holds ADMIN only (neither SET nor INHERIT) and gives itself both here.
  if not (select rolsuper from pg_roles where rolname = current_user) then
    begin grant lit_owner, lit_acl to current_user; exception when insufficient_privilege then raise notice '%', sqlerrm; end;
  end if;
  if not pg_has_role('lit_api', 'lit_user', 'member') then grant lit_user to lit_api; end if;
  if exists (select from pg_roles where rolname in ('lit_owner', 'lit_acl', 'lit_user', 'lit_api', 'lit_backup')
      and (rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls or rolcanlogin and rolname not in ('lit_api', 'lit_backup')))
    then raise exception 'a lit_ role has rights it must not have'; end if;
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to lit_api, lit_backup', current_database());
  if has_database_privilege('lit_api', current_database(), 'temporary') or has_database_privilege('lit_user', current_database(), 'temporary')
    then raise exception 'TEMPORARY on database % could not be revoked: % must own it', current_database(), current_user; end if;
end $$;

create schema app authorization lit_owner;
create schema audit authorization lit_owner;
create schema auth authorization lit_owner; -- doors of the sign-in: for the login role alone, never for a request's role
set local role lit_owner;
grant usage, create on schema app, audit, auth to lit_acl;
grant usage on schema app, audit to lit_user;
grant usage on schema app, audit to lit_backup;
grant usage on schema auth to lit_api;
alter default privileges in schema app, audit grant select, insert, update, delete on tables to lit_acl;
alter default privileges in schema app, audit grant select on tables to lit_backup;
alter default privileges in schema app, audit grant usage, select, update on sequences to lit_acl;
alter default privileges revoke execute on functions from public;
set local role lit_acl;
alter default privileges revoke execute on functions from public;
alter default privileges in schema app grant execute on functions to lit_owner;

set local role lit_owner;
-- protect(table): row security forced, the definer role sees all rows, the backup role reads. Nobody else sees anything until a policy says so.
create function app.protect(t regclass) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  execute format('alter table %s enable row level security', t);
  execute format('alter table %s force row level security', t);
  execute format('create policy acl_all on %s to lit_acl using (true) with check (true)', t);
  execute format('create policy backup_all on %s for select to lit_backup using (true)', t);
end $$;

create table app.secret (ipad bytea not null, opad bytea not null);
comment on table app.secret is 'The key that signs contexts, as the two pads of HMAC-SHA-256. Made here, never leaves the database.';
revoke select on app.secret from lit_backup;
select app.protect('app.secret');

set local role lit_acl;
do $$
declare k bytea := sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) || decode(repeat('00', 32), 'hex'); i bytea := k; o bytea := k;
begin
  for n in 0..63 loop
    i := set_byte(i, n, get_byte(k, n) # 54); o := set_byte(o, n, get_byte(k, n) # 92);
  end loop;
  insert into app.secret values (i, o);
end $$;

create function app.mac(m text) returns text language sql stable security definer set search_path = pg_catalog, pg_temp as
$$ select encode(sha256(opad || sha256(ipad || convert_to(m, 'UTF8'))), 'hex') from app.secret $$;

-- The context: its kind (so that nothing else the key signs is ever taken for one), who, assurance, lowest level seen by everyone like them, principals, bound to this backend and this transaction.
create function app.sign_ctx(u text, aal smallint, fl smallint, p int[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare m text := concat_ws('|', 'ctx', u, aal, fl, p::text, pg_backend_pid(), extract(epoch from transaction_timestamp()));
begin perform set_config('app.ctx', m || '#' || app.mac(m), true); end $$;

create function app.ctx() returns text[] language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp as $$
declare c text := current_setting('app.ctx', true); m text; f text[];
begin
  if c is null or c = '' then return null; end if;
  m := split_part(c, '#', 1);
  if app.mac(m) is distinct from split_part(c, '#', 2) then return null; end if;
  f := string_to_array(m, '|', '');
  if cardinality(f) <> 7 or f[1] <> 'ctx' or f[6]::int <> pg_backend_pid() or f[7] <> extract(epoch from transaction_timestamp())::text then return null; end if;
  return f;
end $$;
create function app.principals() returns int[] language sql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as
$$ select coalesce((app.ctx())[5]::int[], '{}') $$;
create function app.floor_level() returns smallint language sql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as
$$ select (app.ctx())[4]::smallint $$;
create function app.uid() returns uuid language sql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as
$$ select (app.ctx())[2]::uuid $$;
-- Is any context open, even the public one? Public records ask this, so that without a context even they do not exist.
create function app.is_open() returns boolean language sql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as
$$ select app.ctx() is not null $$;
create function app.ctx_public() returns void language sql security definer set search_path = pg_catalog, pg_temp as
$$ select app.sign_ctx('', 0::smallint, 3::smallint, array[1]) $$;
grant execute on function app.ctx_public, app.principals, app.floor_level, app.uid, app.is_open to lit_user;

-- version and updated_at move only when a person's request writes; readers derived again by lit_acl leave them alone. Hence no definer here.
create function app.t_touch() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if current_user = 'lit_user' then new.version := old.version + 1; new.updated_at := now(); end if;
  return new;
end $$;
grant execute on function app.t_touch to lit_user, lit_owner;

-- Does this server know the zone? Asked before one is stored: a row with another would stop every reading that counts with it.
create function app.is_zone(zone text) returns boolean language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
begin
  perform timestamp '2000-01-01' at time zone zone;
  return true;
exception when invalid_parameter_value then return false;
end $$;
grant execute on function app.is_zone to lit_user, lit_owner;
