import { type ChangeEvent, changeEvent, type LogEvent, logEvent } from '@amparo/domain';

import { Args, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { z } from 'zod';
import { LegalCase } from '../cases/legal-case.entity.ts';
import { LegalCaseService } from '../cases/legal-case.service.ts';
import { DeadlineService } from '../deadlines/deadline.service.ts';
import { Person } from '../people/person.entity.ts';
import { PeopleService } from '../people/people.service.ts';
import { idPipe, ZodPipe } from '../platform/zod.pipe.ts';
import { ChangeEventInput, ChangeEventResult, LogEventInput, ProcEvent } from './proc-event.entity.ts';
import { ProcEventService } from './proc-event.service.ts';

@Resolver(() => ProcEvent)
export class ProcEventResolver {
  constructor(private readonly all: ProcEventService, private readonly cases: LegalCaseService, private readonly people: PeopleService, private readonly deadlines: DeadlineService) {}

  @Mutation(() => ProcEvent) logEvent(@Args('input', { type: () => LogEventInput }, new ZodPipe(logEvent)) input: LogEvent) { return this.all.log(input); }
  @Mutation(() => ChangeEventResult)
  async changeEvent(@Args('id', { type: () => ID }, idPipe) id: string, @Args('version', { type: () => Int }) version: number, @Args('input', { type: () => ChangeEventInput }, new ZodPipe(changeEvent)) input: ChangeEvent) {
    const changed = await this.all.change(id, version, input);
    if ('event' in changed && input.on) await this.deadlines.followEvent(id);
    return changed;
  }
  @Mutation(() => Boolean) removeEvent(@Args('id', { type: () => ID }, idPipe) id: string) { return this.all.remove(id); }

  @ResolveField(() => ID, { nullable: true, description: 'The event that set this date, where one may read it.' }) async followsId(@Parent() e: ProcEvent) { return e.followsId && ((await this.all.byId(e.followsId))?.id ?? null); }
  @ResolveField(() => String, { nullable: true, description: 'For the case team alone.' }) async privateNote(@Parent() e: ProcEvent) { return (await this.all.note(e))?.body ?? null; }
  @ResolveField(() => Int, { nullable: true, description: 'For the case team alone.' }) async minutesSpent(@Parent() e: ProcEvent) { return (await this.all.note(e))?.minutesSpent ?? null; }
  @ResolveField(() => Int, { description: 'Moves with every change that this reader can see.' }) version(@Parent() e: ProcEvent) { return this.all.version(e); }
  @ResolveField(() => Person, { nullable: true }) async loggedBy(@Parent() e: ProcEvent) { return e.loggedById ? ((await this.people.person(e.loggedById)) ?? null) : null; }
  @ResolveField(() => Date, { nullable: true, description: 'Until then whoever logged it can take it back.' }) undoUntil(@Parent() e: ProcEvent) { return this.all.undoUntil(e); }
  @ResolveField(() => LegalCase) legalCase(@Parent() e: ProcEvent) { return this.cases.byId(e.legalCaseId); }
  @ResolveField(() => [String], { description: 'What is still missing: proceeding, outcome, outcome_detail, reported_result, next_date.' }) incomplete(@Parent() e: ProcEvent) { return this.all.incomplete(e); }
}

@Resolver(() => LegalCase)
export class EventsOfCaseResolver {
  constructor(private readonly all: ProcEventService, private readonly cases: LegalCaseService) {}
  @ResolveField(() => [ProcEvent], { description: 'Newest first.' })
  events(@Parent() c: LegalCase, @Args('first', { type: () => Int, defaultValue: 200 }, new ZodPipe(z.int().min(1).max(500))) first: number) { return this.all.ofCase(c.id, first); }
  @ResolveField(() => [ProcEvent], { description: 'Planned, from today on in the time of the court.' }) nextDates(@Parent() c: LegalCase) { return this.all.nextDates(c.id); }
  @ResolveField(() => String, { nullable: true }) lastDecidedOn(@Parent() c: LegalCase) { return this.cases.lastDecidedOn(c.id); }
}
