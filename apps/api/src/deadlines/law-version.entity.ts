import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { Deadline } from './deadline.entity.ts';

export const LawKind = { rule: 'rule', calendar: 'calendar' } as const;
export type LawKind = keyof typeof LawKind;
export const LawState = { proposed: 'proposed', in_force: 'in_force', replaced: 'replaced', refused: 'refused' } as const;
export type LawState = keyof typeof LawState;
registerEnumType(LawKind, { name: 'LawKind' });
registerEnumType(LawState, { name: 'LawState' });

@ObjectType({ description: 'A deadline rule or a court calendar as stewards changed it. In force by a second steward only; what never was changed is as shipped.' })
@Entity({ name: 'law_version', schema: 'app' })
export class LawVersion {
  @Field(() => ID) @PrimaryGeneratedColumn('uuid') id!: string;
  @Field(() => LawKind) @Column({ type: 'text', update: false }) kind!: LawKind;
  @Field(() => String) @Column({ type: 'text', name: 'law_id', update: false }) lawId!: string;
  @Field(() => Int) @Column({ type: 'int', insert: false, update: false }) revision!: number;
  @Column({ type: 'jsonb', update: false }) body!: object;
  @Field(() => LawState) @Column({ type: 'text', insert: false }) state!: LawState;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) note!: string | null;
  @Column({ type: 'uuid', name: 'proposed_by', nullable: true, insert: false, update: false }) proposedById!: string | null;
  @Column({ type: 'uuid', name: 'decided_by', nullable: true, insert: false, update: false }) decidedById!: string | null;
  @Field(() => Date, { nullable: true }) @Column({ type: 'timestamptz', name: 'decided_at', nullable: true, insert: false, update: false }) decidedAt!: Date | null;
  @Field(() => Date, { nullable: true, description: 'When all were counted again.' }) @Column({ type: 'timestamptz', name: 'recounted_at', nullable: true, insert: false, update: false }) recountedAt!: Date | null;
  @Field(() => Int) @Column({ type: 'int', insert: false, update: false }) version!: number;
  @Field(() => Date) @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt!: Date;
}

/** How far counting again has come, over all cases: numbers that only a steward reads. */
export interface LawProgress { id: string; touched: number | null; recounted: number | null; moved: number | null }

@ObjectType({ description: 'A deadline the asker may read, before and after.' })
export class LawEffect {
  @Field(() => Deadline) deadline!: Deadline;
  @Field(() => String, { description: 'As JSON (DeadlineDiff of libs/domain).' }) diff!: string;
}
@ObjectType({ description: 'What a change of the law would do. Of other people\'s cases there is the number alone.' })
export class LawPreview {
  @Field(() => String) lawId!: string;
  @Field(() => Int, { description: 'Open deadlines counted by it, in whatever case.' }) touched!: number;
  @Field(() => [LawEffect], { description: 'Of one\'s own cases.' }) effects!: LawEffect[];
}
@InputType()
export class ProposeLawInput {
  @Field(() => LawKind) kind!: LawKind;
  @Field(() => String, { description: 'The whole record, as JSON.' }) body!: string;
  @Field(() => String, { nullable: true, description: 'Why, and where it was read.' }) note?: string;
}
