-- What happens in court: proceedings, their numbers and links, events, private notes; parties, claims, findings, dispositions.
set local role lit_owner;
create table app.proceeding (
  id uuid primary key default gen_random_uuid(),
  legal_case_id uuid not null constraint proceeding_legal_case_id_fkey references app.legal_case on delete cascade,
  court_id uuid not null constraint proceeding_court_id_fkey references app.court,
  court_unit text constraint proceeding_court_unit_check check (length(court_unit) <= 200),
  matter text not null default 'petition' constraint proceeding_matter_check check (length(matter) between 1 and 80),
  status text not null default 'active' constraint proceeding_status_check check (status in
    ('anticipated', 'active', 'stayed', 'reserved', 'decided', 'final', 'withdrawn', 'struck_out', 'settled', 'transferred', 'consolidated', 'closed', 'reopened')),
  judges text[] not null default '{}' constraint proceeding_judges_check check (cardinality(judges) <= 30),
  opened_edtf text, closed_edtf text,
  time_zone text not null constraint proceeding_time_zone_check check (length(time_zone) between 3 and 64 and app.is_zone(time_zone)),
  ordinal int not null default 0,
  level smallint not null default 0, acl int[] not null default '{}', eacl int[] not null default '{}',
  version int not null default 1, created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  constraint proceeding_legal_case_id_id_key unique (legal_case_id, id));
create index proceeding_court_id_idx on app.proceeding (court_id);
create table app.proceeding_identifier (
  id uuid primary key default gen_random_uuid(),
  legal_case_id uuid not null, proceeding_id uuid not null,
  type text not null constraint proceeding_identifier_type_check check (type in ('petition', 'application', 'appeal', 'diary', 'consolidated', 'international', 'citation', 'other')),
  value text not null constraint proceeding_identifier_value_check check (length(value) between 1 and 120),
  normalised text not null constraint proceeding_identifier_normalised_check check (length(normalised) <= 4000),
  issuer text constraint proceeding_identifier_issuer_check check (length(issuer) <= 200),
  source text constraint proceeding_identifier_source_check check (length(source) <= 500),
  valid_from text, valid_to text, disputed boolean not null default false, preferred boolean not null default false,
  level smallint not null default 0, acl int[] not null default '{}', eacl int[] not null default '{}',
  version int not null default 1, created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  constraint proceeding_identifier_proceeding_id_fkey foreign key (legal_case_id, proceeding_id) references app.proceeding (legal_case_id, id) on delete cascade);
comment on column app.proceeding_identifier.normalised is 'The value as numberKey of libs/domain makes it: how a number is found, however it is printed.';
comment on table app.proceeding_identifier is 'Numbers are end-dated, never overwritten (domain invariant 1): the value has no update right.';
create index proceeding_identifier_proceeding_id_idx on app.proceeding_identifier (legal_case_id, proceeding_id);
create table app.proceeding_link (
  id uuid primary key default gen_random_uuid(),
  legal_case_id uuid not null, from_id uuid not null, to_id uuid not null,
  type text not null constraint proceeding_link_type_check check (type in ('appeal_from', 'cross_appeal', 'leave_to_appeal_from', 'review_of', 'revision_of', 'cassation_of',
    'remitted_from', 'transferred_from', 'referred_from', 'consolidated_into', 'lead_of', 'severed_from', 'stay_application_in', 'enforcement_of', 'contempt_in',
    'interpretation_of', 'exhausted_for', 'parallel_to')),
  on_edtf text, note text constraint proceeding_link_note_check check (length(note) <= 1000),
  level smallint not null default 0, acl int[] not null default '{}', eacl int[] not null default '{}',
  version int not null default 1, created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  constraint proceeding_link_self_check check (from_id <> to_id),
  constraint proceeding_link_key unique (legal_case_id, from_id, to_id, type),
  constraint proceeding_link_from_id_fkey foreign key (legal_case_id, from_id) references app.proceeding (legal_case_id, id) on delete cascade,
  constraint proceeding_link_to_id_fkey foreign key (legal_case_id, to_id) references app.proceeding (legal_case_id, id) on delete cascade);
create index proceeding_link_from_id_idx on app.proceeding_link (legal_case_id, from_id);
create index proceeding_link_to_id_idx on app.proceeding_link (legal_case_id, to_id);
create table app.proc_event (
  id uuid primary key default gen_random_uuid(),
  legal_case_id uuid not null constraint proc_event_legal_case_id_fkey references app.legal_case on delete cascade,
  proceeding_id uuid,
  type text not null constraint proc_event_type_check check (type in ('filing', 'service', 'mention', 'hearing', 'adjournment', 'order', 'judgment', 'publication',
    'appeal', 'application', 'joinder', 'deadline', 'settlement', 'enforcement', 'regulator', 'law_or_policy', 'media', 'context')),
  on_edtf text not null constraint proc_event_on_edtf_check check (length(on_edtf) <= 60),
  sort_key text not null default '' constraint proc_event_sort_key_check check (length(sort_key) <= 40),
  basis text constraint proc_event_basis_check check (basis in ('pronounced', 'dated', 'signed', 'published', 'served', 'received', 'filed', 'effective', 'listed')),
  at_time text constraint proc_event_at_time_check check (at_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  time_zone text constraint proc_event_time_zone_check check (length(time_zone) between 3 and 64 and app.is_zone(time_zone)),
  planned boolean not null default false, team_only boolean not null default false,
  outcome text constraint proc_event_outcome_check check (length(outcome) <= 60),
  outcome_detail text constraint proc_event_outcome_detail_check check (length(outcome_detail) <= 60),
  reported_result text constraint proc_event_reported_result_check check (reported_result in ('won', 'partly_won', 'lost', 'unclear')),
  title text constraint proc_event_title_check check (length(title) between 1 and 300),
  public_note text constraint proc_event_public_note_check check (length(public_note) <= 5000),
  source text constraint proc_event_source_check check (length(source) <= 500),
  follows_id uuid,
  sent text,
  logged_by uuid default app.uid() constraint proc_event_logged_by_fkey references app.person,
  level smallint not null default 0, acl int[] not null default '{}', eacl int[] not null default '{}',
  version int not null default 1, created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  constraint proc_event_legal_case_id_id_key unique (legal_case_id, id),
  constraint proc_event_proceeding_id_fkey foreign key (legal_case_id, proceeding_id) references app.proceeding (legal_case_id, id) on delete cascade,
  constraint proc_event_follows_id_fkey foreign key (legal_case_id, follows_id) references app.proc_event (legal_case_id, id) on delete set null (follows_id));
comment on column app.proc_event.team_only is 'Planned, and not by a court: a date of the team''s own, which shows what it is about to do. Derived, see app.t_event_team_only.';
comment on column app.proc_event.reported_result is 'What the person in court heard. The result of the case is derived from dispositions, never from this.';
comment on column app.proc_event.follows_id is 'A next date points to the event that set it: undoing that event takes it along while it is only planned.';
comment on column app.proc_event.sent is 'Fingerprint of what was sent with the client''s key: the same again is answered with this row, something else is refused.';
create index proc_event_case_sort_idx on app.proc_event (legal_case_id, sort_key desc, id);
create index proc_event_proceeding_id_idx on app.proc_event (legal_case_id, proceeding_id);
create index proc_event_planned_idx on app.proc_event (sort_key, id) where planned;
create index proc_event_follows_id_idx on app.proc_event (follows_id, legal_case_id);
create index proc_event_logged_by_idx on app.proc_event (logged_by);
create table app.event_note (
  id uuid primary key constraint event_note_id_fkey references app.proc_event on delete cascade,
  legal_case_id uuid not null, body text constraint event_note_body_check check (length(body) between 1 and 10000),
  minutes_spent int constraint event_note_minutes_spent_check check (minutes_spent between 0 and 1440),
  level smallint not null default 0, acl int[] not null default '{}', eacl int[] not null default '{}',
  version int not null default 1, created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  constraint event_note_event_fkey foreign key (legal_case_id, id) references app.proc_event (legal_case_id, id) on delete cascade);
comment on table app.event_note is 'What stands beside an event for the case team alone, whatever the level of the case: private note, time spent. Emptied, never removed: its version must not run backwards.';
create index event_note_event_idx on app.event_note (legal_case_id, id);
create table app.case_party (
  id uuid primary key default gen_random_uuid(),
  legal_case_id uuid not null constraint case_party_legal_case_id_fkey references app.legal_case on delete cascade,
  proceeding_id uuid,
  name text not null constraint case_party_name_check check (length(name) between 1 and 300),
  kind text not null constraint case_party_kind_check check (length(kind) between 1 and 60),
  role text not null constraint case_party_role_check check (role in ('claimant', 'respondent', 'interested_party', 'amicus', 'intervener', 'relator', 'victim', 'other')),
  local_label text constraint case_party_local_label_check check (length(local_label) <= 80),
  order_no int constraint case_party_order_no_check check (order_no between 1 and 999),
  protection text not null default 'none' constraint case_party_protection_check check (protection in ('none', 'initials', 'pseudonym', 'sealed')),
  from_edtf text, to_edtf text,
  level smallint not null default 0, acl int[] not null default '{}', eacl int[] not null default '{}',
  version int not null default 1, created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  constraint case_party_legal_case_id_id_key unique (legal_case_id, id),
  constraint case_party_sealed_check check (protection <> 'sealed' or name = '[sealed]'),
  constraint case_party_proceeding_id_fkey foreign key (legal_case_id, proceeding_id) references app.proceeding (legal_case_id, id) on delete cascade);
comment on column app.case_party.name is 'What everybody reads who reads the case. Of a protected party never the true name: that is party_name.';
create index case_party_proceeding_id_idx on app.case_party (legal_case_id, proceeding_id);
create table app.party_name (
  id uuid primary key constraint party_name_id_fkey references app.case_party on delete cascade,
  legal_case_id uuid not null, name text not null constraint party_name_name_check check (length(name) between 1 and 300),
  level smallint not null default 0, acl int[] not null default '{}', eacl int[] not null default '{}',
  version int not null default 1, created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  constraint party_name_party_fkey foreign key (legal_case_id, id) references app.case_party (legal_case_id, id) on delete cascade);
comment on table app.party_name is 'The true name of a party shown by initials, by a pseudonym or not at all. Never leaves the case team, whatever the level of the case.';
create index party_name_party_idx on app.party_name (legal_case_id, id);
create table app.claim (
  id uuid primary key default gen_random_uuid(),
  legal_case_id uuid not null constraint claim_legal_case_id_fkey references app.legal_case on delete cascade,
  proceeding_id uuid,
  act text not null constraint claim_act_check check (length(act) between 1 and 500),
  feature text constraint claim_feature_check check (length(feature) <= 120),
  provision text constraint claim_provision_check check (length(provision) <= 300),
  right_concept text constraint claim_right_concept_check check (length(right_concept) <= 80),
  lineage_of_id uuid, ordinal int not null default 0,
  level smallint not null default 0, acl int[] not null default '{}', eacl int[] not null default '{}',
  version int not null default 1, created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  constraint claim_legal_case_id_id_key unique (legal_case_id, id),
  constraint claim_proceeding_id_fkey foreign key (legal_case_id, proceeding_id) references app.proceeding (legal_case_id, id) on delete cascade,
  constraint claim_lineage_of_id_fkey foreign key (legal_case_id, lineage_of_id) references app.claim (legal_case_id, id) on delete set null (lineage_of_id));
create index claim_proceeding_id_idx on app.claim (legal_case_id, proceeding_id);
create index claim_lineage_of_id_idx on app.claim (legal_case_id, lineage_of_id);
create table app.disposition (
  id uuid primary key default gen_random_uuid(),
  legal_case_id uuid not null, claim_id uuid not null, proceeding_id uuid not null,
  code text not null constraint disposition_code_check check (code in ('allowed', 'partly_allowed', 'dismissed_on_merits', 'inadmissible', 'struck_out', 'moot', 'not_reached', 'withdrawn', 'settled', 'remitted')),
  favours text not null constraint disposition_favours_check check (favours in ('us', 'other', 'mixed', 'none')),
  decided_edtf text, note text constraint disposition_note_check check (length(note) <= 2000), pinpoint text constraint disposition_pinpoint_check check (length(pinpoint) <= 120),
  level smallint not null default 0, acl int[] not null default '{}', eacl int[] not null default '{}',
  version int not null default 1, created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  constraint disposition_claim_id_proceeding_id_key unique (claim_id, proceeding_id),
  constraint disposition_claim_id_fkey foreign key (legal_case_id, claim_id) references app.claim (legal_case_id, id) on delete cascade,
  constraint disposition_proceeding_id_fkey foreign key (legal_case_id, proceeding_id) references app.proceeding (legal_case_id, id) on delete cascade);
create index disposition_claim_id_idx on app.disposition (legal_case_id, claim_id);
create index disposition_proceeding_id_idx on app.disposition (legal_case_id, proceeding_id);
create table app.finding (
  id uuid primary key default gen_random_uuid(),
  legal_case_id uuid not null, proceeding_id uuid not null, claim_id uuid,
  limb text not null constraint finding_limb_check check (length(limb) between 1 and 60),
  result text not null constraint finding_result_check check (result in ('satisfied', 'not_satisfied', 'partly', 'not_reached', 'not_addressed', 'assumed', 'conceded')),
  note text constraint finding_note_check check (length(note) <= 2000), pinpoint text constraint finding_pinpoint_check check (length(pinpoint) <= 120),
  source text constraint finding_source_check check (length(source) <= 500),
  level smallint not null default 0, acl int[] not null default '{}', eacl int[] not null default '{}',
  version int not null default 1, created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  constraint finding_key unique nulls not distinct (proceeding_id, claim_id, limb),
  constraint finding_proceeding_id_fkey foreign key (legal_case_id, proceeding_id) references app.proceeding (legal_case_id, id) on delete cascade,
  constraint finding_claim_id_fkey foreign key (legal_case_id, claim_id) references app.claim (legal_case_id, id) on delete cascade);
create index finding_proceeding_id_idx on app.finding (legal_case_id, proceeding_id);
create index finding_claim_id_idx on app.finding (legal_case_id, claim_id);
create table app.case_system (
  id uuid primary key default gen_random_uuid(),
  legal_case_id uuid not null constraint case_system_legal_case_id_fkey references app.legal_case on delete cascade,
  id_system_id uuid not null constraint case_system_id_system_id_fkey references app.id_system,
  level smallint not null default 0, acl int[] not null default '{}', eacl int[] not null default '{}',
  version int not null default 1, created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  constraint case_system_key unique (legal_case_id, id_system_id));
create index case_system_id_system_id_idx on app.case_system (id_system_id);
create table app.case_precedent (
  id uuid primary key default gen_random_uuid(),
  legal_case_id uuid not null constraint case_precedent_legal_case_id_fkey references app.legal_case on delete cascade,
  precedent_id uuid not null constraint case_precedent_precedent_id_fkey references app.precedent,
  relation text not null constraint case_precedent_relation_check check (relation in ('same_matter', 'relies_on', 'learn_from', 'against_us')),
  note text constraint case_precedent_note_check check (length(note) <= 2000),
  level smallint not null default 0, acl int[] not null default '{}', eacl int[] not null default '{}',
  version int not null default 1, created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  constraint case_precedent_key unique (legal_case_id, precedent_id));
comment on table app.case_precedent is 'A case''s links to the library. As private as the case: the public record never shows them to others.';
create index case_precedent_precedent_id_idx on app.case_precedent (precedent_id);
select app.protect_case_child(t) from unnest(array['proceeding', 'proceeding_identifier', 'proceeding_link', 'proc_event', 'case_party', 'claim', 'disposition', 'finding', 'case_system', 'case_precedent']) t;
select app.protect_case_child(t, team_only => true) from unnest(array['event_note', 'party_name']) t;

set local role lit_acl;
update app.case_child set by_row = true where table_name = 'proc_event';
create function app.t_event_team_only() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  new.team_only := new.planned and new.type not in ('hearing', 'mention', 'order', 'judgment');
  return new;
end $$;
grant execute on function app.t_event_team_only to lit_owner;
set local role lit_owner;
drop trigger readers on app.proc_event;
-- In the order of their names: first whose the row is, then who reads it.
create trigger own before insert or update of planned, type on app.proc_event for each row execute function app.t_event_team_only();
create trigger readers before insert or update of legal_case_id, planned, type on app.proc_event for each row execute function app.t_case_child('false');

do $$
declare t record; derived text[] := array['level', 'acl', 'eacl', 'team_only'];
begin -- rights by column: everything but the derived columns; a number's value, once written, stays
  for t in select c.relname name, string_agg(quote_ident(a.attname), ', ') filter (where a.attname <> all (array['acl', 'eacl'])) readable,
      string_agg(quote_ident(a.attname), ', ') filter (where a.attname <> all (derived || array['version', 'created_at', 'updated_at', 'logged_by'])) writable,
      string_agg(quote_ident(a.attname), ', ') filter (where a.attname <> all (derived || array['id', 'legal_case_id', 'version', 'created_at', 'updated_at', 'logged_by', 'follows_id', 'sent']
        || case when c.relname = 'proceeding_identifier' then array['value', 'normalised', 'type', 'proceeding_id'] else '{}' end)) changeable
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'app'::regnamespace and c.relname in ('proceeding', 'proceeding_identifier', 'proceeding_link', 'proc_event', 'case_party', 'claim', 'disposition', 'finding', 'case_system', 'case_precedent', 'event_note', 'party_name')
    group by c.relname loop
    execute format('grant select (%s), insert (%s), update (%s), delete on app.%I to lit_user', t.readable, t.writable, t.changeable, t.name);
  end loop;
  revoke delete on app.proceeding_identifier from lit_user;
end $$;

set local role lit_acl;
-- Appeals, cassation, review and remittal form no circle (domain invariant 2); a remittal goes to a new proceeding, so it never needs one.
create function app.t_no_circle() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare ordered text[] := array['appeal_from', 'cross_appeal', 'leave_to_appeal_from', 'cassation_of', 'review_of', 'revision_of', 'remitted_from'];
begin
  if new.type = any (ordered) and exists (
    with recursive up(id) as (select new.to_id union select l.to_id from app.proceeding_link l join up on l.from_id = up.id where l.legal_case_id = new.legal_case_id and l.type = any (ordered) and l.id <> new.id)
    select from up where id = new.from_id)
  then raise check_violation using constraint = 'proceeding_link_circle_check', table = 'proceeding_link'; end if;
  return new;
end $$;
set local role lit_owner;
create trigger no_circle before insert or update on app.proceeding_link for each row execute function app.t_no_circle();
