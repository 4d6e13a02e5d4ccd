import { Field, ObjectType } from '@nestjs/graphql';
import { MovedDeadline } from '../deadlines/deadline.entity.ts';
import { Proceeding } from './proceeding.entity.ts';

@ObjectType({ description: 'A proceeding in its new court, and the deadlines there are to look at.' })
export class Transferred {
  @Field(() => Proceeding) proceeding!: Proceeding;
  @Field(() => [MovedDeadline], { description: 'Whose day is another by the new court\'s calendar, or whose rule is another court\'s.' }) deadlines!: MovedDeadline[];
}
