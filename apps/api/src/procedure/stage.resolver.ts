import { moveStage, type MoveStageInput as MoveStage } from '@amparo/domain/procedures';
import { line, optionalLine, slug } from '@amparo/domain';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CourtService } from '../courts/court.service.ts';
import { ProcEvent } from '../events/proc-event.entity.ts';
import { ProcEventService } from '../events/proc-event.service.ts';
import { Person } from '../people/person.entity.ts';
import { PeopleService } from '../people/people.service.ts';
import { locale } from '../platform/db.ts';
import { Public } from '../platform/needs-person.ts';
import { idPipe, ZodPipe } from '../platform/zod.pipe.ts';
import { Proceeding } from '../proceedings/proceeding.entity.ts';
import { ProceedingService } from '../proceedings/proceeding.service.ts';
import { ProcedureStage, ProcedureTrack, StageChoice } from './procedure-template.entity.ts';
import { forumOf, ProcedureService, stageShown, trackShown } from './procedure.service.ts';
import { MoveStageInput, StageEntry, StageSuggestion } from './stage-entry.entity.ts';
import { StageService } from './stage.service.ts';

@Resolver(() => Proceeding)
export class StageResolver {
  constructor(private readonly all: StageService, private readonly procedures: ProcedureService, private readonly courts: CourtService) {}

  @Mutation(() => Proceeding, { description: 'Says where the matter stands. What its procedure does not allow is refused, naming what it does.' })
  moveStage(@Args('input', { type: () => MoveStageInput }, new ZodPipe(moveStage)) input: MoveStage) { return this.all.move(input); }
  @Mutation(() => Proceeding, { description: 'Accepts the stage that an event suggests, or puts it off.' })
  answerStage(@Args('eventId', { type: () => ID }, idPipe) id: string, @Args('stage', { type: () => String }, new ZodPipe(line(80))) stage: string, @Args('accept', { type: () => Boolean }) accept: boolean) { return this.all.answer(id, stage, accept); }
  @Mutation(() => Proceeding, { description: 'Undoes an entry of the history by another one; both stay.' })
  undoStage(@Args('entryId', { type: () => ID }, idPipe) id: string) { return this.all.undo(id); }

  @Public()
  @Query(() => [ProcedureTrack], { description: 'Procedures for a new proceeding: those that fit its court, the closest first, then all others.' })
  async procedureTracks(@Args('courtSlug', { type: () => String }, new ZodPipe(slug)) courtSlug: string, @Args('matter', { type: () => String, nullable: true }, new ZodPipe(optionalLine(80))) matter?: string) {
    const court = await this.courts.bySlug(courtSlug);
    return (await this.procedures.offered(court ? forumOf(court, matter) : {})).map(({ track, fits }) => trackShown(track, court, locale(), fits));
  }

  @ResolveField(() => String, { nullable: true, description: 'Where it stands: the last entry of its history that holds.' }) stage(@Parent() p: Proceeding) { return this.all.stage(p); }
  @ResolveField(() => String, { nullable: true, description: '`SM-CL/petition`; nothing where no procedure is known.' }) template(@Parent() p: Proceeding) { return p.templateId && `${p.templateId}/${p.track}`; }
  @ResolveField(() => Int, { nullable: true }) templateVersion(@Parent() p: Proceeding) { return p.templateVersion; }
  @ResolveField(() => ProcedureTrack, { nullable: true }) async procedure(@Parent() p: Proceeding) { const track = await this.procedures.of(p); return track ? trackShown(track, await this.courts.byId(p.courtId), locale()) : null; }
  @ResolveField(() => [StageEntry], { description: 'In the order of their days; what was undone last.' }) stageHistory(@Parent() p: Proceeding) { return this.all.history(p.id); }
  @ResolveField(() => [StageChoice], { description: 'Where the matter can go from where it stands.' })
  async stageChoices(@Parent() p: Proceeding) {
    const found = await this.all.choices(p), court = await this.courts.byId(p.courtId);
    return found?.choices.map(({ stage, over }) => ({ stage: stageShown(found.track, stage, court, locale()), over })) ?? [];
  }
  @ResolveField(() => StageSuggestion, { nullable: true })
  async suggestion(@Parent() p: Proceeding) {
    const found = await this.all.suggestion(p), stage = found?.track.stages.find(({ code }) => code === found.stage);
    return found && stage ? { event: found.event, stage: stageShown(found.track, stage, await this.courts.byId(p.courtId), locale()), over: found.skips, status: found.status } : null;
  }
  @ResolveField(() => String, { description: 'The status on record, or, until somebody answers, the one the latest event suggests.' }) statusNow(@Parent() p: Proceeding) { return this.all.statusNow(p); }
}

@Resolver(() => StageEntry)
export class StageEntryResolver {
  constructor(private readonly all: StageService, private readonly procedures: ProcedureService, private readonly proceedings: ProceedingService, private readonly courts: CourtService, private readonly events: ProcEventService, private readonly people: PeopleService) {}

  @ResolveField(() => ProcedureStage, { nullable: true, description: 'The stage in the words of its procedure.' })
  async shown(@Parent() e: StageEntry) {
    const p = await this.proceedings.byId(e.proceedingId), track = p && (await this.procedures.of(p)), stage = track?.stages.find(({ code }) => code === e.stage);
    return p && track && stage ? stageShown(track, stage, await this.courts.byId(p.courtId), locale()) : null;
  }
  @ResolveField(() => ProcEvent, { nullable: true, description: 'The event that proves it, as far as one may read it.' }) event(@Parent() e: StageEntry) { return e.eventId ? this.events.byId(e.eventId) : null; }
  @ResolveField(() => Date, { nullable: true }) async undoneAt(@Parent() e: StageEntry) { return (await this.all.undoneBy(e))?.createdAt ?? null; }
  @ResolveField(() => Person, { nullable: true }) async writtenBy(@Parent() e: StageEntry) { return e.writtenById ? ((await this.people.person(e.writtenById)) ?? null) : null; }
}
