import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@ObjectType()
export class Statistic {
  @Field(() => String) label!: string;
  @Field(() => String) value!: string;
  @Field(() => String, { nullable: true }) asOf!: string | null;
  @Field(() => String, { nullable: true }) unit!: string | null;
}

@ObjectType({ description: 'Where a record comes from. `basis`: found = seen in public material, known = from knowledge, not seen.' })
export class Source {
  @Field(() => String) type!: string;
  @Field(() => String) ref!: string;
  @Field(() => String) basis!: string;
  @Field(() => String, { nullable: true }) note!: string | null;
}

@ObjectType()
export class DataProtectionLaw {
  @Field(() => String, { nullable: true }) name!: string | null;
  @Field(() => Int, { nullable: true }) year!: number | null;
  @Field(() => String, { nullable: true }) note!: string | null;
}

@ObjectType({ description: 'A national identity system, or a close relative of one. null means not known.' })
@Entity({ name: 'id_system', schema: 'app' })
export class IdSystem {
  @Field(() => ID) @PrimaryGeneratedColumn('uuid') id!: string;
  @Field(() => String) @Column({ type: 'text' }) slug!: string;
  @Column({ type: 'int' }) ordinal!: number;
  @Field(() => String) @Column({ type: 'text' }) country!: string;
  @Field(() => String) @Column({ type: 'text' }) name!: string;
  @Field(() => String) @Column({ type: 'text', name: 'name_local' }) nameLocal!: string;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) identifier!: string | null;
  @Field(() => Int) @Column({ type: 'int' }) launched!: number;
  @Field(() => String) @Column({ type: 'text' }) status!: string;
  @Field(() => String) @Column({ type: 'text' }) function!: string;
  @Field(() => Boolean, { nullable: true }) @Column({ type: 'boolean', name: 'mandatory_in_law', nullable: true }) mandatoryInLaw!: boolean | null;
  @Field(() => Boolean, { nullable: true }) @Column({ type: 'boolean', name: 'mandatory_de_facto', nullable: true }) mandatoryDeFacto!: boolean | null;
  @Column({ type: 'text', array: true, name: 'biometrics' }) biometricIds!: string[];
  @Field(() => Boolean, { nullable: true }) @Column({ type: 'boolean', name: 'centralised_database', nullable: true }) centralisedDatabase!: boolean | null;
  @Field(() => [String]) @Column({ type: 'jsonb', name: 'legal_basis' }) legalBasis!: string[];
  @Field(() => DataProtectionLaw, { nullable: true }) @Column({ type: 'jsonb', name: 'data_protection_law', nullable: true }) dataProtectionLaw!: DataProtectionLaw | null;
  @Field(() => [String]) @Column({ type: 'jsonb' }) funders!: string[];
  @Field(() => [String]) @Column({ type: 'jsonb' }) vendors!: string[];
  @Field(() => Boolean, { nullable: true }) @Column({ type: 'boolean', name: 'open_source', nullable: true }) openSource!: boolean | null;
  @Field(() => [Statistic]) @Column({ type: 'jsonb' }) statistics!: Statistic[];
  @Field(() => [Source]) @Column({ type: 'jsonb' }) sources!: Source[];
  @Field(() => String) @Column({ type: 'text' }) confidence!: string;
  @Field(() => [String]) @Column({ type: 'jsonb' }) unverified!: string[];
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) notes!: string | null;
  @Column({ type: 'json', name: 'extra' }) leftovers!: Record<string, unknown>;
  @Column({ type: 'text', select: false }) fingerprint!: string;
  @Column({ type: 'timestamptz', name: 'imported_at', select: false }) importedAt!: Date;
}
