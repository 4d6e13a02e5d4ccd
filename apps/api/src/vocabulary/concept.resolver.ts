import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Concept, ConceptInstrument, ConceptScheme } from './concept.entity.ts';
import { ExtraField, extraFields } from './extra-field.ts';
import { inLanguage, VocabularyService } from './vocabulary.service.ts';
import { Public } from '../platform/needs-person.ts';

@Public()
@Resolver(() => ConceptScheme)
export class ConceptSchemeResolver {
  constructor(private readonly vocabulary: VocabularyService) {}
  @Query(() => ConceptScheme, { nullable: true })
  async conceptScheme(@Args('id', { type: () => String }) id: string) { return (await this.vocabulary.words()).schemes.find((s) => s.id === id) ?? null; }
  @ResolveField(() => String) label(@Parent() s: ConceptScheme) { return inLanguage(s.labels); }
  @ResolveField(() => [Concept]) async concepts(@Parent() s: ConceptScheme) { return (await this.vocabulary.words()).concepts(s.id); }
}

@Resolver(() => Concept)
export class ConceptResolver {
  @ResolveField(() => String) label(@Parent() c: Concept) { return inLanguage(c.labels); }
  @ResolveField(() => [ConceptInstrument]) instruments(@Parent() c: Concept) { return (c.extra['instruments'] as ConceptInstrument[] | undefined) ?? []; }
  @ResolveField(() => [ExtraField]) extra(@Parent() c: Concept) {
    return extraFields({ ...(c.sources.length ? { sources: c.sources } : {}), ...c.extra }, { shown: ['instruments'] });
  }
}
