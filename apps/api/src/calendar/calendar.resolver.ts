import { calendarFilter, type CalendarFilter, calendarRange, type CalendarRange } from '@amparo/domain';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { ZodPipe } from '../platform/zod.pipe.ts';
import { Calendar, CalendarChoices, CalendarFilterInput, CalendarRangeInput } from './calendar.entity.ts';
import { CalendarService } from './calendar.service.ts';

@Resolver()
export class CalendarResolver {
  constructor(private readonly service: CalendarService) {}

  @Query(() => Calendar, { description: 'Hearings and deadlines of some weeks, of one\'s own cases unless something else is asked for.' })
  calendar(@Args('range', { type: () => CalendarRangeInput }, new ZodPipe(calendarRange)) range: CalendarRange, @Args('filter', { type: () => CalendarFilterInput, nullable: true }, new ZodPipe(calendarFilter)) filter: CalendarFilter | null) { return this.service.get(range, filter ?? {}); }
  @Query(() => CalendarChoices) calendarChoices() { return this.service.choices(); }
}
