import { fieldOf, textFault } from '@amparo/domain';
import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { AppError, type FieldFault } from './errors.ts';

/** Before every argument of every operation: text that no database can hold (NUL, half a character) is refused by its field, whatever else is asked of it. */
@Injectable()
export class CleanText implements PipeTransform<unknown, unknown> {
  transform(value: unknown, { data }: ArgumentMetadata): unknown {
    const fields = [...faultsIn(value, Array.isArray(value) || typeof value === 'string' ? [data ?? ''] : [])];
    if (fields.length) throw new AppError('INVALID', null, { fields });
    return value;
  }
}

function* faultsIn(value: unknown, path: PropertyKey[]): Generator<FieldFault> {
  if (typeof value === 'string') {
    if (value.includes('\0') || !value.isWellFormed()) yield { field: fieldOf(path), problem: textFault(value, 'paragraph') ?? 'control_character' };
  } else if (Array.isArray(value)) {
    for (const [at, each] of value.entries()) yield* faultsIn(each, [...path, at]);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) yield* faultsIn(each, [...path, key]);
  }
}
