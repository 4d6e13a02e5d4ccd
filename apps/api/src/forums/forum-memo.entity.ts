import type { MemoSnapshot } from '@amparo/domain/forums';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@ObjectType()
export class RejectedForum {
  @Field(() => String, { description: 'Id of the forum in the chooser.' }) forum!: string;
  @Field(() => String) why!: string;
}

@ObjectType({ description: 'Why these forums and not others. For the case team alone, whatever the level of the case; never changed, only followed by another.' })
@Entity({ name: 'forum_memo', schema: 'app' })
export class ForumMemo {
  @Field(() => ID) @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Field(() => ID) @Column({ type: 'uuid', name: 'legal_case_id', update: false }) legalCaseId!: string;
  @Field(() => Int, { description: 'The highest holds; the others are its history.' }) @Column({ type: 'int', update: false }) number!: number;
  @Field(() => String) @Column({ type: 'text', update: false }) decision!: string;
  @Field(() => String) @Column({ type: 'text', update: false }) reasons!: string;
  @Field(() => [String], { description: 'Ids of forums in the chooser.' }) @Column({ type: 'text', array: true, update: false }) chosen!: string[];
  @Field(() => [RejectedForum]) @Column({ type: 'jsonb', update: false }) rejected!: RejectedForum[];
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true, update: false }) risks!: string | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', name: 'if_lost', nullable: true, update: false }) ifLost!: string | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', name: 'client_goal', nullable: true, update: false }) clientGoal!: string | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'date', name: 'decide_by', nullable: true, update: false }) decideBy!: string | null;
  @Field(() => String, { description: 'For which day of filing the chooser was asked.' }) @Column({ type: 'date', name: 'filed_on', update: false }) filedOn!: string;
  @Field(() => String, { nullable: true }) @Column({ type: 'date', name: 'act_on', nullable: true, update: false }) actOn!: string | null;
  @Column({ type: 'jsonb', update: false }) snapshot!: MemoSnapshot;
  @Column({ type: 'uuid', name: 'written_by', nullable: true, insert: false, update: false }) writtenById!: string | null;
  @Field(() => String, { nullable: true, description: 'The name it was signed with.' }) @Column({ type: 'text', name: 'written_name', nullable: true, insert: false, update: false }) writtenName!: string | null;
  @Column({ type: 'text', nullable: true, select: false, update: false }) sent!: string | null;
  @Column({ type: 'smallint', insert: false, update: false }) level!: number;
  @Column({ type: 'int', insert: false, update: false }) version!: number;
  @Field(() => Date) @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt!: Date;
}

@ObjectType({ description: 'Where the case could go, as counted and looked up now. It tells and decides nothing.' })
export class ForumChoice {
  @Field(() => ID) legalCaseId!: string;
  @Field(() => String, { description: 'Every forum with its steps, as JSON (ForumsResult of libs/domain).' }) computed!: string;
  @Field(() => String, { nullable: true, description: 'What it says otherwise than when the last memo was written, as JSON (SinceMemo[]); null without a memo.' }) since!: string | null;
}

@InputType()
export class RejectedForumInput {
  @Field(() => String) forum!: string;
  @Field(() => String) why!: string;
}
@InputType({ description: 'after: number of the memo its author had seen last, 0 for none. key: the client\'s own; the same sent twice is one memo.' })
export class AddForumMemoInput {
  @Field(() => ID) legalCaseId!: string;
  @Field(() => ID, { nullable: true }) key?: string;
  @Field(() => Int) after!: number;
  @Field(() => String) decision!: string;
  @Field(() => String) reasons!: string;
  @Field(() => [String]) chosen!: string[];
  @Field(() => [RejectedForumInput], { nullable: true }) rejected?: RejectedForumInput[];
  @Field(() => String, { nullable: true }) risks?: string;
  @Field(() => String, { nullable: true }) ifLost?: string;
  @Field(() => String, { nullable: true }) clientGoal?: string;
  @Field(() => String, { nullable: true }) decideBy?: string;
  @Field(() => String, { nullable: true }) filedOn?: string;
  @Field(() => String, { nullable: true }) actOn?: string;
}
