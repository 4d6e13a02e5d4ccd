import { z } from 'zod';
import { isLegalDate } from './legal-date.ts';

/** A legal date in the record's own form (EDTF); what people type goes through `parseLegalDate` first. */
export const legalDate = z
  .string({ error: (issue) => (issue.input === undefined || issue.input === null ? 'required' : 'wrong_type') })
  .max(60, 'too_long')
  .refine(isLegalDate, { message: 'not_a_date', abort: true }); // the rules that follow may rely on a date
/** A date that has to be known, if only by its year. */
export const knownLegalDate = legalDate.refine((edtf) => edtf !== '', 'required');
/** A date that may be left out; blank becomes null. */
export const optionalLegalDate = legalDate.nullish().transform((edtf) => (edtf === '' ? null : edtf));
