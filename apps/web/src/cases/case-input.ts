import { refusedBy, type SchemaName } from '../check-input.ts';

/** What a schema refuses, in the shape the server would refuse it in: the form shows both alike. */
class RefusedInput extends Error {
  readonly code = 'INVALID';
  readonly fields: { field: string; problem: string }[];
  constructor(fields: RefusedInput['fields']) { super('INVALID'); this.fields = fields; }
}

/** Checks an input by the schema the server uses, before it is sent. `goals[0].text` becomes `goals.0.text`, the name of the field on the page. */
export async function checked<Input>(schema: SchemaName, input: Input): Promise<Input> {
  const refused = await refusedBy(schema, input);
  if (refused.length > 0) throw new RefusedInput(refused.map(({ field, reason }) => ({ field: field.replaceAll(/\[(\d+)\]/gu, '.$1'), problem: reason })));
  return input;
}

/** An empty field is nothing, not an empty text. */
export const blank = (text: string): string | null => (text.trim() === '' ? null : text.trim());
