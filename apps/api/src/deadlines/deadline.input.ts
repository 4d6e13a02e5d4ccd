import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { DeadlineKind, DeadlineState } from './deadline.entity.ts';

@InputType({ description: 'Both days included. proved: what the rule asks for has been proved.' })
export class ExcludedTimeInput {
  @Field(() => String) from!: string;
  @Field(() => String) to!: string;
  @Field(() => String, { nullable: true }) what?: string;
  @Field(() => Boolean, { nullable: true }) proved?: boolean;
}
@InputType({ description: 'The clock stands still from `from` and runs again on `to`; without `to` it still stands.' })
export class StayInput {
  @Field(() => String) from!: string;
  @Field(() => String, { nullable: true }) to?: string;
  @Field(() => String, { nullable: true }) what?: string;
}
/** What is asked of the engine. */
@InputType({ isAbstract: true })
abstract class DeadlineQuestionFields {
  @Field(() => DeadlineKind) kind!: DeadlineKind;
  @Field(() => String, { nullable: true }) ruleId?: string;
  @Field(() => String, { nullable: true, description: 'A legal date (EDTF), or a day with an hour. Empty with an event: the event\'s.' }) triggerOn?: string;
  @Field(() => String, { nullable: true }) triggerBasis?: string;
  @Field(() => ID, { nullable: true }) triggerEventId?: string;
  @Field(() => Boolean, { nullable: true }) triggerConfirmed?: boolean;
  @Field(() => String, { nullable: true, description: 'The day that chooses the version of the rule, where it is not the trigger.' }) relevantOn?: string;
  @Field(() => String, { nullable: true }) longStopFrom?: string;
  @Field(() => [ExcludedTimeInput], { nullable: true }) exclude?: ExcludedTimeInput[];
  @Field(() => [StayInput], { nullable: true }) stays?: StayInput[];
  @Field(() => String, { nullable: true, description: 'Which order set the time.' }) order?: string;
  @Field(() => Int, { nullable: true }) periodN?: number;
  @Field(() => String, { nullable: true }) periodUnit?: string;
  @Field(() => String, { nullable: true, description: 'The last day itself, perhaps with an hour: 2026-10-21T16:00.' }) by?: string;
  @Field(() => Boolean, { nullable: true }) countsTriggerDay?: boolean;
  @Field(() => String, { nullable: true }) roll?: string;
  @Field(() => String, { nullable: true }) cutOff?: string;
  @Field(() => String, { nullable: true, description: 'Of an order or a day of one\'s own; empty: the proceeding\'s.' }) zone?: string;
  @Field(() => String, { nullable: true }) calendarId?: string;
  @Field(() => ID, { nullable: true }) proceedingId?: string;
}
@InputType()
export class DeadlineQuestionInput extends DeadlineQuestionFields {
  @Field(() => ID, { nullable: true }) legalCaseId?: string;
}
@InputType()
export class ChangeDeadlineInput extends DeadlineQuestionFields {
  @Field(() => String, { nullable: true, description: 'Empty with a rule: its act.' }) title?: string;
  @Field(() => Boolean, { nullable: true }) critical?: boolean;
  @Field(() => ID, { nullable: true, description: 'Who sees to it: somebody of the team.' }) ownerId?: string;
}
@InputType()
export class AddDeadlineInput extends ChangeDeadlineInput {
  @Field(() => ID) legalCaseId!: string;
  @Field(() => ID, { nullable: true, description: 'Made by the client: the same sent twice is one deadline.' }) key?: string;
}
@InputType()
export class ConfirmDeadlineInput {
  @Field(() => String) on!: string;
  @Field(() => String, { description: 'Where you read it: text and page.' }) source!: string;
}
@InputType()
export class ExtendDeadlineInput {
  @Field(() => String) order!: string;
  @Field(() => String, { nullable: true }) on?: string;
  @Field(() => String, { nullable: true }) until?: string;
  @Field(() => Int, { nullable: true }) periodN?: number;
  @Field(() => String, { nullable: true }) periodUnit?: string;
  @Field(() => ID, { nullable: true }) decisionId?: string;
  @Field(() => String, { nullable: true }) reason?: string;
}
@InputType()
export class SettleDeadlineInput {
  @Field(() => String, { description: 'met, moot or open (again).' }) outcome!: string;
  @Field(() => String, { nullable: true, description: 'The day it was done, whenever it is typed in.' }) on?: string;
  @Field(() => String, { nullable: true }) note?: string;
}
@InputType()
export class DeadlineFilterInput {
  @Field(() => ID, { nullable: true }) legalCaseId?: string;
  @Field(() => ID, { nullable: true }) ownerId?: string;
  @Field(() => ID, { nullable: true, description: 'Leading the case.' }) organisationId?: string;
  @Field(() => Boolean, { nullable: true, description: 'Those you see to.' }) mine?: boolean;
  @Field(() => [DeadlineState], { nullable: true }) statuses?: DeadlineState[];
  @Field(() => String, { nullable: true }) from?: string;
  @Field(() => String, { nullable: true }) to?: string;
}
