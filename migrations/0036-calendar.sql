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
