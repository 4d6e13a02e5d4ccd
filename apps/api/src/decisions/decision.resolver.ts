import { dayShown, decision, type DecisionInput as DecisionValues, decisionTreatment, type DecisionTreatmentInput as TreatmentValues, holding, type HoldingInput as HoldingValues, OpinionType, voteText } from '@amparo/domain';

import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { LegalCase } from '../cases/legal-case.entity.ts';
import { LegalCaseService } from '../cases/legal-case.service.ts';
import { Disposition, Finding } from '../claims/claim.entity.ts';
import { ClaimService } from '../claims/claim.service.ts';
import { idPipe, ZodPipe } from '../platform/zod.pipe.ts';
import { Proceeding } from '../proceedings/proceeding.entity.ts';
import { AuthorityService } from './authority.service.ts';
import { Authority, ChangeDecisionResult, Decision, DecisionInput, DecisionTreatment, DecisionTreatmentInput, Holding, HoldingInput, Opinion } from './decision.entity.ts';
import { DecisionDate, DecisionVote } from './decision-parts.entity.ts';
import { DecisionService } from './decision.service.ts';

@Resolver(() => Decision)
export class DecisionResolver {
  constructor(private readonly all: DecisionService, private readonly authorities: AuthorityService, private readonly claims: ClaimService, private readonly cases: LegalCaseService) {}

  @Query(() => Decision, { nullable: true }) async decision(@Args('id', { type: () => ID }, idPipe) id: string) { return (await this.all.byId(id)) ?? null; }

  @Mutation(() => Decision)
  addDecision(@Args('legalCaseId', { type: () => ID }, idPipe) id: string, @Args('input', { type: () => DecisionInput }, new ZodPipe(decision)) input: DecisionValues) { return this.all.add(id, input); }
  @Mutation(() => ChangeDecisionResult)
  changeDecision(@Args('id', { type: () => ID }, idPipe) id: string, @Args('version', { type: () => Int }) version: number, @Args('input', { type: () => DecisionInput }, new ZodPipe(decision)) input: DecisionValues) { return this.all.change(id, version, input); }
  @Mutation(() => Boolean) removeDecision(@Args('id', { type: () => ID }, idPipe) id: string) { return this.all.remove(id); }
  @Mutation(() => Holding)
  addHolding(@Args('decisionId', { type: () => ID }, idPipe) id: string, @Args('input', { type: () => HoldingInput }, new ZodPipe(holding)) input: HoldingValues) { return this.all.addHolding(id, input); }
  @Mutation(() => Boolean) removeHolding(@Args('id', { type: () => ID }, idPipe) id: string) { return this.all.removeHolding(id); }
  @Mutation(() => DecisionTreatment, { description: 'Both decisions are of one case.' })
  addDecisionTreatment(@Args('input', { type: () => DecisionTreatmentInput }, new ZodPipe(decisionTreatment)) input: TreatmentValues) { return this.authorities.addTreatment(input); }
  @Mutation(() => DecisionTreatment, { description: 'Never by who wrote it.' }) reviewDecisionTreatment(@Args('id', { type: () => ID }, idPipe) id: string) { return this.authorities.review(id); }
  @Mutation(() => Boolean) removeDecisionTreatment(@Args('id', { type: () => ID }, idPipe) id: string) { return this.authorities.removeTreatment(id); }

  @ResolveField(() => LegalCase) legalCase(@Parent() d: Decision) { return this.cases.byId(d.legalCaseId); }
  @ResolveField(() => DecisionDate, { nullable: true, description: 'The day to show where there is room for one.' }) day(@Parent() d: Decision) { return dayShown(d.dates) ?? null; }
  @ResolveField(() => [Proceeding]) proceedings(@Parent() d: Decision) { return this.all.proceedings(d.id); }
  @ResolveField(() => [Opinion]) opinions(@Parent() d: Decision) { return this.all.opinions(d.id); }
  @ResolveField(() => [Holding]) holdings(@Parent() d: Decision) { return this.all.holdings(d.id); }
  @ResolveField(() => [Disposition]) dispositions(@Parent() d: Decision) { return this.authorities.dispositions(d.id); }
  @ResolveField(() => [Finding]) async findings(@Parent() d: Decision) { return (await this.claims.findings(d.legalCaseId)).filter(({ decisionId }) => decisionId === d.id); }
  @ResolveField(() => [DecisionTreatment], { description: 'What later decisions of the case said of it.' }) treatments(@Parent() d: Decision) { return this.authorities.treatments(d.id); }
  @ResolveField(() => Authority) authority(@Parent() d: Decision) { return this.authorities.of(d); }
}

@Resolver(() => DecisionVote)
export class DecisionVoteResolver {
  @ResolveField(() => String, { description: '4–1' }) text(@Parent() v: DecisionVote) { return voteText(v); }
}

@Resolver(() => DecisionTreatment)
export class DecisionTreatmentResolver {
  constructor(private readonly authorities: AuthorityService) {}
  @ResolveField(() => String, { description: 'superior, same, inferior, foreign or international: what power the citing court has.' }) async relation(@Parent() t: DecisionTreatment) { return (await this.authorities.fact(t)).relation; }
  @ResolveField(() => OpinionType) async opinionType(@Parent() t: DecisionTreatment) { return (await this.authorities.fact(t)).byOpinion; }
}

@Resolver(() => LegalCase)
export class DecisionsOfCaseResolver {
  constructor(private readonly all: DecisionService) {}
  @ResolveField(() => [Decision], { description: 'Newest first.' }) decisions(@Parent() c: LegalCase) { return this.all.ofCase(c.id); }
}
@Resolver(() => Proceeding)
export class DecisionsOfProceedingResolver {
  constructor(private readonly all: DecisionService) {}
  @ResolveField(() => [Decision], { description: 'Newest first.' }) decisions(@Parent() p: Proceeding) { return this.all.ofProceeding(p.id); }
}
