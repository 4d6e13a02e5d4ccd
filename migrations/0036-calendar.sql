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

-- Reminders: what a person is told of their dates, in the app and by mail, once each.
create table app.reminder_choice (
  id uuid primary key default app.uid() constraint reminder_choice_id_fkey references app.person on delete cascade,
  mail boolean not null default true, recounts boolean not null default true,
  steps text[] not null default '{half,d14,d7,d3,d1}' constraint reminder_choice_steps_check check (cardinality(steps) <= 5 and steps <@ array['half', 'd14', 'd7', 'd3', 'd1']),
  version int not null default 1, created_at timestamptz not null default now(), updated_at timestamptz not null default now());
comment on table app.reminder_choice is 'What a person wants to be told. Who has said nothing is told everything.';
create table app.notice (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null constraint notice_person_id_fkey references app.person on delete cascade,
  legal_case_id uuid not null constraint notice_legal_case_id_fkey references app.legal_case on delete cascade,
  deadline_id uuid not null constraint notice_deadline_id_fkey references app.deadline on delete cascade,
  kind text not null constraint notice_kind_check check (kind in ('reminder', 'recounted')),
  key text not null, step text constraint notice_step_check check (step in ('half', 'd14', 'd7', 'd3', 'd1')), for_day date,
  mail text not null default 'queued' constraint notice_mail_check check (mail in ('queued', 'sent', 'off', 'dropped')),
  mail_tries int not null default 0, mail_due_at timestamptz not null, mailed_at timestamptz, read_at timestamptz,
  created_at timestamptz not null,
  constraint notice_person_id_key unique (person_id, deadline_id, kind, key));
comment on column app.notice.key is 'What it is about, so that nobody is told twice: the day and the step, or the version of the law.';
comment on column app.notice.mail is 'queued until the mail server has taken it; off: no mail wanted or none set up; dropped: settled, moved or not theirs any more before it went.';
create index notice_legal_case_id_idx on app.notice (legal_case_id);
create index notice_deadline_id_idx on app.notice (deadline_id);
create index notice_mail_due_at_idx on app.notice (mail_due_at) where mail = 'queued';
select app.protect(t) from unnest(array['app.reminder_choice', 'app.notice']::regclass[]) t;
create policy read_reminder_choice on app.reminder_choice for select to lit_user using (id = (select app.uid()));
create policy add_reminder_choice on app.reminder_choice for insert to lit_user with check (id = (select app.uid()));
create policy change_reminder_choice on app.reminder_choice for update to lit_user using (id = (select app.uid())) with check (id = (select app.uid()));
create policy read_notice on app.notice for select to lit_user using (person_id = (select app.uid()) and app.has_cap(legal_case_id, 1::smallint));
create policy change_notice on app.notice for update to lit_user using (person_id = (select app.uid())) with check (person_id = (select app.uid()));
grant select, insert (mail, recounts, steps), update (mail, recounts, steps) on app.reminder_choice to lit_user;
grant select (id, person_id, legal_case_id, deadline_id, kind, step, for_day, read_at, created_at), update (read_at) on app.notice to lit_user;
create trigger touch before update on app.reminder_choice for each row execute function app.t_touch();
create trigger history after insert or update on app.reminder_choice for each row execute function app.t_history('', 'false');
alter table app.person add constraint person_email_line_check check (email !~ '[[:cntrl:]]'), add constraint person_name_line_check check (name !~ '[[:cntrl:]]');

set local role lit_acl;
-- Whom a deadline concerns: who sees to it; where nobody of the team does, everybody of it who writes. Never who is shut out or gone.
create function app.deadline_people(of_case uuid, owner uuid) returns setof uuid language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with team as (select p.id, g.cap from app.case_grant g join app.person p on p.principal = g.principal
    where g.legal_case_id = of_case and not p.disabled and exists (select from app.membership m where m.person_id = p.id and m.confirmed_at is not null))
  select id from team where id = owner
  union all select id from team where cap & 2 = 2 and not exists (select from team where id = owner) $$;
-- The steps of a date that have come, at seven in the morning of the court; of those only the latest, so that after a silence nobody gets five at once.
-- What lay before the deadline was written down is past. libs/domain says the same (reminders.ts); a test compares the two.
create function app.reminders_due(at timestamptz) returns table (deadline_id uuid, legal_case_id uuid, owner_id uuid, step text, for_day date) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select d.id, d.legal_case_id, d.owner_id, s.step, d.working_on
  from (select d.id, d.legal_case_id, d.owner_id, d.working_on, (at at time zone d.zone)::date as today, (at at time zone d.zone - interval '7 hours')::date as come, (d.created_at at time zone d.zone)::date as written,
      case when d.trigger_edtf ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}(T|$)' then left(d.trigger_edtf, 10)::date else (d.created_at at time zone d.zone)::date end as began
    from app.deadline d join app.legal_case c on c.id = d.legal_case_id
    where d.status in ('open', 'extended') and d.met_on_edtf is null and d.working_on >= (at at time zone 'UTC')::date - 1 and c.archived_at is null) d
  cross join lateral (select v.step, v.day from (values ('half', d.began + (d.working_on - d.began) / 2, 0), ('d14', d.working_on - 14, 1), ('d7', d.working_on - 7, 2), ('d3', d.working_on - 3, 3), ('d1', d.working_on - 1, 4)) v(step, day, n)
    where v.day > d.began and v.day > d.written and v.day < d.working_on and v.day <= d.come order by v.day desc, v.n desc limit 1) s
  where d.today <= d.working_on $$;
-- Doors of the job. It acts for nobody, so nothing passes but what a letter says: a code name and a day.
create function auth.remind(at timestamptz) returns int language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare n int;
begin
  insert into app.notice (person_id, legal_case_id, deadline_id, kind, key, step, for_day, mail_due_at, created_at)
    select p.id, r.legal_case_id, r.deadline_id, 'reminder', r.for_day || ' ' || r.step, r.step, r.for_day, at, at
    from app.reminders_due(at) r cross join lateral app.deadline_people(r.legal_case_id, r.owner_id) p(id) left join app.reminder_choice c on c.id = p.id
    where c.id is null or r.step = any (c.steps)
    on conflict on constraint notice_person_id_key do nothing;
  get diagnostics n = row_count;
  return n;
end $$;
-- Takes what waits for one person, if there is any: it is theirs to send for two minutes, then twice as long each time, half an hour at most.
create function auth.claim_mail(at timestamptz) returns table (ids uuid[], email text, name text, locale text, items jsonb) language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare who uuid;
begin
  update app.notice n set mail = case when not coalesce(c.mail, true) or n.kind = 'recounted' and not coalesce(c.recounts, true) then 'off' else 'dropped' end
    from app.deadline d, app.person p left join app.reminder_choice c on c.id = p.id
    where n.mail = 'queued' and n.mail_due_at <= at and d.id = n.deadline_id and p.id = n.person_id and (not coalesce(c.mail, true) or n.kind = 'recounted' and not coalesce(c.recounts, true)
      or d.status in ('met', 'moot') or n.created_at < at - interval '7 days' or p.id not in (select app.deadline_people(d.legal_case_id, d.owner_id))
      or n.kind = 'reminder' and (d.status not in ('open', 'extended') or d.met_on_edtf is not null or d.working_on is distinct from n.for_day or (at at time zone d.zone)::date > d.working_on));
  select n.person_id into who from app.notice n where n.mail = 'queued' and n.mail_due_at <= at order by n.mail_due_at, n.person_id limit 1 for update skip locked;
  if who is null then return; end if;
  return query with mine as (
    update app.notice n set mail_tries = n.mail_tries + 1, mail_due_at = at + least(interval '2 minutes' * power(2, least(n.mail_tries, 10)), interval '30 minutes')
      where n.person_id = who and n.mail = 'queued' and n.mail_due_at <= at returning n.id, n.kind, n.deadline_id)
  select (select array_agg(m.id order by m.id) from mine m), p.email, p.name, p.locale,
    (select jsonb_agg(jsonb_build_object('kind', i.kind, 'codeName', i.code_name, 'day', to_char(i.working_on, 'YYYY-MM-DD'), 'left', i.working_on - (at at time zone i.zone)::date) order by i.working_on nulls last, i.code_name, i.kind)
      from (select distinct m.kind, c.code_name, d.working_on, d.zone, d.id from mine m join app.deadline d on d.id = m.deadline_id join app.legal_case c on c.id = d.legal_case_id) i)
    from app.person p where p.id = who;
end $$;
create function auth.mail_done(done uuid[], state text, at timestamptz) returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  update app.notice set mail = state, mailed_at = case when state = 'sent' then at end where id = any (done) and mail = 'queued' $$;
-- Where no mail is set up nothing waits for it: whoever sets it up later is not flooded.
create function auth.mail_off() returns void language sql security definer set search_path = pg_catalog, pg_temp as $$ update app.notice set mail = 'off' where mail = 'queued' $$;
create function auth.sweep_calendar(at timestamptz) returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from app.calendar_tombstone where updated_at < at - interval '200 days';
  delete from app.notice where created_at < at - interval '400 days' $$;
grant execute on function auth.remind, auth.claim_mail, auth.mail_done, auth.mail_off, auth.sweep_calendar to lit_api;
-- A new version of the law moved an open day: whoever it concerns is told, by whatever hand the recount came.
create function app.t_deadline_told() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into app.notice (person_id, legal_case_id, deadline_id, kind, key, for_day, mail_due_at, created_at)
    select p.id, new.legal_case_id, new.id, 'recounted', new.recounted ->> 'lawVersionId', new.working_on, (new.recounted ->> 'at')::timestamptz, (new.recounted ->> 'at')::timestamptz
    from app.deadline_people(new.legal_case_id, new.owner_id) p(id) where new.recounted ->> 'lawVersionId' is not null on conflict on constraint notice_person_id_key do nothing;
  return null;
end $$;
grant execute on function app.t_deadline_told to lit_owner;
set local role lit_owner;
create trigger told after update on app.deadline for each row when (new.recounted is not null and new.recounted is distinct from old.recounted) execute function app.t_deadline_told();
