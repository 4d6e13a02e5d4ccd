import { check } from '@amparo/domain';

/** What a schema refuses, in the shape the server would refuse it in: the form shows both alike. */
class RefusedInput extends Error {
  readonly code = 'INVALID';
  readonly fields: { field: string; problem: string }[];
  constructor(fields: RefusedInput['fields']) { super('INVALID'); this.fields = fields; }
}

/** Checks an input by the schema the server uses, before it is sent. `goals[0].text` becomes `goals.0.text`, the name of the field on the page. */
export function checked<Schema extends Parameters<typeof check>[0], Input>(schema: Schema, input: Input): Input {
  const result = check(schema, input);
  if ('refused' in result) throw new RefusedInput(result.refused.map(({ field, reason }) => ({ field: field.replaceAll(/\[(\d+)\]/gu, '.$1'), problem: reason })));
  return input;
}

/** An empty field is nothing, not an empty text. */
export const blank = (text: string): string | null => (text.trim() === '' ? null : text.trim());
