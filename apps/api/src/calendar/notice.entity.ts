import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Deadline } from '../deadlines/deadline.entity.ts';

export const NoticeKind = { reminder: 'reminder', recounted: 'recounted' } as const;
export type NoticeKind = keyof typeof NoticeKind;
registerEnumType(NoticeKind, { name: 'NoticeKind', description: 'reminder: a date comes near. recounted: the law changed, and the day with it.' });

@ObjectType({ description: 'What one is told of one\'s dates.' })
@Entity({ name: 'notice', schema: 'app' })
export class Notice {
  @Field(() => ID) @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid', name: 'person_id', insert: false, update: false }) personId!: string;
  @Field(() => ID) @Column({ type: 'uuid', name: 'legal_case_id', insert: false, update: false }) legalCaseId!: string;
  @Column({ type: 'uuid', name: 'deadline_id', insert: false, update: false }) deadlineId!: string;
  @Field(() => NoticeKind) @Column({ type: 'text', insert: false, update: false }) kind!: NoticeKind;
  @Field(() => String, { nullable: true, description: 'half, d14, d7, d3 or d1.' }) @Column({ type: 'text', nullable: true, insert: false, update: false }) step!: string | null;
  @Column({ type: 'date', name: 'for_day', nullable: true, insert: false, update: false }) forDay!: string | null;
  @Field(() => Date, { nullable: true }) @Column({ type: 'timestamptz', name: 'read_at', nullable: true }) readAt!: Date | null;
  @Field(() => Date) @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Field(() => Deadline) deadline?: Deadline;
}

@ObjectType({ description: 'What one wants to be told.' })
@Entity({ name: 'reminder_choice', schema: 'app' })
export class ReminderChoice {
  @Field(() => ID) @PrimaryColumn({ type: 'uuid', insert: false }) id!: string;
  @Field(() => Boolean) @Column({ type: 'boolean' }) mail!: boolean;
  @Field(() => Boolean, { description: 'Told when a new version of the law moves a day: by mail too.' }) @Column({ type: 'boolean' }) recounts!: boolean;
  @Field(() => [String]) @Column({ type: 'text', array: true }) steps!: string[];
  @Field(() => Int, { description: '0: nothing was chosen yet, everything is told.' }) @Column({ type: 'int', insert: false, update: false }) version!: number;
  @Field(() => Boolean, { description: 'Is mail set up on this installation?' }) mailIsOn?: boolean;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt!: Date;
}

@InputType()
export class ChangeRemindersInput {
  @Field(() => Boolean) mail!: boolean;
  @Field(() => Boolean) recounts!: boolean;
  @Field(() => [String], { description: 'Of half, d14, d7, d3, d1.' }) steps!: string[];
}
