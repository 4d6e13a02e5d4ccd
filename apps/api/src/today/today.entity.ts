import { Field, ObjectType } from '@nestjs/graphql';
import { LegalCase } from '../cases/legal-case.entity.ts';
import { Deadline } from '../deadlines/deadline.entity.ts';
import { ProcEvent } from '../events/proc-event.entity.ts';

@ObjectType({ description: 'What a person\'s own cases ask for now. Every date is counted in the time of its court.' })
export class Today {
  @Field(() => String) date!: string;
  @Field(() => [ProcEvent]) inCourt!: ProcEvent[];
  @Field(() => [ProcEvent]) nextDates!: ProcEvent[];
  @Field(() => [ProcEvent], { description: 'The planned day has passed and nothing was logged for it.' }) overdue!: ProcEvent[];
  @Field(() => [ProcEvent], { description: 'Logged by you in the last day, for the day it is at the court.' }) logged!: ProcEvent[];
  @Field(() => [ProcEvent], { description: 'Logged, but something is missing.' }) waiting!: ProcEvent[];
  @Field(() => [ProcEvent], { description: 'Logged by others in the last thirty days, in cases you may read.' }) news!: ProcEvent[];
  @Field(() => [Deadline], { description: 'Of your cases, what nobody has settled: late first, then by the day to work to.' }) deadlines!: Deadline[];
  @Field(() => [LegalCase], { description: 'Your cases that others read by your doing.' }) sharedByMe!: LegalCase[];
}
