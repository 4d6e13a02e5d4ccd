import { describe, expect, it } from 'vitest';
import { controlOf, fieldName } from './form-controls.ts';

/** A form that knows its controls by name only. */
const formWith = (...names: string[]) => ({
  querySelector: (selector: string) => {
    const [, op, name] = /^\[name(\^?=)"(.*)"\]$/u.exec(selector) ?? [];
    const found = names.find((each) => (op === '=' ? each === name : each.startsWith(name ?? '')));
    return found === undefined ? null : { name: found };
  },
}) as never;
const nameFor = (form: never, field: string) => (controlOf(form, field) as { name: string } | null)?.name;

describe('the control that a fault is about', () => {
  it('is called as the page calls it', () => { expect(fieldName('input.goals[0].text')).toBe('goals.0.text'); });
  it('is the one of that name', () => { expect(nameFor(formWith('title', 'goals.0.text'), 'goals.0.text')).toBe('goals.0.text'); });
  it('is the list for a fault deep in it', () => { expect(nameFor(formWith('countries'), 'countries.2')).toBe('countries'); });
  it('is the first of a list for a fault of the whole list', () => { expect(nameFor(formWith('title', 'goals.0.kind'), 'goals')).toBe('goals.0.kind'); });
  it('is none where the page does not show it', () => { expect(nameFor(formWith('title'), 'version')).toBeUndefined(); });
});
