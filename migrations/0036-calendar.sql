-- The calendar: hearings and deadlines of the cases one may read, and the code names by which they leave the house.
set local role lit_owner;
alter table app.legal_case add column code_name text constraint legal_case_code_name_check check (length(code_name) between 2 and 40), add column code_revision int not null default 0;
comment on column app.legal_case.code_name is 'What a case is called where it leaves the house: calendar feeds and mail. Says nothing of who, where or against whom. Given by chance, changed by the team.';
comment on column app.legal_case.code_revision is 'How often the code name was changed: part of the sequence of every entry of a feed, so that calendars take the new name.';
create index proc_event_day_idx on app.proc_event (legal_case_id, on_edtf) where length(on_edtf) = 10;
create index deadline_case_day_idx on app.deadline (legal_case_id, latest_on);

set local role lit_acl;
-- A word that no case of that organisation bears; once all are taken, a word and a number.
create function app.new_code_name(organisation uuid) returns text language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce((select w from unnest(string_to_array('Weaver Heron Kestrel Plover Curlew Lapwing Dunlin Godwit Avocet Egret Ibis Stork Crane Sunbird Hoopoe Bulbul Wheatear Redstart Nightjar Swift Swallow Bittern Osprey Harrier Kite Buzzard Petrel Shearwater Gannet Puffin Tern Skua Sanderling Knot Turnstone Whimbrel Sandpiper Ruff Snipe Rail Coot Moorhen Grebe Diver Teal Wigeon Pintail Pochard Eider Garganey Shoveler Smew Goldeneye Siskin Linnet Redpoll Serin Bunting Pipit Wagtail Dipper Dunnock Thrush Fieldfare Redwing Ouzel Warbler Whitethroat Chiffchaff Goldcrest Firecrest Nuthatch Creeper Oriole Shrike Magpie Chough Rook Jackdaw Starling Bobolink Tanager Grosbeak Towhee Junco Vireo Phoebe Kingbird Flicker Chickadee Verdin Bushtit Gnatcatcher Veery Solitaire Dickcissel Meadowlark Cowbird Grackle Thatcher Tinker Glazier Wheelwright Joiner Dyer Spinner Lacemaker Basketmaker Beekeeper Ferryman Lamplighter Gardener Orchard Meadow Harbour Lantern Compass Anchor Saddle Kettle Basket Bobbin Thimble Spindle Shuttle Treadle Bellows Anvil Trowel Plane Chisel Mallet Gimlet Awl', ' ')) w
      where not exists (select from app.legal_case c where c.lead_organisation_id = organisation and c.code_name = w) order by random() limit 1),
    'Lantern ' || (1000 + floor(random() * 9000))::int) $$;
create function app.t_code_name() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  new.code_name := coalesce(new.code_name, case when tg_op = 'UPDATE' then old.code_name end, app.new_code_name(new.lead_organisation_id));
  new.code_revision := case when tg_op = 'INSERT' then 0 else old.code_revision + (new.code_name is distinct from old.code_name)::int end;
  return new;
end $$;
grant execute on function app.t_code_name to lit_owner;
-- The cases on whose team a person is, as far as the asker writes on them too: the team knows its members.
create function app.cases_of_person(who uuid) returns setof uuid language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select g.legal_case_id from app.case_grant g join app.person p on p.principal = g.principal where p.id = who and (who = app.uid() or app.has_cap(g.legal_case_id, 2::smallint)) $$;
-- Who is on the team of a case that the asker writes on: whose dates a calendar can show.
create function app.calendar_people() returns table (id uuid, name text) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct p.id, p.name from app.person p join app.case_grant g on g.principal = p.principal where not p.disabled
    and g.legal_case_id in (select x.legal_case_id from app.case_grant x where x.cap & 2 = 2 and x.principal = (select principal from app.person where id = app.uid())) order by p.name, p.id $$;
grant execute on function app.cases_of_person, app.calendar_people to lit_user;
do $$ -- one by one, so that each sees the names already given
declare c uuid;
begin
  for c in select id from app.legal_case where code_name is null loop
    update app.legal_case set code_name = app.new_code_name(lead_organisation_id) where id = c;
  end loop;
end $$;

set local role lit_owner;
alter table app.legal_case alter column code_name set not null;
create trigger code_name before insert or update of code_name on app.legal_case for each row execute function app.t_code_name();
grant select (code_name, code_revision), update (code_name) on app.legal_case to lit_user;

-- Feeds: a calendar program asks without a session, by an address that is the key. It is kept as SHA-256 alone and shown once.
create table app.calendar_feed (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null constraint calendar_feed_person_id_fkey references app.person on delete cascade,
  token_hash bytea not null constraint calendar_feed_token_hash_key unique,
  hint text not null constraint calendar_feed_hint_check check (length(hint) = 4),
  name text constraint calendar_feed_name_check check (length(name) between 1 and 80),
  legal_case_id uuid constraint calendar_feed_legal_case_id_fkey references app.legal_case on delete cascade,
  organisation_id uuid constraint calendar_feed_organisation_id_fkey references app.organisation on delete cascade,
  hearings boolean not null default true, deadlines boolean not null default true, only_mine boolean not null default false,
  deadlines_as text not null default 'todo' constraint calendar_feed_deadlines_as_check check (deadlines_as in ('todo', 'event')),
  rotated_at timestamptz not null default now(), last_read_at timestamptz,
  version int not null default 1, created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  constraint calendar_feed_deadlines_check check (hearings or deadlines));
comment on column app.calendar_feed.hint is 'The last letters of the address, so that its owner knows it again.';
comment on column app.calendar_feed.deadlines_as is 'Tasks (VTODO), as the standard has it; or all-day events, for programs that show no tasks.';
create index calendar_feed_person_id_idx on app.calendar_feed (person_id);
create index calendar_feed_legal_case_id_idx on app.calendar_feed (legal_case_id);
create index calendar_feed_organisation_id_idx on app.calendar_feed (organisation_id);
select app.protect('app.calendar_feed');
create policy read_calendar_feed on app.calendar_feed for select to lit_user using (person_id = (select app.uid()));
create policy remove_calendar_feed on app.calendar_feed for delete to lit_user using (person_id = (select app.uid()));
grant select (id, person_id, hint, name, legal_case_id, organisation_id, hearings, deadlines, only_mine, deadlines_as, rotated_at, last_read_at, version, created_at, updated_at), delete on app.calendar_feed to lit_user;
create trigger touch before update of token_hash on app.calendar_feed for each row execute function app.t_touch();
create trigger history after insert or update of token_hash or delete on app.calendar_feed for each row execute function app.t_history('', 'false');

-- What was in a feed and is no more, so that it is sent as cancelled for a while: by its day alone, without a word of what it was.
create table app.calendar_tombstone (
  id uuid primary key default gen_random_uuid(),
  legal_case_id uuid not null constraint calendar_tombstone_legal_case_id_fkey references app.legal_case on delete cascade,
  entry_id uuid not null constraint calendar_tombstone_entry_id_key unique,
  kind text not null constraint calendar_tombstone_kind_check check (kind in ('hearing', 'deadline')),
  on_day date not null, at_time text, time_zone text, sequence int not null, team_only boolean not null,
  level smallint not null default 0, acl int[] not null default '{}', eacl int[] not null default '{}',
  version int not null default 1, created_at timestamptz not null default now(), updated_at timestamptz not null default now());
select app.protect_case_child('calendar_tombstone');
drop trigger history on app.calendar_tombstone; -- the removal itself is in the history, and has told who listens
drop trigger notify_changed on app.calendar_tombstone;
drop trigger notify_version on app.calendar_tombstone;
grant select (id, legal_case_id, entry_id, kind, on_day, at_time, time_zone, sequence, team_only, version, created_at, updated_at) on app.calendar_tombstone to lit_user;

set local role lit_acl;
update app.case_child set by_row = true where table_name = 'calendar_tombstone';
create function app.t_calendar_tombstone() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare was boolean; there boolean;
begin
  if tg_table_name = 'proc_event' then
    was := old.planned and length(old.on_edtf) = 10;
    there := tg_op = 'UPDATE' and (not new.planned or length(new.on_edtf) = 10); -- not planned any more: it took place
  else
    was := old.working_on is not null;
    there := tg_op = 'UPDATE' and new.working_on is not null;
  end if;
  if there then delete from app.calendar_tombstone where entry_id = old.id;
  elsif was and exists (select from app.legal_case c where c.id = old.legal_case_id) then
    if tg_table_name = 'proc_event' then
      insert into app.calendar_tombstone (legal_case_id, entry_id, kind, on_day, at_time, time_zone, sequence, team_only)
        values (old.legal_case_id, old.id, 'hearing', old.on_edtf::date, old.at_time, old.time_zone, old.version + 1, old.team_only)
        on conflict (entry_id) do update set on_day = excluded.on_day, at_time = excluded.at_time, time_zone = excluded.time_zone, sequence = excluded.sequence, updated_at = now();
    else
      insert into app.calendar_tombstone (legal_case_id, entry_id, kind, on_day, sequence, team_only) values (old.legal_case_id, old.id, 'deadline', old.working_on, old.version + 1, true)
        on conflict (entry_id) do update set on_day = excluded.on_day, sequence = excluded.sequence, updated_at = now();
    end if;
  end if;
  return null;
end $$;
-- The address opens a reading context as its owner: one who belongs to an organisation, confirmed, and is not shut out. Nobody else's address opens anything.
create function app.ctx_feed(token text) returns uuid language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  select app.ctx_sign_for((select f.person_id from app.calendar_feed f where f.token_hash = app.hash(token)
    and exists (select from app.membership m where m.person_id = f.person_id and m.confirmed_at is not null))) $$;
-- Which feed it is: asked in the context that its address has opened.
create function app.feed_of(token text) returns table (id uuid, locale text, legal_case_id uuid, organisation_id uuid, hearings boolean, deadlines boolean, only_mine boolean, deadlines_as text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select f.id, p.locale, f.legal_case_id, f.organisation_id, f.hearings, f.deadlines, f.only_mine, f.deadlines_as from app.calendar_feed f join app.person p on p.id = f.person_id
    where f.token_hash = app.hash(token) and f.person_id = app.uid() $$;
create function app.add_feed(token text, name text, legal_case uuid, organisation uuid, hearings boolean, deadlines boolean, only_mine boolean, deadlines_as text) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare f uuid;
begin
  if app.uid() is null then raise insufficient_privilege; end if;
  perform from app.person p where p.id = app.uid() for no key update;
  if (select count(*) from app.calendar_feed c where c.person_id = app.uid()) >= 20 then raise check_violation using constraint = 'calendar_feed_most_check', table = 'calendar_feed'; end if;
  insert into app.calendar_feed (person_id, token_hash, hint, name, legal_case_id, organisation_id, hearings, deadlines, only_mine, deadlines_as)
    values (app.uid(), app.hash(token), right(token, 4), add_feed.name, legal_case, organisation, add_feed.hearings, add_feed.deadlines, add_feed.only_mine, add_feed.deadlines_as) returning id into f;
  return f;
end $$;
create function app.rotate_feed(feed uuid, token text) returns boolean language sql security definer set search_path = pg_catalog, pg_temp as $$
  with done as (update app.calendar_feed f set token_hash = app.hash(token), hint = right(token, 4), rotated_at = now(), last_read_at = null, version = f.version + 1, updated_at = now()
    where f.id = feed and f.person_id = app.uid() returning 1) select exists (select from done) $$;
grant execute on function app.ctx_feed, app.feed_of, app.add_feed, app.rotate_feed to lit_user;
-- When a feed was last read: written after the answer, once a minute at most.
create function auth.feed_read(token text) returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  update app.calendar_feed set last_read_at = now() where token_hash = app.hash(token) and coalesce(last_read_at, '-infinity') < now() - interval '1 minute' $$;
grant execute on function auth.feed_read to lit_api;
-- Who is shut out, or leaves the last organisation, has no feed any more: not even when they come back.
create function app.t_feeds_end() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_table_name = 'person' then delete from app.calendar_feed where person_id = new.id;
  else delete from app.calendar_feed f where f.person_id = old.person_id and not exists (select from app.membership m where m.person_id = old.person_id); end if;
  return null;
end $$;
grant execute on function app.t_calendar_tombstone, app.t_feeds_end to lit_owner;

set local role lit_owner;
create trigger tombstone after update of planned, on_edtf or delete on app.proc_event for each row execute function app.t_calendar_tombstone();
create trigger tombstone after update of working_on or delete on app.deadline for each row execute function app.t_calendar_tombstone();
create trigger feeds_end after update of disabled on app.person for each row when (new.disabled) execute function app.t_feeds_end();
create trigger feeds_end after delete on app.membership for each row execute function app.t_feeds_end();
