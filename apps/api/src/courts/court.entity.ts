import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@ObjectType({ description: 'A court or quasi-judicial body of the reference library.' })
@Entity({ name: 'court', schema: 'app' })
export class Court {
  @Field(() => ID) @PrimaryGeneratedColumn('uuid') id!: string;
  @Field(() => String) @Column({ type: 'text' }) slug!: string;
  @Column({ type: 'int' }) ordinal!: number;
  @Field(() => String) @Column({ type: 'text' }) country!: string;
  @Field(() => String) @Column({ type: 'text' }) name!: string;
  @Field(() => String) @Column({ type: 'text', name: 'name_local' }) nameLocal!: string;
  @Field(() => String) @Column({ type: 'text', name: 'local_language' }) localLanguage!: string;
  @Field(() => String) @Column({ type: 'text' }) level!: string;
  @Column({ type: 'uuid', name: 'parent_id', nullable: true }) parentId!: string | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) website!: string | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) note!: string | null;
  @Column({ type: 'json', name: 'extra' }) leftovers!: Record<string, unknown>;
  @Column({ type: 'text', select: false }) fingerprint!: string;
  @Column({ type: 'timestamptz', name: 'imported_at', select: false }) importedAt!: Date;
}
