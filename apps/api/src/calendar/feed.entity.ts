import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@ObjectType({ description: 'A secret address from which a calendar program reads one\'s dates, by code names alone.' })
@Entity({ name: 'calendar_feed', schema: 'app' })
export class CalendarFeed {
  @Field(() => ID) @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid', name: 'person_id', insert: false, update: false }) personId!: string;
  @Field(() => String, { description: 'The last letters of the address. The address itself is shown once, when it is made.' }) @Column({ type: 'text', insert: false, update: false }) hint!: string;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true, insert: false, update: false }) name!: string | null;
  @Field(() => ID, { nullable: true }) @Column({ type: 'uuid', name: 'legal_case_id', nullable: true, insert: false, update: false }) legalCaseId!: string | null;
  @Field(() => ID, { nullable: true }) @Column({ type: 'uuid', name: 'organisation_id', nullable: true, insert: false, update: false }) organisationId!: string | null;
  @Field(() => Boolean) @Column({ type: 'boolean', insert: false, update: false }) hearings!: boolean;
  @Field(() => Boolean) @Column({ type: 'boolean', insert: false, update: false }) deadlines!: boolean;
  @Field(() => Boolean, { description: 'Of deadlines only those one sees to oneself.' }) @Column({ type: 'boolean', name: 'only_mine', insert: false, update: false }) onlyMine!: boolean;
  @Field(() => String, { description: 'todo: tasks; event: all-day events, for programs that show no tasks.' }) @Column({ type: 'text', name: 'deadlines_as', insert: false, update: false }) deadlinesAs!: string;
  @Field(() => Date) @Column({ type: 'timestamptz', name: 'rotated_at', insert: false, update: false }) rotatedAt!: Date;
  @Field(() => Date, { nullable: true }) @Column({ type: 'timestamptz', name: 'last_read_at', nullable: true, insert: false, update: false }) lastReadAt!: Date | null;
  @Field(() => Int) @Column({ type: 'int', insert: false, update: false }) version!: number;
  @Field(() => Date) @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt!: Date;
}

@ObjectType()
export class NewCalendarFeed {
  @Field(() => CalendarFeed) feed!: CalendarFeed;
  @Field(() => String, { description: 'Shown this once. Whoever has it reads what is in it.' }) address!: string;
}

@InputType()
export class CalendarFeedInput {
  @Field(() => String, { nullable: true }) name?: string;
  @Field(() => ID, { nullable: true }) legalCaseId?: string;
  @Field(() => ID, { nullable: true, description: 'Leading the case.' }) organisationId?: string;
  @Field(() => Boolean) hearings!: boolean;
  @Field(() => Boolean) deadlines!: boolean;
  @Field(() => Boolean) onlyMine!: boolean;
  @Field(() => String, { description: 'todo or event.' }) deadlinesAs!: string;
}
