import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module, type Provider, type Type } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Db } from './platform/db.ts';
import { databaseUrl } from './platform/env.ts';
import { Events } from './platform/events.ts';
import { ErrorFilter, graphqlOptions, TransactionPlugin } from './platform/graphql.ts';

/** The product in lists: what is stored, what decides, what answers, what speaks plain HTTP, what runs later. */
export const entities: Type[] = [];
export const services: Provider[] = [];
export const resolvers: Type[] = [];
export const controllers: Type[] = [];

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
