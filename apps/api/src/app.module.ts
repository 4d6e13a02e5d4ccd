import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module, type Provider, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CalendarResolver } from './calendar/calendar.resolver.ts';
import { CalendarService } from './calendar/calendar.service.ts';
import { ClosureService } from './calendar/closure.service.ts';
import { FeedController } from './calendar/feed.controller.ts';
import { CalendarFeed } from './calendar/feed.entity.ts';
import { FeedFileService } from './calendar/feed-file.service.ts';
import { FeedService } from './calendar/feed.service.ts';
import { Notice, ReminderChoice } from './calendar/notice.entity.ts';
import { NoticeResolver, ReminderChoiceResolver } from './calendar/notice.resolver.ts';
import { NoticeService } from './calendar/notice.service.ts';
import { ReminderJob } from './calendar/reminder.job.ts';
import { CaseChangeResolver } from './cases/case-change.resolver.ts';
import { CaseChangeService } from './cases/case-change.service.ts';
import { CasePrecedent, CaseSystem } from './cases/case-link.entity.ts';
import { CaseListResolver } from './cases/case-list.resolver.ts';
import { CaseListService } from './cases/case-list.service.ts';
import { LegalCase } from './cases/legal-case.entity.ts';
import { CasePrecedentResolver, LegalCaseResolver } from './cases/legal-case.resolver.ts';
import { LegalCaseService } from './cases/legal-case.service.ts';
import { CasesOfConceptResolver, CasesOfCourtResolver, CasesOfSystemResolver, OwnCaseResolver } from './cases/library-cases.resolver.ts';
import { LibraryCasesService } from './cases/library-cases.service.ts';
import { SharingResolver } from './cases/sharing.resolver.ts';
import { SharingService } from './cases/sharing.service.ts';
import { Claim, Disposition, Finding } from './claims/claim.entity.ts';
import { ClaimResolver, ClaimsOfCaseResolver, DispositionResolver, FindingResolver } from './claims/claim.resolver.ts';
import { ClaimService } from './claims/claim.service.ts';
import { LawService } from './claims/law.service.ts';
import { ResultService } from './claims/result.service.ts';
import { ComparisonResolver } from './compare/comparison.resolver.ts';
import { ComparisonService } from './compare/comparison.service.ts';
import { ExportController } from './compare/export.controller.ts';
import { PackService } from './compare/pack.service.ts';
import { Court } from './courts/court.entity.ts';
import { CourtResolver } from './courts/court.resolver.ts';
import { CourtService } from './courts/court.service.ts';
import { AuthorityService } from './decisions/authority.service.ts';
import { Decision, DecisionProceeding, DecisionTreatment, Holding, Opinion } from './decisions/decision.entity.ts';
import { DecisionResolver, DecisionsOfCaseResolver, DecisionsOfProceedingResolver, DecisionTreatmentResolver, DecisionVoteResolver } from './decisions/decision.resolver.ts';
import { DecisionService } from './decisions/decision.service.ts';
import { Reliance } from './decisions/reliance.entity.ts';
import { RelianceResolver, ReliancesOfCaseResolver, ReliancesOfDecisionResolver, ReliancesOfFindingResolver } from './decisions/reliance.resolver.ts';
import { RelianceService } from './decisions/reliance.service.ts';
import { DeadlineJob } from './deadlines/deadline.job.ts';
import { DeadlineLawService } from './deadlines/deadline-law.service.ts';
import { DeadlineListService } from './deadlines/deadline-list.service.ts';
import { Deadline, DeadlineExtension } from './deadlines/deadline.entity.ts';
import { DeadlineResolver, DeadlineRuleResolver, DeadlinesOfCaseResolver } from './deadlines/deadline.resolver.ts';
import { DeadlineService } from './deadlines/deadline.service.ts';
import { LawVersion } from './deadlines/law-version.entity.ts';
import { LawVersionResolver } from './deadlines/law-version.resolver.ts';
import { LawVersionService } from './deadlines/law-version.service.ts';
import { EventPair } from './events/event-pair.entity.ts';
import { EventPairResolver } from './events/event-pair.resolver.ts';
import { EventPairService } from './events/event-pair.service.ts';
import { EventNote, ProcEvent } from './events/proc-event.entity.ts';
import { EventsOfCaseResolver, ProcEventResolver } from './events/proc-event.resolver.ts';
import { ProcEventService } from './events/proc-event.service.ts';
import { ForumFactsService } from './forums/forum-facts.service.ts';
import { ForumMemo } from './forums/forum-memo.entity.ts';
import { ForumMemosOfCaseResolver, ForumResolver } from './forums/forum.resolver.ts';
import { ForumService } from './forums/forum.service.ts';
import { Harm, HarmLink } from './harms/harm.entity.ts';
import { HarmConnectionResolver, HarmLinkResolver, HarmResolver, HarmsOfCaseResolver, HarmsOfConceptResolver, HarmsOfPrecedentResolver, HarmsOfSystemResolver } from './harms/harm.resolver.ts';
import { HarmListService } from './harms/harm-list.service.ts';
import { HarmService } from './harms/harm.service.ts';
import { LibraryFile } from './library/library-file.entity.ts';
import { ComplianceService } from './orders/compliance.service.ts';
import { FreshnessService } from './orders/freshness.service.ts';
import { LastCheck, PrecedentCheck } from './orders/last-check.entity.ts';
import { ComplianceNote, ComplianceObservation, OrderItem, OrderStep } from './orders/order.entity.ts';
import { ComplianceResolver, FreshnessOfPrecedentResolver, OrderResolver, OrdersOfCaseResolver, OrdersOfDecisionResolver } from './orders/order.resolver.ts';
import { OrderStateService } from './orders/order-state.service.ts';
import { OrderService } from './orders/order.service.ts';
import { CaseParty, PartyName } from './parties/case-party.entity.ts';
import { CasePartyResolver, TrueNameResolver } from './parties/case-party.resolver.ts';
import { CasePartyService } from './parties/case-party.service.ts';
import { Membership } from './people/membership.entity.ts';
import { Organisation } from './people/organisation.entity.ts';
import { MembershipResolver, OrganisationResolver } from './people/organisation.resolver.ts';
import { OrganisationService } from './people/organisation.service.ts';
import { PeopleResolver, SessionResolver } from './people/people.resolver.ts';
import { PeopleService } from './people/people.service.ts';
import { Person } from './people/person.entity.ts';
import { Session } from './people/session.entity.ts';
import { SignInJob } from './people/sign-in.job.ts';
import { AuthController } from './platform/auth.ts';
import { CleanText } from './platform/clean-text.ts';
import { Clock } from './platform/clock.ts';
import { Db } from './platform/db.ts';
import { databaseUrl } from './platform/env.ts';
import { Events } from './platform/events.ts';
import { ErrorFilter, graphqlOptions, TransactionPlugin } from './platform/graphql.ts';
import { Jobs } from './platform/jobs.ts';
import { NeedsPerson } from './platform/needs-person.ts';
import { PrecedentListResolver, PrecedentRowResolver } from './precedents/precedent-list.resolver.ts';
import { PrecedentListService } from './precedents/precedent-list.service.ts';
import { CitationRow, PrecedentConcept, PrecedentFinding, PrecedentLink, PrecedentRight } from './precedents/precedent-parts.entity.ts';
import { Precedent } from './precedents/precedent.entity.ts';
import { CitationResolver, PartyNameResolver, PrecedentEventResolver, PrecedentFindingResolver, PrecedentLinkResolver, PrecedentRemedyResolver, PrecedentResolver, PrecedentRightResolver, PrecedentSystemResolver } from './precedents/precedent.resolver.ts';
import { PrecedentService } from './precedents/precedent.service.ts';
import { ProcedureService } from './procedure/procedure.service.ts';
import { ProcedureTemplateRow } from './procedure/procedure-template.entity.ts';
import { StageEntry } from './procedure/stage-entry.entity.ts';
import { StageEntryResolver, StageResolver } from './procedure/stage.resolver.ts';
import { StageService } from './procedure/stage.service.ts';
import { Proceeding, ProceedingIdentifier, ProceedingLink, ProceedingLinkClaim } from './proceedings/proceeding.entity.ts';
import { ProceedingLinkResolver, ProceedingResolver, ProceedingsOfCaseResolver } from './proceedings/proceeding.resolver.ts';
import { ProceedingService } from './proceedings/proceeding.service.ts';
import { SameMatterResolver } from './search/same-matter.resolver.ts';
import { SearchResolver } from './search/search.resolver.ts';
import { SearchService } from './search/search.service.ts';
import { IdSystem } from './systems/id-system.entity.ts';
import { IdSystemResolver, StatisticResolver } from './systems/id-system.resolver.ts';
import { IdSystemService } from './systems/id-system.service.ts';
import { TodayResolver } from './today/today.resolver.ts';
import { TodayService } from './today/today.service.ts';
import { ConceptPageResolver } from './vocabulary/concept-page.resolver.ts';
import { ConceptPageService } from './vocabulary/concept-page.service.ts';
import { Concept, ConceptScheme } from './vocabulary/concept.entity.ts';
import { ConceptResolver, ConceptSchemeResolver } from './vocabulary/concept.resolver.ts';
import { VocabularyService } from './vocabulary/vocabulary.service.ts';

/** The product in lists: what is stored, what decides, what answers, what speaks plain HTTP, what runs later. */
export const entities: Type[] = [
  Organisation, Person, Membership, Session,
  LibraryFile, ConceptScheme, Concept, Court, IdSystem, Precedent, PrecedentConcept, PrecedentRight, PrecedentFinding, PrecedentLink, CitationRow,
  LegalCase, CaseSystem, CasePrecedent, Proceeding, ProceedingIdentifier, ProceedingLink, ProceedingLinkClaim, ProcedureTemplateRow, StageEntry, ProcEvent, EventNote, EventPair, CaseParty, PartyName, Claim, Disposition, Finding, Harm, HarmLink,
  Decision, DecisionProceeding, Opinion, Holding, DecisionTreatment, Reliance, OrderItem, OrderStep, ComplianceObservation, ComplianceNote, LastCheck, PrecedentCheck,
  Deadline, DeadlineExtension, LawVersion, ForumMemo, CalendarFeed, Notice, ReminderChoice,
];
export const services: Provider[] = [
  Jobs, PeopleService, OrganisationService, SignInJob,
  VocabularyService, ConceptPageService, CourtService, IdSystemService, PrecedentService, PrecedentListService, ComparisonService, PackService,
  LegalCaseService, CaseListService, SharingService, CaseChangeService, LibraryCasesService, ProcedureService, ProceedingService, ProcEventService, EventPairService, StageService, CasePartyService, ClaimService, ResultService, LawService,
  DecisionService, AuthorityService, RelianceService, OrderService, OrderStateService, ComplianceService, FreshnessService,
  HarmService, HarmListService, DeadlineLawService, DeadlineService, DeadlineListService, DeadlineJob, LawVersionService, TodayService, SearchService,
  CalendarService, ClosureService, FeedService, FeedFileService, NoticeService, ReminderJob,
  ForumService, ForumFactsService,
];
export const resolvers: Type[] = [
  PeopleResolver, SessionResolver, OrganisationResolver, MembershipResolver,
  ConceptSchemeResolver, ConceptResolver, ConceptPageResolver, CourtResolver, IdSystemResolver, StatisticResolver, PrecedentListResolver, PrecedentRowResolver, ComparisonResolver,
  PrecedentResolver, PrecedentRightResolver, PrecedentFindingResolver, PrecedentRemedyResolver, PrecedentEventResolver, PartyNameResolver, PrecedentLinkResolver, CitationResolver, PrecedentSystemResolver,
  LegalCaseResolver, CasePrecedentResolver, CaseListResolver, SharingResolver, CaseChangeResolver, CasesOfCourtResolver, CasesOfSystemResolver, CasesOfConceptResolver, OwnCaseResolver,
  ProceedingResolver, ProceedingLinkResolver, ProceedingsOfCaseResolver, StageResolver, StageEntryResolver, ProcEventResolver, EventsOfCaseResolver, EventPairResolver, CasePartyResolver, TrueNameResolver, ClaimResolver, ClaimsOfCaseResolver, DispositionResolver, FindingResolver,
  DecisionResolver, DecisionVoteResolver, DecisionTreatmentResolver, DecisionsOfCaseResolver, DecisionsOfProceedingResolver, RelianceResolver, ReliancesOfCaseResolver, ReliancesOfFindingResolver, ReliancesOfDecisionResolver,
  OrderResolver, ComplianceResolver, OrdersOfDecisionResolver, OrdersOfCaseResolver, FreshnessOfPrecedentResolver,
  HarmResolver, HarmConnectionResolver, HarmLinkResolver, HarmsOfCaseResolver, HarmsOfPrecedentResolver, HarmsOfSystemResolver, HarmsOfConceptResolver, TodayResolver, SameMatterResolver, SearchResolver,
  DeadlineResolver, DeadlinesOfCaseResolver, DeadlineRuleResolver, LawVersionResolver,
  CalendarResolver, NoticeResolver, ReminderChoiceResolver,
  ForumResolver, ForumMemosOfCaseResolver,
];
export const controllers: Type[] = [AuthController, ExportController, FeedController];

@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      useFactory: () => ({
        type: 'postgres', url: databaseUrl(), entities, poolSize: 10, retryAttempts: 0, installExtensions: false, logging: false,
        extra: { pipeline: true, idle_in_transaction_session_timeout: 10_000, connectionTimeoutMillis: 5_000 }, poolErrorHandler: () => undefined,
      }),
    }),
    GraphQLModule.forRootAsync<ApolloDriverConfig>({ driver: ApolloDriver, useFactory: () => graphqlOptions() }),
  ],
  controllers,
  providers: [{ provide: APP_FILTER, useClass: ErrorFilter }, { provide: APP_GUARD, useClass: NeedsPerson }, { provide: APP_PIPE, useClass: CleanText }, Clock, Db, Events, TransactionPlugin, ...services, ...resolvers],
})
export class AppModule {}
