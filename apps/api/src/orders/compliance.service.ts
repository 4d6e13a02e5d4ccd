import { isLegalDate, rangeOf } from '@amparo/domain';
import { type ObservationInput, verifyFaults } from '@amparo/domain/orders';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.ts';
import { Db } from '../platform/db.ts';
import { AppError } from '../platform/errors.ts';
import { addOnce } from '../platform/sent-once.ts';
import { ComplianceNote, ComplianceObservation } from './order.entity.ts';
import { OrderService } from './order.service.ts';

const newestFirst = { on: 'DESC', createdAt: 'DESC', id: 'ASC' } as const;

/** What people saw of an order being obeyed. The public fact and the private note are two rows, with readers of their own. */
@Injectable()
export class ComplianceService {
  constructor(private readonly db: Db, private readonly orders: OrderService, private readonly clock: Clock) {}

  byId(id: string): Promise<ComplianceObservation | undefined> {
    return this.db.first(ComplianceObservation, 'id', id);
  }
  async must(id: string): Promise<ComplianceObservation> {
    const found = await this.byId(id);
    if (!found) throw new AppError('NOT_FOUND');
    return found;
  }
  ofOrder(id: string): Promise<ComplianceObservation[]> { return this.db.many(ComplianceObservation, 'orderItemId', id, newestFirst); }
  note(id: string): Promise<ComplianceNote | undefined> { return this.db.first(ComplianceNote, 'id', id); }
  /** Observation and note together, as far as one reads them. */
  async version(o: ComplianceObservation): Promise<number> { return o.version + ((await this.note(o.id))?.version ?? 0); }

  /** Records what was seen; the same key with the same content gives the same observation. */
  async add(input: ObservationInput): Promise<ComplianceObservation> {
    const { legalCaseId } = await this.orders.must(input.orderId);
    this.mustBePast(input.on);
    const { id, again } = await addOnce(this.db, ComplianceObservation, { ...columns(input), orderItemId: input.orderId, legalCaseId }, { key: input.id, place: input.orderId, input });
    if (!again && input.privateNote) await this.db.add(ComplianceNote, { id, legalCaseId, body: input.privateNote });
    return this.must(id);
  }
  /** Changes the version that the person saw. What a second person had checked is open again. */
  async change(id: string, version: number, input: ObservationInput): Promise<ComplianceObservation> {
    const before = await this.must(id);
    if (before.orderItemId !== input.orderId) throw new AppError('INVALID', null, { fields: [{ field: 'orderId', problem: 'stays_with_its_order' }] });
    this.mustBePast(input.on);
    const note = await this.note(id);
    if (before.version + (note?.version ?? 0) !== version) throw new AppError('STALE', null, { current: before });
    if (input.privateNote && note) await this.db.change(ComplianceNote, note, { body: input.privateNote });
    else if (input.privateNote) await this.db.add(ComplianceNote, { id, legalCaseId: before.legalCaseId, body: input.privateNote });
    else if (note && input.privateNote === null) await this.db.remove(ComplianceNote, id);
    return this.db.change(ComplianceObservation, before, columns(input));
  }
  /** Nobody has seen what is still to come, wherever they are. */
  private mustBePast(on: string): void {
    const range = isLegalDate(on) ? rangeOf(on) : null;
    if (range && range.from > this.clock.dayIn('Pacific/Kiritimati')) throw new AppError('INVALID', null, { fields: [{ field: 'on', problem: 'in_the_future' }] });
  }
  async remove(id: string): Promise<boolean> { await this.db.remove(ComplianceObservation, id); return true; }

  /** A second person of the team has looked at the proof: never who wrote it, and once. */
  async verify(id: string): Promise<ComplianceObservation> {
    const before = await this.must(id);
    const me = (await this.db.who()) ?? '';
    const [fault] = verifyFaults({ id, on: before.on, level: before.state, authorId: before.writtenById ?? '', verifierId: before.verifiedById }, me);
    if (fault?.reason === 'own_observation') throw new AppError('INVALID', 'Whoever checks is never who wrote. Ask a colleague on the team.', { fields: [{ field: 'verifiedBy', problem: fault.reason }] });
    if (fault) throw new AppError('CONFLICT', 'Somebody has checked this already.', { fields: [{ field: 'verifiedBy', problem: fault.reason }] });
    await this.db.sql('select app.verify_observation($1)', [id]);
    const after = await this.db.one(ComplianceObservation, id);
    if (!after?.verifiedById) throw new AppError('FORBIDDEN');
    return after;
  }
}

const columns = ({ on, level, evidence, publicNote = null }: ObservationInput) => ({ on, state: level, evidence, publicNote });
