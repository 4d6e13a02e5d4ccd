import { calendarOf, type DeadlineLaw, type DeadlineRule, deadlineRule, type ForumCalendar, forumCalendar, readLaw, ruleById, shippedLaw } from '@amparo/domain/deadlines';
import { check } from '@amparo/domain';
import { Injectable } from '@nestjs/common';
import { currentScope, Db } from '../platform/db.ts';
import { AppError } from '../platform/errors.ts';

export interface LawRecord { kind: string; body: unknown }

/** The law deadlines are counted by: what is shipped, and what two stewards put in its place. */
@Injectable()
export class DeadlineLawService {
  private known: { key: string; law: DeadlineLaw } | undefined;
  constructor(private readonly db: Db) {}

  /** As it is now: one statement, and nothing to read anew while nothing has changed. */
  async inForce(): Promise<DeadlineLaw> {
    // Whoever writes a deadline keeps the law as it is until that is done: no date slips in between a change and its recount.
    if (currentScope()?.write) await this.db.sql('select pg_advisory_xact_lock_shared(hashtext($1))', ['deadline law']);
    const law = await this.db.batch<string, DeadlineLaw>('deadlines.law', '', async () => {
      const [row] = await this.db.sql<{ key: string }>("select coalesce(string_agg(id::text, ',' order by id), '') as key from app.law_version where state = 'in_force'");
      const key = row?.key ?? '';
      if (this.known?.key !== key) {
        const records = key === '' ? [] : await this.db.sql<LawRecord>("select kind, body from app.law_version where state = 'in_force' order by kind, law_id");
        this.known = { key, law: withRecords(records) };
      }
      return new Map([['', this.known.law]]);
    });
    return law ?? shippedLaw;
  }
  /** The same for a job, which is nobody. */
  async forJob(): Promise<DeadlineLaw> { return withRecords(await this.db.door<LawRecord>('select * from auth.law_in_force()')); }

  /** The law as it would be with this record in it. @throws AppError naming the fault's place in the record */
  async proposed(kind: 'rule' | 'calendar', text: string): Promise<{ id: string; body: DeadlineRule | ForumCalendar; law: DeadlineLaw; before: DeadlineLaw }> {
    const before = await this.inForce();
    const body = readRecord(kind, text);
    if (kind === 'rule' ? !before.rules.some((rule) => rule.id === body.id) : !before.calendars.has(body.id)) {
      throw new AppError('INVALID', 'There is no such rule or calendar to change.', { fields: [{ field: 'body.id', problem: 'unknown' }] });
    }
    try {
      return { id: body.id, body, before, law: withRecords([{ kind, body }], before) };
    } catch (e) {
      if (!(e instanceof RangeError)) throw e;
      throw new AppError('INVALID', e.message, { fields: [{ field: 'body', problem: 'does_not_fit' }], cause: e });
    }
  }
}

function readRecord(kind: 'rule' | 'calendar', text: string): DeadlineRule | ForumCalendar {
  let given: unknown;
  try { given = JSON.parse(text); } catch { throw new AppError('INVALID', null, { fields: [{ field: 'body', problem: 'not_json' }] }); }
  const read = kind === 'rule' ? check(deadlineRule, given) : check(forumCalendar, given);
  if ('ok' in read) return read.ok;
  throw new AppError('INVALID', null, { fields: read.refused.map(({ field, reason }) => ({ field: field ? `body.${field}` : 'body', problem: reason })) });
}

/** Puts records in the place of those with the same id and checks the whole again, each against the others. */
function withRecords(records: readonly LawRecord[], base: DeadlineLaw = shippedLaw): DeadlineLaw {
  if (!records.length) return base;
  const own = <T extends { id: string }>(kind: string) => new Map(records.filter((r) => r.kind === kind).map((r) => [(r.body as T).id, r.body as T]));
  const [rules, calendars] = [own<DeadlineRule>('rule'), own<ForumCalendar>('calendar')];
  const forums = [...new Map(base.rules.map(({ forum }) => [forum.id, forum])).values()];
  return readLaw(
    [{ nextReview: '', forums, rules: base.rules.map((rule) => rules.get(rule.id) ?? { ...rule, forum: rule.forum.id }) }],
    [{ calendars: [...base.calendars.values()].map((calendar) => calendars.get(calendar.id) ?? calendar) }],
  );
}

/** A rule or a calendar as it stands, as JSON to edit. */
export function recordOf(law: DeadlineLaw, kind: 'rule' | 'calendar', id: string): string | null {
  if (kind === 'calendar') { const calendar = law.calendars.get(id); return calendar ? JSON.stringify(calendar, null, 2) : null; }
  const rule = ruleById(id, law);
  return rule ? JSON.stringify({ ...rule, forum: rule.forum.id }, null, 2) : null;
}
export const calendarIdOf = (law: DeadlineLaw, ruleId: string): string | null => { const rule = ruleById(ruleId, law); return rule ? calendarOf(rule, law).id : null; };
