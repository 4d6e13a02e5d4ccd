import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (pattern: string, but = /\.spec\.ts$/u) => globSync(pattern, { cwd: root }).filter((path) => !but.test(path)).map((path) => readFileSync(join(root, path), 'utf8')).join('\n');
/** As text: its messages are made by a macro when the web client is built. */
const problemWords = Object.fromEntries([...readFileSync(join(root, 'apps/web/src/problem-words.ts'), 'utf8').matchAll(/^ {2}([a-z_]+): msg`([^`]+)`,$/gmu)].map(([, code, words]) => [code, words as string])) as Record<string, string>;

/** Files of rules, calendars, templates and vocabularies are judged on the command line and at the start, which print the code itself. */
const files = /\.spec\.ts$|domain\/src\/(library|vocabulary-file|legal-tests|codes)|procedures\/template|(deadlines\/(rule|calendar|law|request|input)|forums\/law)\.ts/u;

const all = (text: string, ...patterns: RegExp[]) => new Set(patterns.flatMap((pattern) => [...text.matchAll(pattern)].flatMap(([, ...codes]) => codes)));
const either = /(?:reason|problem): [^'\n,]*\? '([a-z_]+)' : '([a-z_]+)'/gu, or = /(?:reason|problem): [^'\n]* \?\? '([a-z_]+)'/gu;
const server = all(read('apps/api/src/**/*.ts'), /problem: '([a-z_]+)'/gu, /(?:fault|invalid)\([^()]*?, '([a-z_]+)'/gu, either, or);
const counting = read('libs/domain/src/deadlines/{request,input}.ts');
const rules = new Set([
  ...all(counting, /(?<!de)fault\('([a-z_]+)'/gu),
  ...all(read('libs/domain/src/**/*.ts', files), /(?:reason|message|error): '([a-z_]+)'/gu, /fault\([^()]*?, '([a-z_]+)'(?:\)|, \{)/gu, /(?:\)|\/u|noneTwice), '([a-z_]+)'\)/gu, either, or),
]);
/** Rules that only the database knows: what a trigger refuses by name. */
const database = all(read('migrations/0*.sql'), /raise check_violation using constraint = '([a-z_]+)'/gu);

it('the search for codes finds what is known to be there', () => {
  for (const code of ['disposed_already', 'own_observation', 'needs_a_stay', 'stays_with_its_order']) expect([...server, ...rules], code).toContain(code);
  for (const code of ['vote_does_not_sum', 'no_leading_opinion', 'before_last_step', 'before_decision', 'not_the_courts_opinion', 'ends_before_start', 'repeated']) expect([...rules], code).toContain(code);
  expect([...database]).toContain('decision_kind_check');
});
it.each([['the server', server], ['a rule of the domain', rules], ['the database', database]] as const)('every code by which %s refuses has words and a remedy', (_who, codes) => {
  expect([...codes].filter((code) => !(code in problemWords)).sort()).toEqual([]);
});
it('each is a sentence that says what to do or what is wrong, and ends', () => {
  for (const [code, words] of Object.entries(problemWords)) expect(words, code).toMatch(/^[A-Z“].*(?:[.?”]|:\/\/)$/u);
});
