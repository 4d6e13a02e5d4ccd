import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, type DocumentNode, Kind, parse, visit } from 'graphql';
import { expect, it } from 'vitest';
import { costFault, limits, measure } from '../../apps/api/src/platform/limits.ts';

const root = join(import.meta.dirname, '../..');
const schema = buildSchema(readFileSync(join(root, 'apps/api/schema.graphql'), 'utf8'));
const inTemplates = globSync('apps/web/src/**/*.tsx', { cwd: root }).flatMap((path) => [...readFileSync(join(root, path), 'utf8').matchAll(/graphql\(`([^`]+)`\)/gu)].map(([, text]) => text));
const documents = parse([...globSync('apps/web/src/**/*.graphql', { cwd: root }).map((path) => readFileSync(join(root, path), 'utf8')), ...inTemplates].join('\n'));
/** As the web client sends it: every object with its type beside it. */
const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const;
const sent: DocumentNode = visit(documents, { SelectionSet: (set, _key, parent) => ((parent as { kind?: string }).kind === Kind.OPERATION_DEFINITION ? undefined : { ...set, selections: [...set.selections, typename] }) });
const fragments = new Map(sent.definitions.flatMap((d) => (d.kind === Kind.FRAGMENT_DEFINITION ? [[d.name.value, d] as const] : [])));
const operations = sent.definitions.flatMap((d) => (d.kind === Kind.OPERATION_DEFINITION ? [[d.name?.value ?? '', d] as const] : []));

it('the documents of the web client are found', () => {
  expect(operations.map(([name]) => name)).toEqual(expect.arrayContaining(['CasePage', 'OrdersPage', 'PrecedentPage', 'TodayPage']));
});
it.each(operations)('%s is within what one request may ask', (_name, operation) => {
  const variables = { first: 50 }; // the longest page the client asks for
  expect(costFault(schema, sent, operation, variables)).toBeNull();
  const { fields, depth, aliases, directives } = measure(schema, operation, fragments, variables);
  expect([fields <= limits.fields, depth <= limits.depth, aliases <= limits.aliases, directives <= limits.directives]).toEqual([true, true, true, true]);
});
