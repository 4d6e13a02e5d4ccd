import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

@ObjectType({ description: 'Who takes part: a canonical role, and beside it the word that this forum uses.' })
@Entity({ name: 'case_party', schema: 'app' })
export class CaseParty {
  @Field(() => ID) @PrimaryGeneratedColumn('uuid') id!: string;
  @Column({ type: 'uuid', name: 'legal_case_id', update: false }) legalCaseId!: string;
  @Field(() => ID, { nullable: true }) @Column({ type: 'uuid', name: 'proceeding_id', nullable: true }) proceedingId!: string | null;
  @Field(() => String, { description: 'What others read: the name, or what stands for it. Of a sealed party it says nothing.' }) @Column({ type: 'text' }) name!: string;
  @Field(() => String) @Column({ type: 'text' }) kind!: string;
  @Field(() => String) @Column({ type: 'text' }) role!: string;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', name: 'local_label', nullable: true }) localLabel!: string | null;
  @Field(() => Int, { nullable: true }) @Column({ type: 'int', name: 'order_no', nullable: true }) orderNo!: number | null;
  @Field(() => String) @Column({ type: 'text' }) protection!: string;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', name: 'from_edtf', nullable: true }) fromOn!: string | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', name: 'to_edtf', nullable: true }) toOn!: string | null;
  @Column({ type: 'smallint', insert: false, update: false }) level!: number;
  @Field(() => Int) @Column({ type: 'int', insert: false, update: false }) version!: number;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt!: Date;
}

/** The true name of a protected party, for the team alone: a row of its own, since its readers are others. */
@Entity({ name: 'party_name', schema: 'app' })
export class PartyName {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid', name: 'legal_case_id', update: false }) legalCaseId!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'smallint', insert: false, update: false }) level!: number;
  @Column({ type: 'int', insert: false, update: false }) version!: number;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt!: Date;
}

@InputType()
export class PartyInput {
  @Field(() => ID, { nullable: true }) proceedingId?: string;
  @Field(() => String, { description: 'The true name. Of a protected party it stays with the case team.' }) name!: string;
  @Field(() => String, { nullable: true, description: 'Initials or pseudonym: what others read instead.' }) shownAs?: string;
  @Field(() => String) kind!: string;
  @Field(() => String) role!: string;
  @Field(() => String, { nullable: true }) localLabel?: string;
  @Field(() => Int, { nullable: true }) orderNo?: number;
  @Field(() => String, { nullable: true }) protection?: string;
  @Field(() => String, { nullable: true }) fromOn?: string;
  @Field(() => String, { nullable: true }) toOn?: string;
}
