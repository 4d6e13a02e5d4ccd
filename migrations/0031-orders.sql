-- What courts ordered, sentence by sentence: the life of each order, whether it was obeyed, and when somebody last looked.
set local role lit_owner;
create table app.order_item (
  id uuid primary key default gen_random_uuid(),
  legal_case_id uuid not null constraint order_item_legal_case_id_fkey references app.legal_case on delete cascade, decision_id uuid not null,
  mark text constraint order_item_mark_check check (length(mark) <= 12), ordinal int not null default 0,
  words text constraint order_item_words_check check (length(words) <= 20000),
  words_language text constraint order_item_words_language_check check (length(words_language) <= 35 and (words_language is null or words is not null)),
  our_words text not null constraint order_item_our_words_check check (length(our_words) between 1 and 500),
  type text not null constraint order_item_type_check check (type in ('declaration', 'quashing', 'prohibition', 'mandamus', 'interim_protection', 'prohibitory_injunction', 'mandatory_injunction', 'structural_interdict',
    'reading_in', 'reading_down', 'severance', 'invalidity_immediate', 'invalidity_suspended', 'validity_with_conditions', 'damages', 'just_satisfaction',
    'restitution', 'rehabilitation', 'satisfaction', 'non_repetition_measure', 'data_erasure', 'document_issuance', 'dpia_order', 'consultation_order', 'legislative_reform_recommendation', 'costs')),
  addressee text constraint order_item_addressee_check check (length(addressee) <= 300),
  due_kind text not null constraint order_item_due_kind_check check (due_kind in ('period', 'day', 'at_once', 'condition', 'no_limit', 'nothing_to_do')),
  due_edtf text constraint order_item_due_edtf_check check ((due_kind = 'day') = (due_edtf is not null)),
  period_length int constraint order_item_period_length_check check (period_length between 1 and 9999 and (due_kind = 'period') = (period_length is not null)),
  period_unit text constraint order_item_period_unit_check check (period_unit in ('calendar_day', 'business_day', 'week', 'month', 'year', 'hour', 'unclear_day')),
  period_from text constraint order_item_period_from_check check (period_from in ('decision', 'service', 'other')),
  start_edtf text, start_to_confirm boolean not null default false,
  conditions text constraint order_item_conditions_check check (length(conditions) <= 5000),
  due_doubt text constraint order_item_due_doubt_check check (length(due_doubt) <= 300),
  claim_ids uuid[] not null default '{}' constraint order_item_claim_ids_check check (cardinality(claim_ids) <= 200),
  source text constraint order_item_source_check check (length(source) <= 500),
  sent text,
  level smallint not null default 0, acl int[] not null default '{}', eacl int[] not null default '{}',
  version int not null default 1, created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  constraint order_item_legal_case_id_id_key unique (legal_case_id, id),
  constraint order_item_decision_id_fkey foreign key (legal_case_id, decision_id) references app.decision (legal_case_id, id));
comment on table app.order_item is 'One operative sentence, with its own words, day and life. A decision with orders stays.';
comment on column app.order_item.words is 'Word for word. Null: not yet entered, and shown as that. our_words are never the court''s.';
create index order_item_decision_id_idx on app.order_item (legal_case_id, decision_id);
create table app.order_status (
  id uuid primary key default gen_random_uuid(),
  legal_case_id uuid not null, order_item_id uuid not null, decision_id uuid, stay_id uuid,
  status text not null constraint order_status_status_check check (status in ('in_force', 'stayed', 'varied', 'set_aside', 'discharged', 'expired')),
  from_edtf text not null constraint order_status_from_edtf_check check (length(from_edtf) between 1 and 60), to_edtf text,
  note text constraint order_status_note_check check (length(note) <= 1000),
  source text constraint order_status_source_check check (length(source) <= 500),
  level smallint not null default 0, acl int[] not null default '{}', eacl int[] not null default '{}',
  version int not null default 1, created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  constraint order_status_stay_check check ((status = 'stayed') = (stay_id is not null) and (to_edtf is null or status = 'stayed')),
  constraint order_status_stay_id_key unique (stay_id, order_item_id),
  constraint order_status_order_item_id_fkey foreign key (legal_case_id, order_item_id) references app.order_item (legal_case_id, id) on delete cascade,
  constraint order_status_decision_id_fkey foreign key (legal_case_id, decision_id) references app.decision (legal_case_id, id));
comment on table app.order_status is 'The life of an order, kept whole. A stay is a row for each order it names, under one stay_id: it pauses those clocks and no other (domain invariant 8).';
create index order_status_order_item_id_idx on app.order_status (legal_case_id, order_item_id);
create index order_status_decision_id_idx on app.order_status (legal_case_id, decision_id);
create table app.compliance_observation (
  id uuid primary key default gen_random_uuid(),
  legal_case_id uuid not null, order_item_id uuid not null,
  on_edtf text not null constraint compliance_observation_on_edtf_check check (length(on_edtf) between 1 and 60),
  state text not null constraint compliance_observation_state_check check (state in ('none', 'partial', 'substantial', 'full', 'regressed', 'unknown')),
  evidence text[] not null default '{}' constraint compliance_observation_evidence_check check (cardinality(evidence) <= 20 and (state = 'unknown' or cardinality(evidence) > 0)),
  public_note text constraint compliance_observation_public_note_check check (length(public_note) <= 2000),
  sent text,
  written_by uuid default app.uid() constraint compliance_observation_written_by_fkey references app.person,
  verified_by uuid constraint compliance_observation_verified_by_fkey references app.person, verified_at timestamptz,
  level smallint not null default 0, acl int[] not null default '{}', eacl int[] not null default '{}',
  version int not null default 1, created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  constraint compliance_observation_legal_case_id_id_key unique (legal_case_id, id),
  constraint compliance_observation_verified_by_check check (verified_by <> written_by),
  constraint compliance_observation_order_item_id_fkey foreign key (legal_case_id, order_item_id) references app.order_item (legal_case_id, id) on delete cascade);
create index compliance_observation_order_item_id_idx on app.compliance_observation (legal_case_id, order_item_id);
create index compliance_observation_written_by_idx on app.compliance_observation (written_by);
create index compliance_observation_verified_by_idx on app.compliance_observation (verified_by);
create table app.compliance_note (
  id uuid primary key, legal_case_id uuid not null,
  body text not null constraint compliance_note_body_check check (length(body) between 1 and 5000),
  level smallint not null default 0, acl int[] not null default '{}', eacl int[] not null default '{}',
  version int not null default 1, created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  constraint compliance_note_id_fkey foreign key (legal_case_id, id) references app.compliance_observation (legal_case_id, id) on delete cascade);
comment on table app.compliance_note is 'What stands beside an observation for the case team alone: the public fact is in the observation.';
create index compliance_note_id_idx on app.compliance_note (legal_case_id, id);
create table app.last_check (
  id uuid primary key default gen_random_uuid(),
  legal_case_id uuid not null constraint last_check_legal_case_id_fkey references app.legal_case on delete cascade,
  subject text not null constraint last_check_subject_check check (subject in ('case', 'order')), subject_id uuid not null,
  checked_by uuid default app.uid() constraint last_check_checked_by_fkey references app.person, checked_at timestamptz not null default now(),
  note text constraint last_check_note_check check (length(note) <= 1000),
  level smallint not null default 0, acl int[] not null default '{}', eacl int[] not null default '{}',
  version int not null default 1, created_at timestamptz not null default now(), updated_at timestamptz not null default now());
comment on table app.last_check is '"Last checked 12 Aug 2024. Still right?": a row for every time somebody said so.';
create index last_check_subject_id_idx on app.last_check (subject_id, checked_at desc);
create index last_check_checked_by_idx on app.last_check (checked_by);
select app.protect_case_child(t) from unnest(array['order_item', 'order_status', 'compliance_observation', 'last_check']) t;
select app.protect_case_child('compliance_note', team_only => true);

create table app.precedent_check (
  id uuid primary key default gen_random_uuid(),
  precedent_id uuid not null constraint precedent_check_precedent_id_fkey references app.precedent on delete cascade,
  checked_by uuid default app.uid() constraint precedent_check_checked_by_fkey references app.person, checked_at timestamptz not null default now());
comment on table app.precedent_check is 'When somebody of the coalition last looked at a library record of a case still pending. Who it was is shown to nobody.';
create index precedent_check_precedent_id_idx on app.precedent_check (precedent_id, checked_at desc);
create index precedent_check_checked_by_idx on app.precedent_check (checked_by);
select app.protect('app.precedent_check');
create policy read_precedent_check on app.precedent_check for select to lit_user using ((select app.is_open()));
create policy add_precedent_check on app.precedent_check for insert to lit_user with check ((select app.uid()) is not null and 2 = any ((select app.principals())::int[]));
grant select (id, precedent_id, checked_at), insert (id, precedent_id) on app.precedent_check to lit_user;
do $$
declare t record; kept text[] := array['level', 'acl', 'eacl', 'version', 'created_at', 'updated_at', 'written_by', 'verified_by', 'verified_at', 'checked_by', 'checked_at'];
begin -- rights by column, as in 0021
  for t in select c.relname name, string_agg(quote_ident(a.attname), ', ') filter (where a.attname <> all (array['acl', 'eacl'])) readable,
      string_agg(quote_ident(a.attname), ', ') filter (where a.attname <> all (kept)) writable,
      string_agg(quote_ident(a.attname), ', ') filter (where a.attname <> all (kept || array['id', 'legal_case_id', 'sent', 'order_item_id', 'stay_id', 'status', 'subject', 'subject_id']
        || case when c.relname = 'order_item' then array['decision_id'] else '{}' end)) changeable
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'app'::regnamespace and c.relname in ('order_item', 'order_status', 'compliance_observation', 'compliance_note', 'last_check') group by c.relname loop
    execute format('grant select (%s), insert (%s), update (%s), delete on app.%I to lit_user', t.readable, t.writable, t.changeable, t.name);
  end loop;
end $$;

set local role lit_acl;
-- The claims an order answers to are claims of its case.
create function app.t_order_claims() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from unnest(new.claim_ids) c where not exists (select from app.claim x where x.id = c and x.legal_case_id = new.legal_case_id))
    then raise foreign_key_violation using constraint = 'order_item_claim_ids_fkey', table = 'order_item'; end if;
  return new;
end $$;
-- What was checked is what was written: an observation that changes afterwards waits for a second person again. As the request itself, hence no definer.
create function app.t_uncheck() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if current_user = 'lit_user' then new.verified_by := null; new.verified_at := null; end if;
  return new;
end $$;
-- The second person: on the team, and never who wrote.
create function app.verify_observation(o uuid) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update app.compliance_observation set verified_by = app.uid(), verified_at = now(), version = version + 1, updated_at = now() where id = o and verified_by is null and eacl && app.principals();
end $$;
grant execute on function app.verify_observation, app.t_uncheck to lit_user;
grant execute on function app.t_order_claims, app.t_uncheck to lit_owner;
set local role lit_owner;
create trigger claims before insert or update of claim_ids on app.order_item for each row execute function app.t_order_claims();
create trigger uncheck before update of on_edtf, state, evidence, public_note on app.compliance_observation for each row execute function app.t_uncheck();
