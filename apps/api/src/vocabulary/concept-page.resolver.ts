import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Precedent } from '../precedents/precedent.entity.ts';
import { PrecedentService } from '../precedents/precedent.service.ts';
import { IdSystem } from '../systems/id-system.entity.ts';
import { ConceptPage } from './concept-page.entity.ts';
import { ConceptPageService } from './concept-page.service.ts';
import { Concept, FacetValue } from './concept.entity.ts';
import { Public } from '../platform/needs-person.ts';

@Public()
@Resolver(() => ConceptPage)
export class ConceptPageResolver {
  constructor(private readonly pages: ConceptPageService, private readonly precedents_: PrecedentService) {}

  @Query(() => ConceptPage, { nullable: true, description: 'A page per harm (scheme harms) and per right (scheme rights).' })
  conceptPage(@Args('scheme', { type: () => String }) scheme: string, @Args('id', { type: () => String }) id: string) { return this.pages.get(scheme, id); }

  @ResolveField(() => [Precedent]) precedents(@Parent() p: ConceptPage) { return this.precedents_.list(p.precedentIds); }
  @ResolveField(() => [FacetValue]) affectedGroups(@Parent() p: ConceptPage) { return this.pages.affectedGroups(p); }
  @ResolveField(() => [FacetValue], { description: 'Every result, also those that none has. no_merits is never counted as won or lost.' }) results(@Parent() p: ConceptPage) { return this.pages.results(p); }
  @ResolveField(() => [IdSystem]) systems(@Parent() p: ConceptPage) { return this.pages.systems(p); }
  @ResolveField(() => [Concept], { description: 'Above, below and beside it.' }) related(@Parent() p: ConceptPage) { return this.pages.related(p); }
  @ResolveField(() => Boolean, { description: 'No record of the library speaks of it: what the library knows, not that nobody ever went to court over it.' }) neverLitigated(@Parent() p: ConceptPage) { return p.precedentIds.length === 0; }
}
