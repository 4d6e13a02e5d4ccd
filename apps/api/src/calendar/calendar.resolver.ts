import { calendarFeed, type CalendarFeedInput as FeedInput, calendarFilter, type CalendarFilter, calendarRange, type CalendarRange } from '@amparo/domain';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { idPipe, ZodPipe } from '../platform/zod.pipe.ts';
import { Calendar, CalendarChoices, CalendarFilterInput, CalendarRangeInput } from './calendar.entity.ts';
import { CalendarService } from './calendar.service.ts';
import { CalendarFeed, CalendarFeedInput, NewCalendarFeed } from './feed.entity.ts';
import { FeedService } from './feed.service.ts';

@Resolver()
export class CalendarResolver {
  constructor(private readonly service: CalendarService, private readonly feeds: FeedService) {}

  @Query(() => Calendar, { description: 'Hearings and deadlines of some weeks, of one\'s own cases unless something else is asked for.' })
  calendar(@Args('range', { type: () => CalendarRangeInput }, new ZodPipe(calendarRange)) range: CalendarRange, @Args('filter', { type: () => CalendarFilterInput, nullable: true }, new ZodPipe(calendarFilter)) filter: CalendarFilter | null) { return this.service.get(range, filter ?? {}); }
  @Query(() => CalendarChoices) calendarChoices() { return this.service.choices(); }

  @Query(() => [CalendarFeed], { description: 'One\'s own.' }) calendarFeeds() { return this.feeds.list(); }
  @Mutation(() => NewCalendarFeed) addCalendarFeed(@Args('input', { type: () => CalendarFeedInput }, new ZodPipe(calendarFeed)) input: FeedInput) { return this.feeds.add(input); }
  @Mutation(() => NewCalendarFeed, { description: 'A new address; the old one stops at once.' }) rotateCalendarFeed(@Args('id', { type: () => ID }, idPipe) id: string) { return this.feeds.rotate(id); }
  @Mutation(() => Boolean) removeCalendarFeed(@Args('id', { type: () => ID }, idPipe) id: string) { return this.feeds.remove(id); }
}
