import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Two entries that may be of one hearing, and what the team said. The smaller id is always the first. */
@Entity({ name: 'event_pair', schema: 'app' })
export class EventPair {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column({ type: 'uuid', name: 'legal_case_id', update: false }) legalCaseId!: string;
  @Column({ type: 'uuid', name: 'event_id', update: false }) eventId!: string;
  @Column({ type: 'uuid', name: 'other_id', update: false }) otherId!: string;
  @Column({ type: 'boolean' }) same!: boolean;
  @Column({ type: 'uuid', name: 'decided_by', nullable: true, insert: false, update: false }) decidedById!: string | null;
  @Column({ type: 'smallint', insert: false, update: false }) level!: number;
  @Column({ type: 'int', insert: false, update: false }) version!: number;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt!: Date;
}

@ObjectType({ description: 'An earlier entry that may tell of the same hearing. Both texts stay.' })
export class EventTwin {
  @Field(() => ID) eventId!: string;
  @Field(() => Boolean, { nullable: true, description: 'true: the team keeps both texts together. null: nobody has said yet.' }) same!: boolean | null;
  @Field(() => Int, { description: 'Moves with every answer; 0 where nobody has said yet.' }) version!: number;
}

@InputType()
export class PairEventsInput {
  @Field(() => ID) eventId!: string;
  @Field(() => Int, { description: 'As it was seen.' }) eventVersion!: number;
  @Field(() => ID) otherId!: string;
  @Field(() => Int, { description: 'As it was seen.' }) otherVersion!: number;
  @Field(() => Boolean, { nullable: true, description: 'One hearing, two, or null: the answer is taken back.' }) same!: boolean | null;
  @Field(() => Int) pairVersion!: number;
}
