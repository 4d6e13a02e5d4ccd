import { CaseLevel, line, slug, Sureness } from '@amparo/domain';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { z } from 'zod';
import { rung } from '../cases/legal-case.entity.ts';
import { PageInfo } from '../platform/page-info.ts';

@ObjectType({ description: 'What happened to people, documented once and linked to the cases it stands behind. Private like them until shared.' })
@Entity({ name: 'harm', schema: 'app' })
export class Harm {
  @Field(() => ID) @PrimaryGeneratedColumn('uuid') id!: string;
  @Column({ type: 'text', name: 'kind_scheme', insert: false, update: false }) kindScheme!: string;
  @Column({ type: 'text', name: 'kind' }) kindId!: string;
  @Column({ type: 'text', array: true, name: 'groups' }) groupIds!: string[];
  @Field(() => String) @Column({ type: 'text' }) summary!: string;
  @Field(() => String) @Column({ type: 'text' }) country!: string;
  @Field(() => String, { nullable: true, description: 'No finer place is kept.' }) @Column({ type: 'text', nullable: true }) district!: string | null;
  @Column({ type: 'text', name: 'when_edtf' }) when!: string;
  @Column({ type: 'text', name: 'sort_key' }) sortKey!: string;
  @Column({ type: 'uuid', name: 'id_system_id', nullable: true }) idSystemId!: string | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) feature!: string | null;
  @Field(() => Int, { nullable: true }) @Column({ type: 'int', name: 'people_affected', nullable: true }) peopleAffected!: number | null;
  @Field(() => String) @Column({ type: 'text' }) source!: string;
  @Field(() => String) @Column({ type: 'text' }) sureness!: string;
  @Column({ type: 'uuid', name: 'created_by', nullable: true, insert: false, update: false }) createdById!: string | null;
  @Column({ type: 'uuid', name: 'home_case_id', nullable: true, insert: false, update: false }) homeCaseId!: string | null;
  @Field(() => CaseLevel) @Column({ type: 'smallint', insert: false, update: false, transformer: rung }) level!: CaseLevel;
  @Field(() => Int) @Column({ type: 'int', insert: false, update: false }) version!: number;
  @Field(() => Date) @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Field(() => Date) @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt!: Date;
}

@ObjectType()
@Entity({ name: 'harm_link', schema: 'app' })
export class HarmLink {
  @Field(() => ID) @PrimaryGeneratedColumn('uuid') id!: string;
  @Column({ type: 'uuid', name: 'harm_id', update: false }) harmId!: string;
  @Column({ type: 'uuid', name: 'legal_case_id', nullable: true, update: false }) legalCaseId!: string | null;
  @Column({ type: 'uuid', name: 'claim_id', nullable: true, update: false }) claimId!: string | null;
  @Column({ type: 'uuid', name: 'precedent_id', nullable: true, update: false }) precedentId!: string | null;
  @Field(() => Boolean, { description: 'Does whoever reads the case read the harm as well? Otherwise only its team.' }) @Column({ type: 'boolean', name: 'follows_case' }) followsCase!: boolean;
  @Column({ type: 'smallint', insert: false, update: false }) level!: number;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
}

const some = <T extends z.ZodType>(of: T) => z.array(of).max(50).nullish();
export const harmFilter = z.strictObject({ text: line(200).nullish(), kinds: some(line(80)), countries: some(line(16)), systems: some(slug), sureness: some(z.enum(Sureness)) }).nullish();
export type HarmFilterValues = NonNullable<z.output<typeof harmFilter>>;

@InputType()
export class HarmFilter {
  @Field(() => String, { nullable: true }) text?: string;
  @Field(() => [String], { nullable: true, description: 'A kind includes those below it.' }) kinds?: string[];
  @Field(() => [String], { nullable: true }) countries?: string[];
  @Field(() => [String], { nullable: true }) systems?: string[];
  @Field(() => [String], { nullable: true }) sureness?: string[];
}
@ObjectType({ description: 'Harms one may read. Facets: kind, country, system, sureness.' })
export class HarmConnection {
  @Field(() => [Harm]) nodes!: Harm[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
  filter!: HarmFilterValues;
}

@InputType()
export class HarmInput {
  @Field(() => String) kind!: string;
  @Field(() => [String]) groups!: string[];
  @Field(() => String) summary!: string;
  @Field(() => String) country!: string;
  @Field(() => String, { nullable: true }) district?: string;
  @Field(() => String, { nullable: true }) whenOn?: string;
  @Field(() => String, { nullable: true }) system?: string;
  @Field(() => String, { nullable: true }) feature?: string;
  @Field(() => Int, { nullable: true }) peopleAffected?: number;
  @Field(() => String) source!: string;
  @Field(() => String) sureness!: string;
}
@InputType()
export class LinkHarmInput {
  @Field(() => ID) harmId!: string;
  @Field(() => ID, { nullable: true }) legalCaseId?: string;
  @Field(() => ID, { nullable: true }) claimId?: string;
  @Field(() => String, { nullable: true }) precedentSlug?: string;
  @Field(() => Boolean, { nullable: true }) followsCase?: boolean;
}
