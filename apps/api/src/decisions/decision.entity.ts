import { AuthorityStatus, DecisionKind, HoldingForce, OpinionType, Treatment } from '@amparo/domain';
import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { DecisionCitation, DecisionDate, DecisionExpression, DecisionJudge, DecisionVote, LanguageConflict, OpinionInput, PinpointInput } from './decision-parts.entity.ts';

@ObjectType({ description: 'What a court decided. A joined judgment is one decision in several proceedings, each of which keeps its own parties, claims and dispositions.' })
@Entity({ name: 'decision', schema: 'app' })
export class Decision {
  @Field(() => ID) @PrimaryGeneratedColumn('uuid') id!: string;
  @Field(() => ID) @Column({ type: 'uuid', name: 'legal_case_id', update: false }) legalCaseId!: string;
  @Field(() => DecisionKind) @Column({ type: 'text' }) kind!: DecisionKind;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) title!: string | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) summary!: string | null;
  @Field(() => [DecisionDate]) @Column({ type: 'jsonb' }) dates!: DecisionDate[];
  @Column({ type: 'text', name: 'sort_key' }) sortKey!: string;
  @Field(() => [DecisionCitation]) @Column({ type: 'jsonb' }) citations!: DecisionCitation[];
  @Field(() => [DecisionExpression]) @Column({ type: 'jsonb' }) expressions!: DecisionExpression[];
  @Field(() => [LanguageConflict]) @Column({ type: 'jsonb' }) conflicts!: LanguageConflict[];
  @Field(() => [DecisionJudge]) @Column({ type: 'jsonb' }) panel!: DecisionJudge[];
  @Field(() => Int, { nullable: true, description: 'How many sat, where the names are not on file.' }) @Column({ type: 'int', name: 'panel_size', nullable: true }) panelSize!: number | null;
  @Field(() => [DecisionVote]) @Column({ type: 'jsonb' }) votes!: DecisionVote[];
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) source!: string | null;
  @Column({ type: 'text', nullable: true, select: false, update: false }) sent!: string | null;
  @Column({ type: 'smallint', insert: false, update: false }) level!: number;
  @Field(() => Int) @Column({ type: 'int', insert: false, update: false }) version!: number;
  @Field(() => Date) @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt!: Date;
}

/** In which proceedings a decision was given. */
@Entity({ name: 'decision_proceeding', schema: 'app' })
export class DecisionProceeding {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column({ type: 'uuid', name: 'legal_case_id', update: false }) legalCaseId!: string;
  @Column({ type: 'uuid', name: 'decision_id', update: false }) decisionId!: string;
  @Column({ type: 'uuid', name: 'proceeding_id', update: false }) proceedingId!: string;
  @Column({ type: 'smallint', insert: false, update: false }) level!: number;
  @Column({ type: 'int', insert: false, update: false }) version!: number;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt!: Date;
}

@ObjectType()
@Entity({ name: 'opinion', schema: 'app' })
export class Opinion {
  @Field(() => ID) @PrimaryGeneratedColumn('uuid') id!: string;
  @Column({ type: 'uuid', name: 'legal_case_id', update: false }) legalCaseId!: string;
  @Column({ type: 'uuid', name: 'decision_id', update: false }) decisionId!: string;
  @Field(() => OpinionType) @Column({ type: 'text' }) type!: OpinionType;
  @Field(() => [String]) @Column({ type: 'text', array: true }) authors!: string[];
  @Field(() => [String]) @Column({ type: 'text', array: true }) joiners!: string[];
  @Field(() => Int, { nullable: true }) @Column({ type: 'int', name: 'from_paragraph', nullable: true }) fromParagraph!: number | null;
  @Field(() => Int, { nullable: true }) @Column({ type: 'int', name: 'to_paragraph', nullable: true }) toParagraph!: number | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) summary!: string | null;
  @Column({ type: 'int' }) ordinal!: number;
  @Column({ type: 'smallint', insert: false, update: false }) level!: number;
  @Column({ type: 'int', insert: false, update: false }) version!: number;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt!: Date;
}

@ObjectType({ description: 'What the court held, in its own voice; never from a concurrence or a dissent.' })
@Entity({ name: 'holding', schema: 'app' })
export class Holding {
  @Field(() => ID) @PrimaryGeneratedColumn('uuid') id!: string;
  @Column({ type: 'uuid', name: 'legal_case_id', update: false }) legalCaseId!: string;
  @Column({ type: 'uuid', name: 'decision_id', update: false }) decisionId!: string;
  @Field(() => ID) @Column({ type: 'uuid', name: 'opinion_id' }) opinionId!: string;
  @Field(() => String) @Column({ type: 'text' }) proposition!: string;
  @Field(() => HoldingForce) @Column({ type: 'text' }) force!: HoldingForce;
  @Field(() => Int, { nullable: true }) @Column({ type: 'int', nullable: true }) paragraph!: number | null;
  @Field(() => Int, { nullable: true }) @Column({ type: 'int', nullable: true }) page!: number | null;
  @Column({ type: 'smallint', insert: false, update: false }) level!: number;
  @Field(() => Int) @Column({ type: 'int', insert: false, update: false }) version!: number;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt!: Date;
}

@ObjectType({ description: 'What a later decision of the case does to an earlier one, and in which of its opinions.' })
@Entity({ name: 'decision_treatment', schema: 'app' })
export class DecisionTreatment {
  @Field(() => ID) @PrimaryGeneratedColumn('uuid') id!: string;
  @Column({ type: 'uuid', name: 'legal_case_id', update: false }) legalCaseId!: string;
  @Field(() => ID) @Column({ type: 'uuid', name: 'citing_id', update: false }) citingId!: string;
  @Field(() => ID) @Column({ type: 'uuid', name: 'cited_id', update: false }) citedId!: string;
  @Field(() => ID) @Column({ type: 'uuid', name: 'opinion_id' }) opinionId!: string;
  @Field(() => Treatment) @Column({ type: 'text' }) treatment!: Treatment;
  @Field(() => String, { nullable: true, description: 'Where only a point of the decision is meant.' }) @Column({ type: 'text', nullable: true }) point!: string | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) pinpoint!: string | null;
  @Column({ type: 'uuid', name: 'written_by', nullable: true, insert: false, update: false }) writtenById!: string | null;
  @Column({ type: 'uuid', name: 'reviewed_by', nullable: true, insert: false, update: false }) reviewedById!: string | null;
  @Field(() => Date, { nullable: true }) @Column({ type: 'timestamptz', name: 'reviewed_at', nullable: true, insert: false, update: false }) reviewedAt!: Date | null;
  @Column({ type: 'smallint', insert: false, update: false }) level!: number;
  @Field(() => Int) @Column({ type: 'int', insert: false, update: false }) version!: number;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt!: Date;
}

@ObjectType({ description: 'One reason for the standing of a decision; the gravest decides, all are shown.' })
export class AuthorityStep {
  @Field(() => String) code!: string;
  @Field(() => ID, { nullable: true }) treatmentId!: string | null;
  @Field(() => String, { nullable: true }) point!: string | null;
}
@ObjectType({ description: 'Derived on reading, never typed.' })
export class Authority {
  @Field(() => AuthorityStatus) status!: AuthorityStatus;
  @Field(() => [AuthorityStep]) steps!: AuthorityStep[];
}

@ObjectType()
export class ChangedDecision { @Field(() => Decision) decision!: Decision; }
@ObjectType({ description: 'Somebody else changed it meanwhile: the decision as it stands now. Nothing was written.' })
export class StaleDecision { @Field(() => Decision) current!: Decision; }
export const ChangeDecisionResult = createUnionType({
  name: 'ChangeDecisionResult', types: () => [ChangedDecision, StaleDecision] as const,
  resolveType: (value: ChangedDecision | StaleDecision) => ('current' in value ? StaleDecision : ChangedDecision),
});

@InputType()
export class DecisionInput {
  @Field(() => ID, { nullable: true, description: 'Made by the client: the same sent twice is one decision. The decision itself gets an id of its own.' }) id?: string;
  @Field(() => DecisionKind) kind!: DecisionKind;
  @Field(() => [ID]) proceedingIds!: string[];
  @Field(() => String, { nullable: true }) title?: string;
  @Field(() => String, { nullable: true }) summary?: string;
  @Field(() => [DecisionDate]) dates!: DecisionDate[];
  @Field(() => [DecisionCitation], { nullable: true }) citations?: DecisionCitation[];
  @Field(() => [DecisionExpression], { nullable: true }) expressions?: DecisionExpression[];
  @Field(() => [LanguageConflict], { nullable: true }) conflicts?: LanguageConflict[];
  @Field(() => [DecisionJudge], { nullable: true }) panel?: DecisionJudge[];
  @Field(() => Int, { nullable: true }) panelSize?: number;
  @Field(() => [DecisionVote], { nullable: true }) votes?: DecisionVote[];
  @Field(() => [OpinionInput]) opinions!: OpinionInput[];
  @Field(() => String, { nullable: true }) source?: string;
}
@InputType()
export class HoldingInput {
  @Field(() => String) proposition!: string;
  @Field(() => HoldingForce) force!: HoldingForce;
  @Field(() => PinpointInput) at!: PinpointInput;
}
@InputType()
export class DecisionTreatmentInput {
  @Field(() => ID) citingId!: string;
  @Field(() => ID) citedId!: string;
  @Field(() => ID, { description: 'The opinion of the citing decision that says so.' }) opinionId!: string;
  @Field(() => Treatment) treatment!: Treatment;
  @Field(() => String, { nullable: true }) point?: string;
  @Field(() => String, { nullable: true }) pinpoint?: string;
}
