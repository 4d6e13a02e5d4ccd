import 'reflect-metadata';
import { randomBytes, randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { freshDatabase } from './database.ts';

/** Everyone a rule can tell apart. `stranger` is not signed in; all others are, in the organisation named beside them. */
export const cast = {
  lead: { organisation: 'Alder Law', roles: ['lawyer'] },
  teammate: { organisation: 'Alder Law', roles: ['lawyer'] },
  colleague: { organisation: 'Alder Law', roles: ['lawyer'] },
  ally: { organisation: 'Birch Trust', roles: ['lawyer'] },
  member: { organisation: 'Cedar Network', roles: ['member'] },
  reviewer: { organisation: 'Cedar Network', roles: ['reviewer'] },
  facilitator: { organisation: 'Dogwood Learning', roles: ['facilitator'] },
  steward: { organisation: 'Elm Secretariat', roles: ['steward'] },
  outsider: { organisation: 'Fir Watch', roles: ['lawyer'], coalition: false },
} as const;
export type Who = keyof typeof cast;
export interface Persona { id: string; token: string; email: string; organisationId: string }
export interface Answer<T = Record<string, unknown>> { data?: T | null; errors?: { message: string; path?: (string | number)[]; extensions: { code: string; fields?: { field: string; problem: string }[] } }[] }

export interface World {
  app: NestFastifyApplication;
  /** The owner's connection, acting as lit_acl: sees everything, for arranging and for looking behind the curtain. */
  owner: pg.Client;
  ownerUrl: string;
  apiUrl: string;
  people: Record<Who, Persona>;
  /** GraphQL in, GraphQL out, over HTTP as that person; 'stranger' is nobody. */
  gql<T = any>(who: Who | 'stranger', query: string, variables?: Record<string, unknown>): Promise<Answer<T>>;
  end(): Promise<void>;
}

/** A database of its own, a running server in this process, and the whole cast with open sessions. */
export async function makeWorld(): Promise<World> {
  const { ownerUrl, apiUrl, drop } = await freshDatabase();
  process.env['DATABASE_URL'] = apiUrl;
  process.env['NODE_ENV'] ??= 'test';
  const owner = new pg.Client(ownerUrl);
  await owner.connect();
  await owner.query('set role lit_acl');
  const people = {} as Record<Who, Persona>;
  for (const [who, of] of Object.entries(cast) as [Who, (typeof cast)[Who]][]) {
    const coalition = !('coalition' in of) || of.coalition;
    const found = await owner.query('select id from app.organisation where name = $1', [of.organisation]);
    const organisationId = (found.rows[0] ?? (await owner.query('insert into app.organisation (name, country, coalition) values ($1, $2, $3) returning id', [of.organisation, 'UG', coalition])).rows[0]).id as string;
    const email = `${who}@${of.organisation.toLowerCase().replace(/\W+/g, '')}.example`;
    const id = (await owner.query('insert into app.person (email, name, first_signed_in_at) values ($1, $2, now()) returning id', [email, `Test ${who}`])).rows[0].id as string;
    await owner.query('insert into app.membership (organisation_id, person_id, roles) values ($1, $2, $3)', [organisationId, id, [...of.roles]]);
    const token = randomBytes(32).toString('base64url');
    await owner.query("insert into app.session (token_hash, person_id, idle_until, expires_at) values (sha256(convert_to($1, 'UTF8')), $2, now() + interval '1 hour', now() + interval '1 day')", [token, id]);
    people[who] = { id, token, email, organisationId };
  }
  const { createApp } = await import('../../apps/api/src/main.ts');
  const app = await createApp();
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return {
    app, owner, ownerUrl, apiUrl, people,
    async gql(who, query, variables) {
      const headers = who === 'stranger' ? {} : { cookie: `amparo=${people[who].token}` };
      return (await app.inject({ method: 'POST', url: '/graphql', headers, payload: { query, variables } })).json();
    },
    async end() {
      await app.close();
      await owner.end();
      await drop();
    },
  };
}

/** A case of the lead's, at team level. */
export async function aCase(world: World, title = `Case ${randomUUID().slice(0, 8)}`): Promise<{ id: string; version: number }> {
  const made = await world.gql('lead', 'mutation($input: AddLegalCaseInput!) { addLegalCase(input: $input) { id version } }', {
    input: { leadOrganisationId: world.people.lead.organisationId, title, goals: [{ kind: 'legal', text: 'A goal' }], countries: ['UG'] },
  });
  if (made.errors) throw new Error(JSON.stringify(made.errors));
  return made.data.addLegalCase;
}
