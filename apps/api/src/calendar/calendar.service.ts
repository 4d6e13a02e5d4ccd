import { type CalendarFilter, type CalendarRange, levelOfNumber } from '@amparo/domain';
import { Injectable } from '@nestjs/common';
import { statusAt } from '../deadlines/deadline-list.service.ts';
import { stillOpen } from '../events/proc-event.service.ts';
import { Clock } from '../platform/clock.ts';
import { Db } from '../platform/db.ts';
import type { Calendar, CalendarChoices, CalendarEntry } from './calendar.entity.ts';
import { ClosureService } from './closure.service.ts';

const most = 2_000;
type Row = Omit<CalendarEntry, 'level'> & { level: number; place: 'in' | 'overdue' | 'undated' };
/** What happened, or is listed, in a courtroom. */
export const courtTypes = "('hearing', 'mention', 'order', 'judgment')";

/** Hearings and deadlines across cases, each kind in one statement. Row security decides whose. */
@Injectable()
export class CalendarService {
  constructor(private readonly db: Db, private readonly clock: Clock, private readonly closures: ClosureService) {}

  async get({ from, to }: CalendarRange, filter: CalendarFilter): Promise<Calendar> {
    const [hearings, deadlines] = await Promise.all([this.hearings(from, to, filter), this.deadlines(from, to, filter)]);
    const all = [...hearings, ...deadlines].map(({ level, ...row }) => ({ ...row, level: levelOfNumber(level) }));
    const at = ({ on, atTime, kind }: { on: string | null; atTime: string | null; kind: string }) => `${on ?? ''} ${kind === 'deadline' ? '99:99' : (atTime ?? '00:00')}`;
    const of = (place: Row['place']): CalendarEntry[] => all.filter((e) => e.place === place).sort((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : a.id < b.id ? -1 : 1));
    const { used, closed } = await this.closures.ofCases(from, to, await this.calendarsOf(filter));
    const entries = of('in').map((e) => ({ ...e, closed: e.planned ? this.closures.nameOn(closed, used, e) : null }));
    return { entries, overdue: of('overdue'), undated: of('undated'), closures: closed, calendars: used.map(({ id, name, source, verification, note }) => ({ id, name, source, verification, note: note ?? null })), more: hearings.length >= most || deadlines.length >= most };
  }

  /** Planned dates, and what happened in court; those planned without an exact day stand apart. */
  private hearings(from: string, to: string, filter: CalendarFilter): Promise<Row[]> {
    const { where, params } = conditions(filter, 'e', 'hearing', [from, to, most]);
    return this.db.sql<Row>(
      `select e.id, 'hearing' as kind, case when length(e.on_edtf) = 10 then 'in' else 'undated' end as place, e.legal_case_id as "legalCaseId", coalesce(c.short_name, c.title) as "caseName", c.code_name as "codeName", e.level,
         e.on_edtf as "on", e.at_time as "atTime", coalesce(e.time_zone, p.time_zone) as "timeZone", k.name as court, e.type, e.title, e.planned, e.team_only as "teamOnly", e.outcome, e.reported_result as "reportedResult",
         null as status, null as "workingOn", null as "confirmedName", null as counted, null as strictness, null as verification, null as "ownerName", null as closed
       from app.proc_event e join app.legal_case c on c.id = e.legal_case_id left join app.proceeding p on p.legal_case_id = e.legal_case_id and p.id = e.proceeding_id left join app.court k on k.id = p.court_id
       where ${where} and case when length(e.on_edtf) = 10 then e.on_edtf between $1 and $2 and (not e.planned and e.type in ${courtTypes} or e.planned and ${stillOpen}) else e.planned end
       order by e.sort_key, e.at_time nulls first, e.id limit $3`, params);
  }

  /** Deadlines by their last day, which a confirmation may have moved; what was missed before is carried forward until it is settled. */
  private deadlines(from: string, to: string, filter: CalendarFilter): Promise<Row[]> {
    const { where, params } = conditions(filter, 'd', 'deadline', [from, to, most, this.clock.now()]);
    return this.db.sql<Row>(
      `select * from (select d.id, 'deadline' as kind,
         case when d.status = 'moot' and d.latest_on is null then null when d.latest_on is null then 'undated' when d.latest_on between $1::date and $2::date or d.working_on between $1::date and $2::date then 'in'
           when d.latest_on < $1::date and d.met_on_edtf is null and d.status not in ('met', 'moot') and d.cut_off + interval '1 minute' <= $4::timestamptz then 'overdue' end as place,
         d.legal_case_id as "legalCaseId", coalesce(c.short_name, c.title) as "caseName", c.code_name as "codeName", d.level, to_char(d.latest_on, 'YYYY-MM-DD') as "on",
         case when d.cut_off is not null then to_char(d.cut_off at time zone d.zone, 'HH24:MI') end as "atTime", d.zone as "timeZone", k.name as court, null as type, d.title,
         d.status not in ('met', 'moot') as planned, true as "teamOnly", null as outcome, null as "reportedResult",
         ${statusAt('$4::timestamptz')} as status, to_char(d.working_on, 'YYYY-MM-DD') as "workingOn", d.confirmed_name as "confirmedName", d.computed ->> 'status' as counted, d.computed ->> 'strictness' as strictness,
         d.computed ->> 'verification' as verification, o.name as "ownerName", null as closed
       from app.deadline d join app.legal_case c on c.id = d.legal_case_id left join app.proceeding p on p.legal_case_id = d.legal_case_id and p.id = d.proceeding_id left join app.court k on k.id = p.court_id
         left join app.person o on o.id = d.owner_id
       where ${where}) s where place is not null order by "on" nulls last, id limit $3`, params);
  }

  /** The court calendars that open deadlines of these cases are counted by. */
  private async calendarsOf(filter: CalendarFilter): Promise<string[]> {
    const { where, params } = conditions(filter, 'd', 'case', []);
    return (await this.db.sql<{ id: string }>(`select distinct d.calendar_id as id from app.deadline d join app.legal_case c on c.id = d.legal_case_id where d.calendar_id is not null and ${where} order by 1 limit 20`, params)).map(({ id }) => id);
  }

  async choices(): Promise<CalendarChoices> {
    const [row] = await this.db.sql<CalendarChoices>(
      `select (select coalesce(json_agg(p), '[]') from app.calendar_people() p) as people,
         (select coalesce(json_agg(json_build_object('id', c.id, 'name', coalesce(c.short_name, c.title)) order by coalesce(c.short_name, c.title), c.id), '[]') from (select id, title, short_name from app.legal_case where archived_at is null order by updated_at desc limit 200) c) as cases,
         (select coalesce(json_agg(o order by o.name, o.id), '[]') from (select distinct l.id, l.name from app.case_leads(array(select c.id from app.legal_case c where c.archived_at is null)) l) o) as organisations`);
    return row ?? { people: [], cases: [], organisations: [] };
  }
}

/** The conditions of a filter on rows `t` with their case `c`; `first`: parameters that the statement has already. */
export function conditions({ legalCaseId, personId, organisationId, everything }: CalendarFilter, t: 'e' | 'd', kind: 'hearing' | 'deadline' | 'case', first: readonly unknown[]): { where: string; params: unknown[] } {
  const params = [...first];
  const value = (v: unknown) => `$${params.push(v)}`;
  const where = [
    legalCaseId ? `${t}.legal_case_id = ${value(legalCaseId)}` : 'c.archived_at is null',
    ...(personId ? [kind === 'deadline' ? `d.owner_id = ${value(personId)}` : `${t}.legal_case_id in (select app.cases_of_person(${value(personId)}))`] : []),
    ...(organisationId ? [`c.lead_organisation_id = ${value(organisationId)}`] : []),
    ...(everything || legalCaseId ? [] : [`${t}.legal_case_id in (select app.my_cases())`]),
  ];
  return { where: where.join(' and '), params };
}
