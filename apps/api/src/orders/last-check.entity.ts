import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Somebody looked at a case or an order and said that it is still right. */
@Entity({ name: 'last_check', schema: 'app' })
export class LastCheck {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column({ type: 'uuid', name: 'legal_case_id', update: false }) legalCaseId!: string;
  @Column({ type: 'text', update: false }) subject!: 'case' | 'order';
  @Column({ type: 'uuid', name: 'subject_id', update: false }) subjectId!: string;
  @Column({ type: 'uuid', name: 'checked_by', nullable: true, insert: false, update: false }) checkedById!: string | null;
  @Column({ type: 'timestamptz', name: 'checked_at', insert: false, update: false }) checkedAt!: Date;
  @Column({ type: 'text', nullable: true }) note!: string | null;
  @Column({ type: 'smallint', insert: false, update: false }) level!: number;
  @Column({ type: 'int', insert: false, update: false }) version!: number;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt!: Date;
}
/** Somebody of the coalition looked at a library record whose case is still pending. */
@Entity({ name: 'precedent_check', schema: 'app' })
export class PrecedentCheck {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column({ type: 'uuid', name: 'precedent_id', update: false }) precedentId!: string;
  @Column({ type: 'timestamptz', name: 'checked_at', insert: false, update: false }) checkedAt!: Date;
}
