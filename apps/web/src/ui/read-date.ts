import { parseLegalDate, precisionOf } from '@amparo/domain';

/**
 * What stands in a date field, as EDTF or as what is wrong with it: the one answer for the words under the field, the summary of the
 * form and what is sent. `exact`: only a day will do, and every other reading is told so.
 */
export function readDate(text: string, exact = false): { ok: string } | { refused: string } {
  const read = parseLegalDate(text);
  if (!exact) return read;
  if ('ok' in read) return read.ok === '' || precisionOf(read.ok) === 'day' ? read : { refused: 'day_needed' };
  return read.refused === 'not_a_date' ? { refused: 'day_needed' } : read; // "try Mar 2025" would be refused again
}
