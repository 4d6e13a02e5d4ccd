import { CaseLevel, levelOfNumber } from '@amparo/domain';
import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, PrimaryGeneratedColumn, type ValueTransformer } from 'typeorm';

registerEnumType(CaseLevel, { name: 'ShareLevel', description: 'Who can read: the case team, the allies named as well, or the whole coalition.' });
/** The database stores rungs as numbers (security 4.3). */
export const rung: ValueTransformer = { from: levelOfNumber, to: (level: unknown) => level };

@ObjectType()
export class CaseGoal {
  @Field(() => String) kind!: string;
  @Field(() => String) text!: string;
}

@ObjectType({ description: 'Decided by the same functions as the policies. `notes`: is this person of the team?' })
export class ViewerCan {
  @Field(() => Boolean) edit!: boolean;
  @Field(() => Boolean) share!: boolean;
  @Field(() => Boolean) notes!: boolean;
}

@ObjectType({ description: 'kind: lead, organisation or person. The team sees all readers; an ally sees the lead and itself.' })
export class CaseReader {
  @Field(() => String) kind!: string;
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true }) country!: string | null;
  @Field(() => Int, { description: '1 read, 2 edit, 4 strategy, 8 share; their sum.' }) cap!: number;
  @Field(() => String, { nullable: true }) agreement!: string | null;
  @Field(() => String, { nullable: true }) agreementOn!: string | null;
  @Field(() => ID, { nullable: true }) organisationId!: string | null;
}

@ObjectType({ description: 'One cause, pursued through one or more proceedings.' })
@Entity({ name: 'legal_case', schema: 'app' })
export class LegalCase {
  @Field(() => ID) @PrimaryGeneratedColumn('uuid') id!: string;
  @Column({ type: 'uuid', name: 'lead_organisation_id', update: false }) leadOrganisationId!: string;
  @Field(() => CaseLevel) @Column({ type: 'smallint', insert: false, update: false, transformer: rung }) level!: CaseLevel;
  @Field(() => String) @Column({ type: 'text' }) title!: string;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', name: 'short_name', nullable: true }) shortName!: string | null;
  @Field(() => String, { description: 'What it is called where it leaves the house: calendar feeds, mail.' }) @Column({ type: 'text', name: 'code_name', insert: false }) codeName!: string;
  @Column({ type: 'int', name: 'code_revision', insert: false, update: false }) codeRevision!: number;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) summary!: string | null;
  @Field(() => [CaseGoal]) @Column({ type: 'jsonb' }) goals!: CaseGoal[];
  @Field(() => [String]) @Column({ type: 'text', array: true }) countries!: string[];
  @Field(() => String) @Column({ type: 'text' }) status!: string;
  @Field(() => Date, { nullable: true }) @Column({ type: 'timestamptz', name: 'archived_at', nullable: true, insert: false }) archivedAt!: Date | null;
  @Field(() => Boolean, { description: 'Demo: public record, fictional team.' }) @Column({ type: 'boolean', insert: false, update: false }) demo!: boolean;
  @Column({ type: 'uuid', name: 'created_by', nullable: true, insert: false, update: false }) createdById!: string | null;
  @Column({ type: 'text', nullable: true, select: false, update: false }) sent!: string | null;
  @Field(() => Int) @Column({ type: 'int', insert: false, update: false }) version!: number;
  @Field(() => Date) @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Field(() => Date) @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt!: Date;
}

@ObjectType()
export class ChangedLegalCase { @Field(() => LegalCase) legalCase!: LegalCase; }
@ObjectType({ description: 'Somebody else changed it meanwhile: the case as it stands now. Nothing was written.' })
export class StaleLegalCase { @Field(() => LegalCase) current!: LegalCase; }
export const ChangeLegalCaseResult = createUnionType({
  name: 'ChangeLegalCaseResult', types: () => [ChangedLegalCase, StaleLegalCase] as const,
  resolveType: (value: ChangedLegalCase | StaleLegalCase) => ('current' in value ? StaleLegalCase : ChangedLegalCase),
});

@InputType()
export class CaseGoalInput {
  @Field(() => String) kind!: string;
  @Field(() => String) text!: string;
}
@InputType()
export class AddLegalCaseInput {
  @Field(() => ID, { nullable: true, description: 'Made by the client: the same sent twice is one case. The case itself gets an id of its own.' }) id?: string;
  @Field(() => ID) leadOrganisationId!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { nullable: true }) shortName?: string;
  @Field(() => String, { nullable: true }) summary?: string;
  @Field(() => [CaseGoalInput]) goals!: CaseGoalInput[];
  @Field(() => [String]) countries!: string[];
  @Field(() => String, { nullable: true }) status?: string;
  @Field(() => [String], { nullable: true }) systems?: string[];
}
@InputType()
export class ChangeLegalCaseInput {
  @Field(() => String, { nullable: true }) title?: string;
  @Field(() => String, { nullable: true }) shortName?: string;
  @Field(() => String, { nullable: true }) codeName?: string;
  @Field(() => String, { nullable: true }) summary?: string;
  @Field(() => [CaseGoalInput], { nullable: true }) goals?: CaseGoalInput[];
  @Field(() => [String], { nullable: true }) countries?: string[];
  @Field(() => String, { nullable: true }) status?: string;
  @Field(() => [String], { nullable: true }) systems?: string[];
}
@InputType()
export class ShareLegalCaseInput {
  @Field(() => [ID]) organisationIds!: string[];
  @Field(() => String, { description: 'Reference of the agreement on file.' }) agreement!: string;
  @Field(() => String, { description: 'Its date, to the day.' }) agreementOn!: string;
  @Field(() => String, { nullable: true }) reason?: string;
}
