import { randomBytes } from 'node:crypto';
import pg from 'pg';

/**
 * A calendar feed: how long asking for it takes, in times of reading its rows once by plain SQL.
 * @returns the ratio, by the medians of both, measured in turn
 */
export async function feed(url: string, origin: string, entries: number, rounds: number): Promise<number> {
  const owner = new pg.Client(url);
  await owner.connect();
  try {
    await owner.query('set role lit_acl');
    const { rows: [of] } = await owner.query<{ person: string; case: string }>(
      `select p.id as person, c.id as case from app.person p, (select id from app.legal_case where archived_at is null order by id desc limit 1) c where p.email = 'synthetic7@bench.example'`);
    if (!of) throw new Error('there is nobody whose feed it could be');
    const token = randomBytes(32).toString('base64url'), half = entries / 2;
    await owner.query('update app.membership set confirmed_at = now() where person_id = $1 and confirmed_at is null', [of.person]);
    await owner.query('insert into app.case_grant (legal_case_id, principal, cap) select $1, principal, 15 from app.person where id = $2 on conflict do nothing', [of.case, of.person]);
    await owner.query("insert into app.calendar_feed (person_id, token_hash, hint, legal_case_id) values ($1, app.hash($2), right($2, 4), $3)", [of.person, token, of.case]);
    await owner.query(`insert into app.proc_event (legal_case_id, type, on_edtf, sort_key, at_time, time_zone, planned) select $1, 'hearing', to_char(current_date + n, 'YYYY-MM-DD'), to_char(current_date + n, 'YYYYMMDD') || '0', '10:00', 'Europe/Brussels', true from generate_series(1, $2::int) n`, [of.case, half]);
    await owner.query(`insert into app.deadline (legal_case_id, title, kind, computed, zone, working_on, latest_on, cut_off, trigger_edtf) select $1, 'Act', 'manual', '{}', 'Africa/Kampala', current_date + n, current_date + n, current_date + n + interval '20:59', to_char(current_date - 60, 'YYYY-MM-DD') from generate_series(1, $2::int) n`, [of.case, half]);
    const took = async (work: () => Promise<unknown>) => { const from = performance.now(); await work(); return performance.now() - from; };
    const ask = async () => {
      const answer = await fetch(`${origin}/f/${token}.ics`);
      const text = await answer.text();
      const found = text.split('BEGIN:VEVENT').length + text.split('BEGIN:VTODO').length - 2;
      if (!answer.ok || found !== entries) throw new Error(`${answer.status}: ${found} entries of ${entries}`);
    };
    const read = async () => {
      const events = await owner.query('select * from app.proc_event where legal_case_id = $1 and planned order by on_edtf, id', [of.case]);
      const deadlines = await owner.query('select * from app.deadline where legal_case_id = $1 order by working_on, id', [of.case]);
      if ((events.rowCount ?? 0) + (deadlines.rowCount ?? 0) < entries) throw new Error('rows are missing');
    };
    await ask(); await read();
    const ours: number[] = [], floor: number[] = [];
    for (let round = 0; round < rounds; round++) { ours.push(await took(ask)); floor.push(await took(read)); }
    const mid = (of_: number[]) => of_.sort((a, b) => a - b)[of_.length >> 1] ?? Number.NaN;
    return mid(ours) / mid(floor);
  } finally { await owner.end(); }
}
