import type { Remedy } from '@amparo/domain';
/** Addresses stay readable and work from a plain GET form: `?country=KE&country=UG`, no JSON. */
export type Search = Readonly<Record<string, string | string[] | undefined>>;

export function parseSearch(text: string): Search {
  const params = new URLSearchParams(text);
  return Object.fromEntries([...new Set(params.keys())].map((key) => {
    const values = params.getAll(key).filter((value) => value !== '');
    return [key, values.length > 1 ? values : values[0]];
  }));
}

export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    for (const each of Array.isArray(value) ? value : [value]) if (each !== undefined && each !== null && each !== '' && each !== false) params.append(key, String(each));
  }
  const text = params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return text && `?${text}`;
}

type Raw = Record<string, unknown>;
const max = { values: 40, length: 200 };
const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, max.length) : undefined);

/** Several values of one name; absent when there are none, so that the address stays short. */
export function many(raw: Raw, name: string): string[] | undefined {
  const value = raw[name];
  const found = (Array.isArray(value) ? value : [value]).map(text).filter((each) => each !== undefined && each !== '').slice(0, max.values) as string[];
  return found.length ? [...new Set(found)] : undefined;
}
export const one = (raw: Raw, name: string): string | undefined => many(raw, name)?.[0];
/** Decisions chosen to compare: with commas between in a link, one by one from a plain form; six names fit. */
const slugs = (raw: Raw): string | undefined => [raw['c']].flat().filter((each) => typeof each === 'string').join(',').slice(0, 1000) || undefined;
/** One of a closed list of words. */
export const choice = <T extends string>(raw: Raw, name: string, of: readonly T[]): T | undefined => of.find((each) => each === one(raw, name));
export const year = (raw: Raw, name: string): number | undefined => { const n = Number(one(raw, name)); return Number.isInteger(n) && n > 999 && n < 3000 ? n : undefined; };
/** A day as `2025-06-10`; whether it exists is for the server to say. */
export const day = (raw: Raw, name: string): string | undefined => { const found = one(raw, name); return found && /^\d{4}-\d\d-\d\d$/u.test(found) ? found : undefined; };
export const flag = (raw: Raw, name: string): true | undefined => (['1', 'true', 'on'].includes(String(raw[name])) ? true : undefined);

/** What a list's address may say; everything else in it is dropped. */
export const searches = {
  cases: (raw: Raw) => known({
    q: one(raw, 'q'), country: many(raw, 'country'), status: many(raw, 'status'), result: many(raw, 'result'), level: many(raw, 'level'), system: many(raw, 'system'),
    mine: flag(raw, 'mine'), archived: flag(raw, 'archived'), sort: choice(raw, 'sort', ['updated', 'decided', 'name', 'next']), after: one(raw, 'after'),
  }),
  calendar: (raw: Raw) => known({
    view: choice(raw, 'view', ['agenda', 'list']), month: /^[12]\d{3}-(?:0[1-9]|1[0-2])$/u.exec(one(raw, 'month') ?? '')?.[0], person: one(raw, 'person'), case: one(raw, 'case'), organisation: one(raw, 'organisation'), all: flag(raw, 'all'),
  }),
  forums: (raw: Raw) => known({ on: day(raw, 'on'), act: day(raw, 'act') }),
  harms: (raw: Raw) => known({ q: one(raw, 'q'), kind: many(raw, 'kind'), country: many(raw, 'country'), system: many(raw, 'system'), sureness: many(raw, 'sureness'), after: one(raw, 'after') }),
  orders: (raw: Raw) => known({ q: one(raw, 'q'), country: one(raw, 'country'), type: one(raw, 'type') as Remedy | undefined, group: choice(raw, 'group', ['past', 'running', 'cannot_be_counted', 'no_day', 'done']), after: one(raw, 'after') }),
  precedents: (raw: Raw) => known({
    q: one(raw, 'q'), country: many(raw, 'country'), court_level: many(raw, 'court_level'), harm: many(raw, 'harm'), right: many(raw, 'right'), limb: one(raw, 'limb'), finding: many(raw, 'finding'),
    result: many(raw, 'result'), feature: many(raw, 'feature'), system: many(raw, 'system'), court: many(raw, 'court'), from: year(raw, 'from'), to: year(raw, 'to'),
    sort: choice(raw, 'sort', ['best', 'newest', 'oldest', 'name']), after: one(raw, 'after'), c: slugs(raw),
  }),
  compare: (raw: Raw) => known({ c: slugs(raw), case: one(raw, 'case'), order: choice(raw, 'order', ['mine']), hide: many(raw, 'hide') }),
  courts: (raw: Raw) => known({ q: one(raw, 'q'), country: one(raw, 'country') }),
  systems: (raw: Raw) => known({ q: one(raw, 'q'), country: many(raw, 'country') }),
  signIn: (raw: Raw) => known({ next: localPath(one(raw, 'next')), failed: one(raw, 'failed'), sent: flag(raw, 'sent') }),
  account: (raw: Raw) => known({ password: choice(raw, 'password', ['new']) }),
  newCase: (raw: Raw) => known({ system: one(raw, 'system') }),
  log: (raw: Raw) => known({ case: one(raw, 'case') }),
  newHarm: (raw: Raw) => known({ case: one(raw, 'case'), system: one(raw, 'system') }),
};

/** Only a path of this site: an address from elsewhere in `next` must not take anybody away. */
export const localPath = (next: string | undefined): string | undefined => (next && /^\/(?![/\\])[^\s\\]*$/.test(next) ? next : undefined);

type Known<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
/** What is not said stays as a key without a value: the router lays this over the raw address, which else would shine through. */
const known = <T extends Raw>(of: T): Known<T> => of as Known<T>;
