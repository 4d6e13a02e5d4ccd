import type { Fault } from '@amparo/domain';

type Schemas = typeof import('./schemas.ts');
/** A schema by its name: the rules themselves are not there yet. */
export type SchemaName = Exclude<keyof Schemas, 'check'>;

/** Judges an input by the schema the server uses, before it is sent; answers with what it refuses. */
export async function refusedBy(name: SchemaName, input: unknown): Promise<Fault[]> {
  const { check, ...schemas } = await import('./schemas.ts');
  const answer = check(schemas[name], input);
  return 'refused' in answer ? answer.refused : [];
}
