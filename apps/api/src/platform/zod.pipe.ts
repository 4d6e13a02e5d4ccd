import { Injectable, type PipeTransform } from '@nestjs/common';
import type { z } from 'zod';
import { AppError } from './errors.ts';

/** One schema of libs/domain for form, API and jobs: `@Args('input', new ZodPipe(schema))`. */
@Injectable()
export class ZodPipe<T extends z.ZodType> implements PipeTransform<unknown, z.output<T>> {
  constructor(private readonly schema: T) {}
  transform(value: unknown): z.output<T> {
    // graphql-js makes input objects without a prototype; zod wants plain ones
    const r = this.schema.safeParse(value && typeof value === 'object' ? structuredClone(value) : value);
    if (r.success) return r.data;
    throw new AppError('INVALID', null, { fields: r.error.issues.map((i) => ({ field: i.path.join('.'), problem: i.message })) });
  }
}
