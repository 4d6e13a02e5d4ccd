import type { ChangeReminders } from '@amparo/domain';
import { reminderSteps } from '@amparo/domain/deadlines';
import { Injectable } from '@nestjs/common';
import type { Deadline } from '../deadlines/deadline.entity.ts';
import { DeadlineService } from '../deadlines/deadline.service.ts';
import { LegalCaseService } from '../cases/legal-case.service.ts';
import { Db } from '../platform/db.ts';
import { AppError } from '../platform/errors.ts';
import { Notice, ReminderChoice } from './notice.entity.ts';

/** What still says something: the deadline is open, and its day the one that was meant. Of several steps of a date, the last. */
const current = `(select distinct on (n.deadline_id, n.kind) n.id, n.read_at, n.created_at from app.notice n join app.deadline d on d.id = n.deadline_id join app.legal_case c on c.id = d.legal_case_id
  where c.archived_at is null and d.status not in ('met', 'moot') and (n.kind = 'recounted' or d.working_on = n.for_day) order by n.deadline_id, n.kind, n.created_at desc, n.id)`;

/** What one is told in the app, and what one wants to be told. */
@Injectable()
export class NoticeService {
  constructor(private readonly db: Db, private readonly deadlines: DeadlineService, private readonly cases: LegalCaseService) {}

  /** Unread first, then the newest. */
  async list(first: number): Promise<Notice[]> {
    const rows = await this.db.sql<{ id: string }>(`select id from ${current} n order by read_at is not null, created_at desc, id limit $1`, [first]);
    return (await Promise.all(rows.map(({ id }) => this.db.first(Notice, 'id', id)))).filter((n) => n !== undefined);
  }
  async unread(): Promise<number> {
    const [row] = await this.db.sql<{ n: number }>(`select count(*)::int as n from ${current} n where read_at is null`);
    return row?.n ?? 0;
  }
  /** Takes notice of all that is there. @returns how many had not been read */
  async readAll(): Promise<number> {
    const rows = await this.db.sql<{ id: string }>('update app.notice set read_at = now() where read_at is null returning id');
    return rows.length;
  }
  deadline(n: Notice): Promise<Deadline> { return this.deadlines.must(n.deadlineId); }

  async choice(): Promise<ReminderChoice> {
    const me = await this.cases.me();
    return (await this.db.one(ReminderChoice, me)) ?? Object.assign(new ReminderChoice(), { id: me, mail: true, recounts: true, steps: [...reminderSteps], version: 0 });
  }
  /** The first choice is version 0, which two windows may both have seen: the second to come is told. */
  async choose(version: number, { mail, recounts, steps }: ChangeReminders): Promise<ReminderChoice> {
    const me = await this.cases.me();
    if (version > 0) return this.db.change(ReminderChoice, { id: me, version }, { mail, recounts, steps });
    const made = await this.db.sql<{ id: string }>('insert into app.reminder_choice (mail, recounts, steps) values ($1, $2, $3) on conflict (id) do nothing returning id', [mail, recounts, steps]);
    if (made.length === 0) throw new AppError('STALE', null, { current: await this.choice() });
    return this.choice();
  }
}
