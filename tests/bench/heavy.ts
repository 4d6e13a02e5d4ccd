import pg from 'pg';

/**
 * Makes one case of this person's team heavy: 30 events, 6 parties, 12 findings, 40 counted deadlines. Triggers are on, so readers are as in life.
 * @returns the id of the case
 */
export async function heavyCase(url: string, personId: string): Promise<string> {
  const { deadlineById, ruleById } = await import('@amparo/domain/deadlines');
  const owner = new pg.Client(url);
  await owner.connect();
  try {
    await owner.query('set role lit_acl');
    const { rows: [found] } = await owner.query<{ id: string; proceeding: string; claim: string }>(
      `select c.id, p.id as proceeding, x.id as claim from app.legal_case c join app.proceeding p on p.legal_case_id = c.id and p.ordinal = 0 join app.claim x on x.legal_case_id = c.id where c.created_by = $1 order by c.id limit 1`, [personId]);
    const rule = ruleById('IN-1');
    if (!found || !rule) throw new Error('there is no case to make heavy');
    const computed = deadlineById('IN-1', { on: '2026-11-02', basis: 'pronounced' });
    await owner.query(`insert into app.proc_event (legal_case_id, proceeding_id, type, on_edtf, sort_key, outcome, title, public_note)
      select $1, $2, 'hearing', to_char(date '2024-01-01' + n, 'YYYY-MM-DD'), to_char(date '2024-01-01' + n, 'YYYY-MM-DD'), 'directions_given', 'Synthetic hearing ' || n, repeat('What was said. ', 10) from generate_series(1, 20) n`, [found.id, found.proceeding]);
    await owner.query(`insert into app.case_party (legal_case_id, name, kind, role) select $1, 'Synthetic intervener ' || n, 'ngo', 'amicus' from generate_series(1, 3) n`, [found.id]);
    await owner.query(`insert into app.finding (legal_case_id, proceeding_id, claim_id, limb, result) select $1, $2, $3, 'synthetic_' || n, 'satisfied' from generate_series(1, 12) n`, [found.id, found.proceeding, found.claim]);
    await owner.query(
      `insert into app.deadline (legal_case_id, title, kind, rule_id, rule_version, calendar_id, trigger_edtf, trigger_basis, computed, working_on, latest_on, cut_off, zone, written_by)
       select $1, 'Appeal ' || n, 'rule', $2, 1, $3, '2026-11-02', 'pronounced', $4, $5, $6, $7, $8, $9 from generate_series(1, 40) n`,
      [found.id, rule.id, rule.forum.calendar, JSON.stringify(computed), computed.workingDate, computed.latestDate, computed.cutOff, computed.zone, personId]);
    return found.id;
  } finally { await owner.end(); }
}
