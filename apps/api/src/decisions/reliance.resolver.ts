import { reliance, type RelianceInput as RelianceValues } from '@amparo/domain';

import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { LegalCase } from '../cases/legal-case.entity.ts';
import { Finding } from '../claims/claim.entity.ts';
import { idPipe, ZodPipe } from '../platform/zod.pipe.ts';
import { Precedent } from '../precedents/precedent.entity.ts';
import { PrecedentService } from '../precedents/precedent.service.ts';
import { Decision } from './decision.entity.ts';
import { DecisionService } from './decision.service.ts';
import { Reliance, RelianceInput } from './reliance.entity.ts';
import { RelianceService } from './reliance.service.ts';

@Resolver(() => Reliance)
export class RelianceResolver {
  constructor(private readonly all: RelianceService, private readonly decisions: DecisionService, private readonly precedents: PrecedentService) {}

  @Mutation(() => Reliance, { description: 'This of ours builds on that.' })
  addReliance(@Args('legalCaseId', { type: () => ID }, idPipe) id: string, @Args('input', { type: () => RelianceInput }, new ZodPipe(reliance)) input: RelianceValues) { return this.all.add(id, input); }
  @Mutation(() => Reliance, { description: 'Looked at, and it holds: the same cause does not ask again.' }) reviewReliance(@Args('id', { type: () => ID }, idPipe) id: string) { return this.all.review(id); }
  @Mutation(() => Boolean) removeReliance(@Args('id', { type: () => ID }, idPipe) id: string) { return this.all.remove(id); }

  @ResolveField(() => String, { nullable: true, description: 'finding_reversed, decision_reversed, decision_good_in_part, decision_overruled.' }) causeCode(@Parent() r: Reliance) { return r.cause?.code ?? null; }
  @ResolveField(() => Finding, { nullable: true, description: 'What is used, as far as one may read it.' }) finding(@Parent() r: Reliance) { return r.usedKind === 'finding' ? this.all.finding(r.usedId) : null; }
  @ResolveField(() => Decision, { nullable: true }) decision(@Parent() r: Reliance) { return r.usedKind === 'decision' ? this.decisions.byId(r.usedId) : null; }
  @ResolveField(() => Precedent, { nullable: true }) precedent(@Parent() r: Reliance) { return r.usedKind === 'precedent' ? this.precedents.byId(r.usedId) : null; }
}

@Resolver(() => LegalCase)
export class ReliancesOfCaseResolver {
  constructor(private readonly all: RelianceService) {}
  @ResolveField(() => [Reliance], { description: 'What of this case builds on findings, decisions and precedents. For the case team alone.' }) reliances(@Parent() c: LegalCase) { return this.all.ofCase(c.id); }
}
@Resolver(() => Finding)
export class ReliancesOfFindingResolver {
  constructor(private readonly all: RelianceService) {}
  @ResolveField(() => [Reliance], { description: 'Who used this, as far as one may read it.' }) usedBy(@Parent() f: Finding) { return this.all.usersOf(f.id); }
}
@Resolver(() => Decision)
export class ReliancesOfDecisionResolver {
  constructor(private readonly all: RelianceService) {}
  @ResolveField(() => [Reliance], { description: 'Who used this, as far as one may read it.' }) usedBy(@Parent() d: Decision) { return this.all.usersOf(d.id); }
}
