import { type Entry, mayBeSame, type PairEvents, possibleDuplicatesOf } from '@amparo/domain';
import { Injectable } from '@nestjs/common';
import { LegalCaseService } from '../cases/legal-case.service.ts';
import { Db } from '../platform/db.ts';
import { AppError } from '../platform/errors.ts';
import { EventPair, type EventTwin } from './event-pair.entity.ts';
import type { ProcEvent } from './proc-event.entity.ts';
import { ProcEventService } from './proc-event.service.ts';

const entryOf = (e: ProcEvent): Entry => ({ ...e, at: e.createdAt.toISOString() });
interface Near { of: string; id: string; same: boolean | null; version: number }

/** Two phones that logged one hearing: both texts stay, and the team, which alone sees that, says whether they belong together. */
@Injectable()
export class EventPairService {
  constructor(private readonly db: Db, private readonly events: ProcEventService, private readonly cases: LegalCaseService) {}

  /** The earlier entry that may tell of the same hearing, for the team: the one it is kept together with, else the first that nobody has judged. One statement for all events of an answer. */
  async twin(e: ProcEvent): Promise<EventTwin | null> {
    if (!e.loggedById || !(await this.cases.can(e.legalCaseId)).notes) return null;
    const near = await this.db.batch<string, Near[]>('event.near', e.id, async (ids) => Map.groupBy(await this.db.sql<Near>(
      `select e.id as of, d.id, p.same, coalesce(p.version, 0) as version from app.proc_event e
       join app.proc_event d on d.legal_case_id = e.legal_case_id and d.sort_key = e.sort_key and d.id <> e.id and d.proceeding_id is not distinct from e.proceeding_id
       left join app.event_pair p on p.event_id = least(e.id, d.id) and p.other_id = greatest(e.id, d.id) where e.id = any($1)`, [ids]), (r) => r.of));
    if (!near?.length) return null;
    const among = await this.events.list(near.map(({ id }) => id));
    const open = possibleDuplicatesOf(entryOf(e), among.map(entryOf)).flatMap(({ id }) => near.filter((said) => said.id === id && said.same !== false));
    const said = open.find(({ same }) => same) ?? open[0];
    return said ? { eventId: said.id, same: said.same, version: said.version } : null;
  }

  /** Says whether two entries tell of one hearing, of the versions that the person saw; null takes the answer back. */
  async pair({ eventId, eventVersion, otherId, otherVersion, same, pairVersion }: PairEvents): Promise<ProcEvent> {
    const event = await this.must(eventId), other = await this.must(otherId);
    if (!mayBeSame(entryOf(event), entryOf(other))) throw new AppError('INVALID', 'These two cannot be one hearing.', { fields: [{ field: 'otherId', problem: 'not_alike' }] });
    if (!(await this.cases.can(event.legalCaseId)).edit) throw new AppError('FORBIDDEN');
    if ((await this.events.version(event)) !== eventVersion || (await this.events.version(other)) !== otherVersion) throw new AppError('STALE', null, { current: event });
    const [first, second] = [eventId, otherId].toSorted() as [string, string];
    const repo = await this.db.repo(EventPair);
    const before = await repo.findOneBy({ eventId: first, otherId: second });
    if ((before?.version ?? 0) !== pairVersion) throw new AppError('STALE', null, { current: event });
    if (before && same === null) await this.db.remove(EventPair, before.id);
    else if (before) await this.db.change(EventPair, before, { same: same ?? false });
    else if (same !== null) {
      const made = await repo.createQueryBuilder().insert().values({ legalCaseId: event.legalCaseId, eventId: first, otherId: second, same }).orIgnore().execute();
      if (!(made.raw as unknown[]).length) throw new AppError('STALE', null, { current: event }); // somebody answered in this very moment
    }
    return event;
  }
  private async must(id: string): Promise<ProcEvent> {
    const found = await this.events.byId(id);
    if (!found) throw new AppError('NOT_FOUND');
    return found;
  }
}
