import { Injectable } from '@nestjs/common';
import type { LegalCase } from '../cases/legal-case.entity.ts';
import { LegalCaseService } from '../cases/legal-case.service.ts';
import { DeadlineListService } from '../deadlines/deadline-list.service.ts';
import type { ProcEvent } from '../events/proc-event.entity.ts';
import { ProcEventService, stillOpen, todayThere } from '../events/proc-event.service.ts';
import { Db } from '../platform/db.ts';
import type { Today } from './today.entity.ts';

const shown = 20;
type Place = 'in_court' | 'next' | 'overdue';

@Injectable()
export class TodayService {
  constructor(private readonly db: Db, private readonly cases: LegalCaseService, private readonly events: ProcEventService, private readonly deadlines: DeadlineListService) {}

  async get(): Promise<Today> {
    const dates = await this.dates();
    return {
      date: new Date().toISOString().slice(0, 10),
      inCourt: await this.events.list(dates.in_court), nextDates: await this.events.list(dates.next), overdue: await this.events.list(dates.overdue),
      logged: await this.logged(), waiting: await this.waiting(), news: await this.news(), deadlines: await this.deadlines.forToday(shown), sharedByMe: await this.sharedByMe(),
    };
  }

  /** Planned dates of one's own cases: today's, the coming ones, and those whose day passed in silence. A day is over when it is over at the court. */
  private async dates(): Promise<Record<Place, string[]>> {
    const rows = await this.db.sql<{ place: Place; id: string }>(
      `select place, id from (select s.*, row_number() over (partition by place order by case when place = 'overdue' then '' else sort_key end, sort_key desc, at_time nulls last, id) as n
         from (select e.id, e.sort_key, e.at_time, case when left(e.sort_key, 8) = ${todayThere} then 'in_court' when left(e.sort_key, 8) > ${todayThere} then 'next' else 'overdue' end as place
           from app.proc_event e join app.legal_case c on c.id = e.legal_case_id left join app.proceeding p on p.legal_case_id = e.legal_case_id and p.id = e.proceeding_id
           where e.sort_key <> '' and c.archived_at is null and e.legal_case_id in (select app.my_cases()) and ${stillOpen}) s) r where n <= $1 order by place, n`, [shown]);
    const of = (place: Place) => rows.filter((r) => r.place === place).map((r) => r.id);
    return { in_court: of('in_court'), next: of('next'), overdue: of('overdue') };
  }

  /** Logged by hand, and incomplete: asked of the last fifty that could be. */
  private async waiting(): Promise<ProcEvent[]> {
    const rows = await this.db.sql<{ id: string }>(
      `select e.id from app.proc_event e join app.legal_case c on c.id = e.legal_case_id where c.archived_at is null and e.legal_case_id in (select app.my_cases()) and not e.planned
         and (e.type in ('hearing', 'mention') or e.outcome is not null) and e.logged_by is not null order by e.created_at desc, e.id limit 50`);
    const events = await this.events.list(rows.map((r) => r.id));
    const gaps = await Promise.all(events.map((e) => this.events.incomplete(e)));
    return events.filter((_, i) => gaps[i]?.length).slice(0, shown);
  }

  private async logged(): Promise<ProcEvent[]> {
    const rows = await this.db.sql<{ id: string }>(
      `select e.id from app.proc_event e join app.legal_case c on c.id = e.legal_case_id left join app.proceeding p on p.legal_case_id = e.legal_case_id and p.id = e.proceeding_id
       where c.archived_at is null and not e.planned and e.logged_by = app.uid() and e.created_at > now() - interval '1 day' and left(e.sort_key, 8) = ${todayThere} order by e.created_at desc, e.id limit ${shown}`);
    return this.events.list(rows.map((r) => r.id));
  }

  private async news(): Promise<ProcEvent[]> {
    const rows = await this.db.sql<{ id: string }>(
      `select e.id from app.proc_event e join app.legal_case c on c.id = e.legal_case_id where c.archived_at is null and e.created_at > now() - interval '30 days' and not e.planned
         and e.logged_by is distinct from app.uid() order by e.created_at desc, e.sort_key desc, e.id limit ${shown}`);
    return this.events.list(rows.map((r) => r.id));
  }

  private async sharedByMe(): Promise<LegalCase[]> {
    const rows = await this.db.sql<{ id: string }>(
      `select c.id from app.legal_case c where c.level >= 1 and c.archived_at is null and c.id in (select app.my_cases())
         and (c.level = 2 or exists (select from app.case_grant g where g.legal_case_id = c.id and g.agreement is not null and g.granted_by = app.uid())) order by c.updated_at desc, c.id limit ${shown}`);
    return Promise.all(rows.map((r) => this.cases.must(r.id)));
  }

  /** For the Log sheet: what is in court today first, then the five last worked on, of those one may write to. */
  async logChoices(): Promise<LegalCase[]> {
    const rows = await this.db.sql<{ id: string; today: boolean }>(
      `select c.id, exists (select from app.proc_event e left join app.proceeding p on p.legal_case_id = e.legal_case_id and p.id = e.proceeding_id
           where e.legal_case_id = c.id and left(e.sort_key, 8) = ${todayThere} and ${stillOpen}) as today
       from app.legal_case c where c.archived_at is null and c.id in (select k.id from app.case_caps(array(select app.my_cases())) k where k.edit)
       order by today desc, (select max(e.created_at) from app.proc_event e where e.legal_case_id = c.id and e.logged_by = app.uid()) desc nulls last, c.updated_at desc, c.id limit 25`);
    const today = rows.filter((r) => r.today);
    return Promise.all([...today, ...rows.filter((r) => !r.today).slice(0, 5)].map((r) => this.cases.must(r.id)));
  }
}
