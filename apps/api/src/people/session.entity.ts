import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@ObjectType({ description: 'A browser in which the person who asks is signed in.' })
@Entity({ name: 'session', schema: 'app' })
export class Session {
  @Field(() => ID) @PrimaryGeneratedColumn('uuid') id!: string;
  @Column({ type: 'uuid', name: 'person_id' }) personId!: string;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) agent!: string | null;
  @Field(() => Date) @Column({ type: 'timestamptz', name: 'created_at' }) createdAt!: Date;
  @Field(() => Date) @Column({ type: 'timestamptz', name: 'seen_at' }) seenAt!: Date;
  @Column({ type: 'timestamptz', name: 'idle_until' }) idleUntil!: Date;
  @Column({ type: 'timestamptz', name: 'expires_at' }) expiresAt!: Date;
}
