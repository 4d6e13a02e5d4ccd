import { describe, expect, it } from 'vitest';
import { activeFilters, casesVariables, changed } from './case-search.ts';

describe('the list of cases and its address', () => {
  it('asks the server for what the address says and nothing else', () => {
    expect(casesVariables({ country: ['KE', 'UG'], mine: true, after: 'x' })).toEqual({ first: 50, after: 'x', filter: { countries: ['KE', 'UG'], mine: true } });
    expect(casesVariables({})).toEqual({ first: 50, filter: {} });
  });
  it('starts from the first page whenever a filter changes, and drops what became empty', () => {
    expect(changed({ country: ['KE'], after: 'x', q: 'id' }, { country: [], q: '' })).toEqual({});
  });
  it('offers each filter by itself to be removed', () => {
    const filters = activeFilters({ q: 'card', country: ['KE', 'UG'], archived: true, sort: 'name' });
    expect(filters.map(({ key }) => key)).toEqual(['q', 'country:KE', 'country:UG', 'archived']);
    expect(filters[1]?.without).toEqual({ q: 'card', country: ['UG'], archived: true, sort: 'name' });
  });
});
