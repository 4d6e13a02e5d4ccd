import { randomUUID } from 'node:crypto';
import { dayShown, rangeOf } from '@amparo/domain';
import { type OrderItemInput, orderStatusFaults, type orderStatusStep, type StayInput } from '@amparo/domain/orders';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { DecisionService } from '../decisions/decision.service.ts';
import { Db } from '../platform/db.ts';
import { AppError } from '../platform/errors.ts';
import { addOnce } from '../platform/sent-once.ts';
import { OrderItem, OrderStep } from './order.entity.ts';

type StepInput = z.output<typeof orderStatusStep>;
const inOrder = { ordinal: 'ASC', createdAt: 'ASC', id: 'ASC' } as const;
const fault = (field: string, problem: string, message: string | null = null) => new AppError('INVALID', message, { fields: [{ field, problem }] });

/** What courts ordered, and what became of each order. Nothing is written over: a life of steps, and stays that name their orders. */
@Injectable()
export class OrderService {
  constructor(private readonly db: Db, private readonly decisions: DecisionService) {}

  byId(id: string): Promise<OrderItem | undefined> {
    return this.db.first(OrderItem, 'id', id);
  }
  async must(id: string): Promise<OrderItem> {
    const found = await this.byId(id);
    if (!found) throw new AppError('NOT_FOUND');
    return found;
  }
  ofCase(id: string): Promise<OrderItem[]> { return this.db.many(OrderItem, 'legalCaseId', id, inOrder); }
  ofDecision(id: string): Promise<OrderItem[]> { return this.db.many(OrderItem, 'decisionId', id, inOrder); }
  /** The whole life, oldest first as recorded; stays among it. */
  steps(orderId: string): Promise<OrderStep[]> { return this.db.many(OrderStep, 'orderItemId', orderId, { createdAt: 'ASC', id: 'ASC' }); }

  /** Adds an order to a decision; the same key with the same content gives the same order. */
  async add(input: OrderItemInput): Promise<OrderItem> {
    const { legalCaseId } = await this.decisions.must(input.decisionId);
    const ordinal = input.ordinal ?? (await this.ofDecision(input.decisionId)).length;
    const { id } = await addOnce(this.db, OrderItem, { ...columns(input), ordinal, decisionId: input.decisionId, legalCaseId }, { key: input.id, place: input.decisionId, input });
    return this.must(id);
  }
  /** Changes the version that the person saw. */
  async change(id: string, version: number, input: OrderItemInput): Promise<OrderItem> {
    const before = await this.must(id);
    if (before.decisionId !== input.decisionId) throw fault('decisionId', 'stays_with_its_decision');
    return this.db.change(OrderItem, { id, version }, { ...columns(input), ...(typeof input.ordinal === 'number' ? { ordinal: input.ordinal } : {}) });
  }
  async remove(id: string): Promise<boolean> { await this.db.remove(OrderItem, id); return true; }

  /** A step in the life of an order. A stay names its orders and has an end: it is entered as one. */
  async addStep({ orderId, status, on, byDecisionId = null, reason = null, source = null }: StepInput): Promise<OrderItem> {
    const order = await this.must(orderId);
    if (status === 'stayed') throw fault('status', 'needs_a_stay', 'A stay names the orders it stops: enter it as a stay.');
    await this.refuseOutOfTurn(order, { status, on }, { status: 'status', on: 'on' });
    await this.refuseForeign(order.legalCaseId, byDecisionId);
    await this.db.add(OrderStep, { legalCaseId: order.legalCaseId, orderItemId: orderId, status, from: on, decisionId: byDecisionId, note: reason, source });
    return this.must(orderId);
  }
  /** Stops the clocks of the orders it names, and no other (domain invariant 8). */
  async addStay({ orderIds, byDecisionId = null, from, to, source = null }: StayInput): Promise<OrderItem[]> {
    const found = await Promise.all(orderIds.map((id) => this.byId(id)));
    const legalCaseId = found[0]?.legalCaseId;
    if (!legalCaseId) throw new AppError('NOT_FOUND');
    const unknown = found.flatMap((order, at) => (order?.legalCaseId === legalCaseId ? [] : [{ field: `orderIds[${at}]`, problem: 'unknown' }]));
    if (unknown.length) throw new AppError('INVALID', null, { fields: unknown });
    await this.refuseForeign(legalCaseId, byDecisionId);
    for (const [at, order] of found.entries()) if (order) await this.refuseOutOfTurn(order, { status: 'stayed', on: from }, { status: `orderIds[${at}]`, on: 'from' });
    const stayId = randomUUID();
    for (const orderItemId of orderIds) await this.db.add(OrderStep, { legalCaseId, orderItemId, status: 'stayed', stayId, from, to: to || null, decisionId: byDecisionId, source });
    return Promise.all(orderIds.map((id) => this.must(id)));
  }
  /** The stay ends on this day, for all the orders it names: their clocks run again. An empty day opens it again. */
  async endStay(stayId: string, to: string): Promise<OrderItem[]> {
    const rows = await this.stay(stayId);
    if (to && rows.some(({ from }) => (rangeOf(from)?.from ?? '') > (rangeOf(to)?.to ?? ''))) throw fault('to', 'ends_before_start');
    for (const row of rows) await this.db.change(OrderStep, row, { to: to || null });
    return Promise.all(rows.map(({ orderItemId }) => this.must(orderItemId)));
  }
  /** Takes back what was entered by mistake: one step, or a stay with all its rows. The history of the case keeps that it was there. */
  async removeStep(id: string): Promise<boolean> {
    const step = await this.db.one(OrderStep, id);
    if (!step) throw new AppError('NOT_FOUND');
    for (const row of step.stayId ? await this.stay(step.stayId) : [step]) await this.db.remove(OrderStep, row.id);
    return true;
  }
  private async stay(stayId: string): Promise<OrderStep[]> {
    const rows = await (await this.db.repo(OrderStep)).findBy({ stayId });
    if (!rows.length) throw new AppError('NOT_FOUND');
    return rows;
  }

  private async refuseOutOfTurn(order: OrderItem, step: { status: OrderStep['status']; on: string }, name: { status: string; on: string }): Promise<void> {
    const [steps, decision] = await Promise.all([this.steps(order.id), this.decisions.must(order.decisionId)]);
    const history = steps.flatMap(({ stayId, status, from }) => (stayId ? [] : [{ status, on: from }]));
    const [first] = orderStatusFaults(history, step, dayShown(decision.dates)?.on ?? '');
    if (first) throw fault(first.field === 'on' ? name.on : name.status, first.reason);
  }
  private async refuseForeign(legalCaseId: string, decisionId: string | null | undefined): Promise<void> {
    if (decisionId && (await this.decisions.byId(decisionId))?.legalCaseId !== legalCaseId) throw fault('byDecisionId', 'unknown');
  }
}

const columns = (i: OrderItemInput) => ({
  mark: i.mark ?? null, words: i.words ?? null, wordsLanguage: i.wordsLanguage ?? null, ourWords: i.ourWords, type: i.type, addressee: i.addressee ?? null, dueKind: i.dueKind, dueOn: i.dueOn || null,
  periodLength: i.periodLength ?? null, periodUnit: i.periodUnit ?? null, periodFrom: i.periodFrom ?? null, startOn: i.startOn || null, startToConfirm: i.startToConfirm ?? false,
  conditions: i.conditions ?? null, dueDoubt: i.dueDoubt ?? null, claimIds: i.claimIds ?? [], source: i.source ?? null,
});
