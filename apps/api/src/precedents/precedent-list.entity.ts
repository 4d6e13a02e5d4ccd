import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { PageInfo } from '../platform/page-info.ts';
import { Facet } from '../vocabulary/concept.entity.ts';
import { Precedent } from './precedent.entity.ts';
import type { SoughtWord } from './search-words.ts';

@ObjectType({ description: 'A passage in the record\'s own words. `marks` are flat pairs of start and end in `text` (UTF-16). `place`: short_name summary remedy issue finding:<limb> citation party notes.' })
export class HitPassage {
  @Field(() => String) place!: string;
  @Field(() => String) placeLabel!: string;
  @Field(() => String) text!: string;
  @Field(() => [Int]) marks!: number[];
}

@ObjectType()
export class PrecedentRow {
  @Field(() => Precedent) precedent!: Precedent;
  /** What was sought, for the passages that speak of it. */
  sought!: readonly SoughtWord[];
}

@ObjectType()
export class YearCount {
  @Field(() => Int) year!: number;
  @Field(() => Int) count!: number;
  @Field(() => Int) matching!: number;
}

@ObjectType()
export class PrecedentConnection {
  @Field(() => [PrecedentRow]) rows!: PrecedentRow[];
  @Field(() => Int) total!: number;
  @Field(() => [Facet], { description: 'country court_level harm right finding result feature. A facet ignores its own filter.' }) facets!: Facet[];
  @Field(() => [YearCount]) years!: YearCount[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}

@InputType({ description: 'Values that no record has find nothing. countries: respondent States. features: compulsory_in_law compulsory_in_fact central_register no_central_register and the biometric types. sort: best (needs text), newest, oldest, name.' })
export class PrecedentFilter {
  @Field(() => String, { nullable: true }) text?: string | null;
  @Field(() => [String], { nullable: true }) countries?: string[] | null;
  @Field(() => [String], { nullable: true }) courtLevels?: string[] | null;
  @Field(() => [String], { nullable: true }) harms?: string[] | null;
  @Field(() => [String], { nullable: true }) rights?: string[] | null;
  @Field(() => String, { nullable: true }) limb?: string | null;
  @Field(() => [String], { nullable: true }) findings?: string[] | null;
  @Field(() => [String], { nullable: true }) results?: string[] | null;
  @Field(() => [String], { nullable: true }) features?: string[] | null;
  @Field(() => [String], { nullable: true }) systems?: string[] | null;
  @Field(() => [String], { nullable: true }) courts?: string[] | null;
  @Field(() => Int, { nullable: true }) fromYear?: number | null;
  @Field(() => Int, { nullable: true }) toYear?: number | null;
  @Field(() => String, { nullable: true }) sort?: string | null;
}
