-- Where a case goes next, as the team decided it: a memo is written once and stays; another one takes its place.
set local role lit_owner;
create table app.forum_memo (
  id uuid primary key default gen_random_uuid(),
  legal_case_id uuid not null constraint forum_memo_legal_case_id_fkey references app.legal_case on delete cascade,
  number int not null constraint forum_memo_number_check check (number between 1 and 10000),
  decision text not null constraint forum_memo_decision_check check (length(decision) between 1 and 2000),
  reasons text not null constraint forum_memo_reasons_check check (length(reasons) between 1 and 5000),
  chosen text[] not null constraint forum_memo_chosen_check check (cardinality(chosen) between 1 and 10),
  rejected jsonb not null default '[]' constraint forum_memo_rejected_check check (jsonb_typeof(rejected) = 'array' and jsonb_array_length(rejected) <= 40),
  risks text constraint forum_memo_risks_check check (length(risks) <= 5000),
  if_lost text constraint forum_memo_if_lost_check check (length(if_lost) <= 2000),
  client_goal text constraint forum_memo_client_goal_check check (length(client_goal) <= 2000),
  decide_by date, filed_on date not null, act_on date,
  snapshot jsonb not null constraint forum_memo_snapshot_check check (jsonb_typeof(snapshot) = 'object'),
  written_by uuid default app.uid() constraint forum_memo_written_by_fkey references app.person, written_name text,
  sent text,
  level smallint not null default 0, acl int[] not null default '{}', eacl int[] not null default '{}',
  version int not null default 1, created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  constraint forum_memo_legal_case_id_number_key unique (legal_case_id, number));
comment on table app.forum_memo is 'Why these forums and not others. Privileged: the case team alone, whatever the level of the case. Never changed nor removed by a request: the highest number holds, the others are its history.';
comment on column app.forum_memo.snapshot is 'What the chooser said that day, with the versions of its data: how it was decided can be read years later.';
comment on column app.forum_memo.filed_on is 'For which day of filing the chooser was asked.';
create index forum_memo_written_by_idx on app.forum_memo (written_by);
select app.protect_case_child('forum_memo', team_only => true);
grant select (id, legal_case_id, number, decision, reasons, chosen, rejected, risks, if_lost, client_goal, decide_by, filed_on, act_on, snapshot, written_by, written_name, sent, level, version, created_at, updated_at),
  insert (id, legal_case_id, number, decision, reasons, chosen, rejected, risks, if_lost, client_goal, decide_by, filed_on, act_on, snapshot, sent) on app.forum_memo to lit_user;

set local role lit_acl;
-- Signed with the name of whoever writes it, and the next number: one that was decided meanwhile is never passed over.
create function app.t_forum_memo() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare last int;
begin
  perform pg_advisory_xact_lock(hashtext('forum memo ' || new.legal_case_id));
  last := coalesce((select max(m.number) from app.forum_memo m where m.legal_case_id = new.legal_case_id), 0);
  if new.number > last + 1 then raise check_violation using constraint = 'forum_memo_number_check', table = 'forum_memo'; end if;
  new.written_by := coalesce(app.uid(), new.written_by);
  new.written_name := (select p.name from app.person p where p.id = new.written_by);
  return new;
end $$;
grant execute on function app.t_forum_memo to lit_owner;
set local role lit_owner;
create trigger own before insert on app.forum_memo for each row execute function app.t_forum_memo();
