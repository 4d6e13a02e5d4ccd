import { changeDisposition, type ChangeDisposition, claim, type ClaimInput as ClaimValues, disposition, type DispositionInput as DispositionValues, finding, type FindingInput as FindingValues, FindingStatus, limbToFile, Scheme } from '@amparo/domain';

import { Args, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { LegalCase } from '../cases/legal-case.entity.ts';
import { idPipe, ZodPipe } from '../platform/zod.pipe.ts';
import { VocabularyService } from '../vocabulary/vocabulary.service.ts';
import { ChangeDispositionInput, Claim, ClaimInput, DerivedResult, Disposition, DispositionInput, Finding, FindingInput, LaterStep } from './claim.entity.ts';
import { ClaimService } from './claim.service.ts';
import { LawService } from './law.service.ts';
import { ResultService } from './result.service.ts';

@Resolver(() => Claim)
export class ClaimResolver {
  constructor(private readonly all: ClaimService) {}

  @Mutation(() => Claim)
  addClaim(@Args('legalCaseId', { type: () => ID }, idPipe) id: string, @Args('input', { type: () => ClaimInput }, new ZodPipe(claim)) input: ClaimValues) { return this.all.add(id, input); }
  @Mutation(() => Claim)
  changeClaim(@Args('id', { type: () => ID }, idPipe) id: string, @Args('version', { type: () => Int }) version: number, @Args('input', { type: () => ClaimInput }, new ZodPipe(claim)) input: ClaimValues) { return this.all.change(id, version, input); }
  @Mutation(() => Boolean) removeClaim(@Args('id', { type: () => ID }, idPipe) id: string) { return this.all.remove(id); }
  @Mutation(() => Disposition) setDisposition(@Args('input', { type: () => DispositionInput }, new ZodPipe(disposition)) input: DispositionValues) { return this.all.setDisposition(input); }
  @Mutation(() => Disposition)
  changeDisposition(@Args('id', { type: () => ID }, idPipe) id: string, @Args('version', { type: () => Int }) version: number, @Args('input', { type: () => ChangeDispositionInput }, new ZodPipe(changeDisposition)) input: ChangeDisposition) {
    return this.all.changeDisposition(id, version, input);
  }
  @Mutation(() => Boolean) removeDisposition(@Args('id', { type: () => ID }, idPipe) id: string) { return this.all.removeDisposition(id); }
  @Mutation(() => Finding) setFinding(@Args('input', { type: () => FindingInput }, new ZodPipe(finding)) input: FindingValues) { return this.all.setFinding(input); }
  @Mutation(() => Boolean) removeFinding(@Args('id', { type: () => ID }, idPipe) id: string) { return this.all.removeFinding(id); }

  @ResolveField(() => [Disposition]) dispositions(@Parent() c: Claim) { return this.all.dispositions(c.id); }
}

@Resolver(() => Finding)
export class FindingResolver {
  constructor(private readonly vocabulary: VocabularyService, private readonly law: LawService) {}
  @ResolveField(() => FindingStatus, { nullable: true, description: 'What later courts did to it; derived on reading, the text is kept as it was.' }) async status(@Parent() f: Finding) { return (await this.law.of(f.legalCaseId)).findings.get(f.id)?.status ?? null; }
  @ResolveField(() => [LaterStep], { description: 'Why: court by court, from below to above.' }) async statusSteps(@Parent() f: Finding) { return (await this.law.of(f.legalCaseId)).findings.get(f.id)?.steps ?? []; }
  @ResolveField(() => String) async label(@Parent() f: Finding) { return (await this.vocabulary.words()).label(Scheme.tests, limbToFile(f.limb as never)); }
}

@Resolver(() => Disposition)
export class DispositionResolver {
  constructor(private readonly law: LawService) {}
  @ResolveField(() => FindingStatus, { nullable: true, description: 'What later courts did to it.' }) async status(@Parent() d: Disposition) { return (await this.law.of(d.legalCaseId)).dispositions.get(d.id)?.status ?? null; }
}

@Resolver(() => LegalCase)
export class ClaimsOfCaseResolver {
  constructor(private readonly all: ClaimService, private readonly results: ResultService) {}
  @ResolveField(() => [Claim]) claims(@Parent() c: LegalCase) { return this.all.ofCase(c.id); }
  @ResolveField(() => [Finding]) findings(@Parent() c: LegalCase) { return this.all.findings(c.id); }
  @ResolveField(() => DerivedResult) derivedResult(@Parent() c: LegalCase) { return this.results.of(c.id); }
}
