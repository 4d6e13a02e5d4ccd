import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@ObjectType()
@Entity({ name: 'organisation', schema: 'app' })
export class Organisation {
  @Field(() => ID) @PrimaryGeneratedColumn('uuid') id!: string;
  @Field(() => String) @Column({ type: 'text' }) name!: string;
  @Field(() => String) @Column({ type: 'text' }) country!: string;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) about!: string | null;
  @Field(() => Boolean, { description: 'Does it read what is shared with the coalition?' }) @Column({ type: 'boolean' }) coalition!: boolean;
  @Field(() => Boolean, { description: 'A fictional organisation of the demo.' }) @Column({ type: 'boolean', insert: false, update: false }) demo!: boolean;
  @Field(() => Int) @Column({ type: 'int', insert: false, update: false }) version!: number;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt!: Date;
}

@InputType()
export class AddOrganisationInput {
  @Field(() => String) name!: string;
  @Field(() => String) country!: string;
  @Field(() => String, { nullable: true }) about?: string | null;
  @Field(() => Boolean) coalition!: boolean;
}
@InputType()
export class ChangeOrganisationInput {
  @Field(() => String, { nullable: true }) name?: string | null;
  @Field(() => String, { nullable: true }) country?: string | null;
  @Field(() => String, { nullable: true }) about?: string | null;
  @Field(() => Boolean, { nullable: true }) coalition?: boolean | null;
}
