-- The reference library: public record. Written by the importer on the host (as lit_acl), read by everybody whose context is open.
-- What a file says beyond our columns stands in `extra`: json, not jsonb, so that even the order of its keys goes out as it came in.
set local role lit_owner;
create table app.concept_scheme (
  id text primary key, ordinal int not null, label json not null, definition text not null, used_by jsonb not null, extra json not null default '{}');
create table app.concept (
  scheme text not null constraint concept_scheme_fkey references app.concept_scheme, id text not null, ordinal int not null,
  label json not null, definition text not null, broader text, sources jsonb not null default '[]', extra json not null default '{}',
  primary key (scheme, id), constraint concept_broader_fkey foreign key (scheme, broader) references app.concept deferrable initially deferred);
create index concept_broader_idx on app.concept (scheme, broader);
create table app.court (
  id uuid primary key default gen_random_uuid(), slug text not null constraint court_slug_key unique, ordinal int not null,
  country text not null, name text not null, name_local text not null, local_language text not null, level text not null,
  parent_id uuid constraint court_parent_id_fkey references app.court deferrable initially deferred,
  website text, note text, extra json not null default '{}', fingerprint text not null, imported_at timestamptz not null default now());
create index court_parent_id_idx on app.court (parent_id);
create index court_country_idx on app.court (country);
create table app.id_system (
  id uuid primary key default gen_random_uuid(), slug text not null constraint id_system_slug_key unique, ordinal int not null,
  country text not null, name text not null, name_local text not null, identifier text, launched int not null, status text not null,
  function text not null, mandatory_in_law boolean, mandatory_de_facto boolean, biometrics text[] not null, centralised_database boolean,
  legal_basis jsonb not null, data_protection_law jsonb, funders jsonb not null, vendors jsonb not null, open_source boolean,
  statistics jsonb not null, sources jsonb not null, confidence text not null, unverified jsonb not null, notes text,
  extra json not null default '{}', fingerprint text not null, imported_at timestamptz not null default now());
create index id_system_country_idx on app.id_system (country);
create table app.precedent (
  id uuid primary key default gen_random_uuid(), slug text not null constraint precedent_slug_key unique, ordinal int not null,
  short_name text not null, title text not null, country text not null, respondent_states text[] not null,
  court_id uuid not null constraint precedent_court_id_fkey references app.court, court_name text not null, court_level text not null,
  judges jsonb not null, docket_number text, neutral_citation text, ecli text, other_citations jsonb not null,
  parties jsonb not null, claimant_side text not null,
  filed_edtf text, decided_edtf text, decided_key text not null default '', -- '' sorts last among the newest first: no date
  id_system_id uuid constraint precedent_id_system_id_fkey references app.id_system, id_system jsonb not null,
  issues jsonb not null, outcome text not null, for_claimant text not null,
  result text not null constraint precedent_result_check check (result in ('won', 'partly_won', 'lost', 'no_merits', 'pending')),
  remedies jsonb not null, summary text not null, timeline jsonb not null, languages text[] not null, sources jsonb not null,
  confidence text not null, unverified jsonb not null, notes text, extra json not null default '{}',
  fingerprint text not null, imported_at timestamptz not null default now(),
  tsv tsvector not null default '');
comment on column app.precedent.result is 'Derived from for_claimant: a matter that ended without a ruling on the merits is neither won nor lost (domain invariant 5).';
create index precedent_court_id_idx on app.precedent (court_id);
create index precedent_id_system_id_idx on app.precedent (id_system_id);
create index precedent_decided_idx on app.precedent (decided_key desc, id desc);
create index precedent_tsv_idx on app.precedent using gin (tsv) with (fastupdate = off);
create table app.precedent_concept (
  precedent_id uuid not null constraint precedent_concept_precedent_id_fkey references app.precedent on delete cascade,
  scheme text not null, concept text not null, ordinal int not null,
  primary key (precedent_id, scheme, concept), constraint precedent_concept_concept_fkey foreign key (scheme, concept) references app.concept);
comment on table app.precedent_concept is 'Harms, affected groups and fields of expertise of a record (schemes harms, affected-groups, expertise).';
create index precedent_concept_concept_idx on app.precedent_concept (scheme, concept);
create table app.precedent_right (
  precedent_id uuid not null constraint precedent_right_precedent_id_fkey references app.precedent on delete cascade, ordinal int not null,
  scheme text not null default 'rights' check (scheme = 'rights'), concept text not null, instrument text not null, article text, extra json not null default '{}',
  primary key (precedent_id, ordinal), constraint precedent_right_concept_fkey foreign key (scheme, concept) references app.concept);
create index precedent_right_concept_idx on app.precedent_right (scheme, concept);
create table app.precedent_finding (
  precedent_id uuid not null constraint precedent_finding_precedent_id_fkey references app.precedent on delete cascade, ordinal int not null,
  limb text not null, finding text not null, note text, extra json not null default '{}', primary key (precedent_id, ordinal));
comment on table app.precedent_finding is 'Did the State meet the test? Limbs and findings in the canonical codes of the domain (libs/domain, vocabulary).';
create index precedent_finding_limb_idx on app.precedent_finding (limb, finding);
create table app.precedent_link (
  precedent_id uuid not null constraint precedent_link_precedent_id_fkey references app.precedent on delete cascade, ordinal int not null,
  target_slug text not null, relation text not null, note text, extra json not null default '{}', primary key (precedent_id, ordinal));
comment on table app.precedent_link is 'History: appeals, earlier and later cases. The target may be a record that is not in the library yet, hence its slug.';
create index precedent_link_target_slug_idx on app.precedent_link (target_slug);
create table app.citation (
  precedent_id uuid not null constraint citation_precedent_id_fkey references app.precedent on delete cascade, ordinal int not null,
  target_slug text not null, treatment text not null, note text, extra json not null default '{}', primary key (precedent_id, ordinal));
comment on table app.citation is 'The citing record, whom it cites, and how (domain 2.6, treatment).';
create index citation_target_slug_idx on app.citation (target_slug);
create table app.library_file (
  name text primary key, head jsonb not null default '{}', fingerprint text not null, imported_at timestamptz not null default now());
comment on table app.library_file is 'The reference files as they were last loaded at a start: what they say beside their records, and a fingerprint, so that the next start reads nothing twice.';
set local role lit_acl;
-- Whoever holds library records in memory reads them anew; a transaction says it once.
create function app.t_notify_library() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin perform pg_notify('amparo', '{"c":null,"t":"library","i":""}'); return null; end $$;
grant execute on function app.t_notify_library to lit_owner;
set local role lit_owner;
do $$
declare t text;
begin
  foreach t in array array['library_file', 'concept_scheme', 'concept', 'court', 'id_system', 'precedent', 'precedent_concept', 'precedent_right', 'precedent_finding', 'precedent_link', 'citation'] loop
    perform app.protect(format('app.%I', t)::regclass);
    execute format('create policy read_%s on app.%I for select to lit_user using ((select app.is_open()))', t, t);
    execute format('grant select on app.%I to lit_user', t);
    execute format('create trigger notify_library after insert or update or delete on app.%I for each statement execute function app.t_notify_library()', t);
  end loop;
end $$;

set local role lit_acl;
-- Words are not leakproof: under a policy the text index would be left aside. Hence the one door to a text search of the library.
create function app.search_precedent(q tsquery) returns setof uuid language sql stable parallel restricted security definer rows 500
set search_path = pg_catalog, pg_temp set enable_seqscan = off as
$$ select id from app.precedent where tsv @@ q and (select app.is_open()) $$;
grant execute on function app.search_precedent to lit_user;
