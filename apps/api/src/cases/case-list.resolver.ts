
import { Args, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { firstPipe, ZodPipe } from '../platform/zod.pipe.ts';
import { Facet } from '../vocabulary/concept.entity.ts';
import { CaseConnection, CaseFilter, type CaseFilterValues, caseFilter } from './case-list.entity.ts';
import { CaseListService } from './case-list.service.ts';

@Resolver(() => CaseConnection)
export class CaseListResolver {
  constructor(private readonly list: CaseListService) {}

  @Query(() => CaseConnection)
  cases(@Args('first', { type: () => Int }, firstPipe) first: number, @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Args('filter', { type: () => CaseFilter, nullable: true }, new ZodPipe(caseFilter)) filter: CaseFilterValues | null) { return this.list.page(first, after, filter ?? {}); }

  @ResolveField(() => Int) total(@Parent() c: CaseConnection) { return this.list.total(c.filter); }
  @ResolveField(() => [Facet]) facets(@Parent() c: CaseConnection) { return this.list.facets(c.filter); }
}
