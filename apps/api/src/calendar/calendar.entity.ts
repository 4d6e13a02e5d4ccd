import { CaseLevel } from '@amparo/domain';
import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DeadlineState } from '../deadlines/deadline.entity.ts';

export const CalendarKind = { hearing: 'hearing', deadline: 'deadline' } as const;
export type CalendarKind = keyof typeof CalendarKind;
registerEnumType(CalendarKind, { name: 'CalendarKind', description: 'hearing: a date of a court, or one the team set itself. deadline: an act that is due.' });

@ObjectType({ description: 'One date of one case, as a calendar shows it: all that a row needs, read at once.' })
export class CalendarEntry {
  @Field(() => ID) id!: string;
  @Field(() => CalendarKind) kind!: CalendarKind;
  @Field(() => ID) legalCaseId!: string;
  @Field(() => String) caseName!: string;
  @Field(() => String, { description: 'What feeds and mail call the case.' }) codeName!: string;
  @Field(() => CaseLevel) level!: CaseLevel;
  @Field(() => String, { nullable: true, description: 'The day at the court, or a rough date (EDTF); empty: not known, not fixed.' }) on!: string | null;
  @Field(() => String, { nullable: true }) atTime!: string | null;
  @Field(() => String, { nullable: true, description: 'The zone of the court.' }) timeZone!: string | null;
  @Field(() => String, { nullable: true }) court!: string | null;
  @Field(() => String, { nullable: true, description: 'The kind of event; null for a deadline.' }) type!: string | null;
  @Field(() => String, { nullable: true }) title!: string | null;
  @Field(() => Boolean, { description: 'Still to come, or waiting to be logged.' }) planned!: boolean;
  @Field(() => Boolean, { description: 'The team\'s own date, which nobody else sees.' }) teamOnly!: boolean;
  @Field(() => String, { nullable: true }) outcome!: string | null;
  @Field(() => String, { nullable: true }) reportedResult!: string | null;
  @Field(() => DeadlineState, { nullable: true }) status!: DeadlineState | null;
  @Field(() => String, { nullable: true, description: 'The day to work to.' }) workingOn!: string | null;
  @Field(() => String, { nullable: true }) confirmedName!: string | null;
  @Field(() => String, { nullable: true }) counted!: string | null;
  @Field(() => String, { nullable: true }) strictness!: string | null;
  @Field(() => String, { nullable: true }) verification!: string | null;
  @Field(() => String, { nullable: true, description: 'Who sees to it.' }) ownerName!: string | null;
  @Field(() => String, { nullable: true, description: 'Closed that day there, or in vacation: in words of the court\'s calendar.' }) closed!: string | null;
}

@ObjectType({ description: 'Days on which a court is closed or in vacation.' })
export class CalendarClosure {
  @Field(() => String) calendarId!: string;
  @Field(() => String) name!: string;
  @Field(() => String) from!: string;
  @Field(() => String) to!: string;
  @Field(() => Boolean) vacation!: boolean;
  @Field(() => Boolean, { description: 'Sources differ, or the day is announced late.' }) doubtful!: boolean;
}
@ObjectType({ description: 'A court calendar that dates of these cases are counted by.' })
export class UsedCalendar {
  @Field(() => String) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String) source!: string;
  @Field(() => String) verification!: string;
  @Field(() => String, { nullable: true }) note!: string | null;
}

@ObjectType()
export class Calendar {
  @Field(() => [CalendarEntry], { description: 'By day and time, at most 2 000 of each kind.' }) entries!: CalendarEntry[];
  @Field(() => [CalendarEntry], { description: 'Missed before the first day, and not settled.' }) overdue!: CalendarEntry[];
  @Field(() => [CalendarEntry], { description: 'What is to come without a day: a calendar cannot hold it.' }) undated!: CalendarEntry[];
  @Field(() => [CalendarClosure]) closures!: CalendarClosure[];
  @Field(() => [UsedCalendar]) calendars!: UsedCalendar[];
  @Field(() => Boolean, { description: 'There is more than what is shown.' }) more!: boolean;
}
@ObjectType()
export class CalendarChoice {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
}
@ObjectType({ description: 'Whose dates one can ask for.' })
export class CalendarChoices {
  @Field(() => [CalendarChoice]) people!: CalendarChoice[];
  @Field(() => [CalendarChoice]) cases!: CalendarChoice[];
  @Field(() => [CalendarChoice]) organisations!: CalendarChoice[];
}

@InputType()
export class CalendarRangeInput {
  @Field(() => String) from!: string;
  @Field(() => String) to!: string;
}
@InputType()
export class CalendarFilterInput {
  @Field(() => ID, { nullable: true }) legalCaseId?: string;
  @Field(() => ID, { nullable: true, description: 'Deadlines this person sees to, and the court dates of their cases.' }) personId?: string;
  @Field(() => ID, { nullable: true, description: 'Leading the case.' }) organisationId?: string;
  @Field(() => Boolean, { nullable: true, description: 'Every case one may read, not only those on whose team one is.' }) everything?: boolean;
}
