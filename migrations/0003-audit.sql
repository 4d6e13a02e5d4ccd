-- History: every change of a protected row, written by trigger, so that no service can forget it.
set local role lit_owner;
create table audit.row_version (
  id bigint generated always as identity primary key,
  table_name text not null, row_id uuid not null, legal_case_id uuid, team_only boolean not null default false,
  op text not null constraint row_version_op_check check (op in ('add', 'change', 'remove')),
  was jsonb, became jsonb,
  actor uuid, operator boolean not null default false, at timestamptz not null default clock_timestamp());
comment on table audit.row_version is 'was and became hold only the columns that differ; derived reader lists are left out.';
create index row_version_legal_case_id_idx on audit.row_version (legal_case_id, id desc);
create index row_version_row_id_idx on audit.row_version (row_id, id desc);
select app.protect('audit.row_version');

set local role lit_acl;
-- t_history(column that holds the case | '', team_only; a row may also say itself that it is the team's alone): actor is the person of the context, or the operator on the host when there is none.
create function app.t_history() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare skip text[] := array['acl', 'eacl', 'sacl', 'tsv', 'updated_at', 'version', 'sort_key', 'sent', 'token_hash', 'team_only', 'home_case_id', 'used_case_id', 'reviewed_cause'];
  o jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) - skip end; n jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) - skip end;
  was jsonb; became jsonb; c text := tg_argv[0];
  own boolean := tg_argv[1]::boolean or coalesce((case tg_op when 'DELETE' then to_jsonb(old) else to_jsonb(new) end ->> 'team_only')::boolean, false);
begin
  if tg_op = 'UPDATE' then
    select jsonb_object_agg(k, o -> k), jsonb_object_agg(k, n -> k) into was, became from jsonb_object_keys(n) k where o -> k is distinct from n -> k;
    if was is null then return null; end if;
  else was := o; became := n; end if;
  insert into audit.row_version (table_name, row_id, legal_case_id, team_only, op, was, became, actor, operator)
    values (tg_table_name, (coalesce(n, o) ->> 'id')::uuid, case when c <> '' then (coalesce(n, o) ->> c)::uuid end, own,
      case tg_op when 'INSERT' then 'add' when 'UPDATE' then 'change' else 'remove' end, was, became, app.uid(), app.uid() is null);
  return null;
end $$;
set local role lit_owner;
create trigger history_organisation after insert or update or delete on app.organisation for each row execute function app.t_history('', 'false');
create trigger history_membership after insert or update or delete on app.membership for each row execute function app.t_history('', 'false');
