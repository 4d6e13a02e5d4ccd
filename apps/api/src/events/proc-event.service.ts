import { type ChangeEvent, eventFits, type LogEvent, missingOf, sortKey } from '@amparo/domain';
import { Injectable } from '@nestjs/common';
import { LegalCaseService } from '../cases/legal-case.service.ts';
import { Db } from '../platform/db.ts';
import { AppError } from '../platform/errors.ts';
import { idOfSent, printOfSent } from '../platform/sent-once.ts';
import { ProceedingService } from '../proceedings/proceeding.service.ts';
import { type ChangedEvent, EventNote, ProcEvent, type StaleEvent } from './proc-event.entity.ts';

const undoMinutes = 10;
const saidOf = (given: object): unknown[] => Object.values(given).filter((v) => v !== undefined);

/** The day it is now where event `e` takes place, as a sort key begins. */
export const todayThere = "to_char(now() at time zone coalesce(e.time_zone, p.time_zone, 'UTC'), 'YYYYMMDD')";
/** A planned date waits until something is logged for the same proceeding on that day. */
export const stillOpen = `e.planned and not exists (select from app.proc_event d where d.legal_case_id = e.legal_case_id and not d.planned and d.sort_key = e.sort_key and d.proceeding_id is not distinct from e.proceeding_id)`;

/** What happens in court, and what is to happen. */
@Injectable()
export class ProcEventService {
  constructor(private readonly db: Db, private readonly cases: LegalCaseService, private readonly proceedings: ProceedingService) {}

  byId(id: string): Promise<ProcEvent | undefined> {
    return this.db.first(ProcEvent, 'id', id);
  }
  /** These events in this order, as far as they may be read. */
  async list(ids: readonly string[]): Promise<ProcEvent[]> { return (await Promise.all(ids.map((id) => this.byId(id)))).filter((e) => e !== undefined); }

  /** Newest first; dates that are not known come last. */
  ofCase(id: string, first: number): Promise<ProcEvent[]> { return this.db.many(ProcEvent, 'legalCaseId', id, { sortKey: 'DESC', createdAt: 'DESC', id: 'ASC' }, first); }
  /** Planned dates that still wait, from today on in the court's own time. */
  async nextDates(id: string): Promise<ProcEvent[]> {
    const rows = await this.db.batch<string, { id: string }[]>('case.next', id, async (ids) => Map.groupBy(await this.db.sql<{ of: string; id: string }>(
      `select legal_case_id as of, id from (select e.legal_case_id, e.id, row_number() over (partition by e.legal_case_id order by e.sort_key, e.at_time nulls last, e.id) as n
       from app.proc_event e left join app.proceeding p on p.legal_case_id = e.legal_case_id and p.id = e.proceeding_id
       where e.legal_case_id = any($1) and ${stillOpen} and left(e.sort_key, 8) >= ${todayThere}) s where n <= 20 order by 1, n`, [ids]), (r) => r.of));
    return this.list((rows ?? []).map((r) => r.id));
  }
  /** Its private note and the time spent; undefined when there is none, or none for this reader. */
  note(e: ProcEvent): Promise<EventNote | undefined> { return this.db.first(EventNote, 'id', e.id); }
  /** Event and note together, as far as one reads them: the team notices every change, and no ally that a note was written. */
  async version(e: ProcEvent): Promise<number> { return e.version + ((await this.note(e))?.version ?? 0); }

  /** What a logged event still lacks. */
  async incomplete(e: ProcEvent): Promise<string[]> {
    const without = missingOf({ ...e, hasNext: true });
    if (missingOf({ ...e, hasNext: false }).length === without.length) return without;
    const next = await this.db.batch<string, true>('event.next', e.id, async (ids) => new Map((await this.db.sql<{ id: string }>(
      `select e.id from app.proc_event e where e.id = any($1) and exists (select from app.proc_event n where n.legal_case_id = e.legal_case_id and n.id <> e.id
         and (n.follows_id = e.id or n.proceeding_id is not distinct from e.proceeding_id and n.sort_key > e.sort_key))`, [ids])).map((r) => [r.id, true])));
    return missingOf({ ...e, hasNext: next ?? false });
  }
  /** Until when its author can take it back without a word. */
  async undoUntil(e: ProcEvent): Promise<Date | null> {
    const until = new Date(e.createdAt.getTime() + undoMinutes * 60_000);
    return e.loggedById !== null && until > new Date() && e.loggedById === (await this.cases.me()) ? until : null;
  }

  /** Logs an event, with its private note and its next date; the same key with the same content gives the same event. */
  async log(input: LogEvent): Promise<ProcEvent> {
    const { id: key, legalCaseId, privateNote, minutesSpent, nextOn, nextType, planned, by, ...fields } = input;
    const me = await this.cases.me();
    if (by && by !== me) throw new AppError('CONFLICT', 'Somebody else is signed in here now.', { fields: [{ field: 'by', problem: 'other_person' }] });
    await this.cases.must(legalCaseId);
    const id = idOfSent(me, legalCaseId, key);
    const sent = printOfSent(key, input);
    const timeZone = await this.zoneOf(legalCaseId, fields.proceedingId);
    const made = await (await this.db.repo(ProcEvent)).createQueryBuilder().insert()
      .values({ ...fields, id, sent, legalCaseId, timeZone, planned: planned ?? false, sortKey: sortKey(fields.on) } as never).orIgnore().execute();
    if (!(made.raw as unknown[]).length) {
      const [row] = await this.db.sql<{ sent: string }>('select sent from app.proc_event where id = $1', [id]);
      if (row?.sent !== sent) throw new AppError('CONFLICT', 'This key has been used for another event.', { fields: [{ field: 'id', problem: 'taken' }] });
      return (await this.byId(id)) as ProcEvent;
    }
    await this.setNote({ id, legalCaseId }, { body: privateNote, minutesSpent });
    if (nextOn) {
      await (await this.db.repo(ProcEvent)).insert({
        legalCaseId, proceedingId: fields.proceedingId ?? null, type: nextType ?? fields.type, on: nextOn, sortKey: sortKey(nextOn), basis: 'listed', timeZone, planned: true, followsId: id,
      });
    }
    return (await this.byId(id)) as ProcEvent;
  }

  /** Changes the version that the person saw, or says how it stands now. Event and note are two rows: only what changes moves. */
  async change(id: string, version: number, { privateNote, minutesSpent, planned, ...patch }: ChangeEvent): Promise<ChangedEvent | StaleEvent> {
    const before = await this.byId(id);
    if (!before) throw new AppError('NOT_FOUND');
    const note = await this.note(before);
    if (before.version + (note?.version ?? 0) !== version) return { current: before };
    const merged = { ...before, ...Object.fromEntries(Object.entries(patch).filter(([, v]) => v !== undefined)) } as never;
    const faults = eventFits(merged);
    if (faults.length) throw new AppError('INVALID', null, { fields: faults.map(({ field, reason }) => ({ field, problem: reason })) });
    const beside = { body: privateNote, minutesSpent };
    try {
      await this.setNote(before, beside, note);
      await this.db.change(ProcEvent, { id, version: before.version }, {
        ...patch, ...(typeof planned === 'boolean' ? { planned } : {}), ...(patch.on ? { sortKey: sortKey(patch.on) } : {}),
        ...(patch.proceedingId !== undefined ? { timeZone: await this.zoneOf(before.legalCaseId, patch.proceedingId) } : {}),
      });
    } catch (e) {
      // With the note written already only an error takes it back.
      if (e instanceof AppError && e.code === 'STALE' && !(saidOf(beside).length && saidOf({ ...patch, planned }).length)) return { current: (await this.byId(id)) as ProcEvent };
      throw e;
    }
    return { event: (await this.byId(id)) as ProcEvent };
  }
  private async setNote({ id, legalCaseId }: Pick<ProcEvent, 'id' | 'legalCaseId'>, given: Partial<Record<'body' | 'minutesSpent', unknown>>, there?: EventNote): Promise<void> {
    const said = saidOf(given);
    if (!said.length) return;
    if (there) await this.db.change(EventNote, { id, version: there.version }, given as Partial<EventNote>);
    else if (said.some((v) => v !== null)) await this.db.add(EventNote, { id, legalCaseId, ...(given as Partial<EventNote>) });
  }

  /** Takes an event back, and with it the next date it set, as long as that is only planned. */
  async remove(id: string): Promise<boolean> {
    await (await this.db.repo(ProcEvent)).delete({ followsId: id, planned: true });
    await this.db.remove(ProcEvent, id);
    return true;
  }

  private async zoneOf(legalCaseId: string, proceedingId: string | null | undefined): Promise<string | null> {
    if (!proceedingId) return null;
    const proceeding = await this.proceedings.byId(proceedingId);
    if (proceeding?.legalCaseId !== legalCaseId) throw new AppError('INVALID', null, { fields: [{ field: 'proceedingId', problem: 'unknown' }] });
    return proceeding.timeZone;
  }
}
