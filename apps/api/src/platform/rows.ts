import { createHash } from 'node:crypto';
import type { EntityMetadata, ObjectLiteral } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';

/** By which of its columns an entity's rows come, first to last. */
export type Order<T> = { [K in keyof T]?: 'ASC' | 'DESC' };

const names = new Map<string, string>();
/** Each connection keeps this many statements planned; what comes after them is planned each time. */
const mostNames = 300;
/** The name under which a connection keeps this text planned. */
export function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= mostNames) return known;
  const name = `s${names.size}_${createHash('sha256').update(text).digest('hex').slice(0, 8)}`;
  names.set(text, name);
  return name;
}

interface Shape { from: string; columns: string; column(property: string): string; type(property: string): string; make(row: Record<string, unknown>): ObjectLiteral }
const shapes = new WeakMap<EntityMetadata, Shape>();
/** How an entity is read: its selected columns under their own names, and what makes a value of each. */
function shapeOf(entity: EntityMetadata): Shape {
  const known = shapes.get(entity);
  if (known) return known;
  const own = new Map(entity.columns.map((c) => [c.propertyName, c]));
  const column = (property: string) => { const found = own.get(property); if (!found) throw new Error(`${entity.name} has no column ${property}`); return found; };
  const read = entity.columns.filter((c) => c.isSelect);
  const makers = read.flatMap((c): [string, (v: unknown) => unknown][] => { const make = makerOf(c); return make ? [[c.propertyName, make]] : []; });
  const shape: Shape = {
    from: entity.tablePath,
    columns: read.map((c) => `${c.databaseName} as "${c.propertyName}"`).join(', '),
    column: (property) => column(property).databaseName,
    type: (property) => String(column(property).type),
    make: (row) => {
      for (const [property, make] of makers) row[property] = make(row[property]);
      return Object.assign(new (entity.target as new () => ObjectLiteral)(), row);
    },
  };
  shapes.set(entity, shape);
  return shape;
}
function makerOf({ type, transformer }: ColumnMetadata): ((value: unknown) => unknown) | undefined {
  if (type === 'timestamptz') return (v) => (v === null ? null : new Date(v as string));
  return transformer && !Array.isArray(transformer) ? (v) => transformer.from(v) as unknown : undefined;
}

/** Which rows: those whose `column` is one of `values`; of each value at most `first`. */
export interface RowQuery { entity: EntityMetadata; column: string; values: readonly string[]; order: Record<string, 'ASC' | 'DESC' | undefined>; first?: number | undefined }
interface Asked { text: string; params: unknown[]; make: Shape['make']; done(rows: ObjectLiteral[]): void; failed(e: unknown): void }

/** Reads rows of entities: what is asked for in one turn of the event loop travels in one statement, a column of JSON for each. */
export class RowReader {
  private asked: Asked[] = [];
  constructor(private readonly one: (text: string, params: unknown[]) => Promise<Record<string, unknown>>) {}

  read({ entity, column: property, values, order, first }: RowQuery): Promise<ObjectLiteral[]> {
    const { from, columns, column, type, make } = shapeOf(entity);
    const by = Object.entries(order).map(([p, way]) => `${column(p)} ${way}`).join(', ');
    const rows = (condition: string) => `select ${columns} from ${from} where ${column(property)} ${condition}${by ? ` order by ${by}` : ''}`;
    const text = first === undefined ? rows('= any(?)') : `select t.* from unnest(?::${type(property)}[]) as k(value) cross join lateral (${rows('= k.value')} limit ?) t`;
    return new Promise((done, failed) => {
      if (this.asked.push({ text, params: first === undefined ? [values] : [values, first], make, done, failed }) === 1) process.nextTick(() => void this.send());
    });
  }

  private async send(): Promise<void> {
    const asked = this.asked.sort((a, b) => (a.text < b.text ? -1 : 1)); // one text for the same questions, in whatever order they came
    this.asked = [];
    let n = 0;
    try {
      const row = await this.one(`select ${asked.map(({ text }, i) => `(select json_agg(r) from (${text.replaceAll('?', () => `$${++n}`)}) r) as r${i}`).join(', ')}`, asked.flatMap(({ params }) => params));
      asked.forEach(({ make, done }, i) => { done(((row[`r${i}`] ?? []) as Record<string, unknown>[]).map(make)); });
    } catch (e) { for (const { failed } of asked) failed(e); }
  }
}
