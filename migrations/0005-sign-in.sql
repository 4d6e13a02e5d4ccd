-- The doors of the sign-in: what must be asked before anybody is known. For the login role alone; a request's role cannot reach schema auth.
-- Tokens arrive as they are and are kept only as SHA-256; passwords never arrive at all, only their argon2id text.
set local role lit_acl;
create function app.hash(token text) returns bytea language sql immutable set search_path = pg_catalog, pg_temp as
$$ select sha256(convert_to(token, 'UTF8')) $$;

-- Counts one try of `k`. 0: go on; otherwise the seconds until the window ends. No lock outlives its window.
create function auth.throttle(k text, most int, span interval) returns int language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare w timestamptz := date_bin(span, clock_timestamp(), 'epoch'); tries int;
begin
  insert into app.attempt as a (key, window_start) values (app.hash(k), w)
    on conflict (key, window_start) do update set n = least(a.n + 1, 1000000) returning n into tries;
  return case when tries <= most then 0 else greatest(1, ceil(extract(epoch from w + span - clock_timestamp()))::int) end;
end $$;

create function auth.credential(mail text) returns table (person_id uuid, password_hash text) language sql stable security definer set search_path = pg_catalog, pg_temp as
$$ select id, password_hash from app.person where email = lower(mail) and not disabled $$;

create function auth.session_add(person uuid, token text, agent text, by_link boolean default false) returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into app.session (token_hash, person_id, agent, by_link, idle_until, expires_at)
    values (app.hash(token), session_add.person, left(agent, 200), by_link, now() + interval '12 hours', now() + interval '7 days');
  update app.person p set first_signed_in_at = now() where p.id = session_add.person and p.first_signed_in_at is null $$;
create function auth.session_end(token text) returns void language sql security definer set search_path = pg_catalog, pg_temp as
$$ delete from app.session where token_hash = app.hash(token) $$;
-- Everything through which somebody might still look in: sessions, and secret addresses of the calendar (0036-calendar.sql).
create function auth.session_end_all(token text) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare who uuid := (select person_id from app.session where token_hash = app.hash(token) and expires_at > now() and idle_until > now());
begin
  delete from app.calendar_feed where person_id = who;
  delete from app.session where person_id = who;
end $$;
-- Use keeps a session alive, within its seven days; written once a minute at most.
create function auth.session_touch(token text) returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  update app.session set seen_at = now(), idle_until = least(expires_at, now() + interval '12 hours')
    where token_hash = app.hash(token) and expires_at > now() and idle_until > now() and seen_at < now() - interval '1 minute' $$;

create function auth.link_add(mail text, token text, purpose text) returns table (name text, locale text) language sql security definer set search_path = pg_catalog, pg_temp as $$
  with p as (select id, name, locale from app.person where email = lower(mail) and not disabled),
  made as (insert into app.sign_in_link (token_hash, person_id, purpose, expires_at)
    select app.hash(token), id, purpose, now() + case purpose when 'first_use' then interval '72 hours' when 'reset' then interval '30 minutes' else interval '24 hours' end from p)
  select name, locale from p $$;
-- Takes the link and opens the session in one step: of many at once exactly one gets in, and a link is not lost half-way.
create function auth.link_use(link text, token text, agent text) returns table (purpose text) language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare who uuid; why text;
begin
  update app.sign_in_link l set used_at = now() from app.person p
    where l.token_hash = app.hash(link) and l.used_at is null and l.expires_at > now() and p.id = l.person_id and not p.disabled returning p.id, l.purpose into who, why;
  if who is null then return; end if;
  delete from app.sign_in_link l where l.person_id = who and l.used_at is null;
  perform auth.session_add(who, token, agent, true);
  return query select why;
end $$;
-- The mail is written by a job for every address, known or not, so that asking takes the same time.
create function auth.link_ask(mail text) returns void language sql security definer set search_path = pg_catalog, pg_temp as
$$ select app.put_job('mail', jsonb_build_object('kind', 'link', 'to', lower(mail))) $$;

-- Who wants another password; `proved`: came in by a link within the half hour, so need not know the old one.
create function auth.password_of(token text) returns table (email text, name text, password_hash text, proved boolean) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.email, p.name, p.password_hash, s.by_link and s.created_at > now() - interval '30 minutes' from app.session s join app.person p on p.id = s.person_id
    where s.token_hash = app.hash(token) and s.expires_at > now() and s.idle_until > now() and not p.disabled $$;
-- A new password ends every other session and every link not yet used.
create function auth.password_set(token text, hash text) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare who uuid := (select person_id from app.session where token_hash = app.hash(token) and expires_at > now() and idle_until > now());
begin
  update app.person set password_hash = password_set.hash where id = who and not disabled;
  if not found then raise insufficient_privilege; end if;
  delete from app.session where person_id = who and token_hash <> app.hash(token);
  update app.session set by_link = false where token_hash = app.hash(token);
  delete from app.sign_in_link where person_id = who and used_at is null;
end $$;

create function auth.demo_people() returns table (email text, name text, organisation text, country text) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.email, p.name, o.name, o.country from app.person p join app.membership m on m.person_id = p.id join app.organisation o on o.id = m.organisation_id
    where p.demo and not p.disabled order by m.since, p.email $$;
create function auth.demo_enter(mail text, token text, agent text) returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare who uuid := (select id from app.person where email = lower(mail) and demo and not disabled);
begin
  if who is not null then perform auth.session_add(who, token, agent); end if;
  return who is not null;
end $$;

-- What has had its day.
create function auth.sweep() returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from app.session where expires_at < now() or idle_until < now();
  delete from app.sign_in_link where expires_at < now() - interval '1 day';
  delete from app.job_token where expires_at < now();
  delete from app.attempt where window_start < now() - interval '1 day' $$;
grant execute on all functions in schema auth to lit_api;

-- Which session is this one's own? Whoever holds the token may know.
create function app.session_id(token text) returns uuid language sql stable security definer set search_path = pg_catalog, pg_temp as
$$ select id from app.session where token_hash = app.hash(token) and person_id = app.uid() $$;
-- A newcomer and their link, or somebody known who joins. A link is made only for people who never signed in: otherwise a steward could enter as anyone.
create function app.add_member(organisation uuid, mail text, name text, roles text[], link text) returns table (membership_id uuid, has_link boolean)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare p app.person; m uuid; fresh boolean;
begin
  if not app.is_steward() then raise insufficient_privilege; end if;
  insert into app.person (email, name) values (lower(mail), add_member.name) on conflict (email) do nothing;
  select * into p from app.person where email = lower(mail);
  if p.id = app.uid() then raise insufficient_privilege; end if;
  -- A link is a key: the steward gets one only for somebody who is nowhere yet, and the membership opens nothing entrusted to the organisation
  -- before a colleague has confirmed it: so the link opens nothing that others have entrusted to them.
  fresh := p.first_signed_in_at is null and not p.disabled and not exists (select from app.membership x where x.person_id = p.id)
    and not exists (select from app.case_grant g where g.principal = p.principal);
  insert into app.membership (organisation_id, person_id, roles) values (organisation, p.id, add_member.roles) returning id into m;
  if fresh then
    insert into app.sign_in_link (token_hash, person_id, purpose, expires_at) values (app.hash(link), p.id, 'first_use', now() + interval '72 hours');
  end if;
  return query select m, fresh;
end $$;
-- Who may confirm a membership: a colleague who belongs there already, never whoever added it nor the newcomer. Where no such colleague has ever come,
-- a second steward. Either was vouched for themselves: so that nobody confirms through a person of their own making. And only whoever has come: else the key to what
-- is opened still lies with whoever made it. Links that were not used end with it.
create function app.can_confirm(m uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from app.membership x join app.person p on p.id = x.person_id where x.id = m and p.first_signed_in_at is not null and not x.vouched and x.added_by is distinct from app.uid() and x.person_id <> app.uid()
    and (exists (select from app.membership c where c.organisation_id = x.organisation_id and c.person_id = app.uid() and c.vouched)
      or not app.has_active_member(x.organisation_id, array_remove(array[x.added_by, x.person_id], null)) and app.is_steward())) $$;
create function app.confirm_member(m uuid) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not app.can_confirm(m) then raise insufficient_privilege; end if;
  update app.membership set confirmed_by = app.uid(), confirmed_at = coalesce(confirmed_at, now()), vouched = true, version = version + 1, updated_at = now() where id = m and not vouched;
  delete from app.sign_in_link l using app.membership x where x.id = m and l.person_id = x.person_id and l.purpose = 'first_use' and l.used_at is null;
end $$;
grant execute on function app.can_confirm, app.confirm_member to lit_user;
-- Shuts somebody out at once, or lets them in again. Their work stays.
create function app.disable_person(person uuid, disabled boolean) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not app.is_steward() or person = app.uid() then raise insufficient_privilege; end if;
  update app.person p set disabled = disable_person.disabled where p.id = person;
  if disable_person.disabled then
    delete from app.session where person_id = person;
    delete from app.sign_in_link where person_id = person and used_at is null;
    delete from app.job_token where person_id = person;
  end if;
end $$;
grant execute on function app.session_id, app.add_member, app.disable_person to lit_user;

-- Open sockets of those whose session has ended are asked again, and nobody else's.
create function app.t_session_ended() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_notify('amparo', json_build_object('c', null, 't', 'session', 'i', person_id)::text) from (select distinct person_id from ended) gone;
  return null;
end $$;
-- Who leaves an organisation leaves the teams of its cases, once somebody else of the team may share them: they hand over first. For somebody shut out,
-- who cannot any more, one of the lead organisation leads from now on who edits the case already; nobody gains sight or hand by a colleague's leaving.
create function app.t_membership_ended() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare c uuid; shut boolean := (select disabled from app.person where id = old.person_id);
begin
  for c in delete from app.case_grant g using app.legal_case k, app.person p
    where p.id = old.person_id and g.principal = p.principal and k.id = g.legal_case_id and k.lead_organisation_id = old.organisation_id returning k.id loop
    continue when exists (select from app.case_grant g join app.person p on p.principal = g.principal where g.legal_case_id = c and g.cap & 8 = 8 and not p.disabled);
    update app.case_grant set cap = 15 where shut and id = (select g.id from app.case_grant g join app.person p on p.principal = g.principal
      join app.membership m on m.person_id = p.id and m.organisation_id = old.organisation_id and m.confirmed_at is not null
      where g.legal_case_id = c and g.cap & 2 = 2 and not p.disabled order by g.cap desc, g.created_at limit 1);
    if not found then raise check_violation using constraint = 'membership_last_lead_check', table = 'membership'; end if;
  end loop;
  return null;
end $$;
set local role lit_owner;
create trigger tell_session_ended after delete on app.session referencing old table as ended for each statement execute function app.t_session_ended();
create trigger leave_cases after delete on app.membership for each row execute function app.t_membership_ended();

set local role lit_acl;
-- The mark of a browser in which this person has signed in: ours alone to make, kept nowhere. It opens nothing; it only has tries of its own,
-- so that whoever knows an address cannot keep its owner out by guessing. Made for any address, known or not, in the same time.
create function auth.browser_mark(mail text, nonce text) returns text language sql stable security definer set search_path = pg_catalog, pg_temp as
$$ select nonce || '.' || app.mac('browser|' || nonce || '|' || lower(mail)) $$;
grant execute on function auth.browser_mark to lit_api;
