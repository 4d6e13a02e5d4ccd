import { harm, type HarmInput as HarmValues, type LinkHarm, linkHarm, Scheme } from '@amparo/domain';

import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { LegalCase, ViewerCan } from '../cases/legal-case.entity.ts';
import { LegalCaseService } from '../cases/legal-case.service.ts';
import { Claim } from '../claims/claim.entity.ts';
import { ClaimService } from '../claims/claim.service.ts';
import { Person } from '../people/person.entity.ts';
import { PeopleService } from '../people/people.service.ts';
import { firstPipe, idPipe, ZodPipe } from '../platform/zod.pipe.ts';
import { Precedent } from '../precedents/precedent.entity.ts';
import { PrecedentService } from '../precedents/precedent.service.ts';
import { IdSystem } from '../systems/id-system.entity.ts';
import { Concept, Facet } from '../vocabulary/concept.entity.ts';
import { ConceptPage } from '../vocabulary/concept-page.entity.ts';
import { VocabularyService } from '../vocabulary/vocabulary.service.ts';
import { Harm, HarmConnection, HarmFilter, harmFilter, type HarmFilterValues, HarmInput, HarmLink, LinkHarmInput } from './harm.entity.ts';
import { HarmListService } from './harm-list.service.ts';
import { HarmService } from './harm.service.ts';

@Resolver(() => Harm)
export class HarmResolver {
  constructor(private readonly all: HarmService, private readonly list: HarmListService, private readonly people: PeopleService, private readonly vocabulary: VocabularyService) {}

  @Query(() => HarmConnection)
  harms(@Args('first', { type: () => Int }, firstPipe) first: number, @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Args('filter', { type: () => HarmFilter, nullable: true }, new ZodPipe(harmFilter)) filter: HarmFilterValues | null) { return this.list.page(first, after, filter ?? {}); }
  @Query(() => Harm, { nullable: true }) async harm(@Args('id', { type: () => ID }, idPipe) id: string) { return (await this.all.byId(id)) ?? null; }

  @Mutation(() => Harm) addHarm(@Args('input', { type: () => HarmInput }, new ZodPipe(harm)) input: HarmValues) { return this.all.add(input); }
  @Mutation(() => Harm)
  changeHarm(@Args('id', { type: () => ID }, idPipe) id: string, @Args('version', { type: () => Int }) version: number, @Args('input', { type: () => HarmInput }, new ZodPipe(harm)) input: HarmValues) { return this.all.change(id, version, input); }
  @Mutation(() => Boolean) removeHarm(@Args('id', { type: () => ID }, idPipe) id: string) { return this.all.remove(id); }
  @Mutation(() => Harm) linkHarm(@Args('input', { type: () => LinkHarmInput }, new ZodPipe(linkHarm)) input: LinkHarm) { return this.all.link(input); }
  @Mutation(() => Harm)
  changeHarmLink(@Args('id', { type: () => ID }, idPipe) id: string, @Args('followsCase', { type: () => Boolean }) followsCase: boolean) { return this.all.changeLink(id, followsCase); }
  @Mutation(() => Harm) unlinkHarm(@Args('id', { type: () => ID }, idPipe) id: string) { return this.all.unlink(id); }

  @ResolveField(() => Concept) async kind(@Parent() h: Harm) { return (await this.vocabulary.words()).concept(Scheme.harms, h.kindId); }
  @ResolveField(() => [Concept]) async groups(@Parent() h: Harm) { return (await this.vocabulary.words()).pick(Scheme.affectedGroups, h.groupIds); }
  @ResolveField(() => String, { description: 'A legal date (EDTF); empty: not known.' }) whenOn(@Parent() h: Harm) { return h.when; }
  @ResolveField(() => IdSystem, { nullable: true }) system(@Parent() h: Harm) { return this.all.system(h); }
  @ResolveField(() => Person, { nullable: true }) async createdBy(@Parent() h: Harm) { return h.createdById ? ((await this.people.person(h.createdById)) ?? null) : null; }
  @ResolveField(() => LegalCase, { nullable: true, description: 'Without a link to a case: the one whose team keeps it. Null: it is still its writer\'s own, or a link says who reads it.' }) home(@Parent() h: Harm) { return this.all.home(h); }
  @ResolveField(() => [HarmLink]) links(@Parent() h: Harm) { return this.all.links(h.id); }
  @ResolveField(() => ViewerCan) viewerCan(@Parent() h: Harm) { return this.all.can(h); }
}

@Resolver(() => HarmConnection)
export class HarmConnectionResolver {
  constructor(private readonly list: HarmListService) {}
  @ResolveField(() => Int) total(@Parent() c: HarmConnection) { return this.list.total(c.filter); }
  @ResolveField(() => [Facet]) facets(@Parent() c: HarmConnection) { return this.list.facets(c.filter); }
}

@Resolver(() => HarmLink)
export class HarmLinkResolver {
  constructor(private readonly cases: LegalCaseService, private readonly claims: ClaimService, private readonly precedents: PrecedentService) {}
  @ResolveField(() => LegalCase, { nullable: true }) async legalCase(@Parent() l: HarmLink) { return l.legalCaseId ? ((await this.cases.byId(l.legalCaseId)) ?? null) : null; }
  @ResolveField(() => Claim, { nullable: true }) async claim(@Parent() l: HarmLink) { return l.claimId ? ((await this.claims.byId(l.claimId)) ?? null) : null; }
  @ResolveField(() => Precedent, { nullable: true }) async precedent(@Parent() l: HarmLink) { return l.precedentId ? ((await this.precedents.byId(l.precedentId)) ?? null) : null; }
}

// Where else harms are seen: only those one may read, for anybody else the page stays as it is.

@Resolver(() => LegalCase)
export class HarmsOfCaseResolver {
  constructor(private readonly all: HarmService) {}
  @ResolveField(() => [Harm]) harms(@Parent() c: LegalCase) { return this.all.ofCase(c.id); }
}
@Resolver(() => Precedent)
export class HarmsOfPrecedentResolver {
  constructor(private readonly all: HarmService) {}
  @ResolveField(() => [Harm], { description: 'Those you may read.' }) harmRecords(@Parent() p: Precedent) { return this.all.ofPrecedent(p.id); }
}
@Resolver(() => IdSystem)
export class HarmsOfSystemResolver {
  constructor(private readonly all: HarmService) {}
  @ResolveField(() => [Harm], { description: 'Those you may read.' }) harms(@Parent() s: IdSystem) { return this.all.ofSystem(s.id); }
}
@Resolver(() => ConceptPage)
export class HarmsOfConceptResolver {
  constructor(private readonly all: HarmService) {}
  @ResolveField(() => [Harm], { description: 'Those you may read; on the page of a right there are none.' })
  harms(@Parent() p: ConceptPage) { return p.concept.scheme === Scheme.harms ? this.all.ofKinds(p.family) : []; }
}
