import { changeMe, id as idSchema, type ChangeMe } from '@amparo/domain';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { demoIsOpen } from '../platform/auth.ts';
import { env } from '../platform/env.ts';
import { ZodPipe } from '../platform/zod.pipe.ts';
import { Organisation } from './organisation.entity.ts';
import { OrganisationService } from './organisation.service.ts';
import { PeopleService } from './people.service.ts';
import { ChangeMeInput, DemoPerson, Me, Person } from './person.entity.ts';
import { DeviceKey, Session } from './session.entity.ts';
import { Public } from '../platform/needs-person.ts';

@Resolver(() => Me)
export class PeopleResolver {
  constructor(private readonly people: PeopleService, private readonly organisations_: OrganisationService) {}

  @Public() @Query(() => Me, { nullable: true }) me() { return this.people.me(); }
  @Public() @Query(() => [DemoPerson], { description: 'Empty unless the demo is on.' }) demoPeople() { return demoIsOn() ? this.people.demoPeople() : []; }
  @Query(() => [Session]) sessions() { return this.people.sessions(); }
  @Query(() => [Person], { description: 'Everybody one shares an organisation with, oneself included.' }) colleagues() { return this.people.colleagues(); }
  @Mutation(() => Me) changeMe(@Args('input', { type: () => ChangeMeInput }, new ZodPipe(changeMe)) input: ChangeMe) { return this.people.changeMe(input); }
  @Mutation(() => Boolean) removeSession(@Args('id', { type: () => ID }, new ZodPipe(idSchema)) id: string) { return this.people.removeSession(id); }

  @Mutation(() => DeviceKey, { description: 'For the Log without a signal: what is kept on this device is sealed with it.' }) openDevice(@Args('device', { type: () => ID }, new ZodPipe(idSchema)) device: string) { return this.people.openDevice(device); }

  @ResolveField(() => [String]) roles(@Parent() me: Me) { return this.organisations_.rolesOf(me.id); }
  @ResolveField(() => [Organisation]) organisations() { return this.organisations_.mine(); }
}

@Resolver(() => Session)
export class SessionResolver {
  constructor(private readonly people: PeopleService) {}
  @ResolveField(() => Boolean, { description: 'The one that asks.' }) current(@Parent() session: Session) { return this.people.isCurrent(session); }
}

/** The list of sample people is no secret; entering as one of them asks more (`demoIsOpen` with the request's own addresses). */
const demoIsOn = () => demoIsOpen(env(), 'localhost', '127.0.0.1');
