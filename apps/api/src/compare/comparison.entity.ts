import { FindingResult } from '@amparo/domain';
import { Field, ObjectType } from '@nestjs/graphql';
import { Precedent } from '../precedents/precedent.entity.ts';

@ObjectType({ description: '`finding` null: not coded yet (`reason` not_coded), which is neither "not addressed" nor zero. `reason` is empty where there is a finding.' })
export class ComparisonCell {
  @Field(() => String) slug!: string;
  @Field(() => FindingResult, { nullable: true }) finding!: FindingResult | null;
  @Field(() => String, { nullable: true }) note!: string | null;
  @Field(() => String) reason!: string;
}

@ObjectType()
export class ComparisonRow {
  @Field(() => String) limb!: string;
  @Field(() => String) label!: string;
  @Field(() => String, { description: 'The test as a plain question.' }) question!: string;
  @Field(() => Boolean, { description: 'Two columns were answered differently; a test that was not addressed or not coded is no answer.' }) differ!: boolean;
  @Field(() => [ComparisonCell], { description: 'In the order of the columns.' }) cells!: ComparisonCell[];
}

@ObjectType({ description: 'Who used whom among the columns: cited → citing.' })
export class Reliance {
  @Field(() => String) from!: string;
  @Field(() => String) to!: string;
  @Field(() => String) treatment!: string;
  @Field(() => String) label!: string;
  @Field(() => String, { nullable: true }) note!: string | null;
  @Field(() => Boolean) verified!: boolean;
}

@ObjectType()
export class Comparison {
  @Field(() => [Precedent], { description: 'Oldest first.' }) columns!: Precedent[];
  @Field(() => [ComparisonRow]) rows!: ComparisonRow[];
  @Field(() => [Reliance]) reliance!: Reliance[];
  @Field(() => [String], { description: 'Asked for and not in the library.' }) missing!: string[];
  /** The case to set beside them, as asked for: whether it may be read is decided where it is read. */
  caseId!: string | null;
}
