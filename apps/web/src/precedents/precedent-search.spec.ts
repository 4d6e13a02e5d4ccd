import { expect, test } from 'vitest';
import { parseSearch, searches, stringifySearch } from '../search-params.ts';
import { activeFilters, changed, chosenSlugs, csvOf, precedentsVariables, sortOf, withChosen, without, withoutFilters } from './precedent-search.ts';

const read = (address: string) => searches.precedents(parseSearch(address));
const slug = (n: number) => `xx-a-rather-long-name-of-a-decision-number-${n}`;
const six = [1, 2, 3, 4, 5, 6].map(slug);

test('links with commas and plain forms choose the same decisions', () => {
  expect(chosenSlugs(read(`?c=${six.join(',')}`).c)).toEqual(six);
  expect(chosenSlugs(read(`?${six.map((each) => `c=${each}`).join('&')}`).c)).toEqual(six);
});
test('a seventh decision is not taken, and a choice twice is one', () => {
  expect(chosenSlugs([...six, slug(7)].join(','))).toEqual(six);
  expect(withChosen(read(`?c=${six.join(',')}`), slug(7), true).c).toBe(six.join(','));
  expect(chosenSlugs(`${slug(1)},${slug(1)}`)).toEqual([slug(1)]);
});
test('choosing keeps the page of the list, any other change goes to the first', () => {
  const search = read('?q=iris&after=abc');
  expect(withChosen(search, slug(1), true)).toMatchObject({ after: 'abc', c: slug(1) });
  expect(changed(search, { country: ['KE'] })).toEqual({ q: 'iris', country: ['KE'] });
});
test('each filter can be taken away alone, and all of them together', () => {
  const search = read('?q=iris&country=KE&country=MU&from=2015&c=a');
  expect(activeFilters(search)).toEqual([{ name: 'country', value: 'KE' }, { name: 'country', value: 'MU' }, { name: 'from', value: '2015' }]);
  expect(without(search, { name: 'country', value: 'KE' }).country).toEqual(['MU']);
  expect(without(search, { name: 'from', value: '2015' }).from).toBeUndefined();
  expect(withoutFilters(search)).toEqual({ q: 'iris', c: 'a' });
});
test('best match needs words to match', () => {
  expect(sortOf(read('?sort=best'))).toBe('newest');
  expect(sortOf(read('?q=iris'))).toBe('best');
  expect(precedentsVariables(read('')).filter).toEqual({ limb: 'safeguards', sort: 'newest' });
});
test('the CSV has the filters of the list, not its page and not the choice', () => {
  expect(csvOf(read('?q=iris&country=KE&country=MU&after=x&c=a'))).toBe('/exports/precedents.csv?q=iris&country=KE&country=MU');
  expect(csvOf({})).toBe('/exports/precedents.csv');
});
test('an address survives being written and read', () => {
  const search = read('?q=a b&country=KE&country=MU&limb=necessity&finding=partly&from=2015&sort=name&c=a,b');
  expect(read(stringifySearch(search))).toEqual(search);
});
