-- The Log without a signal: keys for what waits on a person's own device, and what the team said of entries that two phones made of one hearing.
set local role lit_owner;
create table app.device_key (
  person_id uuid not null constraint device_key_person_id_fkey references app.person on delete cascade,
  device uuid not null,
  key bytea not null constraint device_key_key_check check (octet_length(key) = 32),
  created_at timestamptz not null default now(),
  primary key (person_id, device));
comment on table app.device_key is 'What opens the entries that wait, sealed, on a device: given only to a session of this person (decision 0009). No request reads the table.';
select app.protect('app.device_key');

create table app.event_pair (
  id uuid primary key default gen_random_uuid(),
  legal_case_id uuid not null, event_id uuid not null, other_id uuid not null,
  same boolean not null,
  decided_by uuid default app.uid() constraint event_pair_decided_by_fkey references app.person,
  level smallint not null default 0, acl int[] not null default '{}', eacl int[] not null default '{}',
  version int not null default 1, created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  constraint event_pair_other_id_check check (event_id < other_id),
  constraint event_pair_event_id_other_id_key unique (event_id, other_id),
  constraint event_pair_event_id_fkey foreign key (legal_case_id, event_id) references app.proc_event (legal_case_id, id) on delete cascade,
  constraint event_pair_other_id_fkey foreign key (legal_case_id, other_id) references app.proc_event (legal_case_id, id) on delete cascade);
comment on table app.event_pair is 'Two entries that may be of one hearing, once somebody of the team has said whether they are. Both texts stay, whatever the answer.';
create index event_pair_event_id_idx on app.event_pair (legal_case_id, event_id);
create index event_pair_other_id_idx on app.event_pair (legal_case_id, other_id);
create index event_pair_decided_by_idx on app.event_pair (decided_by);
select app.protect_case_child('event_pair', team_only => true);
grant select (id, legal_case_id, event_id, other_id, same, decided_by, level, version, created_at, updated_at), insert (id, legal_case_id, event_id, other_id, same), update (same), delete on app.event_pair to lit_user;

set local role lit_acl;
-- The key of this device for whoever asks, made at the first asking, and until when the device may go on without hearing from us:
-- 36 hours, never longer than the session lives. A person has fifty devices at most; then none is given.
create function app.device_key(device uuid, token text) returns table (key text, until timestamptz) language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare who uuid := app.uid();
begin
  if who is null then raise insufficient_privilege; end if;
  insert into app.device_key (person_id, device, key)
    select who, device_key.device, sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))
    where (select count(*) from app.device_key k where k.person_id = who) < 50 on conflict do nothing;
  return query select encode(k.key, 'base64'), least(s.expires_at, now() + interval '36 hours') from app.device_key k
    join app.session s on s.token_hash = app.hash(device_key.token) and s.person_id = who where k.person_id = who and k.device = device_key.device;
end $$;
grant execute on function app.device_key to lit_user;
