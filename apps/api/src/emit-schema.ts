import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { resolvers } from './app.module.ts';

/** Writes the contract, without a database and without a port. The file to write may be given (the staleness check does). */
const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: ['error'] });
const schema = await app.get(GraphQLSchemaFactory).create(resolvers);
writeFileSync(process.argv[2] ?? join(import.meta.dirname, '../schema.graphql'), `${printSchema(lexicographicSortSchema(schema))}\n`);
await app.close();
