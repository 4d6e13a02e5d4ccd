import { afterAll, beforeAll, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, type FragmentDefinitionNode, type OperationDefinitionNode, parse, print } from 'graphql';
import { limits, measure } from '../../apps/api/src/platform/limits.ts';
import WebSocket from 'ws';
import * as documents from '../../apps/web/src/gql/graphql.ts';
import { CasePage_ChangedDocument, CourtPageDocument, LogSheetSaveDocument } from '../../apps/web/src/gql/graphql.ts';
import { logQueueSend } from '../../apps/web/src/offline/operation.ts';
import { makeWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => { process.env['AMPARO_OPERATIONS'] = 'ours'; world = await makeWorld(); });
afterAll(async () => { delete process.env['AMPARO_OPERATIONS']; await world.end(); });

/** As Apollo Client sends it: `__typename` in every selection, none of its own directives. */
const sent = (document: object) => print(document as never).replaceAll(' @unmask', '').replaceAll(/\{\n(\s*)(?=\S)/gu, '{\n$1__typename\n$1').replace(/^((?:query|mutation|subscription)[^{]*\{\n\s*)__typename\n\s*/u, '$1');

it('every operation of the web client is answered, with what Apollo Client adds to it', async () => {
  const strange: string[] = [];
  for (const [name, document] of Object.entries(documents).filter(([n]) => n.endsWith('Document'))) {
    if ((document as unknown as { definitions: { operation?: string }[] }).definitions[0]?.operation !== 'query') continue;
    const answer = await world.gql('lead', sent(document));
    if (answer.errors?.some((e) => e.extensions.code === 'FORBIDDEN')) strange.push(name);
  }
  expect(strange).toEqual([]);
  expect((await world.gql('stranger', sent(CourtPageDocument), { slug: 'ug-high-court', id: 'ug-high-court' })).data, 'and it is run').toBeTruthy();
  expect((await world.gql('lead', sent(LogSheetSaveDocument), { input: { id: 'x' } })).errors?.[0]?.extensions.code).toBe('INVALID');
});

it('no operation of the web client asks for more at once than is answered, with what Apollo Client adds to it', () => {
  const schema = buildSchema(readFileSync(join(import.meta.dirname, '../../apps/api/schema.graphql'), 'utf8')), tooMuch: string[] = [];
  for (const [name, document] of Object.entries(documents).filter(([n]) => n.endsWith('Document'))) {
    const { definitions } = parse(sent(document)), first = definitions.find((d): d is OperationDefinitionNode => d.kind === 'OperationDefinition')!;
    const fragments = new Map(definitions.filter((d): d is FragmentDefinitionNode => d.kind === 'FragmentDefinition').map((d) => [d.name.value, d]));
    const { cost, fields } = measure(schema, first, fragments, { first: 50 });
    if (cost > limits.cost || fields > limits.fields) tooMuch.push(`${name}: ${cost} of ${limits.cost}, ${fields} fields`);
  }
  expect(tooMuch).toEqual([]);
});
it('what the service worker sends is answered too', async () => {
  expect((await world.gql('lead', logQueueSend, { input: { id: 'x' } })).errors?.[0]?.extensions.code).toBe('INVALID');
});

it.each([
  ['one of somebody\'s own', '{ me { id } }'], ['ours with a field more', print(CourtPageDocument).replace('{', '{ courts { id name }')], ['ours beside another', `${print(CourtPageDocument)} query Other { me { id } }`],
  ['introspection', '{ __schema { types { name } } }'], ['a mutation', 'mutation { removeEvent(id: "x") }'], ['a name of ours', 'query CourtPage { courts { id } }'],
  ['a field that is not there', '{ courts { passwrd } }'], ['a syntax error', '{ courts { na'], ['a query of too many tokens', `{ courts { ${'id '.repeat(3000)} } }`],
])('%s is refused, with the remedy and nothing run', async (_, query) => {
  const r = await world.app.inject({ method: 'POST', url: '/graphql', headers: { cookie: `amparo=${world.people.lead.token}` }, payload: { query, operationName: /Other/.test(query) ? 'Other' : undefined } });
  expect(r.statusCode).toBe(403);
  expect(r.json().data ?? null).toBeNull();
  expect(r.payload).not.toMatch(/passwrd|Did you mean|Syntax|token/i);
  expect(r.json()).toMatchObject({ errors: [{ message: expect.stringMatching(/own pages.*Load the page anew.*AMPARO_OPERATIONS=any/), extensions: { code: 'FORBIDDEN' } }] });
});

it('the same over the WebSocket', async () => {
  if (!world.app.getHttpServer().listening) await world.app.listen(0, '127.0.0.1');
  const { port } = world.app.getHttpServer().address() as { port: number };
  const ask = (query: string, variables: object) => new Promise<string[]>((ok) => {
    const heard: string[] = [];
    const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws', { headers: { cookie: `amparo=${world.people.lead.token}` } });
    socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init' })));
    socket.on('message', (m) => {
      heard.push(String(m));
      if (String(m).includes('connection_ack')) { socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query, variables } })); setTimeout(() => { socket.close(); ok(heard); }, 400); }
    });
  });
  expect((await ask('subscription { legalCaseChanged { id } }', {})).join()).toMatch(/"type":"error".*FORBIDDEN/);
  expect((await ask(sent(CasePage_ChangedDocument), { id: '00000000-0000-4000-8000-000000000000' })).join()).not.toContain('"error"');
});
