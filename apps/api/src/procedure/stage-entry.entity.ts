import type { StoredEntry } from '@amparo/domain/procedures';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { ProcEvent } from '../events/proc-event.entity.ts';
import { ProcedureStage } from './procedure-template.entity.ts';

@ObjectType({ description: 'One line of the history of a stage: dated, with the event that proves it. Added, never changed; undoing is a line of its own.' })
@Entity({ name: 'stage_entry', schema: 'app' })
export class StageEntry {
  @Field(() => ID) @PrimaryGeneratedColumn('uuid') id!: string;
  @Column({ type: 'int', insert: false, update: false }) seq!: number;
  @Column({ type: 'uuid', name: 'legal_case_id', update: false }) legalCaseId!: string;
  @Field(() => ID) @Column({ type: 'uuid', name: 'proceeding_id', update: false }) proceedingId!: string;
  @Field(() => String, { description: 'moved by a person, or accepted from what an event suggested' }) @Column({ type: 'text', update: false }) kind!: string;
  @Field(() => String) @Column({ type: 'text', update: false }) stage!: string;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true, update: false }) variant!: string | null;
  @Field(() => String, { nullable: true, description: 'Since when; nothing where the day is not known.' }) @Column({ type: 'text', name: 'from_edtf', nullable: true, update: false }) on!: string | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true, update: false }) basis!: string | null;
  @Column({ type: 'uuid', name: 'event_id', nullable: true, update: false }) eventId!: string | null;
  @Column({ type: 'uuid', name: 'undoes_id', nullable: true, update: false }) undoesId!: string | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true, update: false }) note!: string | null;
  @Column({ type: 'uuid', name: 'written_by', nullable: true, insert: false, update: false }) writtenById!: string | null;
  @Column({ type: 'text', nullable: true, select: false, update: false }) sent!: string | null;
  @Column({ type: 'smallint', insert: false, update: false }) level!: number;
  @Column({ type: 'int', insert: false, update: false }) version!: number;
  @Field(() => Date) @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt!: Date;
}

/** An entry as the law reads it. */
export const stored = (e: StageEntry): StoredEntry => ({ id: e.id, kind: e.kind, stage: e.stage, fromOn: e.on, eventId: e.eventId, undoesId: e.undoesId, seq: e.seq, at: e.createdAt.toISOString() });

@ObjectType({ description: 'What a logged event suggests about the stage. Nothing is written until somebody accepts it.' })
export class StageSuggestion {
  @Field(() => ProcEvent) event!: ProcEvent;
  @Field(() => ProcedureStage) stage!: ProcedureStage;
  @Field(() => [String], { description: 'Stages that come first and would be recorded with the day not known.' }) over!: string[];
  @Field(() => String) status!: string;
}

@InputType()
export class MoveStageInput {
  @Field(() => ID, { nullable: true, description: 'Made by the client: the same sent twice is one entry.' }) id?: string;
  @Field(() => ID) proceedingId!: string;
  @Field(() => String) stage!: string;
  @Field(() => String, { nullable: true }) variant?: string;
  @Field(() => String, { nullable: true }) on?: string;
  @Field(() => String, { nullable: true }) basis?: string;
  @Field(() => ID, { nullable: true, description: 'The event that proves it; its day counts where none is given.' }) eventId?: string;
  @Field(() => String, { nullable: true }) note?: string;
  @Field(() => Boolean, { nullable: true, description: 'Also records the stages that come first, with the day not known.' }) through?: boolean;
  @Field(() => ID, { nullable: true, description: 'The entry one saw as the last. Another one by now: nothing is written.' }) after?: string;
}
