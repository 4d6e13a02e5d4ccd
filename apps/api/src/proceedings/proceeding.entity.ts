import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@ObjectType({ description: 'One matter in one court. An appeal is a proceeding of its own, linked to the one below.' })
@Entity({ name: 'proceeding', schema: 'app' })
export class Proceeding {
  @Field(() => ID) @PrimaryGeneratedColumn('uuid') id!: string;
  @Column({ type: 'uuid', name: 'legal_case_id', update: false }) legalCaseId!: string;
  @Column({ type: 'uuid', name: 'court_id' }) courtId!: string;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', name: 'court_unit', nullable: true }) courtUnit!: string | null;
  @Field(() => String) @Column({ type: 'text' }) matter!: string;
  @Field(() => String) @Column({ type: 'text' }) status!: string;
  @Column({ type: 'text', name: 'template_id', nullable: true }) templateId!: string | null;
  @Column({ type: 'int', name: 'template_version', nullable: true }) templateVersion!: number | null;
  @Column({ type: 'text', nullable: true }) track!: string | null;
  @Field(() => [String]) @Column({ type: 'text', array: true }) judges!: string[];
  @Field(() => String, { nullable: true }) @Column({ type: 'text', name: 'opened_edtf', nullable: true }) openedOn!: string | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', name: 'closed_edtf', nullable: true }) closedOn!: string | null;
  @Field(() => String, { description: 'IANA zone of the court: its days are counted in its own time.' }) @Column({ type: 'text', name: 'time_zone' }) timeZone!: string;
  @Field(() => Int) @Column({ type: 'int' }) ordinal!: number;
  @Column({ type: 'smallint', insert: false, update: false }) level!: number;
  @Field(() => Int) @Column({ type: 'int', insert: false, update: false }) version!: number;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt!: Date;
}

@ObjectType({ description: 'A number as printed. It is end-dated or marked disputed, never overwritten.' })
@Entity({ name: 'proceeding_identifier', schema: 'app' })
export class ProceedingIdentifier {
  @Field(() => ID) @PrimaryGeneratedColumn('uuid') id!: string;
  @Column({ type: 'uuid', name: 'legal_case_id', update: false }) legalCaseId!: string;
  @Field(() => ID) @Column({ type: 'uuid', name: 'proceeding_id', update: false }) proceedingId!: string;
  @Field(() => String) @Column({ type: 'text', update: false }) type!: string;
  @Field(() => String) @Column({ type: 'text', update: false }) value!: string;
  @Column({ type: 'text', update: false, select: false }) normalised!: string;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) issuer!: string | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) source!: string | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', name: 'valid_from', nullable: true }) validFrom!: string | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', name: 'valid_to', nullable: true }) validTo!: string | null;
  @Field(() => Boolean) @Column({ type: 'boolean' }) disputed!: boolean;
  @Field(() => Boolean) @Column({ type: 'boolean' }) preferred!: boolean;
  @Column({ type: 'smallint', insert: false, update: false }) level!: number;
  @Field(() => Int) @Column({ type: 'int', insert: false, update: false }) version!: number;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt!: Date;
}

@ObjectType({ description: 'How one proceeding stands to another, read from → to: the appeal is `appeal_from` the judgment below.' })
@Entity({ name: 'proceeding_link', schema: 'app' })
export class ProceedingLink {
  @Field(() => ID) @PrimaryGeneratedColumn('uuid') id!: string;
  @Column({ type: 'uuid', name: 'legal_case_id', update: false }) legalCaseId!: string;
  @Field(() => ID) @Column({ type: 'uuid', name: 'from_id' }) fromId!: string;
  @Field(() => ID) @Column({ type: 'uuid', name: 'to_id' }) toId!: string;
  @Field(() => String) @Column({ type: 'text' }) type!: string;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', name: 'on_edtf', nullable: true }) on!: string | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) note!: string | null;
  @Column({ type: 'uuid', name: 'order_event_id', nullable: true }) orderEventId!: string | null;
  @Column({ type: 'boolean', name: 'carries_all' }) carriesAll!: boolean;
  @Column({ type: 'smallint', insert: false, update: false }) level!: number;
  @Field(() => Int) @Column({ type: 'int', insert: false, update: false }) version!: number;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt!: Date;
}

/** A claim that a link carries, where not all are. */
@Entity({ name: 'proceeding_link_claim', schema: 'app' })
export class ProceedingLinkClaim {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column({ type: 'uuid', name: 'legal_case_id', update: false }) legalCaseId!: string;
  @Column({ type: 'uuid', name: 'link_id', update: false }) linkId!: string;
  @Column({ type: 'uuid', name: 'claim_id', update: false }) claimId!: string;
  @Column({ type: 'smallint', insert: false, update: false }) level!: number;
  @Column({ type: 'int', insert: false, update: false }) version!: number;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt!: Date;
}

@InputType()
export class ProceedingInput {
  @Field(() => String) courtSlug!: string;
  @Field(() => String, { nullable: true }) courtUnit?: string;
  @Field(() => String, { nullable: true }) matter?: string;
  @Field(() => String, { nullable: true }) status?: string;
  @Field(() => String, { nullable: true, description: 'The procedure it follows, `SM-CL/petition`. Left out: the one that fits the court best; empty: none.' }) template?: string;
  @Field(() => String, { nullable: true, description: 'Where it stands as it is put on file. From then on: moveStage.' }) stage?: string;
  @Field(() => [String], { nullable: true }) judges?: string[];
  @Field(() => String, { nullable: true }) openedOn?: string;
  @Field(() => String, { nullable: true }) closedOn?: string;
  @Field(() => String, { nullable: true, description: 'Left out: the zone of the court, where the country has one.' }) timeZone?: string;
  @Field(() => Int, { nullable: true }) ordinal?: number;
}
@InputType()
export class ChangeIdentifierInput {
  @Field(() => String, { nullable: true }) issuer?: string;
  @Field(() => String, { nullable: true }) source?: string;
  @Field(() => String, { nullable: true }) validFrom?: string;
  @Field(() => String, { nullable: true }) validTo?: string;
  @Field(() => Boolean, { nullable: true }) disputed?: boolean;
  @Field(() => Boolean, { nullable: true }) preferred?: boolean;
}
@InputType()
export class IdentifierInput extends ChangeIdentifierInput {
  @Field(() => String) type!: string;
  @Field(() => String) value!: string;
}
@InputType()
export class ChangeProceedingLinkInput {
  @Field(() => String, { nullable: true }) on?: string;
  @Field(() => String, { nullable: true }) note?: string;
  @Field(() => ID, { nullable: true, description: 'The event whose order made the link.' }) orderEventId?: string;
  @Field(() => [ID], { nullable: true, description: 'The claims it carries; none named: all.' }) claimIds?: string[];
}
@InputType()
export class ProceedingLinkInput extends ChangeProceedingLinkInput {
  @Field(() => ID) fromId!: string;
  @Field(() => ID) toId!: string;
  @Field(() => String) type!: string;
}
@InputType()
export class TransferInput {
  @Field(() => String) courtSlug!: string;
  @Field(() => String, { nullable: true }) courtUnit?: string;
  @Field(() => String, { nullable: true }) timeZone?: string;
  @Field(() => String, { nullable: true, description: 'The day of the transfer: numbers in use end then, the new one begins.' }) on?: string;
  @Field(() => String, { nullable: true }) number?: string;
  @Field(() => String, { nullable: true }) numberType?: string;
}
