import { deadlineKinds, type DeadlineResult, deadlineStates, deadlineStatuses } from '@amparo/domain/deadlines';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { PageInfo } from '../platform/page-info.ts';
import type { Asked } from './count.ts';

const codes = <T extends string>(list: readonly T[]) => Object.fromEntries(list.map((code) => [code, code])) as { [K in T]: K };
export const DeadlineKind = codes(deadlineKinds);
export type DeadlineKind = keyof typeof DeadlineKind;
export const DeadlineState = codes(deadlineStates);
export type DeadlineState = keyof typeof DeadlineState;
const DeadlineCounted = codes(deadlineStatuses);
registerEnumType(DeadlineKind, { name: 'DeadlineKind', description: 'Counted by a rule, set by an order, or a day the team wrote down itself.' });
registerEnumType(DeadlineState, { name: 'DeadlineState', description: 'By the court\'s clock: open through the whole of its last day there. missed: the time is over, or it was done too late.' });
registerEnumType(DeadlineCounted, { name: 'DeadlineCounted', description: 'What counting came to: a day, none because something is missing, none because none is fixed, or several.' });

@ObjectType({ description: 'An act that is due, and how its day was counted. For the case team alone, whatever the level of the case.' })
@Entity({ name: 'deadline', schema: 'app' })
export class Deadline {
  @Field(() => ID) @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Field(() => ID) @Column({ type: 'uuid', name: 'legal_case_id', update: false }) legalCaseId!: string;
  @Field(() => ID, { nullable: true }) @Column({ type: 'uuid', name: 'proceeding_id', nullable: true }) proceedingId!: string | null;
  @Field(() => String) @Column({ type: 'text' }) title!: string;
  @Field(() => DeadlineKind) @Column({ type: 'text', update: false }) kind!: DeadlineKind;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', name: 'rule_id', nullable: true }) ruleId!: string | null;
  @Field(() => Int, { nullable: true }) @Column({ type: 'int', name: 'rule_version', nullable: true }) ruleVersion!: number | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', name: 'calendar_id', nullable: true }) calendarId!: string | null;
  @Field(() => Int, { nullable: true }) @Column({ type: 'int', name: 'calendar_version', nullable: true }) calendarVersion!: number | null;
  @Field(() => String, { description: 'A legal date (EDTF), perhaps with an hour; empty: not known.' }) @Column({ type: 'text', name: 'trigger_edtf' }) triggerOn!: string;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', name: 'trigger_basis', nullable: true }) triggerBasis!: string | null;
  @Field(() => Boolean, { description: 'false: the day is claimed, not proved, so nothing is counted from it.' }) @Column({ type: 'boolean', name: 'trigger_confirmed' }) triggerConfirmed!: boolean;
  @Field(() => ID, { nullable: true }) @Column({ type: 'uuid', name: 'trigger_event_id', nullable: true }) triggerEventId!: string | null;
  @Column({ type: 'jsonb' }) asked!: Asked;
  @Column({ type: 'jsonb' }) computed!: DeadlineResult;
  @Field(() => String, { nullable: true, description: 'The day to work to: on the safe side until a named lawyer has confirmed.' }) @Column({ type: 'date', name: 'working_on', nullable: true }) workingOn!: string | null;
  @Field(() => String, { nullable: true, description: 'The last day, at the court.' }) @Column({ type: 'date', name: 'latest_on', nullable: true }) latestOn!: string | null;
  @Field(() => Date, { nullable: true, description: 'The last minute; shown in the zone of the court first.' }) @Column({ type: 'timestamptz', name: 'cut_off', nullable: true }) cutOff!: Date | null;
  @Field(() => String) @Column({ type: 'text' }) zone!: string;
  @Column({ type: 'text' }) status!: DeadlineState;
  @Field(() => Boolean, { description: 'A second person confirms it.' }) @Column({ type: 'boolean' }) critical!: boolean;
  @Column({ type: 'uuid', name: 'owner_id', nullable: true }) ownerId!: string | null;
  @Column({ type: 'uuid', name: 'written_by', nullable: true, insert: false, update: false }) writtenById!: string | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'date', name: 'confirmed_on', nullable: true }) confirmedOn!: string | null;
  @Field(() => String, { nullable: true, description: 'Where whoever confirmed read it.' }) @Column({ type: 'text', name: 'confirmed_source', nullable: true }) confirmedSource!: string | null;
  @Column({ type: 'uuid', name: 'confirmed_by', nullable: true, insert: false, update: false }) confirmedById!: string | null;
  @Field(() => String, { nullable: true, description: 'The name it was signed with.' }) @Column({ type: 'text', name: 'confirmed_name', nullable: true, insert: false, update: false }) confirmedName!: string | null;
  @Field(() => Date, { nullable: true }) @Column({ type: 'timestamptz', name: 'confirmed_at', nullable: true, insert: false, update: false }) confirmedAt!: Date | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', name: 'met_on_edtf', nullable: true }) metOn!: string | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', name: 'settled_note', nullable: true }) settledNote!: string | null;
  @Column({ type: 'jsonb', nullable: true }) recounted!: object | null;
  @Column({ type: 'text', nullable: true, select: false, update: false }) sent!: string | null;
  @Column({ type: 'smallint', insert: false, update: false }) level!: number;
  @Field(() => Int) @Column({ type: 'int', insert: false, update: false }) version!: number;
  @Field(() => Date) @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Field(() => Date) @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt!: Date;
}

@ObjectType({ description: 'Time that an order gave. The rule\'s own day stays beside it.' })
@Entity({ name: 'deadline_extension', schema: 'app' })
export class DeadlineExtension {
  @Field(() => ID) @PrimaryGeneratedColumn('uuid') id!: string;
  @Column({ type: 'uuid', name: 'legal_case_id', update: false }) legalCaseId!: string;
  @Column({ type: 'uuid', name: 'deadline_id', update: false }) deadlineId!: string;
  @Field(() => String) @Column({ type: 'text', name: 'order_text' }) order!: string;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', name: 'on_edtf', nullable: true }) on!: string | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', name: 'until_on', nullable: true }) until!: string | null;
  @Field(() => Int, { nullable: true }) @Column({ type: 'int', name: 'by_n', nullable: true }) periodN!: number | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', name: 'by_unit', nullable: true }) periodUnit!: string | null;
  @Field(() => ID, { nullable: true }) @Column({ type: 'uuid', name: 'decision_id', nullable: true }) decisionId!: string | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) reason!: string | null;
  @Column({ type: 'smallint', insert: false, update: false }) level!: number;
  @Column({ type: 'int', insert: false, update: false }) version!: number;
  @Field(() => Date) @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt!: Date;
}

@ObjectType({ description: 'Deadlines of one\'s own cases, the soonest first; those without a day come last.' })
export class DeadlineConnection {
  @Field(() => [Deadline]) nodes!: Deadline[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}
@ObjectType({ description: 'A rule as it is now, for choosing one. Not verified until a named lawyer has opened the text.' })
export class DeadlineRuleRow {
  @Field(() => String) id!: string;
  @Field(() => String) forum!: string;
  @Field(() => String) act!: string;
  @Field(() => String) party!: string;
  @Field(() => Int, { nullable: true }) n!: number | null;
  @Field(() => String, { nullable: true }) unit!: string | null;
  @Field(() => String, { nullable: true }) noPeriod!: string | null;
  @Field(() => [String], { description: 'Days it can run from; the first is meant when none is said.' }) startsFrom!: string[];
  @Field(() => String) zone!: string;
  @Field(() => String) calendarId!: string;
  @Field(() => String) strictness!: string;
  @Field(() => String) verification!: string;
  @Field(() => Boolean) enabled!: boolean;
  @Field(() => String) source!: string;
  @Field(() => String) nextReview!: string;
  @Field(() => Int, { description: 'Newest version.' }) version!: number;
}
@ObjectType()
export class ForumCalendarRow {
  @Field(() => String) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String) zone!: string;
  @Field(() => Int) version!: number;
  @Field(() => String) verification!: string;
  @Field(() => String) source!: string;
}
@ObjectType({ description: 'A deadline to look at after its proceeding was moved to another court.' })
export class MovedDeadline {
  @Field(() => Deadline) deadline!: Deadline;
  @Field(() => String, { nullable: true, description: 'Its last day before.' }) before!: string | null;
  @Field(() => String, { nullable: true }) after!: string | null;
  @Field(() => Boolean, { description: 'It is counted by a rule of another court: does that still hold?' }) otherRule!: boolean;
}
