import { CaseResult, ClaimStanding, CollectiveRule, FindingResult } from '@amparo/domain';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import '../vocabulary/enums.ts';

@ObjectType({ description: 'What act or rule is attacked, in which feature of the system, under which provision.' })
@Entity({ name: 'claim', schema: 'app' })
export class Claim {
  @Field(() => ID) @PrimaryGeneratedColumn('uuid') id!: string;
  @Column({ type: 'uuid', name: 'legal_case_id', update: false }) legalCaseId!: string;
  @Field(() => ID, { nullable: true }) @Column({ type: 'uuid', name: 'proceeding_id', nullable: true }) proceedingId!: string | null;
  @Field(() => String) @Column({ type: 'text' }) act!: string;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) feature!: string | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) provision!: string | null;
  @Field(() => String, { nullable: true, description: 'A concept of the scheme rights.' }) @Column({ type: 'text', name: 'right_concept', nullable: true }) rightConcept!: string | null;
  @Field(() => ClaimStanding, { nullable: true, description: 'In whose right it is brought.' }) @Column({ type: 'text', nullable: true }) standing!: ClaimStanding | null;
  @Field(() => CollectiveRule, { nullable: true, description: 'For a claim made for many: how people come to belong to it.' }) @Column({ type: 'text', name: 'collective_type', nullable: true }) collective!: CollectiveRule | null;
  @Field(() => ID, { nullable: true, description: 'The claim that this one carries on, after the system or the forum changed.' }) @Column({ type: 'uuid', name: 'lineage_of_id', nullable: true }) lineageOfId!: string | null;
  @Field(() => Int) @Column({ type: 'int' }) ordinal!: number;
  @Column({ type: 'smallint', insert: false, update: false }) level!: number;
  @Field(() => Int) @Column({ type: 'int', insert: false, update: false }) version!: number;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt!: Date;
}

@ObjectType({ description: 'What became of one claim in one proceeding. The result of the case follows from these alone.' })
@Entity({ name: 'disposition', schema: 'app' })
export class Disposition {
  @Field(() => ID) @PrimaryGeneratedColumn('uuid') id!: string;
  @Column({ type: 'uuid', name: 'legal_case_id', update: false }) legalCaseId!: string;
  @Field(() => ID) @Column({ type: 'uuid', name: 'claim_id' }) claimId!: string;
  @Field(() => ID) @Column({ type: 'uuid', name: 'proceeding_id' }) proceedingId!: string;
  @Field(() => ID, { nullable: true, description: 'The decision that made it.' }) @Column({ type: 'uuid', name: 'decision_id', nullable: true }) decisionId!: string | null;
  @Field(() => String) @Column({ type: 'text' }) code!: string;
  @Field(() => String) @Column({ type: 'text' }) favours!: string;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', name: 'decided_edtf', nullable: true }) decidedOn!: string | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) note!: string | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) pinpoint!: string | null;
  @Column({ type: 'smallint', insert: false, update: false }) level!: number;
  @Field(() => Int) @Column({ type: 'int', insert: false, update: false }) version!: number;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt!: Date;
}

@ObjectType({ description: 'Did the State meet this test, in this proceeding?' })
@Entity({ name: 'finding', schema: 'app' })
export class Finding {
  @Field(() => ID) @PrimaryGeneratedColumn('uuid') id!: string;
  @Column({ type: 'uuid', name: 'legal_case_id', update: false }) legalCaseId!: string;
  @Field(() => ID) @Column({ type: 'uuid', name: 'proceeding_id' }) proceedingId!: string;
  @Field(() => ID, { nullable: true }) @Column({ type: 'uuid', name: 'decision_id', nullable: true }) decisionId!: string | null;
  @Field(() => ID, { nullable: true, description: 'The opinion it comes from. A dissent\'s finding is never the court\'s.' }) @Column({ type: 'uuid', name: 'opinion_id', nullable: true }) opinionId!: string | null;
  @Field(() => ID, { nullable: true }) @Column({ type: 'uuid', name: 'claim_id', nullable: true }) claimId!: string | null;
  @Field(() => String) @Column({ type: 'text' }) limb!: string;
  @Field(() => FindingResult) @Column({ type: 'text' }) result!: FindingResult;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) note!: string | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) pinpoint!: string | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) source!: string | null;
  @Column({ type: 'smallint', insert: false, update: false }) level!: number;
  @Field(() => Int) @Column({ type: 'int', insert: false, update: false }) version!: number;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt!: Date;
}

@ObjectType({ description: 'One step of "why?", in plain English; `code` for other languages.' })
export class ResultStep {
  @Field(() => String) code!: string;
  @Field(() => String) text!: string;
  @Field(() => ID, { nullable: true }) claimId!: string | null;
  @Field(() => ID, { nullable: true }) proceedingId!: string | null;
}
@ObjectType({ description: 'What one later court did to a finding or a disposition.' })
export class LaterStep {
  @Field(() => String) code!: string;
  @Field(() => ID) proceedingId!: string;
}
@ObjectType({ description: 'Derived from claims and dispositions, never typed.' })
export class DerivedResult {
  @Field(() => CaseResult) result!: CaseResult;
  @Field(() => String, { nullable: true }) decidedOn!: string | null;
  @Field(() => [ResultStep]) steps!: ResultStep[];
}

@InputType()
export class ClaimInput {
  @Field(() => ID, { nullable: true }) proceedingId?: string;
  @Field(() => String) act!: string;
  @Field(() => String, { nullable: true }) feature?: string;
  @Field(() => String, { nullable: true }) provision?: string;
  @Field(() => String, { nullable: true }) rightConcept?: string;
  @Field(() => ClaimStanding, { nullable: true }) standing?: ClaimStanding;
  @Field(() => CollectiveRule, { nullable: true }) collective?: CollectiveRule;
  @Field(() => ID, { nullable: true }) lineageOfId?: string;
  @Field(() => Int, { nullable: true }) ordinal?: number;
}
@InputType()
export class ChangeDispositionInput {
  @Field(() => ID, { nullable: true }) decisionId?: string;
  @Field(() => String) code!: string;
  @Field(() => String) favours!: string;
  @Field(() => String, { nullable: true }) decidedOn?: string;
  @Field(() => String, { nullable: true }) note?: string;
  @Field(() => String, { nullable: true }) pinpoint?: string;
}
@InputType()
export class DispositionInput extends ChangeDispositionInput {
  @Field(() => ID) claimId!: string;
  @Field(() => ID) proceedingId!: string;
}
@InputType()
export class FindingInput {
  @Field(() => ID) proceedingId!: string;
  @Field(() => ID, { nullable: true }) decisionId?: string;
  @Field(() => ID, { nullable: true }) opinionId?: string;
  @Field(() => ID, { nullable: true }) claimId?: string;
  @Field(() => String) limb!: string;
  @Field(() => FindingResult) result!: FindingResult;
  @Field(() => String, { nullable: true }) note?: string;
  @Field(() => String, { nullable: true }) pinpoint?: string;
  @Field(() => String, { nullable: true }) source?: string;
}
