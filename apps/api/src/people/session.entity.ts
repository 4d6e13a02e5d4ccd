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

@ObjectType({ description: 'What opens the entries that wait, sealed, on this person\'s own device.' })
export class DeviceKey {
  @Field(() => String, { description: '256 bits, base64. The same again for the same person and device; to nobody else.' }) key!: string;
  @Field(() => ID, { description: 'Whose it is: who is signed in here now.' }) personId!: string;
  @Field(() => Date, { description: 'Until then the device may go on without hearing from the server; then it forgets the key.' }) until!: Date;
}
