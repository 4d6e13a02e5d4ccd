import { reminderDays, reminderHour } from '@amparo/domain/deadlines';
import { type IcsEntry, icsCalendar } from '@amparo/exports';
import { Injectable } from '@nestjs/common';
import { LegalCaseService } from '../cases/legal-case.service.ts';
import { statusAt } from '../deadlines/deadline-list.service.ts';
import { OrganisationService } from '../people/organisation.service.ts';
import { Clock } from '../platform/clock.ts';
import { Db } from '../platform/db.ts';
import { AppError } from '../platform/errors.ts';
import { idOfSent } from '../platform/sent-once.ts';
import { conditions, courtTypes } from './calendar.service.ts';
import { feedWords } from './feed-words.ts';

interface Feed { id: string; locale: string; legal_case_id: string | null; organisation_id: string | null; hearings: boolean; deadlines: boolean; only_mine: boolean; deadlines_as: 'todo' | 'event' }
interface Entry { id: string; codeName: string; day: string; time: string | null; zone: string | null; sequence: number; changedAt: Date; createdAt: Date }
interface Hearing extends Entry { court: string | null; byCourt: boolean }
interface Due extends Entry { status: string; confirmed: boolean; sure: boolean; began: string }
interface Gone extends Entry { kind: 'hearing' | 'deadline' }
/** How far a feed looks back and forth, in days, how long it says that something is off, and how much it holds of each kind. */
const back = 92, forth = 3_660, said = 92, most = 4_000;

/** Writes the file of a feed, in the context that its address has opened: each kind in one statement, and no word but a code name and a court. */
@Injectable()
export class FeedFileService {
  constructor(private readonly db: Db, private readonly clock: Clock, private readonly cases: LegalCaseService, private readonly organisations: OrganisationService) {}

  /** @throws AppError NOT_FOUND where the case or the organisation it was made for is not there for its owner any more */
  async write(token: string): Promise<Uint8Array> {
    const [feed] = await this.db.sql<Feed>('select * from app.feed_of($1)', [token]);
    if (!feed) throw new AppError('NOT_FOUND');
    if (feed.legal_case_id) await this.cases.must(feed.legal_case_id);
    if (feed.organisation_id && !(await this.organisations.byId(feed.organisation_id))) throw new AppError('NOT_FOUND');
    const [person, words] = [(await this.db.who()) ?? '', feedWords(feed.locale)];
    const [hearings, dues, gone] = await Promise.all([feed.hearings ? this.hearings(feed) : [], feed.deadlines ? this.dues(feed) : [], this.gone(feed)]);
    const common = ({ id, sequence, changedAt, createdAt }: Entry): Pick<IcsEntry, 'uid' | 'sequence' | 'changedAt' | 'createdAt'> =>
      ({ uid: `${idOfSent(person, 'calendar', id)}@amparo`, sequence, changedAt: changedAt.toISOString(), createdAt: createdAt.toISOString() });
    const mornings = new Map<string, string>();
    const kindOf = (deadline: boolean) => (deadline && feed.deadlines_as === 'todo' ? 'todo' as const : 'event' as const);
    const entries: IcsEntry[] = [
      ...hearings.map((e): IcsEntry => ({
        ...common(e), kind: 'event', when: e, summary: `${e.byCourt ? words.court : words.own} – ${e.codeName}`, location: e.court, state: 'confirmed',
        ...(e.time && !e.zone ? { description: words.hourWithoutZone(e.time) } : {}),
      })),
      ...dues.map((e): IcsEntry => ({
        ...common(e), kind: kindOf(true), when: feed.deadlines_as === 'todo' ? e : { day: e.day }, state: e.status === 'met' ? 'done' : e.status === 'moot' ? 'cancelled' : 'open', alarms: e.status === 'met' || e.status === 'moot' ? [] : alarmsOf(e, mornings),
        summary: `${e.status === 'missed' ? words.late : e.confirmed || e.sure || e.status === 'met' ? words.deadline : words.toConfirm} – ${e.codeName}`,
      })),
      ...gone.filter(({ kind }) => (kind === 'deadline' ? feed.deadlines : feed.hearings)).map((e): IcsEntry =>
        ({ ...common(e), kind: kindOf(e.kind === 'deadline'), when: e, summary: `${e.kind === 'deadline' ? words.deadline : words.court} – ${e.codeName}`, state: 'cancelled' })),
    ];
    return icsCalendar({ name: words.name, entries });
  }

  private filter({ legal_case_id: legalCaseId, organisation_id: organisationId }: Feed, t: 'e' | 'd', kind: 'hearing' | 'case') {
    const today = this.clock.now().toISOString().slice(0, 10);
    return conditions({ legalCaseId, organisationId }, t, kind, [moved(today, -back), moved(today, forth), most]);
  }

  /** Planned dates of an exact day. What took place keeps its entry. */
  private hearings(feed: Feed): Promise<Hearing[]> {
    const { where, params } = this.filter(feed, 'e', 'hearing');
    return this.db.sql<Hearing>(
      `select e.id, c.code_name as "codeName", e.on_edtf as day, e.at_time as time, coalesce(e.time_zone, p.time_zone) as zone, k.name as court, e.type in ${courtTypes} as "byCourt", e.version + c.code_revision as sequence, e.updated_at as "changedAt", e.created_at as "createdAt"
       from app.proc_event e join app.legal_case c on c.id = e.legal_case_id left join app.proceeding p on p.legal_case_id = e.legal_case_id and p.id = e.proceeding_id left join app.court k on k.id = p.court_id
       where ${where} and c.archived_at is null and e.planned and length(e.on_edtf) = 10 and e.on_edtf between $1 and $2 order by e.on_edtf, e.id limit $3`, params);
  }
  /** Deadlines by the day to work to, until the hour the court closes. */
  private dues(feed: Feed): Promise<Due[]> {
    const { where, params } = this.filter(feed, 'd', 'case');
    return this.db.sql<Due>(
      `select d.id, c.code_name as "codeName", to_char(d.working_on, 'YYYY-MM-DD') as day, to_char(d.cut_off at time zone d.zone, 'HH24:MI') as time, d.zone, ${statusAt(`$${params.length + 1}::timestamptz`)} as status,
         d.confirmed_on is not null as confirmed, d.computed ->> 'verification' = 'order' or d.computed ->> 'verification' = 'verified' as sure,
         case when d.trigger_edtf ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}(T|$)' then left(d.trigger_edtf, 10) else to_char(d.created_at at time zone d.zone, 'YYYY-MM-DD') end as began,
         d.version + c.code_revision as sequence, d.updated_at as "changedAt", d.created_at as "createdAt"
       from app.deadline d join app.legal_case c on c.id = d.legal_case_id
       where ${where} and c.archived_at is null and d.working_on between $1::date and $2::date${feed.only_mine ? ' and d.owner_id = app.uid()' : ''} order by d.working_on, d.id limit $3`, [...params, this.clock.now()]);
  }
  /** What was in the feed and is off: said for three months. */
  private gone(feed: Feed): Promise<Gone[]> {
    const { where, params } = this.filter(feed, 'd', 'case');
    return this.db.sql<Gone>(
      `select d.entry_id as id, d.kind, c.code_name as "codeName", to_char(d.on_day, 'YYYY-MM-DD') as day, d.at_time as time, d.time_zone as zone, d.sequence + c.code_revision as sequence, d.updated_at as "changedAt", d.created_at as "createdAt"
       from app.calendar_tombstone d join app.legal_case c on c.id = d.legal_case_id
       where ${where} and c.archived_at is null and d.on_day between $1::date and $2::date and d.updated_at > $${params.length + 1}::timestamptz - interval '${said} days' order by d.on_day, d.entry_id limit $3`, [...params, this.clock.now()]);
  }
}

const moved = (iso: string, days: number): string => Temporal.PlainDate.from(iso).add({ days }).toString();
/** In the morning of each reminder's day, at the court. Many dates share a morning: `mornings` remembers each. */
function alarmsOf({ began, day, zone }: Due, mornings: Map<string, string>): string[] {
  return reminderDays(began, day).map(({ on }) => {
    const known = mornings.get(`${zone} ${on}`);
    if (known !== undefined) return known;
    const morning = Temporal.PlainDate.from(on).toZonedDateTime({ timeZone: zone ?? 'UTC', plainTime: { hour: reminderHour } }).toInstant().toString();
    mornings.set(`${zone} ${on}`, morning);
    return morning;
  });
}
