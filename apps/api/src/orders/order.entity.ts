import { Remedy } from '@amparo/domain';
import { ComplianceLevel, ComplianceMark, DueKind, OrderPeriodUnit, OrderStatus, PeriodFrom } from '@amparo/domain/orders';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

registerEnumType(Remedy, { name: 'Remedy' });
registerEnumType(DueKind, { name: 'DueKind', description: 'How an order says when; nothing_to_do: nobody has to act, a declaration for instance.' });
registerEnumType(OrderPeriodUnit, { name: 'OrderPeriodUnit', description: 'unclear_day: the order says days and not which.' });
registerEnumType(PeriodFrom, { name: 'PeriodFrom' });
registerEnumType(OrderStatus, { name: 'OrderStatus' });
registerEnumType(ComplianceLevel, { name: 'ComplianceLevel', description: 'unknown: asked, and no answer came. Never the same as none.' });
registerEnumType(ComplianceMark, { name: 'ComplianceMark', description: 'full_one_person: full, and no second person has checked it.' });

@ObjectType({ description: 'One operative sentence of a decision, with its own words, day and life.' })
@Entity({ name: 'order_item', schema: 'app' })
export class OrderItem {
  @Field(() => ID) @PrimaryGeneratedColumn('uuid') id!: string;
  @Field(() => ID) @Column({ type: 'uuid', name: 'legal_case_id', update: false }) legalCaseId!: string;
  @Field(() => ID) @Column({ type: 'uuid', name: 'decision_id', update: false }) decisionId!: string;
  @Field(() => String, { nullable: true, description: 'The court\'s own number, or a letter of ours.' }) @Column({ type: 'text', nullable: true }) mark!: string | null;
  @Field(() => Int) @Column({ type: 'int' }) ordinal!: number;
  @Field(() => String, { nullable: true, description: 'Word for word. Nothing: not yet entered.' }) @Column({ type: 'text', nullable: true }) words!: string | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', name: 'words_language', nullable: true }) wordsLanguage!: string | null;
  @Field(() => String, { description: 'In our words, never the court\'s.' }) @Column({ type: 'text', name: 'our_words' }) ourWords!: string;
  @Field(() => Remedy) @Column({ type: 'text' }) type!: Remedy;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) addressee!: string | null;
  @Field(() => DueKind) @Column({ type: 'text', name: 'due_kind' }) dueKind!: DueKind;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', name: 'due_edtf', nullable: true }) dueOn!: string | null;
  @Field(() => Int, { nullable: true }) @Column({ type: 'int', name: 'period_length', nullable: true }) periodLength!: number | null;
  @Field(() => OrderPeriodUnit, { nullable: true }) @Column({ type: 'text', name: 'period_unit', nullable: true }) periodUnit!: OrderPeriodUnit | null;
  @Field(() => PeriodFrom, { nullable: true }) @Column({ type: 'text', name: 'period_from', nullable: true }) periodFrom!: PeriodFrom | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', name: 'start_edtf', nullable: true }) startOn!: string | null;
  @Field(() => Boolean) @Column({ type: 'boolean', name: 'start_to_confirm' }) startToConfirm!: boolean;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) conditions!: string | null;
  @Field(() => String, { nullable: true, description: 'Why the day cannot be relied on.' }) @Column({ type: 'text', name: 'due_doubt', nullable: true }) dueDoubt!: string | null;
  @Field(() => [ID]) @Column({ type: 'uuid', array: true, name: 'claim_ids' }) claimIds!: string[];
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) source!: string | null;
  @Column({ type: 'text', nullable: true, select: false, update: false }) sent!: string | null;
  @Column({ type: 'smallint', insert: false, update: false }) level!: number;
  @Field(() => Int) @Column({ type: 'int', insert: false, update: false }) version!: number;
  @Field(() => Date) @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt!: Date;
}

@ObjectType({ description: 'A step in the life of an order; nothing is written over. A stay runs from its day to the day it ends, and has a row for each order it names.' })
@Entity({ name: 'order_status', schema: 'app' })
export class OrderStep {
  @Field(() => ID) @PrimaryGeneratedColumn('uuid') id!: string;
  @Column({ type: 'uuid', name: 'legal_case_id', update: false }) legalCaseId!: string;
  @Field(() => ID) @Column({ type: 'uuid', name: 'order_item_id', update: false }) orderItemId!: string;
  @Field(() => ID, { nullable: true, description: 'The decision that did it.' }) @Column({ type: 'uuid', name: 'decision_id', nullable: true }) decisionId!: string | null;
  @Field(() => ID, { nullable: true, description: 'The stay it belongs to.' }) @Column({ type: 'uuid', name: 'stay_id', nullable: true, update: false }) stayId!: string | null;
  @Field(() => OrderStatus) @Column({ type: 'text', update: false }) status!: OrderStatus;
  @Field(() => String) @Column({ type: 'text', name: 'from_edtf' }) from!: string;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', name: 'to_edtf', nullable: true }) to!: string | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) note!: string | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) source!: string | null;
  @Column({ type: 'smallint', insert: false, update: false }) level!: number;
  @Field(() => Int) @Column({ type: 'int', insert: false, update: false }) version!: number;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt!: Date;
}

@ObjectType({ description: 'What somebody saw of an order being obeyed, on a day, with the proof.' })
@Entity({ name: 'compliance_observation', schema: 'app' })
export class ComplianceObservation {
  @Field(() => ID) @PrimaryGeneratedColumn('uuid') id!: string;
  @Column({ type: 'uuid', name: 'legal_case_id', update: false }) legalCaseId!: string;
  @Field(() => ID) @Column({ type: 'uuid', name: 'order_item_id', update: false }) orderItemId!: string;
  @Field(() => String) @Column({ type: 'text', name: 'on_edtf' }) on!: string;
  @Field(() => ComplianceLevel, { name: 'level' }) @Column({ type: 'text' }) state!: ComplianceLevel;
  @Field(() => [String]) @Column({ type: 'text', array: true }) evidence!: string[];
  @Field(() => String, { nullable: true }) @Column({ type: 'text', name: 'public_note', nullable: true }) publicNote!: string | null;
  @Column({ type: 'text', nullable: true, select: false, update: false }) sent!: string | null;
  @Column({ type: 'uuid', name: 'written_by', nullable: true, insert: false, update: false }) writtenById!: string | null;
  @Column({ type: 'uuid', name: 'verified_by', nullable: true, insert: false, update: false }) verifiedById!: string | null;
  @Field(() => Date, { nullable: true }) @Column({ type: 'timestamptz', name: 'verified_at', nullable: true, insert: false, update: false }) verifiedAt!: Date | null;
  @Column({ type: 'smallint', insert: false, update: false }) level!: number;
  @Column({ type: 'int', insert: false, update: false }) version!: number;
  @Field(() => Date) @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt!: Date;
}

/** The private part of an observation: a row of its own, since its readers are the team. */
@Entity({ name: 'compliance_note', schema: 'app' })
export class ComplianceNote {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid', name: 'legal_case_id', update: false }) legalCaseId!: string;
  @Column({ type: 'text' }) body!: string;
  @Column({ type: 'smallint', insert: false, update: false }) level!: number;
  @Column({ type: 'int', insert: false, update: false }) version!: number;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt!: Date;
}

@InputType()
export class OrderItemInput {
  @Field(() => ID, { nullable: true, description: 'Made by the client: the same sent twice is one order.' }) id?: string;
  @Field(() => ID) decisionId!: string;
  @Field(() => String, { nullable: true }) mark?: string;
  @Field(() => Int, { nullable: true }) ordinal?: number;
  @Field(() => String, { nullable: true }) words?: string;
  @Field(() => String, { nullable: true }) wordsLanguage?: string;
  @Field(() => String) ourWords!: string;
  @Field(() => Remedy) type!: Remedy;
  @Field(() => String, { nullable: true }) addressee?: string;
  @Field(() => DueKind) dueKind!: DueKind;
  @Field(() => String, { nullable: true }) dueOn?: string;
  @Field(() => Int, { nullable: true }) periodLength?: number;
  @Field(() => OrderPeriodUnit, { nullable: true }) periodUnit?: OrderPeriodUnit;
  @Field(() => PeriodFrom, { nullable: true }) periodFrom?: PeriodFrom;
  @Field(() => String, { nullable: true }) startOn?: string;
  @Field(() => Boolean, { nullable: true }) startToConfirm?: boolean;
  @Field(() => String, { nullable: true }) conditions?: string;
  @Field(() => String, { nullable: true }) dueDoubt?: string;
  @Field(() => [ID], { nullable: true }) claimIds?: string[];
  @Field(() => String, { nullable: true }) source?: string;
}
@InputType()
export class OrderStepInput {
  @Field(() => ID) orderId!: string;
  @Field(() => OrderStatus) status!: OrderStatus;
  @Field(() => String) on!: string;
  @Field(() => ID, { nullable: true }) byDecisionId?: string;
  @Field(() => String, { nullable: true }) reason?: string;
  @Field(() => String, { nullable: true }) source?: string;
}
@InputType('OrderStayInput', { description: 'A stay stops the orders it names and no other.' })
export class StayInput {
  @Field(() => [ID]) orderIds!: string[];
  @Field(() => ID, { nullable: true }) byDecisionId?: string;
  @Field(() => String) from!: string;
  @Field(() => String, { nullable: true }) to?: string;
  @Field(() => String, { nullable: true }) source?: string;
}
@InputType()
export class ObservationInput {
  @Field(() => ID, { nullable: true, description: 'Made by the client: the same sent twice is one observation.' }) id?: string;
  @Field(() => ID) orderId!: string;
  @Field(() => String) on!: string;
  @Field(() => ComplianceLevel) level!: ComplianceLevel;
  @Field(() => [String], { nullable: true }) evidence?: string[];
  @Field(() => String, { nullable: true }) publicNote?: string;
  @Field(() => String, { nullable: true, description: 'For the case team alone.' }) privateNote?: string;
}
