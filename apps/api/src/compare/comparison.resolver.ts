import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Comparison } from './comparison.entity.ts';
import { ComparisonService } from './comparison.service.ts';
import { Public } from '../platform/needs-person.ts';

@Public()
@Resolver(() => Comparison)
export class ComparisonResolver {
  constructor(private readonly comparisons: ComparisonService) {}
  @Query(() => Comparison, { description: 'Up to six records by legal test, oldest first. `caseId` sets a case of one\'s own beside them.' })
  comparison(@Args('slugs', { type: () => [String] }) slugs: string[], @Args('caseId', { type: () => ID, nullable: true }) caseId: string | null) { return this.comparisons.get(slugs, caseId ?? null); }
}
