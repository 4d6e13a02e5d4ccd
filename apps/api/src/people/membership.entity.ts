import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** What GraphQL calls a member is the row of the membership: one person in one organisation. */
@ObjectType('Member')
@Entity({ name: 'membership', schema: 'app' })
export class Membership {
  @Field(() => ID) @PrimaryGeneratedColumn('uuid') id!: string;
  @Column({ type: 'uuid', name: 'organisation_id', update: false }) organisationId!: string;
  @Column({ type: 'uuid', name: 'person_id', update: false }) personId!: string;
  @Field(() => [String]) @Column({ type: 'text', array: true }) roles!: string[];
  @Field(() => String) @Column({ type: 'date', update: false }) since!: string;
  @Column({ type: 'timestamptz', name: 'confirmed_at', nullable: true, insert: false, update: false }) confirmedAt!: Date | null;
  @Column({ type: 'boolean', insert: false, update: false }) vouched!: boolean;
  @Field(() => Int) @Column({ type: 'int', insert: false, update: false }) version!: number;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt!: Date;
}

@ObjectType()
export class AddedMember {
  @Field(() => Membership) member!: Membership;
  @Field(() => String, { nullable: true, description: 'One-time path for the newcomer, shown this once. Null for somebody who has signed in before: they have their own way in.' }) link!: string | null;
}

@InputType()
export class AddMemberInput {
  @Field(() => ID) organisationId!: string;
  @Field(() => String) email!: string;
  @Field(() => String) name!: string;
  @Field(() => [String]) roles!: string[];
}
