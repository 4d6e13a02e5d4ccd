import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { timeZoneOfCourt } from './time-zones.ts';

describe('the zone of a court', () => {
  it('is known for every court of the reference library', () => {
    const courts = JSON.parse(readFileSync(new URL('../../../apps/api/library/courts.json', import.meta.url), 'utf8')) as { slug: string; country: string; level: string }[];
    expect(courts.filter((c) => !timeZoneOfCourt(c)).map((c) => c.slug)).toEqual([]);
  });
  it('is one that exists', () => {
    for (const country of ['UG', 'KE', 'MU', 'UN-HRC', 'ACERWC']) expect(() => new Intl.DateTimeFormat('en', { timeZone: timeZoneOfCourt({ country, level: 'supreme' }) as string })).not.toThrow();
  });
  it('is asked for where the country has several and the court may sit anywhere', () => {
    expect(timeZoneOfCourt({ country: 'MX', level: 'first_instance' })).toBeUndefined();
    expect(timeZoneOfCourt({ country: 'MX', level: 'supreme' })).toBe('America/Mexico_City');
    expect(timeZoneOfCourt({ country: 'US', level: 'first_instance' })).toBeUndefined();
  });
  it('is asked for where the country is not known', () => expect(timeZoneOfCourt({ country: 'ZW', level: 'supreme' })).toBeUndefined());
});
