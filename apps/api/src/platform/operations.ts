import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentNode, GraphQLError, Kind, parse, print, visit } from 'graphql';
import { env } from './env.ts';
import { AppError } from './errors.ts';
import { limits } from './limits.ts';

/** Each operation of the web client by name, with the hash of its text: made by `npm run emit`, committed, checked. */
export type Operations = Record<string, string>;

/** What a document asks for, however it was written: without what Apollo Client adds (`__typename`) or keeps to itself (`@unmask`), fragments in the order of their names. */
export function hashOf(document: DocumentNode): string {
  const bare = visit(document, {
    Field: (node) => (node.name.value === '__typename' ? null : undefined),
    Directive: (node) => (node.name.value === 'unmask' ? null : undefined),
  });
  const parts = bare.definitions.map((d) => `${d.kind === Kind.FRAGMENT_DEFINITION ? d.name.value : ''} ${print(d)}`).sort();
  return createHash('sha256').update(parts.join('\n')).digest('base64url');
}

let ours: Set<string> | undefined;
/** The file lies beside schema.graphql, one folder above both the sources and what is built of them. */
const known = (): Set<string> => (ours ??= new Set(Object.values(JSON.parse(readFileSync(join(import.meta.dirname, '../../operations.json'), 'utf8')) as Operations)));

const open = () => (env().AMPARO_OPERATIONS ?? (env().NODE_ENV === 'production' ? 'ours' : 'any')) === 'any';
const strange = () => {
  const words = 'Only the operations of Amparo\'s own pages are answered here. Load the page anew if it is an old one; AMPARO_OPERATIONS=any opens the API to others.';
  return new GraphQLError(words, { originalError: new AppError('FORBIDDEN', words), extensions: { http: { status: 403 } } });
};

/** In production only what our own pages ask is answered: whoever makes up a query of their own learns nothing by trying. */
export const operationFault = (document: DocumentNode): GraphQLError | null => (open() || known().has(hashOf(document)) ? null : strange());
/** The same of its text, before it is held against the schema: even a syntax error is not explained. */
export function sourceFault(source: string): GraphQLError | null {
  if (open()) return null;
  try { return operationFault(parse(source, { maxTokens: limits.tokens })); } catch { return strange(); }
}
