import { party, type PartyInput as Party } from '@amparo/domain';

import { Args, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { LegalCase } from '../cases/legal-case.entity.ts';
import { idPipe, ZodPipe } from '../platform/zod.pipe.ts';
import { CaseParty, PartyInput } from './case-party.entity.ts';
import { CasePartyService } from './case-party.service.ts';

@Resolver(() => LegalCase)
export class CasePartyResolver {
  constructor(private readonly all: CasePartyService) {}
  @ResolveField(() => [CaseParty]) parties(@Parent() c: LegalCase) { return this.all.ofCase(c.id); }

  @Mutation(() => CaseParty)
  addParty(@Args('legalCaseId', { type: () => ID }, idPipe) id: string, @Args('input', { type: () => PartyInput }, new ZodPipe(party)) input: Party) { return this.all.add(id, input); }
  @Mutation(() => CaseParty)
  changeParty(@Args('id', { type: () => ID }, idPipe) id: string, @Args('version', { type: () => Int }) version: number, @Args('input', { type: () => PartyInput }, new ZodPipe(party)) input: Party) { return this.all.change(id, version, input); }
  @Mutation(() => Boolean) removeParty(@Args('id', { type: () => ID }, idPipe) id: string) { return this.all.remove(id); }
}

@Resolver(() => CaseParty)
export class TrueNameResolver {
  constructor(private readonly all: CasePartyService) {}
  @ResolveField(() => String, { nullable: true, description: 'Of a protected party, for the case team alone.' }) trueName(@Parent() p: CaseParty) { return this.all.trueName(p); }
}
