import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Somebody, as colleagues see them. Addresses are nobody's business but one's own: `Me` has it. */
@ObjectType()
@Entity({ name: 'person', schema: 'app' })
export class Person {
  @Field(() => ID) @PrimaryGeneratedColumn('uuid') id!: string;
  @Field(() => String) @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text' }) locale!: string;
  @Column({ type: 'boolean', update: false }) disabled!: boolean;
  @Column({ type: 'boolean', update: false }) demo!: boolean;
  @Column({ type: 'int', update: false }) version!: number;
  @Column({ type: 'timestamptz', name: 'created_at', update: false }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', update: false }) updatedAt!: Date;
}

@ObjectType({ description: 'The person who asks.' })
export class Me {
  @Field(() => ID) id!: string;
  @Field(() => String) email!: string;
  @Field(() => String) name!: string;
  @Field(() => String) locale!: string;
  @Field(() => Boolean) hasPassword!: boolean;
  @Field(() => Int) version!: number;
}

@ObjectType({ description: 'A sample person whom anybody on this machine may enter as.' })
export class DemoPerson {
  @Field(() => String, { description: 'lawyer, ally, reviewer, facilitator or steward' }) role!: string;
  @Field(() => String) name!: string;
  @Field(() => String) organisation!: string;
  @Field(() => String) country!: string;
  @Field(() => String) email!: string;
}

@InputType()
export class ChangeMeInput {
  @Field(() => String, { nullable: true }) name?: string | null;
  @Field(() => String, { nullable: true }) locale?: string | null;
}
