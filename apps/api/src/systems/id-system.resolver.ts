import { Scheme } from '@amparo/domain';
import { Args, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Precedent } from '../precedents/precedent.entity.ts';
import { PrecedentService } from '../precedents/precedent.service.ts';
import { Concept } from '../vocabulary/concept.entity.ts';
import { ExtraField, extraFields } from '../vocabulary/extra-field.ts';
import { VocabularyService } from '../vocabulary/vocabulary.service.ts';
import { IdSystem, Statistic } from './id-system.entity.ts';
import { IdSystemService } from './id-system.service.ts';
import { Public } from '../platform/needs-person.ts';

@Public()
@Resolver(() => IdSystem)
export class IdSystemResolver {
  constructor(private readonly systems: IdSystemService, private readonly precedents_: PrecedentService, private readonly vocabulary: VocabularyService) {}

  @Query(() => [IdSystem]) idSystems() { return this.systems.list(); }
  @Query(() => IdSystem, { nullable: true }) idSystem(@Args('slug', { type: () => String }) slug: string) { return this.systems.get(slug); }

  @ResolveField(() => String) async statusLabel(@Parent() s: IdSystem) { return (await this.vocabulary.words()).label(Scheme.systemStatus, s.status); }
  @ResolveField(() => String) async functionLabel(@Parent() s: IdSystem) { return (await this.vocabulary.words()).label(Scheme.systemFunctions, s.function); }
  @ResolveField(() => [Concept]) async biometrics(@Parent() s: IdSystem) { return (await this.vocabulary.words()).pick(Scheme.biometricTypes, s.biometricIds); }
  @ResolveField(() => [Precedent]) precedents(@Parent() s: IdSystem) { return this.precedents_.ofSystem(s.id); }
  @ResolveField(() => Int) precedentCount(@Parent() s: IdSystem) { return this.precedents_.count('id_system_id', s.id); }
  @ResolveField(() => [Concept], { description: 'Top-level kinds of harm that no record of the library on this system speaks of: what the library knows, not that nobody ever went to court over it.' })
  neverLitigated(@Parent() s: IdSystem) { return this.systems.neverLitigated(s.id); }
  @ResolveField(() => [ExtraField]) extra(@Parent() s: IdSystem) { return extraFields(s.leftovers, { parts: { dataProtectionLaw: s.dataProtectionLaw, statistics: s.statistics, sources: s.sources } }); }
}

@Resolver(() => Statistic)
export class StatisticResolver {
  /** Figures are numbers in the data, estimates such as "345-129" are text: the answer is text either way, as it came in. */
  @ResolveField(() => String) value(@Parent() s: Statistic) { return String(s.value); }
}
