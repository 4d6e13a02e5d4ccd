import { CaseResult } from '@amparo/domain';
import { type FreshKind, staleness } from '@amparo/domain/orders';
import { Injectable } from '@nestjs/common';
import { LegalCaseService } from '../cases/legal-case.service.ts';
import { Clock } from '../platform/clock.ts';
import { Db } from '../platform/db.ts';
import { AppError } from '../platform/errors.ts';
import { PrecedentService } from '../precedents/precedent.service.ts';
import { LastCheck, PrecedentCheck } from './last-check.entity.ts';
import type { Freshness } from './order-state.entity.ts';
import { OrderService } from './order.service.ts';

/** Records grow stale visibly: who enters one has looked that day; from then on it is asked "still right?". */
@Injectable()
export class FreshnessService {
  constructor(private readonly db: Db, private readonly cases: LegalCaseService, private readonly orders: OrderService, private readonly precedents: PrecedentService, private readonly clock: Clock) {}

  async of(kind: Exclude<FreshKind, 'pending_record'>, { id, createdAt }: { id: string; createdAt: Date }): Promise<Freshness> {
    return this.shown(kind, id, (await this.latest('last_check', 'subject_id', id)) ?? createdAt);
  }
  /** Only of a record whose case is pending: what is decided does not grow old that way. A record of the library came from elsewhere, so nobody has checked it here until somebody says so. */
  async ofPrecedent({ id, result }: { id: string; result: CaseResult }): Promise<Freshness | null> {
    return result === CaseResult.pending ? this.shown('pending_record', id, await this.latest('precedent_check', 'precedent_id', id)) : null;
  }
  private latest(table: 'last_check' | 'precedent_check', column: string, id: string): Promise<Date | undefined> {
    return this.db.batch<string, Date>(`check.${table}`, id, async (ids) => new Map((await this.db.sql<{ id: string; at: Date }>(`select ${column} as id, max(checked_at) as at from app.${table} where ${column} = any($1::uuid[]) group by 1`, [ids])).map((r) => [r.id, r.at])));
  }
  private shown(kind: FreshKind, id: string, at: Date | undefined): Freshness {
    return { id, ...staleness(at?.toISOString().slice(0, 10), kind, this.clock.dayIn('UTC')) };
  }

  /** "Still right", with one click. */
  async confirm(kind: FreshKind, id: string, note: string | null): Promise<Freshness> {
    if (kind === 'pending_record') {
      const record = await this.precedents.byId(id);
      if (!record) throw new AppError('NOT_FOUND');
      if (record.result !== CaseResult.pending) throw new AppError('INVALID', 'Only a record whose case is still pending is asked about.', { fields: [{ field: 'id', problem: 'not_pending' }] });
      await (await this.db.repo(PrecedentCheck)).insert({ precedentId: id });
      return (await this.ofPrecedent(record)) as Freshness;
    }
    const subject = kind === 'case' ? await this.cases.must(id) : await this.orders.must(id);
    await this.db.add(LastCheck, { legalCaseId: 'legalCaseId' in subject ? subject.legalCaseId : id, subject: kind, subjectId: id, note });
    return this.of(kind, subject);
  }
}
