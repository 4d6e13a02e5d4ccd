import { type ChangeIdentifier, changeIdentifier, changeProceedingLink, type ChangeProceedingLink, identifier, type IdentifierInput as Identifier, proceeding, type ProceedingInput as ProceedingValues, proceedingLink, type ProceedingLinkInput as Link, transfer, type TransferInput as Transfer } from '@amparo/domain';

import { Args, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { LegalCase } from '../cases/legal-case.entity.ts';
import { LegalCaseService } from '../cases/legal-case.service.ts';
import { Court } from '../courts/court.entity.ts';
import { CourtService } from '../courts/court.service.ts';
import { DeadlineService } from '../deadlines/deadline.service.ts';
import { idPipe, ZodPipe } from '../platform/zod.pipe.ts';
import { ChangeIdentifierInput, ChangeProceedingLinkInput, IdentifierInput, Proceeding, ProceedingIdentifier, ProceedingInput, ProceedingLink, ProceedingLinkInput, TransferInput } from './proceeding.entity.ts';
import { ProceedingService } from './proceeding.service.ts';
import { Transferred } from './transfer.entity.ts';

@Resolver(() => Proceeding)
export class ProceedingResolver {
  constructor(private readonly proceedings: ProceedingService, private readonly courts: CourtService, private readonly deadlines: DeadlineService) {}

  @Mutation(() => Proceeding)
  addProceeding(@Args('legalCaseId', { type: () => ID }, idPipe) id: string, @Args('input', { type: () => ProceedingInput }, new ZodPipe(proceeding)) input: ProceedingValues) { return this.proceedings.add(id, input); }
  @Mutation(() => Proceeding)
  changeProceeding(@Args('id', { type: () => ID }, idPipe) id: string, @Args('version', { type: () => Int }) version: number, @Args('input', { type: () => ProceedingInput }, new ZodPipe(proceeding)) input: ProceedingValues) {
    return this.proceedings.change(id, version, input);
  }
  @Mutation(() => Transferred, { description: 'The same proceeding goes on in another court, under a new number; deadlines are counted by its calendar, and what changed is listed.' })
  async transferProceeding(@Args('id', { type: () => ID }, idPipe) id: string, @Args('version', { type: () => Int }) version: number, @Args('input', { type: () => TransferInput }, new ZodPipe(transfer)) input: Transfer) {
    const proceeding = await this.proceedings.transfer(id, version, input);
    return { proceeding, deadlines: await this.deadlines.followProceeding(id) };
  }
  @Mutation(() => Boolean) removeProceeding(@Args('id', { type: () => ID }, idPipe) id: string) { return this.proceedings.remove(id); }
  @Mutation(() => ProceedingIdentifier)
  addIdentifier(@Args('proceedingId', { type: () => ID }, idPipe) id: string, @Args('input', { type: () => IdentifierInput }, new ZodPipe(identifier)) input: Identifier) { return this.proceedings.addIdentifier(id, input); }
  @Mutation(() => ProceedingIdentifier)
  changeIdentifier(@Args('id', { type: () => ID }, idPipe) id: string, @Args('version', { type: () => Int }) version: number, @Args('input', { type: () => ChangeIdentifierInput }, new ZodPipe(changeIdentifier)) input: ChangeIdentifier) {
    return this.proceedings.changeIdentifier(id, version, input);
  }
  @Mutation(() => ProceedingLink)
  addProceedingLink(@Args('legalCaseId', { type: () => ID }, idPipe) id: string, @Args('input', { type: () => ProceedingLinkInput }, new ZodPipe(proceedingLink)) input: Link) { return this.proceedings.addLink(id, input); }
  @Mutation(() => ProceedingLink)
  changeProceedingLink(@Args('id', { type: () => ID }, idPipe) id: string, @Args('version', { type: () => Int }) version: number, @Args('input', { type: () => ChangeProceedingLinkInput }, new ZodPipe(changeProceedingLink)) input: ChangeProceedingLink) {
    return this.proceedings.changeLink(id, version, input);
  }
  @Mutation(() => Boolean) removeProceedingLink(@Args('id', { type: () => ID }, idPipe) id: string) { return this.proceedings.removeLink(id); }

  @ResolveField(() => Court) court(@Parent() p: Proceeding) { return this.courts.byId(p.courtId); }
  @ResolveField(() => [ProceedingIdentifier], { description: 'The preferred one first.' }) identifiers(@Parent() p: Proceeding) { return this.proceedings.identifiers(p.id); }
}

@Resolver(() => ProceedingLink)
export class ProceedingLinkResolver {
  constructor(private readonly all: ProceedingService) {}
  @ResolveField(() => [ID], { nullable: true, description: 'The claims it carries; nothing: all that stand below.' }) claimIds(@Parent() l: ProceedingLink) { return this.all.claimIds(l); }
  @ResolveField(() => ID, { nullable: true, description: 'The event whose order made it.' }) orderEventId(@Parent() l: ProceedingLink) { return l.orderEventId; }
}

@Resolver(() => LegalCase)
export class ProceedingsOfCaseResolver {
  constructor(private readonly all: ProceedingService, private readonly cases: LegalCaseService, private readonly courts: CourtService) {}

  @ResolveField(() => [Proceeding]) proceedings(@Parent() c: LegalCase) { return this.all.ofCase(c.id); }
  @ResolveField(() => [ProceedingLink]) links(@Parent() c: LegalCase) { return this.all.links(c.id); }
  @ResolveField(() => Court, { nullable: true, description: 'Of the first proceeding.' })
  async mainCourt(@Parent() c: LegalCase) { const { courtId } = await this.cases.main(c.id); return courtId ? ((await this.courts.byId(courtId)) ?? null) : null; }
  @ResolveField(() => ProceedingIdentifier, { nullable: true, description: 'The number the first proceeding goes by.' })
  async mainNumber(@Parent() c: LegalCase) { return (await this.cases.main(c.id)).number; }
}
