-- Synthetic cases for measuring: deterministic (hashint8extended), triggers off, readers written as the triggers would write them.
-- Needs :cases. Everything is invented; names carry the word "Synthetic". Rows are written as lit_acl, like every seed.
set role lit_owner;
do $$ declare t text; begin for t in select format('app.%I', tablename) from pg_tables where schemaname = 'app' loop execute format('alter table %s disable trigger user', t); end loop; end $$;
set role lit_acl;
insert into app.principal (id, kind) overriding system value select 1000 + o, 3 from generate_series(1, 50) o;
insert into app.principal (id, kind) overriding system value select 2000 + p, 4 from generate_series(1, 500) p;
insert into app.organisation (id, principal, name, country)
  select md5('organisation' || o)::uuid, 1000 + o, 'Synthetic organisation ' || o, (array['UG', 'KE', 'IN', 'JM', 'MU', 'GB', 'FR', 'MX'])[1 + o % 8] from generate_series(1, 50) o;
insert into app.person (id, principal, email, name, acl)
  select md5('person' || p)::uuid, 2000 + p, 'synthetic' || p || '@bench.example', 'Synthetic person ' || p, array[2000 + p, 1001 + p % 50] from generate_series(1, 500) p;
insert into app.membership (organisation_id, person_id, roles) select md5('organisation' || (1 + p % 50))::uuid, md5('person' || p)::uuid, '{lawyer}' from generate_series(1, 500) p;
create function app.bench_h(n bigint, salt text) returns int language sql immutable as $$ select (hashint8extended(n, hashtext(salt)) & 2147483647)::int $$;
create table app.bench_case as
  select n, overlay(overlay(md5('case' || n) placing '4' from 13) placing '8' from 17)::uuid id, 1 + app.bench_h(n, 'person') % 500 lead, app.bench_h(n, 'level') % 10 l, app.bench_h(n, 'org') % 50 ally from generate_series(1, :cases) n;
insert into app.legal_case (id, lead_organisation_id, level, title, short_name, code_name, summary, goals, countries, status, created_by, acl, eacl, sacl, created_at, updated_at)
  select id, md5('organisation' || (1 + lead % 50))::uuid, case when l < 4 then 2 when l < 6 then 1 else 0 end,
    'Synthetic applicant ' || n || ' v State ' || app.bench_h(n, 'state') % 40, 'Synthetic ' || n, 'Lantern ' || n, 'Biometric register, exclusion from services, number ' || n, '[{"kind": "legal", "text": "A synthetic goal"}]',
    array[(array['UG', 'KE', 'IN', 'JM', 'MU', 'GB', 'FR', 'MX'])[1 + app.bench_h(n, 'country') % 8]], (array['live', 'planning', 'awaiting_judgment', 'closed'])[1 + app.bench_h(n, 'status') % 4], md5('person' || lead)::uuid,
    (case when l < 4 then array[2] else '{}'::int[] end) || (case when l in (4, 5) then array[1001 + ally] else '{}'::int[] end) || array[2000 + lead], array[2000 + lead], array[2000 + lead],
    timestamptz '2024-01-01' + n * interval '1 minute', timestamptz '2025-01-01' + app.bench_h(n, 'updated') % 500000 * interval '1 minute' from app.bench_case;
insert into app.case_grant (legal_case_id, principal, cap) select id, 2000 + lead, 15 from app.bench_case;
insert into app.case_grant (legal_case_id, principal, cap, agreement, agreement_on) select id, 1001 + ally, 1, 'Synthetic agreement', '2025-01-01' from app.bench_case where l in (4, 5);
insert into app.proceeding (id, legal_case_id, court_id, status, time_zone, opened_edtf, ordinal, level, acl, eacl)
  select md5('proceeding' || c.n || '.' || k)::uuid, c.id, (select x.id from app.court x order by x.slug offset c.n % 40 limit 1), 'active', 'Africa/Kampala', '2022', k, g.level, g.acl, g.eacl
  from app.bench_case c join app.legal_case g on g.id = c.id cross join generate_series(0, 1) k where k = 0 or c.n % 3 = 0;
insert into app.proceeding_identifier (legal_case_id, proceeding_id, type, value, normalised, preferred, level, acl, eacl)
  select legal_case_id, id, 'petition', 'Petition ' || left(id::text, 6) || ' of 2022', 'petition ' || left(id::text, 6) || ' 2022', true, level, acl, eacl from app.proceeding;
insert into app.proc_event (legal_case_id, proceeding_id, type, on_edtf, sort_key, planned, outcome, title, level, acl, eacl)
  select p.legal_case_id, p.id, (array['filing', 'hearing', 'mention', 'order', 'judgment'])[1 + k % 5], d, d, k = 9, case when k < 9 then 'directions_given' end, 'Synthetic event ' || k, p.level, p.acl, p.eacl
  from app.proceeding p cross join generate_series(0, 9) k cross join lateral (select to_char(date '2023-01-01' + (app.bench_h(hashtext(p.id::text), k::text) % 1200), 'YYYY-MM-DD') d) s where p.ordinal = 0;
insert into app.case_party (legal_case_id, name, kind, role, level, acl, eacl)
  select c.id, 'Synthetic party ' || k, 'ngo', (array['claimant', 'respondent', 'amicus'])[k], g.level, g.acl, g.eacl from app.bench_case c join app.legal_case g on g.id = c.id cross join generate_series(1, 3) k;
insert into app.claim (id, legal_case_id, act, level, acl, eacl)
  select md5('claim' || c.n || '.' || k)::uuid, c.id, 'A synthetic measure ' || k, g.level, g.acl, g.eacl from app.bench_case c join app.legal_case g on g.id = c.id cross join generate_series(1, 2) k;
insert into app.disposition (legal_case_id, claim_id, proceeding_id, code, favours, decided_edtf, level, acl, eacl)
  select x.legal_case_id, x.id, p.id, case when c.n % 2 = 0 then 'allowed' else 'dismissed_on_merits' end, case when c.n % 2 = 0 then 'us' else 'other' end, '2024-05-05', x.level, x.acl, x.eacl
  from app.claim x join app.bench_case c on c.id = x.legal_case_id join app.proceeding p on p.legal_case_id = c.id and p.ordinal = 0 where c.n % 4 < 3;
drop table app.bench_case;
drop function app.bench_h(bigint, text);
set role lit_owner;
do $$ declare t text; begin for t in select format('app.%I', tablename) from pg_tables where schemaname = 'app' loop execute format('alter table %s enable trigger user', t); end loop; end $$;
reset role;
analyze;
