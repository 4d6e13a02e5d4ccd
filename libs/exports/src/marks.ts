import type { FindingCode, ResultCode } from './pack.ts';

/** Ink for paper: the light tokens, dark enough on white and on their own tint. */
export const INK = { ink: '182022', second: '46524F', hint: '5E6A67', line: 'C6CBC4', hairline: 'DDE0DA', brand: '0E4F4C', tint: 'E3EDEA', sunk: 'F4F5F1', link: '0B5E5A' } as const;

/** A shape, an ink and a ground: the shape and the word carry the meaning, the colour only repeats it. */
export interface Mark {
  glyph: string;
  ink: string;
  ground: string;
}

const NEUTRAL = { ink: '5B6663', ground: 'ECEEEA' };
const RIGHTS = { ink: '1E568F', ground: 'E2ECF7' };
const STATE = { ink: '8A4B00', ground: 'F8EBD7' };
const SPLIT = { ink: INK.ink, ground: INK.sunk };

/** The mark of a finding; null is "not coded yet". */
export function findingMark(code: FindingCode | null): Mark {
  switch (code) {
    case 'not_satisfied':
      return { glyph: '✕', ...RIGHTS };
    case 'satisfied':
      return { glyph: '✓', ...STATE };
    case 'partly':
      return { glyph: '◪', ...SPLIT };
    case null:
      return { glyph: '·', ...NEUTRAL };
    default:
      return { glyph: '□', ...NEUTRAL };
  }
}

/** The mark of a result for the rights side. */
export function resultMark(code: ResultCode): Mark {
  switch (code) {
    case 'won':
      return { glyph: '●', ...RIGHTS };
    case 'partly_won':
      return { glyph: '◐', ...SPLIT };
    case 'lost':
      return { glyph: '○', ...STATE };
    case 'no_merits':
      return { glyph: '⊖', ...NEUTRAL };
    case 'pending':
      return { glyph: '◌', ...NEUTRAL };
  }
}
