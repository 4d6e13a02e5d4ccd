import { allStages } from '@amparo/domain';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('every stage of every procedure has a name in plain words and a hint, and no other', () => {
  const text = readFileSync(new URL('stage-words.ts', import.meta.url), 'utf8');
  expect([...text.matchAll(/^ {2}(\w+): \[msg`[^`]+`, msg`[^`]+`\],$/gmu)].map((m) => m[1]).sort()).toEqual([...allStages].sort());
});
