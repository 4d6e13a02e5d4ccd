import { CaseLevel, setLegalCaseLevel, shareLegalCase, type ShareLegalCase } from '@amparo/domain';

import { Args, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { z } from 'zod';
import { idPipe, ZodPipe } from '../platform/zod.pipe.ts';
import { CaseReader, LegalCase, ShareLegalCaseInput } from './legal-case.entity.ts';
import { SharingService } from './sharing.service.ts';

const levelPipe = new ZodPipe(setLegalCaseLevel);

@Resolver(() => LegalCase)
export class SharingResolver {
  constructor(private readonly sharing: SharingService) {}

  @ResolveField(() => [CaseReader]) readers(@Parent() c: LegalCase) { return this.sharing.readers(c.id); }

  @Mutation(() => LegalCase)
  shareLegalCase(@Args('id', { type: () => ID }, idPipe) id: string, @Args('input', { type: () => ShareLegalCaseInput }, new ZodPipe(shareLegalCase)) input: ShareLegalCase) { return this.sharing.share(id, input); }
  @Mutation(() => LegalCase)
  unshareLegalCase(@Args('id', { type: () => ID }, idPipe) id: string, @Args('organisationId', { type: () => ID }, idPipe) organisationId: string) { return this.sharing.unshare(id, organisationId); }
  @Mutation(() => LegalCase)
  setLegalCaseLevel(@Args('id', { type: () => ID }, idPipe) id: string, @Args('level', { type: () => CaseLevel }) level: CaseLevel, @Args('reason', { type: () => String, nullable: true }) reason: string | null) {
    const said = levelPipe.transform({ level, reason });
    return this.sharing.setLevel(id, said.level, said.reason ?? null);
  }
  @Mutation(() => LegalCase)
  setCaseMember(@Args('id', { type: () => ID }, idPipe) id: string, @Args('personId', { type: () => ID }, idPipe) personId: string, @Args('cap', { type: () => Int }, new ZodPipe(z.int().min(0).max(15))) cap: number) {
    return this.sharing.setMember(id, personId, cap);
  }
}
