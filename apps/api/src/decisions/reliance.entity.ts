import { OpinionType, UsedKind, UserKind } from '@amparo/domain';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { PinpointInput } from './decision-parts.entity.ts';

@ObjectType('CaseReliance', { description: 'Something of ours that builds on a finding, a decision or a precedent. It asks to be looked at again when what it uses is reversed.' })
@Entity({ name: 'reliance', schema: 'app' })
export class Reliance {
  @Field(() => ID) @PrimaryGeneratedColumn('uuid') id!: string;
  @Field(() => ID) @Column({ type: 'uuid', name: 'legal_case_id', update: false }) legalCaseId!: string;
  @Field(() => UsedKind) @Column({ type: 'text', name: 'used_kind', update: false }) usedKind!: UsedKind;
  @Column({ type: 'uuid', name: 'used_id', update: false }) usedId!: string;
  @Field(() => UserKind) @Column({ type: 'text', name: 'user_kind', update: false }) userKind!: UserKind;
  @Field(() => ID, { nullable: true }) @Column({ type: 'uuid', name: 'user_id', nullable: true, update: false }) userId!: string | null;
  @Field(() => String) @Column({ type: 'text' }) title!: string;
  @Field(() => Int, { nullable: true }) @Column({ type: 'int', nullable: true }) paragraph!: number | null;
  @Field(() => Int, { nullable: true }) @Column({ type: 'int', nullable: true }) page!: number | null;
  @Field(() => OpinionType, { nullable: true, description: 'The opinion the pinpoint stands in: a dissent is cited as a dissent.' }) @Column({ type: 'text', name: 'opinion_type', nullable: true }) opinionType!: OpinionType | null;
  @Field(() => Date, { nullable: true }) @Column({ type: 'timestamptz', name: 'needs_review_since', nullable: true, insert: false, update: false }) needsReviewSince!: Date | null;
  @Column({ type: 'jsonb', nullable: true, insert: false, update: false }) cause!: { code: string } | null;
  @Column({ type: 'uuid', name: 'reviewed_by', nullable: true, insert: false, update: false }) reviewedById!: string | null;
  @Field(() => Date, { nullable: true }) @Column({ type: 'timestamptz', name: 'reviewed_at', nullable: true, insert: false, update: false }) reviewedAt!: Date | null;
  @Column({ type: 'smallint', insert: false, update: false }) level!: number;
  @Field(() => Int) @Column({ type: 'int', insert: false, update: false }) version!: number;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt!: Date;
}

@InputType()
export class RelianceInput {
  @Field(() => UsedKind) usedKind!: UsedKind;
  @Field(() => ID) usedId!: string;
  @Field(() => UserKind) userKind!: UserKind;
  @Field(() => ID, { nullable: true, description: 'The record that uses it, where there is one.' }) userId?: string;
  @Field(() => String, { description: 'What uses it: "Brief on necessity".' }) title!: string;
  @Field(() => PinpointInput, { nullable: true }) at?: PinpointInput;
}
