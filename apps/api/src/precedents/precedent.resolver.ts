import { limbToFile, Scheme, treatmentToFile } from '@amparo/domain';
import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Court } from '../courts/court.entity.ts';
import { CourtService } from '../courts/court.service.ts';
import { IdSystem, Source } from '../systems/id-system.entity.ts';
import { IdSystemService } from '../systems/id-system.service.ts';
import { Concept } from '../vocabulary/concept.entity.ts';
import { ExtraField, extraFields } from '../vocabulary/extra-field.ts';
import { VocabularyService } from '../vocabulary/vocabulary.service.ts';
import { Citation, PartyName, PrecedentEvent, PrecedentFinding, PrecedentLink, PrecedentParties, PrecedentRemedy, PrecedentRight, PrecedentSystem } from './precedent-parts.entity.ts';
import { Precedent } from './precedent.entity.ts';
import { PrecedentService } from './precedent.service.ts';
import { Public } from '../platform/needs-person.ts';

@Public()
@Resolver(() => Precedent)
export class PrecedentResolver {
  constructor(private readonly precedents: PrecedentService, private readonly courts: CourtService, private readonly vocabulary: VocabularyService) {}

  @Query(() => Precedent, { nullable: true }) precedent(@Args('slug', { type: () => String }) slug: string) { return this.precedents.get(slug); }

  @ResolveField(() => Court) court(@Parent() p: Precedent) { return this.courts.byId(p.courtId); }
  @ResolveField(() => String) async courtLevelLabel(@Parent() p: Precedent) { return (await this.vocabulary.words()).label(Scheme.courtLevels, p.courtLevel); }
  @ResolveField(() => String) async outcomeLabel(@Parent() p: Precedent) { return (await this.vocabulary.words()).label(Scheme.outcomes, p.outcome); }

  @ResolveField(() => [Concept]) harms(@Parent() p: Precedent) { return this.concepts(p, Scheme.harms); }
  @ResolveField(() => [Concept]) affectedGroups(@Parent() p: Precedent) { return this.concepts(p, Scheme.affectedGroups); }
  @ResolveField(() => [Concept]) expertise(@Parent() p: Precedent) { return this.concepts(p, Scheme.expertise); }
  private async concepts(p: Precedent, scheme: string) { return (await this.vocabulary.words()).pick(scheme, await this.precedents.conceptIds(p.id, scheme)); }

  @ResolveField(() => [PrecedentRight]) rights(@Parent() p: Precedent) { return this.precedents.rights(p.id); }
  @ResolveField(() => [PrecedentFinding]) findings(@Parent() p: Precedent) { return this.precedents.findings(p.id); }
  @ResolveField(() => [PrecedentLink]) history(@Parent() p: Precedent) { return this.precedents.links(p.id); }
  @ResolveField(() => [Citation]) cites(@Parent() p: Precedent) { return this.precedents.cites(p.id); }
  @ResolveField(() => [Citation]) citedBy(@Parent() p: Precedent) { return this.precedents.citedBy(p.slug); }

  @ResolveField(() => [String]) async judges(@Parent() p: Precedent) { return (await this.precedents.whole(p.id)).judges; }
  @ResolveField(() => [String]) async otherCitations(@Parent() p: Precedent) { return (await this.precedents.whole(p.id)).otherCitations; }
  @ResolveField(() => PrecedentParties) async parties(@Parent() p: Precedent) { return (await this.precedents.whole(p.id)).parties; }
  @ResolveField(() => PrecedentSystem) async system(@Parent() p: Precedent) { return (await this.precedents.whole(p.id)).system; }
  @ResolveField(() => [String]) async issues(@Parent() p: Precedent) { return (await this.precedents.whole(p.id)).issues; }
  @ResolveField(() => [PrecedentRemedy]) async remedies(@Parent() p: Precedent) { return (await this.precedents.whole(p.id)).remedies; }
  @ResolveField(() => String) async summary(@Parent() p: Precedent) { return (await this.precedents.whole(p.id)).summary; }
  @ResolveField(() => [PrecedentEvent]) async timeline(@Parent() p: Precedent) { return (await this.precedents.whole(p.id)).timeline; }
  @ResolveField(() => [String]) async languages(@Parent() p: Precedent) { return (await this.precedents.whole(p.id)).languages; }
  @ResolveField(() => [Source]) async sources(@Parent() p: Precedent) { return (await this.precedents.whole(p.id)).sources; }
  @ResolveField(() => [String]) async unverified(@Parent() p: Precedent) { return (await this.precedents.whole(p.id)).unverified; }
  @ResolveField(() => String, { nullable: true }) async notes(@Parent() p: Precedent) { return (await this.precedents.whole(p.id)).notes; }
  @ResolveField(() => [ExtraField], { description: 'Leftovers of the record and of its parts, each named by its place.' })
  async extra(@Parent() p: Precedent) {
    const [text, rights, findings, history, cites] = await Promise.all([this.precedents.whole(p.id), this.precedents.rights(p.id), this.precedents.findings(p.id), this.precedents.links(p.id), this.precedents.citations(p.id)]);
    const { parties, system, remedies, timeline, sources } = text;
    return extraFields(text.leftovers, { parts: { parties, system, rights, findings, remedies, timeline, history, cites, sources } });
  }
}

@Resolver(() => PrecedentRight)
export class PrecedentRightResolver {
  constructor(private readonly vocabulary: VocabularyService) {}
  @ResolveField(() => Concept) async concept(@Parent() r: PrecedentRight) { return (await this.vocabulary.words()).concept(Scheme.rights, r.conceptId); }
}

@Resolver(() => PrecedentFinding)
export class PrecedentFindingResolver {
  constructor(private readonly vocabulary: VocabularyService) {}
  @ResolveField(() => String) async label(@Parent() f: PrecedentFinding) { return (await this.vocabulary.words()).label(Scheme.tests, limbToFile(f.limb)); }
}

@Resolver(() => PrecedentRemedy)
export class PrecedentRemedyResolver {
  constructor(private readonly vocabulary: VocabularyService) {}
  @ResolveField(() => String) async label(@Parent() r: PrecedentRemedy) { return (await this.vocabulary.words()).label(Scheme.remedies, r.type); }
  @ResolveField(() => String) detail(@Parent() r: PrecedentRemedy) { return r.detail ?? ''; }
}

@Resolver(() => PrecedentEvent)
export class PrecedentEventResolver {
  constructor(private readonly vocabulary: VocabularyService) {}
  @ResolveField(() => String) async kindLabel(@Parent() e: PrecedentEvent) { return (await this.vocabulary.words()).label(Scheme.eventKinds, e.kind); }
  @ResolveField(() => String) async stageLabel(@Parent() e: PrecedentEvent) { return (await this.vocabulary.words()).label(Scheme.stages, e.stage); }
}

@Resolver(() => PartyName)
export class PartyNameResolver {
  constructor(private readonly vocabulary: VocabularyService) {}
  @ResolveField(() => String) async typeLabel(@Parent() n: PartyName) { return (await this.vocabulary.words()).label(Scheme.partyTypes, n.type); }
}

@Resolver(() => PrecedentLink)
export class PrecedentLinkResolver {
  constructor(private readonly vocabulary: VocabularyService, private readonly precedents: PrecedentService) {}
  @ResolveField(() => String) async label(@Parent() l: PrecedentLink) { return (await this.vocabulary.words()).label(Scheme.caseRelations, l.relation); }
  @ResolveField(() => Precedent, { nullable: true }) async precedent(@Parent() l: PrecedentLink) { return (await this.precedents.bySlug(l.slug)) ?? null; }
}

@Resolver(() => Citation)
export class CitationResolver {
  constructor(private readonly vocabulary: VocabularyService, private readonly precedents: PrecedentService) {}
  @ResolveField(() => String) async label(@Parent() c: Citation) { return (await this.vocabulary.words()).label(Scheme.citationTreatments, treatmentToFile(c.treatment)); }
  @ResolveField(() => Precedent, { nullable: true }) async precedent(@Parent() c: Citation) { return (await this.precedents.bySlug(c.slug)) ?? null; }
}

@Resolver(() => PrecedentSystem)
export class PrecedentSystemResolver {
  constructor(private readonly vocabulary: VocabularyService, private readonly systems: IdSystemService) {}
  @ResolveField(() => [Concept]) async biometrics(@Parent() s: PrecedentSystem) { return (await this.vocabulary.words()).pick(Scheme.biometricTypes, s.biometrics); }
  @ResolveField(() => String) async mandatoryLabel(@Parent() s: PrecedentSystem) { return (await this.vocabulary.words()).label(Scheme.mandatoryStatus, s.mandatory); }
  @ResolveField(() => String) async functionLabel(@Parent() s: PrecedentSystem) { return (await this.vocabulary.words()).label(Scheme.systemFunctions, s.function); }
  @ResolveField(() => String, { nullable: true }) slug(@Parent() s: PrecedentSystem) { return s.system; }
  @ResolveField(() => IdSystem, { nullable: true }) async system(@Parent() s: PrecedentSystem) { return s.system === null ? null : ((await this.systems.bySlug(s.system)) ?? null); }
}
