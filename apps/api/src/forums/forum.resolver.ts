import { addForumMemo, type AddForumMemo, forumQuestion } from '@amparo/domain/forums';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { z } from 'zod';
import { LegalCase } from '../cases/legal-case.entity.ts';
import { LegalCaseService } from '../cases/legal-case.service.ts';
import { idPipe, ZodPipe } from '../platform/zod.pipe.ts';
import { AddForumMemoInput, ForumChoice, ForumMemo } from './forum-memo.entity.ts';
import { ForumService } from './forum.service.ts';

const day = new ZodPipe(forumQuestion.shape.filedOn), dayOfAct = new ZodPipe(forumQuestion.shape.actOn);

@Resolver(() => ForumMemo)
export class ForumResolver {
  constructor(private readonly forums: ForumService, private readonly cases: LegalCaseService) {}

  @Query(() => ForumChoice, { description: 'filedOn: "if filed on"; left out, today at each forum. actOn: the day of the act, where it is not a ruling.' })
  forumChoice(@Args('legalCaseId', { type: () => ID }, idPipe) id: string, @Args('filedOn', { type: () => String, nullable: true }, day) filedOn: string | null, @Args('actOn', { type: () => String, nullable: true }, dayOfAct) actOn: string | null) { return this.forums.choice(id, { filedOn, actOn }); }
  @Query(() => ForumMemo, { nullable: true }) forumMemo(@Args('id', { type: () => ID }, idPipe) id: string) { return this.forums.memo(id); }
  @Mutation(() => ForumMemo, { description: 'A memo takes the place of the one before, which stays.' })
  addForumMemo(@Args('input', { type: () => AddForumMemoInput }, new ZodPipe(addForumMemo)) input: AddForumMemo) { return this.forums.add(input); }

  @ResolveField(() => String, { description: 'What the chooser said that day, as JSON (MemoSnapshot of libs/domain).' }) snapshot(@Parent() m: ForumMemo) { return JSON.stringify(m.snapshot); }
  @ResolveField(() => LegalCase) legalCase(@Parent() m: ForumMemo) { return this.cases.byId(m.legalCaseId); }
}

@Resolver(() => LegalCase)
export class ForumMemosOfCaseResolver {
  constructor(private readonly forums: ForumService) {}
  @ResolveField(() => [ForumMemo], { description: 'For the case team alone. The one that holds first, then its history.' })
  forumMemos(@Parent() c: LegalCase, @Args('first', { type: () => Int, defaultValue: 20 }, new ZodPipe(z.int().min(1).max(100))) first: number) { return this.forums.memos(c.id, first); }
}
