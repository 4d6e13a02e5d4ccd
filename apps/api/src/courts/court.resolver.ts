import { Scheme } from '@amparo/domain';
import { Args, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Precedent } from '../precedents/precedent.entity.ts';
import { PrecedentService } from '../precedents/precedent.service.ts';
import { ExtraField, extraFields } from '../vocabulary/extra-field.ts';
import { VocabularyService } from '../vocabulary/vocabulary.service.ts';
import { Court } from './court.entity.ts';
import { CourtService } from './court.service.ts';
import { Public } from '../platform/needs-person.ts';

@Public()
@Resolver(() => Court)
export class CourtResolver {
  constructor(private readonly courts_: CourtService, private readonly precedents_: PrecedentService, private readonly vocabulary: VocabularyService) {}

  @Query(() => [Court]) courts() { return this.courts_.list(); }
  @Query(() => Court, { nullable: true }) court(@Args('slug', { type: () => String }) slug: string) { return this.courts_.get(slug); }

  @ResolveField(() => String) async levelLabel(@Parent() c: Court) { return (await this.vocabulary.words()).label(Scheme.courtLevels, c.level); }
  @ResolveField(() => Court, { nullable: true, description: 'Where appeals normally go.' })
  async parent(@Parent() c: Court) { return c.parentId === null ? null : ((await this.courts_.byId(c.parentId)) ?? null); }
  @ResolveField(() => [Court]) children(@Parent() c: Court) { return this.courts_.children(c.id); }
  @ResolveField(() => [Precedent]) precedents(@Parent() c: Court) { return this.precedents_.ofCourt(c.id); }
  @ResolveField(() => Int) precedentCount(@Parent() c: Court) { return this.precedents_.count('court_id', c.id); }
  @ResolveField(() => [ExtraField]) extra(@Parent() c: Court) { return extraFields(c.leftovers); }
}
