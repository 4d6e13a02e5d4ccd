const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const part = <T extends object>(of: T, wanted: (key: keyof T) => boolean) => Object.fromEntries(Object.entries(of).filter(([key]) => wanted(key as keyof T))) as Partial<T>;

/** What one person is writing, beside what was stored when each field was first touched. */
export interface Written<T> { base: T; value: T }

/**
 * Two people write one record: fields that only the other changed follow the other, fields that only this person changed stay,
 * and `clash` names those that both changed to different things.
 */
export function together<T extends object>({ base, value }: Written<T>, stored: T): { shown: T; clash: (keyof T)[] } {
  const mine = part(value, (key) => !same(value[key], base[key]));
  return { shown: { ...stored, ...mine }, clash: (Object.keys(mine) as (keyof T)[]).filter((key) => !same(stored[key], base[key]) && !same(stored[key], value[key])) };
}
/** The same with one thing more written. */
export function wrote<T extends object>(written: Written<T>, stored: T, patch: Partial<T>): Written<T> {
  return { base: { ...stored, ...part(written.base, (key) => !same(written.value[key], written.base[key])) }, value: { ...together(written, stored).shown, ...patch } };
}
