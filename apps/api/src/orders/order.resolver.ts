import { optionalParagraph } from '@amparo/domain';
import { FreshKind, observation, type ObservationInput as ObservationValues, orderItem, type OrderItemInput as OrderValues, orderStatusStep, stay, type StayInput as StayValues } from '@amparo/domain/orders';

import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { z } from 'zod';
import { LegalCase } from '../cases/legal-case.entity.ts';
import { LegalCaseService } from '../cases/legal-case.service.ts';
import { Decision } from '../decisions/decision.entity.ts';
import { DecisionService } from '../decisions/decision.service.ts';
import { Person } from '../people/person.entity.ts';
import { PeopleService } from '../people/people.service.ts';
import { firstPipe, idPipe, ZodPipe } from '../platform/zod.pipe.ts';
import { Precedent } from '../precedents/precedent.entity.ts';
import { ComplianceService } from './compliance.service.ts';
import { FreshnessService } from './freshness.service.ts';
import { ComplianceObservation, ObservationInput, OrderItem, OrderItemInput, OrderStep, OrderStepInput, StayInput } from './order.entity.ts';
import { Freshness, OrderConnection, OrderFilter, orderFilter, type OrderFilterValues, OrderState } from './order-state.entity.ts';
import { OrderStateService } from './order-state.service.ts';
import { OrderService } from './order.service.ts';

@Resolver(() => OrderItem)
export class OrderResolver {
  constructor(private readonly all: OrderService, private readonly states: OrderStateService, private readonly seen: ComplianceService, private readonly fresh: FreshnessService, private readonly decisions: DecisionService, private readonly cases: LegalCaseService) {}

  @Query(() => OrderConnection, { description: 'The board: orders of all cases one may read.' })
  orders(@Args('first', { type: () => Int }, firstPipe) first: number, @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Args('filter', { type: () => OrderFilter, nullable: true }, new ZodPipe(orderFilter.nullish())) filter: OrderFilterValues | null) { return this.states.board(first, after, filter ?? {}); }
  @Query(() => OrderItem, { nullable: true }) async order(@Args('id', { type: () => ID }, idPipe) id: string) { return (await this.all.byId(id)) ?? null; }

  @Mutation(() => OrderItem) addOrder(@Args('input', { type: () => OrderItemInput }, new ZodPipe(orderItem)) input: OrderValues) { return this.all.add(input); }
  @Mutation(() => OrderItem)
  changeOrder(@Args('id', { type: () => ID }, idPipe) id: string, @Args('version', { type: () => Int }) version: number, @Args('input', { type: () => OrderItemInput }, new ZodPipe(orderItem)) input: OrderValues) { return this.all.change(id, version, input); }
  @Mutation(() => Boolean) removeOrder(@Args('id', { type: () => ID }, idPipe) id: string) { return this.all.remove(id); }
  @Mutation(() => OrderItem, { description: 'Varied, set aside, discharged, expired, or in force again. A stay is entered as a stay.' })
  addOrderStep(@Args('input', { type: () => OrderStepInput }, new ZodPipe(orderStatusStep)) input: z.output<typeof orderStatusStep>) { return this.all.addStep(input); }
  @Mutation(() => Boolean, { description: 'Taken back as a mistake; of a stay all its rows.' }) removeOrderStep(@Args('id', { type: () => ID }, idPipe) id: string) { return this.all.removeStep(id); }
  @Mutation(() => [OrderItem], { description: 'Stops the clocks of the orders it names, and no other.' }) addStay(@Args('input', { type: () => StayInput }, new ZodPipe(stay)) input: StayValues) { return this.all.addStay(input); }
  @Mutation(() => [OrderItem], { description: 'The clocks run again from this day. Nothing: the stay goes on.' })
  endStay(@Args('stayId', { type: () => ID }, idPipe) id: string, @Args('to', { type: () => String, nullable: true }, new ZodPipe(stay.shape.to)) to: string | null) { return this.all.endStay(id, to ?? ''); }
  @Mutation(() => Freshness, { description: '"Still right": a case, an order, or a library record whose case is pending.' })
  confirmStillRight(@Args('kind', { type: () => FreshKind }) kind: FreshKind, @Args('id', { type: () => ID }, idPipe) id: string, @Args('note', { type: () => String, nullable: true }, new ZodPipe(optionalParagraph(1000))) note: string | null) { return this.fresh.confirm(kind, id, note ?? null); }

  @ResolveField(() => OrderState) state(@Parent() o: OrderItem) { return this.states.of(o.id); }
  @ResolveField(() => [OrderStep], { description: 'Its whole life, as recorded; stays among it.' }) steps(@Parent() o: OrderItem) { return this.all.steps(o.id); }
  @ResolveField(() => [ComplianceObservation], { description: 'Newest first.' }) observations(@Parent() o: OrderItem) { return this.seen.ofOrder(o.id); }
  @ResolveField(() => Freshness) freshness(@Parent() o: OrderItem) { return this.fresh.of('order', o); }
  @ResolveField(() => Decision) decision(@Parent() o: OrderItem) { return this.decisions.byId(o.decisionId); }
  @ResolveField(() => LegalCase) legalCase(@Parent() o: OrderItem) { return this.cases.byId(o.legalCaseId); }
}

@Resolver(() => ComplianceObservation)
export class ComplianceResolver {
  constructor(private readonly all: ComplianceService, private readonly people: PeopleService) {}

  @Mutation(() => ComplianceObservation) addObservation(@Args('input', { type: () => ObservationInput }, new ZodPipe(observation)) input: ObservationValues) { return this.all.add(input); }
  @Mutation(() => ComplianceObservation, { description: 'What a second person had checked is open again.' })
  changeObservation(@Args('id', { type: () => ID }, idPipe) id: string, @Args('version', { type: () => Int }) version: number, @Args('input', { type: () => ObservationInput }, new ZodPipe(observation)) input: ObservationValues) { return this.all.change(id, version, input); }
  @Mutation(() => Boolean) removeObservation(@Args('id', { type: () => ID }, idPipe) id: string) { return this.all.remove(id); }
  @Mutation(() => ComplianceObservation, { description: 'By a second person of the team, never by who wrote it.' }) verifyObservation(@Args('id', { type: () => ID }, idPipe) id: string) { return this.all.verify(id); }

  @ResolveField(() => String, { nullable: true, description: 'For the case team alone.' }) async privateNote(@Parent() o: ComplianceObservation) { return (await this.all.note(o.id))?.body ?? null; }
  @ResolveField(() => Int, { description: 'Moves with every change that this reader can see.' }) version(@Parent() o: ComplianceObservation) { return this.all.version(o); }
  @ResolveField(() => Person, { nullable: true }) async writtenBy(@Parent() o: ComplianceObservation) { return o.writtenById ? ((await this.people.person(o.writtenById)) ?? null) : null; }
  @ResolveField(() => Person, { nullable: true }) async verifiedBy(@Parent() o: ComplianceObservation) { return o.verifiedById ? ((await this.people.person(o.verifiedById)) ?? null) : null; }
}

@Resolver(() => Decision)
export class OrdersOfDecisionResolver {
  constructor(private readonly all: OrderService) {}
  @ResolveField(() => [OrderItem]) orders(@Parent() d: Decision) { return this.all.ofDecision(d.id); }
}
@Resolver(() => LegalCase)
export class OrdersOfCaseResolver {
  constructor(private readonly all: OrderService, private readonly fresh: FreshnessService) {}
  @ResolveField(() => [OrderItem]) orders(@Parent() c: LegalCase) { return this.all.ofCase(c.id); }
  @ResolveField(() => Freshness, { description: 'When somebody last said that the case is still right.' }) freshness(@Parent() c: LegalCase) { return this.fresh.of('case', c); }
}
@Resolver(() => Precedent)
export class FreshnessOfPrecedentResolver {
  constructor(private readonly fresh: FreshnessService) {}
  @ResolveField(() => Freshness, { nullable: true, description: 'Only of a record whose case is pending.' }) freshness(@Parent() p: Precedent) { return this.fresh.ofPrecedent(p); }
}
