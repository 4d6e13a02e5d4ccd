import { type AddDeadline, addDeadline, type ChangeDeadline, changeDeadline, type ConfirmDeadline, confirmDeadline, deadlineFilter, type DeadlineFilter, type DeadlineQuestion, deadlineQuestion, deadlineStatuses, type ExtendDeadline, extendDeadline, type SettleDeadline, settleDeadline } from '@amparo/domain/deadlines';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { z } from 'zod';
import { LegalCase } from '../cases/legal-case.entity.ts';
import { LegalCaseService } from '../cases/legal-case.service.ts';
import { Person } from '../people/person.entity.ts';
import { PeopleService } from '../people/people.service.ts';
import { firstPipe, idPipe, ZodPipe } from '../platform/zod.pipe.ts';
import { Public } from '../platform/needs-person.ts';
import { DeadlineLawService } from './deadline-law.service.ts';
import { DeadlineListService } from './deadline-list.service.ts';
import { Deadline, DeadlineConnection, DeadlineExtension, DeadlineRuleRow, DeadlineState, ForumCalendarRow } from './deadline.entity.ts';
import { AddDeadlineInput, ChangeDeadlineInput, ConfirmDeadlineInput, DeadlineFilterInput, DeadlineQuestionInput, ExtendDeadlineInput, SettleDeadlineInput } from './deadline.input.ts';
import { DeadlineService } from './deadline.service.ts';

const Counted = Object.fromEntries(deadlineStatuses.map((s) => [s, s]));

@Resolver(() => Deadline)
export class DeadlineResolver {
  constructor(private readonly all: DeadlineService, private readonly list: DeadlineListService, private readonly cases: LegalCaseService, private readonly people: PeopleService) {}

  @Query(() => DeadlineConnection)
  deadlines(@Args('first', { type: () => Int }, firstPipe) first: number, @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Args('filter', { type: () => DeadlineFilterInput, nullable: true }, new ZodPipe(deadlineFilter)) filter: DeadlineFilter | null) { return this.list.page(first, after, filter ?? {}); }
  @Query(() => Deadline, { nullable: true }) async deadline(@Args('id', { type: () => ID }, idPipe) id: string) { return (await this.all.byId(id)) ?? null; }
  @Query(() => String, { description: 'What would be counted, as JSON (DeadlineResult of libs/domain). Nothing is saved.' })
  async deadlinePreview(@Args('input', { type: () => DeadlineQuestionInput }, new ZodPipe(deadlineQuestion)) input: DeadlineQuestion) { return JSON.stringify(await this.all.preview(input)); }

  @Mutation(() => Deadline) addDeadline(@Args('input', { type: () => AddDeadlineInput }, new ZodPipe(addDeadline)) input: AddDeadline) { return this.all.add(input); }
  @Mutation(() => Deadline)
  changeDeadline(@Args('id', { type: () => ID }, idPipe) id: string, @Args('version', { type: () => Int }) version: number, @Args('input', { type: () => ChangeDeadlineInput }, new ZodPipe(changeDeadline)) input: ChangeDeadline) { return this.all.change(id, version, input); }
  @Mutation(() => Boolean) removeDeadline(@Args('id', { type: () => ID }, idPipe) id: string) { return this.all.remove(id); }
  @Mutation(() => Deadline)
  confirmDeadline(@Args('id', { type: () => ID }, idPipe) id: string, @Args('version', { type: () => Int }) version: number, @Args('input', { type: () => ConfirmDeadlineInput }, new ZodPipe(confirmDeadline)) input: ConfirmDeadline) { return this.all.confirm(id, version, input); }
  @Mutation(() => Deadline)
  extendDeadline(@Args('id', { type: () => ID }, idPipe) id: string, @Args('version', { type: () => Int }) version: number, @Args('input', { type: () => ExtendDeadlineInput }, new ZodPipe(extendDeadline)) input: ExtendDeadline) { return this.all.extend(id, version, input); }
  @Mutation(() => Deadline) removeDeadlineExtension(@Args('id', { type: () => ID }, idPipe) id: string) { return this.all.removeExtension(id); }
  @Mutation(() => Deadline)
  settleDeadline(@Args('id', { type: () => ID }, idPipe) id: string, @Args('version', { type: () => Int }) version: number, @Args('input', { type: () => SettleDeadlineInput }, new ZodPipe(settleDeadline)) input: SettleDeadline) { return this.all.settle(id, version, input); }
  @Mutation(() => Deadline, { description: 'Seen what a new version of the law did to it.' })
  seeDeadline(@Args('id', { type: () => ID }, idPipe) id: string, @Args('version', { type: () => Int }) version: number) { return this.all.seen(id, version); }

  @ResolveField(() => DeadlineState) status(@Parent() d: Deadline) { return this.all.statusOf(d); }
  @ResolveField(() => String, { description: `${Object.keys(Counted).join(', ')}.` }) counted(@Parent() d: Deadline) { return d.computed.status; }
  @ResolveField(() => String, { nullable: true, description: 'Why no day came out, as a code of the engine.' }) reason(@Parent() d: Deadline) { return d.computed.reason?.code ?? null; }
  @ResolveField(() => String, { nullable: true, description: 'The first day a rough or claimed trigger can have been.' }) earliestPossible(@Parent() d: Deadline) { return d.computed.earliestPossible ?? null; }
  @ResolveField(() => String, { nullable: true, description: 'Where no day is fixed: when to think of it again.' }) nextPrompt(@Parent() d: Deadline) { return this.all.nextPrompt(d); }
  @ResolveField(() => String) strictness(@Parent() d: Deadline) { return d.computed.strictness; }
  @ResolveField(() => String, { description: 'verified, unverified, disputed; order: set in this case by a court or the team.' }) verification(@Parent() d: Deadline) { return d.computed.verification; }
  @ResolveField(() => String, { description: 'The engine\'s answer with its trace, as JSON (DeadlineResult of libs/domain).' }) computed(@Parent() d: Deadline) { return JSON.stringify(d.computed); }
  @ResolveField(() => String, { description: 'What was asked beside the trigger, as JSON.' }) asked(@Parent() d: Deadline) { return JSON.stringify(d.asked); }
  @ResolveField(() => String, { nullable: true, description: 'What a new version of the law did to it, as JSON, until somebody has seen it.' }) recounted(@Parent() d: Deadline) { return d.recounted ? JSON.stringify(d.recounted) : null; }
  @ResolveField(() => LegalCase) legalCase(@Parent() d: Deadline) { return this.cases.byId(d.legalCaseId); }
  @ResolveField(() => Person, { nullable: true, description: 'Who sees to it.' }) async owner(@Parent() d: Deadline) { return d.ownerId ? ((await this.people.person(d.ownerId)) ?? null) : null; }
  @ResolveField(() => Person, { nullable: true, description: 'Who last wrote what is counted.' }) async writtenBy(@Parent() d: Deadline) { return d.writtenById ? ((await this.people.person(d.writtenById)) ?? null) : null; }
  @ResolveField(() => [DeadlineExtension]) extensions(@Parent() d: Deadline) { return this.all.extensions(d.id); }
  @ResolveField(() => Boolean) mayConfirm(@Parent() d: Deadline) { return this.all.mayConfirm(d); }
}

@Resolver(() => LegalCase)
export class DeadlinesOfCaseResolver {
  constructor(private readonly all: DeadlineService) {}
  @ResolveField(() => [Deadline], { description: 'For the case team alone. The soonest first, those without a day last.' })
  deadlines(@Parent() c: LegalCase, @Args('first', { type: () => Int, defaultValue: 100 }, new ZodPipe(z.int().min(1).max(200))) first: number) { return this.all.ofCase(c.id, first); }
}

@Resolver()
export class DeadlineRuleResolver {
  constructor(private readonly law: DeadlineLawService) {}
  @Public() @Query(() => [DeadlineRuleRow])
  async deadlineRules(): Promise<DeadlineRuleRow[]> {
    const { rules } = await this.law.inForce();
    return rules.flatMap(({ id, forum, act, party, verification, enabled, nextReview, versions }) => {
      const newest = versions.at(-1);
      return newest ? [{
        id, forum: forum.name, act, party, n: newest.counting?.n ?? null, unit: newest.counting?.unit ?? null, noPeriod: newest.noPeriod ?? null, startsFrom: newest.startsFrom, zone: forum.zone, calendarId: forum.calendar,
        strictness: newest.strictness, verification, enabled, source: newest.source, nextReview, version: newest.version,
      }] : [];
    });
  }
  @Public() @Query(() => [ForumCalendarRow])
  async forumCalendars(): Promise<ForumCalendarRow[]> {
    return [...(await this.law.inForce()).calendars.values()].map(({ id, name, zone, version, verification, source }) => ({ id, name, zone, version, verification, source }));
  }
}
