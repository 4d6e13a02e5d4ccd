import { type AddLegalCase, addLegalCase, type ChangeLegalCase, changeLegalCase, linkPrecedent } from '@amparo/domain';

import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Organisation } from '../people/organisation.entity.ts';
import { idPipe, ZodPipe } from '../platform/zod.pipe.ts';
import { Precedent } from '../precedents/precedent.entity.ts';
import { PrecedentService } from '../precedents/precedent.service.ts';
import { IdSystem } from '../systems/id-system.entity.ts';
import { CasePrecedent } from './case-link.entity.ts';
import { AddLegalCaseInput, ChangeLegalCaseInput, ChangeLegalCaseResult, LegalCase, ViewerCan } from './legal-case.entity.ts';
import { LegalCaseService } from './legal-case.service.ts';

@Resolver(() => LegalCase)
export class LegalCaseResolver {
  constructor(private readonly cases: LegalCaseService) {}

  @Query(() => LegalCase, { nullable: true, description: 'null: it does not exist, or you cannot read it.' })
  async legalCase(@Args('id', { type: () => ID }, idPipe) id: string) { return (await this.cases.byId(id)) ?? null; }

  @Mutation(() => LegalCase)
  addLegalCase(@Args('input', { type: () => AddLegalCaseInput }, new ZodPipe(addLegalCase)) input: AddLegalCase) { return this.cases.add(input); }
  @Mutation(() => ChangeLegalCaseResult)
  changeLegalCase(@Args('id', { type: () => ID }, idPipe) id: string, @Args('version', { type: () => Int }) version: number, @Args('input', { type: () => ChangeLegalCaseInput }, new ZodPipe(changeLegalCase)) input: ChangeLegalCase) {
    return this.cases.change(id, version, input);
  }
  @Mutation(() => LegalCase)
  archiveLegalCase(@Args('id', { type: () => ID }, idPipe) id: string, @Args('version', { type: () => Int }) version: number, @Args('archived', { type: () => Boolean }) archived: boolean) {
    return this.cases.archive(id, version, archived);
  }
  @Mutation(() => CasePrecedent)
  linkPrecedent(@Args('legalCaseId', { type: () => ID }, idPipe) id: string, @Args('slug', { type: () => String }, new ZodPipe(linkPrecedent.shape.slug)) slug: string,
    @Args('relation', { type: () => String }, new ZodPipe(linkPrecedent.shape.relation)) relation: keyof typeof linkPrecedent.shape.relation.enum,
    @Args('note', { type: () => String, nullable: true }, new ZodPipe(linkPrecedent.shape.note)) note: string | null) { return this.cases.linkPrecedent(id, { slug, relation, note }); }
  @Mutation(() => Boolean) unlinkPrecedent(@Args('id', { type: () => ID }, idPipe) id: string) { return this.cases.unlinkPrecedent(id); }

  @ResolveField(() => Organisation) leadOrganisation(@Parent() c: LegalCase) { return this.cases.lead(c.id); }
  @ResolveField(() => ViewerCan) viewerCan(@Parent() c: LegalCase) { return this.cases.can(c.id); }
  @ResolveField(() => [IdSystem]) systems(@Parent() c: LegalCase) { return this.cases.systems(c.id); }
  @ResolveField(() => [CasePrecedent]) precedents(@Parent() c: LegalCase) { return this.cases.precedents(c.id); }
}

@Resolver(() => CasePrecedent)
export class CasePrecedentResolver {
  constructor(private readonly precedents: PrecedentService) {}
  @ResolveField(() => Precedent) precedent(@Parent() l: CasePrecedent) { return this.precedents.byId(l.precedentId); }
}
