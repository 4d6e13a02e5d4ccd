-- Whose tries count against whom, and whose sockets are asked again.
set local role lit_acl;

-- The mark of a browser in which this person has signed in: ours alone to make, kept nowhere. It opens nothing; it only has tries of its own,
-- so that whoever knows an address cannot keep its owner out by guessing. Made for any address, known or not, in the same time.
create function auth.browser_mark(mail text, nonce text) returns text language sql stable security definer set search_path = pg_catalog, pg_temp as
$$ select nonce || '.' || app.mac('browser|' || nonce || '|' || lower(mail)) $$;
grant execute on function auth.browser_mark to lit_api;

-- Open sockets of those whose session has ended are asked again, and nobody else's.
create or replace function app.t_session_ended() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_notify('amparo', json_build_object('c', null, 't', 'session', 'i', person_id)::text) from (select distinct person_id from ended) gone;
  return null;
end $$;
set local role lit_owner;
drop trigger tell_session_ended on app.session;
create trigger tell_session_ended after delete on app.session referencing old table as ended for each statement execute function app.t_session_ended();
