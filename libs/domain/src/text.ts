import { z } from 'zod';

/**
 * Text as people may send it. Whatever would break a page, a log line or a sort is refused with a code that the client
 * turns into words: NUL and control characters, halves of surrogate pairs, and bidirectional overrides (which can make a
 * text read otherwise than it is stored, Unicode TR 36). Good text is trimmed and brought into Unicode's composed form (NFC).
 */
export type TextFault = 'control_character' | 'broken_character' | 'direction_override';

// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/u;
// oxlint-disable-next-line no-control-regex -- the same, with line breaks and tabs allowed
const controlsInParagraph = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/u;
const overrides = /[\u202a-\u202e\u2066-\u2069]/u;

/** What is wrong with this text, or undefined. A paragraph may hold line breaks and tabs, a line may not. */
export function textFault(text: string, kind: 'line' | 'paragraph'): TextFault | undefined {
  if (!text.isWellFormed()) return 'broken_character';
  if ((kind === 'line' ? controls : controlsInParagraph).test(text)) return 'control_character';
  return overrides.test(text) ? 'direction_override' : undefined;
}

const clean = (kind: 'line' | 'paragraph', max: number) =>
  z
    .string({ error: (issue) => (issue.input === undefined || issue.input === null ? 'required' : 'wrong_type') })
    .transform((text, ctx) => {
      // A line pasted from elsewhere often ends in a line break: that is no fault of the person.
      const tidy = text.isWellFormed() ? text.replace(/\r\n?/gu, '\n').trim().normalize('NFC') : text;
      const fault = textFault(tidy, kind) ?? (tidy.length > max ? 'too_long' : undefined);
      if (fault !== undefined) {
        ctx.addIssue({ code: 'custom', message: fault, input: text, ...(fault === 'too_long' ? { params: { max } } : {}) });
        return z.NEVER;
      }
      return tidy;
    });

/** One line of at least one and at most `max` UTF-16 units. */
export const line = (max: number) => clean('line', max).refine((text) => text.length > 0, 'required');
/** A text of several lines, at least one character. */
export const paragraph = (max: number) => clean('paragraph', max).refine((text) => text.length > 0, 'required');
const blankIsNull = (text: string | null | undefined): string | null | undefined => (text === '' ? null : text);
/** A line that may be left out; blank becomes null, which empties the field. */
export const optionalLine = (max: number) => clean('line', max).nullish().transform(blankIsNull);
/** A text that may be left out; blank becomes null, which empties the field. */
export const optionalParagraph = (max: number) => clean('paragraph', max).nullish().transform(blankIsNull);

/** An address to write to, in lower case. Deliberately lenient: the one proof of an address is a letter that arrives. */
export const email = line(254)
  .transform((text) => text.toLowerCase())
  .refine((text) => /^[^\s@<>"(),:;[\]\\]+@[^\s@.]+(?:\.[^\s@.]+)+$/u.test(text), 'not_an_email');

/** The pattern of the identifiers in the library's files and addresses. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;
/** `ke-high-court`. */
export const slug = line(120).refine((text) => slugPattern.test(text), 'not_a_slug');

/** Ids of our own records, made by the server or, for a log entry, by the client (so that sending twice is one event). */
export const id = z.uuid({ error: (issue) => (issue.input === undefined || issue.input === null ? 'required' : 'not_an_id') }).transform((text) => text.toLowerCase());
