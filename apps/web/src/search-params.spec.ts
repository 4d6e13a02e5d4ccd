import { expect, test } from 'vitest';
import { localPath, parseSearch, searches, stringifySearch } from './search-params.ts';

test('an address made by a plain form reads as lists and comes back the same', () => {
  const read = searches.cases(parseSearch('?country=KE&country=UG&country=KE&q=&mine=1&evil=x') as Record<string, unknown>);
  expect(read).toEqual({ country: ['KE', 'UG'], mine: true });
  expect(stringifySearch(read)).toBe('?country=KE&country=UG&mine=true');
  expect(searches.cases(parseSearch(stringifySearch(read)) as Record<string, unknown>)).toEqual(read);
});

test.each(['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)', '/a b', ''])('after sign-in nobody is taken to %s', (next) => { expect(localPath(next)).toBeUndefined(); });
test('after sign-in people go on where they were', () => { expect(localPath('/cases/1?country=KE')).toBe('/cases/1?country=KE'); });
