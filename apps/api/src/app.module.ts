import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module, type Provider, type Type } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { TypeOrmModule } from '@nestjs/typeorm';
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

/** The product in lists: what is stored, what decides, what answers, what speaks plain HTTP, what runs later. */
export const entities: Type[] = [Organisation, Person, Membership, Session];
export const services: Provider[] = [Jobs, PeopleService, OrganisationService, SignInJob];
export const resolvers: Type[] = [PeopleResolver, SessionResolver, OrganisationResolver, MembershipResolver];
export const controllers: Type[] = [AuthController];

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
