import { CaseLevel } from '@amparo/domain';
import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'Where the palette can go. What one may not read is never among them.' })
export class SearchHit {
  @Field(() => String, { description: 'case, decision, precedent, court, system or concept' }) kind!: string;
  @Field(() => String) id!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { nullable: true }) hint!: string | null;
  @Field(() => String) url!: string;
  @Field(() => CaseLevel, { nullable: true }) level!: CaseLevel | null;
}
