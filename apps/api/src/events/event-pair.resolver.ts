import { type PairEvents, pairEvents } from '@amparo/domain';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ZodPipe } from '../platform/zod.pipe.ts';
import { EventTwin, PairEventsInput } from './event-pair.entity.ts';
import { EventPairService } from './event-pair.service.ts';
import { ProcEvent } from './proc-event.entity.ts';

@Resolver(() => ProcEvent)
export class EventPairResolver {
  constructor(private readonly all: EventPairService) {}
  @Mutation(() => ProcEvent, { description: 'Says whether two entries tell of one hearing. Both texts stay, whatever the answer.' })
  pairEvents(@Args('input', { type: () => PairEventsInput }, new ZodPipe(pairEvents)) input: PairEvents) { return this.all.pair(input); }
  @ResolveField(() => EventTwin, { nullable: true, description: 'The earlier entry that may tell of the same hearing: two phones logged it. For the case team alone.' }) twin(@Parent() e: ProcEvent) { return this.all.twin(e); }
}
