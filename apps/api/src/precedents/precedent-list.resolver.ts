import { Args, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ZodPipe } from '../platform/zod.pipe.ts';
import { precedentFilter, type PrecedentQuery } from './precedent-filter.ts';
import { HitPassage, PrecedentConnection, PrecedentFilter, PrecedentRow } from './precedent-list.entity.ts';
import { PrecedentListService } from './precedent-list.service.ts';
import { Public } from '../platform/needs-person.ts';

@Public()
@Resolver(() => PrecedentConnection)
export class PrecedentListResolver {
  constructor(private readonly list: PrecedentListService) {}
  @Query(() => PrecedentConnection)
  precedents(
    @Args('first', { type: () => Int }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Args('filter', { type: () => PrecedentFilter, nullable: true }, new ZodPipe(precedentFilter.nullish())) filter: PrecedentQuery | null,
  ) { return this.list.page(first, after ?? null, filter ?? {}); }
}

@Public()
@Resolver(() => PrecedentRow)
export class PrecedentRowResolver {
  constructor(private readonly list: PrecedentListService) {}
  @ResolveField(() => [HitPassage], { description: 'At most two, and the name besides where it is hit.' }) passages(@Parent() row: PrecedentRow) { return this.list.passages(row); }
}
