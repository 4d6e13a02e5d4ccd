-- A harm that changes is told to whoever has a case open that it stands behind, as the case's own records are.
set local role lit_acl;
-- The team's own (o) unless the harm follows the case, or did so until now.
create function app.t_harm_notify() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare o jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end; n jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end; r jsonb := coalesce(n, o);
begin
  perform pg_notify('amparo', json_build_object('c', l.c, 't', tg_table_name, 'i', r ->> 'id',
      'k', case tg_op when 'INSERT' then 'add' when 'UPDATE' then 'change' else 'remove' end, 'o', not l.follows)::text)
    from (select x.legal_case_id c, x.follows_case follows from app.harm_link x where tg_table_name = 'harm' and x.harm_id = (r ->> 'id')::uuid
      union select (r ->> 'legal_case_id')::uuid, coalesce((o ->> 'follows_case')::boolean, false) or coalesce((n ->> 'follows_case')::boolean, false) where tg_table_name = 'harm_link') l
    where l.c is not null;
  return null;
end $$;
grant execute on function app.t_harm_notify to lit_owner;
set local role lit_owner;
create trigger notify_harm after update on app.harm for each row when (old.version <> new.version) execute function app.t_harm_notify();
create trigger notify_harm_link after insert or update of follows_case or delete on app.harm_link for each row execute function app.t_harm_notify();
