import { line } from '@amparo/domain';
import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { firstPipe, ZodPipe } from '../platform/zod.pipe.ts';
import { SearchHit } from './search-hit.entity.ts';
import { SearchService } from './search.service.ts';
import { Public } from '../platform/needs-person.ts';

@Public()
@Resolver()
export class SearchResolver {
  constructor(private readonly service: SearchService) {}
  @Query(() => [SearchHit], { description: 'Cases you may read by title or number; records of the library by name. Public: without a person there are no cases.' })
  search(@Args('text', { type: () => String }, new ZodPipe(line(200))) text: string, @Args('first', { type: () => Int }, firstPipe) first: number) { return this.service.find(text, first); }
}
