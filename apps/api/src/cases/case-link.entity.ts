import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** An ID system that a case challenges. */
@Entity({ name: 'case_system', schema: 'app' })
export class CaseSystem {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column({ type: 'uuid', name: 'legal_case_id', update: false }) legalCaseId!: string;
  @Column({ type: 'uuid', name: 'id_system_id' }) idSystemId!: string;
  @Column({ type: 'smallint', insert: false, update: false }) level!: number;
  @Column({ type: 'int', insert: false, update: false }) version!: number;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt!: Date;
}

@ObjectType({ description: 'A case\'s link to the library, as private as the case.' })
@Entity({ name: 'case_precedent', schema: 'app' })
export class CasePrecedent {
  @Field(() => ID) @PrimaryGeneratedColumn('uuid') id!: string;
  @Column({ type: 'uuid', name: 'legal_case_id', update: false }) legalCaseId!: string;
  @Column({ type: 'uuid', name: 'precedent_id' }) precedentId!: string;
  @Field(() => String) @Column({ type: 'text' }) relation!: string;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) note!: string | null;
  @Column({ type: 'smallint', insert: false, update: false }) level!: number;
  @Field(() => Int) @Column({ type: 'int', insert: false, update: false }) version!: number;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt!: Date;
}
