import type { CalendarFeedInput } from '@amparo/domain';
import { Injectable } from '@nestjs/common';
import { LegalCaseService } from '../cases/legal-case.service.ts';
import { OrganisationService } from '../people/organisation.service.ts';
import { publicAddress } from '../platform/address.ts';
import { newToken } from '../platform/auth.ts';
import { Db } from '../platform/db.ts';
import { AppError } from '../platform/errors.ts';
import { CalendarFeed, type NewCalendarFeed } from './feed.entity.ts';

/** One's own feeds. The address is made here, given out once and kept as a hash; a new one ends the old. */
@Injectable()
export class FeedService {
  constructor(private readonly db: Db, private readonly cases: LegalCaseService, private readonly organisations: OrganisationService) {}

  async list(): Promise<CalendarFeed[]> { return (await this.db.repo(CalendarFeed)).find({ order: { createdAt: 'ASC', id: 'ASC' } }); }

  async add({ name = null, legalCaseId = null, organisationId = null, hearings, deadlines, onlyMine, deadlinesAs }: CalendarFeedInput): Promise<NewCalendarFeed> {
    if (legalCaseId) await this.cases.must(legalCaseId);
    if (organisationId && !(await this.organisations.byId(organisationId))) throw new AppError('NOT_FOUND');
    const token = newToken();
    const [row] = await this.db.sql<{ id: string }>('select app.add_feed($1, $2, $3, $4, $5, $6, $7, $8) as id', [token, name, legalCaseId, organisationId, hearings, deadlines, onlyMine, deadlinesAs]);
    return this.shown(row?.id ?? '', token);
  }
  async rotate(id: string): Promise<NewCalendarFeed> {
    const token = newToken();
    const [row] = await this.db.sql<{ done: boolean }>('select app.rotate_feed($1, $2) as done', [id, token]);
    if (!row?.done) throw new AppError('NOT_FOUND');
    return this.shown(id, token);
  }
  async remove(id: string): Promise<boolean> { await this.db.remove(CalendarFeed, id); return true; }

  private async shown(id: string, token: string): Promise<NewCalendarFeed> {
    const feed = await this.db.one(CalendarFeed, id);
    if (!feed) throw new AppError('NOT_FOUND');
    return { feed, address: `${publicAddress()}/f/${token}.ics` };
  }
}
