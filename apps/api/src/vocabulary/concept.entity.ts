import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A text in several languages; English is always there. */
export type Labels = Record<string, string>;

@ObjectType()
export class ConceptInstrument {
  @Field(() => String) instrument!: string;
  @Field(() => [String]) articles!: string[];
}

@ObjectType()
export class FacetValue {
  @Field(() => String) id!: string;
  @Field(() => String) label!: string;
  @Field(() => Int) count!: number;
}

@ObjectType()
export class Facet {
  @Field(() => String) name!: string;
  @Field(() => [FacetValue]) values!: FacetValue[];
}

@ObjectType({ description: 'An entry of a reference vocabulary. Labels and definition come in the language of the one who asks, where there is one.' })
@Entity({ name: 'concept', schema: 'app' })
export class Concept {
  @Field(() => String) @PrimaryColumn({ type: 'text' }) scheme!: string;
  @Field(() => String) @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'int' }) ordinal!: number;
  @Column({ type: 'json', name: 'label' }) labels!: Labels;
  @Field(() => String) @Column({ type: 'text' }) definition!: string;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) broader!: string | null;
  @Column({ type: 'jsonb' }) sources!: unknown[];
  @Column({ type: 'json' }) extra!: Record<string, unknown>;
}

@ObjectType()
@Entity({ name: 'concept_scheme', schema: 'app' })
export class ConceptScheme {
  @Field(() => String) @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'int' }) ordinal!: number;
  @Column({ type: 'json', name: 'label' }) labels!: Labels;
  @Field(() => String) @Column({ type: 'text' }) definition!: string;
  @Column({ type: 'jsonb', name: 'used_by' }) usedBy!: string[];
  @Column({ type: 'json' }) extra!: Record<string, unknown>;
}
