-- The way a matter walks: procedure templates as they were shipped, which one a proceeding follows, its stages, and which claims a link carries.
set local role lit_owner;
create table app.procedure_template (
  id text not null constraint procedure_template_id_check check (length(id) between 1 and 40),
  version int not null constraint procedure_template_version_check check (version >= 1),
  body jsonb not null constraint procedure_template_body_check check (jsonb_typeof(body) = 'object'),
  shipped boolean not null default true, imported_at timestamptz not null default now(),
  primary key (id, version));
comment on table app.procedure_template is 'Every version a proceeding may follow, whole. What is in use stays, also when it is no longer shipped.';
comment on column app.procedure_template.shipped is 'Withdrawn versions are kept for the proceedings that follow them; no other takes them up.';
select app.protect('app.procedure_template');
create policy read_procedure_template on app.procedure_template for select to lit_user using ((select app.is_open()));
grant select (id, version, body, shipped) on app.procedure_template to lit_user;

alter table app.proceeding add template_id text, add template_version int, add track text constraint proceeding_track_check check (length(track) <= 60),
  add constraint proceeding_template_check check (num_nulls(template_id, template_version, track) in (0, 3)),
  add constraint proceeding_template_id_fkey foreign key (template_id, template_version) references app.procedure_template (id, version);
create index proceeding_template_id_idx on app.proceeding (template_id, template_version);
grant select (template_id, template_version, track), insert (template_id, template_version, track), update (template_id, template_version, track) on app.proceeding to lit_user;

create table app.stage_entry (
  id uuid primary key default gen_random_uuid(), seq int generated always as identity,
  legal_case_id uuid not null, proceeding_id uuid not null,
  kind text not null constraint stage_entry_kind_check check (kind in ('moved', 'accepted', 'not_now', 'undone')),
  stage text not null constraint stage_entry_stage_check check (length(stage) between 1 and 80),
  variant text constraint stage_entry_variant_check check (length(variant) <= 80),
  from_edtf text constraint stage_entry_from_edtf_check check (length(from_edtf) <= 60),
  basis text constraint stage_entry_basis_check check (basis in ('pronounced', 'dated', 'signed', 'published', 'served', 'received', 'filed', 'effective', 'listed')),
  event_id uuid, undoes_id uuid,
  note text constraint stage_entry_note_check check (length(note) <= 1000),
  written_by uuid default app.uid() constraint stage_entry_written_by_fkey references app.person, sent text,
  level smallint not null default 0, acl int[] not null default '{}', eacl int[] not null default '{}',
  version int not null default 1, created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  constraint stage_entry_proceeding_id_id_key unique (proceeding_id, id),
  constraint stage_entry_undoes_id_key unique (undoes_id),
  constraint stage_entry_undoes_id_check check ((kind = 'undone') = (undoes_id is not null)),
  constraint stage_entry_proceeding_id_fkey foreign key (legal_case_id, proceeding_id) references app.proceeding (legal_case_id, id) on delete cascade,
  constraint stage_entry_event_id_fkey foreign key (legal_case_id, event_id) references app.proc_event (legal_case_id, id) on delete set null (event_id),
  constraint stage_entry_undoes_id_fkey foreign key (proceeding_id, undoes_id) references app.stage_entry (proceeding_id, id) on delete cascade);
comment on table app.stage_entry is 'The history of the stage, added to and never changed: undoing is an entry of its own. The stage a proceeding is in follows from it.';
comment on column app.stage_entry.event_id is 'The event that proves it; empty when nobody named one, or when the event was taken back.';
create index stage_entry_proceeding_id_idx on app.stage_entry (legal_case_id, proceeding_id);
create index stage_entry_event_id_idx on app.stage_entry (legal_case_id, event_id);
create index stage_entry_undoes_id_idx on app.stage_entry (proceeding_id, undoes_id);
create index stage_entry_written_by_idx on app.stage_entry (written_by);

alter table app.proceeding_link add order_event_id uuid, add carries_all boolean not null default true,
  drop constraint proceeding_link_key,
  add constraint proceeding_link_key unique nulls not distinct (legal_case_id, from_id, to_id, type, on_edtf),
  add constraint proceeding_link_legal_case_id_id_key unique (legal_case_id, id),
  add constraint proceeding_link_order_event_id_fkey foreign key (legal_case_id, order_event_id) references app.proc_event (legal_case_id, id) on delete set null (order_event_id);
comment on column app.proceeding_link.carries_all is 'It carries every claim that stands below; else those of proceeding_link_claim, be it none.';
create index proceeding_link_order_event_id_idx on app.proceeding_link (legal_case_id, order_event_id);
create table app.proceeding_link_claim (
  id uuid primary key default gen_random_uuid(),
  legal_case_id uuid not null, link_id uuid not null, claim_id uuid not null,
  level smallint not null default 0, acl int[] not null default '{}', eacl int[] not null default '{}',
  version int not null default 1, created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  constraint proceeding_link_claim_key unique (link_id, claim_id),
  constraint proceeding_link_claim_link_id_fkey foreign key (legal_case_id, link_id) references app.proceeding_link (legal_case_id, id) on delete cascade,
  constraint proceeding_link_claim_claim_id_fkey foreign key (legal_case_id, claim_id) references app.claim (legal_case_id, id) on delete cascade);
create index proceeding_link_claim_link_id_idx on app.proceeding_link_claim (legal_case_id, link_id);
create index proceeding_link_claim_claim_id_idx on app.proceeding_link_claim (legal_case_id, claim_id);
select app.protect_case_child(t) from unnest(array['stage_entry', 'proceeding_link_claim']) t;

grant select (id, seq, legal_case_id, proceeding_id, kind, stage, variant, from_edtf, basis, event_id, undoes_id, note, written_by, sent, level, version, created_at, updated_at),
  insert (id, legal_case_id, proceeding_id, kind, stage, variant, from_edtf, basis, event_id, undoes_id, note, sent) on app.stage_entry to lit_user;
grant select (id, legal_case_id, link_id, claim_id, level, version, created_at, updated_at), insert (id, legal_case_id, link_id, claim_id), delete on app.proceeding_link_claim to lit_user;
grant select (order_event_id, carries_all), insert (order_event_id, carries_all), update (order_event_id, carries_all) on app.proceeding_link to lit_user;
