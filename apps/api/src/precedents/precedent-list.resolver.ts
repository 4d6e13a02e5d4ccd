import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { ZodPipe } from '../platform/zod.pipe.ts';
import { precedentFilter, type PrecedentQuery } from './precedent-filter.ts';
import { PrecedentConnection, PrecedentFilter } from './precedent-list.entity.ts';
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
