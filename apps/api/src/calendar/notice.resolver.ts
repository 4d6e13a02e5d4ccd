import { changeReminders, type ChangeReminders } from '@amparo/domain';
import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Deadline } from '../deadlines/deadline.entity.ts';
import { mailIsOn } from '../platform/mail.ts';
import { firstPipe, ZodPipe } from '../platform/zod.pipe.ts';
import { ChangeRemindersInput, Notice, ReminderChoice } from './notice.entity.ts';
import { NoticeService } from './notice.service.ts';

@Resolver(() => Notice)
export class NoticeResolver {
  constructor(private readonly service: NoticeService) {}
  @Query(() => [Notice], { description: 'Reminders and recounts that still say something, unread first.' }) notices(@Args('first', { type: () => Int }, firstPipe) first: number) { return this.service.list(first); }
  @Query(() => Int, { description: 'How many are unread.' }) noticeCount() { return this.service.unread(); }
  @Query(() => ReminderChoice) reminderChoice() { return this.service.choice(); }
  @Mutation(() => Int, { description: 'All are read. Says how many were not.' }) readNotices() { return this.service.readAll(); }
  @Mutation(() => ReminderChoice)
  changeReminders(@Args('version', { type: () => Int }) version: number, @Args('input', { type: () => ChangeRemindersInput }, new ZodPipe(changeReminders)) input: ChangeReminders) { return this.service.choose(version, input); }
  @ResolveField(() => Deadline) deadline(@Parent() n: Notice) { return this.service.deadline(n); }
}

@Resolver(() => ReminderChoice)
export class ReminderChoiceResolver {
  @ResolveField(() => Boolean) mailIsOn() { return mailIsOn(); }
}
