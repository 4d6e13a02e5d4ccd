// The domain's sources as they are: Node takes the types off by itself, so nothing has to be built.
export { check } from '../domain/src/faults.ts';
export * from '../domain/src/deadlines/index.ts';
export { parseLegalDate } from '../domain/src/legal-date-parse.ts';
