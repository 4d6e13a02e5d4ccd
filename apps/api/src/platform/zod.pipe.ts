import { check, id } from '@amparo/domain';
import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import { AppError } from './errors.ts';
import { limits } from './limits.ts';

/** One schema of libs/domain for form, API and jobs: `@Args('input', new ZodPipe(schema))`. Every fault is named, each with its field. */
@Injectable()
export class ZodPipe<T extends z.ZodType> implements PipeTransform<unknown, z.output<T>> {
  constructor(private readonly schema: T) {}
  transform(value: unknown, of?: ArgumentMetadata): z.output<T> {
    // graphql-js makes input objects without a prototype; zod wants plain ones
    const r = check(this.schema, value && typeof value === 'object' ? structuredClone(value) : value);
    if ('ok' in r) return r.ok;
    throw new AppError('INVALID', null, { fields: r.refused.map(({ field, reason }) => ({ field: field || (of?.data ?? ''), problem: reason })) });
  }
}

/** For an `id` argument. What is no id at all is named as such, before any row is looked for. */
export const idPipe = new ZodPipe(id);
/** For `first`: how many rows a page may hold. */
export const firstPipe = new ZodPipe(z.int().min(1).max(limits.first));
