import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

@ObjectType({ description: 'What happened, or is to happen (planned). Dates are EDTF and say no more than is known.' })
@Entity({ name: 'proc_event', schema: 'app' })
export class ProcEvent {
  @Field(() => ID) @PrimaryGeneratedColumn('uuid') id!: string;
  @Field(() => ID) @Column({ type: 'uuid', name: 'legal_case_id', update: false }) legalCaseId!: string;
  @Field(() => ID, { nullable: true }) @Column({ type: 'uuid', name: 'proceeding_id', nullable: true }) proceedingId!: string | null;
  @Field(() => String) @Column({ type: 'text' }) type!: string;
  @Field(() => String) @Column({ type: 'text', name: 'on_edtf' }) on!: string;
  @Column({ type: 'text', name: 'sort_key' }) sortKey!: string;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) basis!: string | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', name: 'at_time', nullable: true }) atTime!: string | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', name: 'time_zone', nullable: true }) timeZone!: string | null;
  @Field(() => Boolean) @Column({ type: 'boolean' }) planned!: boolean;
  @Field(() => Boolean, { description: 'Planned, and not by a court: the team\'s own date, which nobody else sees.' }) @Column({ type: 'boolean', name: 'team_only', insert: false, update: false }) teamOnly!: boolean;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) outcome!: string | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', name: 'outcome_detail', nullable: true }) outcomeDetail!: string | null;
  @Field(() => String, { nullable: true, description: 'What was heard in court. The case\'s result never comes from it.' }) @Column({ type: 'text', name: 'reported_result', nullable: true }) reportedResult!: string | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) title!: string | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', name: 'public_note', nullable: true }) publicNote!: string | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) source!: string | null;
  @Column({ type: 'uuid', name: 'follows_id', nullable: true, update: false }) followsId!: string | null;
  @Column({ type: 'uuid', name: 'logged_by', nullable: true, insert: false, update: false }) loggedById!: string | null;
  @Column({ type: 'text', nullable: true, select: false, update: false }) sent!: string | null;
  @Column({ type: 'smallint', insert: false, update: false }) level!: number;
  @Column({ type: 'int', insert: false, update: false }) version!: number;
  @Field(() => Date) @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt!: Date;
}

/** What stands beside an event for the team alone: a row of its own, since its readers are others. Emptied, never removed. */
@Entity({ name: 'event_note', schema: 'app' })
export class EventNote {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid', name: 'legal_case_id', update: false }) legalCaseId!: string;
  @Column({ type: 'text', nullable: true }) body!: string | null;
  @Column({ type: 'int', name: 'minutes_spent', nullable: true }) minutesSpent!: number | null;
  @Column({ type: 'smallint', insert: false, update: false }) level!: number;
  @Column({ type: 'int', insert: false, update: false }) version!: number;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt!: Date;
}

@ObjectType()
export class ChangedEvent { @Field(() => ProcEvent) event!: ProcEvent; }
@ObjectType({ description: 'Somebody else changed it meanwhile: the event as it stands now. Nothing was written.' })
export class StaleEvent { @Field(() => ProcEvent) current!: ProcEvent; }
export const ChangeEventResult = createUnionType({
  name: 'ChangeEventResult', types: () => [ChangedEvent, StaleEvent] as const,
  resolveType: (value: ChangedEvent | StaleEvent) => ('current' in value ? StaleEvent : ChangedEvent),
});

@InputType()
export class ChangeEventInput {
  @Field(() => ID, { nullable: true }) proceedingId?: string;
  @Field(() => String, { nullable: true }) type?: string;
  @Field(() => String, { nullable: true }) on?: string;
  @Field(() => String, { nullable: true }) basis?: string;
  @Field(() => String, { nullable: true }) atTime?: string;
  @Field(() => Boolean, { nullable: true }) planned?: boolean;
  @Field(() => String, { nullable: true }) outcome?: string;
  @Field(() => String, { nullable: true }) outcomeDetail?: string;
  @Field(() => String, { nullable: true }) reportedResult?: string;
  @Field(() => String, { nullable: true }) title?: string;
  @Field(() => String, { nullable: true }) publicNote?: string;
  @Field(() => String, { nullable: true }) privateNote?: string;
  @Field(() => String, { nullable: true }) source?: string;
  @Field(() => Int, { nullable: true }) minutesSpent?: number;
}
@InputType()
export class LogEventInput {
  @Field(() => ID, { description: 'Made by the client: the same sent twice is one event. The event itself gets an id of its own, in the answer.' }) id!: string;
  @Field(() => ID) legalCaseId!: string;
  @Field(() => ID, { nullable: true }) proceedingId?: string;
  @Field(() => String) type!: string;
  @Field(() => String) on!: string;
  @Field(() => String, { nullable: true }) basis?: string;
  @Field(() => String, { nullable: true }) atTime?: string;
  @Field(() => Boolean, { nullable: true }) planned?: boolean;
  @Field(() => String, { nullable: true }) outcome?: string;
  @Field(() => String, { nullable: true }) outcomeDetail?: string;
  @Field(() => String, { nullable: true }) reportedResult?: string;
  @Field(() => String, { nullable: true }) title?: string;
  @Field(() => String, { nullable: true }) publicNote?: string;
  @Field(() => String, { nullable: true }) privateNote?: string;
  @Field(() => String, { nullable: true }) source?: string;
  @Field(() => Int, { nullable: true }) minutesSpent?: number;
  @Field(() => String, { nullable: true, description: 'The next date: a planned event of its own.' }) nextOn?: string;
  @Field(() => String, { nullable: true }) nextType?: string;
  @Field(() => ID, { nullable: true, description: 'Who wrote it, where it waited on a device: in another person\'s session it is refused.' }) by?: string;
}
