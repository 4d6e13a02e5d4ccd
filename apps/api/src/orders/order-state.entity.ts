import { line, Remedy } from '@amparo/domain';
import { ComplianceMark, DueKind, FreshKind, OrderStatus } from '@amparo/domain/orders';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { z } from 'zod';
import { PageInfo } from '../platform/page-info.ts';
import { OrderItem } from './order.entity.ts';

/** Groups of the board in their order; what has ended and what asks nothing of anybody stand on the case alone. */
export const OrderGroup = { past: 'past', running: 'running', cannot_be_counted: 'cannot_be_counted', no_day: 'no_day', done: 'done', ended: 'ended', nothing_to_do: 'nothing_to_do' } as const;
export type OrderGroup = keyof typeof OrderGroup;
registerEnumType(OrderGroup, { name: 'OrderGroup', description: 'In the order of the board. ended and nothing_to_do stand on the case alone.' });
registerEnumType(FreshKind, { name: 'FreshKind' });

@ObjectType({ description: 'When it is to be obeyed by, and how sure that is. status: day, rough, paused, not_computable or none; why: which_days, no_calendar, start_unknown, rough_date, moved_perhaps, stay_of_fixed_day, rough_stay, decision_date_unknown, condition, no_limit, nothing_to_do.' })
export class OrderDue {
  @Field(() => String) status!: string;
  @Field(() => String, { nullable: true, description: 'EDTF; of a rough day too.' }) on!: string | null;
  @Field(() => String, { nullable: true, description: 'The first and last day it may be.' }) from!: string | null;
  @Field(() => String, { nullable: true }) to!: string | null;
  @Field(() => String, { nullable: true }) why!: string | null;
  @Field(() => String, { nullable: true, description: 'Paused: since when.' }) since!: string | null;
  @Field(() => Int, { nullable: true, description: 'Paused: days of the clock that are left.' }) daysLeft!: number | null;
  @Field(() => String, { nullable: true, description: 'Paused: the day it was before the stay.' }) before!: string | null;
  @Field(() => Int, { nullable: true, description: 'Days a stay has added.' }) stayedDays!: number | null;
  @Field(() => Boolean) startToConfirm!: boolean;
  @Field(() => String, { nullable: true, description: 'The steps of the count, as JSON (TraceStep of libs/domain).' }) trace!: string | null;
}
@ObjectType({ description: 'A span as people say it: whole years and months, and days where there is no month. `about`: the day itself is rough.' })
export class OrderSpan {
  @Field(() => Int) days!: number;
  @Field(() => Int) years!: number;
  @Field(() => Int) months!: number;
  @Field(() => Boolean) about!: boolean;
}
@ObjectType({ description: 'A stretch of the clock: ran, stayed, late or to_run.' })
export class OrderStretch {
  @Field(() => String) state!: string;
  @Field(() => String) from!: string;
  @Field(() => String) to!: string;
}
@ObjectType({ description: 'Derived on reading: from the words of the order, its stays, and what was seen.' })
export class OrderState {
  @Field(() => OrderStatus) status!: OrderStatus;
  @Field(() => OrderDue) due!: OrderDue;
  @Field(() => ComplianceMark) mark!: ComplianceMark;
  @Field(() => OrderGroup) group!: OrderGroup;
  @Field(() => OrderSpan, { nullable: true }) late!: OrderSpan | null;
  @Field(() => OrderSpan, { nullable: true }) left!: OrderSpan | null;
  @Field(() => [OrderStretch]) clock!: OrderStretch[];
  @Field(() => String, { description: 'The day it is at the court.' }) today!: string;
}
@ObjectType({ description: '"Last checked 12 Aug 2024. Still right?"' })
export class Freshness {
  @Field(() => ID, { description: 'Of what it is about.' }) id!: string;
  @Field(() => Boolean) stale!: boolean;
  @Field(() => String, { nullable: true, description: 'Nothing: nobody has checked it yet.' }) lastChecked!: string | null;
  @Field(() => String, { nullable: true, description: 'The day to ask again.' }) askOn!: string | null;
}

@ObjectType()
export class OrderGroupCount {
  @Field(() => OrderGroup) group!: OrderGroup;
  @Field(() => Int) count!: number;
}
@ObjectType({ description: 'Orders of all cases one may read: the longest overdue first, then the soonest.' })
export class OrderConnection {
  @Field(() => [OrderItem]) nodes!: OrderItem[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
  @Field(() => [OrderGroupCount], { description: 'All groups of the board, also those the filter leaves out.' }) groups!: OrderGroupCount[];
  @Field(() => Int) past!: number;
  @Field(() => Int, { description: 'Of those past their day: nothing is known.' }) pastUnknown!: number;
  @Field(() => Int) orders!: number;
  @Field(() => Int) cases!: number;
}
@InputType()
export class OrderFilter {
  @Field(() => [OrderGroup], { nullable: true }) groups?: OrderGroup[];
  @Field(() => [String], { nullable: true }) countries?: string[];
  @Field(() => [Remedy], { nullable: true }) types?: Remedy[];
  @Field(() => [DueKind], { nullable: true }) dueKinds?: DueKind[];
  @Field(() => ID, { nullable: true }) legalCaseId?: string;
  @Field(() => Boolean, { nullable: true, description: 'Of the cases on whose team one is.' }) mine?: boolean;
  @Field(() => String, { nullable: true, description: 'In the words, the addressee or the name of the case.' }) text?: string;
}
export const orderFilter = z.strictObject({
  groups: z.array(z.enum(OrderGroup)).max(7).nullish(), countries: z.array(line(16)).max(50).nullish(), types: z.array(z.enum(Remedy)).max(30).nullish(), dueKinds: z.array(z.enum(DueKind)).max(6).nullish(),
  legalCaseId: z.uuid().nullish(), mine: z.boolean().nullish(), text: line(200).nullish(),
});
export type OrderFilterValues = z.output<typeof orderFilter>;
