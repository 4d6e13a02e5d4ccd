-- What courts decided: decisions with their proceedings and opinions, holdings, what one decision did to another, and who relies on what.
set local role lit_acl;
-- Every vote sums to those who sat (domain invariant 3). libs/domain says the same, with words; here it cannot be false.
create function app.votes_sum(votes jsonb, panel jsonb, panel_size int) returns boolean language sql immutable set search_path = pg_catalog, pg_temp as $$
  select coalesce(bool_and(coalesce((v ->> 'for')::int + (v ->> 'against')::int = s.sat, false)), true) from jsonb_array_elements(votes) v,
    (select case when jsonb_array_length(panel) > 0 then (select count(*)::int from jsonb_array_elements(panel) p where coalesce(p ->> 'part', 'sat') = 'sat') else panel_size end sat) s $$;
grant execute on function app.votes_sum to lit_user;

set local role lit_owner;
create table app.decision (
  id uuid primary key default gen_random_uuid(),
  legal_case_id uuid not null constraint decision_legal_case_id_fkey references app.legal_case on delete cascade,
  kind text not null constraint decision_kind_check check (kind in ('judgment', 'ruling', 'interim_order', 'views', 'report', 'opinion', 'settlement_approval')),
  title text constraint decision_title_check check (length(title) between 1 and 300),
  summary text constraint decision_summary_check check (length(summary) <= 10000),
  dates jsonb not null constraint decision_dates_check check (jsonb_typeof(dates) = 'array' and jsonb_array_length(dates) between 1 and 12),
  sort_key text not null default '' constraint decision_sort_key_check check (length(sort_key) <= 40),
  citations jsonb not null default '[]' constraint decision_citations_check check (jsonb_typeof(citations) = 'array' and jsonb_array_length(citations) <= 30),
  expressions jsonb not null default '[]' constraint decision_expressions_check check (jsonb_typeof(expressions) = 'array' and jsonb_array_length(expressions) <= 50),
  conflicts jsonb not null default '[]' constraint decision_conflicts_check check (jsonb_typeof(conflicts) = 'array' and jsonb_array_length(conflicts) <= 50),
  panel jsonb not null default '[]' constraint decision_panel_check check (jsonb_typeof(panel) = 'array' and jsonb_array_length(panel) <= 99),
  panel_size int constraint decision_panel_size_check check (panel_size between 1 and 99),
  votes jsonb not null default '[]',
  source text constraint decision_source_check check (length(source) <= 500),
  sent text,
  level smallint not null default 0, acl int[] not null default '{}', eacl int[] not null default '{}',
  version int not null default 1, created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  constraint decision_legal_case_id_id_key unique (legal_case_id, id),
  constraint decision_votes_check check (jsonb_typeof(votes) = 'array' and jsonb_array_length(votes) <= 50 and app.votes_sum(votes, panel, panel_size)));
comment on column app.decision.dates is 'Dated, pronounced, published, served are different days: all are kept, each with its basis; `used` marks the one that counts.';
create index decision_case_sort_idx on app.decision (legal_case_id, sort_key desc, id);
create table app.decision_proceeding (
  id uuid primary key default gen_random_uuid(),
  legal_case_id uuid not null, decision_id uuid not null, proceeding_id uuid not null,
  level smallint not null default 0, acl int[] not null default '{}', eacl int[] not null default '{}',
  version int not null default 1, created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  constraint decision_proceeding_key unique (decision_id, proceeding_id),
  constraint decision_proceeding_decision_id_fkey foreign key (legal_case_id, decision_id) references app.decision (legal_case_id, id) on delete cascade,
  constraint decision_proceeding_proceeding_id_fkey foreign key (legal_case_id, proceeding_id) references app.proceeding (legal_case_id, id) on delete cascade);
comment on table app.decision_proceeding is 'A joined judgment is one decision in several proceedings, each of which keeps its own parties, claims and dispositions.';
create index decision_proceeding_decision_id_idx on app.decision_proceeding (legal_case_id, decision_id);
create index decision_proceeding_proceeding_id_idx on app.decision_proceeding (legal_case_id, proceeding_id);
create index decision_proceeding_of_idx on app.decision_proceeding (proceeding_id);
create table app.opinion (
  id uuid primary key default gen_random_uuid(),
  legal_case_id uuid not null, decision_id uuid not null,
  type text not null constraint opinion_type_check check (type in ('majority', 'plurality', 'per_curiam', 'single', 'concurring', 'partly_dissenting', 'dissenting')),
  authors text[] not null default '{}' constraint opinion_authors_check check (cardinality(authors) <= 30),
  joiners text[] not null default '{}' constraint opinion_joiners_check check (cardinality(joiners) <= 30),
  from_paragraph int constraint opinion_from_paragraph_check check (from_paragraph between 1 and 99999),
  to_paragraph int constraint opinion_to_paragraph_check check (to_paragraph between 1 and 99999 and to_paragraph >= from_paragraph),
  summary text constraint opinion_summary_check check (length(summary) <= 5000), ordinal int not null default 0,
  level smallint not null default 0, acl int[] not null default '{}', eacl int[] not null default '{}',
  version int not null default 1, created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  constraint opinion_decision_id_id_key unique (decision_id, id),
  constraint opinion_decision_id_fkey foreign key (legal_case_id, decision_id) references app.decision (legal_case_id, id) on delete cascade);
create index opinion_decision_id_idx on app.opinion (legal_case_id, decision_id);
create table app.holding (
  id uuid primary key default gen_random_uuid(),
  legal_case_id uuid not null, decision_id uuid not null, opinion_id uuid not null,
  proposition text not null constraint holding_proposition_check check (length(proposition) between 1 and 2000),
  force text not null constraint holding_force_check check (force in ('ratio', 'obiter', 'unclear')),
  paragraph int constraint holding_paragraph_check check (paragraph between 1 and 99999),
  page int constraint holding_page_check check (page between 1 and 99999),
  level smallint not null default 0, acl int[] not null default '{}', eacl int[] not null default '{}',
  version int not null default 1, created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  constraint holding_decision_id_fkey foreign key (legal_case_id, decision_id) references app.decision (legal_case_id, id) on delete cascade,
  constraint holding_opinion_id_fkey foreign key (decision_id, opinion_id) references app.opinion (decision_id, id) on delete cascade);
create index holding_decision_id_idx on app.holding (legal_case_id, decision_id);
create index holding_opinion_id_idx on app.holding (decision_id, opinion_id);
create table app.decision_treatment (
  id uuid primary key default gen_random_uuid(),
  legal_case_id uuid not null, citing_id uuid not null, cited_id uuid not null, opinion_id uuid not null,
  treatment text not null constraint decision_treatment_treatment_check check (treatment in ('followed', 'applied', 'adopted', 'approved', 'affirmed', 'relied_on',
    'cited', 'considered', 'explained', 'referred_to', 'distinguished', 'limited', 'doubted', 'questioned', 'referred_to_larger_bench',
    'not_followed', 'disapproved', 'criticised', 'reversed', 'overruled', 'set_aside', 'superseded_by_statute', 'declared_per_incuriam')),
  point text constraint decision_treatment_point_check check (length(point) <= 300),
  pinpoint text constraint decision_treatment_pinpoint_check check (length(pinpoint) <= 120),
  written_by uuid default app.uid() constraint decision_treatment_written_by_fkey references app.person,
  reviewed_by uuid constraint decision_treatment_reviewed_by_fkey references app.person, reviewed_at timestamptz,
  level smallint not null default 0, acl int[] not null default '{}', eacl int[] not null default '{}',
  version int not null default 1, created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  constraint decision_treatment_self_check check (citing_id <> cited_id),
  constraint decision_treatment_reviewed_by_check check (reviewed_by <> written_by),
  constraint decision_treatment_cited_id_fkey foreign key (legal_case_id, cited_id) references app.decision (legal_case_id, id) on delete cascade,
  constraint decision_treatment_citing_id_fkey foreign key (legal_case_id, citing_id) references app.decision (legal_case_id, id) on delete cascade,
  constraint decision_treatment_opinion_id_fkey foreign key (citing_id, opinion_id) references app.opinion (decision_id, id) on delete cascade);
comment on table app.decision_treatment is 'How a later decision of the case treats an earlier one, and in which opinion: a dissent changes nothing (domain invariant 9).';
create index decision_treatment_cited_id_idx on app.decision_treatment (legal_case_id, cited_id);
create index decision_treatment_citing_id_idx on app.decision_treatment (legal_case_id, citing_id);
create index decision_treatment_opinion_id_idx on app.decision_treatment (citing_id, opinion_id);
create index decision_treatment_written_by_idx on app.decision_treatment (written_by);
create index decision_treatment_reviewed_by_idx on app.decision_treatment (reviewed_by);
create table app.reliance (
  id uuid primary key default gen_random_uuid(),
  legal_case_id uuid not null constraint reliance_legal_case_id_fkey references app.legal_case on delete cascade,
  used_kind text not null constraint reliance_used_kind_check check (used_kind in ('finding', 'decision', 'precedent')), used_id uuid not null,
  used_case_id uuid constraint reliance_used_case_id_fkey references app.legal_case on delete set null,
  user_kind text not null constraint reliance_user_kind_check check (user_kind in ('brief', 'plan', 'comparison', 'pack', 'argument', 'other')), user_id uuid,
  title text not null constraint reliance_title_check check (length(title) between 1 and 300),
  paragraph int constraint reliance_paragraph_check check (paragraph between 1 and 99999),
  page int constraint reliance_page_check check (page between 1 and 99999),
  opinion_type text constraint reliance_opinion_type_check check (opinion_type in ('majority', 'plurality', 'per_curiam', 'single', 'concurring', 'partly_dissenting', 'dissenting')),
  needs_review_since timestamptz, cause jsonb, reviewed_cause jsonb, reviewed_at timestamptz,
  reviewed_by uuid constraint reliance_reviewed_by_fkey references app.person,
  level smallint not null default 0, acl int[] not null default '{}', eacl int[] not null default '{}',
  version int not null default 1, created_at timestamptz not null default now(), updated_at timestamptz not null default now());
comment on table app.reliance is 'Who used this: the one general mechanism. Whatever builds on a finding, decision or precedent has a row here, in the case of the user, and is flagged when what it used is reversed.';
comment on column app.reliance.used_case_id is 'Derived, and shown to nobody: that the other case exists is not to be learned here.';
comment on column app.reliance.opinion_type is 'Stored with the pinpoint, so that nobody cites a dissent as the court.';
create index reliance_used_id_idx on app.reliance (used_id);
create index reliance_used_case_id_idx on app.reliance (used_case_id);
create index reliance_reviewed_by_idx on app.reliance (reviewed_by);
select app.protect_case_child(t) from unnest(array['decision', 'decision_proceeding', 'opinion', 'holding', 'decision_treatment']) t;
select app.protect_case_child('reliance', team_only => true); -- what a brief builds on is work of the team, whatever the level of the case

alter table app.claim add standing text constraint claim_standing_check check (standing in ('own_interest', 'group', 'public_interest', 'association', 'representative')),
  add collective_type text constraint claim_collective_type_check check (collective_type in ('opt_in', 'opt_out', 'none'));
alter table app.disposition add decision_id uuid,
  drop constraint disposition_claim_id_proceeding_id_key,
  add constraint disposition_claim_id_proceeding_id_key unique nulls not distinct (claim_id, proceeding_id, decision_id),
  add constraint disposition_claim_id_key unique (claim_id, decision_id),
  add constraint disposition_decision_id_fkey foreign key (decision_id, proceeding_id) references app.decision_proceeding (decision_id, proceeding_id);
create index disposition_decision_id_idx on app.disposition (decision_id, proceeding_id);
alter table app.finding add decision_id uuid, add opinion_id uuid,
  drop constraint finding_key,
  add constraint finding_key unique nulls not distinct (proceeding_id, claim_id, limb, opinion_id),
  add constraint finding_opinion_check check (opinion_id is null or decision_id is not null),
  add constraint finding_decision_id_fkey foreign key (decision_id, proceeding_id) references app.decision_proceeding (decision_id, proceeding_id),
  add constraint finding_opinion_id_fkey foreign key (decision_id, opinion_id) references app.opinion (decision_id, id);
create index finding_decision_id_idx on app.finding (decision_id, proceeding_id);
create index finding_opinion_id_idx on app.finding (decision_id, opinion_id);
grant select (standing, collective_type), insert (standing, collective_type), update (standing, collective_type) on app.claim to lit_user;
grant select (decision_id), insert (decision_id), update (decision_id) on app.disposition to lit_user;
grant select (decision_id, opinion_id), insert (decision_id, opinion_id), update (decision_id, opinion_id) on app.finding to lit_user;
do $$
declare t record; kept text[] := array['level', 'acl', 'eacl', 'version', 'created_at', 'updated_at', 'written_by', 'reviewed_by', 'reviewed_at', 'used_case_id', 'needs_review_since', 'cause', 'reviewed_cause'];
begin -- rights by column, as in 0021
  for t in select c.relname name, string_agg(quote_ident(a.attname), ', ') filter (where a.attname <> all (array['acl', 'eacl', 'used_case_id', 'reviewed_cause'])) readable,
      string_agg(quote_ident(a.attname), ', ') filter (where a.attname <> all (kept)) writable,
      string_agg(quote_ident(a.attname), ', ') filter (where a.attname <> all (kept || array['id', 'legal_case_id', 'sent', 'decision_id', 'proceeding_id', 'citing_id', 'cited_id', 'used_kind', 'used_id', 'user_kind', 'user_id'])) changeable
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'app'::regnamespace and c.relname in ('decision', 'decision_proceeding', 'opinion', 'holding', 'decision_treatment', 'reliance') group by c.relname loop
    execute format('grant select (%s), insert (%s), delete on app.%I to lit_user', t.readable, t.writable, t.name);
    if t.changeable is not null then execute format('grant update (%s) on app.%I to lit_user', t.changeable, t.name); end if;
  end loop;
end $$;

set local role lit_acl;
-- A decision has a proceeding and the court's own opinion (domain invariant 3): judged at commit, when all of it is there.
create function app.t_decision_whole() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare r jsonb := to_jsonb(case tg_op when 'DELETE' then old else new end); d uuid := (r ->> case tg_table_name when 'decision' then 'id' else 'decision_id' end)::uuid;
begin
  if not exists (select from app.decision where id = d) then return null; end if;
  if not exists (select from app.decision_proceeding where decision_id = d) then raise check_violation using constraint = 'decision_proceeding_ids_check', table = 'decision'; end if;
  if not exists (select from app.opinion where decision_id = d and type in ('majority', 'plurality', 'per_curiam', 'single')) then raise check_violation using constraint = 'decision_opinions_check', table = 'decision'; end if;
  return null;
end $$;
-- An interim order decides no claim (domain invariant 6), whichever of the two is written later.
create function app.t_no_disposition_on_interim() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_table_name = 'disposition' then
    if exists (select from app.decision where id = new.decision_id and kind = 'interim_order' for share) then raise check_violation using constraint = 'disposition_decision_id_check', table = 'disposition'; end if;
  elsif new.kind = 'interim_order' and exists (select from app.disposition where decision_id = new.id) then raise check_violation using constraint = 'decision_kind_check', table = 'decision'; end if;
  return new;
end $$;
-- What is used must be readable to whoever says so: a guessed id and one that is not there are refused alike. A decision's opinions, like findings, belong to a case; a precedent to all.
create function app.t_reliance_used() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare there boolean;
begin
  if new.used_kind = 'precedent' then select true, null into there, new.used_case_id from app.precedent where id = new.used_id;
  else execute format('select true, legal_case_id from app.%I where id = $1 and ($2 or level >= app.floor_level() or acl && app.principals())', new.used_kind) into there, new.used_case_id using new.used_id, app.uid() is null; end if;
  if there is null then raise foreign_key_violation using constraint = 'reliance_used_id_fkey', table = 'reliance'; end if;
  return new;
end $$;
-- The law of a case has changed: whoever relies on it is asked about it. One job for each case and transaction, and none where nobody relies on anything.
create function app.t_law_changed() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare c uuid := (to_jsonb(case tg_op when 'DELETE' then old else new end) ->> case tg_table_name when 'reliance' then 'used_case_id' else 'legal_case_id' end)::uuid; asked text := coalesce(current_setting('app.law_changed', true), '');
begin
  if c is null or app.uid() is null or position(c::text in asked) > 0 or not exists (select from app.reliance where used_case_id = c) then return null; end if;
  perform set_config('app.law_changed', asked || c, true);
  perform app.enqueue('review', jsonb_build_object('legalCaseId', c));
  return null;
end $$;
-- Does anybody on the team of that case read what has this level and these readers?
create function app.team_reads(c uuid, l smallint, readers int[]) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from app.case_grant g join app.person p on p.principal = g.principal left join app.membership m on m.person_id = p.id and m.vouched left join app.organisation o on o.id = m.organisation_id
    where g.legal_case_id = c and not p.disabled and (p.principal = any (readers) or m.vouched and o.principal = any (readers) or l >= 2 and o.coalition)) $$;
-- Flags who relies on what was reversed, in whatever case that is, as long as somebody there may still read it: else the flag would tell them what they no longer see.
-- The law is derived by libs/domain; who may not read what is used flags nothing.
create function app.flag_reliance(kind text, ids uuid[], causes jsonb[]) returns int language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare n int;
begin
  if kind not in ('finding', 'decision') or app.uid() is null then raise insufficient_privilege; end if;
  execute format($q$update app.reliance r set needs_review_since = now(), cause = u.cause, version = r.version + 1, updated_at = now()
    from unnest($1::uuid[], $2::jsonb[]) u(id, cause) join app.%I x on x.id = u.id
    where r.used_kind = $3 and r.used_id = u.id and r.cause is distinct from u.cause and r.reviewed_cause is distinct from u.cause 
      and (x.level >= app.floor_level() or x.acl && app.principals()) and app.team_reads(r.legal_case_id, x.level, x.acl)$q$, kind) using ids, causes, kind;
  get diagnostics n = row_count;
  return n;
end $$;
-- "Looked at, and it holds": the same cause does not flag it again.
create function app.review_reliance(r uuid) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update app.reliance set needs_review_since = null, reviewed_cause = cause, cause = null, reviewed_by = app.uid(), reviewed_at = now(), version = version + 1, updated_at = now()
    where id = r and needs_review_since is not null and eacl && app.principals();
end $$;
-- A second pair of eyes on a treatment: never the writer's own.
create function app.review_treatment(t uuid) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update app.decision_treatment set reviewed_by = app.uid(), reviewed_at = now(), version = version + 1, updated_at = now() where id = t and reviewed_by is null and eacl && app.principals();
end $$;
grant execute on function app.flag_reliance, app.review_reliance, app.review_treatment to lit_user;
grant execute on function app.t_decision_whole, app.t_no_disposition_on_interim, app.t_reliance_used, app.t_law_changed to lit_owner;
select pgboss.create_queue('review', '{"policy": "standard", "notify": true, "retryLimit": 5, "retryDelay": 2, "retryBackoff": true, "expireInSeconds": 60, "retentionSeconds": 86400, "deleteAfterSeconds": 60}');

set local role lit_owner;
create constraint trigger decision_whole after insert on app.decision deferrable initially deferred for each row execute function app.t_decision_whole();
create constraint trigger decision_whole after delete on app.decision_proceeding deferrable initially deferred for each row execute function app.t_decision_whole();
create constraint trigger decision_whole after update or delete on app.opinion deferrable initially deferred for each row execute function app.t_decision_whole();
create trigger interim before insert or update of decision_id on app.disposition for each row execute function app.t_no_disposition_on_interim();
create trigger interim before update of kind on app.decision for each row execute function app.t_no_disposition_on_interim();
create trigger used before insert on app.reliance for each row execute function app.t_reliance_used();
create trigger law_changed after insert on app.reliance for each row execute function app.t_law_changed();
create trigger law_changed after insert or update or delete on app.disposition for each row execute function app.t_law_changed();
create trigger law_changed after insert or update or delete on app.finding for each row execute function app.t_law_changed();
create trigger law_changed after insert or update or delete on app.proceeding_link for each row execute function app.t_law_changed();
create trigger law_changed after update of lineage_of_id, proceeding_id or delete on app.claim for each row execute function app.t_law_changed();
create trigger law_changed after update of status on app.proceeding for each row execute function app.t_law_changed();
create trigger law_changed after update of type on app.opinion for each row execute function app.t_law_changed();
