import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module, type Provider, type Type } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ComparisonResolver } from './compare/comparison.resolver.ts';
import { ComparisonService } from './compare/comparison.service.ts';
import { ExportController } from './compare/export.controller.ts';
import { PackService } from './compare/pack.service.ts';
import { Court } from './courts/court.entity.ts';
import { CourtResolver } from './courts/court.resolver.ts';
import { CourtService } from './courts/court.service.ts';
import { LibraryFile } from './library/library-file.entity.ts';
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
import { Db } from './platform/db.ts';
import { databaseUrl } from './platform/env.ts';
import { Events } from './platform/events.ts';
import { ErrorFilter, graphqlOptions, TransactionPlugin } from './platform/graphql.ts';
import { Jobs } from './platform/jobs.ts';
import { PrecedentListResolver } from './precedents/precedent-list.resolver.ts';
import { PrecedentListService } from './precedents/precedent-list.service.ts';
import { CitationRow, PrecedentConcept, PrecedentFinding, PrecedentLink, PrecedentRight } from './precedents/precedent-parts.entity.ts';
import { Precedent } from './precedents/precedent.entity.ts';
import { CitationResolver, PartyNameResolver, PrecedentEventResolver, PrecedentFindingResolver, PrecedentLinkResolver, PrecedentRemedyResolver, PrecedentResolver, PrecedentRightResolver, PrecedentSystemResolver } from './precedents/precedent.resolver.ts';
import { PrecedentService } from './precedents/precedent.service.ts';
import { IdSystem } from './systems/id-system.entity.ts';
import { IdSystemResolver, StatisticResolver } from './systems/id-system.resolver.ts';
import { IdSystemService } from './systems/id-system.service.ts';
import { ConceptPageResolver } from './vocabulary/concept-page.resolver.ts';
import { ConceptPageService } from './vocabulary/concept-page.service.ts';
import { Concept, ConceptScheme } from './vocabulary/concept.entity.ts';
import { ConceptResolver, ConceptSchemeResolver } from './vocabulary/concept.resolver.ts';
import { VocabularyService } from './vocabulary/vocabulary.service.ts';

/** The product in lists: what is stored, what decides, what answers, what speaks plain HTTP, what runs later. */
export const entities: Type[] = [
  Organisation, Person, Membership, Session,
  LibraryFile, ConceptScheme, Concept, Court, IdSystem, Precedent, PrecedentConcept, PrecedentRight, PrecedentFinding, PrecedentLink, CitationRow,
];
export const services: Provider[] = [
  Jobs, PeopleService, OrganisationService, SignInJob,
  VocabularyService, ConceptPageService, CourtService, IdSystemService, PrecedentService, PrecedentListService, ComparisonService, PackService,
];
export const resolvers: Type[] = [
  PeopleResolver, SessionResolver, OrganisationResolver, MembershipResolver,
  ConceptSchemeResolver, ConceptResolver, ConceptPageResolver, CourtResolver, IdSystemResolver, StatisticResolver, PrecedentListResolver, ComparisonResolver,
  PrecedentResolver, PrecedentRightResolver, PrecedentFindingResolver, PrecedentRemedyResolver, PrecedentEventResolver, PartyNameResolver, PrecedentLinkResolver, CitationResolver, PrecedentSystemResolver,
];
export const controllers: Type[] = [AuthController, ExportController];

@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      useFactory: () => ({
        type: 'postgres', url: databaseUrl(), entities, poolSize: 10, retryAttempts: 0, installExtensions: false, logging: false,
        extra: { idle_in_transaction_session_timeout: 10_000, connectionTimeoutMillis: 5_000 }, poolErrorHandler: () => undefined,
      }),
    }),
    GraphQLModule.forRootAsync<ApolloDriverConfig>({ driver: ApolloDriver, useFactory: () => graphqlOptions() }),
  ],
  controllers,
  providers: [{ provide: APP_FILTER, useClass: ErrorFilter }, Db, Events, TransactionPlugin, ...services, ...resolvers],
})
export class AppModule {}
