import { addMember, type AddMember, addOrganisation, type AddOrganisation, changeOrganisation, type ChangeOrganisation, id as idSchema, memberRoles } from '@amparo/domain';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ZodPipe } from '../platform/zod.pipe.ts';
import { AddedMember, AddMemberInput, Membership } from './membership.entity.ts';
import { AddOrganisationInput, ChangeOrganisationInput, Organisation } from './organisation.entity.ts';
import { OrganisationService } from './organisation.service.ts';
import { PeopleService } from './people.service.ts';
import { Person } from './person.entity.ts';

@Resolver(() => Organisation)
export class OrganisationResolver {
  constructor(private readonly service: OrganisationService) {}

  @Query(() => [Organisation]) organisations() { return this.service.list(); }
  @Mutation(() => Organisation)
  addOrganisation(@Args('input', { type: () => AddOrganisationInput }, new ZodPipe(addOrganisation)) input: AddOrganisation) { return this.service.add(input); }
  @Mutation(() => Organisation)
  changeOrganisation(
    @Args('id', { type: () => ID }, new ZodPipe(idSchema)) id: string, @Args('version', { type: () => Int }) version: number,
    @Args('input', { type: () => ChangeOrganisationInput }, new ZodPipe(changeOrganisation)) input: ChangeOrganisation,
  ) { return this.service.change(id, version, input); }

  @ResolveField(() => [Membership], { description: 'Seen by its members and by stewards.' }) members(@Parent() o: Organisation) { return this.service.membersOf(o.id); }
}

@Resolver(() => Membership)
export class MembershipResolver {
  constructor(private readonly service: OrganisationService, private readonly people: PeopleService) {}

  @Query(() => [Membership], { description: 'Of one\'s own organisations; a steward sees all.' }) members() { return this.service.members(); }
  @Mutation(() => AddedMember)
  addMember(@Args('input', { type: () => AddMemberInput }, new ZodPipe(addMember)) input: AddMember) { return this.service.addMember(input); }
  @Mutation(() => Membership)
  changeMember(
    @Args('id', { type: () => ID }, new ZodPipe(idSchema)) id: string, @Args('version', { type: () => Int }) version: number,
    @Args('roles', { type: () => [String] }, new ZodPipe(memberRoles)) roles: string[],
  ) { return this.service.changeMember(id, version, roles); }
  @Mutation(() => Membership, { description: 'By a colleague, never by whoever added them: until then the membership opens nothing that was entrusted to the organisation.' })
  confirmMember(@Args('id', { type: () => ID }, new ZodPipe(idSchema)) id: string) { return this.service.confirm(id); }
  @Mutation(() => Boolean) removeMember(@Args('id', { type: () => ID }, new ZodPipe(idSchema)) id: string) { return this.service.removeMember(id); }
  @Mutation(() => Boolean, { description: 'Shuts a person out of everything at once, or lets them in again.' })
  disablePerson(@Args('id', { type: () => ID }, new ZodPipe(idSchema)) id: string, @Args('disabled', { type: () => Boolean }) disabled: boolean) { return this.service.disable(id, disabled); }

  @ResolveField(() => Boolean, { description: 'Waits for a second person to vouch for it.' }) waiting(@Parent() m: Membership) { return !m.vouched; }
  @ResolveField(() => Boolean, { description: 'May whoever asks confirm it?' }) mayConfirm(@Parent() m: Membership) { return this.service.mayConfirm(m); }
  @ResolveField(() => Person) person(@Parent() m: Membership) { return this.people.person(m.personId); }
  @ResolveField(() => Organisation) organisation(@Parent() m: Membership) { return this.service.byId(m.organisationId); }
  @ResolveField(() => Boolean, { description: 'Shut out by a steward.' }) async disabled(@Parent() m: Membership) { return (await this.people.person(m.personId))?.disabled ?? false; }
}
