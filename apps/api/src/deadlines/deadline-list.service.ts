import type { DeadlineFilter } from '@amparo/domain/deadlines';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.ts';
import { Db } from '../platform/db.ts';
import { cursorOf, readCursor } from '../platform/page-cursor.ts';
import type { Deadline, DeadlineConnection } from './deadline.entity.ts';
import { DeadlineService } from './deadline.service.ts';

/** The status of deadline `d` at an instant, as `DeadlineService.statusOf` says it. */
export const statusAt = (now: string) => `case when d.status in ('met', 'moot', 'not_computable') or d.cut_off is null then d.status when d.met_on_edtf is not null or d.cut_off + interval '1 minute' <= ${now} then 'missed'
  when d.computed ? 'byRule' then 'extended' else 'open' end`;
/** The day in front: what to work to; without one, last. */
const dayKey = `coalesce(to_char(d.working_on, 'YYYY-MM-DD'), '~')`;

/** Deadlines across cases. Row security shows those of the teams one is on, and no others. */
@Injectable()
export class DeadlineListService {
  constructor(private readonly db: Db, private readonly deadlines: DeadlineService, private readonly clock: Clock) {}

  async page(first: number, after: string | null, { legalCaseId, ownerId, organisationId, mine, statuses, from, to }: DeadlineFilter): Promise<DeadlineConnection> {
    const mark = readCursor(after, 'text');
    const params: unknown[] = [];
    const value = (v: unknown) => `$${params.push(v)}`;
    const where = [
      ...(legalCaseId ? [`d.legal_case_id = ${value(legalCaseId)}`] : ['c.archived_at is null']), ...(ownerId ? [`d.owner_id = ${value(ownerId)}`] : []), ...(mine ? ['d.owner_id = app.uid()'] : []),
      ...(organisationId ? [`c.lead_organisation_id = ${value(organisationId)}`] : []), ...(from ? [`d.latest_on >= ${value(from)}`] : []), ...(to ? [`d.working_on <= ${value(to)}`] : []),
      ...(statuses?.length ? [`${statusAt(`${value(this.clock.now())}::timestamptz`)} = any(${value(statuses)}::text[])`] : []),
      ...(mark ? [`(${dayKey}, d.id) > (${value(mark[0])}, ${value(mark[1])}::uuid)`] : []),
    ];
    const rows = await this.db.sql<{ id: string; mark: string }>(
      `select d.id, ${dayKey} as mark from app.deadline d join app.legal_case c on c.id = d.legal_case_id where ${where.join(' and ') || 'true'} order by ${dayKey}, d.id limit ${value(first + 1)}`, params);
    const shown = rows.slice(0, first);
    const last = shown.at(-1);
    return { nodes: await this.deadlines.list(shown.map(({ id }) => id)), pageInfo: { endCursor: last ? cursorOf(last.mark, last.id) : null, hasNextPage: rows.length > first } };
  }

  /** For Today: what nobody has settled, late first, of the cases on whose team one is. */
  async forToday(first: number): Promise<Deadline[]> {
    const rows = await this.db.sql<{ id: string }>(
      `select d.id from app.deadline d join app.legal_case c on c.id = d.legal_case_id where c.archived_at is null and d.status not in ('met', 'moot') and d.met_on_edtf is null and d.legal_case_id in (select app.my_cases())
       order by ${dayKey}, d.id limit $1`, [first]);
    return this.deadlines.list(rows.map(({ id }) => id));
  }
}
