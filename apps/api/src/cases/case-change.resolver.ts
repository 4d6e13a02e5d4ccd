
import { Args, Context, ID, Int, Query, Resolver, Subscription } from '@nestjs/graphql';
import type { Actor } from '../platform/db.ts';
import { firstPipe, idPipe } from '../platform/zod.pipe.ts';
import { CaseChanged, ChangeConnection } from './case-change.entity.ts';
import { CaseChangeService } from './case-change.service.ts';

@Resolver()
export class CaseChangeResolver {
  constructor(private readonly changes: CaseChangeService) {}

  @Query(() => ChangeConnection, { description: 'Newest first; for those who may edit the case.' })
  caseChanges(@Args('id', { type: () => ID }, idPipe) id: string, @Args('first', { type: () => Int }, firstPipe) first: number, @Args('after', { type: () => String, nullable: true }) after: string | null) {
    return this.changes.page(id, first, after);
  }

  /** Who connects has been asked for a session at the door of the WebSocket. */
  @Subscription(() => CaseChanged, { description: 'Without id: any case one may read.', resolve: (e: CaseChanged) => e })
  legalCaseChanged(@Args('id', { type: () => ID, nullable: true }) id: string | null, @Context('actor') actor: Actor) { return this.changes.live(actor, id?.toLowerCase() ?? null); }
}
