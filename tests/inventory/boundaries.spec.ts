import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const room = mkdtempSync(join(tmpdir(), 'amparo-test-lint-'));
afterAll(() => rmSync(room, { recursive: true, force: true }));

/** Lints one file as if it stood at this path of the tree. @returns what the linter said */
function lint(path: string, text: string, beside: Record<string, string> = {}): string {
  const place = mkdtempSync(join(room, 'tree-'));
  for (const [p, t] of Object.entries({ ...beside, [path]: text })) {
    mkdirSync(dirname(join(place, p)), { recursive: true });
    writeFileSync(join(place, p), t);
  }
  const r = spawnSync(join(root, 'node_modules/.bin/oxlint'), ['-c', join(root, 'libs/tooling/oxlint.json'), '.'], { cwd: place, encoding: 'utf8' });
  return r.status === 0 ? '' : `${r.stdout}${r.stderr}`;
}

describe('lint refuses, and says what to do instead', () => {
  it.each([
    ['apps/web/src/cases/CaseRow.tsx', "import { env } from '@amparo/api';", 'schema.graphql'],
    ['apps/web/src/cases/CaseRow.tsx', "import { env } from '../../../api/src/platform/env.ts';", 'schema.graphql'],
    ['apps/web/src/cases/CaseRow.tsx', "import { Injectable } from '@nestjs/common';", 'schema.graphql'],
    ['apps/web/src/cases/CaseRow.tsx', "import { DataSource } from 'typeorm';", 'schema.graphql'],
    ['apps/web/src/cases/CaseRow.tsx', "import { Client } from 'pg';", 'schema.graphql'],
    ['libs/domain/src/court.ts', "import { Injectable } from '@nestjs/common';", 'no framework'],
    ['libs/domain/src/court.ts', "import { useState } from 'react';", 'no framework'],
    ['libs/domain/src/court.ts', "import { pack } from '@amparo/exports';", 'no framework'],
    ['libs/domain/src/court.ts', "import { readFileSync } from 'node:fs';", 'browser'],
    ['libs/exports/src/slides.ts', "import { env } from '@amparo/api';", 'plain data'],
    ['libs/exports/src/slides.ts', "import { x } from '../../../apps/web/src/x.ts';", 'plain data'],
    ['apps/api/src/cases/legal-case.service.ts', "import { useQuery } from '@apollo/client';", 'render function'],
    ['apps/api/src/cases/legal-case.service.ts', "import { createElement } from 'react';", 'render function'],
    ['apps/api/src/cases/legal-case.service.ts', "import { x } from '@amparo/web';", 'render function'],
    ['apps/api/src/cases/legal-case.service.ts', "import { LegalCaseResolver } from './legal-case.resolver.ts';", 'Call the service'],
    ['apps/api/src/platform/db.ts', "import { LegalCaseService } from '../cases/legal-case.service.ts';", 'knows no feature'],
    ['apps/api/src/cases/legal-case.service.ts', "export const port = process.env['PORT'];", 'process.env'],
    ['apps/api/src/cases/legal-case.service.ts', 'export default 1;', 'default'],
  ])('%s: %s', (path, line, says) => {
    const names = /import \{ (\w+)/.exec(line)?.[1];
    expect(lint(path, `${line}\n${names ? `export const used = [${names}];\n` : ''}`)).toContain(says);
  });

  it('a circle of imports', () => {
    const b = "import { a } from './a.ts';\nexport const b = () => a;\n";
    expect(lint('apps/api/src/cases/a.ts', "import { b } from './b.ts';\nexport const a = () => b;\n", { 'apps/api/src/cases/b.ts': b })).toContain('Dependency cycle');
  });

  it('and lets good imports pass', () => {
    expect(lint('apps/api/src/cases/legal-case.service.ts', "import { Db } from '../platform/db.ts';\nexport const used = Db;\n", { 'apps/api/src/platform/db.ts': 'export const Db = 1;\n' })).toBe('');
    expect(lint('apps/api/src/app.module.ts', "import { CaseResolver } from './cases/case.resolver.ts';\nexport const used = CaseResolver;\n", { 'apps/api/src/cases/case.resolver.ts': 'export const CaseResolver = 1;\n' })).toBe('');
  });
});

/** What the linter has no words for: every source file is read, every hit is named with its line. */
function hits(folder: string, ends: RegExp, bad: RegExp, except: RegExp = /(?!)/): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile() && ends.test(e.name)).map((e) => relative(root, join(e.parentPath, e.name)))
    .filter((f) => !/(^|\/)(node_modules|dist|gql)\//.test(f) && !except.test(f))
    .flatMap((f) => readFileSync(join(root, f), 'utf8').split('\n').flatMap((line, n) => (bad.test(line) ? [`${f}:${n + 1}: ${line.trim()}`] : [])));
}

describe('no source file', () => {
  const repositoryVerbs = /\.(save|upsert|softRemove)\(/;
  const joinedRelations = /relationLoadStrategy|eager: true/;
  const physicalProps = /[\s{](ml|mr|pl|pr|left|right|marginLeft|marginRight|paddingLeft|paddingRight|borderLeft|borderRight)=/;
  const physicalCss = /(^|[\s;{])((margin|padding|border|scroll-margin|scroll-padding)-(left|right)[-:a-z]*:|(left|right):|text-align:\s*(left|right)|float:\s*(left|right))/;
  const banned: [string, string, RegExp, RegExp, RegExp?][] = [
    ['of the API writes through a repository: add, change and remove of Db check that a row was touched', 'apps/api/src', /\.ts$/, repositoryVerbs],
    ['of the API loads relations behind a query: ask Db.many, siblings share one statement', 'apps/api/src', /\.ts$/, joinedRelations],
    ['of the web client says left or right in a style: start and end turn round with the script', 'apps/web/src', /\.tsx$/, physicalProps],
    ['of the web client says left or right in a stylesheet', 'apps/web/src', /\.css$/, physicalCss],
    ['passes on all of another file: import from where it stands', 'apps', /\.tsx?$/, /^export \* from/],
    ['silences the compiler', 'apps', /\.tsx?$/, /@ts-(ignore|nocheck)/],
    ['of the libraries does so either', 'libs', /\.(ts|mjs)$/, /@ts-(ignore|nocheck)/],
  ];
  it.each(banned)('%s', (_what, folder, ends, bad, except) => { expect(hits(folder, ends, bad, except)).toEqual([]); });

  it.each([
    [repositoryVerbs, 'await repo.save(row)'], [joinedRelations, "relationLoadStrategy: 'join'"], [physicalProps, '<Box ml="sm">'],
    [physicalCss, '  margin-left: 4px;'], [physicalCss, 'text-align: right'], [physicalCss, '.a { left: 0 }'],
  ])('%s would notice %s', (bad, line) => { expect(bad.test(line)).toBe(true); });

  it('of the apps is a barrel', () => {
    const all = readdirSync(join(root, 'apps'), { recursive: true, withFileTypes: true }).filter((e) => e.isFile()).map((e) => relative(root, join(e.parentPath, e.name)));
    expect(all.filter((f) => /\/src\/(.*\/)?index\.tsx?$/.test(f) && !/node_modules|\/gql\//.test(f))).toEqual([]);
  });
});
