import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { momentWords } from './date-locale.ts';

it('says a moment in the words of every other date, with the hour', () => {
  expect(momentWords('en', new Date(2025, 5, 10, 9, 5))).toBe('10 June 2025, 09:05');
});

it('is the only other way to a day beside LegalDate: no page formats one by itself', () => {
  const web = join(import.meta.dirname, '..');
  const own = globSync('**/*.{ts,tsx}', { cwd: web }).filter((file) => /dateStyle|toLocaleDateString|toLocaleString\(|month: '(?:short|long)', year/u.test(readFileSync(join(web, file), 'utf8')));
  expect(own.filter((file) => !file.endsWith('date-locale.spec.ts'))).toEqual(['today/TodayPage.tsx']); // the head of Today names its weekday
});
