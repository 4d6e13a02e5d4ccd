import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Comparison } from '../compare/comparison.entity.ts';
import { Court } from '../courts/court.entity.ts';
import { IdSystem } from '../systems/id-system.entity.ts';
import { ConceptPage } from '../vocabulary/concept-page.entity.ts';
import { LegalCase } from './legal-case.entity.ts';
import { LegalCaseService } from './legal-case.service.ts';
import { LibraryCasesService } from './library-cases.service.ts';

// What a signed-in reader sees on the library's pages besides the public record: the cases they may read, and nobody else's.

@Resolver(() => Court)
export class CasesOfCourtResolver {
  constructor(private readonly all: LibraryCasesService) {}
  @ResolveField(() => [LegalCase], { description: 'Those you may read.' }) cases(@Parent() c: Court) { return this.all.ofCourt(c.id); }
}
@Resolver(() => IdSystem)
export class CasesOfSystemResolver {
  constructor(private readonly all: LibraryCasesService) {}
  @ResolveField(() => [LegalCase], { description: 'Those you may read.' }) cases(@Parent() s: IdSystem) { return this.all.ofSystem(s.id); }
}
@Resolver(() => ConceptPage)
export class CasesOfConceptResolver {
  constructor(private readonly all: LibraryCasesService) {}
  @ResolveField(() => [LegalCase], { description: 'Those you may read.' }) cases(@Parent() p: ConceptPage) { return this.all.ofConcepts(p.concept.scheme, p.family, p.precedentIds); }
}
@Resolver(() => Comparison)
export class OwnCaseResolver {
  constructor(private readonly cases: LegalCaseService) {}
  @ResolveField(() => LegalCase, { nullable: true, description: 'The case asked for, if you may read it: its findings by test make the last column.' })
  async ownCase(@Parent() c: Comparison) { return c.caseId ? ((await this.cases.byId(c.caseId)) ?? null) : null; }
}
