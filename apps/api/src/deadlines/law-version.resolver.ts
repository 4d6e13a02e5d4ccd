import { line, paragraph } from '@amparo/domain';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { z } from 'zod';
import { Person } from '../people/person.entity.ts';
import { PeopleService } from '../people/people.service.ts';
import { firstPipe, idPipe, ZodPipe } from '../platform/zod.pipe.ts';
import { LawKind, LawPreview, LawVersion, ProposeLawInput } from './law-version.entity.ts';
import { LawVersionService } from './law-version.service.ts';

const proposal = z.strictObject({ kind: z.enum(LawKind), body: paragraph(200_000), note: paragraph(1000).nullish() });
type Proposal = z.output<typeof proposal>;
const lawId = new ZodPipe(line(80));
const body = new ZodPipe(proposal.shape.body);
const note = new ZodPipe(proposal.shape.note);

@Resolver(() => LawVersion)
export class LawVersionResolver {
  constructor(private readonly all: LawVersionService, private readonly people: PeopleService) {}

  @Query(() => [LawVersion], { description: 'Newest first. Proposals are the stewards\' alone.' })
  lawVersions(@Args('first', { type: () => Int }, firstPipe) first: number, @Args('kind', { type: () => LawKind, nullable: true }) kind: LawKind | null, @Args('lawId', { type: () => String, nullable: true }) id: string | null) { return this.all.list(kind, id, first); }
  @Query(() => String, { nullable: true, description: 'A rule or calendar as it is now, as JSON.' })
  law(@Args('kind', { type: () => LawKind }) kind: LawKind, @Args('lawId', { type: () => String }, lawId) id: string) { return this.all.record(kind, id); }
  @Query(() => LawPreview)
  lawPreview(@Args('kind', { type: () => LawKind }) kind: LawKind, @Args('body', { type: () => String }, body) text: string) { return this.all.preview(kind, text); }

  @Mutation(() => LawVersion) proposeLawVersion(@Args('input', { type: () => ProposeLawInput }, new ZodPipe(proposal)) input: Proposal) { return this.all.propose(input.kind, input.body, input.note ?? null); }
  @Mutation(() => LawVersion)
  decideLawVersion(@Args('id', { type: () => ID }, idPipe) id: string, @Args('version', { type: () => Int }) version: number, @Args('approved', { type: () => Boolean }) approved: boolean, @Args('note', { type: () => String, nullable: true }, note) why: string | null) {
    return this.all.decide(id, version, approved, why);
  }

  @ResolveField(() => String, { description: 'The whole record, as JSON.' }) body(@Parent() v: LawVersion) { return JSON.stringify(v.body, null, 2); }
  @ResolveField(() => Person, { nullable: true }) async proposedBy(@Parent() v: LawVersion) { return v.proposedById ? ((await this.people.person(v.proposedById)) ?? null) : null; }
  @ResolveField(() => Person, { nullable: true }) async decidedBy(@Parent() v: LawVersion) { return v.decidedById ? ((await this.people.person(v.decidedById)) ?? null) : null; }
  @ResolveField(() => Int, { nullable: true, description: 'Open deadlines counted by it when it came into force. For stewards.' }) async touched(@Parent() v: LawVersion) { return (await this.all.progress(v.id))?.touched ?? null; }
  @ResolveField(() => Int, { nullable: true, description: 'Of these, counted again so far. For stewards.' }) async recounted(@Parent() v: LawVersion) { return (await this.all.progress(v.id))?.recounted ?? null; }
  @ResolveField(() => Int, { nullable: true, description: 'Of these, with another day or status. For stewards.' }) async moved(@Parent() v: LawVersion) { return (await this.all.progress(v.id))?.moved ?? null; }
}
