import { dayShown, rangeOf } from '@amparo/domain';
import { boardGroups, type BoardRow, boardOf, clockLine, complianceOf, dueOf, type Observation, type ClockStretch, type OrderClock, type OrderStatus, orderStatusOn, type OrderStatusStep } from '@amparo/domain/orders';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.ts';
import { Db } from '../platform/db.ts';
import { cursorOf, readCursor } from '../platform/page-cursor.ts';
import type { OrderConnection, OrderFilterValues, OrderState } from './order-state.entity.ts';
import { OrderService } from './order.service.ts';

interface Row extends BoardRow { order: OrderClock; status: OrderStatus; today: string; clock: ClockStretch[] }
type Step = OrderStatusStep & { to: string | null; stay: boolean };
type Facts = OrderClock & { caseId: string; zone: string | null; dates: { on: string; basis: string; used?: boolean }[]; steps: Step[]; observations: Observation[] };
/** All that the state of an order follows from, one row each, as the reader may see it. */
const facts = (where: string) => `select o.id, o.legal_case_id as "caseId", o.due_kind as "dueKind", o.due_edtf as "dueOn", o.period_length as "periodLength", o.period_unit as "periodUnit", o.period_from as "periodFrom",
    o.start_edtf as "startOn", o.start_to_confirm as "startToConfirm", o.due_doubt as "dueDoubt", d.dates,
    (select p.time_zone from app.decision_proceeding x join app.proceeding p on p.id = x.proceeding_id where x.decision_id = d.id order by p.ordinal, p.id limit 1) as zone,
    (select coalesce(json_agg(json_build_object('status', s.status, 'on', s.from_edtf, 'to', s.to_edtf, 'stay', s.stay_id is not null) order by s.created_at, s.id), '[]') from app.order_status s where s.order_item_id = o.id and s.legal_case_id = o.legal_case_id) as steps,
    (select coalesce(json_agg(json_build_object('id', b.id, 'on', b.on_edtf, 'level', b.state, 'authorId', coalesce(b.written_by::text, ''), 'verifierId', b.verified_by) order by b.created_at, b.id), '[]')
      from app.compliance_observation b where b.order_item_id = o.id and b.legal_case_id = o.legal_case_id) as observations
  from app.order_item o join app.decision d on d.id = o.decision_id and d.legal_case_id = o.legal_case_id join app.legal_case c on c.id = o.legal_case_id where ${where}`;

/** Where every order stands: its day, its clock, its stays and whether it is obeyed. Derived on reading. */
@Injectable()
export class OrderStateService {
  constructor(private readonly db: Db, private readonly orders: OrderService, private readonly clock: Clock) {}

  async of(id: string): Promise<OrderState | undefined> {
    return this.db.batch<string, OrderState>('order.state', id, async (ids) => new Map((await this.db.sql<Facts>(facts('o.id = any($1::uuid[])'), [ids])).map((f) => [f.id, shown(this.derive(f))])));
  }

  /** Orders of all cases one may read, in the order of the board. It is derived whole: the place of each follows from the day it is. */
  async board(first: number, after: string | null, filter: OrderFilterValues): Promise<OrderConnection> {
    const { where, params } = conditions(filter);
    const rows = (await this.db.sql<Facts>(facts(where), params)).map((f) => this.derive(f));
    const board = boardOf(rows);
    const wanted = new Set<string>(filter.groups?.length ? filter.groups : boardGroups);
    const outside = rows.filter(({ compliance: { group } }) => wanted.has(group) && !(boardGroups as readonly string[]).includes(group));
    const all = [...board.groups.flatMap(({ group, rows: of }) => (wanted.has(group) ? of : [])), ...outside];
    const mark = readCursor(after, 'text');
    const at = mark ? all.findIndex(({ order }) => order.id === mark[1]) : -1;
    const begin = mark ? (at >= 0 ? at + 1 : Number(mark[0]) || 0) : 0; // one that left the board meanwhile had this place
    const page = all.slice(begin, begin + first);
    const nodes = (await Promise.all(page.map(({ order }) => this.orders.byId(order.id)))).filter((o) => o !== undefined);
    const last = page.at(-1);
    return {
      nodes, pageInfo: { endCursor: last ? cursorOf(String(begin + page.length - 1), last.order.id) : null, hasNextPage: begin + page.length < all.length },
      groups: board.groups.map(({ group, rows: of }) => ({ group, count: of.length })), past: board.past, pastUnknown: board.pastUnknown, orders: board.orders, cases: board.cases,
    };
  }

  private derive({ caseId, zone, dates, steps, observations, ...order }: Facts): Row {
    const decidedOn = dayShown(dates)?.on ?? '';
    const today = this.clock.dayIn(zone ?? 'UTC');
    const stays = steps.flatMap(({ stay, on, to }) => (stay ? [{ orderIds: [order.id], from: on, to }] : []));
    const history = steps.filter(({ stay }) => !stay);
    const status = orderStatusOn(order, history, stays, today);
    const due = dueOf(order, decidedOn, stays);
    const start = rangeOf((order.periodFrom === 'decision' ? '' : order.startOn) || decidedOn)?.from ?? today;
    return { caseId, decidedOn, order, due, status, today, clock: clockLine(due, order, start, stays, today), compliance: complianceOf(observations, { due, status, today }) };
  }
}

function conditions({ countries, types, dueKinds, legalCaseId, mine, text }: OrderFilterValues): { where: string; params: unknown[] } {
  const params: unknown[] = [];
  const value = (v: unknown) => `$${params.push(v)}`;
  const words = (text?.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((w) => `(o.our_words || ' ' || coalesce(o.words, '') || ' ' || coalesce(o.addressee, '') || ' ' || c.title || ' ' || coalesce(c.short_name, '')) ilike ${value(`%${w}%`)}`);
  const all = [
    ...words, ...(text && !words.length ? ['false'] : []), ...(countries?.length ? [`c.countries && ${value(countries)}::text[]`] : []), ...(types?.length ? [`o.type = any(${value(types)}::text[])`] : []),
    ...(mine ? ['o.legal_case_id in (select app.my_cases())'] : []), ...(dueKinds?.length ? [`o.due_kind = any(${value(dueKinds)}::text[])`] : []), legalCaseId ? `o.legal_case_id = ${value(legalCaseId)}::uuid` : 'c.archived_at is null',
  ];
  return { where: all.join(' and '), params };
}

function shown({ due, status, clock, today, compliance: { mark, group, late, left } }: Row): OrderState {
  const of = { on: null, from: null, to: null, why: null, since: null, daysLeft: null, before: null, stayedDays: null, startToConfirm: false, ...due };
  return { status, mark, group, late: late ?? null, left: left ?? null, clock, today, due: { ...of, trace: 'trace' in due && due.trace.length ? JSON.stringify(due.trace) : null } };
}
