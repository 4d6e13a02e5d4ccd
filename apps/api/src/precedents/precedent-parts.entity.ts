import { FindingResult, type Limb, type Treatment } from '@amparo/domain';
import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Concept } from '../vocabulary/concept.entity.ts';
import '../vocabulary/enums.ts';

// What stands on a record's own page only: typed JSON columns of `precedent` (see decision 0001).

@ObjectType()
export class PartyName {
  @Field(() => String) name!: string;
  @Field(() => String) type!: string;
}

@ObjectType()
export class PrecedentParties {
  @Field(() => [PartyName]) petitioners!: PartyName[];
  @Field(() => [PartyName]) respondents!: PartyName[];
  @Field(() => [PartyName]) interestedParties!: PartyName[];
  @Field(() => [PartyName]) amici!: PartyName[];
}

@ObjectType({ description: 'The system as the court found it, which may differ from what its record says today.' })
export class PrecedentSystem {
  /** Slug of the system's own record, as the file has it; answers call it `slug`. */
  system!: string | null;
  @Field(() => String) name!: string;
  @Field(() => String) country!: string;
  biometrics!: string[];
  @Field(() => String) mandatory!: string;
  @Field(() => Boolean, { nullable: true }) centralised!: boolean | null;
  @Field(() => String) function!: string;
  @Field(() => String, { nullable: true }) note!: string | null;
}

@ObjectType()
export class PrecedentRemedy {
  @Field(() => String) type!: string;
  detail!: string | null;
}

@ObjectType()
export class PrecedentEvent {
  @Field(() => String, { description: 'A legal date (EDTF).' }) on!: string;
  @Field(() => String) kind!: string;
  @Field(() => String) stage!: string;
  @Field(() => String) description!: string;
}

// What is asked across records: a table each.

@Entity({ name: 'precedent_concept', schema: 'app' })
export class PrecedentConcept {
  @PrimaryColumn({ type: 'uuid', name: 'precedent_id' }) precedentId!: string;
  @PrimaryColumn({ type: 'text' }) scheme!: string;
  @PrimaryColumn({ type: 'text' }) concept!: string;
  @Column({ type: 'int' }) ordinal!: number;
}

@ObjectType()
@Entity({ name: 'precedent_right', schema: 'app' })
export class PrecedentRight {
  @PrimaryColumn({ type: 'uuid', name: 'precedent_id' }) precedentId!: string;
  @PrimaryColumn({ type: 'int' }) ordinal!: number;
  @Column({ type: 'text', insert: false }) scheme!: string;
  @Column({ type: 'text', name: 'concept' }) conceptId!: string;
  @Field(() => String) @Column({ type: 'text' }) instrument!: string;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) article!: string | null;
  @Column({ type: 'json', name: 'extra' }) leftovers!: Record<string, unknown>;
  @Field(() => Concept) concept?: Concept;
}

@ObjectType({ description: 'Did the State meet the test? Our coding of the reasoning, not the court\'s own form.' })
@Entity({ name: 'precedent_finding', schema: 'app' })
export class PrecedentFinding {
  @PrimaryColumn({ type: 'uuid', name: 'precedent_id' }) precedentId!: string;
  @PrimaryColumn({ type: 'int' }) ordinal!: number;
  @Field(() => String) @Column({ type: 'text' }) limb!: Limb;
  @Field(() => FindingResult) @Column({ type: 'text' }) finding!: FindingResult;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) note!: string | null;
  @Column({ type: 'json', name: 'extra' }) leftovers!: Record<string, unknown>;
}

@ObjectType({ description: 'Another decision of the same story. `precedent` is null while that record is not in the library.' })
@Entity({ name: 'precedent_link', schema: 'app' })
export class PrecedentLink {
  @PrimaryColumn({ type: 'uuid', name: 'precedent_id' }) precedentId!: string;
  @PrimaryColumn({ type: 'int' }) ordinal!: number;
  @Field(() => String) @Column({ type: 'text', name: 'target_slug' }) slug!: string;
  @Field(() => String) @Column({ type: 'text' }) relation!: string;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) note!: string | null;
  @Column({ type: 'json', name: 'extra' }) leftovers!: Record<string, unknown>;
}

@Entity({ name: 'citation', schema: 'app' })
export class CitationRow {
  @PrimaryColumn({ type: 'uuid', name: 'precedent_id' }) precedentId!: string;
  @PrimaryColumn({ type: 'int' }) ordinal!: number;
  @Column({ type: 'text', name: 'target_slug' }) slug!: string;
  @Column({ type: 'text' }) treatment!: Treatment;
  @Column({ type: 'text', nullable: true }) note!: string | null;
  @Column({ type: 'json', name: 'extra' }) leftovers!: Record<string, unknown>;
}

@ObjectType({ description: 'One decision\'s use of another, seen from either end: `slug` and `precedent` are the other one. Not verified: the citing record says that this citation rests on memory.' })
export class Citation {
  @Field(() => String) treatment!: Treatment;
  @Field(() => String, { nullable: true }) note!: string | null;
  @Field(() => Boolean) verified!: boolean;
  @Field(() => String) slug!: string;
}
